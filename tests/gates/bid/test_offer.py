"""Validity, bond, price and authority beside what the tender demands."""

import pytest


@pytest.mark.parametrize(("offered", "told"), [(91, 0), (90, 0), (89, 1)])
def test_the_bid_is_valid_for_long_enough(paths, offered, told):
    text = f"tender: {{validity_days: 90}}\nbid: {{validity_days: {offered}}}"
    assert paths("BID130", text) == ["bid.validity_days"] * told


@pytest.mark.parametrize(
    ("wanted", "bid", "found"),
    [
        ("required: 是, amount: 40万元", "bond: {amount: 40万元}", []),
        ("required: 是, amount: 40万元", "bond: {amount: 399999.99}", ["bid.bond.amount"]),
        ("amount: 40万元", "bond: {amount: 35万元}", ["bid.bond.amount"]),
        ("required: 否, amount: 40万元", "bond: {amount: 35万元}", []),
        ("required: 是, amount: 40万元", "", []),
        ("required: 是", "submitted_at: 2026-11-01 10:00", ["bid.submitted_at"]),
        ("required: 否", "submitted_at: 2026-11-01 10:00", []),
    ],
)
def test_the_bond_is_as_demanded(paths, wanted, bid, found):
    assert paths("BID131", f"tender: {{bond: {{{wanted}}}}}\nbid: {{validity_days: 90, {bid}}}") == found


@pytest.mark.parametrize(
    ("bond", "told"), [("amount: 1, evidence: a.pdf", 0), ("amount: 1", 1), ("form: 转账", 0)]
)
def test_the_bond_has_its_evidence(paths, judge, bond, told):
    text = f"bid: {{bond: {{{bond}}}}}"
    assert paths("BID132", text) == ["bid.bond.evidence"] * told


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
    assert paths("BID133", "tender: {ceiling: 2150万元}\n" + text) == found


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
    assert paths("BID133", text) == []
    assert paths("BID133", text.replace("1000", "999")) == ["tender.ceiling"]


@pytest.mark.parametrize(
    ("agent", "found"),
    [
        ("authorised_until: 2027-03-25, authorised_on: 2026-12-24", []),
        ("authorised_until: 2027-03-24", ["bid.agent.authorised_until"]),
        ("authorised_on: 2026-12-25", ["bid.agent.authorised_on"]),
        ("name: 甲", []),
    ],
)
def test_the_agents_authority_covers_the_validity(paths, agent, found):
    text = "tender: {deadline: 2026-12-25 09:30, validity_days: 90}\n"
    text += f"bid: {{date: 2026-12-24, agent: {{{agent}}}}}"
    assert paths("BID134", text) == found
