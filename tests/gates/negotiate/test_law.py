"""A tender by law: no talks before the award, and a contract that is what was bid."""

from datetime import date

import pytest

OPEN = "opportunity: {id: P, name: a, procurement_method: 公开招标, regime: %s}\n"
TENDER = OPEN % "标准设备采购招标文件（2017）"
FREE = "opportunity: {id: P, name: a, procurement_method: 邀请招标, regime: 国际招标}\n"
ROUND = "negotiation: {rounds: [{no: 1, date: 2027-01-11}]}\n"
FIRST = "negotiation.rounds[0].date"


@pytest.mark.parametrize(
    ("text", "today", "found"),
    [
        (TENDER + ROUND + "contract: {award_date: 2027-01-11}", (2026, 11, 20), []),
        (TENDER + ROUND + "contract: {award_date: 2027-01-12}", (2026, 11, 20), [FIRST]),
        (TENDER + ROUND, (2027, 1, 10), []),
        (TENDER + ROUND, (2027, 1, 11), [FIRST]),
        (TENDER + ROUND + "tender: {deadline: 2027-01-11 09:30}", (2026, 11, 20), [FIRST]),
        (TENDER + ROUND + "tender: {deadline: 2027-01-10 09:30}", (2026, 11, 20), []),
        (TENDER + ROUND + "bid: {status: 中标, submitted_at: 2027-01-01 09:00}", (2027, 2, 1), []),
        (FREE + ROUND, (2027, 2, 1), []),
        (OPEN % "企业招标" + ROUND, (2027, 2, 1), []),
        (
            FREE.replace("邀请招标", "竞争性谈判").replace("国际招标", "政府采购谈判磋商询价") + ROUND,
            (2027, 2, 1),
            [],
        ),
    ],
)
def test_nobody_negotiates_before_the_award(paths, text, today, found):
    assert paths("NEG001", text, date(*today)) == found


@pytest.mark.parametrize(
    ("negotiation", "found"),
    [
        ("agreed_price: 5", ["negotiation.agreed_price"]),
        ("issues: [{topic: x, status: 已达成, result: y}]", ["negotiation.issues[0].status"]),
        ("issues: [{topic: x, status: 有条件}]", ["negotiation.issues[0].status"]),
        ("issues: [{topic: x, status: 未谈}]", []),
    ],
)
def test_nothing_is_agreed_before_the_award(paths, negotiation, found):
    text = TENDER + f"negotiation: {{{negotiation}}}\n"
    assert paths("NEG001", text) == found
    assert paths("NEG001", text + "contract: {award_date: 2026-11-01}") == []


@pytest.mark.parametrize(
    ("currency", "told"),
    [("CNY", 1), ("EUR", 0)],
)
def test_without_a_regime_a_tender_in_yuan_counts(paths, currency, told):
    text = "opportunity: {id: P, name: a, procurement_method: 公开招标}\n"
    text += f"quote: {{currency: {currency}}}\n" + ROUND
    assert len(paths("NEG001", text, date(2027, 2, 1))) == told


QUOTE = """quote:
  status: approved
  tax_rate: 13%
  items: [{name: a, quantity: 1, unit_price: 1000}]
  delivery_days: 120
  warranty_months: 36
  payment: [{node: 预付款, share: 20%}, {node: 终验款, share: 80%}]
"""


@pytest.mark.parametrize(
    ("contract", "found"),
    [
        ("amount: 1000, delivery_days: 120, warranty_months: 36", []),
        ("amount: 1000.01", ["contract.amount"]),
        ("amount: 990", ["contract.amount"]),
        ("prices: [{part: a, rate: 13%, amount: 990}]", ["contract.prices"]),
        ("delivery_days: 100", ["contract.delivery_days"]),
        ("warranty_months: 24", ["contract.warranty_months"]),
        ("payment: [{node: 预付款, share: 20%}, {node: 终验款, share: 80%}]", []),
        (
            "payment: [{node: 预付款, share: 10%}, {node: 终验款, share: 90%}]",
            ["contract.payment[0].share", "contract.payment[1].share"],
        ),
        (
            "payment: [{node: 终验款, share: 80%}, {node: 质保金, share: 20%}]",
            ["contract.payment", "contract.payment[1].share"],
        ),
        ("review: {differences: [{clause: x, substantive: 否, approved_by: 甲}]}", []),
        (
            "review: {differences: [{clause: x, substantive: 是, approved_by: 甲}]}",
            ["contract.review.differences[0].substantive"],
        ),
    ],
)
def test_the_contract_of_a_tender_is_what_was_bid(paths, contract, found):
    assert sorted(paths("NEG002", TENDER + QUOTE + f"contract: {{{contract}}}")) == found
    assert paths("NEG002", FREE + QUOTE + f"contract: {{{contract}}}") == []


def test_the_bids_own_price_comes_before_the_quotation(paths):
    text = TENDER + QUOTE + "bid: {opening_price: 990}\n"
    assert paths("NEG002", text + "contract: {amount: 990}") == []
    assert paths("NEG002", text + "contract: {amount: 1000}") == ["contract.amount"]


ROW = ", review: {differences: [{clause: 价格, contract: %s, approved_by: %s}]}"


@pytest.mark.parametrize(
    ("contract", "found"),
    [
        ("amount: 1000", []),
        ("amount: 990", ["contract.amount"]),
        ("amount: 990" + ROW % ("含税 990.00 元", "甲"), []),
        ("amount: 990" + ROW % ("含税 995 元", "甲"), ["contract.amount"]),
        ("amount: 990" + ROW % ("含税 990 元", ""), ["contract.amount"]),
        ("delivery_days: 100" + ROW % ("100 天", "甲"), []),
        ("delivery_days: 100", ["contract.delivery_days"]),
    ],
)
def test_elsewhere_departures_are_approved(paths, contract, found):
    assert paths("NEG003", FREE + QUOTE + f"contract: {{{contract}}}") == found
    assert paths("NEG003", TENDER + QUOTE + f"contract: {{{contract}}}") == []


@pytest.mark.parametrize("figure", ["20,500,000.00", "2050万元", "2,050.00 万"])
def test_a_figure_may_be_grouped_or_in_ten_thousands(paths, figure):
    text = FREE + "quote: {status: approved, items: [{name: a, quantity: 1, unit_price: 2100万元}]}\n"
    row = f"{{clause: a, contract: '{figure}', approved_by: 甲}}"
    assert paths("NEG003", text + f"contract: {{amount: 2050万元, review: {{differences: [{row}]}}}}") == []


@pytest.mark.parametrize(("row", "told"), [("approved_by: 甲", 0), ("difference: x", 1)])
def test_each_difference_has_its_approver(paths, row, told):
    text = f"contract: {{review: {{differences: [{{clause: a, {row}}}]}}}}"
    assert paths("NEG004", text) == ["contract.review.differences[0].approved_by"] * told
