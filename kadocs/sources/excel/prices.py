"""The price lists of a workbook, and the totals that stand below them: each one's own, or those of all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from kadocs.figures import numbers
from kadocs.figures.capitals import parse_capitals
from kadocs.figures.money import Money
from kadocs.findings import Fault, Finding
from kadocs.model.quote import TaxMode
from kadocs.sources.excel import report
from kadocs.sources.excel.subtotals import Subtotals
from kadocs.tree.node import Scalar

BARE = ""
"""The key of a sum of the amounts as they stand, which the tax mode makes a net or a gross one."""

_IN_WORDS = "total_cn"
_WHOLE = {TaxMode.INCLUSIVE: "total", TaxMode.EXCLUSIVE: "subtotal"}

Put = Callable[[str, Scalar], None]
"""Sets a total of the quotation, by its key."""


@dataclass
class PriceList:
    """One table: its lines, and the totals below it, each with its key."""

    lines: Subtotals = field(default_factory=Subtotals)
    totals: list[tuple[str, Scalar]] = field(default_factory=list)


class Prices:
    """All price lists of a workbook; `settle` says which totals are the quotation's."""

    def __init__(self) -> None:
        self._lists: list[PriceList] = []

    def begin(self) -> PriceList:
        """A new list."""
        self._lists.append(PriceList())
        return self._lists[-1]

    def settle(self, mode: TaxMode, put: Put) -> Iterator[Finding]:
        """Puts the totals of the quotation; what is wrong with those of one list among several."""
        whole = _WHOLE[mode]
        if len(self._lists) == 1:
            for key, value in self._lists[0].totals:
                put(key or whole, value)
            return
        for index, each in enumerate(self._lists):
            for key, value in each.totals:
                if key in (BARE, whole, _IN_WORDS):
                    yield from self._judge(index, key or whole, value, put)
        for key in ("subtotal", "tax", "total"):
            if key != whole:
                self._add_up(key, put)

    def _judge(self, index: int, key: str, value: Scalar, put: Put) -> Iterator[Finding]:
        """A total of one list, or of all up to it: the latter, below the last one, is the quotation's."""
        said = _amount(key, value)
        sums = [each.lines.total() for each in self._lists]
        if said is None or None in sums:
            return
        amounts = [each.amount for each in sums if each is not None]
        so_far = numbers.half_up(sum(amounts[: index + 1], Decimal(0)))
        own = numbers.half_up(amounts[index])
        if said == so_far and index + 1 == len(amounts):
            put(key, value)
        elif said not in (own, so_far):
            yield report.sum_off(value.place, value.text, numbers.grouped(own))

    def _add_up(self, key: str, put: Put) -> None:
        """Puts what the lists' totals of one kind come to, if each list has one; else the last is of all."""
        found = [value for each in self._lists for name, value in each.totals if name == key]
        if len(found) > 1 and len(found) == len(self._lists):
            amounts = [_amount(key, value) for value in found]
            if None not in amounts:
                text = format(sum((each for each in amounts if each is not None), Decimal(0)), "f")
                put(key, found[-1]._replace(text=text))
        elif found:
            put(key, found[-1])


def _amount(key: str, value: Scalar) -> Decimal | None:
    """What a total says, or None where that cannot be read, which the model tells."""
    try:
        if key == _IN_WORDS:
            return parse_capitals(value.text)
        return Money.parse(value.text).rounded().amount
    except Fault:
        return None
