"""Questions about a tender."""

import pytest

T, G = "标准设备采购招标文件（2017）", "政府采购货物"
DEAL = "opportunity: {id: P, name: a, regime: %s}\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("affects_bid: 是, answered_on: 2026-12-10", 0),
        ("affects_bid: 是, answered_on: 2026-12-11", 1),
        ("affects_bid: 否, answered_on: 2026-12-20", 0),
    ],
)
def test_what_changes_the_bid_is_told_fifteen_days_ahead(paths, row, told):
    tender = f"tender: {{deadline: 2026-12-25 09:30, clarifications: [{{question: x, {row}}}]}}"
    assert paths("BID040", DEAL % T + tender) == ["tender.clarifications[0].answered_on"] * told


@pytest.mark.parametrize(("asked", "told"), [("2026-12-15", 0), ("2026-12-16", 1)])
def test_objections_come_ten_days_ahead(paths, asked, told):
    tender = f"tender: {{deadline: 2026-12-25 09:30, clarifications: [{{question: x, asked_on: {asked}}}]}}"
    assert paths("BID041", DEAL % T + tender) == ["tender.clarifications[0].asked_on"] * told
    assert paths("BID041", DEAL % G + tender) == []


@pytest.mark.parametrize(("asked", "told"), [("2026-10-15", 0), ("2026-10-16", 1)])
def test_a_government_purchase_is_questioned_within_seven_working_days(paths, asked, told):
    """Issued on 30 September: after the holidays 8, 9, 10 (a Saturday that is worked), 12 to 15."""
    tender = f"tender: {{issued_on: 2026-09-30, clarifications: [{{question: x, asked_on: {asked}}}]}}"
    assert paths("BID042", DEAL % G + tender) == ["tender.clarifications[0].asked_on"] * told


@pytest.mark.parametrize(
    ("vendor", "issued", "found"),
    [
        ("holidays: [2027-02-09, 2027-02-10]", "2027-02-08", []),
        ("short_name: a", "2027-02-08", ["tender.issued_on"]),  # the days moved are not announced
        ("short_name: a", "2026-02-09", []),
        ("workdays: [春节前]", "2026-02-09", ["vendor.workdays[0]"]),
    ],
)
def test_working_days_are_counted_by_announced_holidays(paths, vendor, issued, found):
    text = DEAL % G + f"vendor: {{legal_name: a, {vendor}}}\ntender: {{issued_on: {issued}}}"
    assert paths("BID051", text) == found


def test_days_that_the_vendor_adds_are_counted(paths):
    text = DEAL % G + "vendor: {legal_name: a, %s}\n"
    text += "tender: {issued_on: 2026-11-02, clarifications: [{question: x, asked_on: 2026-11-12}]}"
    assert paths("BID042", text % "short_name: b") != []
    assert paths("BID042", text % "holidays: [2026-11-04]") == []
