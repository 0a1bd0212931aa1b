"""How long the bid binds us, and who may sign for so long."""

import pytest


@pytest.mark.parametrize(("offered", "told"), [(91, 0), (90, 0), (89, 1)])
def test_the_bid_is_valid_for_long_enough(paths, offered, told):
    text = f"tender: {{validity_days: 90}}\nbid: {{validity_days: {offered}}}"
    assert paths("BID008", text) == ["bid.validity_days"] * told


@pytest.mark.parametrize(
    ("agent", "found"),
    [
        ("authorised_until: 2027-03-25, authorised_on: 2026-12-24", []),
        ("authorised_until: 2027-03-24", ["bid.agent.authorised_until"]),
        ("authorised_on: 2026-12-25", ["bid.agent.authorised_on"]),
        ("name: 甲", []),
    ],
)
def test_the_agents_authority_covers_the_validity(paths, agent, found):
    text = "tender: {deadline: 2026-12-25 09:30, validity_days: 90}\n"
    text += f"bid: {{date: 2026-12-24, agent: {{{agent}}}}}"
    assert paths("BID055", text) == found


@pytest.mark.parametrize(
    ("signer", "told"),
    [("陆知远", 0), ("沈屹川、陆知远", 0), ("沈屹川, 陆知远", 0), ("周亦恒", 1), ("沈屹川、周亦恒", 1)],
)
def test_nobody_else_signs(paths, signer, told):
    text = "vendor: {legal_name: 云岭, legal_rep: 沈屹川}\n"
    text += f"bid: {{agent: {{name: 陆知远}}, forms: [{{name: 投标函, signer: '{signer}'}}]}}"
    assert paths("BID055", text) == ["bid.forms[0].signer"] * told


def test_signers_are_not_judged_while_nobody_is_named(paths):
    assert paths("BID055", "bid: {forms: [{name: 投标函, signer: 周亦恒}]}") == []


HEAD = "opportunity: {id: P, name: a, regime: %s, procurement_method: 公开招标}\n"
TERMS = "tender: {deadline: 2026-12-25 09:30, validity_days: 90}\n"


@pytest.mark.parametrize(
    ("regime", "said", "told"),
    [
        ("标准设备采购招标文件（2017）", "投标有效期 90 天", 0),
        ("标准设备采购招标文件（2017）", "投标有效期自投标截止之日起 90 天", 0),
        ("标准设备采购招标文件（2017）", "投标有效期自本投标函签署之日起 90 天", 1),
        ("政府采购货物", "有效期为自报价之日起 90 天", 1),
        ("企业招标", "This bid is valid for 90 days from the date of signature", 1),
        ("国际招标", "This bid is valid for 90 days from the date of signature", 0),
    ],
)
def test_the_validity_counts_from_the_deadline(paths, regime, said, told):
    text = HEAD % regime + TERMS + f"bid: {{supplement: '{said}'}}"
    assert paths("BID007", text) == ["bid.supplement"] * told


@pytest.mark.parametrize(("days", "told"), [(115, 0), (114, 1)])
def test_the_quotation_is_valid_for_as_long_as_the_bid(paths, days, told):
    text = HEAD % "政府采购服务" + TERMS + f"quote: {{date: 2026-11-30, validity_days: {days}}}"
    assert paths("BID007", text) == ["quote.validity_days"] * told
