"""A heading row → which list of the deal stands below it, and which field each column holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from kadocs.model.schema import Field
from kadocs.sources.excel import form, headings, spans
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import NO_UNIT, Path, Table, Unit
from kadocs.sources.excel.mapping import Why
from kadocs.sources.excel.spans import Name

_FEWEST = 2
_NAMED = 4


class Column(NamedTuple):
    """A column's field, and the unit in its heading."""

    field: Field
    unit: Unit


@dataclass(frozen=True)
class Header:
    """The headings of a table in the rows `first` to `last`, by column.

    `names` are all of them, and each is in one more: `columns` if it is read, `twice` if another column
    of its field is, `aside` if it needs no reading, `unknown` if it means nothing; or it is `owner`, the
    column that names the record to which a row belongs, in tables that have one.
    """

    table: Table
    first: int
    last: int
    names: dict[int, Name]
    columns: dict[int, Column] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)
    twice: dict[int, Field] = field(default_factory=dict)
    aside: dict[int, Why] = field(default_factory=dict)
    owner: int | None = None
    score: int = 0

    @property
    def left(self) -> int:
        """The first column that the headings stand over, running numbers aside."""
        known = min((*self.columns, *self.unknown, *self.twice))
        return known if self.owner is None else min(known, self.owner)


def find(grid: Grid, row: int, titles: Iterable[Path]) -> Header | None:
    """The header that begins in `row`, if it is one; the row below is preferred where it fits better."""
    near = list(titles)
    here = _header(grid, row, near)
    ours = form.numbers(grid, row) is not None
    below = _header(grid, row + 1, near) if here and not ours and row + 1 < grid.bottom else None
    return below if here and below and below.score > here.score else here


def _header(grid: Grid, row: int, titles: list[Path]) -> Header | None:
    filled = grid.filled(row)
    texts = [value for column in filled if isinstance(value := grid.at(row, column), str)]
    if len(texts) < _FEWEST:
        return None
    last = spans.last(grid, row, filled)
    if last == row and sum(map(headings.is_column, texts)) < _FEWEST:
        return None
    names = spans.names(grid, row, last)
    heads = Counter(position for name in names.values() for position in headings.headed(_known(name)))
    tables = headings.tables()
    fitting = (tables[position] for position in sorted(heads) if heads[position] >= _FEWEST)
    found = (_fit(Header(table, row, last, names), titles) for table in fitting)
    return max((header for header in found if header), key=lambda header: header.score, default=None)


def _fit(header: Header, titles: list[Path]) -> Header | None:
    """The header with its columns sorted, if its names may be the headings of its table."""
    table, names = header.table, header.names
    owner = next((column for column, name in names.items() if _known(name) & table.owners), None)
    header = replace(header, owner=owner, columns={}, unknown=[], twice={}, aside={})
    _sort(header)
    columns = header.columns
    if len(columns) < _FEWEST or not any({*pair} <= columns.keys() for pair in pairwise(sorted(names))):
        return None
    named = max((_closeness(title, table.path) for title in titles), default=0)
    if (table.owner and owner is None) or (len(columns) < len(header.unknown) and not named):
        return None
    missing = len(table.required - {column.field.key for column in columns.values()})
    header = replace(header, columns=dict(sorted(columns.items())))
    return replace(header, score=2 * (len(columns) + (owner is not None) - missing) + named)


def _sort(header: Header) -> None:
    """Sorts the columns of a new header into those read, known, needless and unknown."""
    names, table = header.names, header.table
    running = {column for column, name in names.items() if any(map(headings.counts_rows, name.tried))}
    for column in sorted(names.keys() - {header.owner}, key=lambda column: (column in running, column)):
        name, given = names[column], {other.field.key for other in header.columns.values()}
        found = _field(table, name)
        if found and found.key not in given:
            header.columns[column] = Column(found, unit(name))
        elif column in running and "id" not in table.required - given:
            header.aside[column] = Why.NUMBERS
        elif found and column not in running:
            header.twice[column] = found
        elif _known(name) & table.ignored:
            header.aside[column] = Why.COMPUTED
        else:
            header.unknown.append(column)


def unit(name: Name) -> Unit:
    """The unit that a heading says."""
    units = (headings.unit(text) for text in name.tried)
    return next((unit for unit in units if unit != NO_UNIT), NO_UNIT)


def _known(name: Name) -> set[str]:
    return {key for text in name.tried for key in headings.keys(text)}


def _closeness(title: Path, path: Path) -> int:
    """How far a title speaks for a list: by its own name, or by that of the section that it is in."""
    return 2 * _NAMED if title == path else _NAMED // 2 if path[: len(title)] == title else 0


def _field(table: Table, name: Name) -> Field | None:
    for text in name.tried:
        for key in headings.keys(text):
            if key in table.columns:
                return table.columns[key]
    return None
