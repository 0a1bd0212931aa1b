"""A list as a sheet: a table with a row a record, and an example while it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from openpyxl.cell.cell import Cell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.model import Field
from kadocs.model.types import Kind
from kadocs.sources.excel import form
from kadocs.sources.workbook import cells, drawing, lists, paint, values, wording
from kadocs.sources.workbook.drawing import HEADINGS, Setting
from kadocs.sources.workbook.layout import Table
from kadocs.tree.node import Node, child

_BLANK_ROWS = 30
_CHECKED_ROWS = 1000
"""Rows below the last one that drop-downs and bounds reach, for those who go on writing."""

_ROW_WIDTH, _HEADING_HEIGHT = 7, 34


def write(
    sheet: Worksheet, plan: Table, rows: Sequence[tuple[str, Node]], owners: str, setting: Setting
) -> None:
    """Fills a sheet with a table; `rows` come with the name of the record that each belongs to.

    `owners` are the cells in which such records have their names, if they have a place.
    """
    drawing.begin(sheet, plan.mark.title, setting)
    _write_headings(sheet, plan, owners, len(rows), setting)
    row = HEADINGS + 1
    if setting.examples and not rows:
        _write_example(sheet, row, plan, setting)
        row += 1
    blank = [("", None)] * _BLANK_ROWS if setting.examples else []
    _write_rows(sheet, row, plan, [*rows, *blank], setting)
    drawing.print_setup(sheet, landscape=True)


def column(plan: Table, key: str, rows: int) -> str:
    """The cells of a column below its heading, those that are still blank included; "" if it has none."""
    keys = [field.key for field in plan.fields]
    return _cells(keys.index(key) + (3 if plan.owner else 2), rows, "$") if key in keys else ""


def _cells(number: int, rows: int, fixed: str = "") -> str:
    letter, last = get_column_letter(number), HEADINGS + rows + _CHECKED_ROWS
    return f"{fixed}{letter}{fixed}{HEADINGS + 1}:{fixed}{letter}{fixed}{last}"


def _fields(plan: Table) -> tuple[Field, ...]:
    return (plan.owner, *plan.fields) if plan.owner else plan.fields


def _write_headings(sheet: Worksheet, plan: Table, owners: str, rows: int, setting: Setting) -> None:
    setting.paint.head(cells.write(sheet, HEADINGS, 1, setting.say(form.ROW)))
    sheet.column_dimensions["A"].width = _ROW_WIDTH
    sheet.row_dimensions[HEADINGS].height = _HEADING_HEIGHT
    for number, field in enumerate(_fields(plan), 2):
        needed = field.required or (*plan.path, field.key) in setting.scope.needed
        heading = wording.heading(field, needed, setting.language)
        cell = cells.write(sheet, HEADINGS, number, heading)
        setting.paint.head(cell, field.mark.audience, needed=needed)
        drawing.note(cell, wording.note(field, needed, setting.language))
        about = sheet.column_dimensions[get_column_letter(number)]
        about.width = paint.width(field.kind, heading)
        about.number_format = values.FORMATS.get(field.kind or Kind.TEXT, values.AS_TEXT)
        check = _check(plan, field, owners, setting)
        brief = wording.brief(field, setting.language)
        drawing.allow(sheet, check, _cells(number, rows), heading, brief)


def _check(plan: Table, field: Field, owners: str, setting: Setting) -> DataValidation | None:
    if field is not plan.owner:
        return lists.validation(field, setting.choices, setting.language)
    assert plan.outer is not None
    return lists.owners(owners, setting.say(plan.outer.title), setting.language) if owners else None


def _write_example(sheet: Worksheet, row: int, plan: Table, setting: Setting) -> None:
    setting.paint.aside(cells.write(sheet, row, 1, setting.say(form.EXAMPLE)))
    for number, field in enumerate(_fields(plan), 2):
        cell = cells.at(sheet, row, number)
        cells.put(cell, values.example(setting.say(form.example(field)), field, setting.language))
        setting.paint.aside(cell)


def _write_rows(
    sheet: Worksheet, first: int, plan: Table, rows: Sequence[tuple[str, Node | None]], setting: Setting
) -> None:
    looks = _looks(sheet, first, plan, setting)
    for number, (owner, item) in enumerate(rows, 1):
        row = first + number - 1
        _styled(cells.at(sheet, row, 1), looks[0]).value = number
        for at, (field, look) in enumerate(zip(_fields(plan), looks[1:], strict=True), 2):
            cell = _styled(cells.at(sheet, row, at), look)
            if field is plan.owner:
                cells.put(cell, values.Cell(owner, values.AS_TEXT) if owner else None)
            elif item and (value := child(item, field.key)):
                cells.put(cell, values.cell(value, field, setting.language))


def _looks(sheet: Worksheet, row: int, plan: Table, setting: Setting) -> list[StyleArray]:
    """The look of each column's cells, once: setting fonts cell by cell takes minutes for long tables."""
    looks: list[StyleArray] = []
    for number, field in enumerate((None, *_fields(plan)), 1):
        cell = cells.at(sheet, row, number)
        setting.paint.entry(cell)
        kind = field.kind if field else Kind.COUNT
        cell.number_format = values.FORMATS.get(kind or Kind.TEXT, values.AS_TEXT)
        looks.append(copy(cell._style))  # type: ignore[attr-defined]
    return looks


def _styled(cell: Cell, look: StyleArray) -> Cell:
    cell._style = copy(look)  # type: ignore[attr-defined]
    return cell
