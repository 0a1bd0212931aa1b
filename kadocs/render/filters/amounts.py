"""Filters that print numbers and money. Amounts are Money, Decimal, int or their text, never float."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kadocs.figures import currencies, numbers
from kadocs.figures import money as monies
from kadocs.figures.capitals import capitals
from kadocs.figures.money import Money
from kadocs.figures.text import tidy
from kadocs.figures.words import words as in_words
from kadocs.findings import Fault, Text


def money(value: object, currency: str = "", places: int | None = None, *, language: str) -> str:
    """`value` as an amount of money: "¥1,234.00" for CNY in zh, "CNY 1,234.00" in en.

    `currency` is for amounts that do not say theirs; `places` for unit prices with more than 2.
    """
    return monies.shown(_money(value, currency), language, places)


def number(value: object, places: int | None = None) -> str:
    """`value` with its thousands grouped: 1234.50 gives "1,234.5", with `places=2` "1,234.50".

    Without `places` it is written as short as it can be, which is what a column of quantities wants.
    """
    return numbers.grouped(_number(value), places)


def percent(value: object, places: int | None = None) -> str:
    """The fraction `value` as a percentage: 0.13 gives "13%", 0.125 "12.5%", and "13%" stays "13%"."""
    if isinstance(value, str) and tidy(value).endswith("%"):
        return numbers.percent(numbers.parse_percent(value), places)
    return numbers.percent(numbers.exact(value), places)


def wan(value: object, places: int | None = None, *, exact: bool = False) -> str:
    """`value` in 万元 without the unit: 1234567 gives "123.4567", 1234500 "123.45"; no yuan is lost.

    `exact` keeps 角 and 分 too; `places` rounds to as many decimals, for columns that are to be even.
    """
    return monies.wan(_number(value), places, exact=exact)


def rmb(value: object, prefix: str = "人民币", *, invoice: bool = False) -> str:
    """`value` in 人民币大写 behind `prefix`: "人民币壹仟肆佰零玖元伍角整".

    `invoice` writes 圆 and （负数） as invoices do. Money in another currency raises Fault.
    """
    return prefix + capitals(_money(value, "CNY").amount, invoice=invoice)


def words(value: object, currency: str = "") -> str:
    """`value` in English words: "US Dollars One Thousand and 50/100 Only".

    `currency` is for amounts that do not say theirs.
    """
    amount = _money(value, currency)
    if not amount.currency:
        raise Fault(
            Text(
                "金额没有币种，不能写成英文大写",
                "the amount has no currency, which its words must begin with",
            ),
            Text('请写明币种，例如 words("USD")', 'name it, for example words("USD")'),
        )
    return in_words(amount.amount, amount.currency)


def _money(value: object, currency: str) -> Money:
    """`value` as money in `currency`, or in its own where `currency` is ""."""
    amount = Money.parse(_never_float(value))
    code = currencies.parse(currency) if currency else ""
    if code and amount.currency and code != amount.currency:
        raise Fault(
            Text("金额的币种是 {own}，不是 {code}", "the amount is in {own}, not in {code}").fill(
                own=amount.currency, code=code
            ),
            Text("请改用该币种的写法，或先换算", "print it in its own currency, or convert it first"),
        )
    return replace(amount, currency=amount.currency or code)


def _number(value: object) -> Decimal:
    return value.amount if isinstance(value, Money) else numbers.exact(value)


def _never_float(value: object) -> object:
    return numbers.exact(value) if isinstance(value, float) else value
