"""Subtotal rows of a price list, compared with the lines above them."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice

from kadocs.figures import numbers
from kadocs.figures.money import Money
from kadocs.findings import Fault, Finding
from kadocs.sources.excel import report
from kadocs.tree.node import Node, Scalar

_NOTHING = Money(Decimal(0))

_MOST = 100
"""How many sections back a sum may begin; all of a long table's would take a while to try."""


class Subtotals:
    """The lines of one table so far, and where its sections and sums stand among them."""

    def __init__(self) -> None:
        self._lines: list[dict[str, Node]] = []
        self._sums = [_NOTHING]
        self._starts = [0]

    def add(self, line: dict[str, Node]) -> None:
        """Takes in a line of the table."""
        self._lines.append(line)

    def part(self) -> None:
        """Begins a new section: what was added before does not count in the next sum."""
        if self._starts[-1] < len(self._lines):
            self._starts.append(len(self._lines))

    def total(self) -> Money | None:
        """What all lines come to, or None where the amount of one is not known."""
        try:
            return self._sum()
        except Fault:
            return None

    def check(self, stated: Scalar) -> Finding | None:
        """What is wrong with a sum row that says `stated`, if it is the sum of no section's lines so far.

        Nothing is said where a line's amount is not known, which is told at the line itself.
        """
        try:
            said = Money.parse(stated.text).rounded()
            total, starts = self._sum(), self._starts[:-_MOST:-1]
            sums = ((total - self._sums[start]).rounded() for start in starts)
            if any(not (said - found).amount for found in sums):
                return None
            lines = (total - self._sums[starts[0]]).rounded()
        except Fault:
            return None
        return report.sum_off(stated.place, stated.text, numbers.grouped(lines.amount)) if lines else None

    def _sum(self) -> Money:
        """The sum of all lines so far; raises `Fault` where one has no amount."""
        for line in islice(self._lines, len(self._sums) - 1, None):
            self._sums.append(self._sums[-1] + _amount(line))
        return self._sums[-1]


def _amount(line: dict[str, Node]) -> Money:
    """The line's amount as stated, else quantity × unit price less discount."""
    if "amount" in line:
        return Money.parse(_text(line, "amount"))
    discount = numbers.parse_percent(_text(line, "discount") or "0")
    share = (1 - discount) * numbers.parse(_text(line, "quantity"))
    return (Money.parse(_text(line, "unit_price")) * share).rounded()


def _text(line: dict[str, Node], key: str) -> str:
    value = line.get(key)
    return value.text if isinstance(value, Scalar) else ""
