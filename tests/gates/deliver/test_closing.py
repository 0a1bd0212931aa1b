"""Accepted, invoiced, approved, and learned from."""

from datetime import date

import pytest

CLOSED = date(2028, 3, 10)
DAY = "closing.closed_on"
FINAL = """contract: {amount: 1000}
delivery: {acceptances: [{type: 最终验收, date: 2027-12-29, conclusion: %s, note: x}]}
"""
BILLED = "billing: [{kind: 开票, date: 2028-01-12, amount: %s}]"


def closing(*parts):
    return f"closing: {{closed_on: 2028-03-10, {', '.join(parts)}}}"


def excepted(what, by="approved_by: 甲"):
    return f"exceptions: [{{exception: {what}, reason: x, {by}}}]"


@pytest.mark.parametrize(
    ("conclusion", "parts", "told"),
    [
        ("通过", [BILLED % 1000], 0),
        ("通过", [BILLED % "999.99"], 1),
        ("通过", [BILLED % 970, excepted("质保金尚未开票")], 0),
        ("通过", [BILLED % 970, excepted("质保金尚未开票", "due: 2031-01-01")], 1),
        ("通过", [BILLED % 970, excepted("遗留问题未关闭")], 1),
        ("通过", ["prepared_by: 甲"], 1),
        ("有条件通过", [BILLED % 1000], 1),
        ("有条件通过", [BILLED % 1000, excepted("终验有条件通过，整改后补验收")], 0),
        ("不通过", [BILLED % 970], 2),
    ],
)
def test_a_closed_project_is_accepted_and_invoiced(paths, conclusion, parts, told):
    text = FINAL % conclusion + closing(*parts)
    assert paths("DELV080", text, CLOSED) == [DAY] * told
    assert paths("DELV080", text, date(2028, 3, 9)) == []


def test_an_approved_close_counts_before_its_day(paths):
    text = FINAL % "不通过" + closing(BILLED % 1000, "approvals: [{post: 财务, opinion: 同意}]")
    assert paths("DELV080", text, date(2027, 1, 1)) == [DAY]


def test_where_there_is_no_final_acceptance_the_whole_counts(paths):
    text = "contract: {amount: 1000}\ndelivery: {conclusion: %s}\n" + closing(BILLED % 1000)
    assert paths("DELV080", text.replace("%s", "通过"), CLOSED) == []
    assert paths("DELV080", text.replace("%s", "不通过"), CLOSED) == [DAY]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("reason: x, approved_by: 甲", []),
        ("approved_by: 甲", ["reason"]),
        ("reason: x", ["approved_by"]),
        ("due: 2028-01-01", ["reason", "approved_by"]),
    ],
)
def test_exceptions_are_approved(paths, row, found):
    text = f"closing: {{exceptions: [{{exception: a, {row}}}]}}"
    assert paths("DELV081", text) == [f"closing.exceptions[0].{field}" for field in found]


@pytest.mark.parametrize(
    ("approvals", "found"),
    [
        ("[{post: 财务, name: 乙, opinion: 同意}]", []),
        ("[{post: 财务, name: 韩彻, opinion: 同意}]", ["closing.approvals[0].name"]),
        ("[{post: 财务, name: 韩 彻}]", ["closing.approvals[0].name"]),
        ("[{post: 财务, name: 乙, opinion: 不同意}]", ["closing.approvals[0].opinion"]),
        ("[]", [DAY]),
    ],
)
def test_others_than_the_author_approve(paths, approvals, found):
    assert paths("DELV082", closing("prepared_by: 韩彻", f"approvals: {approvals}"), CLOSED) == found


@pytest.mark.parametrize(
    ("lessons", "today", "told"),
    [("[{practice: a}]", CLOSED, 0), ("[]", CLOSED, 1), ("[]", date(2028, 3, 9), 0)],
)
def test_a_close_comes_with_its_lessons(paths, lessons, today, told):
    assert paths("DELV083", closing(f"lessons: {lessons}"), today) == ["closing.lessons"] * told
