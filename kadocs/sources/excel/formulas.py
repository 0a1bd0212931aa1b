"""Simple formulas without a saved value → the value that Excel would show.

Only + − × ÷, %, SUM, PRODUCT and ROUND over cells of the same sheet: what price lists are made of, and
what can be worked out exactly. All else is left for Excel or WPS to calculate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date, time, timedelta
from decimal import Decimal, DecimalException
from functools import reduce

from kadocs.figures import numbers
from kadocs.figures.columns import position
from kadocs.findings import Fault
from kadocs.sources.excel.scan import Cell

At = Callable[[int, int], object]
"""Gives the value of a cell, "" where there is none. Raises `Unworkable` for an error."""

_TOKEN = re.compile(
    r"\s*(?:(?P<range>\$?[A-Z]{1,3}\$?[0-9]{1,7}:\$?[A-Z]{1,3}\$?[0-9]{1,7})|(?P<name>SUM|PRODUCT|ROUND)\s*\("
    r"|(?P<cell>\$?[A-Z]{1,3}\$?[0-9]{1,7})(?![A-Za-z0-9_(!.:])|(?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?![A-Za-z_])"
    r"|(?P<sign>[-+*/%(),]))"
)
_CELL = re.compile(r"\$?([A-Z]+)\$?([0-9]+)")
_DEEPEST = 30
_MOST_BRACKETS = 16
_LARGEST = 10**15  # beyond which Excel loses digits
_MOST_VISITS = 2_000_000
"""Cells that the formulas of a sheet may ask for; sums of sums of long columns would take minutes."""


class Unworkable(Exception):  # noqa: N818 - the formula is beyond us; nothing has failed
    """The formula is more than can be worked out here."""


class Formulas:
    """The formulas of a sheet that have no value, by cell; `value` works one out."""

    def __init__(self, formulas: Mapping[Cell, str], at: At) -> None:
        self._formulas, self._at = formulas, at
        self._known: dict[Cell, Decimal | None] = {}
        self._depth = self._visits = 0

    def value(self, cell: Cell) -> Decimal | None:
        """What the formula in `cell` comes to, or None where that cannot be worked out."""
        if cell not in self._known:
            self._known[cell] = None  # which is what a formula that comes back to itself finds
            with suppress(Unworkable, DecimalException, Fault):
                self._known[cell] = self._worked_out(self._formulas[cell])
        return self._known[cell]

    def _worked_out(self, text: str) -> Decimal:
        self._depth += 1
        try:
            if not text or self._depth > _DEEPEST or text.count("(") > _MOST_BRACKETS:
                raise Unworkable
            value = _Reading(text, self).whole()
            if abs(value) >= _LARGEST:
                raise Unworkable
            return value
        finally:
            self._depth -= 1

    def number(self, row: int, column: int) -> Decimal | None:
        """The number in a cell, or None where it holds none. Raises `Unworkable` for a broken one."""
        self._visits += 1
        if self._visits > _MOST_VISITS:
            raise Unworkable
        if (row, column) in self._formulas:
            found = self.value((row, column))
            if found is None:
                raise Unworkable
            return found
        value = self._at(row, column)
        if isinstance(value, (date, time, timedelta)):
            raise Unworkable
        return Decimal(format(value, ".15g")) if type(value) is float else None

    def single(self, row: int, column: int) -> Decimal:
        """The number in a cell that stands by itself: zero if it is blank, and no text."""
        found = self.number(row, column)
        if found is None and self._at(row, column) != "":
            raise Unworkable
        return found or Decimal(0)


class _Reading:
    """One formula, read from left to right."""

    def __init__(self, text: str, sheet: Formulas) -> None:
        self._sheet = sheet
        self._tokens = list(_tokens(text))
        self._next = 0

    def whole(self) -> Decimal:
        value = self._sum()
        if self._next < len(self._tokens):
            raise Unworkable
        return value

    def _sum(self) -> Decimal:
        value = self._product()
        while sign := self._take("+", "-"):
            other = self._product()
            value = numbers.EXACT.add(value, other if sign == "+" else -other)
        return value

    def _product(self) -> Decimal:
        value = self._factor()
        while sign := self._take("*", "/"):
            other = self._factor()
            value = (
                numbers.EXACT.multiply(value, other) if sign == "*" else numbers.EXACT.divide(value, other)
            )
        return value

    def _factor(self) -> Decimal:
        if sign := self._take("+", "-"):
            return self._factor() * (1 if sign == "+" else -1)
        value = self._single()
        while self._take("%"):
            value = numbers.EXACT.divide(value, Decimal(100))
        return value

    def _single(self) -> Decimal:
        kind, text = self._token()
        if kind == "number":
            return Decimal(text)
        if kind == "cell":
            return self._sheet.single(*_cell(text))
        if kind == "name":
            return self._function(text)
        if text != "(":
            raise Unworkable
        value = self._sum()
        self._close()
        return value

    def _function(self, name: str) -> Decimal:
        if name == "ROUND":
            value = self._sum()
            if not self._take(","):
                raise Unworkable
            places = self._sum()
            self._close()
            if places != places.to_integral_value():
                raise Unworkable
            return numbers.half_up(value, int(places))
        values = list(self._arguments())
        if name == "SUM" or not values:
            return reduce(numbers.EXACT.add, values, Decimal(0))
        return reduce(numbers.EXACT.multiply, values)

    def _arguments(self) -> Iterator[Decimal]:
        """The numbers among the arguments; in a range, texts and blanks do not count."""
        while True:
            if self._peek("range"):
                yield from self._range(self._token()[1])
            else:
                yield self._sum()
            if not self._take(","):
                self._close()
                return

    def _range(self, text: str) -> Iterator[Decimal]:
        first, last = map(_cell, text.split(":"))
        for row in range(min(first[0], last[0]), max(first[0], last[0]) + 1):
            for at in range(min(first[1], last[1]), max(first[1], last[1]) + 1):
                found = self._sheet.number(row, at)
                if found is not None:
                    yield found

    def _peek(self, kind: str) -> bool:
        return self._next < len(self._tokens) and self._tokens[self._next][0] == kind

    def _token(self) -> tuple[str, str]:
        if self._next == len(self._tokens):
            raise Unworkable
        self._next += 1
        return self._tokens[self._next - 1]

    def _take(self, *signs: str) -> str:
        if self._peek("sign") and self._tokens[self._next][1] in signs:
            return self._token()[1]
        return ""

    def _close(self) -> None:
        if not self._take(")"):
            raise Unworkable


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at, text = 0, text.strip()
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found or not found.lastgroup:
            raise Unworkable
        yield found.lastgroup, found[found.lastgroup]
        at = found.end()


def _cell(text: str) -> Cell:
    found = _CELL.fullmatch(text)
    assert found
    return int(found[2]) - 1, position(found[1])
