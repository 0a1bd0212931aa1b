"""报价单: the price as the customer files it, with tax and terms, and nothing of what it costs us."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kadocs import office
from kadocs.figures import capitals, money, numbers, words
from kadocs.model import Audience, Deal
from kadocs.model.quote import Quote
from tests.templates.laid_out import pages, together
from tests.templates.printed import DEALS, LANGUAGES, Document, deal, deliverable, document, sample, secrets

BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"id": "QL-1", "name": "综合监控改造"},
    "quote": {
        "number": "Q-1",
        "date": "2026-11-20",
        "validity_days": "30",
        "currency": "CNY",
        "tax_mode": "含税",
        "items": [{"name": "服务器", "quantity": "2", "unit_price": "565", "tax_rate": "13%"}],
    },
}
"""A deal that holds what the quotation needs and nothing else."""


def quotation(of: Deal, language: str = "zh") -> Document:
    return document("quotation", of, language)


def quote(name: str) -> Quote:
    found = sample(name).quote
    assert found is not None
    return found


def shown(*amounts: money.Money | None) -> list[str]:
    return [numbers.grouped(each.amount, 2) for each in amounts if each is not None]


def priced(found: Document, language: str = "zh") -> list[list[str]]:
    """The rows of the items and of their sums."""
    return found.table("名称、品牌与规格型号" if language == "zh" else "Item, make and model")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_every_item_has_its_tax_and_its_price_with_tax(name: str, language: str) -> None:
    lines = [row for row in priced(quotation(sample(name), language), language) if len(row) == 7]
    assert [row[-2:] for row in lines] == [shown(item.tax, item.total) for item in quote(name).items]
    assert all(item.name in row[1] for item, row in zip(quote(name).items, lines, strict=True))


@pytest.mark.parametrize("name", DEALS)
def test_categories_rates_and_the_whole_come_to_what_the_model_says(name: str) -> None:
    of = quote(name)
    sums = [row for row in priced(quotation(sample(name))) if len(row) == 4]
    rates = of.rates if len(of.rates) > 1 else ()
    expected = [(each.net, each.tax, each.total) for each in (*of.categories, *rates)]
    expected.append((of.subtotal, of.tax, of.total))
    assert [[row[1].removeprefix("不含税 "), *row[2:]] for row in sums] == [shown(*row) for row in expected]


def test_the_total_is_said_in_figures_and_in_capitals() -> None:
    [said] = quotation(sample("rail-iscs")).styled("Amount")
    assert "¥20,968,900.00" in said
    assert capitals.capitals(Decimal("20968900")) in said


def test_the_total_in_english_is_said_in_words() -> None:
    [said] = quotation(sample("chem-dcs"), "en").styled("Amount")
    assert "EUR 5,044,974.00" in said
    assert words.words(Decimal("5044974"), "EUR") in said


@pytest.mark.parametrize("name", DEALS)
def test_the_payments_add_up_to_the_total(name: str) -> None:
    *parts, total = quotation(sample(name)).table("付款条件")
    assert [row[2] for row in parts] == shown(*(part.amount for part in quote(name).instalments))
    assert total[1:3] == ["100%", *shown(quote(name).total)]


def test_it_says_how_long_it_holds_and_who_answers_questions() -> None:
    found = quotation(sample("rail-iscs"))
    assert found.value("有效期至") == "2027年2月18日（90天）"
    assert found.value("联系人") == "叶知秋"
    assert found.value("电话") == "000-5550-0120"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_neither_cost_nor_walk_away_nor_rivals_stand_in_it(name: str, language: str) -> None:
    of, hidden = sample(name), secrets(sample(name))
    hidden |= {rival.name for rival in of.competitors}
    hidden |= set(shown(quote(name).cost, quote(name).pocket_price))
    assert of.negotiation is not None
    assert of.negotiation.balance is not None
    hidden |= set(shown(of.negotiation.balance.walk_away))
    said = quotation(of, language).text
    assert [text for text in hidden if text in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_offered_vanishes_with_its_heading(language: str) -> None:
    found = quotation(deal(**BARE), language)
    assert found.styled("Label") == {"zh": ["报价明细（单位：元）"], "en": ["Items (CNY)"]}[language]
    assert (found.hollow, found.silent) == ([], set())


def test_a_single_rate_is_not_summed_up_by_itself() -> None:
    sums = [row for row in priced(quotation(deal(**BARE))) if len(row) == 4]
    assert sums == [["合计", "不含税 1,000.00", "130.00", "1,130.00"]]


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_short_and_terms_and_signature_stand_together(language: str) -> None:
    seal = "（盖章）" if language == "zh" else "company stamp"
    assert len(pages(quotation(deal(**BARE), language))) == 1
    for name in DEALS:
        found = quotation(sample(name), language)
        assert len(pages(found)) <= 3
        assert together(found, seal, "收款账户" if language == "zh" else "Bank account")


def test_it_is_for_the_customer() -> None:
    assert deliverable("quotation").says.audience is Audience.CUSTOMER
