"""From the award to the signature."""

from datetime import date

import pytest

TENDER = "opportunity: {id: P, name: a, procurement_method: 公开招标, regime: 标准设备采购招标文件（2017）}\n"
GOVERNMENT = "opportunity: {id: P, name: a, procurement_method: 竞争性磋商, regime: 政府采购谈判磋商询价}\n"
FREE = "opportunity: {id: P, name: a, procurement_method: 邀请招标, regime: 国际招标}\n"


@pytest.mark.parametrize(
    ("contract", "found"),
    [
        (
            "award_date: 2027-01-08, signed_on: 2027-01-08, effective_on: 2027-01-15, period_to: 2027-12-31",
            [],
        ),
        ("award_date: 2027-01-08, signed_on: 2027-01-07", ["signed_on"]),
        ("signed_on: 2027-01-15, effective_on: 2026-01-15", ["effective_on"]),
        ("effective_on: 2027-01-15, period_to: 2027-01-14", ["period_to"]),
        ("period_from: 2027-01-15, period_to: 2026-12-31", ["period_to"]),
        (
            "signed_on: 2027-01-15, supplements: [{no: B1, signed_on: 2027-01-14}]",
            ["supplements[0].signed_on"],
        ),
        ("signed_on: 2027-01-15, supplements: [{no: B1, signed_on: 2027-01-15}]", []),
    ],
)
def test_the_dates_of_a_contract_follow_each_other(paths, contract, found):
    assert paths("NEG010", f"contract: {{{contract}}}") == [f"contract.{name}" for name in found]


@pytest.mark.parametrize(
    ("signed", "today", "told"),
    [
        ("signed_on: 2027-02-07", (2026, 11, 20), 0),
        ("signed_on: 2027-02-08", (2026, 11, 20), 1),
        ("", (2027, 2, 7), 0),
        ("", (2027, 2, 8), 1),
    ],
)
def test_the_contract_is_signed_within_thirty_days(paths, signed, today, told):
    text = f"contract: {{award_date: 2027-01-08, {signed}}}"
    for law in (TENDER, GOVERNMENT):
        assert paths("NEG011", law + text, date(*today)) == ["contract.signed_on"] * told
    assert paths("NEG011", FREE + text, date(*today)) == []


@pytest.mark.parametrize(
    ("contract", "found"),
    [
        ("bond_rate: 10%", []),
        ("bond_rate: 10.1%", ["contract.bond_rate"]),
        ("amount: 1000, bond_amount: 100", []),
        ("amount: 1000, bond_amount: 100.01", ["contract.bond_amount"]),
    ],
)
def test_the_performance_bond_is_at_most_a_tenth(paths, contract, found):
    for law in (TENDER, GOVERNMENT):
        assert paths("NEG012", law + f"contract: {{{contract}}}") == found
    assert paths("NEG012", FREE + f"contract: {{{contract}}}") == []


@pytest.mark.parametrize(("day", "told"), [("2027-12-31", 0), ("2027-12-30", 1)])
def test_the_bond_lasts_as_long_as_the_contract(paths, day, told):
    text = f"contract: {{period_to: 2027-12-31, bond_valid_to: {day}}}"
    assert paths("NEG013", text) == ["contract.bond_valid_to"] * told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("account: {name: 青岚集团}\ncontract: {buyer: 青岚集团}", []),
        ("account: {name: 青岚集团}\ncontract: {buyer: 青岚 集团}", []),
        ("account: {name: 青岚集团, short_name: 青岚}\ncontract: {buyer: 青岚}", ["contract.buyer"]),
        ("account: {name: 青岚集团, aliases: [青岚建管]}\ncontract: {buyer: 青岚建管}", []),
        ("account: {name: 青岚集团}\ntender: {buyer: 青岚建管}\ncontract: {buyer: 青岚建管}", []),
        ("contract: {buyer: 青岚}", []),
        ("vendor: {legal_name: 云岭控制}\ncontract: {seller: 云岭控制}", []),
        ("vendor: {legal_name: 云岭控制}\ncontract: {seller: 云岭软件}", ["contract.seller"]),
        (
            "vendor: {legal_name: 云岭控制}\nopportunity: {id: P, name: a, contracting_entity: 云岭软件}\n"
            "contract: {seller: 云岭软件}",
            [],
        ),
        ("vendor: {legal_name: 云岭控制}\nbid: {consortium_name: 联合体}\ncontract: {seller: 联合体}", []),
    ],
)
def test_the_parties_have_their_names(paths, text, found):
    assert paths("NEG014", text) == found
