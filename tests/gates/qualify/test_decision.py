"""What is decided, on what score, and what the stage asks for."""

import pytest


def decided(decision, score=None, more=""):
    row = f"{{anchor: real, criterion: a, weight: 100, score: {score}, evidence: b}}"
    criteria = f"criteria: [{row}], " if score is not None else ""
    return f"approval: {{{criteria}decision: {decision}, {more}}}"


@pytest.mark.parametrize(
    ("score", "decision", "told"),
    [
        (7, "立项", 0),
        (6, "立项", 1),
        (6, "有条件立项", 0),
        (5, "有条件立项", 0),
        (4, "有条件立项", 1),
        (4, "不立项", 0),
        (9, "不立项", 0),
        (9, "有条件立项", 0),
        (None, "立项", 0),
    ],
)
def test_the_decision_goes_no_further_than_the_score(paths, score, decision, told):
    assert paths("QUAL010", decided(decision, score)) == ["approval.decision"] * told


@pytest.mark.parametrize(
    ("decision", "more", "told"),
    [("有条件立项", "", 1), ("有条件立项", "conditions: [垫资不超过 500 万元]", 0), ("立项", "", 0)],
)
def test_a_conditional_go_names_its_conditions(paths, decision, more, told):
    assert paths("QUAL011", decided(decision, more=more)) == ["approval.conditions"] * told


@pytest.mark.parametrize(
    ("decision", "more", "told"),
    [("立项", "", 1), ("立项", "conditions: [a]", 0), ("有条件立项", "", 0), ("不立项", "", 0)],
)
def test_what_approvers_ask_for_is_written_down(paths, decision, more, told):
    approvals = "approvals: [{post: 财务, name: 甲, opinion: 有条件同意, date: 2026-10-15}], "
    text = decided(decision, more=approvals + more)
    assert paths("QUAL012", text) == ["approval.approvals[0].opinion"] * told


@pytest.mark.parametrize(
    ("stage", "decision", "told"),
    [
        ("开发", None, None),
        ("立项", None, None),
        ("提案", None, ("QUAL040", "warning")),
        ("提案", "不立项", ("QUAL040", "warning")),
        ("提案", "立项", None),
        ("提案", "有条件立项", None),
        ("招投标", None, ("QUAL041", "error")),
        ("招投标", "不立项", ("QUAL041", "error")),
        ("实施", None, ("QUAL041", "error")),
        ("赢单", None, ("QUAL041", "error")),
        ("招投标", "立项", None),
        ("丢单", None, None),
    ],
)
def test_a_deal_is_approved_before_it_is_proposed_and_must_be_before_a_bid(judge, stage, decision, told):
    text = f"opportunity: {{id: P, name: a, stage: {stage}}}\n" + (decided(decision) if decision else "")
    found = [f for f in judge(text) if f.code in ("QUAL040", "QUAL041")]
    assert [(f.code, f.severity.value) for f in found] == ([told] if told else [])
    assert {f.path for f in found} <= {"opportunity.stage"}
