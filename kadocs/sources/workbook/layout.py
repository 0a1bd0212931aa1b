"""The model → the sheets of a workbook: a form for a section's single values, a table for each list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kadocs.model import Deal, Field, inputs
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.sources.workbook.scope import Path, Scope

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31
_GENERAL = Mark("通用", "General", audience=Audience.PUBLIC)


@dataclass(frozen=True, slots=True)
class Block:
    """The single values of one section, which stand together; `path` is the section's."""

    path: Path
    mark: Mark
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet of labels and values: a section, and the sections inside it."""

    section: Path
    mark: Mark
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with a list, a row a record; `owner` names the record that holds the list, where one does.

    `outer` is the title of the list that such records are in.
    """

    section: Path
    path: Path
    mark: Mark
    fields: tuple[Field, ...]
    owner: Field | None = None
    outer: Mark | None = None


def sheets(scope: Scope) -> Iterator[Form | Table]:
    """The sheets for the fields of `scope`, in the order of the model."""
    general = _singles(Deal, (), scope)
    if general:
        yield Form((), _GENERAL, (Block((), _GENERAL, general),))
    for field in inputs(Deal).values():
        if field.noun and field.many:
            yield from _table((field.key,), (field.key,), field, scope)
        elif field.noun:
            yield from _section(field, field.noun, scope)


def _section(field: Field, noun: type[Noun], scope: Scope) -> Iterator[Form | Table]:
    path = (field.key,)
    blocks = tuple(_blocks(path, field.mark, noun, scope))
    if blocks:
        yield Form(path, field.mark, blocks)
    yield from _tables(path, path, noun, scope)


def _blocks(path: Path, mark: Mark, noun: type[Noun], scope: Scope) -> Iterator[Block]:
    singles = _singles(noun, path, scope)
    if singles:
        yield Block(path, mark, singles)
    for field in inputs(noun).values():
        if field.noun and not field.many:
            yield from _blocks((*path, field.key), field.mark, field.noun, scope)


def _tables(section: Path, path: Path, noun: type[Noun], scope: Scope) -> Iterator[Table]:
    for field in inputs(noun).values():
        below = (*path, field.key)
        if field.noun and field.many:
            yield from _table(section, below, field, scope)
        elif field.noun:
            yield from _tables(section, below, field.noun, scope)


def _table(section: Path, path: Path, field: Field, scope: Scope) -> Iterator[Table]:
    assert field.noun is not None
    singles = _singles(field.noun, path, scope)
    if not singles:
        return
    yield Table(section, path, field.mark, singles)
    owner = next(each for each in inputs(field.noun).values() if each.required)
    for inner in inputs(field.noun).values():
        below = (*path, inner.key)
        if inner.noun and (columns := _singles(inner.noun, below, scope)):
            yield Table(section, below, inner.mark, columns, owner, field.mark)


def _singles(noun: type[Noun], path: Path, scope: Scope) -> tuple[Field, ...]:
    fields = inputs(noun).values()
    return tuple(field for field in fields if field.noun is None and (*path, field.key) in scope.fields)


def names(planned: list[Form | Table], taken: tuple[str, ...], language: str) -> list[str]:
    """What the sheets are called: their titles, as far as Excel takes them, each once and none `taken`."""
    given = list(taken)
    for sheet in planned:
        title = _FORBIDDEN.sub("·", sheet.mark.title.in_(language))[:_LONGEST].strip("'")
        candidates = (title, *(f"{title[: _LONGEST - 5]} ({number})" for number in range(2, 1000)))
        used = {name.casefold() for name in given}
        given.append(next(name for name in candidates if name.casefold() not in used))
    return given[len(taken) :]


def fields(sheet: Form | Table) -> list[Field]:
    """The fields on a sheet, in their order."""
    blocks = sheet.blocks if isinstance(sheet, Form) else (sheet,)
    return [field for block in blocks for field in block.fields]


def needs(sheet: Form | Table, scope: Scope) -> bool:
    """Whether something on a sheet must be filled in."""
    if isinstance(sheet, Table):
        return sheet.path in scope.needed
    return any((*b.path, field.key) in scope.needed for b in sheet.blocks for field in b.fields)


def audience(sheet: Form | Table) -> Audience:
    """Who may see anything of a sheet."""
    return max(sheet.mark.audience, min(field.mark.audience for field in fields(sheet)))
