"""The rows of one table of a register, found by what joins them: an opportunity's id, or a customer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kadocs.figures.text import folded
from kadocs.sources.excel import groups, headings, totals
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import NO_UNIT
from kadocs.sources.excel.mapping import Why
from kadocs.sources.excel.names import field as named
from kadocs.sources.excel.scan import Cell
from kadocs.sources.excel.workbook import Value
from kadocs.sources.register import columns, report
from kadocs.sources.register.columns import Heads
from kadocs.tree.node import Scalar

_NOTHING = frozenset(("", "-", "--", "—", "——", "/", "N/A", "n/a", "无", "待定"))
"""What stands where nothing joins a row."""

_MARKS = 3
"""In how many of a row's first cells a word such as 合计 makes it a sum."""


class Row(NamedTuple):
    """A row with what joins it: the text in its key cell, which may be merged over several rows."""

    row: int
    joint: Scalar
    at: Cell


@dataclass(frozen=True)
class Rows:
    """The rows of a table by their joint, in the sheet's order; `end` is the first row after the table."""

    found: dict[str, list[Row]] = field(default_factory=dict)
    end: int = 0

    def of(self, joint: str) -> list[Row]:
        """The rows that are joined by `joint`."""
        return self.found.get(folded(joint), [])

    def firsts(self) -> Iterator[Row]:
        """The first row of each joint."""
        return (rows[0] for rows in self.found.values())

    @property
    def repeat(self) -> bool:
        """Whether several rows have one joint."""
        return any(len({row.at for row in rows}) > 1 for rows in self.found.values())


def read(context: Context, heads: Heads, last: int, column: int) -> Rows:
    """The rows below headings that end in the row `last`, joined by what stands in `column`.

    Rows that nothing joins are told of, unless they are blank, sums, notes, or the headings again.
    """
    grid, found = context.grid, dict[str, list[Row]]()
    row = last + 1
    while row < grid.bottom:
        filled = grid.filled(row)
        if filled and columns.may_join(grid.at(row, column)):
            if not _repeats(grid, row, filled, range(heads.first, last + 1)):
                break
            context.skip(row, filled[0], Why.AGAIN)
        elif filled:
            at = grid.above(row, column) or (row, column)
            joint = _joint(context, row, at, heads.names[column].shown)
            if joint:
                found.setdefault(folded(joint.text), []).append(Row(row, joint, at))
        row += 1
    return Rows(found, row)


def _repeats(grid: Grid, row: int, filled: list[int], heads: range) -> bool:
    return any(all(grid.at(row, c) == grid.at(head, c) for c in filled) for head in heads)


def _joint(context: Context, row: int, at: Cell, heading: str) -> Scalar | None:
    """What joins the row; None for a row that is no data, and for one that is told of."""
    grid = context.grid
    filled = grid.filled(row)
    value = grid.at(*at)
    blank = isinstance(value, str) and value.strip() in _NOTHING
    if _is_sum(grid, row, filled, None if blank else value):
        context.skip(row, filled[0], Why.SUM)
    elif len(filled) == 1 and at[0] == row:
        _pass_over(context, row, filled[0])
    elif blank and isinstance(first := grid.at(row, filled[0]), str) and groups.is_note(first):
        context.pass_over(row, filled[0])
    elif blank:
        context.findings.append(report.no_joint(grid.place(row, at[1]), heading))
    else:
        before = len(context.findings)
        joint = context.scalar(*at, named(columns.ID), NO_UNIT)
        return joint if len(context.findings) == before else None
    return None


def _is_sum(grid: Grid, row: int, filled: list[int], joint: Value | None) -> bool:
    """Whether the row says 合计 or the like: in place of what joins it, or else among its first cells."""
    if joint is not None:
        return isinstance(joint, str) and totals.is_sum(joint)
    marks = [value for c in filled[:_MARKS] if isinstance(value := grid.at(row, c), str)]
    return any(map(totals.is_sum, marks)) or (len(marks) == 1 and totals.is_label(marks[0]))


def _pass_over(context: Context, row: int, column: int) -> None:
    """Tells of what stands alone, unless it is the title of what follows, or spread over the table."""
    text = context.grid.at(row, column)
    if context.grid.end(row, column) > column:
        context.skip(row, column, Why.GROUP)
    elif not (isinstance(text, str) and headings.titled(text)):
        context.pass_over(row, column)
