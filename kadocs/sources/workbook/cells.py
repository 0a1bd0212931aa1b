"""Cells as they are written: a text never becomes a formula, an error or a number."""

from __future__ import annotations

from typing import cast

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.sources.workbook import values

_RISKY = ("=", "+", "-", "@")


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell, which is part of no merged area, for there are none."""
    return cast(Cell, sheet.cell(row, column))


def write(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """The cell, holding `text`."""
    cell = at(sheet, row, column)
    cell.value = text
    cell.data_type = "s"
    return cell


def put(cell: Cell, content: values.Cell | None) -> None:
    """Writes a value, if there is one, in its number format."""
    if content is None:
        return
    cell.value = content.value
    if isinstance(content.value, str):
        cell.data_type = "s"
        if content.value.startswith(_RISKY):
            cell.quotePrefix = True  # so that it stays a text when someone edits it
    if cell.number_format != content.format:
        cell.number_format = content.format
