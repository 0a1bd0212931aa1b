"""A value of the tree → what its cell holds, in a form that reads the same again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kadocs.figures import dates, numbers
from kadocs.figures.money import Money
from kadocs.findings import Fault, Place, Text, refuse
from kadocs.model import Field
from kadocs.model.types import BULLET, MARKS, Kind, entries, flag
from kadocs.sources.excel.context import without_bullets
from kadocs.sources.listed import listed
from kadocs.sources.spelling import escaped
from kadocs.tree.node import Mapping, Node, Scalar, plain

MOST_CHARACTERS = 32_767
"""What a cell of Excel holds."""

YES, NO = Text("是", "Yes"), Text("否", "No")

FORMATS = {
    Kind.NUMBER: "General",
    Kind.COUNT: "0",
    Kind.PERCENT: "0.00%",
    Kind.AMOUNT: "#,##0.00",
    Kind.DAY: "yyyy-mm-dd",
}
"""The number formats of the kinds; all others are text, so that leading zeros and long numbers stay."""

AS_TEXT = "@"

_COMMA = Text("、", ", ")
_MOST_DIGITS = 15  # beyond them Excel writes zeros
_LARGEST = Decimal(10) ** _MOST_DIGITS
_SURE = date(1900, 3, 1)  # Excel takes 1900 for a leap year; programs differ in the days before
_LONG = Text("文字有 {n} 个字，单元格最多放 {most} 个", "the text has {n} characters; a cell takes {most}")
_LONG_HINT = Text("请缩短，或把内容留在 YAML 里", "Shorten it, or keep it in YAML")


class Cell(NamedTuple):
    """What a cell holds, and its number format."""

    value: str | Decimal | date
    format: str


def cell(node: Node, field: Field, language: str) -> Cell | None:
    """The cell for a value of `field`, or None where there is none.

    Raises `Refused` for a text that is too long for a cell.
    """
    found = _cell(node, field, language)
    if found and isinstance(found.value, str):
        text = escaped(found.value)
        if len(text) > MOST_CHARACTERS:
            message = _LONG.fill(n=len(text), most=MOST_CHARACTERS)
            raise refuse("OUT030", node.place, message, _LONG_HINT)
        return Cell(text, found.format)
    return found


def example(text: str, field: Field, language: str) -> Cell | None:
    """The cell for an example of `field`."""
    return cell(Scalar(text, Place("")), field, language)


def joined(items: Iterable[str], kind: Kind, language: str) -> str:
    """The entries of a list as one text that reads as the same entries."""
    parts = tuple(items)
    short = [_COMMA.in_(language).join(parts)] if kind is Kind.NAMES else []
    for text in (*short, "\n".join(parts)):
        if entries(without_bullets(text), MARKS[kind]) == parts and not text.startswith(BULLET):
            return text
    return "\n".join(map(_bulleted, parts))


def _bulleted(entry: str) -> str:
    return f"{BULLET} " + entry.replace("\n", "\n  ")


def _cell(node: Node, field: Field, language: str) -> Cell | None:
    if field.kind in MARKS:
        assert field.kind is not None
        text = joined(listed(node, field.kind), field.kind, language)
        return Cell(text, AS_TEXT) if text else None
    if isinstance(node, Mapping):
        return _money(node)
    said = plain(node)
    return _single(str(said), field, language) if said is not None else None


def _money(node: Mapping) -> Cell:
    """An amount that YAML gives with its currency and tax apart."""
    return Cell(Money.parse(plain(node)).written(), AS_TEXT)


def _single(text: str, field: Field, language: str) -> Cell:
    kind = field.kind or Kind.TEXT
    if field.choice:
        return Cell(field.choice.read(text).label.in_(language), AS_TEXT)
    if kind is Kind.FLAG:
        return Cell((YES if flag(text) else NO).in_(language), AS_TEXT)
    if kind is Kind.DAY:
        return _day(text)
    number = _number(text, field) if kind in FORMATS else None
    return Cell(text, AS_TEXT) if number is None else Cell(number, FORMATS[kind])


def _day(text: str) -> Cell:
    """The day, or the text where a certificate is valid without end."""
    try:
        day = dates.parse(text)
    except Fault:
        return Cell(text, AS_TEXT)
    return Cell(day, FORMATS[Kind.DAY]) if day >= _SURE else Cell(day.isoformat(), AS_TEXT)


def _number(text: str, field: Field) -> Decimal | None:
    """The number that a text is, where a cell can hold it and its heading says the unit."""
    try:
        if field.kind is Kind.PERCENT:
            return _held(numbers.parse_percent(text))
        number, unit = numbers.parse_with_unit(text)
    except Fault:  # money with its currency, which stays as it is written
        return None
    return _held(number) if unit in ("", *field.mark.unit) else None


def _held(number: Decimal) -> Decimal | None:
    digits = number.as_tuple()
    return number if len(digits.digits) <= _MOST_DIGITS and abs(number) < _LARGEST else None
