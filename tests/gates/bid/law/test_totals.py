"""Totals that contradict each other, told with the steps of their correction and no verdict."""

import pytest

from kadocs.gates.bid.law.correction import candidates, government_steps, stated, tender_steps
from kadocs.model import Deal
from kadocs.tree.check import check
from kadocs.tree.yaml import parse

LINES = "quote: {currency: CNY, tax_rate: 0%, items: [{name: a, quantity: 1, unit_price: 52000}]}\n"


def under(regime):
    return f"opportunity: {{id: P, name: a, regime: {regime}}}\n"


@pytest.mark.parametrize(
    ("regime", "code"),
    [("标准施工招标文件（2007）", "BID024"), ("企业招标", "BID024"), ("政府采购货物", "BID026")],
)
@pytest.mark.parametrize(
    ("said", "told"),
    [("伍万贰仟元整", 0), ("人民币伍万贰仟圆正", 0), ("伍万壹仟元整", 1), ("伍万贰元", 1), ("五万二", 1)],
)
def test_words_say_the_figures(paths, regime, code, said, told):
    text = under(regime) + LINES + f"bid: {{letter_capitals: {said}}}"
    assert paths(code, text) == ["bid.letter_capitals"] * told


@pytest.mark.parametrize(
    ("regime", "code"),
    [
        ("标准施工招标文件（2007）", "BID025"),
        ("标准设备采购招标文件（2017）", "BID027"),
        ("政府采购服务", "BID026"),
    ],
)
@pytest.mark.parametrize(("total", "told"), [(52000, 0), (51000, 1)])
def test_the_total_is_the_sum_of_the_lines(judge, regime, code, total, told):
    found = judge(under(regime) + LINES + f"bid: {{opening_price: {total}}}")
    mine = [each for each in found if each.code in ("BID025", "BID026", "BID027")]
    assert [(each.code, each.path) for each in mine] == [(code, "bid.opening_price")] * told


def test_a_line_without_a_price_counts_as_included_in_an_equipment_tender(paths):
    lines = LINES.replace("]}", ", {name: b, quantity: 2, unit_price: 0}]}")
    assert paths("BID027", under("标准设备采购招标文件（2017）") + lines) == ["quote.items[1].unit_price"]
    assert paths("BID027", under("企业招标") + lines) == []


@pytest.mark.parametrize(("letter", "told"), [(52000, 0), ("52000.00", 0), (52001, 1)])
def test_letter_and_opening_summary_name_one_total(paths, letter, told):
    text = f"bid: {{letter_price: {letter}, opening_price: 52000}}"
    assert paths("BID029", text) == ["bid.opening_price"] * told


def deal(text):
    found, _ = check(Deal, parse(text, "deal.yaml"))
    return found


@pytest.mark.parametrize(
    ("bid", "government", "tender"),
    [
        ("opening_price: 51000", [51000, 52000], [51000, 52000]),
        ("opening_price: 52000", [52000], [52000]),
        ("opening_price: 51000, opening_capitals: 伍万零伍佰元整", [51000, 50500, 52000], [50500, 52000]),
        ("opening_price: 51000, letter_price: 50000", [51000, 52000], [50000, 52000]),
        ("", [52000], [52000]),
    ],
)
def test_the_steps_lead_to_candidates_and_to_no_verdict(bid, government, tender):
    found = deal(under("政府采购货物") + LINES + f"bid: {{{bid}}}")
    assert [each.amount for each in candidates(government_steps(stated(found)))] == government
    found = deal(under("标准施工招标文件（2007）") + LINES + f"bid: {{{bid}}}")
    assert [each.amount for each in candidates(tender_steps(stated(found)))] == tender


def test_a_misplaced_decimal_point_lets_the_total_hold():
    lines = LINES.replace("52000", "2000").replace("]}", ", {name: b, quantity: 1, unit_price: 500}]}")
    found = stated(deal(under("政府采购货物") + lines + "bid: {opening_price: 7000}"))  # 500 for 5,000
    assert found.shifted
    assert [step.total.amount for step in government_steps(found) if step.total] == [7000, 7000, 7000, 2500]
    assert [step.total.amount for step in tender_steps(found) if step.total] == [7000, 2500, 7000]


def test_the_message_names_the_steps_in_order(judge):
    (found,) = (
        each
        for each in judge(under("政府采购货物") + LINES + "bid: {opening_price: 51000}")
        if each.code == "BID026"
    )
    assert "（1）其他部分与开标一览表不一致，以开标一览表为准：¥51,000.00" in found.message.zh
    assert "（4）总价与单价汇总不一致，以单价计算结果为准：¥52,000.00" in found.message.zh


def test_a_government_negotiation_has_its_words_and_sums_checked_too(paths):
    text = (
        under("政府采购谈判磋商询价") + LINES + "bid: {opening_price: 51000, opening_capitals: 伍万贰仟元整}"
    )
    assert paths("BID024", text) == ["bid.opening_capitals"]
    assert paths("BID025", text) == ["bid.opening_price"]
