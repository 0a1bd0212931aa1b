"""How a workbook looks: colours by audience, fonts, borders, widths."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.model import Audience
from kadocs.model.types import Kind

_FONTS = {"zh": "微软雅黑", "en": "Calibri"}
_FILLS = {
    Audience.PUBLIC: "ddebf7",
    Audience.CUSTOMER: "ddebf7",
    Audience.PARTNER: "ddebf7",
    Audience.INTERNAL: "ffe699",
    Audience.SECRET: "f4b084",
}
_TABS = ("5b9bd5", "70ad47", "ffc000", "7030a0", "00b0f0", "c55a11", "92d050", "44546a")
_EDGE = Side(style="thin", color="bfbfbf")
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_DARK, _GREY, _LINK = "1f3864", "7f7f7f", "0563c1"
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
_LINE, _HIGHEST = 14, 400  # points; Excel takes rows up to 409


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
        cell.font = Font(name=self._font, size=10, bold=True, color="c00000" if needed else "000000")
        cell.fill = PatternFill("solid", fgColor=_FILLS[audience])
        cell.border = _BOX
        cell.alignment = Alignment(vertical="center", wrap_text=True)

    def entry(self, cell: Cell, across: str = "general") -> None:
        """A cell to be filled in; `across` says how it is aligned."""
        cell.font = Font(name=self._font, size=10)
        cell.border = _BOX
        cell.alignment = Alignment(horizontal=across, vertical="top", wrap_text=True)

    def aside(self, cell: Cell, *, boxed: bool = False) -> None:
        """What is said about a field or, `boxed`, an example in the place of a value."""
        cell.font = Font(name=self._font, size=9, italic=True, color=_GREY)
        cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=boxed)
        if boxed:
            cell.border = _BOX

    def words(self, cell: Cell) -> None:
        """A line of explanation."""
        cell.font = Font(name=self._font, size=10)

    def link(self, cell: Cell, *, inset: bool = False) -> None:
        """A cell that leads to another sheet."""
        cell.font = Font(name=self._font, size=10, underline="single", color=_LINK)
        cell.alignment = Alignment(horizontal="left", indent=2 if inset else 0)

    def tab(self, sheet: Worksheet, section: int) -> None:
        """The sheet's tab, in the colour of its section."""
        sheet.sheet_properties.tabColor = _TABS[section % len(_TABS)]

    def row(self, sheet: Worksheet, row: int, lines: int) -> None:
        """Makes a row high enough for `lines` of text; one line fits as it is."""
        if lines > 1:
            sheet.row_dimensions[row].height = min(_LINE * lines, _HIGHEST)


def width(kind: Kind | None, heading: str) -> float:
    """How wide a column is: for values of its kind, and for its heading in two lines."""
    return max(_WIDTHS.get(kind or Kind.TEXT, _TEXT_WIDTH), min(extent(heading) / 2 + 3, _WIDEST))


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of that width."""
    return sum(int(extent(line) // max(width - 2, 1)) + 1 for line in text.split("\n"))


def extent(text: str) -> int:
    """How wide a text is in characters, Chinese ones counting twice."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in text)
