"""Computed values that cannot be worked out from what the deal says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kadocs.findings import NOTHING, Fault, Finding, Place, Text
from kadocs.model import fields
from kadocs.model.noun import Noun
from kadocs.tree.node import Path, dotted

CODE = "DATA014"

ERRORS = (ArithmeticError, ValueError)
"""What a calculation raises that its figures do not allow; a `Fault` is one of them."""

PAGES = {
    CODE: Text(
        """由其他字段算出的值算得出来。

检查什么：合计、日期、比例等由商机里的其他字段算出的值，都能算出。
为什么：算不出的值印不出来，依据它的规则也无从判断；其他商机不受影响。
示例：数量和单价都极大，乘积超出能够计算的范围。
怎么办：检查提示的位置和它所依据的数字、日期、币种。""",
        """What is worked out from other fields can be worked out.

What: totals, dates, shares and whatever else follows from other fields of the deal have a value.
Why: what has no value cannot be printed, and rules about it cannot be judged; other deals go on.
Example: quantity and unit price are both so large that their product is beyond calculation.
What to do: look at the place, and at the numbers, dates and currencies that the value is made of.""",
    )
}
"""The manual page of the finding."""

_MESSAGE = Text("“{what}”算不出来：{why}", "“{what}” cannot be worked out: {why}")
_DEAL = Text("商机", "the deal")
_BEYOND = Text("数值超出能够计算的范围", "the figures are beyond what can be calculated")
_HINT = Text(
    "请检查它所依据的数字、日期和币种", "Look at the numbers, dates and currencies that it is made of"
)


class Failure(NamedTuple):
    """What cannot be worked out or judged, the path of the field that it is about, and why."""

    path: Path
    what: Text
    error: Exception

    def at(self, place: Place) -> Finding:
        """The failure as an error with its place."""
        why, hint = _reason(self.error)
        return Fault(_MESSAGE.fill(what=self.what, why=why), hint).at(place, CODE, dotted(self.path))


def failures(noun: Noun, path: Path = ()) -> Iterator[Failure]:
    """Every computed value, of a noun and of all below it, that cannot be worked out."""
    for field in fields(type(noun)):
        here = (*path, field.key)
        try:
            value = getattr(noun, field.name)
        except ERRORS as error:
            yield Failure(here, field.mark.title, error)
            continue
        for index, item in enumerate(value or ()) if field.many else ():
            if isinstance(item, Noun):
                yield from failures(item, (*here, index))
        if isinstance(value, Noun):
            yield from failures(value, here)


def unusable(place: Place, error: Exception) -> Finding:
    """That a deal cannot be judged at all, where nothing is known but its place."""
    return Failure((), _DEAL, error).at(place)


def _reason(error: Exception) -> tuple[Text, Text]:
    if isinstance(error, Fault):
        return error.message, error.hint if error.hint != NOTHING else _HINT
    return _BEYOND, _HINT
