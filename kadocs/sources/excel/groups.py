"""Rows of a table that are no records: categories of the rows below, notes, headlines."""

from __future__ import annotations

import re

from kadocs.sources.excel import cells, headings
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.tables import Header
from kadocs.tree.node import Scalar

KEYS = ("category", "group")
"""The fields of a record that a category row gives."""

_NUMBER = re.compile(r"[(（]?[一二三四五六七八九十]+[)）]?[、.．]?|[A-Z][.、]?|[IVX]+[.、]?")
_NOTE = re.compile(r"\s*(?:注|备注|说明|附注|notes?|remarks?)\s*\d*\s*[:：]|\s*[※*]", re.IGNORECASE)
_HEADLINE = re.compile(r"\s*(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）])")
_LONGEST = 40


def lone_text(grid: Grid, row: int, filled: list[int]) -> str:
    """The text of a row that holds nothing else."""
    value = grid.at(row, filled[0])
    return value if isinstance(value, str) and len(filled) == 1 else ""


def is_note(text: str) -> bool:
    """Whether a lone text begins like a note: 注：, Note:, ※."""
    return _NOTE.match(text) is not None


def stands_apart(grid: Grid, header: Header, row: int, column: int) -> bool:
    """Whether a lone text is spread over the table, beside its columns, or numbered like a headline."""
    text = grid.at(row, column)
    wide = grid.end(row, column) > column or column not in header.columns
    return wide or (isinstance(text, str) and _HEADLINE.match(text) is not None)


def named(grid: Grid, header: Header, row: int, filled: list[int]) -> Scalar | None:
    """The category that the row announces for those below it, if it is such a row."""
    keys = {column: known.field.key for column, known in header.columns.items()}
    may_hold = (None, "no", "name", "amount", *KEYS)
    if any(keys.get(column) not in may_hold for column in filled[1:]):
        return None
    marks = [c for c in filled if keys.get(c) != "amount" and isinstance(grid.at(row, c), str)]
    if not 1 <= len(marks) <= 2:
        return None
    *number, name = (cells.heading(grid.at(row, column)) for column in marks)
    if number and not _NUMBER.fullmatch(number[0]):
        return None
    text, place = headings.without_numbering(name), grid.place(row, marks[-1])
    return Scalar(text, place) if len(text) <= _LONGEST else None
