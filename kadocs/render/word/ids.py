"""Identifiers that a render gives out: unique in the document, the same in every run.

What a template repeats must not repeat its identifiers: Word takes a second drawing, bookmark, note
or content control of the same number for damage. Their attributes hold marks, which `settle` hands
to `Identities` in the order in which they were written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from kadocs.render.word.package import Package

_STORIES = ("document", "template", "header", "footer", "footnotes", "endnotes", "comments")
_NUMBERS = re.compile(rb'[ :](?:id|val)="(-?\d+)"')
_NAMES = re.compile(rb'<w:bookmarkStart\b[^>]*? w:name="([^"]*)"')
_FIRST_LONG = 0x4B000000  # Word draws these at random below 0x80000000
_LONGEST_NAME = 40
"""What Word keeps of a bookmark's name."""

ANNOTATION, DRAWING, PICTURE, CONTROL, SHAPE, NAME, NOTE, LIST, PARAGRAPH, DURABLE = (
    "annotation", "drawing", "picture", "control", "shape", "name", "note", "list", "paragraph", "durable",
)  # fmt: skip
"""Kinds of identifiers; numbers are unique within a kind and are none of the template's."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An identifier in a repeated region: its kind, what the template has, and whose turns renew it.

    `scope` is the number of the repeated region, or -1 where nothing repeats. The first turn keeps
    what the template has, so that references from outside lead there; unless that is taken.
    """

    kind: str
    original: str
    scope: int = -1
    keeps: bool = True


class Ids:
    """The identifiers given out by one render; `used` are those of the template."""

    def __init__(self, used: frozenset[str] = frozenset()) -> None:
        self._used = used
        self._counters: defaultdict[str, count[int]] = defaultdict(lambda: count(1))
        self._names: set[str] = set()

    def next(self, kind: str) -> str:
        """A number that nothing of this kind has yet, in the template or in this render."""
        return next(text for number in self._counters[kind] if (text := str(number)) not in self._used)

    def name(self, original: str) -> str:
        """A bookmark name made from `original` that no other bookmark has."""
        for number in self._counters[original]:
            ending = f"_{number + 1}"
            name = original[: _LONGEST_NAME - len(ending)] + ending
            if name not in self._used and name not in self._names:
                self._names.add(name)
                break
        return name

    def fresh(self, slot: Slot) -> str:
        """A new identifier for one more turn of a slot."""
        if slot.kind == NAME:
            return self.name(slot.original)
        if slot.kind in (PARAGRAPH, DURABLE):
            return f"{_FIRST_LONG + next(self._counters[slot.kind]):08X}"
        number = self.next(slot.kind)
        return f"_x0000_s{number}" if slot.kind == SHAPE else number


class Identities:
    """The identifiers of one part while it is settled; `slots` are its own.

    `restarted` makes a list like the one with a number, which begins again, and returns its number.
    """

    def __init__(self, slots: tuple[Slot, ...], ids: Ids, restarted: Callable[[str], str]) -> None:
        self._slots = slots
        self._restarted = restarted
        self.ids = ids
        self._kept: set[int] = set()
        self._turns: defaultdict[int, list[dict[int, str]]] = defaultdict(list)
        self._turns[-1].append({})

    def begin(self, scope: int) -> str:
        """One more turn of a repeated region begins; nothing is written there."""
        self._turns[scope].append({})
        return ""

    def end(self, scope: int) -> str:
        """That turn is over, and one around it, of a macro that calls itself, goes on."""
        self._turns[scope].pop()
        return ""

    def value(self, number: int) -> str:
        """The identifier of a slot in the present turn, new when it is first asked for."""
        slot = self._slots[number]
        turn = self._turns[slot.scope][-1]
        if number not in turn:
            first = slot.keeps and number not in self._kept
            self._kept.add(number)
            turn[number] = slot.original if first else self._fresh(slot)
        return turn[number]

    def _fresh(self, slot: Slot) -> str:
        return self._restarted(slot.original) if slot.kind == LIST else self.ids.fresh(slot)


def used(package: Package) -> frozenset[str]:
    """Every number and bookmark name that a template's stories use, as text."""
    found: set[bytes] = set()
    for kind in _STORIES:
        for name in package.of_kind(kind):
            data = package.read(name)
            found.update(_NUMBERS.findall(data), _NAMES.findall(data))
    return frozenset(text.decode("utf-8", "replace") for text in found)
