"""The scorecard."""

import pytest


def card(*rows):
    return "approval:\n  criteria:\n" + "".join(
        f"  - {{anchor: {anchor}, criterion: c{n}, weight: {weight}, score: {score}}}\n"
        for n, (anchor, weight, score) in enumerate(rows)
    )


@pytest.mark.parametrize(("weights", "told"), [((40, 30, 30), 0), ((40, 30, 29), 1), ((40, 40, 30), 1)])
def test_the_weights_make_100(judge, weights, told):
    rows = zip(("real", "win", "worth"), weights, (5, 5, 5), strict=True)
    found = [f for f in judge(card(*rows)) if f.code == "QUAL001"]
    assert [str(sum(weights)) in f.message.en for f in found] == [True] * told


@pytest.mark.parametrize(
    ("anchors", "found"),
    [
        (["real", "win", "worth"], []),
        (["real", "win"], ["approval.criteria"]),
        (["real", "win", ""], ["approval.criteria[2].anchor"]),
    ],
)
def test_all_three_questions_are_answered(paths, anchors, found):
    assert paths("QUAL002", card(*((anchor, 30, 5) for anchor in anchors))) == found


@pytest.mark.parametrize(("score", "evidence", "told"), [(5, "", 0), (6, "", 1), (6, "年度计划", 0)])
def test_a_high_score_has_evidence(paths, score, evidence, told):
    row = f"{{anchor: real, criterion: 预算, weight: 100, score: {score}, evidence: {evidence}}}"
    text = f"approval: {{criteria: [{row}]}}"
    assert paths("QUAL003", text) == ["approval.criteria[0].evidence"] * told
