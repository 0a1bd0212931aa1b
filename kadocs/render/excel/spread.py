"""The columns of a sheet: how often those repeat that do, and the letters that each came to have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kadocs.figures import columns
from kadocs.findings import Fault, Text
from kadocs.render.excel.axis import Axis, Placing, Strip
from kadocs.render.excel.names import COLUMNS
from kadocs.render.excel.plan import COLUMN_MARK, Plan

_COLUMN = re.compile(f"{COLUMN_MARK}(\\d+){COLUMN_MARK}")


@dataclass(slots=True)
class Spread:
    """Lays out the columns of one sheet after the other, and counts those of each row."""

    plan: Plan
    _across: Placing = field(default_factory=lambda: Placing(Axis(), COLUMNS, [], {}))
    _letters: dict[int, str] = field(default_factory=dict)
    _counts: dict[int, int] = field(default_factory=dict)
    _turns: dict[int, int] = field(default_factory=dict)

    def begin(self) -> Placing:
        """Begin a sheet; where its columns will be."""
        self._counts = dict.fromkeys(self.plan.columns, 0)
        self._across = Placing(self.plan.across, COLUMNS, [[] for _ in self.plan.across.strips], {})
        return self._across

    def count(self, loop: int) -> str:
        """Count a turn of a block of columns, before any row is written."""
        self._counts[loop] += 1
        return ""

    def lay_out(self, _: int) -> str:
        """Lay the columns out, once the turns of all their blocks were counted."""
        blocks = {block.first: block for block in self.plan.columns.values()}
        column = 1
        for number, strip in enumerate(self.plan.across.strips):
            block = blocks.get(strip.first)
            count = self._counts[block.loop] if block else 1
            width = strip.last - strip.first + 1
            self._across.places[number] = [column + turn * width for turn in range(count)]
            if block:
                self._across.starts[block.loop] = list(self._across.places[number])
            else:
                self._name(strip, column)
            column += count * width
            if column > COLUMNS + 1 and strip.last < COLUMNS:
                raise too_many(COLUMNS)
        return ""

    def row(self, loop: int) -> str:
        """Begin a block of columns within a row."""
        self._turns[loop] = 0
        return ""

    def turn(self, loop: int) -> str:
        """Begin a turn of a block of columns within a row."""
        places = self._across.starts[loop]
        turn = self._turns[loop]
        if turn >= len(places):
            raise _uneven()
        self._turns[loop] = turn + 1
        block = self.plan.columns[loop]
        for column in range(block.first, block.last + 1):
            self._letters[column] = columns.letters(places[turn] + column - block.first - 1)
        return ""

    def end(self, loop: int) -> str:
        """End a block of columns within a row."""
        if self._turns[loop] != len(self._across.starts[loop]):
            raise _uneven()
        return ""

    def named(self, xml: str) -> str:
        """Static XML with the letters of its columns."""
        if not self.plan.columns:
            return xml
        return _COLUMN.sub(lambda match: self._letters[int(match[1])], xml)

    def column_of(self, column: int) -> int:
        """Where a column of the template is now."""
        letters = self._letters.get(column) if self.plan.columns else None
        return column if letters is None else columns.position(letters) + 1

    def _name(self, strip: Strip, column: int) -> None:
        for line in range(strip.first, strip.last + 1) if self.plan.columns else ():
            self._letters[line] = columns.letters(column + line - strip.first - 1)


def too_many(most: int) -> Fault:
    """The fault of a sheet that would have more rows or columns than there can be."""
    return Fault(
        Text(f"结果超过了工作表的 {most} 行或列", f"there are more than the {most} lines of a sheet"),
        Text("请减少数据，或分成几张工作表。", "Take fewer data, or divide them among several sheets."),
    )


def _uneven() -> Fault:
    return Fault(
        Text("这一行的列循环次数与表头不同", "in this row, the columns are not repeated as often as above"),
        Text(
            "列循环对整张表有效：请让它只用整张表都有的列表。",
            "Columns repeat for the whole sheet: loop over a list that all rows share.",
        ),
    )
