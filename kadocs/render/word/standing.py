"""Where paragraphs stand, looked up only when a message needs it.

Most templates are compiled and rendered without a word about any place. So a tag remembers no more than
the number of its paragraph, and the part is opened once more when the first message wants to know.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from kadocs.findings import Place, Text
from kadocs.render.word import lines
from kadocs.render.word.markup import Element, P
from kadocs.render.word.places import Locator, Spot

Reopen = Callable[[], tuple[Element, Locator]]
"""Gives a part as it was before its tags were touched, and a locator for it."""


@dataclass(slots=True)
class Spots:
    """The spots of a part's elements with this `tag`, by their number; two threads may both look them up."""

    reopen: Reopen
    tag: str = P
    _found: list[Spot] = field(default_factory=list)

    def spot(self, number: int) -> Spot:
        """The spot of the element with this number."""
        if not self._found:
            root, locator = self.reopen()
            self._found = [locator.spot(e, _line(e)) for e in root.iter(self.tag)]
        return self._found[number]


class Standing(NamedTuple):
    """A paragraph of a template, by its number in its part."""

    spots: Spots
    number: int

    def told(self) -> Spot:
        """Where that is."""
        return self.spots.spot(self.number)

    def place(self, file: str, tag: str = "") -> Place:
        """This paragraph as a finding's place, narrowed to one tag."""
        return self.told().place(file, tag)

    @property
    def position(self) -> Text:
        """Its position in words."""
        return self.told().position


class Spotter(Protocol):
    """Finds the spots of paragraphs."""

    def spot(self, paragraph: Element) -> Spot | Standing:
        """The spot of a paragraph, or of another element that holds text."""


class LaterLocator:
    """Numbers the paragraphs of a part that is being compiled, before any of them is touched."""

    def __init__(self, root: Element, part: Text, reopen: Reopen, tag: str = P) -> None:
        self._part = part
        self._spots = Spots(reopen, tag)
        self._numbers = {element: number for number, element in enumerate(root.iter(tag))}

    def spot(self, paragraph: Element) -> Spot | Standing:
        """A paragraph's spot, to be looked up later."""
        number = self._numbers.get(paragraph)
        return Spot(self._part) if number is None else Standing(self._spots, number)


def _line(element: Element) -> str:
    return lines.text(element) if element.tag == P else element.text or ""
