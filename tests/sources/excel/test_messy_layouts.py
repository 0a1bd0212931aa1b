"""Where teams put things on a sheet: read right, wherever that is."""

from __future__ import annotations

import pytest

from kadocs import sources
from kadocs.findings import Severity
from kadocs.tree.node import plain
from tests.sources.excel.workbooks import FULL, ITEM, at, merged, read, said, write

BASICS = [
    ("label-with-star-colon-and-blanks", [[" 客 户 名 称 *：", "青岚"]], "account.name", "青岚"),
    ("label-by-another-name", [["业主", "青岚"]], "account.name", "青岚"),
    (
        "three-pairs-a-row",
        [["客户名称", "青岚", "所属行业", "轨道交通", "项目编号", "QL-1"]],
        "opportunity.id",
        "QL-1",
    ),
    ("narrow-column-between-label-and-value", [["客户名称", None, "青岚"]], "account.name", "青岚"),
    ("unit-in-the-label", [["项目预算（万元）", 2300]], "opportunity.budget", "2300万元"),
]

LISTS = [
    (
        "headings-below-titles",
        [["某某项目报价清单"], ["日期：2026-11-20"], [], ITEM, ["服务器", 2, 100]],
        "name",
        "服务器",
    ),
    (
        "headings-not-in-the-first-column",
        [[None, None, *ITEM], [None, None, "服务器", 2, 100]],
        "quantity",
        "2",
    ),
    (
        "blank-columns-between-headings",
        [["名称", None, "数量", None, "单价"], ["服务器", None, 2, None, 100]],
        "unit_price",
        "100",
    ),
    (
        "headings-in-two-rows",
        [["名称", "数量", "价格", None], [None, None, "单价", "合价"], ["服务器", 2, 100, 200]],
        "amount",
        "200",
    ),
    (
        "units-in-a-row-below-the-headings",
        [ITEM, [None, "（台）", "（万元）"], ["服务器", 2, 1.2]],
        "unit_price",
        "1.2万元",
    ),
    ("heading-again-on-each-page", [ITEM, ["甲", 1, 1], ITEM, ["服务器", 1, 1]], "name", "甲"),
    ("category-rows", [FULL, ["一、硬件设备"], [1, "甲", 2, "台", 100, 200]], "category", "硬件设备"),
    ("scale-in-the-title", [["单位：万元"], ITEM, ["甲", 2, 1.2]], "unit_price", "1.2万元"),
    (
        "scale-of-the-heading-before-that-of-the-title",
        [["单位：万元"], ["名称", "数量", "单价（元）"], ["甲", 2, 12000]],
        "unit_price",
        "12000元",
    ),
]

TOTALS = [
    (
        "below-the-amounts",
        [FULL, [1, "甲", 2, "台", 100, 200], ["合计", *[None] * 4, 200]],
        {"total": "200"},
    ),
    (
        "net-tax-and-gross-in-one-row",
        [
            ["名称", "数量", "单价", "不含税合价", "税额", "含税合价"],
            ["甲", 1, 113, 100, 13, 113],
            ["合计", None, None, 100, 13, 113],
        ],
        {"subtotal": "100", "tax": "13", "total": "113"},
    ),
    ("in-words", [ITEM, ["甲", 2, 100], ["合计大写：贰佰元整"]], {"total_cn": "贰佰元整"}),
    (
        "of-net-prices",
        [["名称", "数量", "不含税单价", "合价"], ["甲", 1, 100, 100], ["合计", None, None, 100]],
        {"tax_mode": "不含税", "subtotal": "100"},
    ),
]

BESIDE = [
    (
        "two-tables-with-titles",
        [
            ["决策链", None, None, None, "里程碑"],
            ["姓名", "部门", "职务", None, "编号", "里程碑", "日期"],
            ["周", "集团", "总经理", None, "M1", "启动", "2027-01-18"],
            ["吴", "信息", "主任"],
        ],
        {"contacts.1.name": "吴", "solution.milestones.0.name": "启动"},
    ),
    (
        "one-table-in-two-halves",
        [[*ITEM, None, *ITEM], ["甲", 1, 1, None, "丙", 3, 3], ["乙", 2, 2]],
        {"quote.items.1.name": "乙", "quote.items.2.name": "丙"},
    ),
    (
        "labels-right-of-a-table",
        [[*ITEM, None, "币种", "USD"], ["甲", 1, 1, None, "报价日期", "2026-11-20"], ["乙", 2, 2]],
        {"quote.currency": "USD", "quote.date": "2026-11-20", "quote.items.1.name": "乙"},
    ),
    (
        "labels-left-of-a-table",
        [["币种", "USD", None, *ITEM], ["报价日期", "2026-11-20", None, "甲", 1, 1]],
        {"quote.currency": "USD", "quote.date": "2026-11-20", "quote.items.0.name": "甲"},
    ),
    (
        "labels-below-titles",
        [
            ["Account", None, None, "Vendor"],
            ["Employees", 1180, None, "Employees", 640],
            ["客户名称", "青岚", None, "公司全称", "华光"],
        ],
        {"account.employees": "1180", "vendor.employees": "640", "vendor.legal_name": "华光"},
    ),
    (
        "a-wide-table-below",
        [
            ["姓名", "部门", "职务", None, "编号", "里程碑", "日期"],
            ["周", "集团", "总经理", None, "M1", "启动", "2027-01-18"],
            [],
            ["报价清单"],
            [*FULL, "备注"],
            [1, "服务器", 2, "台", 100, 200, "x"],
        ],
        {
            "contacts.0.name": "周",
            "solution.milestones.0.id": "M1",
            "quote.items.0.unit": "台",
            "quote.items.0.remark": "x",
        },
    ),
]


def ids(table):
    return [row[0] for row in table]


@pytest.mark.parametrize(("rows", "path", "value"), [row[1:] for row in BASICS], ids=ids(BASICS))
def test_labels_and_values(tmp_path, rows, path, value):
    tree, findings = read(write(tmp_path / "deal.xlsx", 基本信息=rows))
    assert at(tree, path) == value
    assert findings == []


@pytest.mark.parametrize(("rows", "key", "value"), [row[1:] for row in LISTS], ids=ids(LISTS))
def test_lists(tmp_path, rows, key, value):
    tree, findings = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert tree["quote"]["items"][0][key] == value
    assert said(findings, Severity.ERROR) == []


@pytest.mark.parametrize(("rows", "stated"), [row[1:] for row in TOTALS], ids=ids(TOTALS))
def test_totals_state_what_the_sum_should_be(tmp_path, rows, stated):
    tree, findings = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert {key: value for key, value in tree["quote"].items() if key != "items"} == stated
    assert len(tree["quote"]["items"]) == 1
    assert findings == []


@pytest.mark.parametrize(("rows", "values"), [row[1:] for row in BESIDE], ids=ids(BESIDE))
def test_several_things_side_by_side(tmp_path, rows, values):
    tree, findings = read(write(tmp_path / "deal.xlsx", 总览=rows))
    assert {path: at(tree, path) for path in values} == values
    assert findings == []


def test_headings_in_two_rows_that_are_merged(tmp_path):
    rows = [["名称", "数量", "价格（万元）", None], [None, None, "单价", "合价"], ["服务器", 2, 1.2, 2.4]]
    path = write(tmp_path / "deal.xlsx", merged("A1:A2", "B1:B2", "C1:D1"), 报价清单=rows)
    assert read(path)[0]["quote"]["items"][0]["unit_price"] == "1.2万元"


def test_a_category_that_is_merged_down(tmp_path):
    rows = [["分类", *ITEM], ["硬件", "甲", 1, 1], [None, "乙", 1, 1]]
    tree, _ = read(write(tmp_path / "deal.xlsx", merged("A2:A3"), 报价清单=rows))
    assert [item["category"] for item in tree["quote"]["items"]] == ["硬件", "硬件"]


def test_rows_keep_their_order_whatever_their_numbers(tmp_path):
    rows = [["序号", *ITEM], ["1.1", "甲", 1, 1], [10, "乙", 1, 1], [2, "丙", 1, 1]]
    tree, _ = read(write(tmp_path / "deal.xlsx", 报价清单=rows))
    assert [item["no"] for item in tree["quote"]["items"]] == ["1.1", "10", "2"]


NET_AND_GROSS = [
    ["名称", "数量", "单价（不含税）", "单价（含税）", "合价（含税）"],
    ["甲", 2, 100, 113, 226],
    ["小计", None, None, None, 226],
]


def test_of_prices_with_and_without_tax_the_first_is_read_and_says_the_tax_mode(tmp_path):
    tree, findings = read(write(tmp_path / "deal.xlsx", 报价清单=NET_AND_GROSS))
    assert (tree["quote"]["tax_mode"], tree["quote"]["items"][0]["unit_price"]) == ("不含税", "100")
    assert "amount" not in tree["quote"]["items"][0]
    assert said(findings) == [("DATA044", "报价清单!D1")]


def test_where_the_tax_mode_is_known_the_price_in_it_is_read(tmp_path):
    path = write(tmp_path / "deal.xlsx", 报价=[["计税方式", "含税"]], 报价清单=NET_AND_GROSS)
    tree, findings = read(path)
    assert (tree["quote"]["tax_mode"], tree["quote"]["items"][0]["unit_price"]) == ("含税", "113")
    assert tree["quote"]["items"][0]["amount"] == "226"
    assert said(findings) == [("DATA044", "报价清单!C1")]


SHEETS = {
    "硬件报价清单": [FULL, [1, "甲", 2, "台", 100, 200], ["合计", *[None] * 4, 200]],
    "软件报价清单": [FULL, [2, "乙", 1, "套", 50, 50], ["合计", *[None] * 4, 50]],
}


def test_each_price_list_is_judged_by_its_own_total(tmp_path):
    tree, findings = read(write(tmp_path / "deal.xlsx", **SHEETS))
    assert list(tree["quote"]) == ["items"]
    assert findings == []


def test_a_grand_total_below_the_last_list_is_that_of_all(tmp_path):
    sheets = {**SHEETS, "软件报价清单": [*SHEETS["软件报价清单"], ["总计", *[None] * 4, 250]]}
    tree, findings = read(write(tmp_path / "deal.xlsx", **sheets))
    assert tree["quote"]["total"] == "250"
    assert findings == []


def test_a_total_that_is_neither_is_an_error_at_its_cell(tmp_path):
    sheets = {**SHEETS, "硬件报价清单": [*SHEETS["硬件报价清单"][:-1], ["合计", *[None] * 4, 210]]}
    _, findings = read(write(tmp_path / "deal.xlsx", **sheets))
    assert said(findings) == [("DATA043", "硬件报价清单!F3")]
    assert "200" in findings[0].message.zh


def test_totals_in_words_are_judged_like_those_in_figures(tmp_path):
    sheets = {name: [*rows[:-1], ["合计大写：贰佰元整"]] for name, rows in SHEETS.items()}
    _, findings = read(write(tmp_path / "deal.xlsx", **sheets))
    assert said(findings) == [("DATA043", "软件报价清单!A3")]


def test_the_taxes_of_all_lists_add_up(tmp_path):
    sheets = {name: [*rows, ["税额", *[None] * 4, 10]] for name, rows in SHEETS.items()}
    assert read(write(tmp_path / "deal.xlsx", **sheets))[0]["quote"]["tax"] == "20.00"


def test_a_list_with_an_unknown_price_judges_no_total(tmp_path):
    sheets = {**SHEETS, "软件报价清单": [FULL, [2, "乙", 1, "套", "待定", None], ["合计", *[None] * 4, 50]]}
    assert read(write(tmp_path / "deal.xlsx", **sheets))[1] == []


def test_an_amount_that_is_no_longer_quantity_by_price_is_told_at_its_cell(tmp_path):
    path = write(tmp_path / "deal.xlsx", 报价清单=[FULL, [1, "甲", 2, "台", 100, 150]])
    loaded = sources.load(path)
    item = loaded.deal.quote.items[0]
    assert (item.stated_amount.amount, item.amount.amount) == (150, 200)
    assert loaded.place(("quote", "items", 0, "amount")).cell == "报价清单!F2"


def test_what_is_read_is_the_same_every_time(tmp_path):
    path = write(tmp_path / "deal.xlsx", **SHEETS)
    assert plain(sources.read(path).node) == plain(sources.read(path).node)
