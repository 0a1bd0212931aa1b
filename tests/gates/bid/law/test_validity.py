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
