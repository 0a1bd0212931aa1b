"""Deadlines ahead and missed, moments in order."""

from datetime import date

import pytest

HEAD = "opportunity: {id: P, name: a, stage: %s, procurement_method: 公开招标}\n"
TENDER = "tender: {questions_until: 2026-12-14 17:00, deadline: 2026-12-25 09:30}\n"


@pytest.mark.parametrize(("day", "told"), [(21, 0), (22, 1), (25, 1), (26, 0)])
def test_three_days_before_the_deadline_we_are_warned(paths, day, told):
    text = HEAD % "招投标" + TENDER + "bid: {decision: 投标}"
    assert paths("BID111", text, date(2026, 12, day)) == ["tender.deadline"] * told


@pytest.mark.parametrize(("day", "told"), [(10, 0), (11, 1), (14, 1), (15, 0)])
def test_three_days_before_questions_end_we_are_warned(paths, day, told):
    assert paths("BID112", HEAD % "招投标" + TENDER, date(2026, 12, day)) == ["tender.questions_until"] * told


def test_who_handed_in_is_not_warned(paths):
    text = HEAD % "招投标" + TENDER + "bid: {submitted_at: 2026-12-11 09:00}"
    assert paths("BID111", text, date(2026, 12, 23)) == paths("BID112", text, date(2026, 12, 12)) == []


@pytest.mark.parametrize(
    ("tender", "found"),
    [
        ("issued_on: 2026-12-04, sold_until: 2026-12-09, deadline: 2026-12-25 09:30", []),
        ("issued_on: 2026-12-04, sold_until: 2026-12-04", []),
        ("issued_on: 2026-12-04, sold_until: 2026-12-03", ["tender.sold_until"]),
        ("issued_on: 2026-12-04, questions_until: 2026-12-03 17:00", ["tender.questions_until"]),
        ("sold_until: 2026-12-26, deadline: 2026-12-25 09:30", ["tender.deadline"]),
        ("questions_until: 2026-12-25 10:00, deadline: 2026-12-25 09:30", ["tender.deadline"]),
        ("deadline: 2026-12-25 09:30, opening: 2026-12-25 09:30", []),
        ("deadline: 2026-12-25 09:30, opening: 2026-12-25 09:00", ["tender.opening"]),
    ],
)
def test_the_moments_of_a_tender_follow_each_other(paths, tender, found):
    assert paths("BID113", f"tender: {{{tender}}}") == found


def test_the_message_tells_both_moments(judge):
    [finding] = judge("tender: {deadline: 2026-12-25 09:30, opening: 2026-12-25 09:00}")
    assert finding.message.zh == "开标（2026年12月25日 09:00）早于投标截止（2026年12月25日 09:30）"


@pytest.mark.parametrize(
    ("bid", "found"),
    [
        ("decided_on: 2026-12-07, date: 2026-12-25, bond: {paid_on: 2026-12-24}", []),
        ("decided_on: 2026-12-26", ["bid.decided_on"]),
        ("date: 2026-12-26", ["bid.date"]),
        ("bond: {paid_on: 2026-12-25}", ["bid.bond.paid_on"]),
    ],
)
def test_what_we_do_is_in_time(paths, bid, found):
    tender = "tender: {deadline: 2026-12-25 09:30, bond: {due: 2026-12-24 17:00}}\n"
    assert paths("BID114", tender + f"bid: {{{bid}}}") == found


@pytest.mark.parametrize(
    ("task", "more", "told"),
    [
        ("due: 2026-11-20 18:00", "", 0),
        ("due: 2026-11-19 18:00", "", 1),
        ("due: 2026-11-19 18:00, done: 是", "", 0),
        ("due: 2026-11-19 18:00", "submitted_at: 2026-11-19 19:00, ", 0),
    ],
)
def test_no_task_of_the_bid_is_overdue(paths, task, more, told):
    text = HEAD % "招投标" + f"bid: {{{more}preparation: [{{task: x, {task}}}]}}"
    assert paths("BID115", text) == ["bid.preparation[0].due"] * told
