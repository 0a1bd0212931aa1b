"""Whether a workbook is a register of many deals, or the workbook of one.

A register has a table with a column for the opportunity's id and further columns for what opportunities
have, one opportunity a row. The workbook of one deal may have such a table too, of the customer's other
projects; but it says its own id or name by label and value, and its tables need no column for its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kadocs.sources.excel import form, headings, keyvalues, tables
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import Path
from kadocs.sources.register import columns
from kadocs.sources.register.columns import ID, Heads

LOOKED_AT = 30
"""In how many rows of a sheet its first headings are looked for."""

_OWN: frozenset[Path] = frozenset({ID, ("opportunity", "name")})
_OF_OPPORTUNITY, _ABREAST = 3, 3
"""How many columns a register has at least of what an opportunity has, and side by side."""

_ALIKE = 0.8
_STATED_IN = 200
_WIDEST = 6  # cells of a row of labels and values
_ABOUT = re.compile(
    r"说明|填写|字段|字典|图例|guide|legend|dictionary|instruction|read ?me|fields?", re.IGNORECASE
)
_MEANING = re.compile(
    r"说明|含义|要求|规则|示例|举例|填法|description|meaning|definition|example|rule|how", re.IGNORECASE
)


class Main(NamedTuple):
    """A table with one opportunity a row: where its headings stand, and the titles above them."""

    grid: Grid
    heads: Heads
    titles: tuple[Path, ...]


def mains(grids: Sequence[Grid]) -> list[Main]:
    """The tables of opportunities; none if the workbook is that of one deal.

    There may be several with the same headings, such as a sheet for each region.
    """
    found = [main for grid in grids if (main := _main(grid))]
    if not found or _speaks_of_one(grids, {main.grid.name for main in found}):
        return []
    first = {single.path for single in found[0].heads.columns.values()}
    alike = [main for main in found if _alike(first, {each.path for each in main.heads.columns.values()})]
    others = [grid for grid in grids if grid.name not in {main.grid.name for main in alike}]
    if sum(map(_count, alike)) == 1 and any(map(_has_list_without_id, others)):
        return []
    return alike


def candidates(grid: Grid) -> Iterator[int]:
    """The rows among a sheet's first in which headings with the opportunity's id may begin."""
    for row in range(grid.top, min(grid.bottom, grid.top + LOOKED_AT)):
        if any(map(columns.names_opportunities, grid.row(row))):
            yield columns.first(grid, row)


def titles(grid: Grid, row: int) -> tuple[Path, ...]:
    """What the line right above a row, and the sheet's name, say that stands there."""
    above = row - 1
    while above >= grid.top and not grid.filled(above):
        above -= 1
    filled = grid.filled(above) if above >= grid.top else []
    text = grid.at(above, filled[0]) if len(filled) == 1 else ""
    return (*(headings.titled(text) if isinstance(text, str) else ()), *headings.titled(grid.name))


def _main(grid: Grid) -> Main | None:
    for row in candidates(grid):
        above = titles(grid, row)
        heads = columns.read(grid, row, above)
        if _is_main(grid, heads, above):
            return Main(grid, heads, above)
    return None


def _is_main(grid: Grid, heads: Heads, above: Sequence[Path]) -> bool:
    own = [single for single in heads.columns.values() if single.path[0] == ID[0]]
    if heads.column(ID) is None or len(own) < _OF_OPPORTUNITY or heads.abreast < _ABREAST:
        return False
    rival = tables.find(grid, heads.first, above)
    if rival and (rival.table.path in above or len(rival.columns) > len(heads.columns)):
        return False
    return any(len(grid.filled(row)) > 1 for row in range(heads.last + 1, grid.bottom))


def _alike(one: set[Path], other: set[Path]) -> bool:
    return len(one & other) >= _ALIKE * max(len(one), len(other))


def _count(main: Main) -> int:
    """How many different ids there are."""
    column = main.heads.column(ID)
    rows = range(main.heads.last + 1, main.grid.bottom)
    return len({main.grid.at(row, column) for row in rows if column is not None} - {""})


def _speaks_of_one(grids: Sequence[Grid], tabled: set[str]) -> bool:
    """Whether some sheet says the id or the name of one opportunity by label and value."""
    others = (grid for grid in grids if grid.name not in tabled and not _ABOUT.search(grid.name))
    return any(_states(grid) for grid in others if not form.holds_nothing(grid))


def _states(grid: Grid) -> bool:
    for row in range(grid.top, min(grid.bottom, grid.top + _STATED_IN)):
        filled = grid.filled(row)
        if 1 <= len(filled) <= _WIDEST and any(
            _is_own(pair) and _is_said(grid, row, pair) for pair in keyvalues.pairs(grid, row, filled)
        ):
            return True
    return False


def _is_own(pair: keyvalues.Pair) -> bool:
    return any(label.path in _OWN and label.rank <= columns.OTHER_NAME for label in pair.meanings)


def _is_said(grid: Grid, row: int, pair: keyvalues.Pair) -> bool:
    """Whether a label has a value beside it that is no heading, no explanation, and not above a column."""
    if pair.text:
        return True
    value, below = grid.at(row, pair.value), grid.at(row + 1, pair.column)
    if value == "" or _is_name(value) or not (below == "" or _is_name(below)):
        return False
    top = next((grid.at(r, pair.value) for r in range(grid.top, row) if grid.at(r, pair.value) != ""), "")
    return not (isinstance(top, str) and _MEANING.search(top))


def _is_name(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return headings.is_column(value) or bool(keyvalues.meanings(value) or headings.titled(value))


def _has_list_without_id(grid: Grid) -> bool:
    """Whether the sheet begins with the whole of a list's headings, the opportunity's id not among them."""
    if next(candidates(grid), None) is not None:
        return False
    for row in range(grid.top, min(grid.bottom, grid.top + LOOKED_AT)):
        header = tables.find(grid, row, titles(grid, row)) if len(grid.filled(row)) > 1 else None
        if header and header.table.required <= {column.field.key for column in header.columns.values()}:
            return True
    return False
