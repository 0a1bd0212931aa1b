"""Two sequences side by side: what belongs together, what one has more, in the order of both."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

One = TypeVar("One")
Other = TypeVar("Other")

NEVER = math.inf
"""The cost of what does not belong together."""


@dataclass(frozen=True, slots=True)
class Costs(Generic[One, Other]):
    """What it costs that two stand together, that one is absent, and that another is added.

    What may come `many` times stands beside each of those that it fits.
    """

    together: Callable[[One, Other], float]
    absent: Callable[[One], float]
    added: Callable[[Other], float]
    many: Callable[[One], bool] = lambda _: False


Pairs = list[tuple[One | None, Other | None]]


def paired(expected: Sequence[One], found: Sequence[Other], costs: Costs[One, Other]) -> Pairs[One, Other]:
    """The cheapest way to set what was found beside what was expected, in the order of both."""
    head, tail = _same(expected, found, costs)
    inner = _Table(expected[head : len(expected) - tail], found[head : len(found) - tail], costs)
    before = list(zip(expected[:head], found[:head], strict=True))
    behind = list(zip(expected[len(expected) - tail :], found[len(found) - tail :], strict=True))
    return [*before, *inner.pairs(), *behind]


def _same(expected: Sequence[One], found: Sequence[Other], costs: Costs[One, Other]) -> tuple[int, int]:
    """How many at the beginning, and how many at the end, belong together beyond doubt.

    What may as well be absent fits too much for that.
    """
    most, head, tail = min(len(expected), len(found)), 0, 0

    def fits(i: int, j: int) -> bool:
        return costs.absent(expected[i]) > 0 and costs.together(expected[i], found[j]) == 0

    while head < most and fits(head, head):
        head += 1
    while tail < most - head and fits(-1 - tail, -1 - tail):
        tail += 1
    return head, tail


class _Table(Generic[One, Other]):
    """The costs of what is left from each place on, and the step that is cheapest there."""

    def __init__(self, expected: Sequence[One], found: Sequence[Other], costs: Costs[One, Other]) -> None:
        self._expected, self._found, self._costs = expected, found, costs
        rows, columns = len(expected), len(found)
        self._best = [[NEVER] * (columns + 1) for _ in range(rows + 1)]
        self._steps = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]
        self._best[rows][columns] = 0.0
        for i in reversed(range(rows + 1)):
            for j in reversed(range(columns + 1)):
                for cost, step in self._ways(i, j):
                    if cost < self._best[i][j]:
                        self._best[i][j], self._steps[i][j] = cost, step

    def _ways(self, i: int, j: int) -> Iterator[tuple[float, tuple[int, int]]]:
        best, costs = self._best, self._costs
        here, there = i < len(self._expected), j < len(self._found)
        if here and there:
            together = costs.together(self._expected[i], self._found[j])
            yield best[i + 1][j + 1] + together, (1, 1)
            if costs.many(self._expected[i]):
                yield best[i][j + 1] + together, (2, 1)
        if here:
            yield best[i + 1][j] + costs.absent(self._expected[i]), (1, 0)
        if there:
            yield best[i][j + 1] + costs.added(self._found[j]), (0, 1)

    def pairs(self) -> Pairs[One, Other]:
        """What stands beside what, on the cheapest way."""
        made: Pairs[One, Other] = []
        i = j = 0
        while (i, j) != (len(self._expected), len(self._found)):
            forward, on = self._steps[i][j]
            made.append((self._expected[i] if forward else None, self._found[j] if on else None))
            i, j = i + forward % 2, j + on
        return made
