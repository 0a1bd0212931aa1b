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

from kadocs.render.word import Subdocument, Template
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
