"""A cell's tags or formula as source and plan."""

from __future__ import annotations

from kadocs.render.excel import formulas, printer
from kadocs.render.excel.formulas import Field, Spot
from kadocs.render.excel.heights import Room
from kadocs.render.excel.marks import CellMark, Level
from kadocs.render.excel.names import address
from kadocs.render.excel.plan import CellPlan, FormulaPlan, Plan
from kadocs.render.excel.reading import Cell, Part
from kadocs.render.excel.source import Source
from kadocs.render.tags import COMMENT, OUTPUT
from kadocs.render.word.entities import quoteattr


class CellCode:
    """Adds cells to the source and the plan of their sheet."""

    def __init__(self, source: Source, plan: Plan, sheet: str, room: Room) -> None:
        self._room = room
        self._source = source
        self._plan = plan
        self._sheet = sheet

    def write(self, cell: Cell, place: str, after: str) -> None:
        """Add a cell: `place` is its address, with marks for what is not known; `after` follows it."""
        head, style = f'<c r="{place}', cell.element.get("s", "")
        if cell.formula:
            self._formula(cell, head, style, after)
            return
        parts = [part for part in cell.parts if _is_text(part)]
        said = [part for part in parts if not isinstance(part.content, str) or part.content.strip()]
        alone = (
            len(said) == 1 and isinstance(said[0].content, CellMark) and said[0].content.tag.kind == OUTPUT
        )
        format_ = said[0].format if alone else ""
        fit = self._room.fit(cell.row, cell.column, style)
        self._plan.cells.append(CellPlan(head, f' s="{style}"' if style else "", after, format_, fit))
        number = len(self._plan.cells) - 1
        if alone and isinstance(said[0].content, CellMark):
            self._source.value(said[0].content, f"{printer.CELL}:{number}")
            return
        self._source.piece(printer.OPEN, number)
        self.text(parts)
        self._source.piece(printer.CLOSE, number)

    def text(self, parts: list[Part]) -> None:
        """Add the parts of a text."""
        for part in parts:
            if isinstance(part.content, str):
                self._plan.texts.append((part.content, part.format))
                self._source.text_of(len(self._plan.texts) - 1)
            else:
                self._source.tag(part.content)
                self._plan.formats[part.content.number] = part.format

    def _formula(self, cell: Cell, head: str, style: str, after: str) -> None:
        home = Field(self._plan.rows, self._plan.across)
        formula = formulas.read(cell.formula, Spot(cell.row, cell.column), home, self._sheet)
        first, _, last = cell.spread.partition(":")
        spread = (address(first), address(last or first)) if cell.spread else None
        kept = [
            f" {key}={quoteattr(cell.element.get(key, ''))}" for key in ("s", "cm") if cell.element.get(key)
        ]
        self._plan.formulas.append(FormulaPlan(head, "".join(kept), formula, after, spread))
        self._source.piece(printer.FORMULA, len(self._plan.formulas) - 1)


def _is_text(part: Part) -> bool:
    """Whether a part of a cell stands in its text: what governs rows or more does not, nor do comments."""
    content = part.content
    return isinstance(content, str) or (content.level is Level.CELL and content.tag.kind != COMMENT)
