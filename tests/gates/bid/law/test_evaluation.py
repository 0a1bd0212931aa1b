"""What the bid can gain in the evaluation, and what the evaluated price is not."""

from datetime import date

import pytest

G = "opportunity: {id: P, name: a, regime: 政府采购货物}\n"


@pytest.mark.parametrize(
    ("rate", "bid", "day", "told"),
    [
        ("20%", "supplies: [{product: a}]", (2026, 1, 1), 0),
        ("20%", "validity_days: 90", (2026, 1, 1), 1),
        ("20%", "validity_days: 90", (2025, 12, 31), 0),
        ("10%", "supplies: [{product: a}]", (2026, 1, 1), 1),
        ("", "validity_days: 90", (2026, 1, 1), 0),
    ],
)
def test_domestic_products_are_declared(paths, rate, bid, day, told):
    text = G + f"tender: {{evaluation: {{price_weight: 30, domestic_rate: {rate}}}}}\nbid: {{{bid}}}"
    assert paths("BID049", text, date(*day)) == ["tender.evaluation.domestic_rate"] * told


@pytest.mark.parametrize(("signed", "told"), [(100, 0), (90, 1), (95, 1), (91, 0)])
def test_the_contract_is_at_the_price_as_bid(paths, signed, told):
    text = G + "tender: {evaluation: {sme_rate: 10%, sme_partner_rate: 5%}}\nbid: {opening_price: 100}\n"
    assert paths("BID050", text + f"contract: {{amount: {signed}}}") == ["contract.amount"] * told
