"""Label and value side by side, one to three pairs a row: 客户名称 | 青岚轨道 | 行业 | 轨道交通."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from kadocs.sources.excel import cells, headings
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import Label, Path

_COLON = re.compile("[:：]")
_LONGEST_LABEL = 24
_FEWEST_LABELS = 3


class Pair(NamedTuple):
    """A label's column with what it may mean (nothing if it is not known), and its value's column.

    `text` is the value where it shares the label's cell after a colon.
    """

    column: int
    label: str
    meanings: tuple[Label, ...]
    value: int
    text: str = ""


def pairs(grid: Grid, row: int, filled: list[int]) -> list[Pair]:
    """The pairs of a row, from left to right, those with unknown labels included.

    A row of labels alone is a form that nobody has filled in, or the head of a table unknown.
    """
    found: list[Pair] = []
    if _are_labels(grid, row, filled):
        return found
    after = -1
    for column in filled:
        if column < after:
            continue
        pair = _pair(grid, row, column, filled)
        if pair:
            found.append(pair)
            after = pair.value + 1
    return found


def begins(grid: Grid, row: int, filled: list[int]) -> bool:
    """Whether the row opens with a known label and holds its value too."""
    found = pairs(grid, row, filled) if len(filled) > 1 else []
    return bool(found) and found[0].column == filled[0] and bool(found[0].meanings)


def consists(grid: Grid, row: int, filled: list[int]) -> bool:
    """Whether the row holds nothing but known labels and their values."""
    found = pairs(grid, row, filled)
    cells_of = {cell for pair in found for cell in (pair.column, pair.value)}
    named = all(pair.meanings and min(label.rank for label in pair.meanings) < 2 for pair in found)
    return len(filled) > 1 and named and cells_of >= set(filled)


def meanings(text: str) -> tuple[Label, ...]:
    """The single values that a label may mean."""
    for name in headings.keys(text):
        if name in headings.labels():
            return headings.labels()[name]
    return ()


def choose(labels: Iterable[Label], titles: Iterable[Path], last: Path) -> list[Label]:
    """The labels that remain when the nearest title, then the name, then the last field's section decide."""
    remaining = list(labels)
    for title in titles:
        inside = [label for label in remaining if label.path[: len(title)] == title]
        if inside:
            remaining = _nearest(inside)
            break
    best = min((label.rank for label in remaining), default=0)
    remaining = [label for label in remaining if label.rank == best]
    beside = [label for label in remaining if label.path[:-1] == last[:-1]]
    return beside if len(remaining) > 1 and beside else remaining


def _nearest(labels: list[Label]) -> list[Label]:
    """A section's own fields before those of the records inside it."""
    depth = min(len(label.path) for label in labels)
    return [label for label in labels if len(label.path) == depth]


def _pair(grid: Grid, row: int, column: int, filled: list[int]) -> Pair | None:
    value = grid.at(row, column)
    if not isinstance(value, str):
        return None
    text = cells.heading(value)
    known, beside = meanings(text), grid.end(row, column) + 1
    if known:
        return Pair(column, text, known, _value_column(grid, row, beside, [c for c in filled if c != column]))
    head, *rest = _COLON.split(text, maxsplit=1)
    if rest and rest[0].strip() and (inline := meanings(head)):
        return Pair(column, head, inline, column, rest[0].strip())
    if beside in filled and len(headings.key(text)) <= _LONGEST_LABEL:
        return Pair(column, text, (), beside)
    return None


def _value_column(grid: Grid, row: int, beside: int, others: list[int]) -> int:
    """The next column, or the only other filled one where a narrow column stands between."""
    narrow = len(others) == 1 and beside < others[0] <= beside + 1
    return others[0] if narrow and not _is_label(grid, row, others[0]) else beside


def _are_labels(grid: Grid, row: int, filled: list[int]) -> bool:
    return len(filled) >= _FEWEST_LABELS and all(_is_label(grid, row, column) for column in filled)


def _is_label(grid: Grid, row: int, column: int) -> bool:
    value = grid.at(row, column)
    return isinstance(value, str) and bool(meanings(value))
