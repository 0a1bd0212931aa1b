"""Amounts in English words."""

from decimal import Decimal

import pytest

from kadocs.figures.words import words
from kadocs.findings import Fault


@pytest.mark.parametrize(
    ("amount", "currency", "spelled"),
    [
        (
            "1234567.89",
            "USD",
            "US Dollars One Million Two Hundred Thirty-Four Thousand "
            "Five Hundred Sixty-Seven and 89/100 Only",
        ),
        ("0", "USD", "US Dollars Zero Only"),
        ("0.05", "USD", "US Dollars Zero and 05/100 Only"),
        ("1", "CNY", "RMB One Only"),
        ("13", "EUR", "Euros Thirteen Only"),
        ("20", "GBP", "Pounds Sterling Twenty Only"),
        ("21", "NOK", "NOK Twenty-One Only"),
        ("100", "$", "US Dollars One Hundred Only"),
        ("110", "USD", "US Dollars One Hundred Ten Only"),
        ("1000", "USD", "US Dollars One Thousand Only"),
        ("1001", "USD", "US Dollars One Thousand One Only"),
        ("1000000000", "JPY", "Japanese Yen One Billion Only"),
        ("1.5", "KWD", "KWD One and 500/1000 Only"),
        ("-2", "USD", "US Dollars Minus Two Only"),
        ("9000000000000000", "USD", "US Dollars Nine Quadrillion Only"),
    ],
)
def test_an_amount_in_words(amount: str, currency: str, spelled: str) -> None:
    assert words(Decimal(amount), currency) == spelled


@pytest.mark.parametrize(
    ("amount", "currency"),
    [
        (Decimal("1.005"), "USD"),
        (Decimal("1.5"), "JPY"),
        (Decimal(10**16), "USD"),
        (1.5, "USD"),
        (Decimal(1), "XYZ"),
        (Decimal(1), ""),
        ("待定", "USD"),
    ],
)
def test_nothing_is_cut_off_or_guessed(amount: Decimal, currency: str) -> None:
    with pytest.raises(Fault):
        words(amount, currency)
