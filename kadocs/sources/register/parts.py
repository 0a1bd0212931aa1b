"""The tables of a register: what each of them gives to the deals that its rows belong to."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kadocs.findings import Finding
from kadocs.model.schema import Field
from kadocs.sources.excel import counts, taxes, totals
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.draft import Draft, record
from kadocs.sources.excel.headings import NO_UNIT, Path, Unit
from kadocs.sources.excel.names import field
from kadocs.sources.excel.sums import ITEMS
from kadocs.sources.excel.tables import Header
from kadocs.sources.register.columns import ID, Heads, Single
from kadocs.sources.register.rows import Row, Rows
from kadocs.tree.node import Node, Scalar

_TAX_MODE: Path = ("quote", "tax_mode")
_MARKS = 3


class Gathered(NamedTuple):
    """A deal while it is gathered from the tables: what is known of it, and what was found on the way."""

    draft: Draft
    findings: list[Finding]


class Part(ABC):
    """A table whose rows belong to deals.

    `by_account` says that a row belongs to all deals of the customer that it names, else it is to one deal,
    by its id.
    """

    def __init__(self, context: Context, rows: Rows, *, by_account: bool) -> None:
        self.context, self.rows, self.by_account = context, rows, by_account

    def give(self, deal: Gathered, row: Row) -> None:
        """Puts what a row says into the deal."""
        self._give(self.context.of(deal.draft, deal.findings), row)

    @abstractmethod
    def _give(self, context: Context, row: Row) -> None: ...


class Singles(Part):
    """A table of single values: one row a deal, or one a customer."""

    def __init__(self, context: Context, heads: Heads, rows: Rows, *, by_account: bool = False) -> None:
        super().__init__(context, rows, by_account=by_account)
        self.columns = {column: single for column, single in heads.columns.items() if single.path != ID}

    def _give(self, context: Context, row: Row) -> None:
        for column, single in self.columns.items():
            if value := _value(context, row, column, single.field, single.unit):
                context.put(single.path, single.field, value)

    def values(self, row: Row) -> Iterator[tuple[Path, Scalar]]:
        """The values of a row, each with its path; what is wrong with them is told when they are given."""
        scratch = self.context.of(Draft(self.context.grid.whole()), [])
        for column, single in self.columns.items():
            if value := _value(scratch, row, column, single.field, single.unit):
                yield single.path, value


class Listed(Part):
    """A table of a list: any number of rows a deal.

    `repeated` are columns that say again, for those who read the sheet, what the register says of the deal.
    """

    def __init__(
        self,
        context: Context,
        header: Header,
        rows: Rows,
        repeated: Mapping[int, Single],
        *,
        by_account: bool,
    ) -> None:
        super().__init__(context, rows, by_account=by_account)
        scratch = context.of(Draft(context.grid.whole()), [])
        self._header = taxes.settled(scratch, header) if header.table.path == ITEMS else header
        self._tax_mode = scratch.draft.value(_TAX_MODE)
        self._repeated = repeated
        self._required = header.table.required
        self._counted = counts.columns(
            header.table.noun, (column.field for column in self._header.columns.values())
        )

    @property
    def header(self) -> Header:
        """The headings, as they are read."""
        return self._header

    def _give(self, context: Context, row: Row) -> None:
        items: dict[str, Node] = {}
        for column, known in self._header.columns.items():
            if value := _value(context, row, column, known.field, known.unit):
                items[known.field.key] = value
        if self._is_sum(context, row, items):
            return
        for column, single in self._repeated.items():
            if value := _value(context, row, column, single.field, single.unit):
                context.put(single.path, single.field, value)
        if items:
            self._add(context, row, items)

    def _add(self, context: Context, row: Row, items: dict[str, Node]) -> None:
        counts.part(items, self._counted)
        if self._tax_mode:
            context.put(_TAX_MODE, field(_TAX_MODE), self._tax_mode)
        path, owner = self._header.table.path, self._header.owner
        blank = (
            column
            for column, known in self._header.columns.items()
            if known.field.key in self._required and known.field.key not in items
        )
        item = record(items, context.grid.place(row.row, next(blank, self._header.left)))
        if owner is None:
            context.draft.add(path, item)
        elif named := _value(context, row, owner, field(ID), NO_UNIT):
            context.draft.lend(path, self._header.table.owner, named, item)
        else:
            context.pass_over(row.row, row.at[1])

    def _is_sum(self, context: Context, row: Row, items: dict[str, Node]) -> bool:
        """Whether the row, which lacks what a record must have, says 合计 or the like."""
        if self._required <= items.keys():
            return False
        filled = [column for column in context.grid.filled(row.row) if column != row.at[1]]
        marks = (context.grid.at(row.row, column) for column in filled[:_MARKS])
        return any(isinstance(mark, str) and totals.is_label(mark) for mark in marks)


def _value(context: Context, row: Row, column: int, wanted: Field, unit: Unit) -> Scalar | None:
    """What a row says in a column, perhaps in a cell that is merged over several rows."""
    at = context.grid.above(row.row, column) or (row.row, column)
    return context.scalar(*at, wanted, unit)
