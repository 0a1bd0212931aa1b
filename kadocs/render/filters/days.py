"""Filters that print dates and times. A value is a date, a date with a time, or its text."""

from __future__ import annotations

from kadocs.figures import dates, moments


def date(value: object, *, language: str) -> str:
    """`value` in running text: 2026年3月5日 in zh, 5 March 2026 in en; printed bare, a date is 2026-03-05."""
    return dates.shown(dates.parse(value), language)


def datetime(value: object, *, language: str) -> str:
    """`value` with its time: 2026年3月5日9:30 in zh, 5 March 2026, 09:30 in en; without, Fault."""
    return moments.shown(moments.parse(value), language)


def cn_date(value: object) -> str:
    """`value` in Chinese numerals: 二〇二六年三月五日."""
    return dates.capital(dates.parse(value))
