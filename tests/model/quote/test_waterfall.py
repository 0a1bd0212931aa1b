"""What stays in our pocket: the waterfall's steps, and the margin on them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kadocs.model.quote import Quote

STEPS = [
    {"step": "目录价", "amount": "250"},
    {"step": "折扣", "amount": "-24"},
    {"step": "发票价", "amount": "226", "subtotal": "是"},
    {"step": "运费", "amount": "-26"},
]


def quote(mode: str = "含税", **item: Any) -> Quote:
    line = {"name": "x", "quantity": "2", "unit_price": "113", "tax_rate": "13%", **item}
    return Quote.model_validate({"items": [line], "tax_mode": mode, "waterfall": STEPS})


def test_the_pocket_price_is_the_sum_of_the_steps_without_rows_that_sum_up() -> None:
    found = quote().pocket_price
    assert found is not None
    assert (found.amount, found.currency) == (200, "CNY")
    assert Quote().pocket_price is None


@pytest.mark.parametrize(("mode", "margin"), [("含税", "0.4350"), ("不含税", "0.5000")])
def test_the_pocket_margin_is_worked_out_without_tax(mode: str, margin: str) -> None:
    assert quote(mode, unit_cost="50").pocket_margin == Decimal(margin)


def test_cost_and_margin_are_known_when_the_cost_of_every_line_is() -> None:
    found = quote(unit_cost="50")
    assert found.cost is not None
    assert (found.cost.amount, found.margin_share) == (100, Decimal("0.5000"))
    unknown = quote()
    assert (unknown.cost, unknown.margin_share, unknown.pocket_margin) == (None, None, None)
    assert Quote().cost is None
