"""The sum rows of a price list: subtotals are judged against the lines above, totals are the quotation's."""

from __future__ import annotations

from kadocs.sources.excel import names, totals
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.headings import NO_UNIT, Path
from kadocs.sources.excel.tables import Header
from kadocs.tree.node import Node, Scalar

ITEMS: Path = ("quote", "items")


class Sums:
    """Takes the lines of one price list in turn, and the sums between and below them."""

    def __init__(self, context: Context, header: Header) -> None:
        self._context, self._grid, self._header = context, context.grid, header
        self._list = context.prices.begin()
        self._columns = totals.columns(header)
        self._amount = next((at for at, known in header.columns.items() if known.field.key == "amount"), None)

    def line(self, items: dict[str, Node]) -> None:
        """Takes in a line."""
        self._list.lines.add(items)

    def part(self) -> None:
        """Begins a new category."""
        self._list.lines.part()

    def take(self, row: int, filled: list[int]) -> None:
        """Takes in a sum row."""
        self._check_subtotal(row, filled)
        for key, found in totals.read(self._grid, row, filled, self._columns):
            if isinstance(found, str):
                value: Scalar | None = Scalar(found, self._grid.place(row, filled[0]))
            else:
                known = self._header.columns.get(found if found in self._columns else self._amount or -1)
                wanted = names.field((*ITEMS[:1], key or "total"))
                value = self._context.scalar(row, found, wanted, known.unit if known else NO_UNIT)
            if value:
                self._list.totals.append((key, value))

    def _check_subtotal(self, row: int, filled: list[int]) -> None:
        amount, marks = self._amount, (self._grid.at(row, column) for column in filled[:3])
        if amount not in filled or self._grid.broken((row, amount)):
            return
        if not any(isinstance(mark, str) and totals.is_subtotal(mark) for mark in marks):
            return
        value = self._context.scalar(row, amount, *self._header.columns[amount])
        if value and (finding := self._list.lines.check(value)):
            self._context.findings.append(finding)
        self._list.lines.part()
