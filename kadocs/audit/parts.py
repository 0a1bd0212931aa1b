"""A finished file's text, part by part, in lines that know where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kadocs.findings import Place, Text

Where = Callable[[int], tuple[Text, ...]]
"""Gives the way to a line of a part, by its number from 0: heading, paragraph, table cell."""

MOST_DEPTH = 6
"""How deep files may lie in files."""


def _nowhere(line: int) -> tuple[Text, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Part:
    """The text of one part: a paragraph, cell or value a line, whatever runs it was split over.

    `way` leads to it from outside: the embedded file, the part. What a reader does not see on the page is
    `hidden`; `personal` lines name people or firms (author, company) and are not content. `remains` are
    traces of work on it: comments, tracked changes.
    """

    file: str
    way: tuple[Text, ...]
    text: str
    where: Where = _nowhere
    hidden: bool = False
    personal: bool = False
    remains: tuple[Text, ...] = ()

    def place(self, line: int, shown: str = "") -> Place:
        """Where a line stands, with the text `shown` of it."""
        seen = (Text(f"“{shown}”", f"“{shown}”"),) if shown else ()
        return Place(self.file, trail=(*self.way, *self.where(line), *seen))


def around(text: str, start: int, end: int) -> str:
    """The words around a spot of a text, of its line alone, shortened."""
    first = max(text.rfind("\n", 0, start) + 1, start - 16)
    last = text.find("\n", end)
    shown = text[first : min(last if last >= 0 else len(text), max(end, start + 24) + 8)]
    return " ".join(shown.split())[:60]


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in a file that could not be read, and why."""

    file: str
    way: tuple[Text, ...]
    why: Text
