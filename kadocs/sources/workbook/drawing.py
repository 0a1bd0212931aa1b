"""What forms and tables have in common: titles, links, notes, checks of what is typed, print setup."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.findings import Text
from kadocs.sources.excel import form
from kadocs.sources.workbook import cells, lists
from kadocs.sources.workbook.lists import Choices
from kadocs.sources.workbook.paint import Paint, extent
from kadocs.sources.workbook.scope import Scope

HEADINGS = 3
"""The row of the headings of every sheet; the title and the way back stand above."""

_NOTE_WIDTH, _NOTE_CHARACTERS, _LINE_HEIGHT = 320, 44, 20
_A4 = 9


@dataclass(frozen=True, slots=True)
class Setting:
    """What all sheets of one workbook share; `examples` says whether it shows how to fill them in."""

    language: str
    scope: Scope
    choices: Choices
    paint: Paint
    examples: bool

    def say(self, text: Text) -> str:
        """`text` in the language of the workbook."""
        return text.in_(self.language)


def begin(sheet: Worksheet, title: str, setting: Setting, frozen: int) -> None:
    """Writes what stands on top of a sheet, and keeps its first `frozen` rows in sight."""
    setting.paint.title(cells.write(sheet, 1, 1, title))
    guide = setting.say(form.GUIDE)
    lead(cells.write(sheet, 2, 1, f"← {guide}"), guide, 1, setting.paint)
    sheet.freeze_panes = f"B{frozen + 1}"


def lead(cell: Cell, sheet: str, row: int, paint: Paint, *, inset: bool = False) -> None:
    """Makes a cell lead to a row of another sheet; one below what it belongs to stands `inset`."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(sheet)}!A{row}")
    paint.link(cell, inset=inset)


def print_setup(sheet: Worksheet, *, landscape: bool = True, repeat: bool = True) -> None:
    """Sets up how a sheet prints: as wide as the paper; its headings stand on each page if they `repeat`."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    assert sheet.oddFooter is not None
    sheet.oddFooter.center.text = "&P / &N"
    if repeat:
        sheet.print_title_rows = f"{HEADINGS}:{HEADINGS}"


def note(cell: Cell, text: str) -> None:
    """Puts a note on the cell, as large as its text."""
    lines = sum(extent(line) // _NOTE_CHARACTERS + 1 for line in text.split("\n"))
    if text:
        cell.comment = Comment(text, "kadocs", height=_LINE_HEIGHT * (lines + 1), width=_NOTE_WIDTH)


def allow(
    sheet: Worksheet, check: DataValidation | None, where: str, title: str = "", text: str = ""
) -> None:
    """Lets only what passes `check` be typed into the cells `where`, and shows `text` beside them."""
    if text:
        check = check or DataValidation(allow_blank=True)
        lists.explain(check, title, text)
    if check:
        check.add(where)
        sheet.add_data_validation(check)
