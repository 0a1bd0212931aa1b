"""Red lines, issues settled, results in writing."""

from datetime import date

import pytest

SIGNED = "\ncontract: {signed_on: 2026-11-20}"
PLANNED = "\ncontract: {signed_on: 2026-11-21}"
DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("clause", "contract", "told"),
    [
        ("red_line: 无限责任", "", 0),
        ("our_position: x", "", 1),
        ("our_position: x", PLANNED, 1),
        ("our_position: x", SIGNED, 0),
    ],
)
def test_an_open_risk_clause_has_its_red_line(paths, clause, contract, told):
    text = f"negotiation: {{risk_clauses: [{{clause: 责任, {clause}}}]}}" + contract
    assert paths("NEG070", text, DAY) == ["negotiation.risk_clauses[0].red_line"] * told


@pytest.mark.parametrize(
    ("issue", "contract", "told"),
    [
        ("status: 已达成, result: y", SIGNED, 0),
        ("status: 分歧", SIGNED, 1),
        ("status: 有条件", SIGNED, 1),
        ("weight: 100", SIGNED, 1),
        ("status: 分歧", PLANNED, 0),
        ("status: 分歧", "", 0),
    ],
)
def test_all_issues_are_settled_before_the_signature(paths, issue, contract, told):
    text = f"negotiation: {{issues: [{{topic: x, {issue}}}]}}" + contract
    assert paths("NEG071", text, DAY) == ["negotiation.issues[0].status"] * told


@pytest.mark.parametrize(
    ("issue", "told"), [("status: 已达成, result: y", 0), ("status: 已达成", 1), ("status: 分歧", 0)]
)
def test_what_is_agreed_is_written(paths, issue, told):
    text = f"negotiation: {{issues: [{{topic: x, {issue}}}]}}"
    assert paths("NEG072", text) == ["negotiation.issues[0].result"] * told
