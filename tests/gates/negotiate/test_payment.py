"""How soon a small or medium-sized seller is to be paid."""

from datetime import date

import pytest

HEAD = """vendor: {sme_type: %s}
account: {name: a, ownership: %s}
contract: {currency: %s, payment: [{node: 到货款, share: 100%%, %s}]}
"""
DAYS = ["contract.payment[0].days"]


@pytest.mark.parametrize(("days", "told"), [(30, 0), (60, 0), (61, 1)])
@pytest.mark.parametrize(
    ("ownership", "code"),
    [("党政机关", "NEG050"), ("事业单位", "NEG050"), ("国企", "NEG051"), ("民企", "NEG051")],
)
def test_sixty_days_are_the_most(paths, ownership, code, days, told):
    text = HEAD % ("中型企业", ownership, "CNY", f"days: {days}")
    assert paths(code, text) == DAYS * told
    assert paths("NEG051" if code == "NEG050" else "NEG050", text) == []


@pytest.mark.parametrize(
    ("size", "currency"),
    [("大型企业", "CNY"), ("", "CNY"), ("小型企业", "EUR")],
)
def test_the_regulation_protects_small_sellers_in_china(paths, size, currency):
    assert paths("NEG050", HEAD % (size, "事业单位", currency, "days: 90")) == []


def test_it_is_in_force_from_june_2025(paths):
    text = HEAD % ("小型企业", "事业单位", "CNY", "days: 90")
    assert paths("NEG050", text, date(2025, 5, 31)) == []
    assert paths("NEG050", text, date(2025, 6, 1)) == DAYS


@pytest.mark.parametrize(
    "trigger",
    [
        "甲方收到更新改造专项资金后",
        "收到业主款项后同比例支付",
        "财政拨款到位后",
        "背靠背支付",
        "总包款到账后",
        "Pay-when-paid",
        "On receipt of payment from the owner",
        "After release of the funds",
    ],
)
def test_no_payment_depends_on_a_third_party(paths, trigger):
    text = HEAD % ("小型企业", "国企", "CNY", f"trigger: {trigger}")
    assert paths("NEG052", text) == ["contract.payment[0].trigger"]


@pytest.mark.parametrize(
    "trigger",
    [
        "合同签订且收到履约担保后",
        "设备到货且开箱检验合格后",
        "收到等额增值税专用发票后",
        "质保期满且无未决质量问题后",
        "On receipt of the invoice",
        "On signature, against an advance payment bond",
    ],
)
def test_what_we_hand_in_is_a_fair_condition(paths, trigger):
    assert paths("NEG052", HEAD % ("小型企业", "国企", "CNY", f"trigger: '{trigger}'")) == []
