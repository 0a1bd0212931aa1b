"""Bidding with others."""

import pytest

TWO = "{name: 甲, role: 牵头人%s}, {name: 乙, role: 成员%s}"


@pytest.mark.parametrize(
    ("bid", "found"),
    [
        ("consortium: [%s], forms: [{name: 联合体协议书}]" % (TWO % (", signed: 是", ", signed: 是")), []),
        ("consortium: [%s], forms: [{name: 投标函}]" % (TWO % ("", "")), ["bid.forms"]),
        ("consortium: [%s]" % (TWO % ("", ", signed: 否")), ["bid.consortium[1].signed"]),
        (
            "status: 已封标, consortium: [%s]" % (TWO % (", signed: 是", "")),
            ["bid.consortium[1].name"],
        ),
        ("consortium: [{name: 甲}], forms: [{name: 投标函}]", []),
    ],
)
def test_a_consortium_encloses_its_agreement(paths, bid, found):
    assert paths("BID030", f"bid: {{{bid}}}") == found


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ("opened: [{bidder: 甲}, {bidder: 丙}]", []),
        ("opened: [{bidder: 甲}, {bidder: 乙}]", ["bid.opened[1].bidder"]),
        ("rival_prices: [{rival: 乙, price: 5}]", ["bid.rival_prices[0].rival"]),
        ("rival_prices: [{rival: 丙, price: 5}]", []),
    ],
)
def test_members_bid_once(paths, record, found):
    members = TWO % ("", "")
    assert paths("BID031", f"bid: {{consortium: [{members}], {record}}}") == found


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("scope: 机电安装, qualification: 一级", "scope: 机电安装, qualification: 一级", 0),
        ("scope: 机电安装, qualification: 一级", "scope: 机电安装, qualification: 二级", 1),
        ("scope: 机电安装, qualification: 一级", "scope: 软件, qualification: CMMI 3", 0),
        ("scope: 机电安装", "scope: 机电安装, qualification: 二级", 0),
    ],
)
def test_the_lowest_grade_of_one_speciality_counts(paths, one, other, told):
    text = f"bid: {{consortium: [{{name: 甲, {one}}}, {{name: 乙, {other}}}]}}"
    assert paths("BID032", text) == ["bid.consortium[1].qualification"] * told


@pytest.mark.parametrize(("allowed", "told"), [("是", 0), ("否", 1), ("", 0)])
def test_a_consortium_is_accepted(paths, allowed, told):
    text = f"tender: {{title: x, consortium_allowed: {allowed}}}\nbid: {{consortium: [{TWO % ('', '')}]}}"
    assert paths("BID033", text) == ["bid.consortium"] * told


@pytest.mark.parametrize(
    ("regime", "tender", "told"),
    [
        ("政府采购货物", "number: x", 1),
        ("标准设备采购招标文件（2017）", "consortium_allowed: 是", 0),
        ("国际招标", "number: x", 0),
    ],
)
def test_whether_consortia_are_accepted_is_known(paths, regime, tender, told):
    text = f"opportunity: {{id: P, name: a, regime: {regime}}}\ntender: {{{tender}}}\n"
    assert paths("BID061", text + "bid: {consortium: [%s]}" % (TWO % ("", ""))) == ["bid.consortium"] * told
