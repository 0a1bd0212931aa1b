"""What waiting for the money costs, on our terms and on theirs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kadocs.model.negotiation import Negotiation

TERMS = [
    {"node": "预付款", "our_share": "30%", "our_days": "0", "their_share": "10%", "their_days": "73"},
    {"node": "终验款", "our_share": "70%", "our_days": "365", "their_share": "90%"},
]


def negotiation(**more: Any) -> Negotiation:
    return Negotiation.model_validate(
        {"payment_terms": TERMS, "opening_price": "1000", "capital_rate": "5%", **more}
    )


def test_the_cost_is_price_times_share_times_days_times_the_yearly_rate() -> None:
    advance, final = negotiation().financing_costs
    assert advance.ours is not None and advance.theirs is not None and advance.difference is not None
    assert (advance.ours.amount, advance.theirs.amount, advance.difference.amount) == (0, 1, 1)
    assert final.ours is not None
    assert final.ours.amount == 35


def test_without_days_there_is_no_cost_nor_difference() -> None:
    final = negotiation().financing_costs[1]
    assert (final.theirs, final.difference) == (None, None)


def test_the_sums_take_in_what_is_known() -> None:
    found = negotiation()
    assert found.our_financing is not None and found.their_financing is not None
    assert (found.our_financing.amount, found.their_financing.amount) == (35, 1)


def test_the_agreed_price_counts_where_there_is_one() -> None:
    found = negotiation(agreed_price="900").our_financing
    assert found is not None
    assert found.amount == Decimal("31.50")


def test_without_a_rate_or_a_price_nothing_is_worked_out() -> None:
    assert Negotiation.model_validate({"payment_terms": TERMS}).our_financing is None
