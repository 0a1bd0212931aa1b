"""The model → the sheets of a workbook: one a section, with its single values and below them its lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kadocs.model import Deal, Field, inputs
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.sources.workbook.scope import Path, Scope

_WIDE = 8
"""A list with more columns than this has a sheet of its own, for its heading and its widths."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31
_GENERAL = Mark("通用", "General", audience=Audience.PUBLIC)


@dataclass(frozen=True, slots=True)
class Form:
    """The single values of a section, which stand below each other; `path` is the section's."""

    path: Path
    mark: Mark
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A list, a row a record; `owner` names the record that holds the list, where one does.

    `outer` is the mark of the list that such records are in.
    """

    path: Path
    mark: Mark
    fields: tuple[Field, ...]
    owner: Field | None = None
    outer: Mark | None = None

    @property
    def columns(self) -> tuple[Field, ...]:
        """All that the columns hold, from left to right."""
        return (self.owner, *self.fields) if self.owner else self.fields


Part: TypeAlias = Form | Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the section to which it belongs, its title, and what stands on it."""

    section: Path
    mark: Mark
    parts: tuple[Part, ...]


def sheets(scope: Scope) -> Iterator[Sheet]:
    """The sheets for the fields of `scope`, in the order of the model."""
    general = _singles(Deal, (), scope)
    if general:
        yield Sheet((), _GENERAL, (Form((), _GENERAL, general),))
    for field in inputs(Deal).values():
        path = (field.key,)
        if field.noun and field.many:
            yield from _arranged(path, field.mark, tuple(_table(path, field, scope)))
        elif field.noun:
            forms = _forms(path, field.mark, field.noun, scope)
            yield from _arranged(path, field.mark, (*forms, *_tables(path, field.noun, scope)))


def names(planned: Sequence[Sheet], taken: Iterable[str], language: str) -> list[str]:
    """What the sheets are called: their titles, as far as Excel takes them, each once and none `taken`."""
    given = list(taken)
    own = len(given)
    for sheet in planned:
        title = _FORBIDDEN.sub("·", sheet.mark.title.in_(language)).replace("'", "’")[:_LONGEST]
        candidates = (title, *(f"{title[: _LONGEST - 5]} ({number})" for number in range(2, 1000)))
        used = {name.casefold() for name in given}
        given.append(next(name for name in candidates if name.casefold() not in used))
    return given[own:]


def needs(part: Part, scope: Scope) -> bool:
    """Whether something of a part must be filled in."""
    if isinstance(part, Table):
        return part.path in scope.needed
    return any((*part.path, field.key) in scope.needed for field in part.fields)


def _arranged(section: Path, mark: Mark, parts: Sequence[Part]) -> Iterator[Sheet]:
    """The sheet of a section, and one for each of its wide lists."""
    wide = [part for part in parts if isinstance(part, Table) and len(part.columns) > _WIDE]
    rest = tuple(part for part in parts if part not in wide)
    if rest:
        yield Sheet(section, mark, rest)
    for part in wide:
        yield Sheet(section, part.mark, (part,))


def _forms(path: Path, mark: Mark, noun: type[Noun], scope: Scope) -> Iterator[Form]:
    singles = _singles(noun, path, scope)
    if singles:
        yield Form(path, mark, singles)
    for field in inputs(noun).values():
        if field.noun and not field.many:
            yield from _forms((*path, field.key), field.mark, field.noun, scope)


def _tables(path: Path, noun: type[Noun], scope: Scope) -> Iterator[Table]:
    for field in inputs(noun).values():
        below = (*path, field.key)
        if field.noun and field.many:
            yield from _table(below, field, scope)
        elif field.noun:
            yield from _tables(below, field.noun, scope)


def _table(path: Path, field: Field, scope: Scope) -> Iterator[Table]:
    assert field.noun is not None
    singles = _singles(field.noun, path, scope)
    if not singles:
        return
    yield Table(path, field.mark, singles)
    owner = next(each for each in inputs(field.noun).values() if each.required)
    for inner in inputs(field.noun).values():
        below = (*path, inner.key)
        if inner.noun and (columns := _singles(inner.noun, below, scope)):
            yield Table(below, inner.mark, columns, owner, field.mark)


def _singles(noun: type[Noun], path: Path, scope: Scope) -> tuple[Field, ...]:
    fields = inputs(noun).values()
    return tuple(field for field in fields if field.noun is None and (*path, field.key) in scope.fields)
