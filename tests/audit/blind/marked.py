"""A clean anonymous volume, and ways to leave a mark in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from functools import cache

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Cm, Pt, RGBColor
from PIL import Image, ImageDraw
from pypdf import PdfWriter

from kadocs.figures.typesetting import margins, spacing
from kadocs.render.word.uniform import Uniform, uniform

LOOK = Uniform("宋体", Decimal(14), spacing=spacing("固定值 26 磅"), margins=margins("上下 2.5cm，左右 3cm"))
Mark = Callable[[bytes], bytes]


@cache
def clean() -> bytes:
    """A volume as it is demanded, with headings, a table and a picture."""
    made = docx.Document()
    made.add_heading("总体方案", 1)
    made.add_paragraph("投标人的项目经理负责割接，采用双机热备。")
    made.add_picture(io.BytesIO(picture()), width=Cm(8))
    table = made.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "序号", "工业级，256GB"
    return uniform(saved(made), "技术册.docx", LOOK)


def picture(colour: str = "", *, small: bool = False) -> bytes:
    """A picture in grey, or with a spot of a colour."""
    drawn = Image.new("RGB", (60, 60), "white")
    ImageDraw.Draw(drawn).ellipse((10, 10, 50, 40), fill=colour or "grey")
    out = io.BytesIO()
    (drawn.resize((50, 50)) if small else drawn).save(out, "PNG")
    return out.getvalue()


LOGO = Image.new("L", (80, 40), "white")
ImageDraw.Draw(LOGO).polygon((5, 35, 40, 5, 75, 35), fill="black")


def logo(*, small: bool = False) -> bytes:
    """Our logo, as it is or made smaller."""
    out = io.BytesIO()
    (LOGO.resize((70, 35)) if small else LOGO).save(out, "PNG")
    return out.getvalue()


def saved(made: docx.document.Document) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def word(change: Callable[[docx.document.Document], object]) -> Mark:
    """A mark that python-docx can leave."""

    def mark(data: bytes) -> bytes:
        made = docx.Document(io.BytesIO(data))
        change(made)
        made.core_properties.author = made.core_properties.author or ""
        return without_properties(saved(made))

    return mark


def without_properties(data: bytes) -> bytes:
    """The document as python-docx leaves it, without the properties that it puts in."""
    empty = '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    return member("docProps/core.xml", empty.encode())(data)


def member(name: str, content: bytes) -> Mark:
    """A member put in, or in the place of one that there is."""

    def mark(data: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            for info in old.infolist():
                if info.filename != name:
                    new.writestr(info, old.read(info))
            new.writestr(name, content)
        return out.getvalue()

    return mark


def edited(old: str, new: str) -> Mark:
    """The text's XML with something in the place of something else."""

    def mark(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            content = package.read("word/document.xml").decode()
        assert old in content, old
        return member("word/document.xml", content.replace(old, new, 1).encode())(data)

    return mark


def run(change: Callable[[docx.text.run.Run], object], text: str = "双机热备") -> Mark:
    """A run with formatting of its own."""
    return word(lambda made: change(made.paragraphs[1].add_run(text)))


def said(text: str) -> Mark:
    """Words in the text."""
    return word(lambda made: made.add_paragraph(text))


def in_runs(text: str) -> Mark:
    """Words of which each letter is a run of its own."""
    return word(lambda made: [made.paragraphs[1].add_run(letter) for letter in text])


def linked(address: str) -> Mark:
    """A link out of the document."""
    return word(lambda made: made.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))


def pdf(pages: int = 1, outline: str = "", **about: str) -> bytes:
    """A PDF with so many pages."""
    made = PdfWriter()
    for _ in range(pages):
        made.add_blank_page(595, 842)
    if outline:
        made.add_outline_item(title=outline, page_number=0)
    made.metadata = None
    made.add_metadata({f"/{name}": value for name, value in about.items()})
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


BLUE, YELLOW, SMALL = RGBColor(0, 0, 255), WD_COLOR_INDEX.YELLOW, Pt(9)
