"""Amounts in English words, as contracts and letters of credit spell them."""

from __future__ import annotations

from decimal import Decimal

from kadocs.figures import currencies, numbers
from kadocs.findings import Fault, Text

_BELOW_TWENTY = (
    "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen "
    "Seventeen Eighteen Nineteen"
)
_ONES = _BELOW_TWENTY.split()
_TENS = ("", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")
_SCALES = (
    (10**15, "Quadrillion"),
    (10**12, "Trillion"),
    (10**9, "Billion"),
    (10**6, "Million"),
    (1000, "Thousand"),
)
_LIMIT = 10**16


def words(amount: Decimal | int | str, currency: str) -> str:
    """`amount` in words: "US Dollars One Thousand and 50/100 Only"; a whole amount has no fraction.

    `currency` is a code or sign; one without a common English name is printed as its code. A negative
    amount says Minus. Raises Fault for a float, an unknown currency, more decimals than the currency
    has (nothing is rounded), and from 10^16 on.
    """
    code = currencies.parse(currency)
    number, parts = numbers.exact(amount), 10 ** currencies.places(code)
    minor = numbers.EXACT.multiply(number, Decimal(parts))
    if minor != int(minor):
        raise Fault(
            Text("{value} 的小数位数超过币种 {code} 的位数", "{value} has more decimals than {code}").fill(
                value=number, code=code
            ),
            Text("请先四舍五入", "round it first"),
        )
    if abs(number) >= _LIMIT:
        raise Fault(
            Text("{value} 太大，金额须小于一亿亿", "{value} is too large: the limit is 10^16").fill(
                value=number
            ),
            Text("请检查金额和单位", "check the amount and its unit"),
        )
    whole, rest = divmod(abs(int(minor)), parts)
    fraction = f" and {rest:0{len(str(parts)) - 1}d}/{parts}" if rest else ""
    minus = "Minus " if number < 0 else ""
    return f"{currencies.name(code)} {minus}{_integer(whole)}{fraction} Only"


def _integer(value: int) -> str:
    spelled = []
    for size, unit in _SCALES:
        group, value = divmod(value, size)
        if group:
            spelled += [_below_thousand(group), unit]
    if value or not spelled:
        spelled.append(_below_thousand(value))
    return " ".join(spelled)


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    tail = [_below_hundred(rest)] if rest or not hundreds else []
    return " ".join([_ONES[hundreds], "Hundred", *tail] if hundreds else tail)


def _below_hundred(value: int) -> str:
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]
