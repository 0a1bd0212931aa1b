"""The rows below a header → records of the list; category rows and sums told from items."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from kadocs.findings import Place
from kadocs.model.schema import Field, inputs
from kadocs.sources.excel import cells, columns, counts, form, groups, headings, report, taxes, totals
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.draft import record
from kadocs.sources.excel.headings import Unit
from kadocs.sources.excel.mapping import Why
from kadocs.sources.excel.sums import ITEMS, Sums
from kadocs.sources.excel.tables import Header
from kadocs.sources.excel.workbook import Value
from kadocs.tree.node import Node, Scalar

_FEWEST_NEEDED = 2
_NUMBER_FIRST = re.compile(r"\s*[-+(（]?\d")

Ends = Callable[[int, list[int], bool], bool]


class _Column(NamedTuple):
    """A column of the table."""

    at: int
    key: str
    field: Field
    unit: Unit


# What the inner loop needs of a column: itself, its place in the row, key, fast reader, whether some of its
# cells have formats, and what its places begin with.
_Fast: TypeAlias = tuple[_Column, int, str, Callable[[Value], str | None], bool, str]


class Records:
    """Reads one table: `read` adds its rows to the deal and says where it ends."""

    def __init__(self, context: Context, header: Header) -> None:
        self._context, self._grid = context, context.grid
        priced = header.table.path == ITEMS
        self._header = header = taxes.settled(context, header) if priced else header
        self._sums = Sums(context, header) if priced else None
        keys = inputs(header.table.noun)
        self._group_key = next((key for key in groups.KEYS if key in keys), "")
        self._group: Scalar | None = None
        self._columns = [
            _Column(at, said.field.key, said.field, said.unit) for at, said in sorted(header.columns.items())
        ]
        self._required = [(c.at, c.key) for c in self._columns if c.key in header.table.required]
        self._needed = [at - self._grid.left for at, _ in self._required]
        self._prefix = self._grid.prefix(header.left)
        self._counted = counts.columns(header.table.noun, (column.field for column in self._columns))
        self._numbers = form.numbers(self._grid, header.first)
        self._special, self._formats = self._grid.special(), self._grid.traits.formats
        self._cells = [self._fast(column) for column in self._columns]
        columns.tell(context, header)

    def read(self, ends: Ends) -> int:
        """Adds the records below the header; gives the first row that is not of this table.

        `ends` is asked, with whether the row has all that a record must have, for every row that may
        begin something else.
        """
        row, gap = self._header.last + 1, False
        while row < self._grid.bottom:
            if self._is_ours(row):
                row, gap = row + 1, False
                continue
            if not gap and self._is_numbered(row):
                self._add(row)
                row += 1
                continue
            filled = self._grid.filled(row)
            complete = len(filled) > 1 and self._complete(row)
            if complete and not gap and not self._is_suspect(row, filled[0]):
                self._add(row)
            elif filled and not self._repeats(row, filled):
                total = self._is_sum(row, filled, complete)
                if (len(filled) == 1 or not total) and ends(row, filled, complete):
                    break
                self._irregular(row, filled, complete, total)
            gap = not filled
            row += 1
        columns.tell_unheaded(self._context, self._header, row)
        return row

    def _is_ours(self, row: int) -> bool:
        """Takes a row that kadocs has numbered, whatever it says, and passes over its example."""
        if self._numbers is None:
            return False
        if form.is_example(self._grid, row, self._numbers):
            self._check_example(row)
            self._context.skip(row, self._numbers, Why.EXAMPLE)
            return True
        numbered = form.is_numbered(self._grid, row, self._numbers)
        if numbered:
            self._add(row)
        return numbered

    def _check_example(self, row: int) -> None:
        """Warns where somebody has written over the example, which is not read."""
        for column in self._columns:
            value = self._scalar(row, column)
            if value and not form.is_exemplary(value.text, column.field):
                self._context.findings.append(report.example(value.place))
                return

    def _is_numbered(self, row: int) -> bool:
        """Whether the row is complete and begins with a number, as most rows of long tables do."""
        values = self._grid.row(row)
        if type(values[0]) is not float or row in self._special or len(self._needed) < _FEWEST_NEEDED:
            return False
        for offset in self._needed:  # noqa: SIM110 - twice as fast as all() in the innermost test
            if values[offset] == "":
                return False
        return True

    def _is_suspect(self, row: int, column: int) -> bool:
        """Whether the row, though complete, begins like a heading or a sum."""
        value = self._grid.at(row, column)
        if not isinstance(value, str) or _NUMBER_FIRST.match(value):
            return False
        return headings.is_column(value) or totals.is_sum(value)

    def _complete(self, row: int) -> bool:
        """Whether the row has all that a record must have, so that it can be nothing else."""
        return bool(self._required) and all(self._value(row, column) != "" for column, _ in self._required)

    def _irregular(self, row: int, filled: list[int], complete: bool, total: bool) -> None:
        alone = groups.lone_text(self._grid, row, filled)
        if total:
            self._take_totals(row, filled)
        elif complete:
            self._add(row)
        elif groups.is_note(alone):
            self._context.pass_over(row, filled[0])
        elif self._group_key and (group := groups.named(self._grid, self._header, row, filled)):
            self._begin_group(row, filled[0], group)
        elif alone and groups.stands_apart(self._grid, self._header, row, filled[0]):
            self._context.pass_over(row, filled[0])
        else:
            self._add(row)

    def _begin_group(self, row: int, column: int, group: Scalar) -> None:
        self._group = group
        self._context.skip(row, column, Why.GROUP)
        if self._sums:
            self._sums.part()

    def _repeats(self, row: int, filled: list[int]) -> bool:
        """Whether the row is the header again, as printed pages have it."""
        heads = (self._header.first, self._header.last)
        again = len(filled) > 1 and any(
            all(self._grid.at(row, c) == self._grid.at(head, c) for c in filled) for head in heads
        )
        if again:
            self._context.skip(row, filled[0], Why.AGAIN)
        return again

    def _is_sum(self, row: int, filled: list[int], complete: bool) -> bool:
        """Whether a row sums up; one that has all that a record needs must say nothing but 合计."""
        marks = [mark for c in filled[:3] if isinstance(mark := self._grid.at(row, c), str)]
        return totals.is_sum(marks[0]) if complete and marks else any(map(totals.is_label, marks))

    def _take_totals(self, row: int, filled: list[int]) -> None:
        mark = next(c for c in filled if isinstance(self._grid.at(row, c), str))
        self._context.skip(row, mark, Why.SUM)
        if self._sums:
            self._sums.take(row, filled)

    def _add(self, row: int) -> None:
        items: dict[str, Node] = {}
        easy, values = row not in self._special, self._grid.row(row)
        file, number, new = self._grid.file, str(row + 1), tuple.__new__  # half the time of calling each
        for column, offset, key, quick, formed, prefix in self._cells:
            if easy:
                value = values[offset]
                if value == "":
                    continue
                text = None if formed and (row, column.at) in self._formats else quick(value)
            else:
                text = None
            if text:
                items[key] = new(Scalar, (text, new(Place, (file, None, prefix + number, ())), False))
            elif scalar := self._scalar(row, column):
                items[key] = scalar
        if items:
            self._finish(row, items)

    def _finish(self, row: int, items: dict[str, Node]) -> None:
        place = self._place(row, items)
        if self._group and self._group_key not in items:
            items[self._group_key] = self._group
        if self._counted:
            counts.part(items, self._counted)
        draft, table, item = self._context.draft, self._header.table, record(items, place)
        if self._sums:
            self._sums.line(items)
        if self._header.owner is None:
            draft.add(table.path, item)
        elif owner := self._owner(row, self._header.owner):
            draft.lend(table.path, table.owner, owner, item)
        else:
            self._context.pass_over(row, self._header.owner)

    def _place(self, row: int, items: dict[str, Node]) -> Place:
        """Where a value that is missing would stand, else the row's first cell."""
        for at, key in self._required:
            if key not in items:
                return self._grid.place(row, at)
        return tuple.__new__(Place, (self._grid.file, None, f"{self._prefix}{row + 1}", ()))

    def _owner(self, row: int, column: int) -> Scalar | None:
        """The name of the record to which the row belongs."""
        at = self._grid.above(row, column) or (row, column)
        text = cells.heading(self._grid.at(*at))
        return Scalar(text, self._grid.place(*at)) if text else None

    def _value(self, row: int, column: int) -> object:
        value = self._grid.at(row, column)
        if value == "" and row in self._special:
            above = self._grid.above(row, column)
            return self._grid.at(*above) if above else ""
        return value

    def _scalar(self, row: int, column: _Column) -> Scalar | None:
        at = self._grid.above(row, column.at) or (row, column.at)
        return self._context.scalar(*at, column.field, column.unit)

    def _fast(self, column: _Column) -> _Fast:
        quick = cells.quick(column.field, self._context.unit(column.field, column.unit))
        formed = any(at == column.at for _, at in self._formats)
        return column, column.at - self._grid.left, column.key, quick, formed, self._grid.prefix(column.at)
