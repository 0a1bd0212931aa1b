"""From the deadline to the signature."""

import pytest

HEAD = "opportunity: {id: P, name: a, regime: %s, procurement_method: 公开招标, expected_sign: %s}\n"
T = "标准设备采购招标文件（2017）"


@pytest.mark.parametrize(
    ("regime", "planned", "contract", "told"),
    [
        (T, "2027-02-07", "award_date: 2027-01-08", 0),
        (T, "2027-02-08", "award_date: 2027-01-08", 1),
        ("政府采购货物", "2027-02-08", "award_date: 2027-01-08", 1),
        ("国际招标", "2027-02-08", "award_date: 2027-01-08", 0),
        (T, "2027-02-08", "award_date: 2027-01-08, signed_on: 2027-01-20", 0),
        (T, "2027-02-08", "number: C-1", 0),
    ],
)
def test_the_signature_is_planned_within_thirty_days(paths, regime, planned, contract, told):
    text = HEAD % (regime, planned) + f"contract: {{{contract}}}"
    assert paths("BID044", text) == ["opportunity.expected_sign"] * told


@pytest.mark.parametrize(
    ("regime", "dated", "rest", "told"),
    [
        (T, "2026-12-25", "", 0),
        (T, "2026-12-28", "", 1),
        ("企业招标", "2026-12-28", "", 1),
        ("政府采购服务", "2026-12-28", "", 1),
        ("政府采购谈判磋商询价", "2026-12-28", "", 0),  # the last offer comes after the talks
        (T, "2026-12-28", "contract: {award_date: 2026-12-27}\n", 0),
        ("国际招标", "2026-12-28", "", 0),
    ],
)
def test_the_offer_does_not_change_after_the_deadline(judge, regime, dated, rest, told):
    text = HEAD % (regime, "2027-01-20") + "tender: {deadline: 2026-12-25 09:30}\n" + rest
    text += f"quote: {{date: {dated}, items: [{{name: a, quantity: 1, unit_price: 5}}]}}"
    found = [each for each in judge(text) if each.code == "BID053"]
    assert [each.path for each in found] == ["quote.date"] * told
    assert all("后果" in each.message.zh for each in found)
