"""Moments: a day and a time of day as people type them, always in a time zone, and back as text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from kadocs.figures import dates
from kadocs.figures.text import LONGEST, is_placeholder, quoted, tidy
from kadocs.findings import Fault, Text

CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The zone of times that name none. China has kept it without summer time since 1991."""

_ZONE = r"(?P<zone>北京时间|beijing time|(?:utc|gmt)?\s*[+-]\d{1,2}(?::?\d{2})?|utc|gmt|z)"
_FORM = re.compile(
    r"(?:\(?北京时间\)?\s*)?"
    r"(?P<day>.*?[\d日号])(?:\s*,?\s+(?:at\s+)?|T|(?<=[日号]))"
    r"(?P<half>[上下]午)?\s*(?P<hour>\d{1,2})"
    r"(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?|\s*[时点]\s*(?:(?P<minutes>\d{1,2})\s*分?|整)?)"
    rf"\s*(?P<noon>[ap]m)?\s*\(?{_ZONE}?\)?",
    re.IGNORECASE | re.ASCII,
)
_HOW = Text("请写成 2026-05-08 09:30 的样子", "write it like 2026-05-08 09:30")


def parse(value: object) -> datetime:
    """The moment that `value` means, in its zone, or in China's where it names none: datetime or text.

    Text is a day as `dates.parse` reads it, then a time: 2026-05-08 09:30, 2026年5月8日9时30分,
    2026年5月8日下午2点（北京时间）, 2026-05-08T09:30:00+08:00, 8 May 2026, 9:30 am. 24:00 ends the day.
    Raises Fault where the time is missing, and for days and times that do not exist.
    """
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=CHINA)
    if not isinstance(value, str):
        raise _no_time(value) if isinstance(value, date) else _not_text(value)
    text = tidy(value)
    match = _FORM.fullmatch(text) if len(text) <= LONGEST else None
    if not match:
        raise _not_a_moment(value, text)
    day, zone = dates.parse(match["day"]), _zone(value, match["zone"])
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    return midnight + _time(value, match)


def shown(moment: datetime, language: str) -> str:
    """`moment` in running text: 2026年5月8日9:30 in zh, else 8 May 2026, 09:30; another zone is named."""
    seconds = f":{moment.second:02d}" if moment.second else ""
    day, minutes = dates.shown(moment.date(), language), f"{moment.minute:02d}{seconds}"
    if language == "zh":
        return f"{day}{moment.hour}:{minutes}{_named(moment, '（{}）')}"
    return f"{day}, {moment.hour:02d}:{minutes}{_named(moment, ' ({})')}"


def _named(moment: datetime, form: str) -> str:
    """The zone, where it is another than China's."""
    offset = moment.utcoffset()
    if offset is None or offset == CHINA.utcoffset(None):
        return ""
    sign, size = ("-", -offset) if offset < timedelta() else ("+", offset)
    hours, minutes = divmod(int(size.total_seconds()) // 60, 60)
    return form.format(f"UTC{sign}{hours}" + (f":{minutes:02d}" if minutes else ""))


def _time(value: str, match: re.Match[str]) -> timedelta:
    hour, minute = int(match["hour"]), int(match["minute"] or match["minutes"] or 0)
    second = int(match["second"] or 0)
    noon = {"上午": "am", "下午": "pm"}.get(match["half"] or "", (match["noon"] or "").lower())
    if noon == "am" and hour == 12 and not match["half"]:
        hour = 0
    elif noon == "pm" and hour < 12:
        hour += 12
    too_late = hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second))
    if too_late or (noon == "am" and hour >= 12):
        raise Fault(
            Text("{value}这个时刻不存在", "there is no such time as {value}").fill(value=quoted(value)), _HOW
        )
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _zone(value: str, said: str | None) -> timezone:
    numbers = re.fullmatch(r"\D*?([+-])(\d{1,2}):?(\d{2})?", said or "", re.ASCII)
    if numbers is None:
        return UTC if said and said.lower() in ("utc", "gmt", "z") else CHINA
    sign, hours, minutes = numbers.groups(default="0")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    if offset > timedelta(hours=14):
        raise Fault(
            Text("{value}的时区不存在", "there is no such time zone as in {value}").fill(value=quoted(value)),
            Text("请写成 +08:00 的样子", "write it like +08:00"),
        )
    offset = -offset if sign == "-" else offset
    return CHINA if offset == CHINA.utcoffset(None) else timezone(offset)


def _not_a_moment(value: str, text: str) -> Fault:
    if is_placeholder(text):
        return Fault(
            Text(
                "{value}表示还没有值，这里需要日期和时刻",
                "a date and a time are expected; {value} says that there is none yet",
            ).fill(value=quoted(value)),
            Text("还不知道就留空", "leave it empty until it is known"),
        )
    if not text:
        return Fault(
            Text("这里是空的，需要日期和时刻", "a date and a time are expected, this is empty"), _HOW
        )
    try:
        dates.parse(value)
    except Fault:
        message = Text("{value}不是日期加时刻", "{value} is not a date with a time")
        return Fault(message.fill(value=quoted(value)), _HOW)
    return _no_time(value)


def _no_time(value: object) -> Fault:
    return Fault(
        Text("{value}没有写几点几分", "{value} does not say at what time").fill(value=quoted(value)), _HOW
    )


def _not_text(value: object) -> Fault:
    return Fault(
        Text("这里需要日期和时刻，得到的是 {kind}", "a date and a time are expected, not {kind}").fill(
            kind=type(value).__name__
        ),
        _HOW,
    )
