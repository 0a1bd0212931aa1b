"""The rows below a header → records of the list; category rows and sums told from items."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from kadocs.findings import Place, Text
from kadocs.model.schema import Field, inputs
from kadocs.model.types import Kind
from kadocs.sources.excel import cells, form, headings, names, report, totals
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.draft import record
from kadocs.sources.excel.headings import NO_UNIT, Path, Unit
from kadocs.sources.excel.subtotals import Subtotals
from kadocs.sources.excel.tables import Header
from kadocs.sources.excel.workbook import Value
from kadocs.tree.node import Node, Scalar

_QUOTED_ITEMS: Path = ("quote", "items")
_GROUPS = ("category", "group")
_GROUP_NUMBER = re.compile(r"[(（]?[一二三四五六七八九十]+[)）]?[、.．]?|[A-Z][.、]?|[IVX]+[.、]?")
_NOTE = re.compile(r"\s*(?:注|备注|说明|附注|notes?|remarks?)\s*\d*\s*[:：]|\s*[※*]", re.IGNORECASE)
_HEADLINE = re.compile(r"\s*(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）])")
_LONGEST_GROUP = 40
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
        self._context, self._grid, self._header = context, context.grid, header
        keys = inputs(header.table.noun)
        self._group_key = next((key for key in _GROUPS if key in keys), "")
        self._group: Scalar | None = None
        self._subtotals = Subtotals()
        self._columns = [
            _Column(at, said.field.key, said.field, said.unit) for at, said in sorted(header.columns.items())
        ]
        self._required = [(c.at, c.key) for c in self._columns if c.key in header.table.required]
        self._needed = [at - self._grid.left for at, _ in self._required]
        self._first = header.left
        self._amount = next((column.at for column in self._columns if column.key == "amount"), None)
        counted = (column for column in self._columns if column.field.kind is Kind.NUMBER)
        self._counted = [column.key for column in counted] if "unit" in keys else []
        self._numbers = form.numbers(self._grid, header.first)
        self._special, self._formats = self._grid.special(), self._grid.traits.formats
        self._cells = [self._fast(column) for column in self._columns]
        self._report_headings()

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
        return row

    def _is_ours(self, row: int) -> bool:
        """Takes a row that kadocs has numbered, whatever it says, and passes over its example."""
        if self._numbers is None:
            return False
        if form.is_example(self._grid, row, self._numbers):
            self._check_example(row)
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
        alone = self._lone_text(row, filled)
        if total:
            self._take_totals(row, filled)
        elif complete:
            self._add(row)
        elif _NOTE.match(alone):
            self._report_note(row, filled[0])
        elif (group := self._group_of(row, filled)) is not None:
            self._group = group
            self._subtotals.part()
        elif alone and self._stands_apart(row, filled[0], alone):
            self._report_note(row, filled[0])
        else:
            self._add(row)

    def _lone_text(self, row: int, filled: list[int]) -> str:
        """The text of a row that holds nothing else."""
        value = self._grid.at(row, filled[0])
        return value if isinstance(value, str) and len(filled) == 1 else ""

    def _stands_apart(self, row: int, column: int, text: str) -> bool:
        """Whether a lone text is spread over the table, beside its columns, or numbered like a headline."""
        wide = self._grid.end(row, column) > column
        return wide or column not in self._header.columns or _HEADLINE.match(text) is not None

    def _report_note(self, row: int, column: int) -> None:
        text = cells.heading(self._grid.at(row, column))
        self._context.findings.append(report.unread_row(self._grid.place(row, column), text))

    def _repeats(self, row: int, filled: list[int]) -> bool:
        """Whether the row is the header again, as printed pages have it."""
        head = self._header.first
        return all(self._grid.at(row, c) == self._grid.at(head, c) for c in filled) and len(filled) > 1

    def _is_sum(self, row: int, filled: list[int], complete: bool) -> bool:
        """Whether a row sums up; one that has all that a record needs must say nothing but 合计."""
        marks = [mark for c in filled[:3] if isinstance(mark := self._grid.at(row, c), str)]
        return totals.is_sum(marks[0]) if complete and marks else any(map(totals.is_label, marks))

    def _take_totals(self, row: int, filled: list[int]) -> None:
        if self._header.table.path != _QUOTED_ITEMS:
            return
        self._check_subtotal(row, filled)
        for name, found in totals.read(self._grid, row, filled, self._amount):
            wanted = names.field((*_QUOTED_ITEMS[:1], name))
            if isinstance(found, str):
                value: Scalar | None = Scalar(found, self._grid.place(row, filled[0]))
            else:
                unit = self._header.columns[self._amount].unit if self._amount is not None else NO_UNIT
                value = self._context.scalar(row, found, wanted, unit)
            if value:
                self._context.put(("quote", name), wanted, value)

    def _check_subtotal(self, row: int, filled: list[int]) -> None:
        amount, marks = self._amount, (self._grid.at(row, column) for column in filled[:3])
        if amount not in filled or self._grid.broken((row, amount)):
            return
        if not any(isinstance(mark, str) and totals.is_subtotal(mark) for mark in marks):
            return
        column = self._header.columns[amount]
        value = self._context.scalar(row, amount, *column)
        if value and (finding := self._subtotals.check(value)):
            self._context.findings.append(finding)
        self._subtotals.part()

    def _group_of(self, row: int, filled: list[int]) -> Scalar | None:
        """The category that the row announces for those below it, if it is such a row."""
        keys = ("", "no", "name", "amount", self._group_key)
        allowed = {column for column in filled if column == filled[0] or self._key(column) in keys}
        marks = [c for c in filled if c != self._amount and isinstance(self._grid.at(row, c), str)]
        if not self._group_key or len(allowed) < len(filled) or not 1 <= len(marks) <= 2:
            return None
        *number, name = (cells.heading(self._grid.at(row, column)) for column in marks)
        if number and not _GROUP_NUMBER.fullmatch(number[0]):
            return None
        text = headings.without_numbering(name)
        return Scalar(text, self._grid.place(row, marks[-1])) if len(text) <= _LONGEST_GROUP else None

    def _key(self, column: int) -> str:
        known = self._header.columns.get(column)
        return known.field.key if known else ""

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
            self._part_units(items)
        draft, table, item = self._context.draft, self._header.table, record(items, place)
        if table.path == _QUOTED_ITEMS:
            self._subtotals.add(items)
        if self._header.owner is None:
            draft.add(table.path, item)
        elif owner := self._owner(row, self._header.owner):
            draft.lend(table.path, table.owner, owner, item)
        else:
            self._report_note(row, self._header.owner)

    def _place(self, row: int, items: dict[str, Node]) -> Place:
        """Where a value that is missing would stand, else the row's first cell."""
        blank = (at for at, key in self._required if key not in items)
        return self._grid.place(row, next(blank, self._first))

    def _owner(self, row: int, column: int) -> Scalar | None:
        """The name of the record to which the row belongs."""
        at = self._grid.above(row, column) or (row, column)
        text = cells.heading(self._grid.at(*at))
        return Scalar(text, self._grid.place(*at)) if text else None

    def _part_units(self, items: dict[str, Node]) -> None:
        """Parts "2台" in a column of numbers where the record has a unit of its own, blank or the same."""
        for key in self._counted:
            value, unit = items.get(key), items.get("unit")
            if isinstance(value, Scalar) and value.text[-1:].isalpha():
                number, said = cells.parted(value.text)
                if said and (not isinstance(unit, Scalar) or unit.text == said):
                    items[key] = value._replace(text=number)
                    items["unit"] = unit or Scalar(said, value.place)

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

    def _meant(self, text: str) -> Text | None:
        """The title that an unknown heading most likely meant; never one that another column has."""
        table = self._header.table
        if headings.counts_rows(text):
            return inputs(table.noun)["id"].mark.title
        return names.nearest(text, table.columns, {column.key for column in self._columns})

    def _report_headings(self) -> None:
        header, found = self._header, self._context.findings
        for column, text in header.unknown.items():
            place = self._grid.place(header.first, column)
            if isinstance(self._grid.at(header.last, column), str):
                found.append(report.heading(place, text, self._meant(text)))
            else:
                found.append(report.unread_row(place, text))
        for column, text in header.twice.items():
            found.append(report.heading(self._grid.place(header.first, column), text, None))
