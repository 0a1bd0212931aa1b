"""Who accepts, and who signs."""

import pytest

GOVERNMENT = "opportunity: {id: P, name: a, procurement_method: 公开招标, regime: 政府采购货物}\n"
BOARD = (
    "members: [{name: 贺明澈, unit: 青岚}, {name: 韩彻, unit: 云岭},"
    " {name: 唐予宁, unit: 青岚, variant: 初步验收}]"
)
NAME = "delivery.signatories[0].name"


@pytest.mark.parametrize(
    ("signatory", "found"),
    [
        ("name: 贺明澈", []),
        ("name: 贺 明澈, variant: 初步验收", []),
        ("name: 周工", [NAME]),
        ("name: 唐予宁, variant: 初步验收", []),
        ("name: 唐予宁, variant: 最终验收", [NAME]),
        ("name: 唐予宁", [NAME]),
        ("post: 处长", []),
    ],
)
def test_whoever_signs_is_on_the_board(paths, signatory, found):
    text = f"delivery: {{{BOARD}, signatories: [{{party: 甲方, {signatory}}}]}}"
    assert paths("DELV030", text) == found


def test_without_a_board_anyone_signs(paths):
    assert paths("DELV030", "delivery: {signatories: [{party: 甲方, name: 周工}]}") == []


@pytest.mark.parametrize(
    ("signed", "told"),
    [("贺明澈", 1), ("贺明澈, 林若溪", 0), ("贺明澈, 林若溪, 韩彻", 0)],
)
def test_in_government_procurement_all_members_of_the_buyer_sign(judge, paths, signed, told):
    members = (
        "members: [{name: 贺明澈, unit: 青岚}, {name: 林若溪, unit: 青岚}, {name: 韩彻, unit: 云岭控制}]"
    )
    rows = ", ".join(f"{{party: 甲方, name: {name}}}" for name in signed.split(", "))
    text = f"vendor: {{legal_name: 云岭控制}}\ndelivery: {{{members}, signatories: [{rows}]}}"
    assert paths("DELV031", GOVERNMENT + text) == ["delivery.signatories"] * told
    assert paths("DELV031", text) == []
