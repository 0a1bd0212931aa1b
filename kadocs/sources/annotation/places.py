"""Where a finding stands in a workbook."""

from __future__ import annotations

import re
from typing import NamedTuple

from kadocs.figures.columns import letters, position

_CELL = re.compile(
    r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!]+))!(?P<column>[A-Z]{1,3})(?P<row>[1-9][0-9]{0,6})"
)


class Spot(NamedTuple):
    """A cell of a sheet; `column` and `row` are counted from 1."""

    sheet: str
    row: int
    column: int

    @property
    def reference(self) -> str:
        """The cell as a sheet's XML names it: D14."""
        return f"{letters(self.column - 1)}{self.row}"


def spot(cell: str) -> Spot | None:
    """The cell that a place names (`报价!D14`, `'Price list'!A1`), or None where it names none."""
    found = _CELL.fullmatch(cell)
    if found is None:
        return None
    sheet = (found["quoted"] or found["plain"]).replace("''", "'")
    return Spot(sheet, int(found["row"]), position(found["column"]) + 1)
