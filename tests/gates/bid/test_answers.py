"""Starred clauses, and the scoring sheet."""

import pytest


@pytest.mark.parametrize(
    ("evaluation", "found"),
    [
        ("factors: [{factor: a, points: 60}, {factor: b, points: 40}]", []),
        ("factors: [{factor: a, points: 60}, {factor: b, points: 35}]", ["tender.evaluation.factors"]),
        ("factors: [{factor: a, points: 60}, {factor: b}]", []),
        ("method: 经评审的最低投标价法, factors: [{factor: a, points: 60}]", []),
        ("price_weight: 30, factors: [{group: 价格, factor: a, points: 30}, {factor: b, points: 70}]", []),
        (
            "price_weight: 40, factors: [{group: 价格, factor: a, points: 30}, {factor: b, points: 70}]",
            ["tender.evaluation.price_weight"],
        ),
    ],
)
def test_the_scoring_sheet_is_complete(paths, evaluation, found):
    assert paths("BID151", f"tender: {{evaluation: {{{evaluation}}}}}") == found


@pytest.mark.parametrize(("ours", "told"), [(0, 0), (10, 0), (10.5, 1)])
def test_no_score_is_above_its_points(paths, ours, told):
    text = f"tender: {{evaluation: {{factors: [{{factor: a, points: 10, our_score: {ours}}}]}}}}"
    assert paths("BID152", text) == ["tender.evaluation.factors[0].our_score"] * told
