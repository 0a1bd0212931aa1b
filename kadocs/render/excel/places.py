"""Cells of the template, as attributes write them, where they came to be in a finished sheet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from kadocs.render.excel.axis import Placing, Span
from kadocs.render.excel.formulas import Field, Finder, Spot, read
from kadocs.render.excel.names import COLUMNS, ROWS, address, cell
from kadocs.render.excel.plan import Plan
from kadocs.render.excel.references import Reference
from kadocs.render.excel.references import read as tokens

Box = tuple[Span, Span]
"""The rows and the columns of a rectangle."""


class Places(NamedTuple):
    """A finished sheet as seen from its template: its rows and columns, and how its formulas find others."""

    plan: Plan
    sheet: str
    rows: Placing
    across: Placing
    find: Finder

    def cover(self, cells: str) -> str:
        """A list of ranges, with all that came of each; empty where nothing did."""
        return " ".join(written(each) for each in self.boxes(cells))

    def boxes(self, cells: str) -> list[Box]:
        """The rectangles that came of a list of ranges."""
        return [
            each
            for rows, across in map(box, cells.split())
            for each in product(self.rows.runs(rows), self.across.runs(across))
        ]

    def whole(self, cells: str) -> Box | None:
        """The rectangle around all that came of a range; None where nothing did."""
        rows, across = box(cells)
        down, right = self.rows.span(rows), self.across.span(across)
        return None if down is None or right is None else (down, right)

    def each(self, cells: str) -> Iterator[Box]:
        """The rectangles that came of a range, one for each turn of what repeats it."""
        rows, across = box(cells)
        yield from product(self.rows.each(rows), self.across.each(across))

    def formula(self, text: str, of: str = "", to: str = "") -> str:
        """A formula that is relative to the first cell of the ranges `of`, for those that they became."""
        home = Field(self.plan.rows, self.plan.across)
        return read(text, _corner(of), home, self.sheet).moved(self.find, _corner(to) if to else None)


def box(cells: str) -> Box:
    """The rectangle that a range names; whole rows and columns count from the first to the last."""
    found = [token for token in tokens(cells) if isinstance(token, Reference)]
    if not found:
        return (1, 1), (1, 1)
    rows, across = found[0].spans
    return rows or (1, ROWS), across or (1, COLUMNS)


def written(area: Box) -> str:
    """A rectangle as attributes write it."""
    (top, bottom), (left, right) = area
    first, last = cell(top, left), cell(bottom, right)
    return first if first == last else f"{first}:{last}"


def _corner(cells: str) -> Spot:
    row, column = address(cells.split(" ")[0].split(":")[0]) if cells else (0, 0)
    return Spot(row, column)
