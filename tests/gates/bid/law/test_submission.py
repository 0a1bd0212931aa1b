"""Handing in: on time, sealed, encrypted, in as many copies as asked for."""

from datetime import date

import pytest

HEAD = "opportunity: {id: P, name: a, stage: %s, procurement_method: 公开招标}\n"
TENDER = "tender: {questions_until: 2026-12-14 17:00, deadline: 2026-12-25 09:30}\n"


@pytest.mark.parametrize(
    ("bid", "today", "found"),
    [
        ("bid: {decision: 投标}", (2026, 12, 25), []),
        ("bid: {decision: 投标}", (2026, 12, 26), ["bid.submitted_at"]),
        ("", (2026, 12, 26), ["tender.deadline"]),
        ("bid: {decision: 不投标}", (2026, 12, 26), []),
        ("bid: {status: 已撤回}", (2026, 12, 26), []),
        ("bid: {submitted_at: 2026-12-24 16:20}", (2026, 12, 26), []),
    ],
)
def test_after_the_deadline_the_bid_is_in(paths, bid, today, found):
    assert paths("BID009", HEAD % "招投标" + TENDER + bid, date(*today)) == found


@pytest.mark.parametrize("stage", ["谈判", "实施", "丢单", "放弃"])
def test_a_deal_that_went_on_or_ended_is_not_asked_for_its_bid(paths, stage):
    assert paths("BID009", HEAD % stage + TENDER, date(2026, 12, 26)) == []


def test_who_buys_without_a_tender_sets_no_deadline(paths):
    text = "opportunity: {id: P, name: a, stage: 招投标, procurement_method: 询价}\n" + TENDER
    assert paths("BID009", text, date(2026, 12, 26)) == []


@pytest.mark.parametrize(("sent", "told"), [("09:30", 0), ("09:31", 1)])
def test_a_bid_that_is_late_is_not_accepted(judge, sent, told):
    found = judge(f"tender: {{deadline: 2026-12-25 09:30}}\nbid: {{submitted_at: 2026-12-25 {sent}}}")
    late = [each for each in found if each.code == "BID009"]
    assert [each.path for each in late] == ["bid.submitted_at"] * told
    assert all("拒收" in each.message.zh for each in late)
