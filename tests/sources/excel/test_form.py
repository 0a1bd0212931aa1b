"""A workbook that kadocs wrote is read by its marks, whatever its rows and labels look like."""

from __future__ import annotations

import pytest

from kadocs.findings import Severity
from tests.sources.excel.workbooks import read, said, write

ITEMS = [["报价清单"], [], ["行", "*名称", "单位", "*数量", "*单价"]]
EXAMPLE = ["示例", "名称示例", "单位示例", 100, 1200000]


def test_labels_take_the_cell_beside_them_and_nothing_further_right(tmp_path):
    rows = [
        ["客户信息"],
        ["", "填写项", "填写内容", "示例", "怎么填"],
        ["", "客户全称", "青岚", "客户全称示例", "全称"],
        ["", "客户简称", "", "客户简称示例", "常用的简称"],
        ["", "所属行业", "名称", "数量", "照执照填"],
    ]
    tree, findings = read(write(tmp_path / "deal.xlsx", 客户信息=rows))
    assert tree == {"account": {"name": "青岚", "industry": "名称"}}
    assert findings == []


def test_a_misspelt_label_is_told_of_once_if_something_stands_beside_it(tmp_path):
    rows = [
        ["客户信息"],
        ["", "填写项", "填写内容", "示例", "怎么填"],
        ["", "客户全称", "青岚", "x", "y"],
        ["", "客户减称", "青", "x", "y"],
        ["", "客户邮编", "", "x", "y"],
    ]
    _, findings = read(write(tmp_path / "deal.xlsx", 客户信息=rows))
    assert said(findings) == [("DATA034", "客户信息!B4")]


@pytest.mark.parametrize("name", ["合计", "小计", "注：另见附件", "名称", "一、硬件", "示例"])
def test_a_numbered_row_is_a_record_whatever_it_says(tmp_path, name):
    rows = [*ITEMS, EXAMPLE, [1, name, "台", 2, 300], [2, "", "", "", ""]]
    tree, findings = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert tree["quote"]["items"] == [{"name": name, "unit": "台", "quantity": "2", "unit_price": "300"}]
    assert findings == []


def test_rows_that_people_add_below_are_read_as_usual(tmp_path):
    rows = [*ITEMS, EXAMPLE, [1, "甲", "台", 1, 2], ["", "乙", "台", 3, 4], ["", "合计", "", "", ""]]
    tree, _ = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert [item["name"] for item in tree["quote"]["items"]] == ["甲", "乙"]


def test_an_example_that_was_written_over_is_told_of(tmp_path):
    rows = [*ITEMS, ["示例", "服务器", "台", 2, 300]]
    tree, findings = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert tree == {}
    assert said(findings, Severity.WARNING) == [("DATA049", "报价清单!B4")]
    assert "行号" in findings[0].hint.zh


def test_sheets_about_the_workbook_hold_nothing_under_any_name(tmp_path):
    guide = [["填写说明 (kadocs)"], [], ["客户全称", "这不是数据"]]
    deal = [["客户信息"], ["客户全称", "青岚"]]
    tree, findings = read(write(tmp_path / "deal.xlsx", 说明=guide, 客户信息=deal))
    assert tree == {"account": {"name": "青岚"}}
    assert findings == []


def test_a_table_ends_where_the_title_of_the_next_one_stands(tmp_path):
    rows = [
        ["解决方案"],
        ["", "填写项", "填写内容"],
        ["", "总体方案", "分两期"],
        [],
        ["项目团队"],
        ["行", "*姓名"],
        ["示例", "姓名示例"],
        [],
        ["痛点"],
        ["行", "*痛点", "影响"],
        [1, "停机多", "误点"],
    ]
    tree, findings = read(write(tmp_path / "deal.xlsx", 解决方案=rows))
    assert tree["solution"] == {"overview": "分两期", "pains": [{"text": "停机多", "impact": "误点"}]}
    assert said(findings, Severity.ERROR) == []
