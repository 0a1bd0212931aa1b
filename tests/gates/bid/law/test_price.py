"""The price beside the ceiling, our own cost, and what others bid."""

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
