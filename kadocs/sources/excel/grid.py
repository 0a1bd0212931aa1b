"""A sheet as a grid that is asked by row and column, both counted from 0 as in the whole sheet."""

from __future__ import annotations

import re
from dataclasses import replace

from kadocs.figures.columns import letters
from kadocs.findings import Place
from kadocs.sources.excel.scan import Cell
from kadocs.sources.excel.workbook import Sheet, Value

_PLAIN_NAME = re.compile(r"[^\W\d][\w.]*")


class Grid:
    """The cells of one sheet, with their places and merged areas."""

    def __init__(self, sheet: Sheet, file: str) -> None:
        self.name = sheet.name
        self.traits = sheet.traits
        self.top, self.bottom = sheet.top, sheet.top + len(sheet.rows)
        self.left = sheet.left
        self.right = sheet.left + max(map(len, sheet.rows), default=0)
        self._sheet = sheet
        self._rows = sheet.rows
        self.file = file
        self.alone, self.worked_out = sheet.alone, sheet.worked_out
        self._prefix = "" if sheet.alone else _quoted(sheet.name) + "!"
        self._merged = {first: last for first, last in sheet.merged}
        self._broken: dict[int, list[int]] = {}
        for at, column in (*self.traits.unsaved, *self.traits.errors):
            self._broken.setdefault(at, []).append(column)
        self._covered = {
            (row, first[1]): first
            for first, last in sheet.merged
            for row in range(first[0] + 1, min(last[0], self.bottom) + 1)
        }

    def part(self, rows: range, columns: range) -> Grid:
        """The cells of these rows and columns as a grid of its own, with nothing hidden in it."""
        sheet, traits = self._sheet, self.traits

        def inside(cell: Cell) -> bool:
            return cell[0] in rows and cell[1] in columns

        within = slice(columns.start - self.left, columns.stop - self.left)
        values = [self.row(row)[within] for row in rows]
        own = replace(
            traits,
            unsaved={cell: formula for cell, formula in traits.unsaved.items() if inside(cell)},
            errors={cell: error for cell, error in traits.errors.items() if inside(cell)},
            hidden_rows=frozenset(),
            hidden_columns=(),
            remarks=(0, 0),
        )
        merged = tuple(area for area in sheet.merged if inside(area[0]))
        part = replace(
            sheet, worked_out=0, rows=values, top=rows.start, left=columns.start, merged=merged, traits=own
        )
        return Grid(part, self.file)

    def row(self, row: int) -> list[Value]:
        """The values of a row from column `left` on, "" where there is none; read it, do not change it."""
        return self._rows[row - self.top] if self.top <= row < self.bottom else []

    def at(self, row: int, column: int) -> Value:
        """The value of a cell; a marker where the sheet has one that was not saved, or an error."""
        values = self.row(row)
        value = values[column - self.left] if 0 <= column - self.left < len(values) else ""
        if value == "" and self.broken((row, column)):
            return self.traits.errors.get((row, column), "=")
        return value

    def filled(self, row: int) -> list[int]:
        """The columns of a row that hold something, formulas without a value and errors included."""
        found = [
            column
            for column, value in enumerate(self.row(row), self.left)
            if value != "" and (type(value) is not str or not value.isspace())
        ]
        return sorted({*found, *self._broken[row]}) if row in self._broken else found

    def broken(self, cell: Cell) -> bool:
        """Whether the cell is a formula without a saved value, or an error."""
        return cell in self.traits.unsaved or cell in self.traits.errors

    def end(self, row: int, column: int) -> int:
        """The last column of the merged area that begins at the cell, or its own column."""
        return self._merged.get((row, column), (row, column))[1]

    def height(self, row: int, column: int) -> int:
        """How many rows the merged area that begins at the cell has: 1 if it is not merged."""
        return self._merged.get((row, column), (row, column))[0] - row + 1

    def above(self, row: int, column: int) -> Cell | None:
        """The cell whose value a merged area hands down to this one in its first column, if any."""
        return self._covered.get((row, column))

    def special(self) -> frozenset[int]:
        """The rows with broken cells, or cells that take their value from a merged area above."""
        return frozenset((*self._broken, *(row for row, _ in self._covered)))

    def place(self, row: int, column: int) -> Place:
        """Where the cell stands: `报价!D14` of the file."""
        return Place(self.file, None, f"{self._prefix}{letters(column)}{row + 1}")

    def prefix(self, column: int) -> str:
        """What the places of a column begin with, `报价!D`, for those who make many."""
        return self._prefix + letters(column)

    def whole(self) -> Place:
        """The place of the sheet as such."""
        return Place(self.file, cell="" if self.alone else self.name)


def _quoted(name: str) -> str:
    """A sheet's name as references write it, in quotes where Excel wants them."""
    return name if _PLAIN_NAME.fullmatch(name) else "'" + name.replace("'", "''") + "'"
