"""A heading row → which list of the deal stands below it, and which field each column holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kadocs.model.schema import Field
from kadocs.sources.excel import cells, form, headings
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import NO_UNIT, Path, Table, Unit

_FEWEST = 2
_NAMED = 4


class Column(NamedTuple):
    """A column's field, and the unit in its heading."""

    field: Field
    unit: Unit


@dataclass(frozen=True)
class Header:
    """The headings of a table in the rows `first` to `last`; `unknown` are columns with their headings.

    `owner` is the column that names the record to which a row belongs, in tables that have one.
    """

    table: Table
    first: int
    last: int
    columns: dict[int, Column]
    unknown: dict[int, str] = field(default_factory=dict)
    twice: dict[int, str] = field(default_factory=dict)
    owner: int | None = None
    score: int = 0

    @property
    def left(self) -> int:
        """The first column that the headings stand over."""
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
    if len(list(_texts(grid, row, filled))) < _FEWEST:
        return None
    last = row + _height(grid, row, filled) - 1
    if last == row and sum(map(headings.is_column, _texts(grid, row, filled))) < _FEWEST:
        return None
    names = dict(_names(grid, row, last, filled))
    found = (_fit(table, names, row, last, titles) for table in headings.tables())
    return max((header for header in found if header), key=lambda header: header.score, default=None)


def _fit(table: Table, names: dict[int, list[str]], row: int, last: int, titles: list[Path]) -> Header | None:
    """The names as headings of `table`, if they may be that."""
    owner = next((column for column, texts in names.items() if _known(texts) & table.owners), None)
    header = Header(table, row, last, {}, owner=owner)
    _assign(header, names)
    columns = header.columns
    if len(columns) < _FEWEST or not any(column + 1 in columns for column in columns):
        return None
    named = max((_closeness(title, table.path) for title in titles), default=0)
    if (table.owner and owner is None) or (len(columns) < len(header.unknown) and not named):
        return None
    missing = len(table.required - {column.field.key for column in columns.values()})
    header = replace(header, columns=dict(sorted(columns.items())))
    return replace(header, score=2 * (len(columns) + (owner is not None) - missing) + named)


def _assign(header: Header, names: dict[int, list[str]]) -> None:
    """Sorts the columns of a new header into known, unknown and repeated ones."""
    table = header.table
    running = {column for column, texts in names.items() if any(map(headings.counts_rows, texts))}
    for column in sorted(names.keys() - {header.owner}, key=lambda column: (column in running, column)):
        texts, given = names[column], {other.field.key for other in header.columns.values()}
        found = _field(table, texts)
        if found and found.key not in given:
            units = (headings.unit(text) for text in texts)
            header.columns[column] = Column(found, next((unit for unit in units if unit != NO_UNIT), NO_UNIT))
        elif column in running:
            if "id" in table.required - given:
                header.unknown[column] = texts[0]
        elif found:
            header.twice[column] = texts[0]
        elif not _known(texts) & table.ignored:
            header.unknown[column] = texts[0]


def _known(texts: list[str]) -> set[str]:
    return {name for text in texts for name in headings.keys(text)}


def _closeness(title: Path, path: Path) -> int:
    """How far a title speaks for a list: by its own name, or by that of the section that it is in."""
    return 2 * _NAMED if title == path else _NAMED // 2 if path[: len(title)] == title else 0


def _field(table: Table, texts: list[str]) -> Field | None:
    for text in texts:
        for name in headings.keys(text):
            if name in table.columns:
                return table.columns[name]
    return None


def _height(grid: Grid, row: int, filled: list[int]) -> int:
    """How many rows the headings take: two where a heading is merged down, or one spans several below it."""
    tall = max(grid.height(row, column) for column in filled)
    if tall > 1:
        return min(tall, 2)
    spans = [range(column, grid.end(row, column) + 1) for column in filled if grid.end(row, column) > column]
    below = grid.filled(row + 1) if spans else []
    inside = all(any(column in span for span in spans) for column in below)
    return 2 if below and inside and all(isinstance(grid.at(row + 1, c), str) for c in below) else 1


def _texts(grid: Grid, row: int, filled: list[int]) -> Iterator[str]:
    return (value for column in filled if isinstance(value := grid.at(row, column), str))


def _names(grid: Grid, row: int, last: int, filled: list[int]) -> Iterator[tuple[int, list[str]]]:
    """The names to try for each column: joined with the heading above it where there are two rows."""
    for column in filled:
        top = cells.heading(grid.at(row, column))
        end = grid.end(row, column)
        below = [c for c in grid.filled(last) if column <= c <= end] if last > row else []
        for under in below:
            low = cells.heading(grid.at(last, under))
            yield under, [top + low, low + top, low, top]
        if not below:
            yield column, [top]
