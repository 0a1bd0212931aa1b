"""Findings in a copy of a team's workbook: at their cells, in one list, and nothing else touched."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

from kadocs.findings import Finding, Place, Severity, Text
from kadocs.sources.annotation import annotated

FILE = "deal.xlsx"
GREEN = PatternFill("solid", fgColor="0000FF00")
RED, YELLOW = "FFFF9F9F", "FFFFD966"
THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"


def found(
    cell: str, severity: Severity = Severity.ERROR, message: str = "“x”不是数字", file: str = FILE
) -> Finding:
    return Finding(
        "DATA013", severity, Place(file, cell=cell), Text(message, "no number"), Text("请改正", "fix it")
    )


def book() -> Workbook:
    """A workbook as people keep it: two sheets, formats, a note."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "报价"
    for row in (["名称", "数量"], ["甲", 1], ["乙", "x"]):
        sheet.append(row)
    sheet["B3"].fill, sheet["B3"].font = GREEN, Font(bold=True)
    sheet["A1"].comment = Comment("我的说明", "张三")
    made.create_sheet("空 表")["C5"] = "only"
    return made


def saved(made: Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def marked(findings: Sequence[Finding], data: bytes | None = None, language: str = "zh") -> Any:
    return load_workbook(io.BytesIO(annotated(data or saved(book()), FILE, findings, language)))


def fill(sheet: Any, cell: str) -> object:
    return sheet[cell].fill.fgColor.rgb if sheet[cell].fill.fill_type else None


def test_a_faulty_cell_is_coloured_keeps_its_looks_and_gets_a_note():
    sheet = marked([found("报价!B3")])["报价"]
    assert fill(sheet, "B3") == RED
    assert sheet["B3"].font.b
    assert sheet["B3"].value == "x"
    assert sheet["B3"].comment.text == "错误 DATA013\n“x”不是数字\n→ 请改正"
    assert sheet["B3"].comment.author == "kadocs check"
    assert fill(sheet, "B2") is None


def test_the_worst_of_several_findings_gives_the_colour_and_all_stand_in_the_note():
    sheet = marked(
        [found("报价!B3", Severity.WARNING, "可疑"), found("报价!B3"), found("报价!A2", Severity.WARNING)]
    )
    assert fill(sheet["报价"], "B3") == RED
    assert fill(sheet["报价"], "A2") == YELLOW
    assert "可疑" in sheet["报价"]["B3"].comment.text
    assert "不是数字" in sheet["报价"]["B3"].comment.text


@pytest.mark.parametrize("cell", ["A1", "D5", "B5", "Z5", "C4", "C6", "AA100"])
def test_cells_that_are_not_there_are_put_where_they_belong(cell):
    data = annotated(saved(book()), FILE, [found(f"'空 表'!{cell}")], "zh")
    sheet = load_workbook(io.BytesIO(data))["空 表"]
    assert fill(sheet, cell) == RED
    assert sheet["C5"].value == "only"
    xml = parts(data)["xl/worksheets/sheet2.xml"].decode()
    rows = [int(n) for n in re.findall(r'<row[^>]* r="(\d+)"', xml)]
    assert rows == sorted(set(rows))
    cells = re.findall(r'<c r="([A-Z]+)5"', xml)
    assert cells == sorted(cells, key=lambda name: (len(name), name))


def test_rows_and_cells_without_numbers_are_counted():
    members = parts(saved(book()))
    name = "xl/worksheets/sheet1.xml"
    members[name] = re.sub(rb'(<(?:row|c)) r="[A-Z]*\d+"', rb"\1", members[name])
    sheet = marked([found("报价!B3"), found("报价!C3"), found("报价!A9")], packed(members))["报价"]
    assert [sheet["B3"].value, fill(sheet, "B3"), fill(sheet, "C3"), fill(sheet, "A9")] == [
        "x",
        RED,
        RED,
        RED,
    ]
    assert [sheet["A2"].value, fill(sheet, "B2")] == ["甲", None]


def test_a_blank_cell_looks_like_its_column_but_for_the_colour():
    made = book()
    made["报价"].column_dimensions["D"].number_format = "0.00%"
    sheet = marked([found("报价!D7")], saved(made))["报价"]
    assert (sheet["D7"].number_format, fill(sheet, "D7")) == ("0.00%", RED)


def test_notes_of_others_stay_and_ours_stand_below():
    sheet = marked([found("报价!A1")])["报价"]
    assert sheet["A1"].comment.text == "我的说明\n———————— kadocs check\n错误 DATA013\n“x”不是数字\n→ 请改正"
    assert sheet["A1"].comment.author == "张三"


def test_conversations_are_left_alone_and_their_cells_coloured():
    members = parts(saved(book()))
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    members["xl/threadedComments/threadedComment1.xml"] = (
        f'<ThreadedComments xmlns="{THREADED}">'
        '<threadedComment ref="A1" id="1"><text>问</text></threadedComment></ThreadedComments>'
    ).encode()
    relation = (
        '<Relationship Id="t1" '
        'Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
        'Target="/xl/threadedComments/threadedComment1.xml"/></Relationships>'
    )
    members[rels] = members[rels].replace(b"</Relationships>", relation.encode())
    data = annotated(packed(members), FILE, [found("报价!A1")], "zh")
    after = parts(data)
    assert (
        after["xl/threadedComments/threadedComment1.xml"]
        == members["xl/threadedComments/threadedComment1.xml"]
    )
    sheet = load_workbook(io.BytesIO(data))["报价"]
    assert (sheet["A1"].comment.text, fill(sheet, "A1")) == ("我的说明", RED)


def test_all_findings_stand_in_a_list_with_links_the_worst_first():
    findings = [
        found("报价", Severity.INFO, "一张表"),
        found("报价!B3"),
        found("", Severity.WARNING, "整个文件"),
        found("kadocs!A1", message="在别处", file="kadocs.yaml"),
    ]
    made = marked(findings)
    sheet = made["检查结果"]
    assert made.sheetnames == ["报价", "空 表", "检查结果"]
    assert made.active is sheet
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert [row[0] for row in rows] == ["程度", "错误", "错误", "警告", "提示"]
    assert rows[1] == ["错误", "DATA013", "报价!B3", "“x”不是数字", "请改正"]
    assert sheet["C4"].hyperlink.location == "报价!B3"
    assert sheet["C6"].hyperlink is None
    assert {made["报价"]["A1"].comment.text, made["报价"]["B2"].comment} == {"我的说明", None}


def test_the_list_speaks_the_language_of_the_run():
    made = marked([found("报价!B3")], language="en")
    assert made.sheetnames[-1] == "Findings"
    assert made["报价"]["B3"].comment.text.startswith("Error DATA013\nno number")


def rich() -> bytes:
    """A sheet with all that stands around cells."""
    made = book()
    sheet = made["报价"]
    picture = io.BytesIO()
    Picture.new("RGB", (9, 9), "red").save(picture, "PNG")
    sheet.add_image(Image(picture), "H2")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3))
    sheet.add_chart(chart, "H9")
    sheet.merge_cells("E1:F2")
    sheet.conditional_formatting.add("B2:B3", CellIsRule("greaterThan", ["5"], fill=GREEN))
    check = DataValidation(type="whole", operator="between", formula1="0", formula2="9")
    check.add("B2:B3")
    sheet.add_data_validation(check)
    sheet.add_table(Table(displayName="T1", ref="A1:B3"))
    sheet.print_area = "A1:C3"
    return saved(made)


def test_everything_else_is_as_it_was():
    before = rich()
    after = annotated(before, FILE, [found("报价!B3"), found("报价!D1")], "zh")
    old, new = parts(before), parts(after)
    touched = {name for name in old if new[name] != old[name]}
    assert {name for name in touched if "sheet2" in name or "drawing1" in name or "media" in name} == set()
    assert {"xl/charts/chart1.xml", "xl/tables/table1.xml", "xl/media/image1.png"} <= set(old) - touched
    xml = new["xl/worksheets/sheet1.xml"].decode()
    order = re.findall(
        r"<(sheetData|mergeCells|conditionalFormatting|dataValidations|drawing|legacyDrawing|tableParts)\b",
        xml,
    )
    assert order == [
        *("sheetData", "mergeCells", "conditionalFormatting", "dataValidations"),
        *("drawing", "legacyDrawing", "tableParts"),
    ]
    kept = old["xl/worksheets/sheet1.xml"].decode()
    for element in ("mergeCells", "conditionalFormatting", "dataValidations", "tableParts"):
        pattern = rf"<{element}.*?</{element}>"
        assert re.findall(pattern, xml) == re.findall(pattern, kept)


def test_the_same_findings_give_the_same_bytes():
    data = rich()
    assert annotated(data, FILE, [found("报价!B3")], "zh") == annotated(data, FILE, [found("报价!B3")], "zh")


def test_a_second_run_takes_the_first_one_out():
    first = annotated(saved(book()), FILE, [found("报价!A1"), found("报价!B2"), found("报价!B3")], "zh")
    second = annotated(first, FILE, [found("报价!B3", Severity.WARNING)], "zh")
    drawn = [len(re.findall(rb"<\w+:shape ", vml)) for name, vml in parts(second).items() if ".vml" in name]
    assert drawn == [2]
    made = load_workbook(io.BytesIO(second))
    assert made.sheetnames == ["报价", "空 表", "检查结果"]
    assert len(list(made["检查结果"].iter_rows())) == 4
    sheet = made["报价"]
    assert (sheet["A1"].comment.text, sheet["B2"].comment) == ("我的说明", None)
    assert (fill(sheet, "A1"), fill(sheet, "B2"), fill(sheet, "B3")) == (None, None, YELLOW)


def test_a_copy_that_was_edited_and_saved_is_known_again():
    first = annotated(saved(book()), FILE, [found("报价!B2")], "zh")
    again = annotated(saved(load_workbook(io.BytesIO(first))), FILE, [found("报价!B3")], "en")
    made = load_workbook(io.BytesIO(again))
    assert made.sheetnames == ["报价", "空 表", "Findings"]
    assert (made["报价"]["B2"].comment, fill(made["报价"], "B2"), fill(made["报价"], "B3")) == (
        None,
        None,
        RED,
    )


def test_a_name_that_is_taken_gets_a_number():
    made = book()
    made.create_sheet("检查结果")["A1"] = "我自己的表"
    assert marked([found("报价!B3")], saved(made)).sheetnames[-2:] == ["检查结果", "检查结果 (2)"]


def test_characters_that_xml_cannot_hold_do_not_stop_it():
    sheet = marked([found("报价!B3", message="坏\x01值 <&>")])
    assert "<&>" in sheet["报价"]["B3"].comment.text


def test_sheets_with_quotes_and_blanks_in_their_names_are_found():
    made = book()
    made["空 表"].title = "老王's 表"
    assert fill(marked([found("'老王''s 表'!C5")], saved(made))["老王's 表"], "C5") == RED
