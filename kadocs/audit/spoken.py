"""Every amount that a text speaks of, however it is spelled: digits, 万 and 亿, 大写, English words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple


class Spoken(NamedTuple):
    """An amount in a text: where it stands, its value, and the size of its last digit (`step`).

    `sure` is one that its spelling shows to be money, or that nobody would write by chance; `share` a
    percentage, as a fraction.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    sure: bool = False
    share: bool = False


_SCALES = {
    "千": 3, "万": 4, "萬": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "億": 8, "万亿": 12,
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6, "bn": 9, "billion": 9,
}  # fmt: skip
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_COUNTED = "[人次点台套件条个吨米户站度公小字]"
_NUMBER = re.compile(
    r"(?P<head>[¥$€£]|(?:rmb|cny|usd|eur|hkd|gbp|人民币)\s?[¥$]?)?\s?(?<![0-9.,_/])"
    r"(?P<digits>[0-9]{1,3}(?:(?P<gap>[,' ])[0-9]{3})(?:(?P=gap)[0-9]{3})*(?![0-9])|[0-9]+)"
    r"(?P<places>\.[0-9]+)?"
    rf"(?:\s?(?P<scale>(?:{_SCALE})(?![a-z]))(?P<of>\s?{_COUNTED})?|(?=\D|$))"
    r"(?P<tail>\s?(?:元|圆|yuan|rmb|cny|usd|eur|%|‰))?"
)
_LEAST_DIGITS = 4
"""Shorter numbers are not looked at unless a scale stands behind them: they are counts, days and sizes."""

_MOST_DIGITS = 20
_SHARES = {"%": 2, "‰": 3}
_OF_MONEY = ("万", "亿", "million")

_ROWS = ("零壹贰叁肆伍陆柒捌玖", "〇一二三四五六七八九")
_NUMERALS = {sign: value for row in _ROWS for value, sign in enumerate(row)}
_NUMERALS |= {"两": 2, "貳": 2, "參": 3, "叄": 3, "陸": 6}
_TENS = {"拾": 10, "佰": 100, "仟": 1000, "十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_COINS = {"角": Decimal("0.1"), "分": Decimal("0.01")}
_CHARACTERS = re.compile(
    f"[{''.join(_NUMERALS)}{''.join(_TENS)}{''.join(_MYRIADS)}]{{2,}}(?:[元圆][{''.join(_NUMERALS)}角分]*)?"
)

# fmt: off
_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
_DECADES = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# fmt: on
_WORDS = {word: number for number, word in enumerate(_ONES)}
_WORDS |= {word: 10 * number for number, word in enumerate(_DECADES, 2)}
_GROUPS = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_WORD = "|".join(sorted([*_WORDS, *_GROUPS, "hundred", "and"], key=len, reverse=True))
_PHRASE = re.compile(rf"\b(?:{_WORD})(?:[\s,-]+(?:{_WORD}))+\b")
_PART = re.compile(r"[a-z]+")
_CENTS = re.compile(r"\s*(?:and\s+)?([0-9]{1,2})/100")

_ONE = Decimal(1)


def amounts(text: str) -> Iterator[Spoken]:
    """The amounts in a text that was made even (NFKC, lower case)."""
    yield from _digits(text)
    yield from _characters(text)
    yield from _phrases(text)


def step_of(value: Decimal) -> Decimal:
    """The size of the last digit of a number as it is written."""
    return _ONE.scaleb(int(value.as_tuple().exponent))


def significant(value: Decimal, step: Decimal) -> int:
    """How many digits of a number say something: those of 12,300,000 are three."""
    return len(str(abs(int(value / step))).rstrip("0"))


def _digits(text: str) -> Iterator[Spoken]:
    for found in _NUMBER.finditer(text):
        _, digits, gap, places, scale, of, tail = found.groups("")
        bare = not (places or scale or tail)
        if of or len(digits) > _MOST_DIGITS or (bare and len(digits) < _LEAST_DIGITS):
            continue
        number = Decimal((digits.replace(gap, "") if gap else digits) + places)
        shift = _SCALES.get(scale, 0) - _SHARES.get(tail[-1:], 0)
        cents = bool(gap) and len(places) == len(".00")
        yield Spoken(
            *found.span(),
            number.scaleb(shift),
            _ONE.scaleb(shift - max(len(places) - 1, 0)),
            sure=bool(found["head"] or tail or cents or scale in _OF_MONEY),
            share=tail[-1:] in _SHARES,
        )


def _characters(text: str) -> Iterator[Spoken]:
    for found in _CHARACTERS.finditer(text):
        whole, _, coins = found.group().replace("圆", "元").partition("元")
        value = Decimal(_integer(whole))
        digit = 0
        for sign in coins:
            value += digit * _COINS.get(sign, 0)
            digit = _NUMERALS.get(sign, 0)
        if value >= 10_000:
            yield Spoken(*found.span(), value, Decimal("0.01") if coins else _ONE, sure=True)


def _integer(signs: str) -> int:
    """What Chinese numerals say, capital or not: 三千二百万 and 叁仟贰佰万 are 32,000,000."""
    total = group = digit = 0
    for sign in signs:
        if sign in _NUMERALS:
            digit = _NUMERALS[sign]
        elif sign in _TENS:
            group += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            unit = _MYRIADS[sign]
            total = (total + group + digit) * unit if unit > total else total + (group + digit) * unit
            group = digit = 0
    return total + group + digit


def _phrases(text: str) -> Iterator[Spoken]:
    if "hundred" not in text and "thousand" not in text and "million" not in text:
        return
    for found in _PHRASE.finditer(text):
        value = Decimal(_said(_PART.findall(found.group())))
        cents = _CENTS.match(text, found.end())
        value += Decimal(cents[1]) / 100 if cents else 0
        if value >= 1_000:
            yield Spoken(*found.span(), value, Decimal("0.01") if cents else _ONE, sure=True)


def _said(words: list[str]) -> int:
    total = group = 0
    for word in words:
        if word == "hundred":
            group = (group or 1) * 100
        elif word in _GROUPS:
            total, group = total + (group or 1) * _GROUPS[word], 0
        else:
            group += _WORDS.get(word, 0)
    return total + group
