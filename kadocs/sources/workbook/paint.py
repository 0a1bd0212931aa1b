"""How a workbook looks: colours by audience, fonts, borders, widths."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.model import Audience
from kadocs.model.types import Kind

_FONTS = {"zh": "微软雅黑", "en": "Calibri"}
_FILLS = {
    Audience.PUBLIC: "DDEBF7",
    Audience.CUSTOMER: "DDEBF7",
    Audience.PARTNER: "DDEBF7",
    Audience.INTERNAL: "FFE699",
    Audience.SECRET: "F4B084",
}
_TABS = {Audience.INTERNAL: "BF8F00", Audience.SECRET: "C55A11"}
_LINE = Side(style="thin", color="BFBFBF")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_DARK, _GREY, _LINK = "1F3864", "7F7F7F", "0563C1"
_WIDTHS = {
    Kind.LINES: 44,
    Kind.NAMES: 24,
    Kind.NUMBER: 12,
    Kind.PERCENT: 11,
    Kind.COUNT: 11,
    Kind.FLAG: 10,
    Kind.DAY: 13,
    Kind.MOMENT: 18,
    Kind.AMOUNT: 18,
    Kind.CHOICE: 16,
}
_TEXT_WIDTH, _WIDEST = 28, 44


class Paint:
    """The looks of one workbook, in the fonts of its language."""

    def __init__(self, language: str) -> None:
        self._font = _FONTS[language]

    def title(self, cell: Cell) -> None:
        """The first line of a sheet."""
        cell.font = Font(name=self._font, size=15, bold=True, color=_DARK)

    def part(self, cell: Cell) -> None:
        """The title of a part of a sheet."""
        cell.font = Font(name=self._font, size=12, bold=True, color=_DARK)

    def head(self, cell: Cell, audience: Audience = Audience.PUBLIC, *, needed: bool = False) -> None:
        """A heading or label, in the colour of those who may see its field."""
        cell.font = Font(name=self._font, size=10, bold=True, color="C00000" if needed else "000000")
        cell.fill = PatternFill("solid", fgColor=_FILLS[audience])
        cell.border = _BOX
        cell.alignment = Alignment(vertical="center", wrap_text=True)

    def entry(self, cell: Cell) -> None:
        """A cell to be filled in."""
        cell.font = Font(name=self._font, size=10)
        cell.border = _BOX
        cell.alignment = Alignment(vertical="top", wrap_text=True)

    def aside(self, cell: Cell) -> None:
        """What is said about a field, and examples."""
        cell.font = Font(name=self._font, size=9, italic=True, color=_GREY)
        cell.border = _BOX
        cell.alignment = Alignment(vertical="top", wrap_text=True)

    def words(self, cell: Cell) -> None:
        """A line of explanation."""
        cell.font = Font(name=self._font, size=10)
        cell.alignment = Alignment(vertical="top", wrap_text=True)

    def link(self, cell: Cell) -> None:
        """A cell that leads to another sheet."""
        cell.font = Font(name=self._font, size=10, underline="single", color=_LINK)

    def tab(self, sheet: Worksheet, audience: Audience) -> None:
        """The sheet's tab, coloured where all of the sheet is internal."""
        if audience in _TABS:
            sheet.sheet_properties.tabColor = _TABS[audience]


def width(kind: Kind | None, heading: str) -> float:
    """How wide a column is: for values of its kind, and for its heading in two lines."""
    return max(_WIDTHS.get(kind or Kind.TEXT, _TEXT_WIDTH), min(extent(heading) / 2 + 3, _WIDEST))


def extent(text: str) -> int:
    """How wide a text is in characters, Chinese ones counting twice."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)
