"""Amounts of a deal: in one currency, of a size that money has, and parted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import InitErrorDetails

from kadocs.figures.money import Money
from kadocs.figures.numbers import EXACT
from kadocs.findings import Fault, Text
from kadocs.model.noun import Noun

LARGEST = Decimal(10) ** 12
"""A line of a trillion is a slip of the key; and a thousand such lines can still be written in 大写."""

Row = TypeVar("Row", bound=Noun)

_CENT = Decimal("0.01")


def priced(rows: tuple[Row, ...], base: Callable[[str], Money]) -> tuple[Row, ...]:
    """The rows, each amount with the currency and tax mode of `base(field)` where it names none of its own.

    Raises `ValidationError` with each amount that names another, at its row and field.
    """
    wrong: list[InitErrorDetails] = []
    done: list[Row] = []
    for index, row in enumerate(rows):
        amounts: dict[str, Money] = {}
        for name, value in vars(row).items():
            if isinstance(value, Money):
                try:
                    amounts[name] = _bounded(value + base(name))
                except Fault as fault:
                    wrong.append(told(fault, (index, type(row).model_fields[name].alias or name), value))
        done.append(row.model_copy(update=amounts))
    if wrong:
        raise ValidationError.from_exception_data("amounts", wrong)
    return tuple(done)


def in_currency(section: Row, currency: str) -> Row:
    """The section with `currency` at each amount, at any depth, that names none of its own.

    Raises `ValidationError` with each amount in another currency, or beyond reason, at its path.
    """
    wrong: list[InitErrorDetails] = []
    done = _stamped(section, Money(Decimal(0), currency), (), wrong)
    if wrong:
        raise ValidationError.from_exception_data("amounts", wrong)
    return done


def part(amount: Money | None, numerator: Decimal | None, denominator: Decimal) -> Money | None:
    """`amount` × numerator / denominator, rounded half up to the cent; None where it cannot be known."""
    if amount is None or numerator is None or not denominator:
        return None
    exact = EXACT.divide(EXACT.multiply(amount.amount, numerator), denominator)
    return replace(amount, amount=exact.quantize(_CENT, context=EXACT) + 0)


def told(fault: Fault, path: tuple[int | str, ...], value: object) -> InitErrorDetails:
    """A fault as an error at a path below the field that is being validated."""
    return InitErrorDetails(type="value_error", loc=path, input=value, ctx={"error": fault})


def _stamped(noun: Row, zero: Money, path: tuple[int | str, ...], wrong: list[InitErrorDetails]) -> Row:
    changed: dict[str, object] = {}
    for name, value in noun:
        here = (*path, type(noun).model_fields[name].alias or name)
        if isinstance(value, Money):
            try:
                changed[name] = _bounded(value + zero)
            except Fault as fault:
                wrong.append(told(fault, here, value))
        elif isinstance(value, Noun):
            changed[name] = _stamped(value, zero, here, wrong)
        elif isinstance(value, tuple) and value and isinstance(value[0], Noun):
            changed[name] = tuple(_stamped(row, zero, (*here, i), wrong) for i, row in enumerate(value))
    return noun.model_copy(update=changed) if changed else noun


def _bounded(money: Money) -> Money:
    if abs(money.amount) >= LARGEST:
        raise Fault(
            Text("金额 {n} 大得不合理", "the amount {n} is unreasonably large").fill(n=f"{money.amount:,f}"),
            Text("请检查位数和单位（元、万元）", "Check the number of digits, and the unit"),
        )
    return money
