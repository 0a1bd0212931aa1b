"""Whatever text data holds, a reader of the document finds it, as it was, in every part."""

import io
import zipfile
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from kadocs.render.word import Template
from tests.render.word.charts import chart, charted
from tests.render.word.docs import opened, template, validate, xml
from tests.render.word.notes import noted, refer

TAG = "[{{ x }}]"
BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    f"<w:p><w:r><w:t>{TAG}</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
CONTROL = f"<w:sdt><w:sdtContent><w:p><w:r><w:t>{TAG}</w:t></w:r></w:p></w:sdtContent></w:sdt>"


def commented(document: Document) -> None:
    document.add_comment(document.add_paragraph("x").runs, text=TAG, author="A")


def everywhere() -> bytes:
    """A template with one tag in each kind of part that holds text."""
    blocks = [TAG, [["a", TAG]], xml(BOX), xml(CONTROL), commented, refer(1, "x"), refer(1, "x", "endnote")]
    data = template(*blocks, charted(chart(escape(TAG))), header=TAG, footer=TAG, title=TAG)
    return noted(noted(data, TAG), TAG, kind="endnotes")


EVERYWHERE = everywhere()
TEMPLATE = Template(EVERYWHERE)


def found(data: bytes) -> dict[str, list[str]]:
    """What stands where, as python-docx reads it (as XML, where it reads nothing)."""
    document = opened(data)
    section = document.sections[0]
    body = document.element.body
    return {
        "body": [document.paragraphs[0].text],
        "table": [document.tables[0].cell(0, 1).text],
        "text box": read(body.iter(qn("w:txbxContent"))),
        "content control": read(body.iter(qn("w:sdtContent"))),
        "header": [paragraph.text for paragraph in section.header.paragraphs],
        "footer": [paragraph.text for paragraph in section.footer.paragraphs],
        "comment": [comment.text for comment in document.comments],
        "footnote": read(tree(data, "word/footnotes.xml").iterfind(f"{qn('w:footnote')}[last()]")),
        "endnote": read(tree(data, "word/endnotes.xml").iterfind(f"{qn('w:endnote')}[last()]")),
        "property": [document.core_properties.title],
        "chart": ["".join(tree(data, "word/charts/chart1.xml").find(f".//{qn('c:title')}").itertext())],
    }


def read(holders) -> list[str]:
    return [Paragraph(p, None).text for holder in holders for p in holder.iter(qn("w:p"))]


def tree(data: bytes, name: str):
    return parse_xml(zipfile.ZipFile(io.BytesIO(data)).read(name))


# Line ends become line breaks, and control characters cannot stand in XML.
PLAIN = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff"
)
LOADED = st.sampled_from(["{{", "}}", "{%", "%}", "{_{", "&amp;", "<", "]]>", "  ", "\\", '"', "$", "/"])
READABLE = st.lists(st.text(PLAIN, max_size=20) | LOADED, max_size=6).map("".join)


@given(READABLE)
@settings(deadline=None, max_examples=60)
def test_any_text_reads_back_identical_in_every_part(value: str) -> None:
    read = found(TEMPLATE.render({"x": value}))
    assert read == {part: [f"[{value}]"] for part in read}


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=25)
def test_any_text_at_all_gives_a_sound_document(value: str) -> None:
    document = TEMPLATE.render({"x": value})
    found(document)
    validate(EVERYWHERE, document)
