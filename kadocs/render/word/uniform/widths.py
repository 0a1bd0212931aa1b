"""The columns of tables, wide enough for letters of another size: no word is broken that need not be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from kadocs.render.word.markup import TBL, TC, TC_PR, TR, VAL, Element, P, T, w

_POINT = 20
_EDGES = 240
"""What the edges of a cell take of its width, in twentieths of a point."""

_WORD = re.compile(r"[A-Za-z0-9.,%+\-/]+|.", re.DOTALL)
_LONGEST = 9.0
"""Words wider than so many Chinese letters may be broken."""

_WIDEST = 80.0
"""No column asks for more than so many Chinese letters to have its text in a line."""

_PAIR, _TOGETHER = 2.0, 4.2
"""How many Chinese letters stand side by side at least, and where there is room, where there are as many."""

_MOST_NEEDED = 0.8
"""What share of a table short texts may take to stay in a line."""


class _Wish(NamedTuple):
    """What a column needs for its longest word, for short texts that stay in a line, and for its longest."""

    word: int
    need: int
    wish: int


def settle(root: Element, size: float) -> None:
    """Share out the width of each table anew where a column is too narrow for its words in this size."""
    for table in root.iter(TBL):
        grid = table.find(w("tblGrid"))
        columns = [] if grid is None else grid.findall(w("gridCol"))
        widths = [int(column.get(w("w"), "0") or 0) for column in columns]
        wishes = _wishes(table, len(widths), size)
        if all(width >= wish.need for width, wish in zip(widths, wishes, strict=True)):
            continue
        given = _shared(sum(widths), wishes)
        for column, width in zip(columns, given, strict=True):
            column.set(w("w"), str(width))
        for row in table.iterchildren(TR):
            _set_row(row, given)


def _wishes(table: Element, count: int, size: float) -> list[_Wish]:
    """What the columns want, by the cells that are in one alone."""
    found = [_Wish(_EDGES, _EDGES, _EDGES)] * count
    for row in table.iterchildren(TR):
        at = 0
        for cell in row.iterchildren(TC):
            span = _span(cell)
            if span == 1 and at < count:
                texts = [_text(paragraph) for paragraph in cell.iterchildren(P)]
                word = _measured(max((_longest(text, _PAIR) for text in texts), default=0), size)
                need = _measured(max((_longest(text, _TOGETHER) for text in texts), default=0), size)
                wish = _measured(min(max(map(_width, texts), default=0), _WIDEST), size)
                known = found[at]
                found[at] = _Wish(max(known.word, word), max(known.need, need), max(known.wish, need, wish))
            at += span
    return found


def _measured(letters: float, size: float) -> int:
    return round(letters * size * _POINT) + _EDGES


def _shared(total: int, wishes: Sequence[_Wish]) -> list[int]:
    """Widths that give each column what it needs, and of the rest the more the more text it has.

    Short texts are broken where else too little is left for long ones; where there is not room enough even
    for words, each column has its part of what there is.
    """
    needs = [wish.need for wish in wishes]
    if sum(needs) > total * _MOST_NEEDED:
        needs = [wish.word for wish in wishes]
    rest, more = total - sum(needs), [wish.wish - need for wish, need in zip(wishes, needs, strict=True)]
    if rest < 0 or not sum(more):
        given = [int(need * total / sum(needs)) for need in needs]
    else:
        given = [need + int(rest * extra / sum(more)) for need, extra in zip(needs, more, strict=True)]
    given[given.index(max(given))] += total - sum(given)
    return given


def _longest(text: str, together: float) -> float:
    words = [_width(word) for word in _WORD.findall(text)]
    whole = min(_width(text.strip()), together)
    return max(min(max(words, default=0.0), _LONGEST), whole)


def _width(text: str) -> float:
    """How wide a text is, in Chinese letters."""
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.57 for letter in text)


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
