"""Where the lines of a sheet go: one axis of rows, one of columns, each cut into strips that move as one.

What a template repeats, its loops, makes one strip several; what it leaves out makes it none. A line that
only held tags is in no strip, and so nowhere in the finished sheet.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

Span = tuple[int, int]
"""A first and a last line, counted from 1."""

Path = tuple[int, ...]
"""The loops around a line, outermost first."""


class Strip(NamedTuple):
    """Lines that stay together: the first, the last, and the loops around them."""

    first: int
    last: int
    path: Path


@dataclass(slots=True)
class Axis:
    """The strips of a template's sheet along one axis, in order.

    `heads` are, by loop, the first line that belongs to it, be that only a tag's.
    """

    strips: list[Strip] = field(default_factory=list)
    heads: dict[int, int] = field(default_factory=dict)
    paths: dict[int, Path] = field(default_factory=dict)

    def path(self, line: int) -> Path:
        """The loops around a line; those of a line that goes away are the ones that it stood in."""
        number = bisect_right(self.strips, line, key=_first) - 1
        if number >= 0 and line <= self.strips[number].last:
            return self.strips[number].path
        return self.paths.get(line, ())

    def before(self, line: int, path: Path) -> int | None:
        """The loop among `path` that begins right below a line, of which it stands for the line before."""
        for loop in reversed(path):
            head = self.heads[loop]
            first = self._first_kept(head)
            if line == head - 1 or head <= line < first:
                return loop
        return None

    def _first_kept(self, line: int) -> int:
        number = bisect_left(self.strips, line, key=_first)
        return self.strips[number].first if number < len(self.strips) else line


@dataclass(slots=True)
class Placing:
    """Where the strips of an axis came to lie in one finished sheet.

    `places` are, by strip, the lines on which it begins; `starts`, by loop, those on which a turn of it does.
    """

    axis: Axis
    most: int
    places: list[list[int]]
    starts: dict[int, list[int]]
    _known: dict[Span, Span | None] = field(default_factory=dict)

    def span(self, lines: Span, within: Span | None = None) -> Span | None:
        """The lines from the first to the last that came of `lines`, None where none did.

        `within` are lines of the finished sheet, such as those of a loop's turn, to which it is limited.
        """
        if within is not None:
            return self._sought(lines, within)
        if lines not in self._known:
            self._known[lines] = self._sought(lines, (1, self.most))
        return self._known[lines]

    def runs(self, lines: Span) -> list[Span]:
        """All lines that came of `lines`, joined where they touch."""
        found: list[Span] = []
        pieces = (
            piece for _, strip, places in self._among(lines) for piece in self._pieces(strip, places, lines)
        )
        for first, last in sorted(pieces):
            if found and first <= found[-1][1] + 1:
                found[-1] = found[-1][0], max(last, found[-1][1])
            else:
                found.append((first, last))
        return found

    def each(self, lines: Span) -> list[Span]:
        """The lines that came of `lines`, apart for each turn of the loops that surround all of them."""
        shared = common(self.axis.path(lines[0]), self.axis.path(lines[1]))
        if not shared:
            whole = self.span(lines)
            return [] if whole is None else [whole]
        turns = (self.turn(shared[-1], start) for start in self.starts.get(shared[-1], ()))
        return [found for turn in turns if (found := self.span(lines, turn)) is not None]

    def turn(self, loop: int, line: int) -> Span:
        """The lines of the turn of a loop that has `line` in it."""
        starts = self.starts.get(loop) or [1]
        number = bisect_right(starts, line)
        return starts[max(number - 1, 0)], (starts[number] - 1 if number < len(starts) else self.most)

    def spot(self, line: int) -> int:
        """The line on which something that stands at `line` begins: where that is gone, the next one."""
        found = self.span((line, line))
        if found is not None:
            return found[0]
        number = bisect_right(self.axis.strips, line, key=_first)
        below = next((places[0] for places in self.places[number:] if places), self.most)
        return min(below, self.most)

    def _sought(self, lines: Span, within: Span) -> Span | None:
        first, last = 0, 0
        for _, strip, places in self._among(lines):
            low = bisect_left(places, within[0] - max(lines[0] - strip.first, 0))
            high = bisect_right(places, within[1]) - 1
            if low > high:
                continue
            begin = places[low] + max(lines[0] - strip.first, 0)
            end = places[high] + min(lines[1], strip.last) - strip.first
            first = begin if not first else min(first, begin)
            last = max(last, end)
        return (first, min(last, self.most)) if first else None

    def _among(self, lines: Span) -> list[tuple[int, Strip, list[int]]]:
        strips = self.axis.strips
        number = max(bisect_right(strips, lines[0], key=_first) - 1, 0)
        found = []
        while number < len(strips) and strips[number].first <= lines[1]:
            if strips[number].last >= lines[0]:
                found.append((number, strips[number], self.places[number]))
            number += 1
        return found

    def _pieces(self, strip: Strip, places: list[int], lines: Span) -> list[Span]:
        skipped = max(lines[0] - strip.first, 0)
        length = min(lines[1], strip.last) - strip.first - skipped
        return [(p + skipped, min(p + skipped + length, self.most)) for p in places]


def common(one: Path, other: Path) -> Path:
    """The loops that two paths share."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return one[:count]


def unmoved(most: int) -> Placing:
    """An axis of a sheet in which nothing moves."""
    return Placing(Axis([Strip(1, most, ())]), most, [[1]], {})


def _first(strip: Strip) -> int:
    return strip.first
