"""C139 and MEDDPICC."""

import pytest


def c139(value, more=""):
    """A deal with the points of a C139 value reached, each with evidence."""
    counts = dict(zip("CFW", (int(part[0]) for part in value.split("-")), strict=True))
    rows = "".join(
        f"  - {{point: {group}{n}, group: {group}, reached: 是, evidence: a}}\n"
        for group, count in counts.items()
        for n in range(count)
    )
    return f"opportunity:\n  id: P\n  name: a\n{more}  c139:\n{rows}"


@pytest.mark.parametrize(
    ("value", "told"), [("9C-3F-1W", 0), ("6C-2F-0W", 0), ("2C-1F-1W", 0), ("5C-0F-1W", 1)]
)
def test_there_is_no_win_without_a_first(judge, value, told):
    found = [f for f in judge(c139(value)) if f.code == "DEV050"]
    assert [value in f.message.zh for f in found] == [True] * told


def test_there_are_thirteen_points_at_most(paths):
    assert paths("DEV051", c139("9C-3F-1W")) == []
    nine = c139("9C-1F-0W").replace("group: F", "group: C")
    assert paths("DEV051", nine) == ["opportunity.c139[9].group"]


@pytest.mark.parametrize(("reached", "told"), [("是", 1), ("否", 0)])
def test_a_point_that_counts_has_a_group(paths, reached, told):
    text = f"opportunity: {{id: P, name: a, c139: [{{point: x, reached: {reached}, evidence: a}}]}}"
    assert paths("DEV051", text) == ["opportunity.c139[0].group"] * told


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("c139: [{point: x, group: C, reached: 是}]", ["opportunity.c139[0].evidence"]),
        ("c139: [{point: x, group: C, reached: 否}]", []),
        ("meddpicc: [{element: 痛点, score: 2}]", ["opportunity.meddpicc[0].evidence"]),
        ("meddpicc: [{element: 痛点, score: 0}]", []),
        ("meddpicc: [{element: 痛点, score: 2, evidence: 故障记录}]", []),
    ],
)
def test_what_is_scored_has_evidence(paths, row, found):
    assert paths("DEV052", f"opportunity: {{id: P, name: a, {row}}}") == found


@pytest.mark.parametrize(("second", "told"), [("痛点", 1), ("竞争", 0)])
def test_an_element_is_scored_once(paths, second, told):
    text = f"opportunity: {{id: P, name: a, meddpicc: [{{element: 痛点}}, {{element: {second}}}]}}"
    assert paths("DEV053", text) == ["opportunity.meddpicc[1].element"] * told


@pytest.mark.parametrize(
    ("value", "more", "told"),
    [
        ("6C-2F-0W", "probability: 79", 0),
        ("6C-2F-0W", "probability: 80", 1),
        ("6C-2F-1W", "probability: 95", 0),
        ("6C-2F-0W", "probability: 100\n  stage: 实施", 0),
    ],
)
def test_a_probable_deal_has_the_win(paths, value, more, told):
    assert paths("DEV054", c139(value, f"  {more}\n")) == ["opportunity.probability"] * told


@pytest.mark.parametrize(
    ("score", "role", "told"), [(8, "教练", 0), (8, "支持者", 0), (8, "使用", 1), (0, "使用", 0)]
)
def test_a_coach_that_is_scored_is_known(paths, score, role, told):
    text = f"opportunity: {{id: P, name: a, coach_score: {score}}}\ncontacts: [{{name: 甲, role: {role}}}]"
    assert paths("DEV055", text) == ["opportunity.coach_score"] * told
