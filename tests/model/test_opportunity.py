"""Where we stand: the lead and our answer, C139, MEDDPICC, BANT, rivals."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kadocs.model import Audience, Deal
from kadocs.model.opportunity import Opportunity, Reliability


def opportunity(**fields: Any) -> Opportunity:
    return Opportunity.model_validate(fields)


def point(group: str, reached: str) -> dict[str, str]:
    return {"point": "…", "group": group, "reached": reached}


def test_c139_counts_the_points_reached_in_each_group() -> None:
    points = [point("9清楚", "是")] * 6 + [point("9 Clear", "否")] * 3
    points += [point("3第一", "是")] * 2 + [point("F", "否"), point("1赢", "否")]
    assert opportunity(c139=points).c139_value == "6C-2F-0W"


def test_without_points_there_is_no_c139_value() -> None:
    assert opportunity().c139_value is None


def test_meddpicc_is_the_sum_of_its_elements() -> None:
    rows = [{"element": "量化指标", "score": "3"}, {"element": "Champion", "score": "2"}, {"element": "竞争"}]
    assert opportunity(meddpicc=rows).meddpicc_score == 5
    assert opportunity().meddpicc_score is None


def test_bant_counts_what_is_confirmed() -> None:
    bant = opportunity(bant={"budget_met": "是", "need_met": "是", "timing_met": "否"}).bant
    assert bant is not None
    assert bant.met == 2


@pytest.mark.parametrize(
    ("received", "responded", "hours"),
    [
        ("2026-03-09 09:20", "2026-03-09 16:40", Decimal("7.3")),
        ("2026-03-09 09:20", "2026-03-10 09:20", Decimal("24.0")),
        ("2026-03-09 09:00 +01:00", "2026-03-09 17:00 +08:00", Decimal("1.0")),
        ("2026-03-09 09:20", None, None),
    ],
)
def test_the_time_to_respond_counts_hours_in_any_zone(
    received: str, responded: str | None, hours: Decimal | None
) -> None:
    lead = opportunity(lead={"received_at": received, "responded_at": responded}).lead
    assert lead is not None
    assert lead.response_hours == hours


@pytest.mark.parametrize("text", ["A", "A书面", "书面", "A级", "A written", "Grade A"])
def test_reliability_reads_as_people_write_it(text: str) -> None:
    assert opportunity(reliability=text).reliability is Reliability.A


def test_rivals_and_ourselves_are_compared_axis_by_axis() -> None:
    scores = [
        {"competitor": "我方", "axis": "技术", "score": "4"},
        {"competitor": "我方", "axis": "价格", "score": "3"},
        {"competitor": "甲", "axis": "价格", "score": "5"},
    ]
    found = opportunity(comparison=scores).rivalry
    assert found is not None
    assert found.axes == ("技术", "价格")
    assert [(firm.name, firm.total) for firm in found.firms] == [("我方", 7), ("甲", 5)]
    assert [value.score for value in found.firms[1].values] == [None, 5]


def test_a_customer_sees_the_project_and_nothing_of_the_sale() -> None:
    deal = Deal.model_validate(
        {"opportunity": {"name": "项目", "probability": "60", "c139": [point("W", "否")], "winner": "甲"}}
    )
    seen = deal.view(Audience.CUSTOMER, "zh")["opportunity"]
    assert seen["name"] == "项目"
    for hidden in (
        "stage",
        "probability",
        "c139",
        "c139_value",
        "rivalry",
        "visits",
        "actions",
        "lead",
        "bant",
    ):
        assert hidden not in seen
