"""Dates: what people type, as a calendar day, and back as Chinese and English text."""

from __future__ import annotations

import re
from datetime import date, datetime

from kadocs.figures.text import is_placeholder, quoted, tidy
from kadocs.findings import Fault, Text

_YEAR = "January February March April May June July August September October November December"
_MONTHS = _YEAR.split()
_MONTH = "(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + ")"
_CALENDAR = "〇一二三四五六七八九"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        r"(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?:[T ]0?0:00(?::00(?:\.0+)?)?)?",
        r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号]",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        rf"(?P<d>\d{{1,2}}) {_MONTH},? (?P<y>\d{{4}})",
        rf"{_MONTH} (?P<d>\d{{1,2}}),? (?P<y>\d{{4}})",
    )
)
_HOW = Text("请写成 2026-03-05 的样子", "write it like 2026-03-05")

# What a text that is no date looks like, and what to say about it; the first that fits speaks.
_COMPLAINTS = (
    (r"\d{1,2}\s*(?:月\s*\d{1,2}\s*[日号]?|[-/.]\s*\d{1,2})", Text("{value}没有年份", "{value} has no year")),
    (
        r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}",
        Text("{value}分不清日和月的先后", "{value} does not say which is the day and which the month"),
    ),
    (
        r"\d{2}\s*(?P<sep>[-/.年])\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?",
        Text("{value}的年份不是四位", "the year of {value} has not four digits"),
    ),
    (
        r"\d{4}\s*[-/.年]\s*\d{1,2}\s*月?[初中底末]?|\d{4}\d{2}",
        Text("{value}没有写到日", "{value} has no day"),
    ),
    (r"长期|永久|无固定期限", Text("{value}不是某一天", "{value} is not a day")),
)


def parse(value: object) -> date:
    """The day that `value` means: date, datetime, or text.

    Text may be 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, 5 March 2026 or March 5, 2026, in
    full width too. Raises Fault where the year or the day is missing, where day and month could be
    exchanged, and for days that do not exist or lie outside 1900 to 2199.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise _not_text(value)
    text = tidy(value)
    match = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    if not match:
        raise _not_a_date(value, text)
    return _day(value, match)


def shown(day: date, language: str) -> str:
    """`day` in running text: 2026年3月5日 in zh (GB/T 9704: no leading zeros), else 5 March 2026."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def capital(day: date) -> str:
    """`day` in Chinese numerals: 二〇二六年三月五日, with 〇 (U+3007) for zero."""
    year = "".join(_CALENDAR[int(digit)] for digit in f"{day.year:04d}")
    return f"{year}年{_numeral(day.month)}月{_numeral(day.day)}日"


def _numeral(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = ("" if tens == 1 else _CALENDAR[tens]) + "十" if tens else ""
    return head + (_CALENDAR[ones] if ones else "")


def _day(value: str, match: re.Match[str]) -> date:
    parts = match.groupdict()
    month = parts.get("m") or _month(parts["month"])
    try:
        day = date(int(parts["y"]), int(month), int(parts["d"]))
    except ValueError:
        raise Fault(
            Text("{value}这一天不存在", "there is no such day as {value}").fill(value=quoted(value)), _HOW
        ) from None
    if not 1900 <= day.year < 2200:
        raise Fault(
            Text("{value}的年份不合理", "the year of {value} cannot be right").fill(value=quoted(value)),
            Text("年份须在 1900 到 2199 之间", "the year must lie between 1900 and 2199"),
        )
    return day


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month[:3].lower() == name[:3].lower())


def _not_a_date(value: str, text: str) -> Fault:
    if not text:
        return _empty()
    if is_placeholder(text):
        return Fault(
            Text(
                "{value}表示还没有值，这里需要日期", "a date is expected; {value} says that there is none yet"
            ).fill(value=quoted(value)),
            Text("还不知道就留空", "leave it empty until it is known"),
        )
    said = (complaint for form, complaint in _COMPLAINTS if re.fullmatch(form, text, re.ASCII))
    complaint = next(said, Text("{value}不是日期", "{value} is not a date"))
    return Fault(complaint.fill(value=quoted(value)), _HOW)


def _not_text(value: object) -> Fault:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Fault(
            Text("{value} 是数字，不是日期", "{value} is a number, not a date").fill(value=value),
            Text(
                "请把单元格设为日期格式，或写成 2026-03-05",
                "format the cell as a date, or write 2026-03-05 as text",
            ),
        )
    if value is None:
        return _empty()
    return Fault(
        Text("这里需要日期，得到的是 {kind}", "a date is expected, not {kind}").fill(
            kind=type(value).__name__
        ),
        _HOW,
    )


def _empty() -> Fault:
    return Fault(Text("这里是空的，需要日期", "a date is expected, this is empty"), _HOW)
