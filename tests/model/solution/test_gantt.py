"""The plan becomes a chart that fits on a page."""

from __future__ import annotations

from typing import Any

import pytest

from kadocs.model.solution import Solution
from kadocs.model.solution.gantt import MOST_PERIODS


def plan(
    tasks: list[dict[str, Any]], milestones: list[dict[str, Any]] | None = None, **more: Any
) -> Solution:
    given = [{"id": str(n), "name": f"T{n}", **task} for n, task in enumerate(tasks)]
    due = [{"id": str(n), "name": f"M{n}", **milestone} for n, milestone in enumerate(milestones or [])]
    return Solution.model_validate({"tasks": given, "milestones": due, **more})


def drawn(solution: Solution) -> list[str]:
    assert solution.gantt is not None
    return [
        row.name + " " + "".join("#" if cell.busy else "o" if cell.due else "." for cell in row.cells)
        for row in solution.gantt.rows
    ]


def test_work_fills_its_weeks_and_a_milestone_its_one() -> None:
    chart = plan(
        [{"start": "2027-03-01", "duration": "14"}, {"start": "2027-03-15", "duration": "7"}],
        [{"date": "2027-03-21"}],
    )
    assert drawn(chart) == ["T0 ##.", "T1 ..#", "M0 ..o"]


def test_days_after_the_start_are_placed_when_the_start_is_known() -> None:
    assert drawn(
        plan([{"start_offset": "7", "duration": "7"}], [{"date": "2027-03-01"}], start="2027-03-01")
    ) == [
        "T0 .#",
        "M0 o.",
    ]


def test_without_any_date_the_axis_is_days_after_the_start() -> None:
    assert drawn(plan([{"start_offset": "0", "duration": "7"}], [{"offset_days": "8"}])) == ["T0 #.", "M0 .o"]


def test_labels_without_dates_count_the_days() -> None:
    chart = plan([{"start_offset": "3", "duration": "14"}]).gantt
    assert chart is not None and [label.zh for label in chart.labels] == ["T+3", "T+10"]


@pytest.mark.parametrize(
    ("days", "unit", "labels"),
    [
        ("100", "week", ["15 Jan", "22 Jan", "29 Jan"]),
        ("200", "fortnight", ["15 Jan", "29 Jan", "12 Feb"]),
        ("500", "month", ["Jan 2027", "Feb 2027", "Mar 2027"]),
        ("1500", "quarter", ["Jan 2027", "Apr 2027", "Jul 2027"]),
        ("36500", "period of 6 years", ["Jan 2027", "Jan 2033", "Jan 2039"]),
        ("3000", "year", ["Jan 2027", "Jan 2028", "Jan 2029"]),
    ],
)
def test_the_finest_calendar_period_that_fits_the_page_is_taken(
    days: str, unit: str, labels: list[str]
) -> None:
    chart = plan([{"start": "2027-01-15", "duration": days}]).gantt
    assert chart is not None and chart.period.en == unit
    assert [label.en for label in chart.labels[:3]] == labels
    assert len(chart.labels) <= MOST_PERIODS
    assert all(cell.busy for cell in chart.rows[0].cells)


def test_no_plan_no_chart() -> None:
    assert plan([]).gantt is None
