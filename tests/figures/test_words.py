"""Amounts in English words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures.words import words
from kadocs.findings import Fault

ONES = "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen "
ONES += "Seventeen Eighteen Nineteen"
TENS = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety"
SMALL = {"Zero": 0, **{word: value for value, word in enumerate(ONES.split(), 1)}}
SMALL |= {word: 10 * ten for ten, word in enumerate(TENS.split(), 2)}
SCALES = {"Thousand": 3, "Million": 6, "Billion": 9, "Trillion": 12, "Quadrillion": 15}


def read(spelled: str) -> Decimal:
    """The amount that words say, read in the plainest way."""
    total, group, cents = 0, 0, 0
    for word in spelled.removesuffix(" Only").replace("-", " ").split():
        if word in SMALL:
            group += SMALL[word]
        elif word == "Hundred":
            group *= 100
        elif word in SCALES:
            total, group = total + group * 10 ** SCALES[word], 0
        elif word.endswith("/100"):
            cents = int(word.removesuffix("/100"))
    amount = Decimal((total + group) * 100 + cents).scaleb(-2)
    return -amount if "Minus" in spelled else amount


@given(st.integers(-(10**18) + 1, 10**18 - 1), st.sampled_from(["USD", "CNY"]))
def test_words_say_the_amount_and_nothing_else(cents: int, currency: str) -> None:
    amount = Decimal(cents).scaleb(-2)
    name = {"USD": "US Dollars ", "CNY": "RMB "}[currency]
    spelled = words(amount, currency)
    assert spelled.startswith(name) and spelled.endswith(" Only")
    assert read(spelled.removeprefix(name)) == amount


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
