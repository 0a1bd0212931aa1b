"""Cell values → the text that the model reads, as the field and the cell's format mean it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from kadocs.figures import dates, moments, numbers
from kadocs.figures.money import Money
from kadocs.findings import Fault, Text
from kadocs.model.choice import Choice
from kadocs.model.schema import Field
from kadocs.model.types import Kind
from kadocs.sources.excel.headings import Unit
from kadocs.sources.excel.scan import Format
from kadocs.sources.excel.workbook import Value

_EXACT = 1e15
_FIRST_DAY, _LAST_DAY = 20_000, 110_000  # serial numbers of 1954 and 2201
_LEAP_1900 = 366 + 1096  # days from the first day of 1900 to that of 1904, as Excel counts them
_DIGITS = ".15g"  # those that Excel keeps; further ones are the dust of sums
_MEASURED = (Kind.NUMBER, Kind.COUNT)
_DATED = (Kind.DAY, Kind.MOMENT)
_WORDS = (Kind.TEXT, Kind.LINES, Kind.NAMES)
_BLANKS = " \t\n\u3000\u00a0"
_NOTHING = frozenset(("-", "--", "---", "—", "——", "–", "－", "/", "／", "\\", "N/A", "n/a", "NA"))
"""What people write where there is no number or date, which is not the same as not knowing it yet (待定)."""

_SHORTENED = re.compile(r"[1-9](?:\.[0-9]+)?E\+[0-9]{2}")
_READERS: dict[Kind, Callable[[object], object]] = {
    Kind.PERCENT: numbers.parse_percent,
    Kind.DAY: dates.parse,
    Kind.MOMENT: moments.parse,
}

_LONG = Text(
    "{value} 是超过 15 位的数字，末尾几位已经丢失",
    "{value} is a number of more than 15 digits; the last are lost",
)
_LONG_HINT = Text(
    "请把单元格设为“文本”格式，再重新输入这个编号", "Format the cell as text, then type the number again"
)


def shown(value: Value, form: Format | None = None) -> str:
    """The value as text: numbers shortest (13 as a percentage "13%"), dates ISO, booleans 是 and 否.

    Raises `Fault` for a number of more than 15 digits.
    """
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("_x000D_", "").strip(_BLANKS)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (int, float)):
        return _number(float(value), form)
    return _moment(value)


def heading(value: Value) -> str:
    """The value as a heading or label reads; a number may be one too, whatever its length."""
    return shown(value) if isinstance(value, str) else str(value)


def read(value: Value, form: Format | None, field: Field, unit: Unit, from_1904: bool = False) -> str:
    """The value as a text that `field` reads: what the heading's unit and the cell's format say is in it.

    A dash or the like in place of a number, date or choice gives "". Raises `Fault` as `shown` does, and
    for a number that was saved as 1.1E+17.
    """
    kind = field.kind
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if number and kind in _DATED:
        return _serial(float(str(value)), from_1904, kind is Kind.MOMENT)
    if number and kind is Kind.AMOUNT:
        return unit.money(shown(value))
    if number and kind is Kind.PERCENT:
        return shown(value) + "%" if unit.percent and not form else shown(value, form)
    text = shown(value, form)
    if kind in _WORDS:
        if _SHORTENED.fullmatch(text):
            raise Fault(_LONG.fill(value=text), _LONG_HINT)
        return text
    if text in _NOTHING and not (field.choice and _names(field.choice, text)):
        return ""
    if not text[-1:].isdigit():
        return text
    return unit.money(text) if kind is Kind.AMOUNT else text + "%" * (unit.percent and kind is Kind.PERCENT)


def quick(field: Field, unit: Unit) -> Callable[[Value], str | None]:
    """A function that gives what `read` gives for a cell without a format, or None where that takes thought.

    Tables of many thousand rows are read with it.
    """
    texts = field.kind not in (Kind.AMOUNT, Kind.LINES) and not unit.percent
    words = field.kind in _WORDS
    numbers_too = field.kind not in _DATED and not unit.percent
    before, after = unit.money("#").split("#") if field.kind is Kind.AMOUNT else ("", "")

    def easy(value: Value) -> str | None:
        if type(value) is str:
            if (
                not texts or not value.isprintable() or value.strip() != value
            ):  # of blanks only " " is printable
                return None
            return value if ("E+" not in value if words else value not in _NOTHING) else None
        if type(value) is not float or not numbers_too:
            return None
        if value.is_integer() and -_EXACT < value < _EXACT:
            return f"{before}{int(value)}{after}"
        text = format(value, _DIGITS)
        return None if "e" in text else before + text + after

    return easy


def _names(choice: type[Choice], text: str) -> bool:
    return any(text in (member.zh, member.en, *member.names) for member in choice)


def parted(text: str) -> tuple[str, str]:
    """The number and the unit of "2台"; the text and no unit where it is no number with a unit."""
    try:
        number, unit = numbers.parse_with_unit(text)
    except Fault:
        return text, ""
    return format(number, "f"), unit


def same(one: str, other: str, field: Field) -> bool:
    """Whether two texts give `field` one value: "2300万元" and "23000000", "13%" and "0.13"."""
    if one.split() == other.split():
        return True
    try:
        return _agree(one, other, field)
    except Fault:
        return False


def _agree(one: str, other: str, field: Field) -> bool:
    if field.choice:
        return field.choice.read(one) is field.choice.read(other)
    if field.kind in _MEASURED:
        (number, unit), (another, its) = numbers.parse_with_unit(one), numbers.parse_with_unit(other)
        return number == another and (unit == its or "" in (unit, its))
    if field.kind is Kind.AMOUNT:
        return not (Money.parse(one) - Money.parse(other)).amount
    reader = _READERS.get(field.kind) if field.kind else None
    return reader is not None and reader(one) == reader(other)


def _number(value: float, form: Format | None) -> str:
    if abs(value) >= _EXACT:
        raise Fault(_LONG.fill(value=format(Decimal(value), "f")[:24]), _LONG_HINT)
    exact = Decimal(format(value, _DIGITS))
    if form and form.percent:
        return numbers.grouped(exact * 100).replace(",", "") + "%"
    text = format(numbers.tidied(exact), "f")
    return _padded(text, form) if form else text


def _padded(text: str, form: Format) -> str:
    """The number with the zeros that its format shows (a postcode, version 1.0); no digit is cut off."""
    sign, digits = text[: text.startswith("-")], text.removeprefix("-")
    whole, _, places = digits.partition(".")
    places = places.ljust(form.places, "0")
    return sign + whole.rjust(form.whole, "0") + ("." + places if places else "")


def _moment(value: Value) -> str:
    if isinstance(value, datetime):
        exact = (value + timedelta(seconds=0.5)).replace(microsecond=0)  # Excel keeps fractions of days
        if exact.time() == time():
            return exact.date().isoformat()
        return exact.isoformat(" ", "seconds" if exact.second else "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def _serial(value: float, from_1904: bool, with_time: bool) -> str:
    """A day or moment that lost its date format; other numbers (20260305) stay as they are."""
    if not _FIRST_DAY <= value <= _LAST_DAY or (value != int(value) and not with_time):
        return shown(value)
    days = value + (_LEAP_1900 if from_1904 else 0)
    return _moment(datetime(1899, 12, 30) + timedelta(days))
