"""The boxes of a tree: what stands in each, as wide as all and as high as its text."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

MM = 36_000
"""A millimetre in EMU, which drawings are measured in."""

POINT = 12_700
"""A point in EMU."""

_SIZES = (9.0, 8.0, 7.5)  # points of the name, of the text below it, of the badge
_PADDING = 1.5 * MM
_LEADING = 1.3
_CJK = 0x2E80


@dataclass(frozen=True, slots=True)
class Node:
    """A box before it has a place: its name, the text and the badge below, the nodes below it."""

    name: str
    text: str = ""
    badge: str = ""
    group: bool = False
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A text of a box: its size in points, whether it is bold."""

    text: str
    size: float
    bold: bool


def lines(node: Node) -> list[Line]:
    """The texts of a box, one below the other."""
    said = (node.name, node.text, node.badge)
    return [Line(text, size, bold=text is node.name) for text, size in zip(said, _SIZES, strict=True) if text]


def height(node: Node, width: int) -> int:
    """How high a box of this width is, so that its texts fit when they wrap."""
    room = (width - 2 * _PADDING) / POINT
    needed = sum(ceil(_length(line.text) * line.size / room) * line.size * _LEADING for line in lines(node))
    return round(needed * POINT + 1.6 * MM)


def narrowest(node: Node) -> int:
    """The least width of a box in which no word of a tree is broken."""
    words = (
        _length(word) * line.size for line in lines(node) for word in line.text.split() if word.isascii()
    )
    own = round(max(words, default=0) * POINT + 2 * _PADDING)
    return max((own, *map(narrowest, node.children)))


def _length(text: str) -> float:
    """How long a text is, in its own size: a Chinese sign is one, a Latin letter somewhat more than half."""
    return sum(1.0 if ord(sign) >= _CJK else 0.56 for sign in text)
