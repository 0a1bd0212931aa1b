"""Finished files in which a text is hidden, a way each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePath
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Hide = Callable[[str], tuple[PurePath, bytes]]


def zipped(**members: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def paragraph(text: str, more: str = "") -> str:
    return f'<w:p><w:r>{more}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def body(xml: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{xml}</w:body></w:document>'


def docx(xml: str = "", **parts: str | bytes) -> bytes:
    return zipped(**{"word/document.xml": body(xml or paragraph("正文")), **parts})


def word(make: Callable[[str], bytes]) -> Hide:
    return lambda text: (PurePath("方案.docx"), make(text))


def split_over_runs(text: str) -> bytes:
    runs = "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(sign)}</w:t></w:r>" for sign in text)
    return docx(f"<w:p>{runs}</w:p>")


def drawn(text: str) -> bytes:
    box = f"<w:drawing><w:txbxContent>{paragraph(text)}</w:txbxContent></w:drawing>"
    return docx(f"<w:p><w:r>{box}</w:r></w:p>")


def picture(text: str) -> bytes:
    said = PngInfo()
    said.add_itxt("Description", text)
    target = io.BytesIO()
    Image.new("RGB", (2, 2)).save(target, "PNG", pnginfo=said)
    return target.getvalue()


def photo(text: str) -> bytes:
    image, target = Image.new("RGB", (2, 2)), io.BytesIO()
    exif = image.getexif()
    exif[0x9C9C] = text.encode("utf-16-le")
    image.save(target, "JPEG", exif=exif)
    return target.getvalue()


def workbook(text: str, where: str = "cell") -> bytes:
    book = Workbook()
    shown, hidden = book.active, book.create_sheet("底稿")
    assert shown is not None
    shown["A1"] = "报价"
    hidden.sheet_state = "hidden"
    if where == "cell":
        shown["C7"] = text
    elif where == "hidden sheet":
        hidden["B2"] = text
    elif where == "comment":
        shown["A1"].comment = Comment(text, "")
    elif where == "header":
        shown.oddHeader.center.text = text
    else:
        book.defined_names["X"] = DefinedName("X", attr_text=f'"{text}"')
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def excel(where: str) -> Hide:
    return lambda text: (PurePath("报价.xlsx"), workbook(text, where))


def about(text: str) -> tuple[PurePath, bytes]:
    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Subject": text})
    writer.write(target)
    return PurePath("方案.pdf"), target.getvalue()


def printed(text: str) -> bytes:
    """A PDF with an ASCII text on its second page."""
    writer, target = PdfWriter(), io.BytesIO()
    writer.add_blank_page(400, 100)
    page = writer.add_blank_page(400, 100)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 50 Td ({text}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(target)
    return target.getvalue()


def part(name: str) -> Hide:
    return word(lambda text: docx(**{name: body(paragraph(text))}))


def filled(name: str, content: str) -> Hide:
    """A part besides the body, with the text in place of "TEXT"."""
    return word(lambda text: docx(**{name: content.replace("TEXT", escape(text, {'"': "&quot;"}))}))


def marked(xml: str) -> Hide:
    """A body with the text in place of "TEXT"."""
    return word(lambda text: docx(f"<w:p>{xml.replace('TEXT', escape(text))}</w:p>"))


def tag(before: str, after: str) -> Hide:
    return word(lambda text: docx(f"<w:p>{before}{quoteattr(text)}{after}</w:p>"))


LINK = '<Relationships><Relationship Id="r1" TargetMode="External" Target="TEXT"/></Relationships>'
CHART = '<c:chart xmlns:c="c"><c:pt><c:v>TEXT</c:v></c:pt><c:pt><c:v>7</c:v></c:pt></c:chart>'
OLE = b"\xd0\xcf\x11\xe0"

PLACES: dict[str, Hide] = {
    "paragraph": word(lambda text: docx(paragraph(text))),
    "split over runs": word(split_over_runs),
    "table cell": word(lambda text: docx(f"<w:tbl><w:tr><w:tc>{paragraph(text)}</w:tc></w:tr></w:tbl>")),
    "text box": word(drawn),
    "hidden text": word(lambda text: docx(paragraph(text, "<w:rPr><w:vanish/></w:rPr>"))),
    "header": part("word/header1.xml"),
    "footer": part("word/footer2.xml"),
    "footnote": part("word/footnotes.xml"),
    "endnote": part("word/endnotes.xml"),
    "comment": part("word/comments.xml"),
    "deleted text": marked("<w:del><w:r><w:delText>TEXT</w:delText></w:r></w:del>"),
    "alternative text": tag("<wp:docPr id='1' name='x' descr=", "/>"),
    "tooltip": tag("<w:hyperlink w:tooltip=", "/>"),
    "field code": marked("<w:r><w:instrText>ADDIN TEXT</w:instrText></w:r>"),
    "simple field": tag("<w:fldSimple w:instr=", "/>"),
    "content control": tag("<w:sdt><w:sdtPr><w:alias w:val=", "/></w:sdtPr></w:sdt>"),
    "link": filled("word/_rels/document.xml.rels", LINK),
    "core properties": filled("docProps/core.xml", "<x><dc:subject>TEXT</dc:subject></x>"),
    "keywords": filled("docProps/core.xml", "<x><cp:keywords>TEXT</cp:keywords></x>"),
    "custom properties": filled("docProps/custom.xml", "<x><vt:lpwstr>TEXT</vt:lpwstr></x>"),
    "custom XML": filled("customXml/item1.xml", "<deal><v>TEXT</v></deal>"),
    "custom XML attribute": filled("customXml/item1.xml", '<deal v="TEXT"/>'),
    "document variable": filled("word/settings.xml", '<w:docVar w:name="v" w:val="TEXT"/>'),
    "chart cache": filled("word/charts/chart1.xml", CHART),
    "XML comment": word(lambda text: docx(f"<!-- {escape(text)} -->" + paragraph("正文"))),
    "embedded workbook": word(lambda text: docx(**{"word/embeddings/x.xlsx": workbook(text)})),
    "embedded document": word(lambda text: docx(**{"word/embeddings/x.docx": docx(paragraph(text))})),
    "old embedded object": word(
        lambda text: docx(**{"word/embeddings/x.bin": OLE + text.encode("utf-16-le")})
    ),
    "picture (PNG)": word(lambda text: docx(**{"word/media/1.png": picture(text)})),
    "picture (EXIF)": word(lambda text: docx(**{"word/media/1.jpg": photo(text)})),
    "web page in it": word(lambda text: docx(**{"word/afchunk.html": f"<p>{escape(text)}</p>"})),
    "cell": excel("cell"),
    "hidden sheet": excel("hidden sheet"),
    "cell comment": excel("comment"),
    "page header": excel("header"),
    "defined name": excel("name"),
    "PDF properties": about,
    "archive": lambda text: (PurePath("标书.zip"), zipped(**{"商务卷.docx": docx(paragraph(text))})),
}  # fmt: skip
"""A way to hide a text in a file, by where it is hidden."""
