"""Rows of label and value."""

import datetime
import re

import pytest

from kadocs.findings import Severity
from tests.sources.excel.workbooks import read, said, write


def test_pairs_stand_side_by_side_with_blank_rows_and_titles_between(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        基本信息=[
            ["商机基本信息表"],
            ["客户信息"],
            ["客户名称：", "青岚轨道", "所属行业", "轨道交通"],
            [],
            ["商机信息"],
            [" 项 目 编 号 *", "QL-1", "项目名称", "升级改造", "密级", "商密"],
        ],
    )
    tree, findings = read(path)
    assert tree["account"] == {"name": "青岚轨道", "industry": "轨道交通"}
    assert tree["opportunity"] == {"id": "QL-1", "name": "升级改造", "confidentiality": "商密"}
    assert findings == []


@pytest.mark.parametrize(
    "label", ["客户全称", "甲方", "业主", "建设单位", "采购人", "Customer", "CUSTOMER ："]
)
def test_a_field_is_known_by_its_titles_and_other_names(tmp_path, label):
    tree, _ = read(write(tmp_path / "deal.xlsx", 客户信息=[[label, "青岚轨道"]]))
    assert tree == {"account": {"name": "青岚轨道"}}


@pytest.mark.parametrize(
    ("label", "value", "text"),
    [
        ("预算（万元）", 2300, "2300万元"),
        ("预算（亿元）", 0.23, "0.23亿元"),
        ("预算（元）", 23000000, "23000000元"),
        ("Budget (EUR)", 5400000, "EUR 5400000"),
        ("预算（万元）", "2,300", "2,300万元"),
        ("预算（万元）", "2300万元", "2300万元"),
        ("预算", "1.2亿元", "1.2亿元"),
        ("预算", 2300.5, "2300.5"),
    ],
)
def test_the_unit_in_a_label_scales_its_amount(tmp_path, label, value, text):
    tree, _ = read(write(tmp_path / "deal.xlsx", 商机信息=[[label, value]]))
    assert tree == {"opportunity": {"budget": text}}


def test_a_title_above_decides_what_a_shared_label_means(tmp_path):
    rows = [["Vendor"], ["Employees", 640], ["Account"], ["Employees", 1180]]
    tree, _ = read(write(tmp_path / "deal.xlsx", Overview=rows))
    assert tree == {"vendor": {"employees": "640"}, "account": {"employees": "1180"}}


def test_without_a_title_a_shared_label_is_not_guessed(tmp_path):
    rows = [["投资", "x"], ["Confidentiality", "Secret"]]
    tree, findings = read(write(tmp_path / "deal.xlsx", Sheet1=rows))
    assert tree == {"solution": {"summary": {"investment": "x"}}}
    assert said(findings) == [("DATA039", "Sheet1!A2")]
    assert "opportunity.confidentiality or quote.confidentiality" in findings[0].message.en


def test_a_list_may_go_on_below_its_label_or_inside_its_cell(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        方案=[
            ["建设原则", "安全第一"],
            [None, "分层解耦"],
            [],
            ["关键设计"],
            ["1. 双平台并行"],
            ["2. 控制权互锁"],
            [],
            ["总体方案", "三层架构"],
            [None, "双网冗余"],
        ],
        报价信息=[["报价假设", "1、天窗充足\n2、接口开放"]],
    )
    tree, findings = read(path)
    assert tree["solution"]["principles"] == ["安全第一", "分层解耦"]
    assert tree["solution"]["key_designs"] == ["双平台并行", "控制权互锁"]
    assert tree["solution"]["overview"] == "三层架构\n双网冗余"
    assert tree["quote"]["assumptions"] == "天窗充足\n接口开放"
    assert findings == []


def test_label_and_value_may_share_a_cell(tmp_path):
    tree, _ = read(write(tmp_path / "deal.xlsx", 报价=[["报价日期：2026-11-20"], ["币种", "CNY"]]))
    assert tree == {"quote": {"date": "2026-11-20", "currency": "CNY"}}


def test_merged_cells_hold_their_value_once(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        lambda sheet: sheet.merge_cells("B1:D1"),
        项目背景=[["现状", "全长 30.6 公里", None, None], ["战略背景", "智慧运维"]],
    )
    assert read(path)[0]["solution"]["background"] == {
        "current_state": "全长 30.6 公里",
        "strategy": "智慧运维",
    }


def test_an_unknown_label_is_reported_with_its_cell_and_the_nearest_title(tmp_path):
    rows = [["客户名称", "青岚轨道"], ["客户简你", "青岚"], ["天气", "晴"]]
    tree, findings = read(write(tmp_path / "deal.xlsx", 客户信息=rows))
    assert tree == {"account": {"name": "青岚轨道"}}
    assert said(findings) == [("DATA034", "客户信息!A2"), ("DATA034", "客户信息!A3")]
    assert {f.severity for f in findings} == {Severity.WARNING}
    assert "客户简称" in findings[0].hint.zh


def test_the_same_field_twice_is_an_error_where_the_values_differ(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        基本信息=[["客户名称", "青岚轨道"]],
        封面=[["客户名称", "青岚轨道"], ["甲方", "青岚地铁"]],
    )
    tree, findings = read(path)
    assert tree == {"account": {"name": "青岚轨道"}}
    assert said(findings) == [("DATA041", "封面!B2")]
    assert findings[0].severity is Severity.ERROR
    assert {"青岚轨道", "青岚地铁", "基本信息!B1"} <= set(re.findall(r"[\w!]+", findings[0].message.en))


def test_the_same_value_in_other_words_is_nothing_to_tell(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        基本信息=[["预算（万元）", 2300], ["报价有效期", "90天"]],
        封面=[["预算", 23000000], ["报价有效期", 90]],
    )
    tree, findings = read(path)
    assert tree["opportunity"]["budget"] == "2300万元"
    assert findings == []


def test_values_keep_the_meaning_of_their_format(tmp_path):
    def touch(sheet):
        sheet["B1"].number_format = "0%"
        sheet["B3"].number_format = "000000"
        sheet["B5"].number_format = "0%"

    rows = [
        ["默认税率", 0.13],
        ["报价日期", datetime.date(2026, 11, 20)],
        ["邮政编码", 1],
        ["质保期", "36个月"],
        ["赢单概率", 0.6],
    ]
    tree, _ = read(write(tmp_path / "deal.xlsx", touch, 基本信息=rows))
    assert tree["quote"] == {"tax_rate": "13%", "date": "2026-11-20", "warranty_months": "36个月"}
    assert tree["vendor"] == {"postcode": "000001"}
    assert tree["opportunity"] == {"probability": "60%"}
