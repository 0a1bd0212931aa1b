"""Uses: a path into the data, what is done with the value there, and the line that does it.

An expression is read as the `Values` that it may come to. Loop variables, names that are `set`, and the
parameters of macros stand for such values, so a chain of names is followed wherever it goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TypeAlias

Path: TypeAlias = tuple[str, ...]

EACH = "[]"
"""The step of a path from a list to its items."""


class Kind(StrEnum):
    """What a value is."""

    RECORD = "record"
    LIST = "list"
    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    DATETIME = "datetime"
    FLAG = "flag"
    IMAGE = "image"
    ANY = "any"


class How(Enum):
    """What a template does with a value."""

    READ = "names it"
    PRINT = "prints it"
    FEED = "prints what is computed from it"
    LOOP = "loops over it"
    TEST = "asks whether it is there, or true"
    FILTER = "hands it to a filter"
    COMPARE = "compares it with a constant"
    COUNT = "calculates with it"
    JOIN = "joins it to a text"
    METHOD = "calls a method of it"


@dataclass(frozen=True, slots=True)
class Use:
    """One use: `by` names the filter, the method, or the type of the constant.

    `certain` says that it happens whatever the data holds.
    """

    path: Path
    how: How
    line: int
    by: str = ""
    certain: bool = False


@dataclass(frozen=True, slots=True)
class At:
    """The data at a path; `maybe` where another value may take its place, `made` if computed from it."""

    path: Path
    maybe: bool = False
    made: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """A list that the template makes, of such items."""

    items: Values


@dataclass(frozen=True, slots=True)
class Parts:
    """A record or tuple that the template makes."""

    members: tuple[tuple[str, Values], ...]


Values: TypeAlias = tuple["At | Several | Parts", ...]


def joined(*several: Values) -> Values:
    """All the values that any of these may be, each once."""
    return tuple(dict.fromkeys(value for values in several for value in values))


def maybe(values: Values) -> Values:
    """These values, where another may take their place."""
    return tuple(At(v.path, True, v.made) if isinstance(v, At) else v for v in values)


def made(values: Values) -> Values:
    """What is computed from these values."""
    found: list[At | Several | Parts] = []
    for value in values:
        if isinstance(value, At):
            found.append(At(value.path, value.maybe, True))
        elif isinstance(value, Several):
            found += made(value.items)
        else:
            found += made(joined(*(part for _, part in value.members)))
    return joined(tuple(found))


def items(values: Values) -> Values:
    """The items of these values."""
    found: list[Values] = []
    for value in values:
        if isinstance(value, Several):
            found.append(value.items)
        elif isinstance(value, Parts):
            found += [part for _, part in value.members]
        elif value.made:
            found.append((value,))
        else:
            found.append((At((*value.path, EACH), value.maybe),))
    return joined(*found)
