"""Who approved it, and when."""

import pytest

SALES = "{post: 销售, name: 甲, opinion: 同意, date: 2026-10-13}"


def approvals(*rows, decision="立项", more=""):
    return f"approval: {{author: 顾闻笛, decision: {decision}, {more} approvals: [{', '.join(rows)}]}}"


@pytest.mark.parametrize(("name", "told"), [("甲", 0), ("顾闻笛", 1)])
def test_the_author_does_not_approve(paths, name, told):
    text = approvals(SALES.replace("甲", name))
    assert paths("QUAL030", text) == ["approval.approvals[0].name"] * told


@pytest.mark.parametrize(
    ("rows", "decision", "found"),
    [
        ([SALES], "立项", []),
        ([], "立项", ["approval.approvals"]),
        ([SALES, "{post: 财务, name: 乙}"], "立项", ["approval.approvals[1].opinion"]),
        (
            [SALES, "{post: 财务, opinion: 同意, date: 2026-10-14}"],
            "有条件立项",
            ["approval.approvals[1].name"],
        ),
        ([SALES, "{post: 财务}"], "不立项", []),
    ],
)
def test_the_approvals_are_complete_before_the_decision(paths, rows, decision, found):
    assert paths("QUAL031", approvals(*rows, decision=decision)) == found


@pytest.mark.parametrize(
    ("asked", "second", "decided", "found"),
    [
        ("2026-10-12", "2026-10-15", "2026-10-15", []),
        ("2026-10-13", "2026-10-13", "2026-10-13", []),
        ("2026-10-14", "2026-10-15", "2026-10-15", ["approval.approvals[0].date"]),
        ("2026-10-12", "2026-10-12", "2026-10-15", ["approval.approvals[1].date"]),
        ("2026-10-12", "2026-10-15", "2026-10-14", ["approval.decided_on"]),
    ],
)
def test_the_days_follow_each_other(paths, asked, second, decided, found):
    finance = f"{{post: 财务, name: 乙, opinion: 同意, date: {second}}}"
    text = approvals(SALES, finance, more=f"date: {asked}, decided_on: {decided},")
    assert paths("QUAL032", text) == found


@pytest.mark.parametrize(("decision", "told"), [("立项", 1), ("有条件立项", 1), ("不立项", 0)])
def test_nothing_goes_on_against_a_refusal(paths, decision, told):
    refused = SALES.replace("同意", "不同意")
    assert paths("QUAL033", approvals(refused, decision=decision)) == ["approval.approvals[0].opinion"] * told
