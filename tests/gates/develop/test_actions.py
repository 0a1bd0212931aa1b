"""Next steps."""

import pytest

HEAD = "opportunity: {id: P, name: a, "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HEAD + "actions: [{action: x, owner: 甲, due: 2026-11-20}]}", []),
        (HEAD + "actions: [{action: x, owner: 甲, due: 2026-11-19}]}", ["opportunity.actions[0].due"]),
        (HEAD + "actions: [{action: x, owner: 甲, due: 2026-11-19, status: 已完成}]}", []),
        (HEAD + "actions: [{action: x, owner: 甲, due: 2026-11-19, status: 已取消}]}", []),
        (HEAD + "stage: 丢单, actions: [{action: x, owner: 甲, due: 2026-11-19}]}", []),
        ("account: {next_step: 拜访, next_on: 2026-11-01}", ["account.next_on"]),
        (
            "account: {plan: {actions: [{action: x, due: 2026-06-18, status: 进行中}]}}",
            ["account.plan.actions[0].due"],
        ),
        ("contacts: [{name: 甲, next_on: 2026-11-19}]", ["contacts[0].next_on"]),
        ("contacts: [{name: 甲, next_on: 2026-11-10, last_contact: 2026-11-12}]", []),
    ],
)
def test_nothing_is_overdue(paths, text, found):
    assert paths("DEV060", text) == found


def test_the_message_tells_since_when(judge):
    [finding] = judge(HEAD + "actions: [{action: 提交清单, owner: 甲, due: 2026-11-15}]}")
    assert finding.message.zh == "“提交清单”应在 2026年11月15日 前完成，已逾期 5 天"


@pytest.mark.parametrize(
    ("visit", "found"),
    [
        ("next_step: x, next_owner: 甲, next_on: 2026-11-27", []),
        ("words: 好", ["opportunity.visits[0].next_step"]),
        ("next_step: x, next_on: 2026-11-27", ["opportunity.visits[0].next_owner"]),
    ],
)
def test_a_visit_leads_to_a_next_step(paths, visit, found):
    assert paths("DEV061", HEAD + f"visits: [{{date: 2026-11-12, purpose: 汇报, {visit}}}]}}") == found


@pytest.mark.parametrize(("day", "told"), [("2026-11-12", 0), ("2026-11-11", 1)])
def test_the_next_step_comes_after_the_visit(paths, day, told):
    text = (
        HEAD
        + f"visits: [{{date: 2026-11-12, purpose: 汇报, next_step: x, next_owner: 甲, next_on: {day}}}]}}"
    )
    assert paths("DEV062", text) == ["opportunity.visits[0].next_on"] * told


@pytest.mark.parametrize(
    ("action", "found"),
    [
        ("owner: 甲, due: 2026-12-01", []),
        ("due: 2026-12-01", ["opportunity.actions[0].owner"]),
        ("owner: 甲", ["opportunity.actions[0].due"]),
        ("status: 已完成", []),
    ],
)
def test_an_action_has_an_owner_and_a_day(paths, action, found):
    assert paths("DEV063", HEAD + f"actions: [{{action: x, {action}}}]}}") == found
