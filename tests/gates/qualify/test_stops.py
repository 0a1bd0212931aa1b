"""Hard stops, and who waives them."""

import pytest

ALL = ["资质不满足", "限价低于成本", "制裁或失信", "利益冲突", "围标串标要求", "交期短于生产周期", "无限责任"]


def stops(*rows, decision="立项", author="顾闻笛"):
    listed = ", ".join(f"{{{row}}}" for row in rows)
    return f"approval: {{author: {author}, decision: {decision}, hard_stops: [{listed}]}}"


@pytest.mark.parametrize(
    ("row", "decision", "told"),
    [
        ("hit: 否", "立项", 0),
        ("hit: 是", "立项", 1),
        ("hit: 是", "有条件立项", 1),
        ("hit: 是", "不立项", 0),
        ("hit: 是, waived_by: 程砚白", "立项", 0),
    ],
)
def test_a_hard_stop_that_nobody_waives_means_no_go(paths, row, decision, told):
    text = stops(f"kind: 无限责任, {row}", decision=decision)
    assert paths("QUAL013", text) == ["approval.hard_stops[0].waived_by"] * told


@pytest.mark.parametrize(("waiver", "told"), [("顾闻笛", 1), ("程砚白", 0)])
def test_the_author_waives_nothing(paths, waiver, told):
    text = stops(f"kind: 无限责任, hit: 是, waived_by: {waiver}")
    assert paths("QUAL014", text) == ["approval.hard_stops[0].waived_by"] * told


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("waived_by: 甲, waived_on: 2026-10-15, reason: 客户同意设上限", []),
        ("waived_by: 甲, waived_on: 2026-10-15", ["approval.hard_stops[0].reason"]),
        ("waived_by: 甲, reason: 客户同意设上限", ["approval.hard_stops[0].waived_on"]),
        ("hit: 否", []),
    ],
)
def test_a_waiver_says_when_and_why(paths, row, found):
    assert paths("QUAL015", stops(f"kind: 无限责任, {row}")) == found


@pytest.mark.parametrize(
    ("kinds", "decision", "told"),
    [(ALL, "立项", 0), (ALL[1:], "立项", 1), (ALL[1:], "不立项", 0), ([], "立项", 1)],
)
def test_every_kind_is_looked_at(judge, kinds, decision, told):
    text = stops(*(f"kind: {kind}" for kind in kinds), decision=decision)
    found = [f for f in judge(text) if f.code == "QUAL016"]
    assert ["资质不满足" in f.message.zh for f in found] == [True] * told
