"""A deal in which every field of every noun has a value, made from the model alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kadocs.model import Deal, Field, fields, inputs
from kadocs.model.negotiation import IssueStatus
from kadocs.model.noun import Noun
from kadocs.model.types import Kind

_TEXTS = ("甲", "乙", "CNY", "USD", "2026-05", "2026-06")
_NUMBERS = ("99999919780506001X", "999999198503150023")
_VALUES: dict[Kind, tuple[object, ...]] = {
    Kind.FLAG: ("是", "否"),
    Kind.DAY: ("2026-05-08", "2026-06-09"),
    Kind.MOMENT: ("2026-05-08 09:30", "2026-06-09 10:30"),
    Kind.AMOUNT: ("100", "200"),
    Kind.NUMBER: ("1", "2", "3"),
    Kind.PERCENT: ("100%", "50%", "20%"),
    Kind.COUNT: ("1", "2", "2026", "2025"),
}
_FIRST = {IssueStatus: IssueStatus.AGREED.code}
"""Choices for which something that is worked out would otherwise not be there."""

PHONE, OTHER_PHONE = "13812345678", "13998765432"


def values(field: Field) -> tuple[object, ...]:
    """What may be written for a field; not every value fits each."""
    if field.noun is not None:
        return ([raw(field.noun)] if field.many else raw(field.noun),)
    if field.choice is not None:
        first = _FIRST.get(field.choice, "")
        return tuple(sorted((choice.code for choice in field.choice), key=lambda code: code != first))
    if field.mark.personal:
        return (PHONE, OTHER_PHONE, *_NUMBERS)
    return _VALUES.get(field.kind, _TEXTS) if field.kind else _TEXTS


@cache
def fitting(noun: type[Noun], key: str) -> tuple[object, ...]:
    """The values of a field that its noun takes."""
    field = inputs(noun)[key]
    reader: TypeAdapter[Any] = TypeAdapter(noun.model_fields[field.name].rebuild_annotation())
    found = [value for value in values(field) if _reads(reader, value)]
    assert found, f"{noun.__name__}.{key}: the specimen has no value for it"
    return tuple(found)


def raw(noun: type[Noun]) -> dict[str, Any]:
    """Every field of a noun, as a file gives it; a total that may be stated is left to be worked out."""
    return {key: fitting(noun, key)[0] for key, field in inputs(noun).items() if not field.stated}


def deal() -> Deal:
    """The deal of these values."""
    return Deal.model_validate(raw(Deal))


def walk(noun: type[Noun], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], type[Noun], Field]]:
    """Each field below `noun`, computed ones too: its path, its noun, and itself."""
    for field in fields(noun):
        yield (*path, field.name), noun, field
        if field.noun is not None:
            yield from walk(field.noun, (*path, field.name))


def singles(noun: type[Noun], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], type[Noun]]]:
    """Each single value below `noun` that a file may give: its path, and its noun."""
    for key, field in inputs(noun).items():
        if field.noun is not None:
            yield from singles(field.noun, (*path, key))
        elif not field.stated:
            yield (*path, key), noun


def _reads(reader: TypeAdapter[Any], value: object) -> bool:
    try:
        reader.validate_python(value)
    except ValidationError:
        return False
    return True
