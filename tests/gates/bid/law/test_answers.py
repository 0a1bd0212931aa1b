"""What the bid answers to the tender."""

import pytest


@pytest.mark.parametrize("table", ["commercial_deviations", "technical_deviations"])
@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("response: 满足, kind: 无偏离", None),
        ("response: 更好, kind: 正偏离", None),
        ("response: 不满足, kind: 负偏离", "kind"),
        ("kind: 无偏离", "response"),
        ("response: 满足", "kind"),
    ],
)
def test_starred_clauses_are_answered_and_met(paths, table, row, found):
    text = f"bid: {{{table}: [{{demand: x, %s{row}}}]}}"
    assert paths("BID020", text % "starred: 是, ") == ([f"bid.{table}[0].{found}"] if found else [])
    assert paths("BID020", text % "") == []


@pytest.mark.parametrize(
    ("method", "requirement", "found"),
    [
        ("公开招标", "mandatory: 是, response: 完全满足", []),
        ("公开招标", "mandatory: 是, response: 完全满足, deviation: 负偏离", ["requirements[0].deviation"]),
        ("公开招标", "mandatory: 是, response: 不满足, mitigation: y", ["requirements[0].response"]),
        ("公开招标", "response: 不满足, mitigation: y", []),
        ("单一来源", "mandatory: 是, response: 不满足, mitigation: y", []),
    ],
)
def test_starred_requirements_are_met_in_a_tender(paths, method, requirement, found):
    text = f"opportunity: {{id: P, name: a, procurement_method: {method}}}\n"
    text += f"requirements: [{{id: R-1, text: x, {requirement}}}]"
    assert paths("BID020", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("quote: {warranty_months: 36}", []),
        ("quote: {warranty_months: 24}", ["quote.warranty_months"]),
        ("bid: {supplement: 无, discount_statement: 无}", []),
        ("bid: {supplement: 预付款到账为前提是不可的}", ["bid.supplement"]),
        ("bid: {supplement: 工期顺延，除非另有约定}", ["bid.supplement"]),
        ("bid: {opening_note: Prices are subject to exchange rates}", ["bid.opening_note"]),
        ("bid: {discount_statement: 以一次付清为条件优惠 2%}", ["bid.discount_statement"]),
    ],
)
def test_the_bid_holds_no_conditions(paths, text, found):
    assert paths("BID021", "tender: {warranty_months: 36}\n" + text) == found


@pytest.mark.parametrize(("days", "told"), [(120, 0), (121, 1)])
def test_delivery_is_in_time(paths, days, told):
    text = f"tender: {{delivery_days: 120}}\nquote: {{delivery_days: {days}}}"
    assert paths("BID022", text) == ["quote.delivery_days"] * told


@pytest.mark.parametrize(
    ("regime", "row", "told"),
    [
        ("标准设备采购招标文件（2017）", "demand: 出厂检验按国标, kind: 负偏离", 1),
        ("标准设备采购招标文件（2017）", "demand: 防水包装, kind: 正偏离", 0),
        ("标准设备采购招标文件（2017）", "demand: 防水包装, kind: 负偏离, starred: 是", 0),
        ("标准设备采购招标文件（2017）", "demand: 颜色为灰色, kind: 负偏离", 0),
        ("企业招标", "demand: 出厂检验按国标, kind: 负偏离", 0),
    ],
)
def test_packing_and_inspection_are_as_asked(paths, regime, row, told):
    text = f"opportunity: {{id: P, name: a, regime: {regime}}}\nbid: {{technical_deviations: [{{{row}}}]}}"
    assert paths("BID023", text) == ["bid.technical_deviations[0].kind"] * told
