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


@pytest.mark.parametrize(
    ("head", "envelope", "found"),
    [
        ("status: 已封标", "sealed: 是", []),
        ("status: 已封标", "sealed: 否", ["bid.envelopes[0].sealed"]),
        ("submitted_at: 2026-12-24 16:00", "content: 正本", ["bid.envelopes[0].no"]),
        ("status: 编制中", "sealed: 否", []),
    ],
)
def test_what_is_handed_in_is_sealed(paths, head, envelope, found):
    assert paths("BID010", f"bid: {{{head}, envelopes: [{{no: 包封一, {envelope}}}]}}") == found


@pytest.mark.parametrize(
    ("rules", "head", "upload", "found"),
    [
        ("encrypted: 是", "", "uploaded_at: 2026-12-25 09:30, encrypted: 是", []),
        ("", "", "uploaded_at: 2026-12-25 09:31", ["uploaded_at"]),
        ("encrypted: 是", "", "uploaded_at: 2026-12-24 09:30, encrypted: 否", ["encrypted"]),
        ("encrypted: 是", "", "uploaded_at: 2026-12-24 09:30", ["file"]),
        ("encrypted: 是", "", "size: 3", []),
        ("", "submitted_at: 2026-12-24 10:00, ", "size: 3", ["file"]),
        ("largest_file: 100 MB", "", "size: 100", []),
        ("largest_file: 100 MB", "", "size: 100.1", ["size"]),
    ],
)
def test_uploads_are_in_time_whole_and_encrypted(paths, rules, head, upload, found):
    text = f"tender: {{deadline: 2026-12-25 09:30, submission: {{electronic: 是, {rules}}}}}\n"
    text += f"bid: {{{head}uploads: [{{file: a.pdf, {upload}}}]}}"
    assert paths("BID011", text) == [f"bid.uploads[0].{field}" for field in found]


@pytest.mark.parametrize(
    ("rules", "bid", "found"),
    [
        ("originals: 1, copies: 4", "envelopes: [{no: a, originals: 1}, {no: b, copies: 4}]", []),
        ("originals: 1, copies: 4", "envelopes: [{no: a, originals: 1, copies: 3}]", ["bid.envelopes"]),
        ("originals: 2", "envelopes: [{no: a, originals: 1}]", ["bid.envelopes"]),
        ("originals: 2", "validity_days: 90", []),
        ("separate_binding: 是", "forms: [{name: x, volume: 商务册}, {name: y}]", ["bid.forms[1].name"]),
        ("separate_binding: 否", "forms: [{name: y}]", []),
    ],
)
def test_copies_and_volumes_are_as_asked(paths, rules, bid, found):
    assert paths("BID054", f"tender: {{submission: {{{rules}}}}}\nbid: {{{bid}}}") == found


@pytest.mark.parametrize(
    ("upload", "found"),
    [
        ("uploaded_at: 2026-12-24 16:00, signed: 是", []),
        ("uploaded_at: 2026-12-24 16:00, signed: 否", ["bid.uploads[0].signed"]),
        ("uploaded_at: 2026-12-24 16:00", ["bid.uploads[0].file"]),
        ("signed: 否", []),
    ],
)
def test_what_is_uploaded_carries_a_signature(paths, upload, found):
    assert paths("BID060", f"bid: {{uploads: [{{file: a.pdf, {upload}}}]}}") == found


@pytest.mark.parametrize(
    ("rules", "bid", "found"),
    [
        ("sealing: 正本一包", "status: 已封标, envelopes: [{no: 一, sealed: 是}]", []),
        ("sealing: 正本一包", "status: 已封标", ["bid.status"]),
        ("sealing: 正本一包", "submitted_at: 2026-12-24 10:00", ["bid.submitted_at"]),
        ("sealing: 加密上传, electronic: 是", "status: 已封标", []),
        ("sealing: 正本一包, electronic: 是, originals: 1", "status: 已封标", ["bid.status"]),
        ("sealing: 正本一包", "status: 编制中", []),
        ("electronic: 否", "status: 已封标", []),
    ],
)
def test_what_is_to_be_sealed_is_listed(paths, rules, bid, found):
    assert paths("BID010", f"tender: {{submission: {{{rules}}}}}\nbid: {{{bid}}}") == found


@pytest.mark.parametrize(
    ("rules", "status", "upload", "found"),
    [
        ("encrypted: 是, decrypt_minutes: 30", "已开标", "decrypted_at: 2026-12-25 10:00", []),
        ("encrypted: 是, decrypt_minutes: 30", "已开标", "decrypted_at: 2026-12-25 10:01", ["decrypted_at"]),
        ("encrypted: 是, decrypt_minutes: 30", "已开标", "size: 3", ["file"]),
        ("encrypted: 是, decrypt_minutes: 30", "已递交", "size: 3", []),
        ("encrypted: 否", "已开标", "size: 3", []),
    ],
)
def test_what_is_locked_is_opened_in_time(judge, rules, status, upload, found):
    text = f"tender: {{deadline: 2026-12-25 09:30, submission: {{electronic: 是, {rules}}}}}\n"
    text += f"bid: {{status: {status}, submitted_at: 2026-12-24 10:00, uploads: "
    text += f"[{{file: a.pdf, uploaded_at: 2026-12-24 09:00, encrypted: 是, {upload}}}]}}"
    told = [each for each in judge(text) if each.code == "BID011"]
    assert [each.path for each in told] == [f"bid.uploads[0].{field}" for field in found]
    assert all("撤回或撤销" in each.message.zh for each in told)


@pytest.mark.parametrize(("electronic", "told"), [("是", 1), ("否", 0)])
def test_an_electronic_bid_that_is_handed_in_has_uploads(paths, electronic, told):
    text = f"tender: {{submission: {{electronic: {electronic}}}}}\nbid: {{submitted_at: 2026-12-24 10:00}}"
    assert paths("BID011", text) == ["bid.submitted_at"] * told


@pytest.mark.parametrize(
    ("usb", "content", "told"),
    [(1, "正本、U盘", 0), (1, "正本", 1), (0, "正本", 0), (1, "Original and USB stick", 0)],
)
def test_the_usb_copy_is_in_some_envelope(paths, usb, content, told):
    text = f"tender: {{submission: {{usb_copies: {usb}}}}}\n"
    text += f"bid: {{envelopes: [{{no: 一, content: '{content}'}}]}}"
    assert paths("BID054", text) == ["bid.envelopes"] * told
