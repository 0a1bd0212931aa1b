"""The filters as a template uses them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from jinja2 import Environment, Undefined

from kadocs.figures.missing import Missing
from kadocs.figures.moments import CHINA
from kadocs.figures.money import Money
from kadocs.findings import Fault, Text
from kadocs.render.filters import FILTERS, filters

TOTAL = Money(Decimal("1234567.5"), "CNY")
CONTEXT = {
    "total": TOTAL,
    "usd": Money(Decimal("1000.50"), "USD"),
    "rate": Decimal("0.13"),
    "day": date(2026, 3, 5),
    "moment": datetime(2026, 3, 5, 9, 30, tzinfo=CHINA),
}


def printed(expression: str, language: str = "zh") -> str:
    environment = Environment(autoescape=False)
    environment.filters |= filters(language)
    return environment.from_string("{{ " + expression + " }}").render(CONTEXT)


DAYS = {"date", "datetime", "cn_date"}


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("total | money", "¥1,234,567.50"),
        ("total | money(places=4)", "¥1,234,567.5000"),
        ("'1,200' | money", "1,200.00"),
        ("'1,200' | money('CNY')", "¥1,200.00"),
        ("'120万元' | money", "¥1,200,000.00"),
        ("usd | money", "USD 1,000.50"),
        ("'2.00' | number", "2"),
        ("'1234.5' | number(2)", "1,234.50"),
        ("total | number", "1,234,567.5"),
        ("7 | number", "7"),
        ("rate | percent", "13%"),
        ("rate | percent(2)", "13.00%"),
        ("'12.5%' | percent", "12.5%"),
        ("'0.125' | percent", "12.5%"),
        ("1 | percent", "100%"),
        ("total | wan", "123.4568"),
        ("total | wan(2)", "123.46"),
        ("total | wan(exact=true)", "123.45675"),
        ("total | wan(4)", "123.4568"),
        ("1234567 | wan", "123.4567"),
        ("'6222020000000012345' | bank", "6222 0200 0000 0012 345"),
        ("'1409.50' | rmb", "人民币壹仟肆佰零玖元伍角整"),
        ("total | rmb('')", "壹佰贰拾叁万肆仟伍佰陆拾柒元伍角整"),
        ("'-8' | rmb(invoice=true)", "人民币（负数）捌圆整"),
        ("usd | words", "US Dollars One Thousand and 50/100 Only"),
        ("8 | words('EUR')", "Euros Eight Only"),
        ("day | date", "2026年3月5日"),
        ("'2026/3/5' | date", "2026年3月5日"),
        ("day | cn_date", "二〇二六年三月五日"),
        ("moment | datetime", "2026年3月5日9:30"),
        ("'2026-3-5 9:30' | datetime", "2026年3月5日9:30"),
        ("moment | date", "2026年3月5日"),
        ("moment | cn_date", "二〇二六年三月五日"),
        ("day", "2026-03-05"),
    ],
)
def test_a_value_is_printed(expression: str, text: str) -> None:
    assert printed(expression) == text


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("total | money", "CNY 1,234,567.50"),
        ("day | date", "5 March 2026"),
        ("moment | datetime", "5 March 2026, 09:30"),
        ("total | rmb", "人民币壹佰贰拾叁万肆仟伍佰陆拾柒元伍角整"),
    ],
)
def test_english_documents_get_english_money_and_dates(expression: str, text: str) -> None:
    assert printed(expression, "en") == text


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize(
    "absent", [None, Missing("quote.total", Text("总价", "total")), Undefined(name="totl")]
)
def test_an_absent_value_is_handed_on(name: str, absent: object) -> None:
    assert filters("zh")[name](absent) is absent


@pytest.mark.parametrize("name", [name for name in FILTERS if name not in DAYS | {"bank"}])
def test_a_float_is_refused(name: str) -> None:
    with pytest.raises(Fault, match="floating-point") as refusal:
        filters("zh")[name](0.1)
    assert refusal.value.hint.zh


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("'abc' | money", "not a number"),
        ("'abc' | number", "not a number"),
        ("usd | percent", "a number is expected, not Money"),
        ("usd | rmb", "the amount is in USD, not in CNY"),
        ("usd | money('CNY')", "the amount is in USD, not in CNY"),
        ("'1.005' | rmb", "more than two decimals"),
        ("8 | words", "no currency"),
        ("8 | words('dollars')", "not a known currency"),
        ("'3月5日' | date", "no year"),
        ("day | datetime", "does not say at what time"),
        ("[] | cn_date", "a date is expected, not list"),
        ("8 | number(places='two')", "not a number of decimal places"),
        ("8 | number(digits=2)", "filter number was given wrong arguments"),
        ("day | date('long')", "filter date was given wrong arguments"),
    ],
)
def test_a_filter_fed_wrongly_says_so(expression: str, message: str) -> None:
    with pytest.raises(Fault, match=message) as refusal:
        printed(expression)
    assert refusal.value.hint.zh
    assert refusal.value.hint.en
