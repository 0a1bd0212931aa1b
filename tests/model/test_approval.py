"""Go or no-go: scorecard, hard stops, what it costs, and when the money moves."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kadocs.figures.money import Money
from kadocs.model import Audience, Deal
from kadocs.model.approval import Approval, Decision, Estimate

COSTS = [
    {"group": "人工服务", "name": "设计", "quantity": "10", "unit_cost": "1200.505"},
    {"group": "第三方服务", "name": "劳务", "amount": "20000"},
    {"group": "采购", "name": "服务器", "quantity": "2", "unit_cost": "30000", "amount": "1"},
    {"group": "费用", "name": "差旅", "amount": "7994.95"},
]
PRICE = {"price": "226000", "tax_rate": "13%"}


def cny(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


def approval(**fields: Any) -> Approval:
    return Approval.model_validate(fields)


def estimate(**fields: Any) -> Estimate:
    found = approval(estimate=fields).estimate
    assert found is not None
    return found


def criterion(anchor: str, weight: int, score: int) -> dict[str, str]:
    return {"anchor": anchor, "criterion": "…", "weight": str(weight), "score": str(score)}


def card(score: int) -> list[dict[str, str]]:
    return [
        criterion("项目真实吗", 40, score),
        criterion("能赢吗", 40, score),
        criterion("值得做吗", 20, score),
    ]


def test_the_score_and_each_question_are_out_of_100() -> None:
    found = approval(
        criteria=[criterion("Real", 50, 9), criterion("能赢吗", 25, 6), criterion("Is it worth it?", 25, 3)]
    )
    assert found.score == Decimal("67.5")
    assert (found.real_score, found.win_score, found.worth_score) == (90, 60, 30)


@pytest.mark.parametrize(
    ("score", "verdict"),
    [(7, Decision.GO), (6, Decision.CONDITIONAL), (5, Decision.CONDITIONAL), (4, Decision.NO_GO)],
)
def test_the_verdict_follows_the_score(score: int, verdict: Decision) -> None:
    assert approval(criteria=card(score)).verdict is verdict


def test_a_hard_stop_stops_the_best_deal_until_someone_waives_it_by_name() -> None:
    hit = {"kind": "无限责任", "hit": "是"}
    assert approval(criteria=card(9), hard_stops=[hit]).verdict is Decision.NO_GO
    waived = approval(criteria=card(9), hard_stops=[{**hit, "waived_by": "张三"}])
    assert waived.verdict is Decision.GO
    assert waived.open_stops == ()


def test_without_a_scorecard_there_is_no_verdict() -> None:
    assert (approval().score, approval().verdict) == (None, None)


def test_costs_add_up_by_class_each_line_to_the_cent() -> None:
    found = estimate(costs=COSTS, **PRICE)
    assert [found.labour, found.services, found.purchases, found.expenses] == [
        cny("12005.05"), cny("20000"), cny("60000"), cny("7994.95")
    ]  # fmt: skip
    assert found.total_cost == cny("100000.00")


def test_margins_are_of_the_price_without_tax() -> None:
    found = estimate(costs=COSTS, surcharges="2000", overhead="30000", financing="8000", **PRICE)
    assert found.net_price is not None
    assert found.net_price.amount == Decimal("200000.00")
    assert found.tax == cny("26000.00")
    assert (found.gross_margin, found.net_margin) == (Decimal("0.5"), Decimal("0.3"))


def test_with_several_tax_rates_the_price_without_tax_is_as_stated() -> None:
    found = estimate(price="226000", net_price="205000", costs=COSTS)
    assert found.tax == cny("21000")
    assert found.gross_margin == Decimal("0.5122")


@pytest.mark.parametrize(("floor", "below"), [("50%", False), ("51%", True), (None, None)])
def test_a_margin_below_the_floor_is_told(floor: str | None, below: bool | None) -> None:
    assert estimate(costs=COSTS, margin_floor=floor, **PRICE).below_floor is below


def test_what_is_not_known_has_no_margin() -> None:
    assert (estimate(**PRICE).gross_margin, estimate(costs=COSTS).gross_margin) == (None, None)
    assert estimate(costs=COSTS, price="0", net_price="0").gross_margin is None


def test_the_cash_flow_adds_up_month_by_month_whatever_their_order() -> None:
    found = estimate(
        cash_flow=[
            {"month": "2027-03", "inflow": "500"},
            {"month": "2027年1月", "outflow": "100"},
            {"month": "2027-02", "inflow": "50", "outflow": "300"},
        ]
    )
    assert [(row.month, row.balance.amount) for row in found.cash if row.balance] == [
        ("2027-01", -100), ("2027-02", -350), ("2027-03", 150)
    ]  # fmt: skip
    assert (found.peak_funding, found.peak_month) == (cny("350"), "2027-02")


def test_a_deal_that_pays_ahead_needs_no_funding() -> None:
    found = estimate(cash_flow=[{"month": "2027-01", "inflow": "500", "outflow": "100"}])
    assert (found.peak_funding, found.peak_month) == (cny("0"), None)


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 10**6), st.integers(0, 10**6)), max_size=12))
def test_the_last_balance_is_all_that_came_in_less_all_that_went_out(
    rows: list[tuple[int, int, int]],
) -> None:
    months = [{"month": f"2027-{m:02d}", "inflow": str(i), "outflow": str(o)} for m, i, o in rows]
    cash = estimate(cash_flow=months).cash
    assert len(cash) == len(rows)
    if cash:
        assert cash[-1].balance == cny(str(sum(i - o for _, i, o in rows)))


def test_presales_work_counts_days_and_expenses() -> None:
    found = estimate(
        presales=[
            {"work": "方案", "days": "45", "rate": "1800", "expense": "26000"},
            {"work": "标书", "days": "10"},
        ]
    )
    assert (found.presales_days, found.presales_cost) == (55, cny("107000"))


def test_amounts_of_another_currency_are_refused_at_their_place() -> None:
    with pytest.raises(ValidationError) as caught:
        estimate(currency="EUR", costs=[{"group": "人工", "name": "设计", "amount": "USD 5"}])
    assert caught.value.errors()[0]["loc"][-3:] == ("costs", 0, "amount")


def test_nothing_of_it_reaches_a_customer_and_the_floor_stays_with_the_approvers() -> None:
    deal = Deal.model_validate({"approval": {"estimate": {"margin_floor": "28%", "costs": COSTS, **PRICE}}})
    assert "approval" not in deal.view(Audience.PARTNER, "zh")
    seen = deal.view(Audience.INTERNAL, "zh")["approval"]["estimate"]
    assert "total_cost" in seen
    assert not {"margin_floor", "below_floor"} & set(seen)
