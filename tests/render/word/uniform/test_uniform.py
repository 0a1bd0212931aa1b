"""A finished document in the look that a tender demands of its anonymous part."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Cm, Pt, RGBColor
from lxml import etree
from PIL import Image

from kadocs.figures.typesetting import margins, spacing
from kadocs.render.word.uniform import USUAL, Uniform, uniform
from kadocs.render.word.uniform.drawings import grey_of, greyed

LOOK = Uniform("宋体", Decimal(14), spacing=spacing("固定值 26 磅"), margins=margins("上下 2.5cm，左右 3cm"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def gaudy(**how) -> bytes:
    """A document in colours, with a table, a picture and lists."""
    made = docx.Document()
    made.add_heading("总体方案", 1)
    run = made.add_paragraph().add_run("蓝色粗体")
    run.bold, run.font.size, run.font.name = True, Pt(9), "Arial"
    run.font.color.rgb, run.font.highlight_color = RGBColor(0, 0, 255), WD_COLOR_INDEX.YELLOW
    made.add_paragraph("一项", style="List Bullet")
    made.add_paragraph("第一", style="List Number")
    made.add_paragraph().add_run().add_picture(picture(), width=Cm(15))
    table = made.add_table(2, 3, style="Light Grid Accent 1")
    table.cell(0, 0).text, table.cell(1, 1).text = "序号", "很长的一段技术指标描述文字"
    made.core_properties.author = "云岭控制"
    for name, value in how.items():
        setattr(made.sections[0], name, value)
    return saved(made)


def saved(made) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def picture(kind: str = "PNG", colour: str = "blue") -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(out, kind, dpi=(200, 200))
    return out


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def tags(root: etree._Element) -> set[str]:
    return {str(each.tag).rpartition("}")[2] for each in root.iter("{*}*")}


BEFORE = gaudy()
AFTER = uniform(BEFORE, "a.docx", LOOK)


def texts(data: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]


def test_the_words_stay_as_they_are():
    assert texts(AFTER) == texts(BEFORE)


def test_the_same_document_gives_the_same_bytes():
    assert uniform(BEFORE, "a.docx", LOOK) == AFTER


def test_the_look_is_said_once_for_all():
    defaults = part(AFTER, "word/styles.xml").find(f"{W}docDefaults")
    fonts = defaults.find(f".//{W}rFonts")
    assert {fonts.get(f"{W}{face}") for face in ("ascii", "hAnsi", "eastAsia", "cs")} == {"宋体"}
    assert defaults.find(f".//{W}sz").get(f"{W}val") == "28"
    line = defaults.find(f".//{W}spacing")
    assert (line.get(f"{W}line"), line.get(f"{W}lineRule")) == ("520", "exact")


def test_no_letter_has_formatting_of_its_own():
    used = tags(part(AFTER, "word/document.xml"))
    assert used.isdisjoint({"rFonts", "sz", "color", "highlight", "b", "shd"})
    styles = tags(part(AFTER, "word/styles.xml").find(f"{W}style/.."))
    assert styles.isdisjoint({"color", "shd", "b", "i"})


def test_lists_have_numbers_and_no_signs():
    numbering = part(AFTER, "word/numbering.xml")
    assert "bullet" not in {each.get(f"{W}val") for each in numbering.iter(f"{W}numFmt")}
    assert "decimal" in {each.get(f"{W}val") for each in numbering.iter(f"{W}numFmt")}


def test_a_picture_is_not_cut_off_by_exact_lines_and_has_no_colour():
    made = docx.Document(io.BytesIO(AFTER))
    holder = next(p for p in made.paragraphs if p._p.findall(f".//{W}drawing"))
    spacing_ = holder._p.find(f"{W}pPr/{W}spacing")
    style = holder.style.element.find(f"{W}pPr/{W}spacing")
    assert (spacing_ if spacing_ is not None else style).get(f"{W}lineRule") == "auto"
    with zipfile.ZipFile(io.BytesIO(AFTER)) as package:
        (name,) = [each for each in package.namelist() if "media" in each]
        with Image.open(io.BytesIO(package.read(name))) as grey:
            assert grey.mode == "L"


@pytest.mark.parametrize("wide", [False, True])
def test_margins_are_those_demanded_and_tables_fit_between_them(wide):
    how = {"page_width": Cm(29.7), "page_height": Cm(21), "orientation": WD_ORIENT.LANDSCAPE} if wide else {}
    look = LOOK._replace(margins=margins("上下 2.5cm，左右 4cm"))
    made = docx.Document(io.BytesIO(uniform(gaudy(**how), "a.docx", look)))
    section = made.sections[0]
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(each.cm, 2) for each in edges] == [2.5, 2.5, 4.0, 4.0]
    room = section.page_width - section.left_margin - section.right_margin
    (picture_,) = made.inline_shapes
    assert picture_.width <= room


def test_headings_and_tables_may_have_sizes_of_their_own():
    look = LOOK._replace(heading=Decimal(16), table=Decimal("10.5"), bold=True)
    made = docx.Document(io.BytesIO(uniform(BEFORE, "a.docx", look)))
    assert made.styles["Heading 1"].font.size == Pt(16)
    assert made.styles["Heading 1"].font.bold
    cell = made.tables[0].cell(0, 0).paragraphs[0]
    assert cell.style.font.size == Pt(10.5)


def test_a_column_is_as_wide_as_its_words():
    made = docx.Document()
    table = made.add_table(2, 2)
    for row, (one, other) in zip(table.rows, (("序号", "要求"), ("1", "很长的一段话" * 8)), strict=True):
        row.cells[0].text, row.cells[1].text = one, other
    grid = table._tbl.tblGrid.gridCol_lst
    grid[0].w, grid[1].w = 300 * 635, 8000 * 635
    levelled = docx.Document(io.BytesIO(uniform(saved(made), "a.docx", LOOK)))
    widths = [column.w / 635 for column in levelled.tables[0]._tbl.tblGrid.gridCol_lst]
    assert widths[0] >= 2 * 14 * 20
    assert widths[1] > widths[0] * 5


def test_nothing_says_who_made_it():
    with zipfile.ZipFile(io.BytesIO(AFTER)) as package:
        said = package.read("docProps/core.xml") + package.read("docProps/app.xml")
    assert "云岭" not in said.decode()
    assert list(part(AFTER, "docProps/core.xml")) == []


def test_what_is_hidden_or_commented_on_stays_to_be_told():
    made = docx.Document()
    made.add_paragraph().add_run("藏起来").font.hidden = True
    assert "vanish" in tags(part(uniform(saved(made), "a.docx", USUAL), "word/document.xml"))


@pytest.mark.parametrize(
    ("colour", "grey"), [("000000", "000000"), ("FFFFFF", "FFFFFF"), ("FF0000", "4C4C4C"), ("x", "000000")]
)
def test_a_colour_becomes_the_grey_that_is_as_light(colour, grey):
    assert grey_of(colour) == grey


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_becomes_grey_and_keeps_its_size(kind):
    with Image.open(io.BytesIO(greyed(picture(kind).getvalue()))) as grey:
        assert (grey.format, grey.mode, grey.size) == (kind, "L", (40, 20))


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken"])
def test_what_is_no_picture_stays_as_it_is(data):
    assert greyed(data) == data
