"""What the law lets a tender ask for."""

import pytest

DEAL = "opportunity: {id: P, name: a, regime: %s}\ntender: {%s}"


@pytest.mark.parametrize(
    ("regime", "tender", "told"),
    [
        ("标准设备采购招标文件（2017）", "estimate: 2000万元, bond: {amount: 40万元}", 0),
        ("标准设备采购招标文件（2017）", "estimate: 2000万元, bond: {amount: 400000.01}", 1),
        ("政府采购货物", "budget: 500万元, estimate: 900万元, bond: {amount: 10万元}", 0),
        ("政府采购货物", "budget: 499万元, bond: {amount: 10万元}", 1),
        ("企业招标", "estimate: 100万元, bond: {amount: 10万元}", 0),
        ("政府采购货物", "bond: {amount: 10万元}", 0),
    ],
)
def test_the_bond_asked_for_is_at_most_two_percent(paths, regime, tender, told):
    assert paths("BID001", DEAL % (regime, tender)) == ["tender.bond.amount"] * told


@pytest.mark.parametrize(
    ("regime", "asked", "told"),
    [
        ("标准施工招标文件（2007）", "80万元", 0),
        ("标准施工招标文件（2007）", "80.01万元", 1),
        ("标准设备采购招标文件（2017）", "100万元", 1),
        ("标准服务招标文件（2017）", "100万元", 0),
    ],
)
def test_the_bond_asked_for_is_at_most_800000(paths, regime, asked, told):
    text = DEAL % (regime, f"bond: {{amount: {asked}}}")
    assert paths("BID005", text) == ["tender.bond.amount"] * told


@pytest.mark.parametrize(
    ("regime", "share", "told"),
    [("政府采购谈判磋商询价", "10%", 0), ("政府采购谈判磋商询价", "10.5%", 1), ("国际招标", "15%", 0)],
)
def test_the_performance_bond_asked_for_is_at_most_ten_percent(paths, regime, share, told):
    text = DEAL % (regime, f"performance_bond: {share}")
    assert paths("BID045", text) == ["tender.performance_bond"] * told


@pytest.mark.parametrize(
    ("regime", "evaluation", "told"),
    [
        ("政府采购货物", "price_weight: 30", 0),
        ("政府采购货物", "price_weight: 29", 1),
        ("政府采购服务", "price_weight: 10", 0),
        ("政府采购服务", "price_weight: 9.9", 1),
        ("政府采购货物", "price_weight: 20, method: 最低价法", 0),
        ("标准设备采购招标文件（2017）", "price_weight: 20", 0),
    ],
)
def test_the_price_weighs_enough_in_government_procurement(paths, regime, evaluation, told):
    text = DEAL % (regime, f"evaluation: {{{evaluation}}}")
    assert paths("BID047", text) == ["tender.evaluation.price_weight"] * told


@pytest.mark.parametrize(
    ("evaluation", "found"),
    [
        ("sme_rate: 10%, sme_partner_rate: 4%", []),
        ("sme_rate: 20%, sme_partner_rate: 6%", []),
        ("sme_rate: 6%", ["tender.evaluation.sme_rate"]),
        ("sme_partner_rate: 10%", ["tender.evaluation.sme_partner_rate"]),
        ("sme_only: 是, sme_rate: 0%", []),
    ],
)
def test_deductions_for_small_companies_are_in_range(paths, evaluation, found):
    assert paths("BID048", DEAL % ("政府采购货物", f"evaluation: {{{evaluation}}}")) == found


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("企业招标, procurement_method: 公开招标", 1),
        ("企业招标, procurement_method: 邀请招标", 1),
        ("企业招标, procurement_method: 询价", 0),
        ("国际招标, procurement_method: 公开招标", 0),
    ],
)
def test_the_law_of_tenders_holds_for_enterprises_that_tender(paths, head, told):
    text = DEAL % (head, "estimate: 100万元, bond: {amount: 10万元}, performance_bond: 15%")
    assert paths("BID001", text) == ["tender.bond.amount"] * told
    assert paths("BID045", text) == ["tender.performance_bond"] * told
