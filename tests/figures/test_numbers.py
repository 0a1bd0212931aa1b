"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures import numbers
from kadocs.findings import Fault

FIGURES = st.decimals(-(10**20), 10**20, allow_nan=False, allow_infinity=False, places=6)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,234.50", "1234.5"),
        (" 1234 ", "1234"),
        ("\u30001234\u00a0", "1234"),
        ("１２３４．５", "1234.5"),
        ("１，２３４", "1234"),
        ("1 234 567", "1234567"),
        ("1'234", "1234"),
        ("1\u202f234", "1234"),
        (".5", "0.5"),
        ("5.", "5"),
        ("0123", "123"),
        ("-1200", "-1200"),
        ("−1200", "-1200"),
        ("－1,200", "-1200"),
        ("+3", "3"),
        ("(1,200)", "-1200"),
        ("（1,200）", "-1200"),
        ("△1200", "-1200"),
        ("(120)万", "-1200000"),
        ("-0.00", "0"),
        ("120万", "1200000"),
        ("1.2亿", "120000000"),
        ("3 千万", "30000000"),
        ("1.5万亿", "1500000000000"),
        ("2萬", "20000"),
        (7, "7"),
        (0.1, "0.1"),
        (1200.0, "1200"),
        (1e-7, "0.0000001"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1.10"), "1.1"),
    ],
)
def test_the_number_is_exact_and_in_one_form(typed: object, number: str) -> None:
    assert str(numbers.parse(typed)) == str(Decimal(number))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "空的"),
        ("   ", "空的"),
        (None, "空的"),
        ("待定", "还没有值"),
        ("—", "还没有值"),
        ("/", "还没有值"),
        ("N/A", "还没有值"),
        ("详见附件", "还没有值"),
        ("约120万", "不是确切的数"),
        ("≥30", "不是确切的数"),
        ("不低于 30", "不是确切的数"),
        ("100以上", "不是确切的数"),
        ("100左右", "不是确切的数"),
        ("2台", "单位“台”"),
        ("13%", "单位“%”"),
        ("1.10101E+17", "科学计数"),
        ("abc", "不是数字"),
        ("1,23", "不是数字"),
        ("1.234,56", "不是数字"),
        ("1,234 567", "不是数字"),
        ("1-2", "不是数字"),
        ("10-20台", "不是数字"),
        ("--5", "不是数字"),
        ("(-5)", "不是数字"),
        ("2½", "不是数字"),
        ("10²", "不是数字"),
        ("①", "不是数字"),
        ("٣", "不是数字"),
        ("1亿2000万", "不是数字"),
        ("2万三", "不是数字"),
        ("5千", "不是数字"),
        ("{x}", "不是数字"),
        ("9" * 31, "不是可用的数"),
        ("9" * 5000, "不是数字"),
        ("9999999999999999999万亿", "不是可用的数"),
        (Decimal("NaN"), "不是可用的数"),
        (Decimal("Infinity"), "不是可用的数"),
        (Decimal("1E-999999"), "不是可用的数"),
        (float("nan"), "不是可用的数"),
        (float("inf"), "超过 15 位"),
        (110101199003071234.0, "超过 15 位"),
        (True, "bool"),
        ([], "list"),
    ],
)
def test_what_is_no_number_is_refused_in_words(typed: object, said: str) -> None:
    with pytest.raises(Fault) as refusal:
        numbers.parse(typed)
    assert said in refusal.value.message.zh
    assert refusal.value.hint.zh
    assert refusal.value.hint.en


@pytest.mark.parametrize(
    ("typed", "number", "unit"),
    [
        ("２台", "2", "台"),
        ("12个月", "12", "个月"),
        ("120万元", "1200000", "元"),
        ("3万台", "30000", "台"),
        ("5千瓦", "5", "千瓦"),
        ("5兆瓦", "5", "兆瓦"),
        ("120 m2", "120", "m2"),
        ("120m²", "120", "m²"),
        ("1,200元/台", "1200", "元/台"),
        ("3个百分点", "3", "个百分点"),
        ("13%", "13", "%"),
        ("12", "12", ""),
        (3, "3", ""),
    ],
)
def test_a_unit_is_split_off_on_request(typed: object, number: str, unit: str) -> None:
    assert numbers.parse_with_unit(typed) == (Decimal(number), unit)


@pytest.mark.parametrize("typed", ["3天2夜", "2台3套", "约2台", "≥30天", "30以上", "台", "5百"])
def test_a_unit_holds_no_second_number(typed: str) -> None:
    with pytest.raises(Fault):
        numbers.parse_with_unit(typed)


@pytest.mark.parametrize(
    ("typed", "fraction"),
    [
        ("13%", "0.13"),
        ("13％", "0.13"),
        ("１３ ％", "0.13"),
        ("0.13", "0.13"),
        (0.13, "0.13"),
        ("13", "0.13"),
        (13, "0.13"),
        (100, "1"),
        ("1%", "0.01"),
        ("100%", "1"),
        ("150%", "1.5"),
        ("-5%", "-0.05"),
        (0, "0"),
        ("12.345%", "0.12345"),
    ],
)
def test_a_percentage_is_a_fraction(typed: object, fraction: str) -> None:
    assert numbers.parse_percent(typed) == Decimal(fraction)


@pytest.mark.parametrize("typed", [1, "1", "1.0", 1.0, 101, "-1", "5个百分点", "待定", "%", "约13%"])
def test_an_unclear_percentage_is_refused(typed: object) -> None:
    with pytest.raises(Fault):
        numbers.parse_percent(typed)


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("1234.5", None, "1,234.5"),
        ("2.00", None, "2"),
        ("1000000", None, "1,000,000"),
        ("1E+6", None, "1,000,000"),
        ("-1234.5", None, "-1,234.5"),
        ("1234.5", 2, "1,234.50"),
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("-0.001", 2, "0.00"),
        ("999.995", 2, "1,000.00"),
        ("12345678901234567890.123456789", None, "12,345,678,901,234,567,890.123456789"),
    ],
)
def test_a_number_is_shown_grouped(value: str, places: int | None, shown: str) -> None:
    assert numbers.grouped(Decimal(value), places) == shown


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("0.13", None, "13%"),
        ("0.125", None, "12.5%"),
        ("0.125", 0, "13%"),
        ("1", 2, "100.00%"),
        ("0", None, "0%"),
    ],
)
def test_a_fraction_is_shown_as_a_percentage(value: str, places: int | None, shown: str) -> None:
    assert numbers.percent(Decimal(value), places) == shown


@pytest.mark.parametrize("places", [-1, 21, 10**9, True, "2", 1.5])
def test_places_are_a_small_whole_number(places: object) -> None:
    with pytest.raises(Fault, match="decimal places"):
        numbers.half_up(Decimal(1), places)  # type: ignore[arg-type]


def test_showing_a_float_is_refused() -> None:
    with pytest.raises(Fault, match="floating-point"):
        numbers.grouped(0.1)  # type: ignore[arg-type]


@given(FIGURES)
def test_a_shown_number_reads_back_as_itself(number: Decimal) -> None:
    assert numbers.parse(numbers.grouped(number)) == number
    assert numbers.parse_percent(numbers.percent(number)) == number


@given(st.floats(-1e14, 1e14))
def test_a_float_is_read_by_its_shortest_text(number: float) -> None:
    if abs(number) > 1e-30 or not number:
        assert float(numbers.parse(number)) == number


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert numbers.parse(text).is_finite()
    except Fault as fault:
        assert fault.hint.zh
