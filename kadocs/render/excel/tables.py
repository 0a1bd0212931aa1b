"""The tables of a sheet (Ctrl+T), whose headings are names, and which are never without a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kadocs.findings import Finding, Text
from kadocs.render.excel.axis import Span
from kadocs.render.excel.levels import Levels
from kadocs.render.excel.marks import CellMark, Level
from kadocs.render.excel.names import Element
from kadocs.render.excel.places import box
from kadocs.render.excel.reading import Grid


class Table(NamedTuple):
    """A table's columns, the row of its headings, and the rows of its data."""

    columns: Span
    heading: int
    data: Span


def read(roots: Sequence[Element]) -> list[Table]:
    """The tables that these parts describe, those without headings left out."""
    found = []
    for root in roots:
        (top, bottom), columns = box(root.get("ref", "A1"))
        if root.get("headerRowCount", "1") != "0":
            totals = int(root.get("totalsRowCount", "0"))
            found.append(Table(columns, top, (top + 1, bottom - totals)))
    return found


def faults(tables: Sequence[Table], grid: Grid, levels: Levels, file: str) -> list[Finding]:
    """Headings that would differ from the names of their columns, which are written elsewhere too."""
    wrong: list[CellMark] = []
    for table in tables:
        first, last = table.columns
        inside = [mark for mark in grid.marks if first <= mark.column <= last]
        wrong += [m for m in inside if m.row == table.heading and m.level in (Level.CELL, Level.COLUMN)]
        wrong += [
            block.opener
            for block in levels.columns
            if isinstance(block.opener, CellMark) and first <= block.opener.column <= last
        ]
    return [mark.finding(file, "TPL117", *_HEADING) for mark in dict.fromkeys(wrong)]


def empties(tables: Sequence[Table], grid: Grid, levels: Levels) -> dict[int, int]:
    """The loops that make all rows of a table, by the numbers of their ends, and the row that stands in."""
    found = {}
    vanishing = levels.vanishing
    for table in tables:
        first, last = table.data
        lines = (row.number for row in grid.rows if row.number not in vanishing)
        kept = [line for line in lines if first <= line <= last]
        for block in levels.rows:
            opener, closer = block.opener, block.closer
            if not isinstance(opener, CellMark) or not isinstance(closer, CellMark):
                continue
            whole = kept and opener.row <= kept[0] and kept[-1] <= closer.row
            if block.keyword == "for" and len(block.marks) == 2 and whole and block.parent is None:
                found[closer.number] = kept[0]
    return found


_HEADING = (
    Text("表格的标题行里不能用标签", "the heading of a table cannot hold a tag"),
    Text(
        "请写固定的标题，或在“表设计”里选“转换为区域”。",
        "Write plain headings, or choose “Convert to Range” in Table Design.",
    ),
)
