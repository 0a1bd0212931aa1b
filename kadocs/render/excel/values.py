"""How a value stands in a cell: as a number, a date, a truth value or a text, never as a formula."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import NamedTuple

from kadocs.figures.money import Money
from kadocs.findings import Fault, Text
from kadocs.render import values
from kadocs.render.excel.names import LONGEST_TEXT

_MOST_DIGITS = 15
"""The digits that Excel keeps of a number."""

_DAY = 86_400
_DATE, _TIME, _MOMENT = 14, 21, 22
_FIRST = date(1900, 3, 1)  # the days before have numbers on which programs do not agree
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


class Stored(NamedTuple):
    """A value as a cell holds it: its type, as in the file, and what is written.

    `format` is the number of the format that a day, a moment or a time needs to be seen as such.
    """

    type: str
    text: str
    format: int = 0


def stored(value: object, language: str, *, since_1904: bool) -> Stored:
    """A value as a cell holds it; days are counted from 1904 in workbooks that say so.

    A number with more digits than Excel keeps is a text, so that none is lost. Raises Fault for what has no
    sensible form, such as a list, or for a text that no cell can hold.
    """
    if isinstance(value, bool):
        return Stored("b", str(int(value)))
    if isinstance(value, Money):
        return _number(value.amount)
    if isinstance(value, int | Decimal | float) and not isinstance(value, str):
        return _number(Decimal(repr(value)) if isinstance(value, float) else Decimal(value))
    if isinstance(value, date | time):
        dated = _day(value, since_1904=since_1904)
        if dated is not None:
            return dated
    text = values.shown(value, language) if not isinstance(value, time) else value.isoformat()
    if len(text) > LONGEST_TEXT:
        raise too_long(len(text))
    return Stored("s", text)


def _number(value: Decimal) -> Stored:
    if not value.is_finite():
        raise Fault(
            Text(f"“{value}”不是数字", f'"{value}" is no number'),
            Text("请检查算式。", "Check the calculation."),
        )
    plain = f"{value:f}"
    digits = len(value.normalize().as_tuple().digits) if value else 1
    return Stored("n", plain) if digits <= _MOST_DIGITS else Stored("s", plain)


def _day(value: date | time, *, since_1904: bool) -> Stored | None:
    """A day, a moment or a time of day as its serial number; None before a workbook's first day."""
    clock = value.time() if isinstance(value, datetime) else value if isinstance(value, time) else time()
    seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
    fraction = (
        (Decimal(seconds) / _DAY).quantize(Decimal("0.0000000001")).normalize() if seconds else Decimal(0)
    )
    if isinstance(value, time):
        return Stored("n", f"{fraction:f}", _TIME)
    day = value.date() if isinstance(value, datetime) else value
    if day < (_EPOCHS[True] if since_1904 else _FIRST):
        return None
    number = (day - _EPOCHS[since_1904]).days + fraction
    return Stored("n", f"{number:f}", _MOMENT if fraction else _DATE)


def too_long(length: int) -> Fault:
    """The fault of a text that no cell can hold."""
    return Fault(
        Text(
            f"这段文字有 {length} 个字符，单元格最多 {LONGEST_TEXT} 个",
            f"this text has {length} characters; a cell holds {LONGEST_TEXT}",
        ),
        Text("请缩短它，或分到几个单元格。", "Shorten it, or divide it among several cells."),
    )
