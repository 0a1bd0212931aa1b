"""The tax of a quotation by rate, and what rounding each line makes of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kadocs.model.quote import Quote


def quote(*lines: dict[str, Any], mode: str = "含税") -> Quote:
    items = [{"name": "…", "quantity": "1", **line} for line in lines]
    return Quote.model_validate({"tax_mode": mode, "items": items})


def test_each_rate_stands_apart_highest_first() -> None:
    found = quote(
        {"unit_price": "106", "tax_rate": "6%"},
        {"unit_price": "113", "tax_rate": "13%"},
        {"unit_price": "226", "tax_rate": "13%"},
        {"unit_price": "50"},
    ).rates
    assert [(row.rate, row.net.amount, row.tax.amount, row.total.amount) for row in found] == [
        (Decimal("0.13"), 300, 39, 339),
        (Decimal("0.06"), 100, 6, 106),
        (Decimal(0), 50, 0, 50),
    ]


def test_rounding_line_by_line_is_shown_as_a_difference() -> None:
    [row] = quote(*[{"unit_price": "0.05", "tax_rate": "13%"}] * 3, mode="不含税").rates
    assert (row.tax.amount, row.difference.amount) == (Decimal("0.03"), Decimal("0.01"))


@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.sampled_from(["3%", "6%", "9%", "13%"])), max_size=20),
    st.sampled_from(["含税", "不含税"]),
)
def test_the_rates_add_up_to_the_totals_and_differ_by_half_a_cent_a_line(
    lines: list[tuple[int, str]], mode: str
) -> None:
    found = quote(*({"unit_price": str(Decimal(c) / 100), "tax_rate": r} for c, r in lines), mode=mode)
    assert sum((row.net.amount for row in found.rates), Decimal(0)) == found.subtotal.amount
    assert sum((row.tax.amount for row in found.rates), Decimal(0)) == found.tax.amount
    for row in found.rates:
        count = sum(item.tax_rate == row.rate for item in found.items)
        assert abs(row.difference.amount) <= Decimal("0.01") * (count + 1)
