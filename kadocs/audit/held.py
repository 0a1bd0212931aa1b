"""All that a deal holds, each value with the lowest audience that may see it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from kadocs.audit.folding import bare
from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import Audience, Field, fields
from kadocs.model.noun import Noun
from kadocs.model.types import Kind

_KINDS = (Kind.TEXT, Kind.LINES, Kind.NAMES, Kind.NUMBER, Kind.PERCENT, Kind.AMOUNT, Kind.COUNT)
_UNWORKABLE = (ArithmeticError, ValueError)


class Held(NamedTuple):
    """A value of a deal: what it is called, its dotted name without rows, and who may see it.

    `bare` is a text as it is searched. `personal` is data that those outside see masked.
    """

    value: str | Decimal
    title: Text
    path: str
    audience: Audience
    personal: bool = False
    bare: str = ""


def held(noun: Noun) -> list[Held]:
    """Every text and number of a deal or an account, worked out or not; sums that cannot be are left out."""
    return list(_held(noun, Audience.PUBLIC, ""))


def _held(noun: Noun, above: Audience, path: str) -> Iterator[Held]:
    for field in _told(type(noun)):
        try:
            value = getattr(noun, field.name)
        except _UNWORKABLE:  # another rule tells of it
            continue
        if value is None or value == ():
            continue
        audience = max(above, field.mark.audience)
        here = f"{path}.{field.key}" if path else field.key
        for each in value if field.many else (value,):
            if isinstance(each, Noun):
                yield from _held(each, audience, here)
            else:
                yield from _plain(each, field, here, audience)


def _plain(value: Any, field: Field, path: str, audience: Audience) -> Iterator[Held]:
    if isinstance(value, Money):
        value = value.amount
    elif isinstance(value, int):
        value = Decimal(value)
    for each in (value.zh, value.en) if isinstance(value, Text) else (value,):
        if isinstance(each, str | Decimal):
            text = bare(each) if isinstance(each, str) else ""
            yield Held(each, field.mark.title, path, audience, field.mark.personal, text)


@cache
def _told(noun: type[Noun]) -> tuple[Field, ...]:
    """The fields of a noun that hold texts, numbers, or more nouns."""
    return tuple(field for field in fields(noun) if not field.stated and (field.noun or field.kind in _KINDS))
