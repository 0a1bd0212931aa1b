"""Settled, invoiced, received; costs beside the budget."""

from datetime import date

import pytest

SETTLED = "contract: {amount: 1000}\ndelivery: {settlement: {changes_amount: 50, retention: 30}}\n"


@pytest.mark.parametrize(
    ("closing", "found"),
    [
        ("settled: 1050, retention: 30", []),
        ("settled: 1000", ["closing.settled"]),
        ("retention: 30.01", ["closing.retention"]),
        ("prepared_by: 甲", []),
    ],
)
def test_the_close_settles_what_the_acceptance_settled(paths, closing, found):
    assert paths("DELV084", SETTLED + f"closing: {{{closing}}}") == found


def bills(*rows):
    lines = ", ".join(f"{{kind: {kind}, date: 2028-01-12, amount: {amount}}}" for kind, amount in rows)
    return f"contract: {{amount: 1000}}\nclosing: {{billing: [{lines}]}}"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("开票", 1000), ("回款", 1000)], 0),
        ([("开票", 600), ("开票", 400), ("回款", 500)], 0),
        ([("开票", 1000), ("回款", "1000.01")], 1),
        ([("回款", 10)], 1),
        ([("开票", "1000.01")], 1),
        ([("开票", 1100), ("回款", 1200)], 2),
    ],
)
def test_receipts_invoices_and_settlement_are_in_order(paths, rows, told):
    assert paths("DELV085", bills(*rows)) == ["closing.billing"] * told


@pytest.mark.parametrize(
    ("closing", "told"),
    [("retention: 30, retention_due: 2030-12-29", 0), ("retention: 30", 1), ("retention: 0", 0)],
)
def test_a_retention_has_its_day(paths, closing, told):
    assert paths("DELV086", f"closing: {{{closing}}}") == ["closing.retention_due"] * told


@pytest.mark.parametrize(
    ("received", "today", "told"),
    [
        (970, date(2030, 12, 29), 0),
        (970, date(2030, 12, 30), 1),
        (1000, date(2030, 12, 30), 0),
    ],
)
def test_a_retention_is_collected_when_it_is_due(paths, received, today, told):
    row = "{{kind: {}, date: 2028-01-12, amount: {}}}"
    rows = f"{row.format('开票', 1000)}, {row.format('回款', received)}"
    text = f"closing: {{settled: 1000, retention: 30, retention_due: 2030-12-29, billing: [{rows}]}}"
    assert paths("DELV087", text, today) == ["closing.retention_due"] * told


ESTIMATE = """approval:
  estimate:
    costs: [{group: 人工服务, name: a, amount: 60}, {group: 人工服务, name: b, amount: 40}]
"""


@pytest.mark.parametrize(
    ("cost", "told"),
    [
        ("group: 人工服务, budget: 100", 0),
        ("group: 人工服务, budget: 100.01", 1),
        ("group: 人工服务, added: 5", 0),
        ("group: 项目费用, budget: 7", 0),
    ],
)
def test_the_budget_is_what_was_approved(paths, cost, told):
    assert (
        paths("DELV088", ESTIMATE + f"closing: {{costs: [{{{cost}}}]}}") == ["closing.costs[0].budget"] * told
    )


@pytest.mark.parametrize(
    ("closing", "found"),
    [
        ("costs: [{group: 人工服务, budget: 100, added: 5, actual: 105}]", []),
        ("costs: [{group: 人工服务, budget: 100, added: 5, actual: 106}]", ["closing.costs[0].reason"]),
        ("costs: [{group: 人工服务, budget: 100, actual: 106, reason: x}]", []),
        ("costs: [{group: 人工服务, budget: 100, actual: 94}]", []),
        ("goals: [{kind: 进度, goal: a, planned: 340, actual: 340}]", []),
        ("goals: [{kind: 进度, goal: a, planned: 340, actual: 345}]", ["closing.goals[0].reason"]),
        ("goals: [{kind: 进度, goal: a, planned: 340, actual: 345, reason: x}]", []),
        ("goals: [{kind: 进度, goal: a, planned: 340}]", []),
    ],
)
def test_deviations_have_their_reason(paths, closing, found):
    assert paths("DELV089", f"closing: {{{closing}}}") == found
