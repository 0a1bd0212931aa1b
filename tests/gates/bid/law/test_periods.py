"""The course of a tender, and the days that follow from the law."""

from datetime import date

import pytest

from kadocs.gates.deadlines import upcoming
from kadocs.model import Deal
from kadocs.tree.check import check
from kadocs.tree.yaml import parse

T, G, E = "标准设备采购招标文件（2017）", "政府采购货物", "企业招标"
DEAL = "opportunity: {id: P, name: a, regime: %s}\n"


@pytest.mark.parametrize(
    ("regime", "bidders", "told"),
    [(T, "甲乙丙", 0), (T, "甲乙", 1), (G, "甲甲乙", 1), (E, "甲乙", 0), (T, "", 0)],
)
def test_three_bidders(paths, regime, bidders, told):
    rows = ", ".join(f"{{bidder: {name}}}" for name in bidders)
    assert paths("BID038", DEAL % regime + f"bid: {{opened: [{rows}]}}") == ["bid.opened"] * told


@pytest.mark.parametrize(
    ("regime", "issued", "compulsory", "told"),
    [
        (T, "12-05", "是", 0),
        (T, "12-06", "是", 1),
        (T, "12-06", "否", 0),
        (G, "12-06", "否", 1),
        (E, "12-20", "是", 1),
        (E, "12-20", "否", 0),
    ],
)
def test_twenty_days_to_bid(paths, regime, issued, compulsory, told):
    tender = f"tender: {{issued_on: 2026-{issued}, deadline: 2026-12-25 09:30, must_tender: {compulsory}}}"
    assert paths("BID039", DEAL % regime + tender) == ["tender.deadline"] * told


@pytest.mark.parametrize(
    ("regime", "until", "told"),
    [
        (T, "2026-12-08", 0),  # from Friday the 4th: five days with it
        (T, "2026-12-07", 1),
        (G, "2026-12-10", 0),  # five working days
        (G, "2026-12-09", 1),
        (E, "2026-12-05", 0),
    ],
)
def test_the_documents_are_sold_for_five_days(paths, regime, until, told):
    tender = f"tender: {{issued_on: 2026-12-04, sold_until: {until}}}"
    assert paths("BID043", DEAL % regime + tender) == ["tender.sold_until"] * told


@pytest.mark.parametrize(
    ("regime", "bond", "today", "found"),
    [
        (T, "refunded_on: 2026-11-10", (2026, 11, 20), []),
        (T, "refunded_on: 2026-11-11", (2026, 11, 20), ["bid.bond.refunded_on"]),
        (T, "form: 转账", (2026, 11, 10), []),
        (T, "form: 转账", (2026, 11, 11), ["bid.bond.amount"]),
        (G, "refunded_on: 2026-11-12", (2026, 11, 20), []),  # five working days
        (G, "refunded_on: 2026-11-13", (2026, 11, 20), ["bid.bond.refunded_on"]),
    ],
)
def test_the_bid_bond_comes_back(paths, regime, bond, today, found):
    text = DEAL % regime + f"contract: {{signed_on: 2026-11-05}}\nbid: {{bond: {{amount: 5, {bond}}}}}"
    assert paths("BID046", text, date(*today)) == found


@pytest.mark.parametrize(
    ("regime", "tender", "told"),
    [
        (T, "must_tender: 否, estimate: 200万元", 1),
        (T, "must_tender: 否, estimate: 199万元", 0),
        (T, "must_tender: 是, estimate: 500万元", 0),
        ("标准施工招标文件（2007）", "must_tender: 否, ceiling: 399万元", 0),
        ("标准服务招标文件（2017）", "must_tender: 否, budget: 100万元", 1),
    ],
)
def test_what_reaches_the_threshold_must_be_tendered(paths, regime, tender, told):
    assert paths("BID052", DEAL % regime + f"tender: {{{tender}}}") == ["tender.must_tender"] * told


def test_days_that_follow_from_the_law_are_among_the_deadlines():
    text = "tender: {issued_on: 2026-12-04, deadline: 2026-12-25 09:30, validity_days: 90}"
    for regime, first in (
        (T, ("对招标文件的异议", date(2026, 12, 15))),
        (G, ("对采购文件的质疑", date(2026, 12, 15))),
    ):
        deal, _ = check(Deal, parse(DEAL % regime + text, "deal.yaml"))
        found = [(each.title.zh, each.day) for each in upcoming(deal, date(2026, 11, 20))]
        assert first in found
        assert ("投标有效期届满", date(2027, 3, 25)) in found


@pytest.mark.parametrize(("refunded", "told"), [("2026-11-13", 0), ("2026-11-16", 1)])
def test_who_lost_a_government_tender_has_the_bond_back_in_five_working_days(paths, refunded, told):
    text = DEAL % G + "contract: {award_date: 2026-11-06}\n"
    text += f"bid: {{status: 未中标, bond: {{amount: 1, refunded_on: {refunded}}}}}"
    assert paths("BID046", text) == ["bid.bond.refunded_on"] * told
