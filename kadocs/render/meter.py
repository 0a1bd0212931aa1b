"""What one document's render has used of its limits."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kadocs.findings import Text
from kadocs.render.limits import USUAL, Limits, too_much

_STRIDE = 1_000
"""How many turns may pass between two looks at the clock, which cost more than a turn does."""

_TURNS = Text("循环和宏的总次数", "the number of turns of all loops and macros")
_OUTPUT, _TIME = Text("文档", "the document"), Text("渲染用的时间", "the time to render")


@dataclass(slots=True)
class Meter:
    """Counts turns, characters and time, and refuses what goes beyond the limits (TPL024).

    The time is the processor's, so that a busy machine refuses nothing that an idle one makes.
    """

    limits: Limits = USUAL
    turns: int = 0
    written: int = 0
    held: int = 0
    look: int = _STRIDE
    start: float = field(default_factory=time.thread_time)

    def turn(self, count: int) -> None:
        """Count the turns of a loop that begins, or the call of a macro."""
        self.turns += count
        if self.turns > self.limits.turns:
            raise too_much(_TURNS, "turns")
        if self.turns > self.look:
            self.look = self.turns + _STRIDE
            self.check_time()

    def hold(self, length: int) -> None:
        """Count the characters of a long value, which a captured block may keep for a while."""
        self.held += length
        if self.held > self.limits.output:
            raise too_much(_OUTPUT, "output")

    def write(self, length: int) -> None:
        """Count characters that were written."""
        self.written += length
        if self.written > self.limits.output:
            raise too_much(_OUTPUT, "output")
        self.check_time()

    def excuse(self, seconds: float) -> None:
        """Leave out time that was spent on files, which have limits of their own."""
        self.start += seconds

    def watched(self, items: Collection[Any]) -> Iterable[Any]:
        """The items of a loop; a long one looks at the clock on its way."""
        count = len(items)
        self.turn(count)
        return items if count < _STRIDE else _Watched(items, self)

    def check_time(self) -> None:
        """Refuse to go on when the time is up."""
        if time.thread_time() - self.start > self.limits.seconds:
            raise too_much(_TIME, "seconds")


@dataclass(slots=True)
class _Watched:
    """A long list whose turns look at the clock now and then; it still knows its length."""

    items: Collection[Any]
    meter: Meter

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Any]:
        check = self.meter.check_time
        for number, item in enumerate(self.items):
            if number % _STRIDE == 0:
                check()
            yield item
