"""What the bid answers to the tender."""

import pytest


@pytest.mark.parametrize("table", ["commercial_deviations", "technical_deviations"])
@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("response: 满足, kind: 无偏离", None),
        ("response: 更好, kind: 正偏离", None),
        ("response: 不满足, kind: 负偏离", "kind"),
        ("kind: 无偏离", "response"),
        ("response: 满足", "kind"),
    ],
)
def test_starred_clauses_are_answered_and_met(paths, table, row, found):
    text = f"bid: {{{table}: [{{demand: x, %s{row}}}]}}"
    assert paths("BID020", text % "starred: 是, ") == ([f"bid.{table}[0].{found}"] if found else [])
    assert paths("BID020", text % "") == []


@pytest.mark.parametrize(
    ("method", "requirement", "found"),
    [
        ("公开招标", "mandatory: 是, response: 完全满足", []),
        ("公开招标", "mandatory: 是, response: 完全满足, deviation: 负偏离", ["requirements[0].deviation"]),
        ("公开招标", "mandatory: 是, response: 不满足, mitigation: y", ["requirements[0].response"]),
        ("公开招标", "response: 不满足, mitigation: y", []),
        ("单一来源", "mandatory: 是, response: 不满足, mitigation: y", []),
    ],
)
def test_starred_requirements_are_met_in_a_tender(paths, method, requirement, found):
    text = f"opportunity: {{id: P, name: a, procurement_method: {method}}}\n"
    text += f"requirements: [{{id: R-1, text: x, {requirement}}}]"
    assert paths("BID020", text) == found
