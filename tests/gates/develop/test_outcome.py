"""Rivals, the buyer's steps, and the end of a deal."""

import pytest

NAMES = """
vendor: {legal_name: 云岭控制技术股份有限公司, short_name: 云岭控制}
account: {name: 青岚轨道交通集团, aliases: [青岚地铁]}
"""


@pytest.mark.parametrize(
    ("rival", "found"),
    [
        ("name: 恒擎", []),
        ("name: 云岭控制", ["competitors[0].name"]),
        ("name: 恒擎, aliases: [云岭控制]", ["competitors[0].aliases"]),
        ("name: 青岚地铁", ["competitors[0].name"]),
    ],
)
def test_a_rival_is_neither_us_nor_the_customer(paths, rival, found):
    assert paths("DEV070", NAMES + f"competitors: [{{{rival}}}]") == found


@pytest.mark.parametrize(
    ("name", "told"), [("恒擎", 0), ("HQ", 0), ("我方", 0), ("云岭控制", 0), ("恒擎公司", 1)]
)
def test_who_is_compared_is_a_competitor_or_us(paths, name, told):
    text = f"""
competitors: [{{name: 恒擎, aliases: [HQ]}}]
opportunity: {{id: P, name: a, comparison: [{{competitor: {name}, axis: 技术, score: 4}}]}}
"""
    assert paths("DEV071", NAMES + text) == ["opportunity.comparison[0].competitor"] * told
    assert paths("DEV071", NAMES + text.replace("[{name: 恒擎, aliases: [HQ]}]", "[]")) == []


@pytest.mark.parametrize(
    ("stage", "step", "told"),
    [
        ("提案", "指标制定", 0),
        ("提案", "招标评标", 0),
        ("开发", "供应商初选", 0),
        ("开发", "招标评标", 1),
        ("谈判", "供应商初选", 1),
        ("赢单", "内部立项", 0),
    ],
)
def test_our_stage_is_near_the_buyers_step(paths, stage, step, told):
    text = f"opportunity: {{id: P, name: a, stage: {stage}, buyer_step: {step}}}"
    assert paths("DEV080", text) == ["opportunity.stage"] * told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("stage: 丢单", 1),
        ("stage: 放弃, closed_on: 2026-11-01", 1),
        ("stage: 丢单, closed_on: 2026-11-01, win_loss: 价格", 0),
        ("stage: 提案", 0),
    ],
)
def test_a_deal_that_ended_says_when_and_why(paths, text, told):
    assert paths("DEV081", f"opportunity: {{id: P, name: a, {text}}}") == ["opportunity.stage"] * told
