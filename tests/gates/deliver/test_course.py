"""The dates of a delivery, one after the other."""

import pytest


def accepted(**days):
    rows = ", ".join(f"{{type: {kind}, date: {day}}}" for kind, day in days.items())
    return f"acceptances: [{rows}]"


@pytest.mark.parametrize(
    ("delivery", "found"),
    [
        ("kickoff_on: 2027-01-15, started_on: 2027-01-15, completed_on: 2027-01-15", []),
        ("kickoff_on: 2027-01-14", ["delivery.kickoff_on"]),
        ("kickoff_on: 2027-01-20, started_on: 2027-01-19", ["delivery.started_on"]),
        ("started_on: 2027-02-20, completed_on: 2027-02-19", ["delivery.completed_on"]),
        (accepted(到货验收="2027-05-13", 初步验收="2027-09-21", 最终验收="2027-12-29"), []),
        (accepted(到货验收="2027-09-22", 初步验收="2027-09-21"), ["delivery.acceptances[1].date"]),
        (accepted(到货验收="2027-01-14"), ["delivery.acceptances[0].date"]),
        (accepted(初步验收="2027-09-21") + ", trial: {start: 2027-09-21, end: 2027-12-20}", []),
        (accepted(初步验收="2027-09-21") + ", trial: {start: 2027-09-20}", ["delivery.trial.start"]),
        (accepted(最终验收="2027-12-19") + ", trial: {end: 2027-12-20}", ["delivery.acceptances[0].date"]),
        ("completed_on: 2027-12-30, " + accepted(最终验收="2027-12-29"), ["delivery.acceptances[0].date"]),
        ("acceptances: [{type: 最终验收}]", []),
    ],
)
def test_the_dates_follow_each_other(paths, delivery, found):
    assert paths("DELV001", f"contract: {{signed_on: 2027-01-15}}\ndelivery: {{{delivery}}}") == found


def test_the_message_tells_both_days(judge):
    text = "delivery: {" + accepted(到货验收="2027-09-22", 初步验收="2027-09-21") + "}"
    [finding] = judge(text)
    assert finding.message.zh == "初步验收（2027年9月21日）早于到货验收（2027年9月22日）"


@pytest.mark.parametrize(("day", "told"), [("2027-05-13", 0), ("2027-05-14", 1)])
def test_goods_arrive_before_they_are_accepted(paths, day, told):
    lots = accepted(到货验收="2027-05-13")
    text = f"delivery: {{{lots}, arrivals: [{{item: a, date: {day}}}]}}"
    assert paths("DELV002", text) == ["delivery.arrivals[0].date"] * told


def test_goods_in_lots_are_compared_with_the_last_acceptance(paths):
    lots = "acceptances: [{type: 到货验收, date: 2027-05-13}, {type: 到货验收, date: 2027-06-13}]"
    assert paths("DELV002", f"delivery: {{{lots}, arrivals: [{{item: a, date: 2027-06-01}}]}}") == []


@pytest.mark.parametrize(
    ("signatory", "told"),
    [
        ("date: 2027-12-29", 0),
        ("date: 2027-12-28", 1),
        ("date: 2027-12-28, variant: 最终验收", 1),
        ("date: 2027-09-21, variant: 初步验收", 0),
        ("date: 2027-09-20, variant: 初步验收", 1),
    ],
)
def test_nobody_signs_before_the_acceptance(paths, signatory, told):
    days = accepted(初步验收="2027-09-21", 最终验收="2027-12-29")
    text = f"delivery: {{{days}, signatories: [{{party: 甲方, name: 甲, {signatory}}}]}}"
    assert paths("DELV003", text) == ["delivery.signatories[0].date"] * told
