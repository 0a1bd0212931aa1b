"""投标或议标: which way the customer buys, and whether we go along."""

from datetime import date

import pytest

HEAD = "opportunity: {id: P, name: a, %s}\n"


@pytest.mark.parametrize(
    ("opportunity", "more", "found"),
    [
        ("procurement_method: 公开招标", "", []),
        ("procurement_method: 公开招标, needs_tender: 是", "", []),
        ("procurement_method: 公开招标, needs_tender: 否", "", ["opportunity.needs_tender"]),
        ("procurement_method: 邀请招标, needs_tender: 否", "", ["opportunity.needs_tender"]),
        ("procurement_method: 单一来源, needs_tender: 是", "", ["opportunity.needs_tender"]),
        ("procurement_method: 企业自主, needs_tender: 是", "", []),
        ("procurement_method: 企业自主, needs_tender: 否", "", []),
        ("needs_tender: 是", "", []),
        ("procurement_method: 询价", "tender: {must_tender: 是}", ["opportunity.procurement_method"]),
        ("procurement_method: 询价", "tender: {must_tender: 否}", []),
        ("procurement_method: 公开招标", "tender: {must_tender: 是}", []),
    ],
)
def test_the_method_decides_on_the_route(paths, opportunity, more, found):
    assert paths("BID101", HEAD % opportunity + more) == found


@pytest.mark.parametrize(
    ("regime", "method", "told"),
    [
        ("政府采购货物", "公开招标", 0),
        ("政府采购货物", "单一来源", 1),
        ("标准施工招标文件（2007）", "竞争性谈判", 1),
        ("政府采购谈判磋商询价", "竞争性磋商", 0),
        ("政府采购谈判磋商询价", "公开招标", 1),
        ("企业招标", "询价", 0),
        ("国际招标", "邀请招标", 0),
    ],
)
def test_the_regime_goes_with_the_method(paths, regime, method, told):
    text = HEAD % f"regime: {regime}, procurement_method: {method}"
    assert paths("BID102", text) == ["opportunity.regime"] * told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bid: {decision: 投标, status: 已递交, submitted_at: 2026-11-01 10:00}", []),
        ("bid: {decision: 不投标, submitted_at: 2026-11-01 10:00}", ["bid.decision"]),
        ("bid: {decision: 不投标}", []),
        ("bid: {status: 已递交}", ["bid.submitted_at"]),
        ("bid: {status: 编制中}", []),
        ("bid: {decision: 投标}\napproval: {decision: 不立项}", ["bid.decision"]),
        ("bid: {decision: 投标}\napproval: {decision: 立项}", []),
    ],
)
def test_decision_status_and_moment_agree(paths, text, found):
    assert paths("BID103", text) == found


@pytest.mark.parametrize(
    ("stage", "bid", "today", "told"),
    [
        ("招投标", "", (2026, 11, 20), 1),
        ("招投标", "bid: {decision: 待定}", (2026, 11, 20), 1),
        ("招投标", "bid: {decision: 投标}", (2026, 11, 20), 0),
        ("招投标", "bid: {decision: 不投标}", (2026, 11, 20), 0),
        ("提案", "", (2026, 12, 17), 0),
        ("提案", "", (2026, 12, 18), 1),
        ("提案", "", (2026, 12, 26), 0),
        ("实施", "", (2026, 12, 18), 0),
    ],
)
def test_it_is_decided_in_time_whether_we_bid(paths, stage, bid, today, told):
    text = (
        HEAD % f"stage: {stage}, procurement_method: 公开招标"
        + "tender: {deadline: 2026-12-25 09:30}\n"
        + bid
    )
    assert len(paths("BID104", text, date(*today))) == told


def test_who_negotiates_decides_on_no_bid(paths):
    assert paths("BID104", HEAD % "stage: 招投标, procurement_method: 单一来源") == []
