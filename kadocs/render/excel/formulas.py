"""Formulas of a template, and how they read in the finished sheet.

A reference means what its author saw. Within a repeated row, a relative reference to another line of the
loop stays in the same turn; one to the line right above the loop is to the line before, so that running
totals work; an absolute one to the loop itself means all of its turns, or from its first one on. From
outside, a reference to repeated cells covers them all. Where every cell of a reference went away, an empty
cell far below takes its place, so that a sum over no rows is 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from kadocs.findings import Text
from kadocs.render.excel import references
from kadocs.render.excel.axis import Axis, Path, Placing, Span, common
from kadocs.render.excel.references import End, Reference, Token

NOWHERE = 1_000_000
"""A row below everything: an empty cell there stands for cells that went away, with room to insert rows."""

_NOWHERE_ACROSS = 16_000

SEVERAL = (
    Text(
        "公式引用的单元格在循环里，会变成好几个单元格",
        "the formula refers to a cell in a loop, which becomes several cells",
    ),
    Text(
        "请用接受区域的函数，例如 SUM、MAX、INDEX；或把公式放进同一个循环。",
        "Use a function that takes ranges, such as SUM, MAX or INDEX, or put the formula into the same loop.",
    ),
)


class Field(NamedTuple):
    """The rows and columns of a sheet of the template."""

    rows: Axis
    columns: Axis


class Ground(NamedTuple):
    """The rows and columns of a finished sheet, and its name where the template knew another."""

    rows: Placing
    columns: Placing
    name: str = ""


class Spot(NamedTuple):
    """A cell: its row and column."""

    row: int
    column: int


Finder = Callable[[str], Ground | None]
"""Finds a finished sheet by its name in the template; None for one that is not in this workbook."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, taken apart; where it stands in the template, and the rows and columns of its `sheet`."""

    tokens: tuple[Token, ...]
    at: Spot
    home: Field
    sheet: str = ""

    def moved(self, find: Finder, to: Spot | None = None) -> str:
        """The formula for the finished cell `to`; without one, for what stands in no cell, such as a name."""
        return "".join(
            token if isinstance(token, str) else self._moved(token, find, to) for token in self.tokens
        )

    def _moved(self, reference: Reference, find: Finder, to: Spot | None) -> str:
        ground = find(reference.sheet)
        if ground is None:
            return reference.at(*reference.spans)
        own = to if self._is_home(reference) else None
        rows = _lines(reference.rows, ground.rows, own and (own.row, self.home.rows.path(self.at.row)))
        across = _lines(
            reference.columns, ground.columns, own and (own.column, self.home.columns.path(self.at.column))
        )
        rows, across = rows or (NOWHERE, NOWHERE), across or (_NOWHERE_ACROSS, _NOWHERE_ACROSS)
        if reference.single and not reference.ranged and to is not None:
            rows, across = (rows[0], rows[0]), (across[0], across[0])
        prefix = references.sheet_prefix(ground.name) if reference.sheet else ""
        return prefix + reference.body(rows, across)

    def _is_home(self, reference: Reference) -> bool:
        return reference.sheet in ("", self.sheet)

    def scattered(self, field: Callable[[str], Field | None]) -> bool:
        """Whether it takes one cell for one that becomes several."""
        return any(
            isinstance(token, Reference)
            and token.single
            and not token.ranged
            and (target := field(token.sheet)) is not None
            and self._scattered(token, target)
            for token in self.tokens
        )

    def _scattered(self, reference: Reference, target: Field) -> bool:
        own = self._is_home(reference)
        rows = self.home.rows.path(self.at.row) if own else ()
        across = self.home.columns.path(self.at.column) if own else ()
        return _becomes_several(reference.rows, target.rows, rows) or _becomes_several(
            reference.columns, target.columns, across
        )


def read(text: str, at: Spot, home: Field, sheet: str = "") -> Formula:
    """A formula of the template, as it stands in a cell of the sheet whose rows and columns are `home`."""
    return Formula(tuple(references.read(text)), at, home, sheet)


def _becomes_several(ends: tuple[End, End] | None, axis: Axis, path: Path) -> bool:
    if ends is None:
        return False
    line, fixed = ends[0].line, ends[0].fixed
    if not fixed and axis.before(line, path) is not None:
        return False
    there = axis.path(line)
    shared = common(there, path)
    return bool(there) and len(shared) < len(there) and not (fixed and shared)


def _lines(ends: tuple[End, End] | None, placing: Placing, own: tuple[int, Path] | None) -> Span | None:
    """Where the lines of a reference went, as seen from the line and the loops of the formula."""
    if ends is None:
        return None
    written = ends[0].line, ends[1].line
    if own is None or not own[1]:
        return placing.span(written)
    return _seen(ends, placing, *own)


def _seen(ends: tuple[End, End], placing: Placing, line: int, path: Path) -> Span | None:
    first = _end(ends[0], ends, placing, line, path)
    last = _end(ends[1], ends, placing, line, path)
    if first is None or last is None:
        return None
    return first[0], max(last[1], first[0])


def _end(end: End, ends: tuple[End, End], placing: Placing, line: int, path: Path) -> Span | None:
    axis, lines = placing.axis, (ends[0].line, ends[1].line)
    if end.fixed:
        if ends[0].fixed and ends[1].fixed:
            return placing.span(lines)
        return placing.span((end.line, end.line)) or placing.span(lines)
    loop = axis.before(end.line, path)
    if loop is not None:
        previous = placing.turn(loop, line)[0] - 1
        return (previous, previous) if previous else None
    shared = common(axis.path(end.line), path)
    within = placing.turn(shared[-1], line) if shared else None
    one = placing.span((end.line, end.line), within)
    return one or placing.span(lines, within)
