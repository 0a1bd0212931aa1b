"""Base files and templates made in a line or two, and what a reader sees of their look."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image

from kadocs.render.word import Template
from kadocs.render.word.restyle import Brand, House, restyled
from tests.render.word.docs import blank, opened, saved, validate

SHIPPED = Path(__file__).parents[4] / "templates" / "_styles"
PLAIN = Brand()
PRESETS = ("gongwen", "bid", "modern", "english")


def preset(name, language="zh", brand=PLAIN):
    """A shipped house style."""
    return House(f"{name}.docx", (SHIPPED / f"{name}.docx").read_bytes(), brand, language)


def base(*build, language="zh", brand=PLAIN):
    """A house style whose base file is a blank document, after these functions have changed it."""
    document = blank()
    for step in build:
        step(document)
    return House("base.docx", saved(document), brand, language)


def size(name, points):
    """Gives a style a size; a style that is not there is made."""

    def build(document):
        style_of(document, name).font.size = Pt(points)

    return build


def style_of(document, name, kind=WD_STYLE_TYPE.PARAGRAPH):
    known = {style.name: style for style in document.styles}
    return known.get(name) or document.styles.add_style(name, kind)


def margins(**sides):
    """Gives the pages these margins, in millimetres."""

    def build(document):
        for side, width in sides.items():
            setattr(document.sections[0], f"{side}_margin", Mm(width))

    return build


def a4(document):
    document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)


def numbered(*levels, styles=("Heading 1", "Heading 2", "Heading 3")):
    """Numbers styles by one list: a (format, text) for each."""

    def build(document):
        numbering = document.part.numbering_part.element
        identity = 900 + len(numbering)
        written = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
            f'<w:pStyle w:val="{style_of(document, name).style_id}"/><w:suff w:val="space"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for depth, ((shape, text), name) in enumerate(zip(levels, styles, strict=False))
        )
        abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">{written}</w:abstractNum>'
        numbering.insert(0, parse_xml(abstract))
        num = f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{identity}"/></w:num>'
        numbering.append(parse_xml(num))
        for depth, name in enumerate(styles[: len(levels)]):
            properties = style_of(document, name).element.get_or_add_pPr()
            for old in properties.findall(qn("w:numPr")):
                properties.remove(old)
            listed = properties.get_or_add_numPr()
            listed.get_or_add_ilvl().val = depth
            listed.get_or_add_numId().val = identity

    return build


def logo(text=""):
    """Puts a picture into the header, with this alternative text."""

    def build(document):
        picture = BytesIO()
        Image.new("RGB", (40, 20), "navy").save(picture, "PNG")
        run = document.sections[0].header.paragraphs[0].add_run()
        shape = run.add_picture(BytesIO(picture.getvalue()), height=Mm(8))
        shape._inline.docPr.set("descr", text)

    return build


def colour(name, text):
    def build(document):
        style_of(document, name).font.color.rgb = RGBColor.from_string(text)

    return build


def look(data, house, context=None):
    """The document of a restyled template, checked."""
    changed = restyled(data, "template.docx", house)
    out = Template(changed).render({"vendor": {"logo": None}, **(context or {})}, language=house.language)
    validate(changed, out)
    return out


def named(data, name):
    """A document's style by its name."""
    return next(style for style in opened(data).styles if style.name == name)


def contents(data):
    """The entries of the contents, number and text."""
    found = []
    for paragraph in opened(data).element.body.iter(qn("w:p")):
        links = paragraph.findall(qn("w:hyperlink"))
        if links:
            found.append("".join(t.text or "" for link in links for t in link.iter(qn("w:t"))))
    return found


def parts(data, pattern):
    """The names of a package's members that match."""
    return [name for name in zipfile.ZipFile(BytesIO(data)).namelist() if re.search(pattern, name)]
