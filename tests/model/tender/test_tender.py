"""What a tender's dates and scoring table come to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from kadocs.findings import Fault
from kadocs.model import Audience, Deal
from kadocs.model.tender import Tender
from kadocs.model.tender.evaluation import Evaluation

FACTORS = [
    {"factor": "报价", "group": "价格", "points": "30分", "our_score": "27.5"},
    {"factor": "业绩", "group": "商务", "points": "10", "our_score": "10"},
]


def tender(**said: Any) -> Tender:
    return Tender.model_validate(said)


@pytest.mark.parametrize(
    ("issued", "deadline", "days"),
    [
        ("2026-12-04", "2026-12-25 09:30", 21),
        ("2026-12-04", "2026年12月24日9时30分", 20),
        ("2026-12-04", None, None),
        (None, "2026-12-25 09:30", None),
    ],
)
def test_the_time_to_bid_leaves_out_the_first_day(
    issued: str | None, deadline: str | None, days: int | None
) -> None:
    assert tender(issued_on=issued, deadline=deadline).days_to_bid == days


def test_a_deadline_without_an_hour_is_refused_with_the_way_out() -> None:
    with pytest.raises(ValidationError) as refused:
        tender(deadline="2026-12-25")
    [error] = refused.value.errors()
    assert error["ctx"]["error"].hint.zh == "请写成 2026-05-08 09:30 的样子"


def test_points_and_our_scores_add_up() -> None:
    evaluation = Evaluation.model_validate({"factors": FACTORS})
    assert (evaluation.points, evaluation.our_score) == (Decimal(40), Decimal("37.5"))
    assert [factor.lost for factor in evaluation.factors] == [Decimal("2.5"), Decimal(0)]


@pytest.mark.parametrize("factors", [[], [*FACTORS, {"factor": "方案"}]])
def test_a_table_with_an_open_factor_has_no_sum(factors: list[dict[str, str]]) -> None:
    evaluation = Evaluation.model_validate({"factors": factors})
    assert evaluation.points is None
    assert evaluation.our_score is None


def test_a_customer_sees_the_scoring_table_but_not_what_we_expect() -> None:
    deal = Deal.model_validate({"tender": {"evaluation": {"factors": FACTORS}}})
    evaluation = deal.view(Audience.CUSTOMER, "zh")["tender"]["evaluation"]
    assert [factor["points"] for factor in evaluation["factors"]] == [30, 10]
    assert evaluation["points"] == 40
    for record, name in ((evaluation, "our_score"), (evaluation["factors"][0], "lost")):
        with pytest.raises(Fault, match="internal"):
            record[name]


@pytest.mark.parametrize(
    ("said", "lot"), [("none", None), ("无", None), ("不分标段", None), ("—", None), ("2标段", "2标段")]
)
def test_a_tender_without_lots_has_no_lot_however_that_is_said(said: str, lot: str | None) -> None:
    assert Deal.model_validate({"tender": {"lot": said}}).tender.lot == lot
