"""What the reader says it took each heading and label for."""

from __future__ import annotations

import pytest

from kadocs import report
from kadocs.sources import excel
from kadocs.sources.excel.mapping import Mapped, Why
from tests.sources.excel.workbooks import write

ROWS = [
    ["报价清单"],
    ["序号", "名称", "数量", "单价", "税额", "颜色"],
    ["一、硬件"],
    [1, "服务器", 2, 100, 23, "红"],
    ["序号", "名称", "数量", "单价", "税额", "颜色"],
    [2, "交换机", 1, 50, 6, "黑"],
    ["合计", None, None, 250],
    ["注：含税"],
]


@pytest.fixture
def mapped(tmp_path) -> list[Mapped]:
    path = write(
        tmp_path / "deal.xlsx",
        报价清单=ROWS,
        基本信息=[["客户名称", "青岚"], ["客户简你", "青"], ["天气", "晴"]],
    )
    return excel.read(path).mapped


def test_each_heading_and_label_stands_with_its_cell_field_and_title(mapped):
    items, basics = mapped
    assert [(each.place.cell, each.text, each.path) for each in items.taken] == [
        ("报价清单!A2", "序号", "quote.items[].no"),
        ("报价清单!B2", "名称", "quote.items[].name"),
        ("报价清单!C2", "数量", "quote.items[].quantity"),
        ("报价清单!D2", "单价", "quote.items[].unit_price"),
    ]
    assert [(each.place.cell, each.path, each.title.en) for each in basics.taken] == [
        ("基本信息!A1", "account.name", "Customer")
    ]


def test_what_is_not_read_stands_with_the_nearest_title(mapped):
    assert [(each.text, each.near and each.near.zh) for sheet in mapped for each in sheet.left] == [
        ("颜色", None),
        ("客户简你", "客户简称"),
        ("天气", None),
    ]


def test_rows_that_are_no_data_stand_with_the_reason(mapped):
    assert [(each.place.cell, each.why) for each in mapped[0].skipped] == [
        ("报价清单!E2", Why.COMPUTED),
        ("报价清单!A3", Why.GROUP),
        ("报价清单!A5", Why.AGAIN),
        ("报价清单!A7", Why.SUM),
        ("报价清单!A8", Why.NOTE),
    ]


def test_it_reads_from_top_to_bottom_in_both_languages(mapped):
    chinese, english = (report.mapping(mapped, language).splitlines() for language in ("zh", "en"))
    assert chinese[1:4] == [
        "  A2     “序号” → 序号（quote.items[].no）",
        "  B2     “名称” → 名称（quote.items[].name）",
        "  C2     “数量” → 数量（quote.items[].quantity）",
    ]
    assert "  F2     “颜色” 没有读取" in chinese
    assert "  A7     “合计” 不是数据：合计行，用来核对" in chinese
    assert "  A2     “客户简你” is not read; the nearest title is “Customer short name”" in english


def test_many_rows_of_one_kind_are_counted(tmp_path):
    rows = [["名称", "数量", "单价"], *(row for n in range(9) for row in ([f"第{n}类"], [f"甲{n}", 1, 1]))]
    mapped = excel.read(write(tmp_path / "deal.xlsx", 报价清单=rows)).mapped
    assert report.mapping(mapped, "zh").count("分类行") == 6
    assert "另有 4 处" in report.mapping(mapped, "zh")


def test_as_plain_values(mapped):
    told = report.sheet(mapped[1], "en")
    assert told["sheet"] == "基本信息"
    assert told["taken"] == [
        {"cell": "基本信息!A1", "text": "客户名称", "path": "account.name", "title": "Customer"}
    ]
    assert told["left"][0]["near"] == "Customer short name"
    assert report.sheet(mapped[0], "en")["skipped"][0]["why"] == "computed"


def test_without_a_workbook_there_is_nothing_to_map():
    assert report.mapping([], "en") == "no workbook or CSV file was read"
