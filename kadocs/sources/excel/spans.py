"""The rows and columns that headings take: one row or two, merged or not, or with units in a row below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kadocs.sources.excel import cells, headings
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import NO_UNIT

_MEASURES = (
    "台 套 项 个 只 件 米 次 份 台/套 套/台 人 人天 人日 人月 天 日 日历天 周 月 个月 年",
    "day days month months year years pcs set sets",
)
_UNITS = frozenset(" ".join(_MEASURES).split())


class Name(NamedTuple):
    """A column's heading as it is shown, in `row`, and the texts under which to look for its field."""

    shown: str
    row: int
    tried: tuple[str, ...]


def last(grid: Grid, row: int, filled: Sequence[int]) -> int:
    """The last row of the headings that begin in `row`."""
    if max(grid.height(row, column) for column in filled) > 1:
        return row + 1
    below = grid.filled(row + 1) if row + 1 < grid.bottom else []
    low = {at: value for at in below if isinstance(value := grid.at(row + 1, at), str)}
    if not low or len(low) < len(below):
        return row
    return row + (_are_units(low) or _under_merged(grid, row, filled, low) or _under_one(grid, row, low))


def names(grid: Grid, row: int, last: int) -> dict[int, Name]:
    """The heading of each column: joined with the one above it where there are two rows."""
    above = {column: cells.heading(grid.at(row, column)) for column in grid.filled(row)}
    low = {column: cells.heading(grid.at(last, column)) for column in grid.filled(last)} if last > row else {}
    if low and _are_units(low):
        return {
            column: Name(text, row, (f"{text}({_bare(low[column])})",) if column in low else (text,))
            for column, text in above.items()
        }
    tops = {column: _top(grid, row, column, above, low) for column in low}
    found = {
        column: _joined(above[top], low[column], last) if top is not None else _single(low[column], last)
        for column, top in tops.items()
    }
    return found | {c: _single(text, row) for c, text in above.items() if c not in tops.values()}


def _single(text: str, row: int) -> Name:
    return Name(text, row, (text,))


def _joined(top: str, low: str, row: int) -> Name:
    return Name(f"{top} / {low}", row, (top + low, low + top, low, top))


def _top(grid: Grid, row: int, column: int, above: Mapping[int, str], low: Mapping[int, str]) -> int | None:
    """The column of the upper heading over a lower one: it is merged, or has room to its right."""
    before = max((at for at in above if at <= column), default=None)
    if before is None or before == column or before in low:
        return before
    return before if grid.end(row, before) >= column else None


def _are_units(low: Mapping[int, str]) -> bool:
    """Whether a row says only units: （元）, 台."""
    said = map(_bare, low.values())
    return all(text in _UNITS or headings.unit(f"({text})") != NO_UNIT for text in said)


def _bare(unit: str) -> str:
    return unit.strip("()（） \n")


def _under_merged(grid: Grid, row: int, filled: Sequence[int], low: Mapping[int, str]) -> bool:
    """Whether all of the row below stands under merged headings."""
    spans = [range(column, grid.end(row, column) + 1) for column in filled if grid.end(row, column) > column]
    return bool(spans) and all(any(column in span for span in spans) for column in low)


def _under_one(grid: Grid, row: int, low: Mapping[int, str]) -> bool:
    """Whether the row below parts some headings of several columns that are not merged, and leaves others."""
    above = {column: cells.heading(grid.at(row, column)) for column in grid.filled(row)}
    groups: dict[int | None, list[int]] = {}
    for column in low:
        groups.setdefault(_top(grid, row, column, above, low), []).append(column)
    whole = [text for column, text in above.items() if column not in groups]
    return (
        None not in groups
        and all(len(columns) > 1 for columns in groups.values())
        and any(map(headings.is_column, whole))
        and all(
            _is_part(above[top], low[c])
            for top, columns in groups.items()
            if top is not None
            for c in columns
        )
    )


def _is_part(top: str, low: str) -> bool:
    return any(map(headings.is_column, (low, top + low, low + top)))
