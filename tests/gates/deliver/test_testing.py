"""Tests and the trial run."""

import pytest


@pytest.mark.parametrize(
    ("test", "told"),
    [
        ("cases: 1286, passed: 1279, failed: 7", 0),
        ("cases: 1286, passed: 1279, failed: 6", 1),
        ("cases: 1286, passed: 1280, failed: 7", 1),
        ("cases: 1286, passed: 1279", 0),
        ("cases: 1286, passed: 1287", 1),
        ("cases: 1286", 0),
    ],
)
def test_cases_add_up(paths, test, told):
    text = f"delivery: {{tests: [{{test: a, {test}}}]}}"
    assert paths("DELV050", text) == ["delivery.tests[0].cases"] * told


@pytest.mark.parametrize(("end", "told"), [("2027-12-20", 0), ("2027-12-19", 1), ("2027-12-31", 0)])
def test_the_trial_run_is_as_long_as_agreed(paths, end, told):
    text = f"contract: {{trial_days: 90}}\ndelivery: {{trial: {{start: 2027-09-22, end: {end}}}}}"
    assert paths("DELV051", text) == ["delivery.trial.end"] * told


def test_a_trial_run_that_was_not_agreed_may_be_short(paths):
    assert paths("DELV051", "delivery: {trial: {start: 2027-09-22, end: 2027-09-23}}") == []


@pytest.mark.parametrize(
    ("reached", "acceptance", "told"),
    [
        ("99.98%", "date: 2027-12-29, conclusion: 通过", 0),
        ("99.97%", "date: 2027-12-29, conclusion: 通过", 1),
        ("99.97%", "date: 2027-12-29, conclusion: 不通过, note: x", 0),
        ("99.97%", "place: x", 0),
    ],
)
def test_who_accepts_reached_the_availability(paths, reached, acceptance, told):
    trial = f"trial: {{target: 99.98%, availability: {reached}}}"
    text = f"delivery: {{{trial}, acceptances: [{{type: 最终验收, {acceptance}}}]}}"
    assert paths("DELV052", text) == ["delivery.trial.availability"] * told
