"""Months along an axis, as many as have room there."""

from __future__ import annotations

from datetime import date

from kadocs.findings import Text

MOST_MONTHS = 18


def month_of(day: date) -> int:
    """The month of a day, counted from year 0."""
    return day.year * 12 + day.month - 1


def month_in(text: str) -> int:
    """The month that a text such as 2026-03 says, counted from year 0."""
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def months(first: int, last: int) -> list[int]:
    """Each month from `first` to `last`; of a long time every second, third and so on, the last included."""
    step = (last - first) // MOST_MONTHS + 1
    return list(range(last, first - 1, -step))[::-1]


def named(month: int) -> Text:
    """A month as an axis says it: 2026-03."""
    name = f"{month // 12}-{month % 12 + 1:02d}"
    return Text(name, name)
