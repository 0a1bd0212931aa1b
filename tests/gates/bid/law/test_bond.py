"""The bid bond beside what the tender asks for."""

import pytest


@pytest.mark.parametrize(
    ("wanted", "bid", "found"),
    [
        ("required: 是, amount: 40万元", "bond: {amount: 40万元}", []),
        ("required: 是, amount: 40万元", "bond: {amount: 399999.99}", ["bid.bond.amount"]),
        ("amount: 40万元", "bond: {amount: 35万元}", ["bid.bond.amount"]),
        ("required: 否, amount: 40万元", "bond: {amount: 35万元}", []),
        ("required: 是, amount: 40万元", "", []),
        ("required: 是", "submitted_at: 2026-11-01 10:00", ["bid.submitted_at"]),
        ("required: 否", "submitted_at: 2026-11-01 10:00", []),
    ],
)
def test_the_bond_is_as_demanded(paths, wanted, bid, found):
    assert paths("BID006", f"tender: {{bond: {{{wanted}}}}}\nbid: {{validity_days: 90, {bid}}}") == found


@pytest.mark.parametrize(
    ("bond", "told"), [("amount: 1, evidence: a.pdf", 0), ("amount: 1", 1), ("form: 转账", 0)]
)
def test_the_bond_has_its_evidence(paths, judge, bond, told):
    text = f"bid: {{bond: {{{bond}}}}}"
    assert paths("BID132", text) == ["bid.bond.evidence"] * told


@pytest.mark.parametrize(
    ("regime", "form", "told"),
    [("政府采购货物", "现金", 1), ("政府采购谈判磋商询价", "支票", 0), ("企业招标", "现金", 0)],
)
def test_a_government_purchase_takes_no_cash(paths, regime, form, told):
    text = f"opportunity: {{id: P, name: a, regime: {regime}}}\nbid: {{bond: {{form: {form}}}}}"
    assert paths("BID002", text) == ["bid.bond.form"] * told


@pytest.mark.parametrize(
    ("tender", "bid", "until", "told"),
    [
        ("validity_days: 90", "", "2027-03-25", 0),
        ("validity_days: 90", "", "2027-03-24", 1),
        ("validity_days: 90", "validity_days: 120, ", "2027-03-25", 1),
        ("validity_days: 90, bond: {validity_days: 120}", "", "2027-03-25", 1),
        ("", "", "2026-12-26", 0),
    ],
)
def test_the_bond_lasts_as_long_as_the_bid(paths, tender, bid, until, told):
    text = f"tender: {{deadline: 2026-12-25 09:30, {tender}}}\n"
    text += f"bid: {{{bid}bond: {{valid_until: {until}}}}}"
    assert paths("BID003", text) == ["bid.bond.valid_until"] * told


@pytest.mark.parametrize(
    ("tender", "bond", "found"),
    [
        ("must_tender: 是", "form: 转账, from_basic_account: 是", []),
        ("must_tender: 是", "form: 转账, from_basic_account: 否", ["bid.bond.from_basic_account"]),
        ("must_tender: 是", "form: 支票, paid_on: 2026-12-20", ["bid.bond.form"]),
        ("must_tender: 是", "form: 支票", []),
        ("must_tender: 是", "form: 银行保函", []),
        ("must_tender: 否", "form: 转账, from_basic_account: 否", []),
        (
            "bond: {from_basic_account: 是}",
            "form: 转账, from_basic_account: 否",
            ["bid.bond.from_basic_account"],
        ),
        ("must_tender: 是, bond: {from_basic_account: 否}", "form: 转账, from_basic_account: 否", []),
    ],
)
def test_money_leaves_the_basic_account(paths, tender, bond, found):
    text = "opportunity: {id: P, name: a, regime: 标准设备采购招标文件（2017）}\n"
    assert paths("BID004", text + f"tender: {{{tender}}}\nbid: {{bond: {{{bond}}}}}") == found


@pytest.mark.parametrize(
    ("forms", "told"),
    [("转账、电子保函", 0), ("转账、银行保函", 1), ("按前附表", 0), ("银行保函、按前附表", 0)],
)
def test_the_form_of_the_bond_is_allowed(paths, forms, told):
    text = f"tender: {{bond: {{forms: {forms}}}}}\nbid: {{bond: {{form: 电子保函}}}}"
    assert paths("BID006", text) == ["bid.bond.form"] * told


@pytest.mark.parametrize(
    ("bid", "found"),
    [
        ("status: 已封标, bond: {amount: 40万元, evidence: a.pdf}", []),
        ("status: 已封标, bond: {amount: 40万元}", ["bid.bond.amount"]),
        ("status: 编制中, bond: {amount: 40万元}", []),
        ("status: 已封标", ["bid.status"]),
    ],
)
def test_a_sealed_bid_has_its_bond_and_the_evidence(paths, bid, found):
    assert paths("BID006", f"tender: {{bond: {{required: 是, amount: 40万元}}}}\nbid: {{{bid}}}") == found
