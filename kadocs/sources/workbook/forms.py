"""A section as a sheet: its labels, cells to fill in beside them, and how to do it."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from kadocs.findings import Text
from kadocs.model import Field
from kadocs.model.types import Kind
from kadocs.sources.excel import form
from kadocs.sources.workbook import cells, drawing, lists, values, wording
from kadocs.sources.workbook.drawing import HEADINGS, Setting
from kadocs.sources.workbook.holdings import at
from kadocs.sources.workbook.layout import Block, Form
from kadocs.tree.node import Node, child

_HOW = Text("怎么填", "What to write")
_WIDTHS = {"A": 30, "B": 52, "C": 48, "D": 30}


def write(sheet: Worksheet, plan: Form, deal: Node | None, setting: Setting) -> None:
    """Fills a sheet with the labels of a section, and with the values that the deal has."""
    drawing.begin(sheet, plan.mark.title, setting)
    heads = [form.LABEL, form.VALUE, _HOW, *([form.EXAMPLE] if setting.examples else [])]
    for column, head in enumerate(heads, 1):
        setting.paint.head(cells.write(sheet, HEADINGS, column, setting.say(head)))
    row = HEADINGS + 1
    for block in plan.blocks:
        if block is not plan.blocks[0]:
            setting.paint.part(cells.write(sheet, row + 1, 1, setting.say(block.mark.title)))
            row += 2
        section = at(deal, block.path)
        for field in block.fields:
            _write_label(sheet, row, block, field, setting)
            _write_entry(sheet, row, field, child(section, field.key) if section else None, setting)
            _write_asides(sheet, row, field, setting)
            row += 1
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    drawing.print_setup(sheet, landscape=False)


def _write_label(sheet: Worksheet, row: int, block: Block, field: Field, setting: Setting) -> None:
    needed = (*block.path, field.key) in setting.scope.needed
    label = cells.write(sheet, row, 1, wording.heading(field, needed, setting.language))
    setting.paint.head(label, field.mark.audience, needed=needed)
    drawing.note(label, wording.note(field, needed, setting.language))


def _write_entry(sheet: Worksheet, row: int, field: Field, value: Node | None, setting: Setting) -> None:
    entry = cells.at(sheet, row, 2)
    setting.paint.entry(entry)
    entry.number_format = values.FORMATS.get(field.kind or Kind.TEXT, values.AS_TEXT)
    if value:
        cells.put(entry, values.cell(value, field, setting.language))
    drawing.allow(sheet, lists.validation(field, setting.choices, setting.language), f"B{row}")


def _write_asides(sheet: Worksheet, row: int, field: Field, setting: Setting) -> None:
    """What to write, and an example: beside the entry, where the reader does not look."""
    setting.paint.aside(cells.write(sheet, row, 3, wording.brief(field, setting.language)))
    if setting.examples:
        example = cells.at(sheet, row, 4)
        cells.put(example, values.example(setting.say(form.example(field)), field, setting.language))
        setting.paint.aside(example)
