"""What people write into cells: read right, or refused at its cell with the way out."""

from __future__ import annotations

from datetime import date

import pytest

from kadocs import sources
from kadocs.findings import Severity
from tests.sources.excel.workbooks import FULL, ITEM, SCALED, at, formatted, one, read, write

READ = {
    "number-grouped": (one("备注", "x", ["甲", " 1,234.50 ", 1]), None, "quote.items.0.quantity", "1,234.50"),
    "number-full-width": (one("备注", "x", ["甲", "１２３", 1]), None, "quote.items.0.quantity", "１２３"),
    "unit-behind-the-number": (one("备注", "x", ["甲", "２台", 1]), None, "quote.items.0.unit", "台"),
    "scale-in-the-cell": ({"商机": [["项目预算", "1.2亿"]]}, None, "opportunity.budget", "1.2亿"),
    "scale-of-the-format": (one("备注", "x"), formatted(C2=SCALED), "quote.items.0.unit_price", "100"),
    "percent-by-format": (one("税率", 0.13), formatted(D2="0%"), "quote.items.0.tax_rate", "13%"),
    "percent-by-heading": (one("税率（%）", 13), None, "quote.items.0.tax_rate", "13%"),
    "percent-below-one-by-heading": (one("优惠率（%）", "0.5"), None, "quote.items.0.discount", "0.5%"),
    "percent-full-width": (one("税率", "13％"), None, "quote.items.0.tax_rate", "13％"),
    "negative-in-red-brackets": (
        {"价格瀑布": [["环节", "金额"], ["让利", -1200]]},
        formatted(B2="#,##0_);[Red](#,##0)"),
        "quote.waterfall.0.amount",
        "-1200",
    ),
    "date-as-a-date": ({"报价": [["报价日期", date(2026, 3, 5)]]}, None, "quote.date", "2026-03-05"),
    "date-that-lost-its-format": ({"报价": [["报价日期", 46086]]}, None, "quote.date", "2026-03-05"),
    "leading-zeros-by-format": (
        {"我方信息": [["邮政编码", 12]]},
        formatted(B1="000000"),
        "vendor.postcode",
        "000012",
    ),
    "long-number-as-text": (
        {"我方信息": [["账号", "0006222020000123456"]]},
        None,
        "vendor.bank.account",
        "0006222020000123456",
    ),
    "dust-of-sums": (one("备注", "x", ["甲", 0.1 + 0.2, 1]), None, "quote.items.0.quantity", "0.3"),
    "line-breaks-stay": (one("备注", "双机\n热备"), None, "quote.items.0.remark", "双机\n热备"),
    "blanks-around-go": ({"客户": [["客户名称", "\u3000青岚\u00a0"]]}, None, "account.name", "青岚"),
    "chinese-punctuation-stays": ({"客户": [["客户名称", "青（岚）"]]}, None, "account.name", "青（岚）"),
    "none-is-a-word": (one("备注", "无"), None, "quote.items.0.remark", "无"),
    "a-dash-is-a-word-too": (one("备注", "—"), None, "quote.items.0.remark", "—"),
    "zero-is-a-number": (one("备注", "x", ["甲", 2, 0]), None, "quote.items.0.unit_price", "0"),
}

PRICE = "报价清单!C2"
REFUSED = {
    "price-not-known-yet": (one("备注", "x", ["甲", 2, "待定"]), None, "DATA013", PRICE, "留空"),
    "price-of-a-dash": (one("备注", "x", ["甲", 2, "—"]), None, "DATA010", PRICE, "请填写“单价”"),
    "about": ({"商机": [["项目预算", "约120万元"]]}, None, "DATA013", "商机!B1", "备注"),
    "at-least": ({"报价": [["报价有效期", "≥90天"]]}, None, "DATA013", "报价!B1", "备注"),
    "one-as-a-share": (one("税率", 1), None, "DATA013", "报价清单!D2", "百分号"),
    "long-number-as-a-number": (
        {"我方信息": [["账号", 6222020000001234567]]},
        None,
        "DATA038",
        "我方信息!B1",
        "文本",
    ),
    "long-number-shortened": (
        {"我方信息": [["账号", "6.22202E+18"]]},
        None,
        "DATA038",
        "我方信息!B1",
        "文本",
    ),
    "formula-not-calculated": (
        one("合价", "=VLOOKUP(A2,A:B,2)"),
        None,
        "DATA032",
        "报价清单!D2",
        "保存",
    ),
    "word-off-the-scale": (
        {"决策链": [["姓名", "立场"], ["周", "看情况"]]},
        None,
        "DATA013",
        "决策链!B2",
        "支持、中立、反对",
    ),
    "scaled-by-heading-and-by-format": (
        {"报价清单": [["名称", "数量", "单价（万元）"], ["甲", 2, 128000]]},
        formatted(C2=SCALED),
        "DATA045",
        PRICE,
        "常规",
    ),
    "subtotal-off": (
        {"报价清单": [FULL, [1, "甲", 2, "台", 100, 200], ["小计", *[None] * 4, 300]]},
        None,
        "DATA043",
        "报价清单!F3",
        "求和公式",
    ),
    "one-value-in-two-places": (
        {"甲": [["客户名称", "青岚"]], "乙": [["客户名称", "青岚地铁"]]},
        None,
        "DATA041",
        "乙!B1",
        "一样",
    ),
    "tax-mode-against-a-heading": (
        {"报价清单": [["名称", "数量", "不含税单价"], ["甲", 1, 1]], "报价": [["计税方式", "含税"]]},
        None,
        "DATA041",
        "报价!B1",
        "一样",
    ),
}


@pytest.mark.parametrize(("sheets", "touch", "path", "value"), READ.values(), ids=READ)
def test_read_right(tmp_path, sheets, touch, path, value):
    tree, findings = read(write(tmp_path / "deal.xlsx", touch, **sheets))
    assert at(tree, path) == value
    assert findings == []


@pytest.mark.parametrize(("sheets", "touch", "code", "cell", "way_out"), REFUSED.values(), ids=REFUSED)
def test_refused_at_its_cell_with_the_way_out(tmp_path, sheets, touch, code, cell, way_out):
    loaded = sources.load(write(tmp_path / "deal.xlsx", touch, **sheets))
    [found] = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
    assert (found.code, found.place.cell) == (code, cell)
    assert way_out in found.hint.zh


@pytest.mark.parametrize("form", ["2026.3.5", "2026/3/5", "2026年3月5日", "20260305", "２０２６-３-５"])
def test_a_date_as_people_type_it(tmp_path, form):
    deal = sources.load(write(tmp_path / "deal.xlsx", 报价=[["报价日期", form]])).deal
    assert deal.quote.date == date(2026, 3, 5)


@pytest.mark.parametrize("form", ["3月5日", "2026年3月底", "2026-03", "26/3/5", "3/5/2026", "长期", "尽快"])
def test_a_date_that_says_no_day_is_refused(tmp_path, form):
    [found] = sources.load(write(tmp_path / "deal.xlsx", 报价=[["报价日期", form]])).findings
    assert (found.code, found.place.cell) == ("DATA013", "报价!B1")
    assert "2026-03-05" in found.hint.zh


def test_ratings_in_words_and_stars(tmp_path):
    head = ["姓名", "影响力", "立场", "关系温度"]
    rows = [head, ["周", "★★★★☆", "支持", "高"], ["吴", "高", "中立", "未接触"]]
    deal = sources.load(write(tmp_path / "deal.xlsx", 决策链=rows)).deal
    assert [(c.influence, c.stance, c.access) for c in deal.contacts] == [(4, 1, 5), (5, 0, 0)]


def test_shares_of_payment_however_written(tmp_path):
    rows = [["付款节点", "付款比例"], ["预付款", 0.3], ["到货款", 30], ["终验款", "40%"], ["合计", 1]]
    deal = sources.load(write(tmp_path / "deal.xlsx", 付款计划=rows)).deal
    assert [str(payment.share) for payment in deal.quote.payment] == ["0.3", "0.3", "0.4"]


def test_a_certificate_without_end(tmp_path):
    head = ["证书名称", "证书编号", "有效期至"]
    rows = [head, ["营业执照", "0012", "长期"], ["ISO 9001", "A-1", "2028.6.30"]]
    deal = sources.load(write(tmp_path / "deal.xlsx", 资质证书=rows)).deal
    assert [(each.permanent, each.valid_until) for each in deal.qualifications.certificates] == [
        (True, None),
        (False, date(2028, 6, 30)),
    ]


def test_a_plan_of_first_and_last_days(tmp_path):
    rows = [["任务编号", "任务名称", "开始日期", "结束日期"], ["T1", "复勘", "2027-01-04", "2027-01-17"]]
    deal = sources.load(write(tmp_path / "deal.xlsx", 实施计划=rows)).deal
    assert deal.solution.tasks[0].duration == 14


def test_broken_cells_do_not_hide_what_else_is_wrong(tmp_path):
    rows = [[*ITEM, "税率"], ["甲", "=NOW()", 1, "13%"], ["乙", 1, "待定", 1], ["丙", 1, 1, "130%"]]
    loaded = sources.load(write(tmp_path / "deal.xlsx", 报价清单=rows))
    found = [(f.code, f.place.cell) for f in loaded.findings if f.severity is Severity.ERROR]
    assert found == [
        ("DATA032", "报价清单!B2"),
        ("DATA013", "报价清单!C3"),
        ("DATA013", "报价清单!D3"),
        ("DATA013", "报价清单!D4"),  # a rate that leaves nothing
    ]
