"""Milestones and tasks."""

import pytest


def plan(*lines: str, start: str = "~") -> str:
    return "\n".join(["solution:", f"  start: {start}", *(f"  {line}" for line in lines)])


def test_a_milestone_needs_a_date_or_days_after_the_start(broken):
    assert broken(plan("milestones:", "- {id: M1, name: a}")) == [("PROP030", 4)]


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("date: 2027-01-01", "date: 2027-01-01", []),
        ("date: 2027-01-02", "date: 2026-01-03", [("PROP031", 5)]),
        ("offset_days: 30", "offset_days: 60", []),
        ("offset_days: 60", "offset_days: 30", [("PROP031", 5)]),
        ("offset_days: 60", "date: 2027-01-03", [("PROP031", 5)]),
        ("offset_days: 1", "date: 2027-01-03", []),
    ],
)
def test_milestones_follow_one_another(broken, first, second, codes):
    text = plan(
        "milestones:",
        f"- {{id: M1, name: a, {first}}}",
        f"- {{id: M2, name: b, {second}}}",
        start="2027-01-01",
    )
    assert broken(text) == codes


def test_one_early_milestone_is_one_finding(broken):
    days = ["2027-01-01", "2027-03-01", "2026-02-01", "2027-03-02"]
    lines = [f"- {{id: M{n}, name: a, date: {day}}}" for n, day in enumerate(days)]
    assert broken(plan("milestones:", *lines)) == [("PROP031", 6)]


def test_a_dependency_on_no_task_is_an_error_with_the_nearest(judge):
    text = plan(
        "tasks:",
        "- {id: T-01, name: a, start_offset: 0, duration: 5}",
        "- {id: T-02, name: b, start_offset: 5, duration: 5, depends_on: T-0l}",
    )
    [finding] = judge(text)
    assert (finding.code, finding.place.line) == ("PROP032", 5)
    assert "T-01" in finding.hint.zh


@pytest.mark.parametrize(("milestone", "codes"), [("M1", []), ("初验", []), ("M9", [("PROP032", 6)])])
def test_a_task_names_its_milestone_by_id_or_name(broken, milestone, codes):
    text = plan(
        "milestones:",
        "- {id: M1, name: 初验, offset_days: 9}",
        "tasks:",
        f"- {{id: T1, name: a, start_offset: 0, duration: 5, milestone: {milestone}}}",
    )
    assert broken(text) == codes


@pytest.mark.parametrize(("start", "codes"), [("2027-01-05", []), ("2027-01-04", [("PROP033", 5)])])
def test_a_task_that_starts_before_its_predecessor_ends_is_a_warning(broken, start, codes):
    text = plan(
        "tasks:",
        "- {id: T1, name: a, start: 2027-01-01, duration: 5}",
        f"- {{id: T2, name: b, start: {start}, duration: 5, depends_on: [T1]}}",
    )
    assert broken(text) == codes
