"""XML with holes: cut once when a template is compiled, filled as text by every render."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kadocs.render.word.markup import Element, instruction

_HOLE = re.compile(r"<\?(\w+) (\d+)\?>")

Fill = Callable[[str, int], str]
"""What stands in a hole, by the hole's kind and number."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Static XML and the holes between; there is one text more than there are holes."""

    texts: tuple[str, ...]
    holes: tuple[tuple[str, int], ...]

    def write(self, fill: Fill) -> str:
        """The whole XML with every hole filled."""
        return "".join(self._written(fill))

    def _written(self, fill: Fill) -> Iterator[str]:
        for text, (kind, number) in zip(self.texts, self.holes, strict=False):
            yield text
            yield fill(kind, number)
        yield self.texts[-1]


def cut(xml: str) -> Pieces:
    """The pieces of XML in which processing instructions mark the holes."""
    parts = _HOLE.split(xml)
    holes = zip(parts[1::3], map(int, parts[2::3]), strict=True)
    return Pieces(tuple(parts[::3]), tuple(holes))


def hole(kind: str, number: int = 0) -> Element:
    """A node that marks a hole while the XML is still a tree."""
    return instruction(kind, str(number))
