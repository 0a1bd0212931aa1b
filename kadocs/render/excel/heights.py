"""How high a row must be for its texts: a guess, since only the program that shows a workbook measures fonts.

Programs fit rows to their text when it is typed, and Excel when it opens a file, but never around merged
cells; others take the height that the file says.
"""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple
from unicodedata import east_asian_width

from kadocs.render.excel.names import COLUMNS, Element, address, s

_DEFAULT_WIDTH = 9.14
_SLACK = 0.94  # words do not break where a line is full
_SPACING = 1.45
_PADDING = 3
_HIGHEST = 409.5


class Fit(NamedTuple):
    """The room of a wrapped text: the characters in a line, and the points that a line is high."""

    width: float
    line: float


class Room:
    """The columns, the merged cells and the formats of a sheet, as far as heights depend on them."""

    def __init__(self, root: Element, formats: Element | None) -> None:
        shape = root.find(s("sheetFormatPr"))
        wide = None if shape is None else shape.get("defaultColWidth")
        self._default = float(wide) if wide else _DEFAULT_WIDTH
        self._columns = [
            (int(each.get("min", "1")), int(each.get("max", "1")), float(each.get("width", self._default)))
            for each in root.iterfind(f"{s('cols')}/{s('col')}")
        ]
        self._merged = dict(_merges(root))
        self._wrapped = _wrapped(formats)

    def fit(self, row: int, column: int, style: str) -> Fit | None:
        """The room of a cell; None where its text is not wrapped."""
        size = self._wrapped.get(int(style or 0))
        if size is None:
            return None
        last = self._merged.get((row, column), column)
        width = sum(self._width(each) for each in range(column, last + 1))
        return Fit(max(width * _SLACK * self._wrapped[-1] / size, 1), size * _SPACING)

    def _width(self, column: int) -> float:
        return next((w for first, last, w in self._columns if first <= column <= last), self._default)


def needed(text: str, fit: Fit) -> float:
    """The points that a text needs; 0 where one line is enough."""
    if 2 * len(text) <= fit.width and "\n" not in text:
        return 0
    lines = sum(max(math.ceil(_length(line) / fit.width), 1) for line in text.split("\n"))
    return min(lines * fit.line + _PADDING, _HIGHEST) if lines > 1 else 0


def _length(text: str) -> int:
    """The width of a text in digits: characters of Chinese are two wide."""
    return len(text) if text.isascii() else sum(map(_wide, text))


@cache
def _wide(character: str) -> int:
    return 2 if east_asian_width(character) in "WF" else 1


def _merges(root: Element) -> list[tuple[tuple[int, int], int]]:
    found = []
    for each in root.iter(s("mergeCell")):
        first, _, last = each.get("ref", "").partition(":")
        if last and address(first)[0] == address(last)[0]:
            found.append((address(first), min(address(last)[1], COLUMNS)))
    return found


def _wrapped(formats: Element | None) -> dict[int, float]:
    """The size of the letters in each format that wraps its text; that of plain text at -1."""
    fonts = [] if formats is None else list(formats.iterfind(f"{s('fonts')}/{s('font')}"))
    sizes = [
        float(size.get("val", "11")) if (size := font.find(s("sz"))) is not None else 11 for font in fonts
    ]
    found = {-1: sizes[0] if sizes else 11}
    for number, each in enumerate([] if formats is None else formats.iterfind(f"{s('cellXfs')}/{s('xf')}")):
        alignment = each.find(s("alignment"))
        if alignment is not None and alignment.get("wrapText") in ("1", "true"):
            font = int(each.get("fontId", "0"))
            found[number] = sizes[font] if font < len(sizes) else 11
    return found
