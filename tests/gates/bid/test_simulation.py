"""Price scores beside tables that were worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest

from kadocs.figures.money import Money
from kadocs.findings import Fault
from kadocs.gates.bid.simulation import Assumed, simulate
from kadocs.model import Deal
from kadocs.tree.check import check
from kadocs.tree.yaml import parse

DAY = date(2026, 11, 23)


def deal(bid="", regime="政府采购货物", evaluation="price_weight: 30", vendor=""):
    text = f"""vendor: {{legal_name: 我方, {vendor}}}
opportunity: {{id: P, name: a, regime: {regime}}}
tender: {{ceiling: 1200, evaluation: {{{evaluation}}}}}
bid:
  opening_price: 1000
  rival_prices: [{{rival: 甲, price: 950, low: 800}}, {{rival: 乙, price: 980}}]
  {bid}
"""
    found, problems = check(Deal, parse(text, "deal.yaml"))
    assert found is not None, problems
    return found


def table(found):
    return [(each.name, str(each.evaluated), str(each.score), each.rank) for each in found.entries]


def test_the_lowest_price_has_all_points():
    assert table(simulate(deal(), DAY)) == [
        ("我方", "1000.00", "28.50", 3),  # 950 / 1000 × 30
        ("甲", "950.00", "30.00", 1),
        ("乙", "980.00", "29.08", 2),  # 29.0816
    ]


def test_rivals_may_go_to_their_lower_bound():
    assert table(simulate(deal(), DAY, Assumed(lowest=True))) == [
        ("我方", "1000.00", "24.00", 3),
        ("甲", "800.00", "30.00", 1),
        ("乙", "980.00", "24.49", 2),  # no bound is assumed
    ]


def test_another_price_may_be_tried():
    found = simulate(deal(), DAY, Assumed(price=Money(Decimal(900))))
    assert [each.score for each in found.entries] == [Decimal(30), Decimal("28.42"), Decimal("27.55")]


@pytest.mark.parametrize(
    ("vendor", "small", "rates"),
    [
        ("sme_type: 小型企业", [], [["0.1"], [], []]),
        ("sme_type: 中型企业", ["乙"], [[], [], ["0.1"]]),
        ("", [], [[], [], []]),
    ],
)
def test_small_companies_have_their_deduction(vendor, small, rates):
    found = simulate(
        deal(vendor=vendor, evaluation="price_weight: 30, sme_rate: 10%"), DAY, Assumed(small=small)
    )
    assert [[str(rate) for rate in each.rates] for each in found.entries] == rates


@pytest.mark.parametrize(("share", "rates"), [("30%", ["0.05"]), ("29%", [])])
def test_so_has_who_gives_a_third_of_the_work_to_them(share, rates):
    found = simulate(
        deal(
            bid=f"subcontracts: [{{work: a, size: 小型企业, share: {share}}}]",
            evaluation="price_weight: 30, sme_rate: 10%, sme_partner_rate: 5%",
        ),
        DAY,
    )
    assert [str(rate) for rate in found.entries[0].rates] == rates


@pytest.mark.parametrize(
    ("domestic", "foreign", "day", "evaluated"),
    [
        ("是", ["甲"], DAY, ["800.00", "950.00", "784.00"]),
        ("是", [], DAY, ["1000.00", "950.00", "980.00"]),  # all domestic: nobody has it
        ("否", [], DAY, ["1000.00", "760.00", "784.00"]),
        ("是", ["甲"], date(2025, 12, 31), ["1000.00", "950.00", "980.00"]),
    ],
)
def test_domestic_products_have_theirs_where_both_kinds_compete(domestic, foreign, day, evaluated):
    found = simulate(
        deal(
            bid=f"supplies: [{{product: a, domestic: {domestic}, cost_share: 100%}}]",
            evaluation="price_weight: 30, domestic_rate: 20%",
        ),
        day,
        Assumed(foreign=foreign),
    )
    assert [str(each.evaluated) for each in found.entries] == evaluated


def test_both_deductions_are_of_the_price_as_bid():
    found = simulate(
        deal(
            vendor="sme_type: 微型企业",
            bid="supplies: [{product: a, domestic: 是}]",
            evaluation="price_weight: 30, sme_rate: 10%, domestic_rate: 20%",
        ),
        DAY,
        Assumed(foreign=["甲", "乙"]),
    )
    assert str(found.entries[0].evaluated) == "700.00"


@pytest.mark.parametrize(
    ("price", "day", "low"),
    [
        (474, DAY, (False, True, True)),  # half of 950 is 475; 45 % of 1,200 is 540; half the mean 400.67
        (540, DAY, (False, False, False)),
        (380, DAY, (True, True, True)),  # half of the mean, 385
        (474, date(2026, 1, 31), None),
    ],
)
def test_low_prices_are_judged_by_the_price_as_bid(price, day, low):
    found = simulate(deal(), day, Assumed(price=Money(Decimal(price))))
    assert found.entries[0].low == low


def test_elsewhere_the_formula_is_an_assumption_and_nothing_is_deducted():
    found = simulate(
        deal(
            regime="企业招标",
            vendor="sme_type: 小型企业",
            evaluation="price_weight: 30, sme_rate: 10%, factors: [{group: 价格, factor: x, rule: 均价下浮}]",
        ),
        DAY,
    )
    assert [each.rates for each in found.entries] == [(), (), ()]
    assert "假设" in found.notes[0].zh and "均价下浮" in found.notes[1].zh


@pytest.mark.parametrize(
    ("found", "message"),
    [
        (Deal(), "没有我方报价"),
        (deal(evaluation="sme_rate: 10%"), "价格分"),
        (deal("letter_price: 5").model_copy(update={"bid": None}), "没有我方报价"),
    ],
)
def test_what_is_missing_is_named(found, message):
    with pytest.raises(Fault) as fault:
        simulate(found, DAY)
    assert message in fault.value.message.zh


@pytest.mark.parametrize(
    ("regime", "vendor", "evaluated"),
    [
        ("政府采购货物", "sme_type: 微型企业", "900.00"),
        ("政府采购服务", "disabled_welfare: 是", "900.00"),
        ("政府采购谈判磋商询价", "prison_enterprise: 是", "900.00"),
        ("政府采购货物", "sme_type: 大型企业", "1000.00"),
        ("企业招标", "sme_type: 微型企业", "1000.00"),
        ("标准设备采购招标文件（2017）", "disabled_welfare: 是", "1000.00"),
        ("国际招标", "", "1000.00"),
    ],
)
def test_who_counts_as_small_has_the_deduction_of_government_purchases(regime, vendor, evaluated):
    found = simulate(deal(regime=regime, vendor=vendor, evaluation="price_weight: 30, sme_rate: 10%"), DAY)
    assert table(found)[0][1] == evaluated
    assert found.notes
