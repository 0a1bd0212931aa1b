"""The single values of a section on a sheet: a label, a cell to fill in, an example, and how to do it."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from kadocs.findings import Text
from kadocs.model import Field
from kadocs.model.types import Kind
from kadocs.sources.excel import form
from kadocs.sources.workbook import cells, drawing, lists, values, wording
from kadocs.sources.workbook.drawing import Setting
from kadocs.sources.workbook.holdings import at
from kadocs.sources.workbook.layout import Form
from kadocs.sources.workbook.paint import lines
from kadocs.tree.node import Node, child

_HOW = Text("怎么填", "What to write")
_LABEL, _ENTRY, _EXAMPLE, _ASIDE = 2, 3, 4, 5
"""The columns; the first one numbers the rows of tables."""

WIDTHS = {_LABEL: 30.0, _ENTRY: 44.0, _EXAMPLE: 22.0}


def write_heads(sheet: Worksheet, row: int, setting: Setting) -> int:
    """Writes the headings that tell the reader of labels and values; gives the row below."""
    heads = {_LABEL: form.LABEL, _ENTRY: form.VALUE, _EXAMPLE: form.EXAMPLE, _ASIDE: _HOW}
    for column, head in heads.items():
        if column != _EXAMPLE or setting.examples:
            setting.paint.head(cells.write(sheet, row, column, setting.say(head)))
    return row + 1


def write(sheet: Worksheet, row: int, plan: Form, deal: Node | None, setting: Setting) -> int:
    """Writes the labels of a section and what the deal says of them, from `row` on; gives the row below."""
    section = at(deal, plan.path)
    for field in plan.fields:
        needed = (*plan.path, field.key) in setting.scope.needed
        label = cells.write(sheet, row, _LABEL, wording.heading(field, needed, setting.language))
        setting.paint.head(label, field.mark.audience, needed=needed)
        drawing.note(label, wording.note(field, needed, setting.language))
        _write_entry(sheet, row, field, child(section, field.key) if section else None, setting)
        _write_asides(sheet, row, field, setting)
        row += 1
    return row


def _write_entry(sheet: Worksheet, row: int, field: Field, value: Node | None, setting: Setting) -> None:
    entry = cells.at(sheet, row, _ENTRY)
    setting.paint.entry(entry, "left")
    entry.number_format = values.FORMATS.get(field.kind or Kind.TEXT, values.AS_TEXT)
    if value:
        cells.put(entry, values.cell(value, field, setting.language))
    several = 2 if field.kind is Kind.LINES else 1
    setting.paint.row(sheet, row, max(several, lines(str(entry.value), WIDTHS[_ENTRY])))
    drawing.allow(sheet, lists.validation(field, setting.choices, setting.language), entry.coordinate)


def _write_asides(sheet: Worksheet, row: int, field: Field, setting: Setting) -> None:
    """An example, and what to write: beside the entry, where the reader does not look."""
    if setting.examples:
        example = cells.at(sheet, row, _EXAMPLE)
        cells.put(example, values.example(setting.say(form.example(field)), field, setting.language))
        setting.paint.aside(example, boxed=True)
    setting.paint.aside(cells.write(sheet, row, _ASIDE, wording.brief(field, setting.language)))
