"""The rows of a table: items, categories, sums, and what is none of them."""

import pytest

from kadocs.findings import Severity
from kadocs.sources import excel
from kadocs.tree.node import place_of
from tests.sources.excel.workbooks import read, said, write

HEAD = ["序号", "名称", "数量", "单位", "单价", "合价"]


def quote(tmp_path, *rows, touch=None):
    tree, findings = read(write(tmp_path / "deal.xlsx", touch, 报价清单=[["报价清单"], *rows]))
    return tree["quote"], findings


def test_category_rows_name_the_category_of_the_rows_below(tmp_path):
    found, findings = quote(
        tmp_path,
        HEAD,
        ["一、硬件设备"],
        [1, "服务器", 2, "台", 100, 200],
        ["二", "平台软件", None, None, None, 300],
        [2, "平台", 1, "套", 300, 300],
    )
    assert [(item["name"], item["category"]) for item in found["items"]] == [
        ("服务器", "硬件设备"),
        ("平台", "平台软件"),
    ]
    assert findings == []


def test_sums_are_not_items_but_state_the_totals(tmp_path):
    found, _ = quote(
        tmp_path,
        HEAD,
        [1, "服务器", 2, "台", 113, 226],
        ["小计", None, None, None, None, 226],
        ["不含税合计", None, None, None, None, 200],
        ["税额（13%）", None, None, None, None, 26],
        ["合计（含税）", None, None, None, None, 226],
        ["合计（大写）：贰佰贰拾陆元整"],
    )
    assert [item["name"] for item in found["items"]] == ["服务器"]
    assert {key: found[key] for key in ("subtotal", "tax", "total", "total_cn")} == {
        "subtotal": "200",
        "tax": "26",
        "total": "226",
        "total_cn": "贰佰贰拾陆元整",
    }


def test_a_subtotal_that_is_not_the_sum_of_its_lines_is_an_error_at_its_cell(tmp_path):
    _, findings = quote(
        tmp_path,
        HEAD,
        [1, "服务器", 2, "台", 100, 200],
        ["小计", None, None, None, None, 200],
        [2, "平台", 1, "套", 300, 300],
        [3, "接口", 1, "套", 50, None],
        ["小计", None, None, None, None, 300],
    )
    assert said(findings) == [("DATA043", "报价清单!F7")]
    assert findings[0].severity is Severity.ERROR
    assert "300" in findings[0].message.zh
    assert "350" in findings[0].message.zh


@pytest.mark.parametrize(
    "rows",
    [
        [[1, "甲", 2, "台", 100, 200], ["小计", *[None] * 4, 200]],
        [["一、硬件"], [1, "甲", 2, "台", 100, 200], ["小计：", *[None] * 4, "200.00元"]],
        [
            ["一、硬件"],
            [1, "甲", 2, "台", 100, 200],
            ["小计", *[None] * 4, 200],
            [2, "乙", 1, "台", 50, 50],
            ["小计", *[None] * 4, 50],
            ["硬件合计", *[None] * 4, 250],
        ],
        [[1, "甲", 2, "台", "待定", "待定"], ["小计", *[None] * 4, 200]],
        [[1, "甲", 2, "台", 100, 200], ["税金小计", *[None] * 4, 26]],
        [[1, "甲", 2, "台", 100, 200], ["小计", *[None] * 4, 200], ["运费小计", *[None] * 4, 50]],
    ],
    ids=["equal", "section", "sum-of-sums", "line-unknown", "tax", "no-lines"],
)
def test_subtotals_that_nothing_can_be_said_against(tmp_path, rows):
    assert "DATA043" not in [code for code, _ in said(quote(tmp_path, HEAD, *rows)[1])]


def test_a_subtotal_in_ten_thousands_is_compared_in_full(tmp_path):
    rows = [["单位：万元"], HEAD, [1, "甲", 2, "台", 12.8, 25.6], ["小计", *[None] * 4, 25.5]]
    _, findings = quote(tmp_path, *rows)
    assert said(findings) == [("DATA043", "报价清单!F5")]
    assert "256,000" in findings[0].message.zh


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["模块", "价值"], [None, "看清全线"]], "A2"),
        ([["价值", "模块", "功能"], ["看清全线", None, "监视"]], "B2"),
        ([["模组名", "价值", "功能"], ["平台", "看清全线", "监视"]], "A2"),
    ],
)
def test_a_missing_value_is_told_at_its_own_cell_or_the_rows_first(tmp_path, rows, cell):
    node, *_ = excel.read(write(tmp_path / "deal.xlsx", 方案模块=rows))
    assert place_of(node, ("solution", "modules", 0, "name")).cell == f"方案模块!{cell}"


def test_sums_below_a_table_of_payments_are_no_payment(tmp_path):
    rows = [["付款节点", "付款比例"], ["预付款", "30%"], ["终验款", "70%"], ["合计", 1]]
    tree, _ = read(write(tmp_path / "deal.xlsx", 付款计划=rows))
    assert [payment["share"] for payment in tree["quote"]["payment"]] == ["30%", "70%"]


def test_a_unit_in_the_title_scales_the_money_of_the_table_and_nothing_else(tmp_path):
    found, _ = quote(
        tmp_path, ["单位：万元"], HEAD, [1, "服务器", 2, "台", 12.8, 25.6], ["合计", *[None] * 4, 25.6]
    )
    assert found["items"][0]["unit_price"] == "12.8万元"
    assert found["items"][0]["quantity"] == "2"
    assert found["total"] == "25.6万元"


def test_blank_rows_and_repeated_headers_are_passed_over(tmp_path):
    found, findings = quote(
        tmp_path, HEAD, [1, "服务器", 2, "台", 100, 200], [], HEAD, [], [], [2, "交换机", 1, "台", 5, 5]
    )
    assert [item["no"] for item in found["items"]] == ["1", "2"]
    assert findings == []


def test_merged_cells_hand_their_value_down(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        lambda sheet: sheet.merge_cells("A2:A3"),
        C139=[
            ["分组", "控制点", "已达成"],
            ["9 清楚", "流程", "是"],
            [None, "组织", "否"],
            [None, "资金", "否"],
        ],
    )
    points = read(path)[0]["opportunity"]["c139"]
    assert [point.get("group") for point in points] == ["9 清楚", "9 清楚", None]


def test_a_unit_beside_the_number_moves_to_its_own_column(tmp_path):
    found, _ = quote(tmp_path, HEAD, [1, "服务器", "２台", None, 100, 200], [2, "点", "3 点", "点", 1, 3])
    assert [(item["quantity"], item["unit"]) for item in found["items"]] == [("2", "台"), ("3", "点")]


def test_notes_at_the_foot_are_told_and_not_taken_for_data(tmp_path):
    found, findings = quote(tmp_path, HEAD, [1, "服务器", 2, "台", 100, 200], ["注：以上为含税价"])
    assert len(found["items"]) == 1
    assert said(findings, Severity.INFO) == [("DATA040", "报价清单!A4")]


def test_headlines_among_rows_without_categories_are_told(tmp_path):
    rows = [
        ["编号", "需求", "优先级"],
        ["一、功能要求"],
        ["R-1", "冗余", "必须"],
        ["二、性能要求"],
        ["R-2", "响应", "应该"],
    ]
    tree, findings = read(write(tmp_path / "deal.xlsx", 需求响应=rows))
    assert [row["id"] for row in tree["requirements"]] == ["R-1", "R-2"]
    assert said(findings) == [("DATA040", "需求响应!A2"), ("DATA040", "需求响应!A4")]


def test_an_incomplete_row_stays_an_item_for_the_model_to_refuse(tmp_path):
    found, _ = quote(tmp_path, HEAD, [1, "服务器", None, "台", 100, None])
    assert found["items"] == [{"no": "1", "name": "服务器", "unit": "台", "unit_price": "100"}]


def test_labels_below_a_table_end_it(tmp_path):
    found, _ = quote(
        tmp_path, HEAD, [1, "服务器", 2, "台", 100, 200], [], ["报价有效期", "90天", "币种", "CNY"]
    )
    assert (found["validity_days"], found["currency"], len(found["items"])) == ("90天", "CNY", 1)


def test_rows_of_two_sheets_join_in_one_list(tmp_path):
    path = write(
        tmp_path / "deal.xlsx",
        硬件报价清单=[HEAD, [1, "甲", 1, "台", 1, 1]],
        软件报价清单=[HEAD, [2, "乙", 1, "套", 1, 1]],
    )
    assert [item["name"] for item in read(path)[0]["quote"]["items"]] == ["甲", "乙"]
