"""The sheets of customers in a register: one row a customer, whom a deal may call by any of its names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from kadocs.figures.text import folded
from kadocs.model.types import MARKS, Kind, entries
from kadocs.sources.excel.headings import Path
from kadocs.sources.register import report
from kadocs.sources.register.columns import ACCOUNT
from kadocs.sources.register.parts import Gathered, Singles
from kadocs.sources.register.rows import Row
from kadocs.tree.node import Scalar

_ALIASES: Path = ("account", "aliases")

NAMED: tuple[Path, ...] = (*ACCOUNT[:2], ("opportunity", "account"), *ACCOUNT[2:])
"""Where an opportunity says whose it is, the surest first."""


class _Customer(NamedTuple):
    part: Singles
    row: Row
    names: dict[str, Scalar]


class Customers:
    """The customers of a register by all their names; false if there is no sheet of them."""

    def __init__(self, parts: Sequence[Singles]) -> None:
        self._found: dict[str, list[_Customer]] = {}
        for part in parts:
            for row in (row for rows in part.rows.found.values() for row in rows):
                customer = _Customer(part, row, {folded(each.text): each for each in _names(part, row)})
                for name in customer.names:
                    self._found.setdefault(name, []).append(customer)

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def names(self) -> Collection[str]:
        """All names of all customers, folded."""
        return self._found.keys()

    def join(self, deal: Gathered) -> set[str]:
        """Gives the deal what the sheet says of its customer; all names of the customer, folded."""
        said = [value for path in NAMED if (value := deal.draft.value(path))]
        names = {folded(value.text) for value in said}
        if not said or not self:
            return names
        asked = next((value for value in said if folded(value.text) in self._found), None)
        if asked is None:
            deal.findings.append(report.unknown_account(said[0], self.near(said[0].text)))
            return names
        found = self._found[folded(asked.text)]
        if len(found) > 1:
            deal.findings.append(report.same_account(asked, [each.row.joint.place for each in found]))
            return names
        self._give(deal, found[0])
        return names | found[0].names.keys()

    def near(self, name: str) -> str | None:
        """The name that `name` most likely meant."""
        texts = {each.text for found in self._found.values() for one in found for each in one.names.values()}
        return next(iter(get_close_matches(name, sorted(texts), 1, 0.7)), None)

    def _give(self, deal: Gathered, customer: _Customer) -> None:
        """Puts the customer's row into the deal, its names in place of that by which the deal called it."""
        for path, value in customer.part.values(customer.row):
            known = deal.draft.value(path)
            if path in ACCOUNT and known and folded(known.text) in customer.names:
                deal.draft.put(path, value)
        customer.part.give(deal, customer.row)


def _names(part: Singles, row: Row) -> Iterator[Scalar]:
    """All that a row calls its customer."""
    for path, value in part.values(row):
        if path in ACCOUNT:
            yield value
        elif path == _ALIASES:
            yield from (value._replace(text=text) for text in entries(value.text, MARKS[Kind.NAMES]))
