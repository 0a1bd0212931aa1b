"""The contents field is filled from the headings that a render reached."""

import re

from docx.oxml import parse_xml

from kadocs.render.word import Template
from tests.render.word.docs import NAMESPACE, heading, opened, part, render, template, texts, xml

FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{{ stale }}</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>an old entry</w:t></w:r></w:p>"
    '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
BODY = (
    "{% for m in modules %}",
    heading("{{ m }}"),
    "about {{ m }}",
    heading("Details", 2),
    heading("Depth", 3),
    "{% endfor %}",
)


def test_entries_are_the_headings_that_were_written():
    out = render(template(xml(FIELD), *BODY), {"modules": ["A & B", "C"]})
    assert texts(out)[:5] == ["A & B", "Details", "C", "Details", "A & B"]
    assert "an old entry" not in part(out)
    assert "w:dirty" not in part(out)


def test_entries_lead_to_bookmarks_around_the_headings():
    out = part(render(template(xml(FIELD), *BODY), {"modules": ["A"]}))
    anchors = re.findall(r'w:anchor="(\w+)"', out)
    assert anchors == ["_Toc000001", "_Toc000002"]
    assert set(anchors) < set(re.findall(r'w:name="(_Toc\d+)"', out))
    identities = re.findall(r'bookmarkStart w:id="(\d+)"', out)
    assert len(identities) == len(set(identities))


def test_page_numbers_are_written_where_they_are_known():
    data = template(xml(FIELD), *BODY)
    out = render(data, {"modules": ["A"]}, pages={"_Toc000001": 3})
    assert texts(out)[:2] == ["A\t3", "Details"]
    assert "PAGEREF _Toc000001" in part(out)
    assert "PAGEREF _Toc000002" not in part(out)


def test_the_field_stays_a_field():
    out = part(render(template(xml(FIELD), *BODY), {"modules": ["A"]}))
    field = out[out.index("TOC \\o") :]
    assert field.index('"separate"') < field.index("_Toc000001") < field.index('"end"')


def test_without_headings_the_field_goes():
    out = render(template(xml(FIELD), *BODY, "text"), {"modules": []})
    assert texts(out) == ["text"]


def test_what_follows_the_field_in_its_last_paragraph_stays():
    field = FIELD.replace(
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:br w:type="page"/></w:r>',
    )
    out = render(template(xml(field), *BODY), {"modules": ["A"]})
    assert part(out).count('w:type="page"') == 1


def test_old_bookmarks_of_the_contents_go():
    old = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="1" w:name="_Toc99"/>'
        '<w:r><w:t>Old</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
    )
    out = part(render(template(xml(FIELD + old))))
    assert "_Toc99" not in out
    assert out.count("<w:bookmarkStart") == out.count("<w:bookmarkEnd") == 1


def test_headings_that_are_captured_but_never_printed_are_not_listed():
    out = render(
        template(xml(FIELD), "{%p set unused %}", heading("Never"), "{%p endset %}", heading("Here"))
    )
    assert texts(out) == ["Here", "Here"]


def test_numbers_stand_before_the_entries():
    def number_headings(document):
        numbering = document.part.numbering_part.element
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:pStyle w:val="Heading{i + 1}"/><w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (kind, suffix, text) in enumerate(
                [("chineseCounting", "space", "第%1章"), ("decimal", "tab", "%1.%2")]
            )
        )
        abstract = parse_xml(
            f'<w:abstractNum {NAMESPACE} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
            f"{levels}</w:abstractNum>"
        )
        numbering.insert(0, abstract)
        numbering.append(parse_xml(f'<w:num {NAMESPACE} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
        for level in (1, 2):
            properties = document.styles[f"Heading {level}"].element.get_or_add_pPr()
            properties._insert_numPr(parse_xml(f'<w:numPr {NAMESPACE}><w:numId w:val="90"/></w:numPr>'))

    out = render(template(number_headings, xml(FIELD), *BODY), {"modules": ["A", "B"]})
    assert texts(out)[:4] == ["第一章 A", "一.1\tDetails", "第二章 B", "二.1\tDetails"]


def test_settings_no_longer_ask_word_to_update_fields():
    def ask(document):
        document.settings.element.insert(0, parse_xml(f'<w:updateFields {NAMESPACE} w:val="true"/>'))

    out = Template(template(ask, xml(FIELD), heading("A"))).render({})
    assert "updateFields" not in part(out, "word/settings.xml")
    opened(out)
