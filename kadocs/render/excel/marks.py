"""The places of tags in a workbook, and what the compiler knows of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from lxml import etree

from kadocs.findings import NOTHING, Finding, Place, Severity, Text
from kadocs.render.excel import names
from kadocs.render.tags import Tag
from kadocs.render.word.marks import Mark
from kadocs.render.word.places import Spot, shorten


class Level(Enum):
    """What a tag governs."""

    CELL = "text within a cell"
    ROW = "rows"
    COLUMN = "columns"
    SHEET = "sheets"


@dataclass(frozen=True, slots=True)
class CellSpot(Spot):
    """A cell of a template, or something else of a sheet: what that is stands in `part`."""

    cell: str = ""

    def place(self, file: str, tag: str = "") -> Place:
        """This spot as a finding's place, narrowed to one tag."""
        said = shorten(tag, 80)
        steps = (self.part, Text(said, said))
        return Place(file, cell=self.cell, trail=tuple(step for step in steps if step != NOTHING))


@dataclass(slots=True, eq=False)
class CellMark(Mark):
    """A tag with the row and the column that it stands in; outside of the cells, both are 0."""

    row: int = 0
    column: int = 0
    level: Level = Level.CELL


def mark(number: int, tag: Tag, spot: CellSpot, row: int = 0, column: int = 0) -> CellMark:
    """A tag at a spot."""
    nowhere = etree.Element("nowhere")
    return CellMark(number, tag, nowhere, nowhere, spot, row=row, column=column)


def in_cell(sheet: str, row: int, column: int) -> CellSpot:
    """The spot of a cell."""
    cell = names.cell(row, column)
    return CellSpot(NOTHING, position=Text(cell, cell), cell=f"{sheet}!{cell}")


def elsewhere(sheet: str, what: Text) -> CellSpot:
    """The spot of something that is in no cell, such as a sheet's header."""
    return CellSpot(what, position=what, cell=sheet)


def error(spot: Spot, file: str, code: str, message: Text, hint: Text, tag: str = "") -> Finding:
    """An error at a spot."""
    return Finding(code, Severity.ERROR, spot.place(file, tag), message, hint)
