"""Currencies by what people call them."""

import pytest

from kadocs.figures import currencies
from kadocs.findings import Fault


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("cny", "CNY"),
        (" RMB ", "CNY"),
        ("rmb", "CNY"),
        ("￥", "CNY"),
        ("人民币", "CNY"),
        ("$", "USD"),
        ("ＵＳＤ", "USD"),
        ("欧元", "EUR"),
    ],
)
def test_a_currency_is_known_by_code_sign_or_name(written: str, code: str) -> None:
    assert currencies.parse(written) == code


@pytest.mark.parametrize("written", ["", "XYZ", "yuan", None, 7])
def test_another_word_is_refused(written: object) -> None:
    with pytest.raises(Fault, match="not a known currency"):
        currencies.parse(written)


def test_every_sign_stands_for_a_code() -> None:
    assert set(currencies.SIGNS.values()) <= currencies.CODES


def test_places_are_those_of_iso_4217() -> None:
    assert [currencies.places(code) for code in ("CNY", "", "JPY", "KWD")] == [2, 2, 0, 3]
