"""Tables that stand side by side on a sheet, or a table beside labels and values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kadocs.sources.excel import headings, keyvalues, tables
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import Path
from kadocs.sources.excel.tables import Header

_FEWEST = 4
"""How many cells a row has at least that belongs to two of them."""


class Side(NamedTuple):
    """One of the two: the part of the sheet that it stands on, and the titles above it."""

    grid: Grid
    titles: tuple[Path, ...]


def sides(grid: Grid, row: int, titles: Sequence[Path]) -> tuple[Side, Side] | None:
    """What stands left and right where `row` begins two things at once, or the titles above them do."""
    start = row
    if titled := _are_titles(grid, row):
        row = _next(grid, row)
    gap = _gap(grid, row, titles, labels_too=titled)
    if gap is None:
        return None
    rows = range(row, _end(grid, row, gap, titles))
    parts = (range(grid.left, gap.start), range(gap.stop, grid.right))
    left, right = (Side(grid.part(rows, part), _titles(grid, range(start, row), part)) for part in parts)
    return left, right


def _gap(grid: Grid, row: int, titles: Sequence[Path], *, labels_too: bool) -> range | None:
    """The blank columns between the two, if the row's cells are understood better apart than together.

    Labels and values on both sides are read together, unless each side has its title.
    """
    filled = grid.filled(row)
    if len(filled) < _FEWEST or not (labels_too or _may_head(grid, row, filled)):
        return None
    gaps = [range(grid.end(row, at) + 1, after) for at, after in pairwise(filled)]
    whole = tables.find(grid, row, titles) if any(gaps) else None
    if whole and not (whole.unknown or whole.twice):
        return None
    few = range(row, min(row + 3, grid.bottom))
    for gap in filter(None, gaps):
        parts = [grid.part(few, range(*ends)) for ends in ((grid.left, gap.start), (gap.stop, grid.right))]
        headers = [tables.find(part, row, titles) for part in parts]
        if not labels_too and not any(headers):
            continue
        worth = [_worth(part, row, header) for part, header in zip(parts, headers, strict=True)]
        if all(worth) and sum(worth) > (_headings(whole) if whole else 0):
            return gap
    return None


def _may_head(grid: Grid, row: int, filled: Sequence[int]) -> bool:
    """Whether the row has a table's heading: most rows have none, and are done with."""
    return any(isinstance(value := grid.at(row, at), str) and headings.is_column(value) for at in filled)


def _worth(grid: Grid, row: int, header: Header | None) -> int:
    """How many cells of the row are understood, if it begins a table or labels and values."""
    if header:
        return _headings(header)
    filled = grid.filled(row)
    return len(filled) if filled and keyvalues.consists(grid, row, filled) else 0


def _headings(header: Header) -> int:
    return len(header.columns) + len(header.aside) + (header.owner is not None)


def _end(grid: Grid, row: int, gap: range, titles: Sequence[Path]) -> int:
    """The first row below that holds something across both, with the titles right above it."""
    for below in range(row + 1, grid.bottom):
        filled = grid.filled(below)
        across = any(at in gap or at < gap.start <= grid.end(below, at) for at in filled)
        if across and (len(filled) == 1 or tables.find(grid, below, titles)):
            while below - 1 > row and _may_be_above(grid, below - 1):
                below -= 1
            return below
    return grid.bottom


def _may_be_above(grid: Grid, row: int) -> bool:
    """Whether the row is blank, or holds nothing but a title."""
    filled = grid.filled(row)
    value = grid.at(row, filled[0]) if filled else ""
    return not filled or (len(filled) == 1 and isinstance(value, str) and bool(headings.titled(value)))


def _are_titles(grid: Grid, row: int) -> bool:
    """Whether the row holds the titles of several tables, apart from each other."""
    filled = grid.filled(row)
    texts = [value for column in filled if isinstance(value := grid.at(row, column), str)]
    apart = all(after > grid.end(row, at) + 1 for at, after in pairwise(filled))
    return len(filled) > 1 and len(texts) == len(filled) and apart and all(map(headings.titled, texts))


def _next(grid: Grid, row: int) -> int:
    """The next row that holds something."""
    row += 1
    while row < grid.bottom and not grid.filled(row):
        row += 1
    return row


def _titles(grid: Grid, rows: range, columns: range) -> tuple[Path, ...]:
    for row in rows:
        for column in grid.filled(row):
            value = grid.at(row, column)
            if column in columns and isinstance(value, str):
                return headings.titled(value)
    return ()
