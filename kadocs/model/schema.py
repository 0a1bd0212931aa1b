"""The model described: each noun's fields, their kinds and marks, for those who read, write or show them."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Computed, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Kind, Within

# Computed values say what they are by their plain types.
_PLAIN: dict[object, Kind] = {
    str: Kind.TEXT,
    Text: Kind.TEXT,
    Decimal: Kind.NUMBER,
    int: Kind.COUNT,
    bool: Kind.FLAG,
    date: Kind.DAY,
    datetime: Kind.MOMENT,
    Money: Kind.AMOUNT,
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a noun.

    `key` is its name in files and templates, `name` the attribute that holds it; `noun` is the
    type of a section or of a table's rows, `many` whether there may be several; `kind` and
    `choice` say how a text of it reads, `within` between which numbers it must lie. `computed` values
    are never input; a `stated` field is the input form of a computed value of the same key, and is only
    checked against it. `of` are the fields of the same noun that a computed value is worked out from.
    """

    key: str
    name: str
    mark: Mark
    kind: Kind | None = None
    choice: type[Choice] | None = None
    within: Within | None = None
    noun: type[Noun] | None = None
    many: bool = False
    required: bool = False
    computed: bool = False
    stated: bool = False
    of: tuple[str, ...] = ()


@cache
def fields(noun: type[Noun]) -> tuple[Field, ...]:
    """All fields of a noun, input first, then computed."""
    return (*_inputs(noun), *_computed(noun))


@cache
def inputs(noun: type[Noun]) -> dict[str, Field]:
    """The fields that a file may give, by key."""
    return {field.key: field for field in _inputs(noun)}


def _inputs(noun: type[Noun]) -> Iterator[Field]:
    marks, worked_out = noun.marks(), noun.computed()
    for name, info in noun.model_fields.items():
        key = info.alias or name
        yield Field(
            key=key,
            name=name,
            mark=marks[key],
            required=info.is_required(),
            stated=key in worked_out and key != name,
            **_shape((*info.metadata, info.annotation)),
        )


def _computed(noun: type[Noun]) -> Iterator[Field]:
    for name, mark in noun.computed().items():
        value = next(vars(base)[name] for base in noun.__mro__ if name in vars(base))
        assert isinstance(value, Computed) and value.fget is not None
        hints = typing.get_type_hints(value.fget, include_extras=True)
        yield Field(key=name, name=name, mark=mark, computed=True, of=value.of, **_shape((hints["return"],)))


def _shape(parts: tuple[Any, ...]) -> dict[str, Any]:
    """What an annotation says: kind or choice or noun, and whether there may be several."""
    shape: dict[str, Any] = {}
    for part in parts:
        if isinstance(part, Kind):
            shape.setdefault("kind", part)
        elif isinstance(part, Within):
            shape.setdefault("within", part)
        elif isinstance(part, type) and issubclass(part, Choice):
            shape |= {"kind": Kind.CHOICE, "choice": part}
        elif isinstance(part, type) and issubclass(part, Noun):
            shape["noun"] = part
        elif isinstance(part, type) and part in _PLAIN:
            shape.setdefault("kind", _PLAIN[part])
        elif typing.get_origin(part) in (tuple, types.UnionType, typing.Union, typing.Annotated):
            many = {"many": True} if typing.get_origin(part) is tuple else {}
            shape = _shape(_arguments(part)) | many | shape
    return shape


def _arguments(part: Any) -> tuple[Any, ...]:
    if typing.get_origin(part) is typing.Annotated:
        return (*(said for said in part.__metadata__ if isinstance(said, Kind | Within)), part.__origin__)
    return typing.get_args(part)
