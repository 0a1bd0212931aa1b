"""One sheet, from top to bottom: titles, label–value rows and tables, in any order."""

from __future__ import annotations

from kadocs.sources.excel import abreast, asides, cells, form, headings, keyvalues, names, report, tables
from kadocs.sources.excel.abreast import Side
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.headings import NO_UNIT, Label, Path
from kadocs.sources.excel.keyvalues import Pair
from kadocs.sources.excel.records import Records
from kadocs.tree.node import Scalar

_TITLE_ROWS = 2
"""How many rows below a sheet's first may be lines about the sheet rather than data."""

_MOST_STRANGERS = 20
"""How many unknown labels of one sheet are told singly; more of them are a table that is not the deal's."""


class Walk:
    """Reads a sheet into the deal; `understood` says whether anything on it was data."""

    def __init__(self, context: Context) -> None:
        self._context, self._grid = context, context.grid
        self._own = headings.titled(context.grid.name)
        self._title: tuple[Path, ...] = ()
        self._last: Path = ()
        self._open: tuple[Label, int, int] | None = None
        self._labels: int | None = None
        self._strangers: list[tuple[int, int, str]] = []
        self._notes: list[tuple[int, int]] = []
        self._sheet_money = NO_UNIT
        self.understood = False

    def read(self) -> None:
        """Takes in every row; what was not understood is reported at the end."""
        if form.holds_nothing(self._grid):
            return
        row = self._grid.top
        while row < self._grid.bottom:
            row = self._step(row)
        self._report()

    def _part(self, side: Side) -> None:
        """Reads one of two things that stand side by side."""
        walk = Walk(self._context.beside(side.grid))
        walk._title = side.titles or self._title
        walk.read()

    @property
    def _titles(self) -> list[Path]:
        return [*self._title, *self._own]

    def _step(self, row: int) -> int:
        """Reads what begins in `row`; gives the row after it."""
        filled = self._grid.filled(row)
        if len(filled) == 1:
            self._single(row, filled[0])
        elif filled and not self._in_form(row, filled):
            sides = abreast.sides(self._grid, row, self._titles)
            if sides:
                self.understood, self._open = True, None
                for side in sides:
                    self._part(side)
                return sides[0].grid.bottom
            header = tables.find(self._grid, row, self._titles)
            if header:
                self.understood, self._open = True, None
                return Records(self._context, header).read(self._ends)
            self._pairs(row, filled)
        return row + 1

    def _in_form(self, row: int, filled: list[int]) -> bool:
        """Takes a row of a section as kadocs writes it: what stands beside the value is no data."""
        if form.heads_values(self._grid, row, filled):
            self._labels, self.understood = filled[0], True
            return True
        label = self._grid.at(row, filled[0])
        if filled[0] != self._labels or not isinstance(label, str):
            return False
        if known := keyvalues.meanings(label):
            self._take(row, Pair(filled[0], label, known, filled[0] + 1))
        elif tables.find(self._grid, row, self._titles):
            return False
        elif filled[0] + 1 in filled:
            self._strangers.append((row, filled[0], label))
        return True

    def _ends(self, row: int, filled: list[int], complete: bool) -> bool:
        """Whether a row inside a table, with all that a record needs or without, begins something else."""
        if len(filled) == 1:
            value = self._grid.at(row, filled[0])
            return isinstance(value, str) and bool(headings.titled(value)) and self._begins(row + 1)
        if complete:
            headed = tables.find(self._grid, row, self._titles) is not None
            return headed or keyvalues.consists(self._grid, row, filled)
        return self._is_block(row, filled)

    def _begins(self, row: int) -> bool:
        """Whether the next row with content heads a table or holds a label and its value."""
        while row < self._grid.bottom and not self._grid.filled(row):
            row += 1
        return self._is_block(row, self._grid.filled(row)) if row < self._grid.bottom else False

    def _is_block(self, row: int, filled: list[int]) -> bool:
        if tables.find(self._grid, row, self._titles):
            return True
        return keyvalues.begins(self._grid, row, filled)

    def _single(self, row: int, column: int) -> None:
        value = self._grid.at(row, column)
        text = cells.heading(value) if isinstance(value, str) else ""
        pairs = keyvalues.pairs(self._grid, row, [column])
        titles = headings.titled(text) if text else ()
        if self._open and self._open[1] == column and self._continues(row, column):
            return
        if pairs and pairs[0].text:
            self._take(row, pairs[0])
        elif titles:
            self._title, self._open = titles, None
            unit = headings.unit_note(text)
            self._context.money = self._sheet_money if unit == NO_UNIT else unit
        elif pairs and (label := self._meaning(row, pairs[0])):
            self._open = (label, -1, row)
        elif not self._continues(row, column):
            self._note(row, column, text)

    def _note(self, row: int, column: int, text: str) -> None:
        unit = headings.unit_note(text)
        if unit != NO_UNIT:
            self._context.money = unit
            if row <= self._grid.top + _TITLE_ROWS:
                self._sheet_money = unit
        elif text and row > self._grid.top + _TITLE_ROWS:
            self._notes.append((row, column))

    def _continues(self, row: int, column: int) -> bool:
        """Takes a value that stands alone below the value, or the title, of its field."""
        if self._open is None or self._open[1] not in (-1, column) or self._open[2] != row - 1:
            return False
        label = self._open[0]
        self._open = (label, self._open[1], row)
        value = self._context.scalar(row, column, label.field, NO_UNIT)
        if value:
            self._context.append(label.path, label.field, value)
            self.understood = True
        return True

    def _pairs(self, row: int, filled: list[int]) -> None:
        for pair in keyvalues.pairs(self._grid, row, filled):
            if pair.meanings:
                self._take(row, pair)
            else:
                self._strangers.append((row, pair.column, pair.label))

    def _take(self, row: int, pair: Pair) -> None:
        label = self._meaning(row, pair)
        if label is None:
            return
        self.understood = True
        self._last, self._open = label.path, (label, pair.value, row)
        self._context.take(row, pair.column, pair.label, ".".join(label.path), label.field.mark.title)
        if pair.text:
            value: Scalar | None = Scalar(pair.text, self._grid.place(row, pair.column))
        else:
            value = self._context.scalar(row, pair.value, label.field, headings.unit(pair.label))
        if value:
            self._context.put(label.path, label.field, value)

    def _meaning(self, row: int, pair: Pair) -> Label | None:
        chosen = keyvalues.choose(pair.meanings, self._titles, self._last)
        if len(chosen) == 1:
            return chosen[0]
        paths = [".".join(label.path) for label in chosen]
        self._context.doubt(row, pair.column, pair.label, paths)
        return None

    def _report(self) -> None:
        found = self._context.findings
        if not self.understood:
            if self._grid.top < self._grid.bottom or self._grid.alone:
                found.append(report.unread_sheet(self._grid))
            return
        for row, column, text in self._strangers[:_MOST_STRANGERS]:
            self._context.leave(row, column, text, names.nearest(text))
        if len(self._strangers) > _MOST_STRANGERS:
            row, column, _ = self._strangers[_MOST_STRANGERS]
            rest = len(self._strangers) - _MOST_STRANGERS
            found.append(report.more_headings(self._grid.place(row, column), rest))
        for row, column in self._notes:
            self._context.pass_over(row, column)
        asides.tell(self._context)
