"""The types that fields are made of: how a text of a workbook or YAML file becomes a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, cast

from pydantic import AfterValidator, BeforeValidator, PlainValidator, WithJsonSchema

from kadocs.figures import currencies, dates, id_card, moments, money, numbers, uscc
from kadocs.findings import Fault, Text
from kadocs.model import scales
from kadocs.model.noun import COPIES, DAYS, HOURS, MEGABYTES, MINUTES, MONTHS, PEOPLE, PERCENT, POINTS, YEARS

BULLET = "•"
"""What begins each entry of a list in one text that may hold line breaks, or what would part the list."""

SCANS_APART = "；"
"""What parts the files of one field for scans."""

_PASSPORT = re.compile("[A-Za-z]{1,2}[0-9]{6,9}", re.ASCII)
_BLANKS = " \t\n\u3000\xa0"


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip(_BLANKS)
    raise Fault(
        Text("这里应填文字", "a text is wanted here"), Text("请写成一段文字", "Write it as plain text")
    )


_MONTH = re.compile(r"([12][0-9]{3})\s*[-/.年]\s*(0?[1-9]|1[0-2])\s*月?")

_FLAGS = {
    **dict.fromkeys(("true", "yes", "y", "1", "是", "有", "√", "✓", "☑", "需要", "★"), True),
    **dict.fromkeys(("false", "no", "n", "0", "否", "无", "×", "☐", "不需要"), False),
}


def flag(value: object) -> bool:
    """Whether `value` says yes: 是, yes, ✓ and the like. Raises `Fault` if it says neither yes nor no."""
    known = _FLAGS.get(str(value).strip().casefold())
    if known is None:
        raise Fault(
            Text("“{v}”既不是“是”也不是“否”", "“{v}” is neither yes nor no").fill(v=value),
            Text("请填“是”或“否”", "Write yes or no"),
        )
    return known


def _day(value: object) -> date:
    return value.date() if isinstance(value, datetime) else dates.parse(value)


def _tax(rate: Decimal) -> Decimal:
    if not 0 <= rate < 1:
        raise Fault(
            Text("{r} 不是税率", "{r} is no tax rate").fill(r=numbers.percent(rate)),
            Text("请填 0% 到 100% 之间的税率，例如 13%", "Write a rate from 0% to below 100%, such as 13%"),
        )
    return rate


def _identity(text: str) -> str:
    """The number of an identity card, or of a passport, which no card's resembles."""
    return text.upper() if _PASSPORT.fullmatch(text) else id_card.parse(text)


def _month(value: object) -> str:
    """The month that a text or a day says, as 2026-03."""
    found = _MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
    if found:
        return f"{found[1]}-{int(found[2]):02d}"
    try:
        return _day(value).isoformat()[:7]
    except Fault:
        raise Fault(
            Text("“{v}”不是年月", "“{v}” is not a month of a year").fill(v=value),
            Text("请写成 2026-03 的样子", "Write it like 2026-03"),
        ) from None


@dataclass(frozen=True)
class Within(PlainValidator):
    """Reads a number from `low` to `high`, and says so to those who ask for one."""

    low: int = 0
    high: int = 0


def _between(low: int, high: int, words: Mapping[str, int] | None = None) -> Any:
    return Within(scales.reader(low, high, words), int, low, high)


def _measured(unit: Text, names: str, most: int, *, whole: bool = True) -> Any:
    """Reads a number of `unit`s, with the unit behind it or not: 90, "90天", "90 days"."""
    known = frozenset(names.split())

    def read(value: object) -> int | Decimal:
        number, said = numbers.parse_with_unit(value)
        if said and said.casefold() not in known:
            raise Fault(
                Text("“{v}”的单位是“{s}”", "“{v}” has the unit “{s}”").fill(v=value, s=said),
                Text("这里按“{u}”计，请换算后填写", "Convert it to {u}, and write the number").fill(u=unit),
            )
        if not 0 <= number <= most:
            raise Fault(
                Text("{v} 超出范围", "{v} is out of range").fill(v=number),
                Text("请填 0 到 {m} 之间的数", "Write a number from 0 to {m}").fill(m=most),
            )
        if whole and unit is PERCENT and not said and 0 < number < 1:
            raise Fault(
                Text("“{v}”作为百分比含义不明", "“{v}” is not clear as a percentage").fill(v=number),
                Text("请写成百分数，例如 50%", "Write it as a percentage, for example 50%"),
            )
        return scales.whole(number) if whole else number

    return Within(read, str, 0, most)


def _scans(value: object) -> str:
    """The paths of scanned papers, as they are written: with / and without what says “here” before them."""
    return SCANS_APART.join(paths(_text(value)))


def paths(text: str) -> tuple[str, ...]:
    """The paths of the files that a field for scans names."""
    parts = re.split(r"[；;\n]", text.replace("\\", "/"))
    return tuple(path for part in parts if (path := part.strip(_BLANKS).removeprefix("./")))


def entries(text: str, marks: str) -> tuple[str, ...]:
    """The entries of a list in one text: by its bullets, else by line, else at the first of `marks` in it.

    An entry that a bullet begins may have further lines, indented or not.
    """
    whole = _text(text)
    if whole.startswith(BULLET):
        return unbulleted(part.replace("\n  ", "\n") for part in f"\n{whole}".split(f"\n{BULLET}"))
    return unbulleted(whole.split(next((mark for mark in "\n" + marks if mark in whole), "\n")))


def unbulleted(texts: Iterable[str]) -> tuple[str, ...]:
    """The entries of a list without the bullets before them; those in which nothing stands are left out."""
    bare = (_text(text).lstrip(BULLET + _BLANKS) for text in texts)
    return tuple(text for text in bare if text)


def _splitter(marks: str) -> Any:
    def split(value: object) -> object:
        if isinstance(value, str):
            return entries(value, marks)
        listed = isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)
        return unbulleted(cast(Iterable[str], value)) if listed else value

    return BeforeValidator(split)


class Kind(Enum):
    """What a field's text means, for those who write or read cells."""

    TEXT = "text"
    LINES = "lines"
    NAMES = "names"
    NUMBER = "number"
    PERCENT = "percent"
    COUNT = "count"
    FLAG = "flag"
    DAY = "day"
    MOMENT = "moment"
    AMOUNT = "amount"
    CHOICE = "choice"
    SCAN = "scan"
    PICTURE = "picture"


String = Annotated[str, BeforeValidator(_text), Kind.TEXT]
Words = Annotated[Text, Kind.TEXT]
Scans = Annotated[str, BeforeValidator(_scans), Kind.SCAN]
PicturePath = Annotated[str, BeforeValidator(_text), Kind.PICTURE]
Currency = Annotated[str, PlainValidator(currencies.parse, json_schema_input_type=str), Kind.TEXT]
Uscc = Annotated[String, AfterValidator(uscc.parse), Kind.TEXT]
IdNumber = Annotated[String, AfterValidator(_identity), Kind.TEXT]
MARKS = {Kind.LINES: "；;", Kind.NAMES: "；;、，,"}
"""What parts the entries of a list that stands on one line."""

Lines = Annotated[tuple[String, ...], _splitter(MARKS[Kind.LINES]), Kind.LINES]
Names = Annotated[tuple[String, ...], _splitter(MARKS[Kind.NAMES]), Kind.NAMES]
Number = Annotated[Decimal, PlainValidator(numbers.parse, json_schema_input_type=str), Kind.NUMBER]
Percent = Annotated[Decimal, PlainValidator(numbers.parse_percent, json_schema_input_type=str), Kind.PERCENT]
TaxRate = Annotated[Percent, AfterValidator(_tax)]
"""A rate that is not negative, and leaves something beside the tax."""
Count = Annotated[int, PlainValidator(scales.whole, json_schema_input_type=int), Kind.COUNT]
# A century of days: what is longer is a slip of the key, and would lead dates out of the calendar.
DayCount = Annotated[int, _measured(DAYS, "天 日 日历天 days day d", 36_500), Kind.COUNT]
MonthCount = Annotated[int, _measured(MONTHS, "个月 月 months month", 1_200), Kind.COUNT]
YearCount = Annotated[int, _measured(YEARS, "年 years year", 100), Kind.COUNT]
PeopleCount = Annotated[int, _measured(PEOPLE, "人 名 people persons person", 10**7), Kind.COUNT]
CopyCount = Annotated[int, _measured(COPIES, "份 套 copies copy", 1_000), Kind.COUNT]
MinuteCount = Annotated[int, _measured(MINUTES, "分钟 minutes minute min", 10_000), Kind.COUNT]
Points = Annotated[Decimal, _measured(POINTS, "分 points point", 1_000, whole=False), Kind.NUMBER]
Megabytes = Annotated[Decimal, _measured(MEGABYTES, "mb m 兆", 10**6, whole=False), Kind.NUMBER]
Hours = Annotated[Decimal, _measured(HOURS, "学时 课时 小时 hours hour h", 100_000, whole=False), Kind.NUMBER]
Months = Annotated[Decimal, _measured(MONTHS, "个月 月 months month", 1_200, whole=False), Kind.NUMBER]
Flag = Annotated[bool, PlainValidator(flag, json_schema_input_type=bool), Kind.FLAG]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"}), Kind.DAY]
Month = Annotated[str, PlainValidator(_month, json_schema_input_type=str), Kind.TEXT]
Moment = Annotated[
    datetime,
    PlainValidator(moments.parse),
    WithJsonSchema({"type": "string", "format": "date-time"}),
    Kind.MOMENT,
]
Amount = Annotated[money.Money, PlainValidator(money.Money.parse, json_schema_input_type=str), Kind.AMOUNT]
Scale5 = Annotated[int, _between(1, 5, scales.WEIGHTS), Kind.COUNT]
Access = Annotated[int, _between(0, 5, scales.CONTACT), Kind.COUNT]
Stance = Annotated[int, _between(-2, 2, scales.ATTITUDES), Kind.COUNT]
Score10 = Annotated[int, _between(0, 10), Kind.COUNT]
Score3 = Annotated[int, _between(0, 3, scales.EVIDENCE), Kind.COUNT]
Chance = Annotated[int, _measured(PERCENT, "%", 100), Kind.COUNT]
Weight = Annotated[Decimal, _measured(PERCENT, "%", 100, whole=False), Kind.NUMBER]
