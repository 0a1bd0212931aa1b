"""A register of opportunities (商机台账) → its deals, each gathered from its rows when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

from kadocs.figures.text import folded
from kadocs.findings import Finding
from kadocs.sources.excel import report as excel
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.draft import Draft
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.mapping import Mapped
from kadocs.sources.excel.workbook import Workbook
from kadocs.sources.register import report, telling
from kadocs.sources.register.columns import ID
from kadocs.sources.register.customers import NAMED, Customers
from kadocs.sources.register.parts import Gathered, Singles
from kadocs.sources.register.rows import Row
from kadocs.sources.register.sheets import Sheets
from kadocs.tree.node import Mapping, Scalar

__all__ = ["Register", "of", "refuse"]


def of(book: Workbook) -> Register | None:
    """The register that a workbook is; None if it is the workbook of one deal."""
    grids = [Grid(sheet, book.file) for sheet in book.sheets]
    mains = telling.mains(grids)
    return Register(book, grids, mains) if mains else None


def refuse(book: Workbook) -> None:
    """Raises `Refused` if a workbook is a register, where one deal is wanted."""
    found = of(book)
    if found is not None:
        raise report.several(book.file, len(found.ids))


class Register:
    """A workbook with one opportunity a row, and further sheets joined to them.

    `findings` are about the register as such: what they stop is no deal. `mapped` says what the headings
    were taken for.
    """

    def __init__(self, book: Workbook, grids: Sequence[Grid], mains: Sequence[telling.Main]) -> None:
        self.file = book.file
        self.findings: list[Finding] = []
        sheets = Sheets({sheet.name: sheet for sheet in book.sheets}, mains)
        contexts = [
            Context(grid, Draft(grid.whole()), book.from_1904, findings=self.findings) for grid in grids
        ]
        for context in contexts:
            sheets.read(context)
        self.mapped: list[Mapped] = [context.mapped for context in contexts]
        self._tables = sheets.tables
        self._customers = Customers(sheets.tables.customers)
        self._rows = _by_id(sheets.tables.opportunities)
        self.findings += self._strangers()
        self.findings += [excel.hidden_sheet(book.file, name) for name in book.hidden]

    @property
    def ids(self) -> list[Scalar]:
        """The id of each deal, with its cell, in the order of the register."""
        return [rows[0].row.joint for rows in self._rows.values()]

    def id(self, joint: str) -> Scalar:
        """The id of a deal as the register has it. Raises `Refused` if there is no such deal."""
        return self._lines(joint)[0].row.joint

    def deal(self, joint: str) -> tuple[Mapping, list[Finding]]:
        """The raw tree of the deal with that id, and what is wrong with its cells.

        Raises `Refused` as `id` does.
        """
        known = self._lines(joint)
        first = known[0]
        deal = Gathered(Draft(first.row.joint.place), _same(known))
        deal.draft.put(ID, first.row.joint)
        for part, row in known:
            if part is first.part and row.at == first.row.at:
                part.give(deal, row)
        self._join(deal, joint, self._customers.join(deal))
        deal.findings.extend(excel.ownerless(owner) for owner in deal.draft.settle())
        return deal.draft.node(), deal.findings

    def _lines(self, joint: str) -> list[_Line]:
        known = self._rows.get(folded(joint))
        if known is None:
            raise report.no_such(self.file, joint, self._near(joint))
        return known

    def _join(self, deal: Gathered, joint: str, names: set[str]) -> None:
        for part in self._tables.joined:
            joints = sorted(names) if part.by_account else [joint]
            rows = {row.row: row for each in joints for row in part.rows.of(each)}
            for _, row in sorted(rows.items()):
                part.give(deal, row)

    def _strangers(self) -> Iterator[Finding]:
        """What is to be said of joined rows that belong to no deal of the register."""
        for part in self._tables.joined:
            known = self._names if part.by_account else self._rows
            for key, rows in part.rows.found.items():
                joint = rows[0].joint
                if key not in known and part.by_account:
                    yield report.unknown_account(joint, self._customers.near(joint.text))
                elif key not in known:
                    yield report.unknown_id(joint, len(rows), self._near(joint.text))

    @cached_property
    def _names(self) -> set[str]:
        """All customers, as the opportunities and the sheets of customers call them."""
        said = (
            value.text
            for part in self._tables.opportunities
            for row in (row for rows in part.rows.found.values() for row in rows)
            for path, value in part.values(row)
            if path in NAMED
        )
        return {*map(folded, said), *self._customers.names}

    def _near(self, joint: str) -> str | None:
        """The id that `joint` most likely meant."""
        return next(iter(get_close_matches(joint, [each.text for each in self.ids], 1, 0.8)), None)


class _Line(NamedTuple):
    """A row of an opportunity, and the table that it stands in."""

    part: Singles
    row: Row


def _by_id(parts: Sequence[Singles]) -> dict[str, list[_Line]]:
    """The rows of each opportunity, in the order of the register."""
    found: dict[str, list[_Line]] = {}
    for part in parts:
        for key, rows in part.rows.found.items():
            found.setdefault(key, []).extend(_Line(part, row) for row in rows)
    return found


def _same(lines: Sequence[_Line]) -> list[Finding]:
    """That an id stands in several rows, at each of them."""
    joints = list(dict.fromkeys(line.row.joint for line in lines))
    return [
        report.same_id(joint, [other.place for other in joints if other != joint])
        for joint in joints
        if len(joints) > 1
    ]
