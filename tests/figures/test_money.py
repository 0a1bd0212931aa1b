"""Money: how it is written, how it adds up, how it is shown."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures.money import Money, shown, wan
from kadocs.findings import Fault


def cny(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


@pytest.mark.parametrize(
    ("written", "amount", "currency"),
    [
        ("CNY 1,200", "1200", "CNY"),
        ("cny 1,200", "1200", "CNY"),
        ("RMB1200", "1200", "CNY"),
        ("¥1,200.00", "1200", "CNY"),
        ("￥1,200", "1200", "CNY"),
        ("人民币 1200元", "1200", "CNY"),
        ("1200元", "1200", "CNY"),
        ("1200万元人民币", "12000000", "CNY"),
        ("1200元整", "1200", "CNY"),
        ("3500万元", "35000000", "CNY"),
        ("1.2亿元", "120000000", "CNY"),
        ("120万", "1200000", ""),
        ("120万美元", "1200000", "USD"),
        ("USD 1,234,567.89", "1234567.89", "USD"),
        ("1,200 EUR", "1200", "EUR"),
        ("€1,200", "1200", "EUR"),
        ("US$ 5", "5", "USD"),
        ("-¥1,200", "-1200", "CNY"),
        ("¥-1,200", "-1200", "CNY"),
        ("(1,200)", "-1200", ""),
        ("¥(1,200)", "-1200", "CNY"),
        ("(¥1,200)", "-1200", "CNY"),
        ("(120)万元", "-1200000", "CNY"),
        ("△1,200", "-1200", ""),
        ("１，２００．５", "1200.5", ""),
        (1200, "1200", ""),
        (1200.1, "1200.1", ""),
        (Decimal("0.10"), "0.1", ""),
    ],
)
def test_money_is_read_with_its_currency(written: object, amount: str, currency: str) -> None:
    assert Money.parse(written) == Money(Decimal(amount), currency)


def test_money_may_be_spelled_out_in_fields() -> None:
    fields = {"amount": "1,200", "currency": "人民币", "tax": "含税"}
    assert Money.parse(fields) == Money(Decimal(1200), "CNY", "inclusive")
    assert Money.parse({"amount": "¥5", "currency": None}) == cny("5")
    assert Money.parse(cny("5")) == cny("5")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("约120万元", "不是确切的数"),
        ("≥¥100", "不是确切的数"),
        ("待定", "还没有值"),
        ("TBD", "还没有值"),
        ("", "空的"),
        ("¥", "不是数字"),
        ("abc", "不是数字"),
        ("XYZ 100", "不是已知的币种"),
        ("USD 100元", "币种不同"),
        ("100澳元", "单位“澳”"),
        ("1,200元/台", "单位“元/台”"),
        ("USD 5k", "单位“k”"),
        ("13%", "单位“%”"),
        ("¥" * 300, "不是数字"),
        ({"amount": 1, "currncy": "CNY"}, "不认识的字段“currncy”"),
        ({"currency": "CNY"}, "缺少 amount"),
        ({"amount": "¥1", "currency": "USD"}, "币种不同"),
        ({"amount": 1, "tax": "maybe"}, "不是含税口径"),
        ({"amount": 1, "tax": 13}, "不是含税口径"),
        ({"amount": 1, "currency": 5}, "不是已知的币种"),
        (True, "bool"),
        (None, "空的"),
    ],
)
def test_what_is_no_money_is_refused_in_words(written: object, said: str) -> None:
    with pytest.raises(Fault) as refusal:
        Money.parse(written)
    assert said in refusal.value.message.zh
    assert refusal.value.hint.zh


def test_money_adds_up_exactly() -> None:
    assert cny("0.1") + cny("0.2") == cny("0.3")
    assert sum([cny("1"), cny("2")]) == cny("3")
    assert cny("1") - cny("3") == -cny("2") == 0 - cny("2")
    assert cny("9999999999999999.99") * Decimal("0.123456789012345") == cny(
        "1234567890123449.99876543210987655"
    )
    assert 3 * cny("1.10") == cny("3.3")


def test_a_literal_in_a_template_is_a_float_and_multiplies_by_its_text() -> None:
    assert cny("100") * 0.3 == cny("30")


def test_an_unsaid_currency_or_tax_flag_takes_the_other_ones() -> None:
    assert Money(Decimal(1)) + Money(Decimal(1), "USD", "exclusive") == Money(Decimal(2), "USD", "exclusive")


@pytest.mark.parametrize(
    "other", [Money(Decimal(1), "USD"), Money(Decimal(1), "CNY", "exclusive"), 5, "5", None]
)
def test_unlike_money_neither_adds_nor_compares(other: object) -> None:
    money = Money(Decimal(1), "CNY", "inclusive")
    for attempt in (money.__add__, money.__sub__, money.__lt__, money.__le__, money.__gt__, money.__ge__):
        with pytest.raises(Fault):
            attempt(other)


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("3500万元（含税）", Money(Decimal(35_000_000), "CNY", "inclusive")),
        ("1,200 不含税", Money(Decimal(1200), "", "exclusive")),
        ("USD 1,200 (Exclusive)", Money(Decimal(1200), "USD", "exclusive")),
    ],
)
def test_a_text_may_say_whether_tax_is_in_it(text: str, money: Money) -> None:
    assert Money.parse(text) == money


@given(
    st.decimals(-(10**12), 10**12, allow_nan=False, places=4),
    st.sampled_from(["", "CNY", "USD"]),
    st.sampled_from(["", "inclusive", "exclusive"]),
)
def test_money_as_written_reads_the_same(amount: Decimal, currency: str, tax: Any) -> None:
    money = Money.parse(amount) + Money(Decimal(0), currency, tax)
    assert Money.parse(money.written()) == money


def test_money_times_money_is_refused() -> None:
    with pytest.raises(Fault):
        cny("1") * cny("1")


def test_money_compares_with_its_like_and_with_zero() -> None:
    assert cny("1") < cny("2") <= cny("2")
    assert max(cny("1"), cny("2")) == cny("2")
    assert cny("1") > 0
    assert cny("0") == 0
    assert hash(cny("0")) == hash(0)
    assert not cny("0")
    assert cny("1.0") == cny("1")
    assert hash(cny("1.0")) == hash(cny("1"))
    assert cny("1") != Money(Decimal(1), "USD")
    assert cny("1") != "CNY 1"


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [("1.005", "CNY", "1.01"), ("-1.005", "", "-1.01"), ("1.5", "JPY", "2"), ("1.0005", "KWD", "1.001")],
)
def test_rounding_is_half_up_to_the_places_of_the_currency(amount: str, currency: str, rounded: str) -> None:
    assert str(Money(Decimal(amount), currency).rounded().amount) == rounded


@pytest.mark.parametrize(
    ("amount", "currency", "language", "text"),
    [
        ("1234567", "CNY", "zh", "¥1,234,567.00"),
        ("1234567", "CNY", "en", "CNY 1,234,567.00"),
        ("1234567", "USD", "zh", "USD 1,234,567.00"),
        ("1234567", "USD", "en", "USD 1,234,567.00"),
        ("1234567", "", "zh", "1,234,567.00"),
        ("1234567", "JPY", "en", "JPY 1,234,567"),
        ("-1200", "CNY", "zh", "-¥1,200.00"),
        ("-1200", "CNY", "en", "CNY -1,200.00"),
        ("-0.001", "CNY", "zh", "¥0.00"),
    ],
)
def test_money_is_shown_as_the_language_has_it(amount: str, currency: str, language: str, text: str) -> None:
    assert shown(Money(Decimal(amount), currency), language) == text


def test_a_unit_price_may_be_shown_with_more_places() -> None:
    assert shown(cny("0.1234"), "zh", places=4) == "¥0.1234"


@pytest.mark.parametrize(
    ("amount", "places", "text"),
    [
        ("1234567", 2, "123.46"),
        ("1234567", 4, "123.4567"),
        ("123450", 1, "12.3"),
        ("123500", 1, "12.4"),
        ("12345678900", 2, "1,234,567.89"),
    ],
)
def test_wan_yuan_rounded_to_as_many_places_as_asked(amount: str, places: int, text: str) -> None:
    assert wan(cny(amount), places) == wan(Decimal(amount), places) == text


@pytest.mark.parametrize(
    ("amount", "yuan", "exact"),
    [
        ("1260000", "126.00", "126.00"),
        ("1234500", "123.45", "123.45"),
        ("1234567", "123.4567", "123.4567"),
        ("1234560", "123.456", "123.456"),
        ("-1", "-0.0001", "-0.0001"),
        ("20968900.49", "2,096.89", "2,096.890049"),
        ("20968900.50", "2,096.8901", "2,096.89005"),
        ("0", "0.00", "0.00"),
    ],
)
def test_wan_yuan_has_the_places_that_it_needs(amount: str, yuan: str, exact: str) -> None:
    assert wan(cny(amount)) == yuan
    assert wan(cny(amount), exact=True) == exact


@given(st.integers(-(10**16), 10**16))
def test_wan_yuan_loses_no_yuan(yuan: int) -> None:
    assert Decimal(wan(yuan).replace(",", "")) * 10_000 == yuan


@given(st.decimals(-(10**15), 10**15, places=2))
def test_exact_wan_yuan_loses_no_fen(amount: Decimal) -> None:
    assert Decimal(wan(amount, exact=True).replace(",", "")) * 10_000 == amount


@given(
    st.decimals(-(10**15), 10**15, places=2),
    st.sampled_from(["CNY", "USD", ""]),
    st.sampled_from(["zh", "en"]),
)
def test_shown_money_reads_back_as_itself(amount: Decimal, currency: str, language: str) -> None:
    money = Money(amount, currency)
    assert Money.parse(shown(money, language)) == money


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert Money.parse(text).amount.is_finite()
    except Fault as fault:
        assert fault.hint.zh
