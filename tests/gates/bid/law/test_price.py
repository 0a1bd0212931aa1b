"""The price beside the ceiling, our own cost, and what others bid."""

from datetime import date

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bid: {letter_price: 2150万元, opening_price: 2150万元}", []),
        ("bid: {letter_price: 21500000.01}", ["bid.letter_price"]),
        ("bid: {opening_price: 2160万元}", ["bid.opening_price"]),
        ("quote: {items: [{name: a, quantity: 1, unit_price: 2151万元}]}", ["tender.ceiling"]),
        ("quote: {items: [{name: a, quantity: 1, unit_price: 2150万元}]}", []),
    ],
)
def test_the_bid_is_within_the_ceiling(paths, text, found):
    assert paths("BID016", "tender: {ceiling: 2150万元}\n" + text) == found


def test_a_ceiling_in_both_places_is_judged_once(judge):
    text = """opportunity: {id: P, name: a, ceiling: 1129}
tender: {ceiling: 1129}
quote: {status: approved, tax_rate: 13%, items: [{name: a, quantity: 1, unit_price: 1130}]}
"""
    assert [finding.code for finding in judge(text)] == ["PROP023"]


def test_a_ceiling_without_tax_is_compared_with_the_net_price(paths):
    text = """tender: {ceiling: {amount: 1000, tax: 不含税}}
quote: {status: approved, tax_rate: 13%, items: [{name: a, quantity: 1, unit_price: 1130}]}
"""
    assert paths("BID016", text) == []
    assert paths("BID016", text.replace("1000", "999")) == ["tender.ceiling"]


@pytest.mark.parametrize(("regime", "told"), [("政府采购货物", 1), ("企业招标", 0)])
def test_without_a_ceiling_a_government_budget_is_the_limit(paths, regime, told):
    text = f"opportunity: {{id: P, name: a, regime: {regime}}}\ntender: {{budget: 100}}\n"
    assert paths("BID016", text + "bid: {opening_price: 101}") == ["bid.opening_price"] * told


@pytest.mark.parametrize(
    ("regime", "cost", "told"),
    [
        ("标准设备采购招标文件（2017）", "unit_cost: 99", 0),
        ("标准设备采购招标文件（2017）", "unit_cost: 101", 1),
        ("标准设备采购招标文件（2017）", "", 0),
        ("企业招标, procurement_method: 公开招标", "unit_cost: 101", 1),
        ("企业招标, procurement_method: 询价", "unit_cost: 101", 0),
        ("政府采购货物", "unit_cost: 101", 0),  # BID018 looks at abnormally low prices there
    ],
)
def test_a_tender_is_not_below_cost(paths, regime, cost, told):
    text = f"opportunity: {{id: P, name: a, regime: {regime}}}\n"
    text += f"quote: {{tax_rate: 13%, items: [{{name: a, quantity: 2, unit_price: 113, {cost}}}]}}"
    assert paths("BID017", text) == ["quote.items"] * told


@pytest.mark.parametrize(
    ("regime", "day", "price", "told"),
    [
        ("政府采购货物", (2026, 2, 1), 44, 1),  # below 45 % of the ceiling
        ("政府采购货物", (2026, 2, 1), 45, 0),
        ("政府采购货物", (2026, 1, 31), 44, 0),
        ("标准设备采购招标文件（2017）", (2026, 2, 1), 44, 0),
    ],
)
def test_an_abnormally_low_price_is_reviewed_in_government_procurement(paths, regime, day, price, told):
    text = f"opportunity: {{id: P, name: a, regime: {regime}}}\ntender: {{ceiling: 100}}\n"
    text += f"bid: {{opening_price: {price}}}"
    assert paths("BID018", text, date(*day)) == ["bid.opening_price"] * told


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ("rival_prices: [{rival: 甲, price: 60}, {rival: 乙, price: 60}]", ""),
        (
            "rival_prices: [{rival: 甲, price: 101}, {rival: 乙, price: 200}]",
            "平均值的 50%、低于第二低价的 50%",
        ),
        ("opened: [{bidder: 我方, price: 50}, {bidder: 甲, price: 101}]", "第二低价"),
        ("opened: [{bidder: 甲, price: 101, valid: 否}]", ""),
    ],
)
def test_the_reasons_are_named(judge, others, said):
    text = "vendor: {legal_name: 我方}\nopportunity: {id: P, name: a, regime: 政府采购服务}\n"
    found = [each for each in judge(text + f"bid: {{opening_price: 50, {others}}}") if each.code == "BID018"]
    assert [said in each.message.zh for each in found] == ([True] if said else [])


@pytest.mark.parametrize(
    ("tender", "price", "told"), [("", 100, 0), ("", 101, 1), ("alternatives_allowed: 是", 101, 0)]
)
def test_a_bidder_has_one_price(paths, tender, price, told):
    rows = f"{{bidder: 甲, price: 100}}, {{bidder: 甲, price: {price}}}, {{bidder: 乙, price: 120}}"
    text = f"tender: {{title: x, {tender}}}\nbid: {{opened: [{rows}]}}"
    assert paths("BID019", text) == ["bid.opened[1].price"] * told


@pytest.mark.parametrize(
    ("regime", "limits", "found"),
    [
        ("政府采购货物", "ceiling: 100, budget: 100", []),
        ("政府采购货物", "ceiling: 200, budget: 99", ["tender.budget"]),
        ("政府采购货物", "budget: 99", ["tender.budget"]),
        ("政府采购货物", "ceiling: 99, budget: 200", ["tender.ceiling"]),
        ("标准设备采购招标文件（2017）", "budget: 99", []),
    ],
)
def test_government_buyers_have_a_ceiling_and_a_budget(paths, regime, limits, found):
    text = f"opportunity: {{id: P, name: a, regime: {regime}}}\ntender: {{{limits}}}\n"
    text += "quote: {tax_rate: 0%, items: [{name: a, quantity: 1, unit_price: 100}]}"
    assert paths("BID016", text) == found
