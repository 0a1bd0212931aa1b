"""The cells of a sheet's XML: found, or put where they belong, and given another style."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from lxml import etree

from kadocs.figures.columns import letters, position
from kadocs.sources.annotation.places import Spot
from kadocs.sources.annotation.xml import Element, child, local, named

_REFERENCE = re.compile("([A-Z]+)([0-9]+)")
_EXTENT = re.compile("([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?")


class Cells:
    """The cells of one sheet; `restyle` changes the style of one of them, which may not be there yet."""

    def __init__(self, sheet: Element) -> None:
        self._sheet = sheet
        self._data = child(sheet, "sheetData")
        rows = [] if self._data is None else [each for each in self._data if local(each) == "row"]
        self._rows = dict(zip(_numbered(rows, _row_number), rows, strict=True))
        self._numbers = sorted(self._rows)
        self._columns: dict[int, dict[int, Element]] = {}

    def restyle(self, spot: Spot, style: Callable[[int], int]) -> None:
        """Gives the cell the style that `style` makes of its own, or of its row's or column's."""
        if self._data is None:
            return
        row = self._rows.get(spot.row)
        if row is None:
            row = self._new_row(spot.row)
        cells = self._cells(spot.row, row)
        cell = cells.get(spot.column)
        if cell is None:
            cell = self._new_cell(spot, row, cells)
        cell.set("s", str(style(int(cell.get("s") or 0))))

    def exchange(self, styles: dict[int, int]) -> None:
        """Gives every cell that has one of the `styles` the other that it stands for."""
        for row in self._rows.values():
            for cell in row:
                own = cell.get("s")
                if own is not None and int(own) in styles:
                    cell.set("s", str(styles[int(own)]))

    def _cells(self, at: int, row: Element) -> dict[int, Element]:
        if at not in self._columns:
            cells = [each for each in row if local(each) == "c"]
            numbers = _numbered(cells, _column_number)
            row.set("r", str(at))
            for column, cell in zip(numbers, cells, strict=True):  # none may go without, once some have it
                cell.set("r", f"{letters(column - 1)}{at}")
            self._columns[at] = dict(zip(numbers, cells, strict=True))
        return self._columns[at]

    def _new_row(self, at: int) -> Element:
        for known, row in self._rows.items():
            row.set("r", str(known))
        position = bisect_left(self._numbers, at)
        made = etree.Element(named(self._sheet, "row"), r=str(at))
        if position < len(self._numbers):
            self._rows[self._numbers[position]].addprevious(made)
        else:
            self._data.append(made)
        self._numbers.insert(position, at)
        self._rows[at] = made
        self._reach(at, 1)
        return made

    def _new_cell(self, spot: Spot, row: Element, cells: dict[int, Element]) -> Element:
        style = row.get("s") if row.get("customFormat") in ("1", "true") else self._column_style(spot.column)
        made = etree.Element(named(self._sheet, "c"), r=spot.reference)
        if style:
            made.set("s", style)
        after = [column for column in cells if column > spot.column]
        if after:
            cells[min(after)].addprevious(made)
        elif cells:
            cells[max(cells)].addnext(made)
        else:
            row.insert(0, made)
        cells[spot.column] = made
        row.attrib.pop("spans", None)  # which says where the row's cells end, and may be left out
        self._reach(spot.row, spot.column)
        return made

    def _column_style(self, column: int) -> str | None:
        groups = child(self._sheet, "cols")
        for each in groups if groups is not None else ():
            if int(each.get("min") or 0) <= column <= int(each.get("max") or 0):
                return str(each.get("style")) if each.get("style") else None
        return None

    def _reach(self, row: int, column: int) -> None:
        """Makes the extent that the sheet says of itself take in the cell."""
        extent = child(self._sheet, "dimension")
        found = _EXTENT.fullmatch(extent.get("ref") or "") if extent is not None else None
        if extent is None or found is None:
            return
        left, top, right, bottom = found[1], found[2], found[3] or found[1], found[4] or found[2]
        columns = (position(left), position(right), column - 1)
        rows = (int(top), int(bottom), row)
        extent.set("ref", f"{letters(min(columns))}{min(rows)}:{letters(max(columns))}{max(rows)}")


def _numbered(elements: Iterable[Element], said: Callable[[Element], int]) -> list[int]:
    """The numbers of rows or cells; one that has none follows the one before it."""
    found: list[int] = []
    for each in elements:
        found.append(said(each) or (found[-1] + 1 if found else 1))
    return found


def _row_number(row: Element) -> int:
    return int(row.get("r") or 0)


def _column_number(cell: Element) -> int:
    found = _REFERENCE.fullmatch(cell.get("r") or "")
    return position(found[1]) + 1 if found else 0
