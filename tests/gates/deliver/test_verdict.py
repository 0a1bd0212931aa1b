"""What an acceptance may come to, given its items and the issues still open."""

import pytest

FINAL = "acceptances: [{type: 最终验收, date: 2027-12-29, conclusion: %s, note: x}]"
ACCEPTANCE = "delivery.acceptances[0].conclusion"
WHOLE = "delivery.conclusion"


@pytest.mark.parametrize(
    ("delivery", "found"),
    [
        (FINAL % "通过" + ", items: [{requirement: a, conclusion: 合格}]", []),
        (FINAL % "通过" + ", items: [{requirement: a, conclusion: 让步接收}]", []),
        (FINAL % "通过" + ", items: [{requirement: a, conclusion: 不合格}]", [ACCEPTANCE]),
        (FINAL % "有条件通过" + ", items: [{requirement: a, conclusion: 不合格}]", []),
        (FINAL % "不通过" + ", items: [{requirement: a, conclusion: 不合格}]", []),
        (FINAL % "通过" + ", items: [{requirement: a, conclusion: 不合格, variant: 初步验收}]", []),
        ("conclusion: 通过, items: [{requirement: a, conclusion: 不合格, variant: 初步验收}]", [WHOLE]),
        (
            "conclusion: 通过, items: [{requirement: a, conclusion: 不合格, variant: 初步验收}, "
            "{requirement: a, conclusion: 合格, variant: 最终验收}]",
            [],
        ),
        (
            "conclusion: 通过, " + FINAL % "通过" + ", items: [{requirement: a, conclusion: 不合格}]",
            [ACCEPTANCE],
        ),
    ],
)
def test_with_a_failed_item_nothing_has_passed(paths, delivery, found):
    assert sorted(paths("DELV020", f"delivery: {{{delivery}}}")) == found


@pytest.mark.parametrize(
    ("delivery", "found"),
    [
        (FINAL % "通过" + ", open_issues: [{text: a, severity: 严重, closed_on: 2027-12-29}]", []),
        (FINAL % "通过" + ", open_issues: [{text: a, severity: 严重, closed_on: 2027-12-30}]", [ACCEPTANCE]),
        (FINAL % "通过" + ", open_issues: [{text: a, severity: 严重}]", [ACCEPTANCE]),
        (FINAL % "有条件通过" + ", open_issues: [{text: a, severity: 严重}]", []),
        (FINAL % "通过" + ", open_issues: [{text: a, severity: 一般}]", []),
        ("conclusion: 通过, open_issues: [{text: a, severity: 严重, variant: 初步验收}]", [WHOLE]),
        ("conclusion: 通过, " + FINAL % "通过" + ", open_issues: [{text: a, severity: 严重}]", [ACCEPTANCE]),
    ],
)
def test_with_a_severe_issue_open_nothing_has_passed(paths, delivery, found):
    assert sorted(paths("DELV021", f"delivery: {{{delivery}}}")) == found


def test_the_message_names_what_failed(judge):
    items = ", ".join(f"{{requirement: 要求{n}, conclusion: 不合格}}" for n in range(1, 8))
    [finding] = judge(f"delivery: {{conclusion: 通过, items: [{items}]}}")
    assert finding.message.zh == "总体结论是“通过”，但有 7 项不合格：要求1、要求2、要求3、要求4、要求5 等"


@pytest.mark.parametrize(
    ("whole", "final", "told"),
    [("通过", "通过", 0), ("通过", "有条件通过", 1), ("有条件通过", "有条件通过", 0), ("不通过", "通过", 1)],
)
def test_there_is_one_conclusion(paths, whole, final, told):
    assert paths("DELV022", f"delivery: {{conclusion: {whole}, {FINAL % final}}}") == [WHOLE] * told


@pytest.mark.parametrize(
    ("acceptance", "told"),
    [
        ("conclusion: 通过", 0),
        ("conclusion: 有条件通过", 1),
        ("conclusion: 不通过", 1),
        ("conclusion: 有条件通过, note: x", 0),
        ("place: x", 0),
    ],
)
def test_conditions_are_written(paths, acceptance, told):
    text = f"delivery: {{acceptances: [{{type: 初步验收, {acceptance}}}]}}"
    assert paths("DELV023", text) == ["delivery.acceptances[0].note"] * told
