"""Styles, lists and fonts that come with a text keep their look, unless the document has them by name."""

import re

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

from kadocs.render.word import Subdocument
from tests.render.word.docs import NAMESPACE, opened, part, render, saved, template, texts


def put_in(document, host=None):
    return opened(render(host or template("{{p x}}"), {"x": Subdocument(saved(document))}))


def linked(document, paragraph="Clause", character="Clause Char"):
    """A paragraph style and its character style, each linked with the other, both used."""
    one = document.styles.add_style(paragraph, WD_STYLE_TYPE.PARAGRAPH)
    other = document.styles.add_style(character, WD_STYLE_TYPE.CHARACTER)
    for style, link in ((one, other), (other, one)):
        name = style.element.find(qn("w:name"))
        name.addnext(parse_xml(f'<w:link {NAMESPACE} w:val="{link.style_id}"/>'))
    document.add_paragraph("text", one).add_run("more", other)
    return one


def link_of(document, name):
    found = document.styles[name].element.find(qn("w:link"))
    return None if found is None else found.get(qn("w:val"))


def test_linked_styles_stay_linked():
    document = docx.Document()
    linked(document)
    out = put_in(document)
    assert link_of(out, "Clause") == out.styles["Clause Char"].style_id
    assert link_of(out, "Clause Char") == out.styles["Clause"].style_id


def test_a_style_is_not_linked_with_one_of_the_document():
    document, host = docx.Document(), docx.Document()
    linked(document)
    host.styles.add_style("Clause Char", WD_STYLE_TYPE.CHARACTER)
    host.add_paragraph("{{p x}}")
    assert link_of(put_in(document, saved(host)), "Clause") is None


def test_the_style_that_follows_comes_along():
    document = docx.Document()
    style = linked(document)
    style.next_paragraph_style = document.styles.add_style("After Clause", WD_STYLE_TYPE.PARAGRAPH)
    assert put_in(document).styles["Clause"].next_paragraph_style.name == "After Clause"


def defaults(document, size=28, after=300):
    found = document.styles.element.find(qn("w:docDefaults"))
    for old in list(found):
        found.remove(old)
    for tag, inner in (
        (
            "rPrDefault",
            f'<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/><w:sz w:val="{size}"/></w:rPr>',
        ),
        ("pPrDefault", f'<w:pPr><w:spacing w:after="{after}"/></w:pPr>'),
    ):
        found.append(parse_xml(f"<w:{tag} {NAMESPACE}>{inner}</w:{tag}>"))


def own_style(document):
    style = document.styles.add_style("Clause", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = None
    style.paragraph_format.space_before = Pt(3)
    style.font.bold = True
    document.add_paragraph("text", style)


def test_a_style_that_rests_on_other_defaults_brings_them():
    document = docx.Document()
    own_style(document)
    defaults(document)
    style = put_in(document).styles["Clause"]
    assert (style.font.name, style.font.size, style.font.bold) == ("Courier New", Pt(14), True)
    assert (style.paragraph_format.space_before, style.paragraph_format.space_after) == (Pt(3), Pt(15))
    tags = [child.tag for child in style.element.rPr]
    assert tags == [qn(name) for name in ("w:rFonts", "w:b", "w:sz")]


def test_with_the_same_defaults_a_style_stays_as_it_is():
    document = docx.Document()
    own_style(document)
    assert put_in(document).styles["Clause"].font.size is None


def themed(document, font):
    """Let the theme's font be `font`, and a style and a run use it."""
    theme = next(r.target_part for r in document.part.rels.values() if r.reltype.endswith("/theme"))
    theme._blob = re.sub(
        rb'(<a:minorFont>\s*<a:latin typeface=")[^"]*',
        rb"\g<1>" + font.replace("&", "&amp;").encode(),
        theme.blob,
    )
    style = document.styles.add_style("Clause", WD_STYLE_TYPE.PARAGRAPH)
    fonts = f'<w:rFonts {NAMESPACE} w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    style.element.get_or_add_rPr().append(parse_xml(fonts))
    run = document.add_paragraph("", style).add_run("text")
    run._r.get_or_add_rPr().append(parse_xml(fonts))
    return document


@pytest.mark.parametrize(
    ("font", "expected"),
    [("A & B", {"ascii": "A & B", "hAnsi": "A & B"}), ("Same", {"asciiTheme": "minorHAnsi"})],
)
def test_fonts_of_another_theme_are_named(font, expected):
    host = docx.Document()
    host.add_paragraph("{{p x}}")
    theme = next(r.target_part for r in host.part.rels.values() if r.reltype.endswith("/theme"))
    theme._blob = re.sub(rb'(<a:minorFont>\s*<a:latin typeface=")[^"]*', rb"\g<1>Same", theme.blob)
    out = put_in(themed(docx.Document(), font), saved(host))
    for fonts in (
        out.styles["Clause"].element.rPr.rFonts,
        next(r for p in out.paragraphs for r in p.runs)._r.rPr.rFonts,
    ):
        assert {name: fonts.get(qn(f"w:{name}")) for name in expected} == expected
        assert ("asciiTheme" in expected) == (fonts.get(qn("w:asciiTheme")) is not None)


OWN = (
    '<w:num {ns} w:numId="90"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="4"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1"/></w:lvl></w:lvlOverride></w:num>'
)


def test_a_list_with_levels_of_its_own_brings_them():
    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = numbering.num_lst[0].abstractNumId.val
    numbering.append(parse_xml(OWN.format(ns=NAMESPACE, abstract=abstract)))
    properties = document.add_paragraph("item")._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val, properties.get_or_add_ilvl().val = 90, 0
    out = put_in(document)
    used = next(p for p in out.paragraphs if p.text == "item")._p.pPr.numPr.numId.val
    numbering = out.part.numbering_part.element
    num = next(n for n in numbering.num_lst if n.numId == used)
    assert num.lvlOverride_lst[0].find(qn("w:startOverride")).get(qn("w:val")) == "4"
    (abstract,) = [
        a
        for a in numbering.iterchildren(qn("w:abstractNum"))
        if a.get(qn("w:abstractNumId")) == str(num.abstractNumId.val)
    ]
    assert abstract.find(f"{qn('w:lvl')}/{qn('w:numFmt')}").get(qn("w:val")) == "upperRoman"


def test_bodies_without_anything_special_are_left_alone():
    document = docx.Document()
    document.add_paragraph("text")
    out = render(template("{{p x}}"), {"x": Subdocument(saved(document))})
    assert part(out, "word/styles.xml") == part(template("{{p x}}"), "word/styles.xml")


def test_a_file_that_is_filled_in_each_turn_brings_its_styles_once():
    def build(document):
        document.add_paragraph("{{ x }}", style=document.styles.add_style("Own", WD_STYLE_TYPE.PARAGRAPH))

    out = render(
        template("{% for x in xs %}", "{{p file }}", "{% endfor %}"),
        {"xs": [1, 2, 3], "file": Subdocument(template(build))},
    )
    assert texts(out) == ["1", "2", "3"]
    assert part(out, "word/styles.xml").count('w:val="Own"') == 1
