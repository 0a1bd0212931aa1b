"""Tax, validity, limits, approval."""

from datetime import date

import pytest

HEAD = "quote:\n  status: approved\n"


def test_no_rate_at_all_is_one_warning_at_the_quotation(broken):
    items = "  items: [{name: a, quantity: 1, unit_price: 1}, {name: b, quantity: 1, unit_price: 1}]\n"
    assert broken(HEAD + items) == [("PROP020", 1)]


def test_a_line_without_a_rate_is_a_warning_at_the_line(broken):
    item = "  - {name: a, quantity: 1, unit_price: 1%s}\n"
    assert broken(HEAD + "  items:\n" + item % ", tax_rate: 13%" + item % "") == [("PROP020", 5)]


@pytest.mark.parametrize("rate", ["13%", "9%", "6%", "0", "3%"])
def test_legal_rates_pass(broken, rate):
    assert broken(HEAD + f"  tax_rate: {rate}\n  items: [{{name: a, quantity: 1, unit_price: 1}}]\n") == []


@pytest.mark.parametrize("rate", ["16%", "17%", "5%"])
def test_a_rate_that_the_law_does_not_know_is_a_warning(judge, rate):
    [finding] = judge(HEAD + f"  tax_rate: {rate}\n  items: [{{name: a, quantity: 1, unit_price: 1}}]\n")
    assert (finding.code, finding.place.line, finding.severity.value) == ("PROP021", 3, "warning")
    assert rate in finding.message.zh


def test_other_countries_have_other_rates(broken):
    assert (
        broken(HEAD + "  currency: EUR\n  tax_rate: 19%\n  items: [{name: a, quantity: 1, unit_price: 1}]\n")
        == []
    )


@pytest.mark.parametrize(("today", "codes"), [((2026, 12, 20), []), ((2026, 12, 21), [("PROP022", 4)])])
def test_an_offer_ends_after_its_last_day(broken, today, codes):
    assert broken(HEAD + "  date: 2026-11-20\n  validity_days: 30\n", date(*today)) == codes


@pytest.mark.parametrize(("stage", "told"), [("谈判", 1), ("实施", 0), ("赢单", 0)])
def test_a_price_under_contract_does_not_expire(paths, stage, told):
    text = f"opportunity: {{id: P, name: a, stage: {stage}}}\nquote: {{date: 2026-01-20, validity_days: 30}}"
    assert paths("PROP022", text) == ["quote.validity_days"] * told


@pytest.mark.parametrize(
    ("limit", "code"),
    [
        ("ceiling: 1130", None),
        ("ceiling: 1129.99", "PROP023"),
        ("ceiling: {amount: 1000, tax: exclusive}", None),
        ("ceiling: {amount: 999, tax: 不含税}", "PROP023"),
        ("ceiling: USD 5000", "PROP023"),
        ("budget: 0.1万元", "PROP024"),
        ("budget: 1亿元", None),
    ],
)
def test_the_total_stays_within_the_customers_limits(broken, limit, code):
    text = f"""opportunity:
  id: P-1
  name: a
  {limit}
quote: {{status: approved, tax_rate: 13%, items: [{{name: a, quantity: 1, unit_price: 1130}}]}}
"""
    assert broken(text) == ([(code, 4)] if code else [])


@pytest.mark.parametrize("status", ["", "status: 草稿", "status: 待批"])
def test_a_price_that_is_not_approved_is_a_warning(judge, status):
    text = f"quote:\n  {status}\n  tax_rate: 13%\n  items: [{{name: a, quantity: 1, unit_price: 1}}]\n"
    [finding] = judge(text)
    assert (finding.code, finding.severity.value) == ("PROP025", "warning")
    assert "报价状态" in finding.hint.zh  # a workbook for one document has no such row
