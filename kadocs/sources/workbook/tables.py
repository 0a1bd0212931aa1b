"""A list as a table: headings with notes, a row a record, and an example while there is none."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.model import Field
from kadocs.model.types import Kind
from kadocs.sources.excel import form
from kadocs.sources.workbook import cells, drawing, lists, paint, values, wording
from kadocs.sources.workbook.drawing import Setting
from kadocs.sources.workbook.layout import Table
from kadocs.tree.node import Node, child

_NUMBER_WIDTH, _WIDEST = 7.0, 44.0
_HEADING_HEIGHT = 34


def widths(plan: Table, setting: Setting) -> dict[int, float]:
    """How wide the columns are."""
    found = {1: _NUMBER_WIDTH}
    for number, field in enumerate(plan.columns, 2):
        heading = wording.heading(field, needed=True, language=setting.language)
        found[number] = paint.width(field.kind, heading)
    return found


class Space(NamedTuple):
    """Where a table stands: its headings' row, the rows to fill in after its records, those free below."""

    row: int
    blank: int
    beyond: int


def write(
    sheet: Worksheet,
    space: Space,
    plan: Table,
    rows: Sequence[tuple[str, Node]],
    owners: str,
    setting: Setting,
) -> int:
    """Writes a table, and gives its last row.

    `rows` come with the name of the record that each belongs to; `owners` are the cells in which such
    records have their names, if they have a place.
    """
    first = space.row + 1
    if setting.examples and not rows:
        _write_example(sheet, first, plan, setting)
        first += 1
    last = first + len(rows) + space.blank - 1
    _write_headings(sheet, space.row, last + space.beyond, plan, owners, setting)
    _write_rows(sheet, first, plan, [*rows, *[("", None)] * space.blank], setting)
    return last


def span(plan: Table, field: Field, row: int, last: int) -> str:
    """The cells of a field from `row` to the `last` row."""
    letter = get_column_letter(plan.columns.index(field) + 2)
    return f"${letter}${row}:${letter}${last}"


def _write_headings(
    sheet: Worksheet, row: int, last: int, plan: Table, owners: str, setting: Setting
) -> None:
    setting.paint.head(cells.write(sheet, row, 1, setting.say(form.ROW)))
    sheet.row_dimensions[row].height = _HEADING_HEIGHT
    for number, field in enumerate(plan.columns, 2):
        needed = field.required or (*plan.path, field.key) in setting.scope.needed
        heading = wording.heading(field, needed, setting.language)
        cell = cells.write(sheet, row, number, heading)
        setting.paint.head(cell, field.mark.audience, needed=needed)
        drawing.note(cell, wording.note(field, needed, setting.language))
        check = _check(plan, field, owners, setting)
        brief = wording.brief(field, setting.language)
        drawing.allow(sheet, check, span(plan, field, row + 1, last).replace("$", ""), heading, brief)


def _check(plan: Table, field: Field, owners: str, setting: Setting) -> DataValidation | None:
    if field is not plan.owner:
        return lists.validation(field, setting.choices, setting.language)
    assert plan.outer is not None
    return lists.owners(owners, setting.say(plan.outer.title), setting.language) if owners else None


def _write_example(sheet: Worksheet, row: int, plan: Table, setting: Setting) -> None:
    setting.paint.aside(cells.write(sheet, row, 1, setting.say(form.EXAMPLE)), boxed=True)
    for number, field in enumerate(plan.columns, 2):
        cell = cells.at(sheet, row, number)
        cells.put(cell, values.example(setting.say(form.example(field)), field, setting.language))
        setting.paint.aside(cell, boxed=True)
    setting.paint.row(sheet, row, 2 if any(field.kind is Kind.LINES for field in plan.columns) else 1)


def _write_rows(
    sheet: Worksheet, first: int, plan: Table, rows: Sequence[tuple[str, Node | None]], setting: Setting
) -> None:
    looks, wide = _looks(sheet, first, plan, setting) if rows else [], widths(plan, setting)
    for number, (owner, item) in enumerate(rows, 1):
        row, high = first + number - 1, 1
        _styled(cells.at(sheet, row, 1), looks[0]).value = number
        for at, (field, look) in enumerate(zip(plan.columns, looks[1:], strict=True), 2):
            cell = _styled(cells.at(sheet, row, at), look)
            content = _content(field, owner if field is plan.owner else "", item, setting)
            cells.put(cell, content)
            if content and isinstance(content.value, str):
                high = max(high, paint.lines(content.value, wide[at]))
        setting.paint.row(sheet, row, high)


def _content(field: Field, owner: str, item: Node | None, setting: Setting) -> values.Cell | None:
    if owner:
        return values.Cell(owner, values.AS_TEXT)
    value = child(item, field.key) if item else None
    return values.cell(value, field, setting.language) if value else None


def _looks(sheet: Worksheet, row: int, plan: Table, setting: Setting) -> list[StyleArray]:
    """The look of each column's cells, once: setting fonts cell by cell takes minutes for long tables."""
    looks: list[StyleArray] = []
    for number, field in enumerate((None, *plan.columns), 1):
        cell = cells.at(sheet, row, number)
        setting.paint.entry(cell, "general" if field else "center")
        kind = field.kind if field else Kind.COUNT
        cell.number_format = values.FORMATS.get(kind or Kind.TEXT, values.AS_TEXT)
        looks.append(copy(cell._style))  # type: ignore[attr-defined]
    return looks


def _styled(cell: Cell, look: StyleArray) -> Cell:
    cell._style = copy(look)  # type: ignore[attr-defined]
    return cell
