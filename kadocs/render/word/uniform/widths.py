"""The columns of tables, wide enough for letters of another size: no word is broken that need not be."""

from __future__ import annotations

import re
import unicodedata

from kadocs.render.word.markup import TBL, TC, TC_PR, TR, VAL, Element, P, T, w

_POINT = 20
_EDGES = 240
"""What the edges of a cell take of its width, in twentieths of a point."""

_WORD = re.compile(r"[A-Za-z0-9.,%+\-/]+|.", re.DOTALL)
_LONGEST = 9.0
"""Words wider than so many Chinese letters may be broken."""

_TOGETHER = 2.0
"""How many Chinese letters stand side by side at least, where there are as many."""


def settle(root: Element, size: float) -> None:
    """Share out the width of each table anew where a column is too narrow for its words in this size."""
    for table in root.iter(TBL):
        grid = table.find(w("tblGrid"))
        columns = [] if grid is None else grid.findall(w("gridCol"))
        widths = [int(column.get(w("w"), "0") or 0) for column in columns]
        if not widths or min(widths) <= 0:
            continue
        given = _shared(widths, _needed(table, len(widths), size))
        if given == widths:
            continue
        for column, width in zip(columns, given, strict=True):
            column.set(w("w"), str(width))
        for row in table.iterchildren(TR):
            _set_row(row, given)


def _needed(table: Element, count: int, size: float) -> list[int]:
    """What each column needs for its longest word, by the cells that are in it alone."""
    needed = [0] * count
    for row in table.iterchildren(TR):
        at = 0
        for cell in row.iterchildren(TC):
            span = _span(cell)
            if span == 1 and at < count:
                letters = max((_longest(_text(p)) for p in cell.iterchildren(P)), default=0.0)
                needed[at] = max(needed[at], round(letters * size * _POINT) + _EDGES if letters else 0)
            at += span
    return needed


def _shared(widths: list[int], needed: list[int]) -> list[int]:
    """Widths that give each column what it needs, out of what the others have to spare, in proportion."""
    total = sum(widths)
    if all(width >= need for width, need in zip(widths, needed, strict=True)) or sum(needed) > total:
        return widths if sum(needed) <= total else _pressed(needed, total)
    spare = [max(width - need, 0) for width, need in zip(widths, needed, strict=True)]
    left = total - sum(max(need, min(width, need)) for width, need in zip(widths, needed, strict=True))
    share = left / sum(spare) if sum(spare) else 0
    given = [need + int(extra * share) for need, extra in zip(needed, spare, strict=True)]
    given[given.index(max(given))] += total - sum(given)
    return given


def _pressed(needed: list[int], total: int) -> list[int]:
    """Where there is not room enough, each column has its part of what there is."""
    given = [int(need * total / sum(needed)) for need in needed]
    given[given.index(max(given))] += total - sum(given)
    return given


def _longest(text: str) -> float:
    words = [_width(word) for word in _WORD.findall(text)]
    whole = min(_width(text.strip()), _TOGETHER)
    return max(min(max(words, default=0.0), _LONGEST), whole)


def _width(text: str) -> float:
    """How wide a text is, in Chinese letters."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.55 for letter in text)


def _set_row(row: Element, widths: list[int]) -> None:
    at = 0
    for cell in row.iterchildren(TC):
        span, width = _span(cell), cell.find(f"{TC_PR}/{w('tcW')}")
        if width is not None and width.get(w("type")) == "dxa":
            width.set(w("w"), str(sum(widths[at : at + span])))
        at += span


def _span(cell: Element) -> int:
    span = cell.find(f"{TC_PR}/{w('gridSpan')}")
    return 1 if span is None else int(span.get(VAL, "1"))


def _text(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(T))
