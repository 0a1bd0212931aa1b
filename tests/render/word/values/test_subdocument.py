import io
import re

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from kadocs.findings import Refused
from kadocs.render.limits import Limits
from kadocs.render.word import InlineImage, Subdocument, Template
from tests.render.word.docs import (
    NAMESPACE,
    heading,
    opened,
    part,
    refused,
    render,
    saved,
    template,
    texts,
    validate,
    xml,
)
from tests.render.word.test_contents import FIELD
from tests.render.word.test_targets import link
from tests.render.word.values.pictures import picture


def read(data, build="{{p x}}", **options):
    return render(template("before", build, "after"), {"x": Subdocument(data)}, **options)


def inner(*blocks):
    return template(*blocks)


def test_paragraphs_and_tables_stand_where_the_tag_was():
    out = read(inner("one", [["a", "b"]], "two & <three>"))
    assert texts(out) == ["before", "one", "two & <three>", "after"]
    assert opened(out).tables[0].cell(0, 1).text == "b"


def test_page_settings_headers_and_footers_stay_behind():
    data = template("one", header="a header")
    assert len(opened(read(data)).sections) == 1
    assert "a header" not in part(read(data), "word/document.xml")


def styled(name, size, text, document=None, base=None):
    document = document or docx.Document()
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(size)
    if base:
        style.base_style = document.styles[base]
    document.add_paragraph(text, name)
    return document


def test_a_style_of_the_same_name_is_the_templates():
    host = styled("Clause", 20, "{{p x}}")
    out = render(saved(host), {"x": Subdocument(saved(styled("Clause", 8, "text")))})
    paragraph = opened(out).paragraphs[0]
    assert (paragraph.text, paragraph.style.name, paragraph.style.font.size.pt) == ("text", "Clause", 20)


def test_other_styles_are_brought_along_with_those_they_rest_on():
    sub = styled("Base Clause", 8, "base")
    styled("Clause", 9, "text", sub, "Base Clause")
    paragraph = next(p for p in opened(read(saved(sub))).paragraphs if p.text == "text")
    assert (paragraph.style.name, paragraph.style.base_style.name) == ("Clause", "Base Clause")
    assert paragraph.style.font.size.pt == 9


def test_an_identifier_of_another_name_is_not_taken_for_the_same_style():
    host, sub = styled("Clause", 20, "{{p x}}"), styled("Clause", 8, "text")
    sub.styles["Clause"].element.find(qn("w:name")).set(qn("w:val"), "Other")
    out = render(saved(host), {"x": Subdocument(saved(sub))})
    paragraph = opened(out).paragraphs[0]
    assert (paragraph.style.name, paragraph.style.style_id) == ("Other", "Clause2")


def numbers(out):
    return [
        (p.text, p._p.pPr.numPr.numId.val)
        for p in opened(out).paragraphs
        if p._p.pPr is not None and p._p.pPr.numPr is not None
    ]


ITEM = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>'
    "<w:r><w:t>{}</w:t></w:r></w:p>"
)
NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    '</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r>'
    '<w:t xml:space="preserve"> {{ n }} the note</w:t></w:r></w:p></w:footnote>'
)


def test_lists_begin_anew_with_every_insertion():
    data = inner(xml(ITEM.format("a") + ITEM.format("b")))
    out = render(template("{{p x}}", xml(ITEM.format("own")), "{{p x}}"), {"x": Subdocument(data)})
    (a, one), (b, same), (own, kept), (c, two), _ = numbers(out)
    assert (a, b, own, c) == ("a", "b", "own", "a")
    assert one == same
    assert kept == 5
    assert len({one, kept, two}) == 3


def test_pictures_and_links_come_along():
    def pictured(document):
        document.add_picture(io.BytesIO(picture()), Cm(2))

    data = inner(pictured, link("https://a.example/?a=1&b=2"))
    out = render(template("{{p x}}", "{{p x}}", header="{{p x}}"), {"x": Subdocument(data)})
    assert len(opened(out).inline_shapes) == 2
    assert len({shape._inline.docPr.id for shape in opened(out).inline_shapes}) == 2
    assert opened(out).paragraphs[1].hyperlinks[0].address == "https://a.example/?a=1&b=2"
    rel = opened(out).sections[0].header.part.rels
    assert sorted(r.reltype.rpartition("/")[2] for r in rel.values()) == ["hyperlink", "image"]


def test_a_link_that_a_document_may_not_hold_is_refused():
    (found,) = refused(template("{{p x}}"), {"x": Subdocument(inner(link("file:///etc/passwd")))})
    assert found.code == "TPL052"


BOOKMARK = (
    '<w:p><w:bookmarkStart w:id="3" w:name="there"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>'
    '<w:p><w:hyperlink w:anchor="there"><w:r><w:t>go</w:t></w:r></w:hyperlink></w:p>'
)


def test_bookmarks_are_unique_and_links_follow():
    out = render(template("{{p x}}", "{{p x}}", xml(BOOKMARK)), {"x": Subdocument(inner(xml(BOOKMARK)))})
    names = re.findall(r'bookmarkStart [^>]*w:name="(\w+)"', part(out))
    assert len(set(names)) == 3
    assert re.findall(r'w:anchor="(\w+)"', part(out)) == names
    ids = re.findall(r'bookmarkStart w:id="(\d+)"', part(out))
    assert len(set(ids)) == 3


def test_headings_are_listed_in_the_contents():
    out = render(template(xml(FIELD), "{{p x}}"), {"x": Subdocument(inner(heading("Inner"), "text"))})
    assert texts(out)[0] == "Inner"
    assert part(out).count('"_Toc000001"') == 2


def noted(document):
    """A document with one footnote, made by hand: python-docx makes none."""
    reference = f'<w:r {NAMESPACE}><w:footnoteReference w:id="2"/></w:r>'
    document.add_paragraph("with a note")._p.append(parse_xml(reference))
    notes = f"<w:footnotes {NAMESPACE}>{NOTES}</w:footnotes>"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    made = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(
        made, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    )


@pytest.mark.parametrize("host", [[], [noted]])
def test_footnotes_come_along(host):
    data = template("{{p x}}", *host)
    out = Template(data).render({"x": Subdocument(inner(noted)), "n": "own"})
    validate(data, out)
    found = re.findall(r'footnoteReference w:id="(\d+)"', part(out))
    notes = part(out, "word/footnotes.xml")
    assert len(set(found)) == len(host) + 1
    assert all(f'w:id="{number}"' in notes for number in found)
    assert notes.count("the note") == len(host) + 1


def test_a_path_is_read_through_the_templates_function():
    data = template("{{p x}}")
    out = Template(data, files={"parts/a.docx": inner("one")}.__getitem__).render(
        {"x": Subdocument("parts/a.docx")}
    )
    assert texts(out) == ["one"]


@pytest.mark.parametrize(
    ("value", "build", "code"),
    [
        (b"not a document", "{{p x}}", "TPL054"),
        ("../a.docx", "{{p x}}", "TPL053"),
        (inner("one"), "a {{ x }}", "TPL050"),
    ],
)
def test_faults(value, build, code):
    (found,) = refused(template(build), {"x": Subdocument(value)})
    assert found.code == code


def test_a_cell_keeps_a_paragraph_at_its_end():
    out = render(template([["{{p x}}"]]), {"x": Subdocument(inner([["a"]]))})
    assert opened(out).tables[0].cell(0, 0).tables[0].cell(0, 0).text == "a"


def test_the_same_render_gives_the_same_bytes():
    made = Template(template("{{p x}}"))
    data = inner("one", heading("two"), xml(ITEM.format("a")))
    assert made.render({"x": Subdocument(data)}) == made.render({"x": Subdocument(data)})


def test_its_tags_are_filled_with_the_names_that_its_own_tag_sees():
    file = Subdocument(inner("{{ n }}: {{ clause.title }} {{ extra }}"))
    host = template(
        "{% set extra = 'set' %}", "{% for clause in clauses %}", "{{p clause.file }}", "{% endfor %}"
    )
    clauses = [{"title": title, "file": file} for title in "AB"]
    assert texts(render(host, {"clauses": clauses, "n": 1})) == ["1: A set", "1: B set"]


def test_its_notes_loops_and_pictures_are_filled_too():
    data = inner("{% for x in xs %}", "item {{ x }}", "{% endfor %}", "{{ logo }}", noted)
    out = render(
        template("{{p x}}"), {"x": Subdocument(data), "xs": [1, 2], "logo": InlineImage(picture()), "n": 9}
    )
    assert texts(out) == ["item 1", "item 2", "", "with a note"]
    assert len(opened(out).inline_shapes) == 1
    assert " 9 the note" in part(out, "word/footnotes.xml")


def test_it_is_compiled_once_for_many_documents(monkeypatch):
    compiled = []
    init = Template.__init__
    monkeypatch.setattr(
        Template,
        "__init__",
        lambda self, *words, **named: (compiled.append(1), init(self, *words, **named))[1],
    )
    data, made = inner("{{ n }}"), Template(template("{{p x}}", "{{p x}}"))
    for n in range(3):
        assert texts(made.render({"x": Subdocument(data), "n": n})) == [str(n), str(n)]
    assert len(compiled) == 2


def told(data, context, **options):
    with pytest.raises(Refused) as caught:
        Template(data, "host.docx").render(context, **options)
    return [(found.code, found.place.in_("en")) for found in caught.value.findings]


def test_what_is_wrong_with_its_tags_names_the_file_and_the_place_of_its_tag():
    file = Subdocument(inner("{{ a | mony }}", "{{ b | mony }}"), "terms.docx")
    outer = "host.docx › Body › paragraph 1 › {{p x}} › terms.docx › Body › paragraph"
    assert told(template("{{p x}}"), {"x": file}) == [
        ("TPL015", f"{outer} 1 › {{{{ a | mony }}}}"),
        ("TPL015", f"{outer} 2 › {{{{ b | mony }}}}"),
    ]


def test_missing_values_in_it_are_told_with_those_around_it():
    data, context = template("{{p x}}", "{{ a }}"), {"x": Subdocument(inner("{{ b }}")), "a": None, "b": None}
    places = [
        "host.docx › Body › paragraph 1 › {{p x}} › subdocument.docx › Body › paragraph 1 › {{ b }}",
        "host.docx › Body › paragraph 2 › {{ a }}",
    ]
    assert told(data, context) == [("TPL020", place) for place in places]
    gaps = []
    out = Template(data, "host.docx").render(context, gaps=gaps)
    assert texts(out) == ["【待补充：b】", "【待补充：a】"]
    assert [gap.place.in_("en") for gap in gaps] == places


def test_a_file_that_puts_in_itself_is_stopped():
    ((code, place),) = told(template("{{p x}}"), {"x": Subdocument(inner("{{p x}}"), "a.docx")})
    assert code == "TPL054"
    assert "› … ›" in place


def test_limits_count_what_it_does():
    data = inner("{% for a in xs %}", "{{ a }}", "{% endfor %}")
    made = Template(template("{{p x}}", "{{p x}}"), limits=Limits(turns=15))
    with pytest.raises(Refused) as caught:
        made.render({"x": Subdocument(data), "xs": range(10)})
    assert [found.code for found in caught.value.findings] == ["TPL024"]


def test_the_filter_takes_paths_and_bytes():
    made = Template(template("{{p x | subdocument }}", "{{ y | subdocument }}"))
    out = made.render(
        {"x": "a.docx", "y": inner("two {{ n }}"), "n": 1}, files={"a.docx": inner("one")}.__getitem__
    )
    assert texts(out) == ["one", "two 1"]
