"""Dates and T+n, risk levels, and who may be named."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from kadocs.model.solution.care import Risk
from kadocs.model.solution.plan import Milestone, Task
from kadocs.model.solution.reference import Reference


def test_a_milestone_is_shown_by_its_date_or_as_days_after_the_start() -> None:
    dated = Milestone.model_validate({"id": "M1", "name": "开工", "date": "2027-03-05"})
    counted = Milestone.model_validate({"id": "M2", "name": "到货", "offset_days": "60"})
    assert dated.when == ("2027年3月5日", "5 March 2027")
    assert counted.when == ("T+60日", "T+60 days")


def test_a_task_ends_on_the_last_day_of_its_duration() -> None:
    task = Task.model_validate({"id": "1", "name": "安装", "start": "2027-03-01", "duration": "31"})
    assert task.until is not None and task.until.zh == "2027年3月31日"


def test_a_task_without_a_start_is_refused() -> None:
    with pytest.raises(ValidationError, match="the task has no start"):
        Task.model_validate({"id": "1", "name": "安装", "duration": "3"})


@pytest.mark.parametrize(
    ("probability", "impact", "level"), [(5, 3, "High"), (4, 2, "Medium"), (1, 5, "Low")]
)
def test_a_risk_s_level_is_probability_times_impact(probability: int, impact: int, level: str) -> None:
    risk = Risk.model_validate({"risk": "x", "probability": probability, "impact": impact})
    assert risk.level is not None and risk.level.en == level


def test_a_reference_is_named_only_with_consent() -> None:
    reference = {"project": "综合监控", "customer": "甲地铁", "public_name": "某市地铁"}
    assert Reference.model_validate(reference).shown_customer == "某市地铁"
    assert Reference.model_validate({**reference, "disclose": "是"}).shown_customer == "甲地铁"
    assert Reference.model_validate({"project": "x", "customer": "甲地铁"}).shown_customer is None


def test_a_task_with_its_last_day_lasts_until_then() -> None:
    task = Task.model_validate({"id": "1", "name": "安装", "start": "2027/3/1", "end": "2027年3月31日"})
    assert task.duration == 31
    assert task.until is not None and task.until.zh == "2027年3月31日"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"start": "2027-03-01", "end": "2027-02-27"}, "before the start"),
        ({"start": "2027-03-01", "end": "2027-03-31", "duration": "30"}, "end on 2027-03-30, not 2027-03-31"),
        ({"start": "2027-03-01", "end": "3月31日"}, "has no year"),
        ({"end": "2027-03-31"}, "duration\n  Field required"),
    ],
    ids=["before-start", "three-that-differ", "no-year", "no-start"],
)
def test_a_last_day_that_cannot_be_right_is_refused(given: dict[str, str], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        Task.model_validate({"id": "1", "name": "安装", **given})
