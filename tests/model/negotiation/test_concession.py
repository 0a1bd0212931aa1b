"""The price plan: what each round gives away, and what is left."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kadocs.model.negotiation import Negotiation


def plan(*prices: str, **more: Any) -> Negotiation:
    rounds = [{"round": str(n), "price": price} for n, price in enumerate(prices, 1)]
    return Negotiation.model_validate({"concessions": rounds, **more})


def test_each_step_is_measured_from_the_price_before_and_shared_of_the_opening_price() -> None:
    found = plan("980", "970", opening_price="1000").concession_steps
    assert [step.step.amount for step in found] == [20, 10]
    assert [step.step_share for step in found] == [Decimal("0.0200"), Decimal("0.0100")]
    assert [step.discount for step in found] == [Decimal("0.0200"), Decimal("0.0300")]


def test_without_an_opening_price_the_first_round_is_the_opening() -> None:
    assert [step.step.amount for step in plan("1000", "970").concession_steps] == [0, 30]


def test_the_margin_is_that_of_the_price_without_tax() -> None:
    found = plan("1130", "565", opening_price="1130", opening_net="1000", cost="400").concession_steps
    assert [step.margin for step in found] == [Decimal("0.6000"), Decimal("0.2000")]


def test_without_a_cost_there_is_no_margin() -> None:
    assert plan("980", opening_price="1000", opening_net="900").concession_steps[0].margin is None
    assert plan("980", opening_price="1000", cost="900").concession_steps[0].margin is None


def test_the_agreed_price_has_its_discount_and_margin() -> None:
    found = plan(opening_price="1130", opening_net="1000", cost="600", agreed_price="1017")
    assert (found.agreed_discount, found.agreed_margin) == (Decimal("0.1000"), Decimal("0.3333"))
    assert Negotiation().agreed_discount is None


def test_a_price_of_nothing_has_no_shares() -> None:
    [step] = plan("0").concession_steps
    assert (step.step_share, step.discount, step.margin) == (None, None, None)


@given(st.lists(st.decimals("0.01", "999999999", places=2), min_size=1, max_size=6))
def test_the_steps_add_up_to_what_was_given_away(prices: list[Decimal]) -> None:
    found = plan(*map(str, prices), opening_price="999999999.99").concession_steps
    assert sum(step.step.amount for step in found) == Decimal("999999999.99") - prices[-1]
