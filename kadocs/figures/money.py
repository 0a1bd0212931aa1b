"""Money: an exact amount with its currency and whether tax is in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, cast

from kadocs.figures import currencies, numbers
from kadocs.figures.text import LONGEST, quoted, tidy
from kadocs.findings import Fault, Text

Tax = Literal["", "inclusive", "exclusive"]

_SIGN = "|".join(re.escape(sign) for sign in sorted(currencies.SIGNS, key=len, reverse=True))
_WRITTEN = re.compile(
    rf"(?P<open>[-+△(]?)\s*(?:(?P<head>{_SIGN}|[A-Z]{{3}}(?![A-Z]))\s*)?(?P<body>.*?)"
    rf"\s*(?P<tail>{_SIGN}|(?<![A-Z])[A-Z]{{3}})?\s*(?P<close>\)?)",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
_WAN = Decimal(10_000)
_CURRENCIES, _TAX_FLAGS = Text("币种", "currencies"), Text("含税口径", "tax flags")
_TAXES = {
    "": "", "inclusive": "inclusive", "exclusive": "exclusive",
    "含税": "inclusive", "不含税": "exclusive", "未税": "exclusive",
}  # fmt: skip
_SAID_OF_TAX = re.compile(
    r"(?P<rest>.*?)\s*(?P<open>\()?(?P<tax>不含税|未税|含税|inclusive|exclusive)(?(open)\))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, eq=False)
class Money:
    """An amount, its currency (ISO 4217 code) and its tax flag; "" means: not said yet.

    Adding and comparing take an unsaid currency or tax flag for the other side's; two different
    ones raise Fault. The number 0 stands for no money of any currency. Money of zero is false.
    """

    amount: Decimal
    currency: str = ""
    tax: Tax = ""

    @classmethod
    def parse(cls, value: object) -> Money:
        """The money that `value` says: Money, a number, a mapping, or text with or without currency.

        Text may be "CNY 1,200", "¥1,200.00", "3500万元（含税）", "1.2亿元", "(1,200)"; a mapping has `amount`
        and may have `currency` and `tax` (inclusive/含税, exclusive/不含税). Raises Fault otherwise.
        """
        if isinstance(value, Money):
            return value
        if isinstance(value, Mapping):
            return _from_mapping(value)
        if isinstance(value, str):
            return _from_text(value)
        return cls(numbers.parse(value))

    def written(self) -> str:
        """This money as a text from which `parse` gives the same: "CNY 1200.5 (inclusive)"."""
        tax = f" ({self.tax})" if self.tax else ""
        return f"{self.currency} {self.amount:f}{tax}".lstrip()

    def rounded(self) -> Money:
        """This money with the decimal places of its currency (2 unless ISO 4217 says other), half up."""
        return self._of(numbers.half_up(self.amount, currencies.places(self.currency)))

    def __add__(self, other: object) -> Money:
        near, far = self._beside(other)
        return near._of(numbers.EXACT.add(near.amount, far.amount))

    __radd__ = __add__  # sum() starts from 0

    def __sub__(self, other: object) -> Money:
        near, far = self._beside(other)
        return near._of(numbers.EXACT.subtract(near.amount, far.amount))

    def __rsub__(self, other: object) -> Money:
        return -(self - other)

    def __mul__(self, factor: object) -> Money:
        return self._of(numbers.EXACT.multiply(self.amount, numbers.parse(factor)))

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return self._of(self.amount.copy_negate())

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __eq__(self, other: object) -> bool:
        if _is_zero(other):
            return not self.amount
        if not isinstance(other, Money):
            return NotImplemented
        return (self.amount, self.currency, self.tax) == (other.amount, other.currency, other.tax)

    def __hash__(self) -> int:
        return hash((self.amount, self.currency, self.tax)) if self.amount else 0

    def __lt__(self, other: object) -> bool:
        near, far = self._beside(other)
        return near.amount < far.amount

    def __le__(self, other: object) -> bool:
        near, far = self._beside(other)
        return near.amount <= far.amount

    def __gt__(self, other: object) -> bool:
        return not self <= other

    def __ge__(self, other: object) -> bool:
        return not self < other

    def _beside(self, other: object) -> tuple[Money, Money]:
        """Both sides with one currency and one tax flag."""
        if _is_zero(other):
            return self, self._of(Decimal(0))
        if not isinstance(other, Money):
            raise Fault(
                Text(
                    "金额不能与{other}相加减或比较", "money cannot be added to or compared with {other}"
                ).fill(other=quoted(other)),
                Text("数字没有币种，请用 .amount 比较数值", "a number has no currency; compare the .amount"),
            )
        currency = _agreed(self.currency, other.currency, _CURRENCIES)
        tax = cast(Tax, _agreed(self.tax, other.tax, _TAX_FLAGS))
        return Money(self.amount, currency, tax), Money(other.amount, currency, tax)

    def _of(self, amount: Decimal) -> Money:
        """So much of this money."""
        return Money(amount, self.currency, self.tax)


def shown(money: Money, language: str, places: int | None = None) -> str:
    """`money` as a document prints it: "¥1,234,567.00" in zh for CNY, else "CNY 1,234,567.00".

    `places` says otherwise how many decimals (unit prices); money without a currency is the number.
    """
    decimals = currencies.places(money.currency) if places is None else places
    number = numbers.grouped(money.amount, decimals)
    if money.currency == "CNY" and language == "zh":
        return f"-¥{number[1:]}" if number.startswith("-") else f"¥{number}"
    return f"{money.currency} {number}".lstrip()


def wan(value: Money | Decimal | int, places: int | None = None, *, exact: bool = False) -> str:
    """`value` in 万元 without the unit, so that no yuan is lost: 1234567 gives "123.4567", 1234500 "123.45".

    It has 2 decimals, and up to 4 where the yuan need them; 角 and 分 are rounded half up to the yuan, or,
    if it is to be `exact`, shown with the 5 or 6 decimals that they need. With `places` it has as many,
    rounded half up: for reports in which a column is to be even and yuan do not count.
    """
    amount = value.amount if isinstance(value, Money) else numbers.exact(value)
    if places is not None:
        return numbers.grouped(numbers.EXACT.divide(amount, _WAN), places)
    whole = amount if exact else numbers.half_up(amount, 0)
    short = numbers.tidied(numbers.EXACT.divide(whole, _WAN))
    return numbers.grouped(short, max(2, -int(short.as_tuple().exponent)))


def _is_zero(value: object) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool) and value == 0


def _agreed(one: str, other: str, what: Text) -> str:
    if one and other and one != other:
        raise Fault(
            Text("{what}不同：{one} 与 {other}", "different {what}: {one} and {other}").fill(
                what=what, one=one, other=other
            ),
            Text("请先换算成同一口径", "convert them to the same one first"),
        )
    return one or other


def _from_text(value: str) -> Money:
    text = tidy(value)
    if len(text) <= LONGEST and (told := _SAID_OF_TAX.fullmatch(text)):
        return _from_text(told["rest"]) + Money(Decimal(0), tax=_tax(told["tax"]))
    match = _WRITTEN.fullmatch(text) if len(text) <= LONGEST and _DIGIT.search(text) else None
    if not match:
        return Money(numbers.parse(value))
    said = [currencies.parse(match[side]) for side in ("head", "tail") if match[side]]
    currency = _agreed(said[0], said[-1], _CURRENCIES) if said else ""
    return Money(numbers.parse(match["open"] + match["body"] + match["close"]), currency)


def _from_mapping(value: Mapping[object, object]) -> Money:
    unknown = [key for key in value if key not in ("amount", "currency", "tax")]
    if unknown or value.get("amount") is None:
        raise Fault(
            Text("金额里有不认识的字段{key}", "money has no field {key}").fill(key=quoted(unknown[0]))
            if unknown
            else Text("金额缺少 amount", "money without an amount"),
            Text("可用的字段：amount、currency、tax", "its fields are amount, currency and tax"),
        )
    currency = currencies.parse(value["currency"]) if value.get("currency") else ""
    said = Money(Decimal(0), currency, _tax(value.get("tax") or ""))
    return Money.parse(value["amount"]) + said


def _tax(value: object) -> Tax:
    if not isinstance(value, str) or tidy(value).lower() not in _TAXES:
        raise Fault(
            Text("{value}不是含税口径", "{value} is not a tax flag").fill(value=quoted(value)),
            Text("请写 inclusive（含税）或 exclusive（不含税）", "write inclusive or exclusive"),
        )
    return cast(Tax, _TAXES[tidy(value).lower()])
