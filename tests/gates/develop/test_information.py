"""Source, grade and freshness of a project's information, and its dates."""

from datetime import date

import pytest

HEAD = "opportunity: {id: P, name: a, "


@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        ("", []),
        ("source: 处长, reliability: A, verified_on: 2026-11-16", []),
        ("source: 处长", ["opportunity.reliability", "opportunity.verified_on"]),
        ("reliability: B, verified_on: 2026-11-16", ["opportunity.source"]),
    ],
)
def test_information_has_a_source_a_grade_and_a_day(paths, given, lacking):
    assert paths("DEV001", HEAD + given + "}") == lacking


def test_in_a_later_stage_the_key_node_tells_what_is_missing(paths):
    text = HEAD + "stage: 提案, source: 处长}"
    assert paths("DEV001", text) == []
    assert paths("NODE001", text) != []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HEAD + "verified_on: 2026-11-20}", []),
        (HEAD + "verified_on: 2026-11-21}", ["opportunity.verified_on"]),
        (HEAD + "stage_since: 2027-01-01}", ["opportunity.stage_since"]),
        ("contacts: [{name: 甲, last_contact: 2026-12-01}]", ["contacts[0].last_contact"]),
        ("account: {export_checked_on: 2026-11-30}", ["account.export_checked_on"]),
        (
            "account: {checks: [{kind: 信用报告, result: 无异常, date: 2027-11-09}]}",
            ["account.checks[0].date"],
        ),
        (
            HEAD + "meddpicc: [{element: 痛点, score: 1, evidence: a, date: 2027-01-01}]}",
            ["opportunity.meddpicc[0].date"],
        ),
    ],
)
def test_what_has_happened_is_not_in_the_future(paths, text, found):
    assert paths("DEV002", text) == found


@pytest.mark.parametrize(("day", "stale"), [("2026-10-21", False), ("2026-10-20", True)])
def test_information_is_fresh_for_thirty_days(paths, day, stale):
    assert paths("DEV003", HEAD + f"verified_on: {day}}}") == ["opportunity.verified_on"] * stale


def test_the_day_of_judgement_decides_what_is_stale(judge):
    text = HEAD + "source: a, reliability: A, verified_on: 2026-11-16}"
    assert judge(text) == []
    [finding] = judge(text, date(2027, 1, 15))
    assert (finding.code, finding.severity.value) == ("DEV003", "warning")
    assert finding.message.en == "the project's information was verified 60 days ago"


@pytest.mark.parametrize(
    ("stage", "asked"), [("招投标", True), ("谈判", False), ("实施", False), ("丢单", False)]
)
def test_after_the_bid_old_information_does_not_matter(paths, stage, asked):
    assert bool(paths("DEV003", HEAD + f"stage: {stage}, verified_on: 2026-01-01}}")) is asked


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ("expected_tender: 2026-12-04, expected_sign: 2027-01-15", []),
        ("expected_tender: 2026-12-04, expected_sign: 2026-12-04", []),
        ("expected_tender: 2026-12-04, expected_sign: 2026-12-03", ["opportunity.expected_sign"]),
        ("planned_start: 2027-01-18, planned_end: 2027-01-17", ["opportunity.planned_end"]),
        ("expected_sign: 2026-12-03", []),
    ],
)
def test_expected_dates_follow_each_other(paths, dates, found):
    assert paths("DEV004", HEAD + dates + "}") == found


@pytest.mark.parametrize(
    ("stage", "grade", "told"), [("开发", "C", 0), ("立项", "C", 1), ("立项", "B", 0), ("提案", "C传闻", 1)]
)
def test_a_deal_is_not_taken_on_by_hearsay(paths, stage, grade, told):
    text = HEAD + f"stage: {stage}, source: a, reliability: {grade}, verified_on: 2026-11-16}}"
    assert paths("DEV005", text) == ["opportunity.reliability"] * told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("stage: 提案, expected_tender: 2026-11-20", []),
        ("stage: 提案, expected_tender: 2026-11-19", ["opportunity.expected_tender"]),
        ("stage: 招投标, expected_tender: 2026-11-19", []),
        ("stage: 谈判, expected_sign: 2026-11-19", ["opportunity.expected_sign"]),
        ("stage: 实施, expected_sign: 2026-01-19", []),
        ("expected_sign: 2026-01-19", []),
    ],
)
def test_expected_dates_are_still_ahead(paths, text, found):
    assert paths("DEV006", HEAD + text + "}") == found


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ("budget: 2300万元, expected_amount: 2300万元", 0),
        ("budget: 2300万元, expected_amount: 2301万元", 1),
        ("budget: USD 100, expected_amount: CNY 700", 0),
        ("expected_amount: 5万元", 0),
    ],
)
def test_no_more_is_expected_than_the_budget(paths, amounts, told):
    assert paths("DEV007", HEAD + amounts + "}") == ["opportunity.expected_amount"] * told
