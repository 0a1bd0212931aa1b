"""What the numbers in a sheet's code stand for: static XML, cells, formulas, texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kadocs.render.excel.axis import Axis
from kadocs.render.excel.formulas import Formula
from kadocs.render.excel.heights import Fit
from kadocs.render.excel.marks import CellMark

ROW_MARK = "\x02"
"""Stands for the number of the row in static XML; no XML can hold it."""

COLUMN_MARK = "\x03"
"""Stands, on both sides of a column's number, for the letters of where that came to be."""

FORMULA_MARK = "\x0e"
"""Stands for a formula, which is known once all rows are."""

HEIGHT_MARK = "\x04"
"""Stands for the height of a row, which is known once its cells are."""

SHEET_MARK = "\x0f"
"""Begins a sheet in what the code writes."""


class RowPlan(NamedTuple):
    """A row: its strip, the XML with which it begins, and whether it is as high as its text needs."""

    strip: int
    begin: str
    fits: bool = False


class GapPlan(NamedTuple):
    """Rows of which the file says nothing: their strip, and how many they are."""

    strip: int
    length: int


class CellPlan(NamedTuple):
    """A cell to be written: its start up to the address, its style, and the XML that follows it.

    `format` is that of the run in which its only tag stands, `fit` the room for a text that is wrapped.
    """

    head: str
    style: str
    after: str
    format: str = ""
    fit: Fit | None = None


class FormulaPlan(NamedTuple):
    """A cell with a formula: its start, its attributes, the formula, what follows, where it spreads."""

    head: str
    attributes: str
    formula: Formula
    after: str
    spread: tuple[tuple[int, int], tuple[int, int]] | None = None


class ColumnPlan(NamedTuple):
    """A block of columns that repeat, or may be left out: its tags and its columns.

    `removed` are the columns that held nothing but its tags.
    """

    opener: CellMark
    closer: CellMark
    first: int
    last: int
    removed: frozenset[int] = frozenset()

    @property
    def loop(self) -> int:
        """The number by which it is known."""
        return self.opener.number


@dataclass(slots=True)
class Plan:
    """All of a sheet's numbers, and its rows and columns as they are in the template.

    `formats` are those of the runs in which tags stand, by the tags' numbers.
    """

    rows: Axis
    across: Axis
    row_plans: list[RowPlan] = field(default_factory=list)
    gaps: list[GapPlan] = field(default_factory=list)
    cells: list[CellPlan] = field(default_factory=list)
    formulas: list[FormulaPlan] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    statics: list[str] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    columns: dict[int, ColumnPlan] = field(default_factory=dict)
