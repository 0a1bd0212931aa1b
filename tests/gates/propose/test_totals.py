"""Stated figures beside computed ones."""

import pytest

ITEMS = """
quote:
  status: approved
  tax_rate: 13%
  items:
  - {name: 服务器, quantity: 2, unit_price: 1130}
  - {name: 软件, quantity: 1, unit_price: 565.50, amount: AMOUNT}
"""
ALL = ITEMS.replace("AMOUNT", "565.50")


def test_a_line_amount_that_is_not_quantity_times_price_is_an_error(judge):
    [finding] = judge(ITEMS.replace("AMOUNT", "565.00"))
    assert (finding.code, finding.place.line, finding.path) == ("PROP010", 7, "quote.items[1].amount")
    assert "¥565.00" in finding.message.zh and "¥565.50" in finding.message.zh
    assert "CNY 0.50" in finding.hint.en


@pytest.mark.parametrize("amount", ["565.5", "５６５.５０", "¥565.50", "565.504", "0.05655万元"])
def test_a_line_amount_may_be_written_in_any_form(broken, amount):
    assert broken(ITEMS.replace("AMOUNT", amount)) == []


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("total: 2825.50", None),
        ("total: 2825.51", "PROP011"),
        ("subtotal: 2500.44", None),
        ("subtotal: 2500", "PROP011"),
        ("tax: 325.06", None),
        ("tax: 1", "PROP011"),
        ("total_cn: 贰仟捌佰贰拾伍元伍角整", None),
        ("total_cn: 人民币贰仟捌佰贰拾伍圆伍角", None),
        ("total_cn: 贰仟捌佰贰拾伍元整", "PROP012"),
        ("total_cn: 两千八百二十五元五", "PROP012"),
    ],
)
def test_a_stated_total_is_checked_at_its_own_line(broken, stated, code):
    assert broken(ALL + f"  {stated}\n") == ([(code, 8)] if code else [])


def test_words_of_another_currency_are_checked_in_english(broken):
    quote = "quote:\n  status: approved\n  currency: USD\n"
    quote += "  items: [{name: a, quantity: 1, unit_price: 20, tax_rate: 0}]\n"
    assert broken(quote + "  total_cn: US Dollars Twenty Only\n") == []
    assert broken(quote + "  total_cn: US Dollars Thirty Only\n") == [("PROP012", 5)]


@pytest.mark.parametrize(
    ("shares", "said"),
    [(("30%", "70%"), None), (("30%", "65%"), "95%"), (("30%", "75%"), "105%"), (("33.3%", "66.7%"), None)],
)
def test_payment_shares_add_up_to_a_hundred(judge, shares, said):
    first, last = shares
    payment = f"  payment:\n  - {{node: 预付款, share: {first}}}\n  - {{node: 终验款, share: {last}}}\n"
    findings = judge(ALL + payment)
    assert [finding.code for finding in findings] == (["PROP014"] if said else [])
    assert all(said in finding.message.zh and finding.place.line == 8 for finding in findings)


def test_a_payment_amount_is_its_share_and_the_last_takes_the_rounding(broken):
    payment = "  payment:\n  - {node: 预付款, share: 33%%, amount: 932.42}\n"
    payment += "  - {node: 终验款, share: 67%%, amount: %s}\n"
    assert broken(ALL + payment % "1893.08") == []
    assert broken(ALL + payment % "1893.09") == [("PROP013", 10)]
