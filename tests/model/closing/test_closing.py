"""The end of a project: deviations, margins, and the money that is still out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from kadocs.figures.money import Money
from kadocs.model import Audience, Deal
from kadocs.model.closing import Closing

COSTS = [
    {"group": "人工服务", "budget": "600", "added": "40", "actual": "660"},
    {"group": "项目费用", "budget": "100", "actual": "90"},
]
BILLS = [
    {"kind": "开票", "amount": "700"},
    {"kind": "回款", "amount": "500"},
    {"kind": "开票", "amount": "-50"},
]


def closing(**said: Any) -> Closing:
    return Closing.model_validate(said)


def amount(money: Money | None) -> Decimal | None:
    return money.amount if money else None


def test_goals_deviate_by_figure_and_share() -> None:
    goals = [{"goal": "总天数", "planned": "340", "actual": "345"}, {"goal": "评分", "actual": "9"}]
    days, mark = closing(goals=goals).goals
    assert (days.deviation, days.deviation_share) == (5, Decimal("0.0147"))
    assert (mark.deviation, mark.deviation_share) == (None, None)


def test_costs_are_measured_by_the_approved_budget() -> None:
    found = closing(costs=COSTS)
    assert [amount(cost.approved) for cost in found.costs] == [640, 100]
    assert [amount(cost.overrun) for cost in found.costs] == [20, -10]
    assert [cost.overrun_share for cost in found.costs] == [Decimal("0.0313"), Decimal("-0.1000")]
    assert (amount(found.budget), amount(found.approved), amount(found.actual)) == (700, 740, 750)
    assert found.overrun_share == Decimal("0.0135")


def test_margins_are_those_of_the_plan_and_of_the_books() -> None:
    found = closing(costs=COSTS, planned_revenue="1000", revenue="1010")
    assert (found.planned_margin, found.margin) == (Decimal("0.3000"), Decimal("0.2574"))
    assert closing(revenue="1000").margin is None


def test_receivable_is_what_was_invoiced_and_did_not_come_in() -> None:
    found = closing(billing=BILLS, settled="1000")
    assert (amount(found.invoiced), amount(found.received), amount(found.receivable)) == (650, 500, 150)
    assert (amount(found.uninvoiced), amount(found.outstanding)) == (350, 500)
    assert found.collected == Decimal("0.5000")


def test_with_nothing_invoiced_all_is_still_out() -> None:
    found = closing(settled="1000")
    assert (amount(found.uninvoiced), amount(found.outstanding), found.receivable) == (1000, 1000, None)


@pytest.mark.parametrize("mark", ["11", "-1", "9.5"])
def test_satisfaction_is_a_whole_number_up_to_ten(mark: str) -> None:
    with pytest.raises(ValidationError):
        closing(satisfaction=mark)


def test_all_of_it_is_internal() -> None:
    deal = Deal.model_validate({"closing": {"summary": "只给自己看", "costs": COSTS}})
    assert "closing" not in deal.view(Audience.PARTNER, "zh")
    assert "只给自己看" in repr(deal.view(Audience.INTERNAL, "zh"))
