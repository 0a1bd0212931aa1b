"""Totals are worked out from the lines, and add up."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kadocs.figures.money import Money
from kadocs.model.quote import Quote


def quote(*items: dict[str, Any], **terms: Any) -> Quote:
    lines = [{"name": "x", "quantity": "1", "unit_price": "100", **item} for item in items]
    return Quote.model_validate({"items": lines, **terms})


def test_a_line_is_quantity_times_price_less_discount_rounded_half_up() -> None:
    line = quote({"quantity": "3", "unit_price": "0.335", "discount": "10%"}).items[0]
    assert line.amount == Money(Decimal("0.90"), "CNY", "inclusive")
    assert quote({"quantity": "1", "unit_price": "0.005"}).items[0].amount.amount == Decimal("0.01")


def test_tax_is_taken_out_of_inclusive_prices_and_put_on_exclusive_ones() -> None:
    inclusive = quote({"unit_price": "113"}, tax_rate="13%")
    assert (inclusive.subtotal.amount, inclusive.tax.amount, inclusive.total.amount) == (100, 13, 113)
    exclusive = quote({"unit_price": "100"}, tax_rate="13%", tax_mode="不含税")
    assert (exclusive.subtotal.amount, exclusive.tax.amount, exclusive.total.amount) == (100, 13, 113)


def test_a_line_s_own_rate_comes_before_the_quotation_s() -> None:
    assert quote({"tax_rate": "6%"}, {}, tax_rate="13%").items[0].tax_rate == Decimal("0.06")


def test_totals_by_category_stand_in_the_order_of_the_items() -> None:
    totals = quote({"category": "软件"}, {"category": "硬件"}, {"category": "软件"}).categories
    assert [(total.category, total.count, total.total.amount) for total in totals] == [
        ("软件", 2, 200),
        ("硬件", 1, 100),
    ]


def test_the_total_reads_in_capitals_in_yuan_only() -> None:
    assert quote({"unit_price": "1409.50"}).total_cn == "壹仟肆佰零玖元伍角整"
    assert quote({}, currency="USD").total_cn is None


def test_the_offer_holds_for_the_validity_days() -> None:
    assert quote(date="2026-11-20", validity_days="90").valid_until == dt.date(2027, 2, 18)
    assert quote(date="2026-11-20").valid_until is None


def test_the_last_instalment_takes_the_rounding() -> None:
    third = [{"node": "预付款", "share": "33.33%"}, {"node": "到货款", "share": "33.33%"}]
    split = quote({"unit_price": "100.01"}, payment=[*third, {"node": "终验款", "share": "33.34%"}])
    assert [part.amount.amount for part in split.instalments] == [
        Decimal("33.33"),
        Decimal("33.33"),
        Decimal("33.35"),
    ]


@given(
    st.lists(
        st.tuples(
            st.decimals("0", "99999", places=3),
            st.decimals("0", "9999999", places=4),
            st.sampled_from(["0.06", "13%"]),
        ),
        max_size=8,
    ),
    st.sampled_from(["含税", "不含税"]),
)
def test_net_and_tax_add_up_to_the_total_whatever_the_lines(lines: list[Any], mode: str) -> None:
    offer = quote(*({"quantity": q, "unit_price": p, "tax_rate": r} for q, p, r in lines), tax_mode=mode)
    assert offer.subtotal.amount + offer.tax.amount == offer.total.amount
    assert sum(total.total.amount for total in offer.categories) == offer.total.amount
    assert offer.total.amount == offer.total.rounded().amount


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ({"quantity": "-2"}, "the quantity is negative"),
        ({"unit_price": "-1"}, "the unit price is negative"),
        ({"unit_price": "USD 5"}, "different currencies"),
        ({"quantity": "2台"}, "unit"),
        ({"unit_price": "待定"}, "待定"),
    ],
)
def test_a_line_that_cannot_be_right_is_refused(item: dict[str, str], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        quote(item)


def test_a_price_in_another_currency_is_told_at_its_row_and_field() -> None:
    with pytest.raises(ValidationError) as caught:
        quote({}, {"unit_price": "USD 5"}, {"amount": "USD 6"}, options=[{"name": "B", "price": "EUR 7"}])
    assert [error["loc"] for error in caught.value.errors()] == [
        ("items", 1, "unit_price"),
        ("items", 2, "amount"),
        ("options", 0, "price"),
    ]


@pytest.mark.parametrize("item", [{"unit_price": "9" * 15}, {"quantity": "9" * 8, "unit_price": "9" * 8}])
def test_an_amount_beyond_reason_is_a_slip_of_the_key(item: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="unreasonably large"):
        quote(item)


@pytest.mark.parametrize("rate", ["-100%", "-5%", "100%", "113%"])
def test_a_tax_rate_that_leaves_nothing_or_more_is_no_rate(rate: str) -> None:
    for said in ({}, {"tax_rate": rate}):
        with pytest.raises(ValidationError, match="is no tax rate"):
            quote(said, tax_rate=rate)
