"""The sheets of a workbook, each with its parts below one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.model.marks import Mark
from kadocs.model.types import Kind
from kadocs.sources.workbook import cells, drawing, forms, holdings, layout, tables, values, wording
from kadocs.sources.workbook.drawing import HEADINGS, Setting
from kadocs.sources.workbook.layout import Form, Part, Sheet, Table
from kadocs.sources.workbook.scope import Path
from kadocs.tree.node import Node

_BLANK, _BLANK_ALONE = 10, 40
"""Rows to be filled in that follow those of a table: where others stand below it, and where none does."""

_BEYOND = 1000
"""Rows below the last one in which drop-downs work, for those who go on writing."""


class Pages:
    """Writes sheet by sheet; `places` are the rows at which parts begin, by the parts' paths and kinds."""

    def __init__(self, deal: Node | None, setting: Setting) -> None:
        self._deal, self._setting = deal, setting
        self._columns: dict[Path, str] = {}
        self.places: dict[tuple[type[Part], Path], int] = {}

    def write(self, sheet: Worksheet, plan: Sheet) -> None:
        """Fills a sheet with its parts."""
        alone = len(plan.parts) == 1
        title = self._title(plan.parts[0] if alone else None, plan.mark)
        drawing.begin(sheet, title, self._setting, HEADINGS if alone else HEADINGS - 1)
        self._set_widths(sheet, plan.parts)
        row = HEADINGS
        for part in plan.parts:
            row = self._part(sheet, row, part, plan, alone=alone) + 1
        drawing.print_setup(sheet, repeat=alone)

    def _part(self, sheet: Worksheet, row: int, part: Part, plan: Sheet, *, alone: bool) -> int:
        """Writes a part below its title, unless that is the sheet's; gives the row below it."""
        self.places[type(part), part.path] = row
        first = part is plan.parts[0]
        if not alone and part.mark is not plan.mark:
            self._setting.paint.part(cells.write(sheet, row, 1, self._title(part, part.mark)))
            row += 1
        if isinstance(part, Table):
            return self._table(sheet, row, part, alone=alone)
        if first:
            row = forms.write_heads(sheet, row, self._setting)
        return forms.write(sheet, row, part, self._deal, self._setting)

    def _title(self, part: Part | None, mark: Mark) -> str:
        """A title, with a star where it is that of a list that must hold something."""
        needed = isinstance(part, Table) and layout.needs(part, self._setting.scope)
        return (wording.NEEDED if needed else "") + self._setting.say(mark.title)

    def _table(self, sheet: Worksheet, row: int, plan: Table, *, alone: bool) -> int:
        rows = holdings.rows(self._deal, plan)
        blank = (_BLANK_ALONE if alone else _BLANK) if self._setting.examples else 0
        space = tables.Space(row, blank, _BEYOND if alone else 0)
        owners = self._columns.get((*plan.path[:-1], plan.owner.key), "") if plan.owner else ""
        last = tables.write(sheet, space, plan, rows, owners, self._setting)
        name = quote_sheetname(sheet.title)
        for field in plan.fields:
            named = tables.span(plan, field, row + 1, last + space.beyond)
            self._columns[(*plan.path, field.key)] = f"{name}!{named}"
        if alone:
            self._set_formats(sheet, plan)
        return last + 1

    def _set_formats(self, sheet: Worksheet, plan: Table) -> None:
        """Gives whole columns the formats of their fields, for rows that somebody adds."""
        for number, field in enumerate(plan.columns, 2):
            about = sheet.column_dimensions[get_column_letter(number)]
            about.number_format = values.FORMATS.get(field.kind or Kind.TEXT, values.AS_TEXT)

    def _set_widths(self, sheet: Worksheet, parts: Sequence[Part]) -> None:
        wide: dict[int, float] = {}
        for part in parts:
            own: Mapping[int, float] = (
                forms.WIDTHS if isinstance(part, Form) else tables.widths(part, self._setting)
            )
            for number, width in own.items():
                wide[number] = max(width, wide.get(number, 0.0))
        for number, width in wide.items():
            about = sheet.column_dimensions[get_column_letter(number)]
            about.width = width
