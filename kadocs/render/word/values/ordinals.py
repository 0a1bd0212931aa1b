"""Dates and numbers as the numbers that a sheet of Excel counts in."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

_EPOCH, _FIRST_SOUND = date(1899, 12, 30), date(1900, 3, 1)


def ordinal(value: object) -> Decimal | None:
    """A number as it is, a date as the days that Excel counts; None for what is neither."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Decimal((value - _EPOCH).days) if value >= _FIRST_SOUND else None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return number if number.is_finite() and abs(number.adjusted()) < 300 else None
