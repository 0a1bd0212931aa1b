"""The amounts of a quotation's rows: in its currency, and of a size that money has."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import InitErrorDetails

from kadocs.figures.money import Money
from kadocs.findings import Fault, Text
from kadocs.model.noun import Noun

LARGEST = Decimal(10) ** 12
"""A line of a trillion is a slip of the key; and a thousand such lines can still be written in 大写."""

Row = TypeVar("Row", bound=Noun)


def priced(rows: tuple[Row, ...], base: Callable[[str], Money]) -> tuple[Row, ...]:
    """The rows, each amount with the currency and tax mode of `base(field)` where it names none of its own.

    Raises `ValidationError` with each amount that names another, at its row and field.
    """
    wrong: list[InitErrorDetails] = []
    done: list[Row] = []
    for index, row in enumerate(rows):
        amounts: dict[str, Money] = {}
        for name, value in row:
            if isinstance(value, Money):
                try:
                    amounts[name] = _bounded(value + base(name))
                except Fault as fault:
                    wrong.append(told(fault, (index, type(row).model_fields[name].alias or name), value))
        done.append(row.model_copy(update=amounts))
    if wrong:
        raise ValidationError.from_exception_data("amounts", wrong)
    return tuple(done)


def told(fault: Fault, path: tuple[int | str, ...], value: object) -> InitErrorDetails:
    """A fault as an error at a path below the field that is being validated."""
    return InitErrorDetails(type="value_error", loc=path, input=value, ctx={"error": fault})


def _bounded(money: Money) -> Money:
    if abs(money.amount) >= LARGEST:
        raise Fault(
            Text("金额 {n} 大得不合理", "the amount {n} is unreasonably large").fill(n=f"{money.amount:,f}"),
            Text("请检查位数和单位（元、万元）", "Check the number of digits, and the unit"),
        )
    return money
