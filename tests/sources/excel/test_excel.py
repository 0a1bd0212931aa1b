"""The workbook as a whole: places, broken cells, hidden parts, sheets that say nothing."""

from datetime import datetime

import pytest

from kadocs import sources
from kadocs.figures.moments import CHINA
from kadocs.findings import Severity
from kadocs.sources import excel
from kadocs.tree.node import place_of
from tests.sources.excel.workbooks import read, said, write

ITEMS = [["名称", "数量", "单价"], ["服务器", 2, 100]]


def test_every_value_knows_its_cell(tmp_path):
    path = write(tmp_path / "deal.xlsx", 报价清单=[["报价清单"], *ITEMS], **{"Price list": [["币种", "CNY"]]})
    node, *_ = excel.read(path)
    assert place_of(node, ("quote", "items", 0, "unit_price")).cell == "报价清单!C3"
    assert place_of(node, ("quote", "currency")).cell == "'Price list'!B1"
    assert place_of(node, ("quote", "items", 0, "brand")).cell == "报价清单!A3"
    assert place_of(node, ("quote", "currency")).file == path.as_posix()


@pytest.mark.parametrize(
    "typed", [datetime(2026, 12, 25, 9, 30), 46381.395833333336, "2026年12月25日上午9时30分（北京时间）"]
)
def test_a_deadline_keeps_its_hour(tmp_path, typed):
    loaded = sources.load(
        write(tmp_path / "deal.xlsx", 招标信息=[["招标编号", "Z-1"], ["投标截止时间", typed]])
    )
    assert loaded.findings == ()
    assert loaded.deal.tender.deadline == datetime(2026, 12, 25, 9, 30, tzinfo=CHINA)


def test_a_deadline_without_an_hour_is_asked_for_it_at_its_cell(tmp_path):
    path = write(
        tmp_path / "deal.xlsx", 招标信息=[["招标编号", "Z-1"], ["投标截止时间", datetime(2026, 12, 25)]]
    )
    [finding] = sources.load(path).findings
    assert finding.place.cell == "招标信息!B2"
    assert "没有写几点几分" in finding.message.zh


def test_a_formula_without_a_value_is_an_error_at_its_cell_and_told_once(tmp_path):
    rows = [["名称", "数量", "单价"], ["服务器", 2, "=VLOOKUP(A2,价目!A:B,2)"]]
    path = write(tmp_path / "deal.xlsx", 报价清单=rows)
    loaded = sources.load(path)
    assert said(list(loaded.findings)) == [("DATA032", "报价清单!C2")]
    assert "保存" in loaded.findings[0].hint.zh
    assert loaded.deal is None


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?"])
def test_an_error_cell_is_an_error_at_its_cell_and_told_once(tmp_path, error):
    def touch(sheet):
        sheet["B2"] = error
        sheet["B2"].data_type = "e"

    path = write(tmp_path / "deal.xlsx", touch, 报价清单=[["名称", "数量", "单价"], ["服务器", 0, 100]])
    loaded = sources.load(path)
    assert said(list(loaded.findings)) == [("DATA033", "报价清单!B2")]
    assert error in loaded.findings[0].message.zh


def test_broken_cells_that_nothing_reads_do_not_matter(tmp_path):
    _, findings = read(write(tmp_path / "deal.xlsx", 报价清单=[*ITEMS, []], 草稿=[["=1/0"]]))
    assert said(findings, Severity.ERROR) == []


def test_a_number_too_long_for_excel_is_refused_at_its_cell(tmp_path):
    _, findings = read(write(tmp_path / "deal.xlsx", 我方信息=[["账号", 6222000000000000123]]))
    assert said(findings) == [("DATA038", "我方信息!B1")]
    assert findings[0].severity is Severity.ERROR


def test_the_same_number_as_text_arrives_as_written(tmp_path):
    tree, findings = read(write(tmp_path / "deal.xlsx", 我方信息=[["账号", "00006222000000000123"]]))
    assert tree == {"vendor": {"bank": {"account": "00006222000000000123"}}}
    assert findings == []


def test_hidden_sheets_are_left_out_and_named(tmp_path):
    def touch(sheet):
        if sheet.title == "成本测算":
            sheet.sheet_state = "hidden"

    tree, findings = read(write(tmp_path / "deal.xlsx", touch, 报价清单=ITEMS, 成本测算=[["币种", "USD"]]))
    assert list(tree["quote"]) == ["items"]
    assert said(findings) == [("DATA036", "成本测算")]


def test_hidden_rows_and_columns_are_read_and_named(tmp_path):
    def touch(sheet):
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True

    tree, findings = read(write(tmp_path / "deal.xlsx", touch, 报价清单=ITEMS))
    assert tree["quote"]["items"][0]["unit_price"] == "100"
    assert said(findings) == [("DATA037", "报价清单")]
    assert "第 2 行、C 列" in findings[0].message.zh


def test_a_sheet_without_anything_known_is_named_once(tmp_path):
    tree, findings = read(
        write(tmp_path / "deal.xlsx", 报价清单=ITEMS, 食堂=[["菜名", "星期"], ["面", "一"]], 空=[])
    )
    assert list(tree) == ["quote"]
    assert said(findings) == [("DATA035", "食堂")]


def test_a_strange_table_below_known_labels_is_told_of_briefly(tmp_path):
    rows = [["客户名称", "青岚轨道"], *([f"菜{n}", "一份", n, "元"] for n in range(100))]
    _, findings = read(write(tmp_path / "deal.xlsx", 基本信息=rows))
    assert len(findings) == 21
    assert "还有" in findings[-1].message.zh


def test_booleans_become_words(tmp_path):
    rows = [["编号", "需求", "★"], ["R-1", "冗余", True], ["R-2", "扩展", False]]
    tree, _ = read(write(tmp_path / "deal.xlsx", 需求=rows))
    assert [row["mandatory"] for row in tree["requirements"]] == ["是", "否"]


def test_the_deal_reads_a_messy_workbook(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        基本信息=[["客户名称", "青岚轨道"], ["项目编号", "QL-1", "项目名称", "升级"], ["报价日期", 46346]],
        报价清单=[
            ["单位：万元"],
            ["序号", "名称", "数量", "单价", "税率"],
            [1, "服务器", "２", "１２．８", 13],
        ],
    )
    loaded = sources.load(path)
    assert loaded.deal is not None
    assert loaded.deal.quote is not None
    assert str(loaded.deal.quote.total.amount) == "256000.00"
    assert str(loaded.deal.quote.date) == "2026-11-20"
