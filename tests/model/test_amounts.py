"""Amounts of a section take the deal's currency, and none is parted by a cent too many."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kadocs.figures.money import Money
from kadocs.model.amounts import in_currency, part
from kadocs.model.delivery import Delivery

ROWS = {"changes": [{"no": "1", "amount": "5"}], "settlement": {"paid": "EUR 7"}}


def test_every_amount_at_any_depth_has_the_currency() -> None:
    section = in_currency(Delivery.model_validate(ROWS), "EUR")
    assert section.changes[0].amount == Money(Decimal(5), "EUR")
    assert section.settlement is not None
    assert section.settlement.paid == Money(Decimal(7), "EUR")


def test_amounts_in_another_currency_are_told_at_their_fields() -> None:
    with pytest.raises(ValidationError) as caught:
        in_currency(Delivery.model_validate({**ROWS, "changes": [{"no": "1", "amount": "USD 5"}]}), "CNY")
    assert [error["loc"] for error in caught.value.errors()] == [
        ("changes", 0, "amount"),
        ("settlement", "paid"),
    ]


@given(st.decimals("0", "99999999", places=2), st.decimals("0", "1", places=4))
def test_a_part_is_rounded_half_up_to_the_cent(amount: Decimal, share: Decimal) -> None:
    found = part(Money(amount, "CNY", "inclusive"), share, Decimal(1))
    assert found is not None
    assert (found.currency, found.tax) == ("CNY", "inclusive")
    assert abs(found.amount - amount * share) <= Decimal("0.005")


def test_half_a_cent_goes_up_and_nothing_is_parted_into_nothing() -> None:
    assert part(Money(Decimal("0.01")), Decimal("0.5"), Decimal(1)) == Money(Decimal("0.01"))
    assert part(Money(Decimal("0.01")), None, Decimal(1)) is None
    assert part(None, Decimal(1), Decimal(1)) is None
    assert part(Money(Decimal(1)), Decimal(1), Decimal(0)) is None
