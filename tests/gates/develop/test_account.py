"""The customer's scores, its tier, and whether it may buy."""

import pytest


def scores(*rows):
    return "account:\n  tier_scores:\n" + "".join(
        f"  - {{criterion: c{i}, group: {group}, weight: {weight}, score: {score}}}\n"
        for i, (group, weight, score) in enumerate(rows)
    )


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("吸引力", 50, 8), ("竞争力", 50, 7)], 0),
        ([("吸引力", 100, 8), ("竞争力", 100, 7)], 0),
        ([("吸引力", 50, 8), ("竞争力", 45, 7)], 1),
        ([("吸引力", 60, 8), ("竞争力", 50, 7)], 1),
        ([("吸引力", 100, 8), ("竞争力", 90, 7)], 1),
        ([], 0),
    ],
)
def test_the_weights_make_100_together_or_in_each_dimension(paths, rows, told):
    assert paths("DEV020", scores(*rows) if rows else "{}") == ["account.tier_scores"] * told


@pytest.mark.parametrize(("score", "told"), [("0", 0), ("10", 0), ("10.5", 1), ("85", 1), ("-1", 1)])
def test_scores_are_out_of_ten(paths, score, told):
    assert paths("DEV021", scores(("吸引力", 100, score))) == ["account.tier_scores[0].score"] * told


@pytest.mark.parametrize(
    ("tier", "score", "told"),
    [
        ("S", "7.5", 0),
        ("S", "7.4", 1),
        ("A", "7.4", 0),
        ("A", "9", 0),
        ("B", "9", 1),
        ("B", "4", 0),
        ("B", "3.9", 1),
        ("C", "5.9", 0),
        ("C", "6", 1),
    ],
)
def test_the_tier_follows_from_the_score_give_or_take_one_below(paths, tier, score, told):
    assert paths("DEV022", scores(("吸引力", 100, score)) + f"  tier: {tier}") == ["account.tier"] * told


@pytest.mark.parametrize(
    ("tier", "advice", "told"),
    [("S", "重点投入", 0), ("S", "放弃", 1), ("A", "放弃", 1), ("C", "重点投入", 1), ("C", "放弃", 0)],
)
def test_the_recommendation_agrees_with_the_tier(paths, tier, advice, told):
    text = f"account: {{tier: {tier}, recommendation: {advice}}}"
    assert paths("DEV023", text) == ["account.recommendation"] * told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("account: {name: 某招标公司, customer_class: 招标代理}", 0),
        ("account: {name: 某招标公司, customer_class: 招标代理}\nopportunity: {id: P, name: a}", 1),
        (
            "account: {name: 某招标公司, customer_class: 招标代理}\n"
            "opportunity: {id: P, name: a, account: 某招标公司}",
            1,
        ),
        ("account: {name: 某集团, customer_class: 常规销售客户}\nopportunity: {id: P, name: a}", 0),
    ],
)
def test_an_agency_has_no_opportunity_in_its_name(paths, text, told):
    assert paths("DEV024", text) == ["account.customer_class"] * told
