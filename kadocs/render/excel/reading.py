"""A sheet of a template as rows of cells, and the tags in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kadocs.findings import Finding, Text
from kadocs.render import tags
from kadocs.render.excel import marks, references, strings
from kadocs.render.excel.marks import CellMark, CellSpot
from kadocs.render.excel.names import Element, address, s
from kadocs.render.excel.strings import Piece

ROW, CELL, FORMULA, VALUE, INLINE = s("row"), s("c"), s("f"), s("v"), s("is")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a cell's text: its format, and what it says: a text, or a tag."""

    format: str
    content: str | CellMark


@dataclass(slots=True, eq=False)
class Cell:
    """A cell of a template with tags or a formula in it.

    `formula` is that as it stands in this cell, be it shared with others; `spread` the cells that it fills
    if it is an array's.
    """

    element: Element
    row: int
    column: int
    parts: list[Part] = field(default_factory=list)
    formula: str = ""
    spread: str = ""

    @property
    def marks(self) -> list[CellMark]:
        """Its tags."""
        return [part.content for part in self.parts if isinstance(part.content, CellMark)]


@dataclass(slots=True, eq=False)
class Row:
    """A row of a template; `filled` says that it holds something besides tags."""

    number: int
    element: Element
    cells: list[Cell] = field(default_factory=list)
    filled: bool = False


@dataclass(slots=True)
class Grid:
    """The rows of a sheet, its tags in order, and what is wrong with them."""

    name: str
    rows: list[Row] = field(default_factory=list)
    marks: list[CellMark] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def holds(self, column: int, mark: CellMark) -> bool:
        """Whether a column holds anything besides a tag."""
        known = {cell.element: cell for row in self.rows for cell in row.cells}
        for each in (each for row in self.rows for each in row.element.iterchildren(CELL)):
            if each.get("r") == str(column):
                cell = known.get(each)
                if cell.formula or any(p.content is not mark for p in cell.parts) if cell else _holds(each):
                    return True
        return False


class Texts:
    """Reads texts with tags, whose marks it numbers."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.marks: list[CellMark] = []
        self.findings: list[Finding] = []

    def read(self, pieces: Sequence[Piece], spot: CellSpot, row: int = 0, column: int = 0) -> list[Part]:
        """The parts of a text; nothing where it holds no tag."""
        text = "".join(piece.text for piece in pieces)
        if "{" not in text and "｛" not in text:
            return []
        found = tags.scan(text)
        for source, message, hint in found.problems:
            self.findings.append(marks.error(spot, self.file, "TPL010", message, hint, source))
        new = [marks.mark(len(self.marks) + n, tag, spot, row, column) for n, tag in enumerate(found.tags)]
        self.marks += new
        if not new and not found.underscores:
            return []
        return list(_parts(pieces, new, set(found.underscores)))


def _parts(pieces: Sequence[Piece], found: Sequence[CellMark], dropped: set[int]) -> Iterator[Part]:
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        position = start
        for mark in found:
            if mark.tag.end <= start or mark.tag.start >= end:
                continue
            yield from _static(piece, start, position, mark.tag.start, dropped)
            if mark.tag.start >= start:
                yield Part(piece.format, mark)
            position = mark.tag.end
        yield from _static(piece, start, position, end, dropped)
        start = end


def _static(piece: Piece, offset: int, start: int, end: int, dropped: set[int]) -> Iterator[Part]:
    text = "".join(
        piece.text[at - offset]
        for at in range(start, min(end, offset + len(piece.text)))
        if at not in dropped
    )
    if text:
        yield Part(piece.format, text)


class Reader:
    """Reads the sheets of one workbook; `shared` are the items of its shared texts."""

    def __init__(self, shared: Sequence[Element], texts: Texts) -> None:
        self._shared = shared
        self._texts = texts
        self._groups: dict[str, tuple[list[references.Token], int, int]] = {}

    def grid(self, root: Element, name: str) -> Grid:
        """The rows of a sheet whose part is `root`; every row and cell gets the address that it has."""
        self._groups = {}
        first = len(self._texts.marks)
        grid = Grid(name)
        data = root.find(s("sheetData"))
        number = 0
        for element in [] if data is None else data.iterchildren(ROW):
            number = int(element.get("r") or number + 1)
            element.set("r", str(number))
            grid.rows.append(self._row(element, number, name))
        grid.marks = self._texts.marks[first:]
        return grid

    def _row(self, element: Element, number: int, sheet: str) -> Row:
        row = Row(number, element)
        column = 0
        for each in element.iterchildren(CELL):
            column = address(each.get("r", ""))[1] or column + 1
            cell = Cell(each, number, column)
            each.set("r", str(column))
            self._fill(cell, sheet)
            if cell.parts or cell.formula:
                row.cells.append(cell)
            row.filled |= cell.formula != "" or (not cell.parts and _holds(each))
        return row

    def _fill(self, cell: Cell, sheet: str) -> None:
        formula = cell.element.find(FORMULA)
        if formula is not None:
            cell.formula = self._formula(formula, cell)
            if formula.get("t") == "array":
                cell.spread = formula.get("ref", "")
            self._refuse_tags(cell, sheet)
            return
        item = self._item(cell.element)
        if item is not None:
            spot = marks.in_cell(sheet, cell.row, cell.column)
            cell.parts = self._texts.read(strings.pieces(item), spot, cell.row, cell.column)

    def _item(self, element: Element) -> Element | None:
        if element.get("t") == "inlineStr":
            return element.find(INLINE)
        number = element.findtext(VALUE) if element.get("t") == "s" else None
        return self._shared[int(number)] if number and int(number) < len(self._shared) else None

    def _formula(self, element: Element, cell: Cell) -> str:
        """A cell's formula; one that it shares with others is written out."""
        text, group = element.text or "", element.get("si", "")
        if element.get("t") != "shared":
            return text
        if text:
            self._groups[group] = references.read(text), cell.row, cell.column
            return text
        tokens, row, column = self._groups.get(group, ([], 0, 0))
        return references.shifted(tokens, cell.row - row, cell.column - column)

    def _refuse_tags(self, cell: Cell, sheet: str) -> None:
        found = tags.scan(cell.formula).tags
        if found:
            spot = marks.in_cell(sheet, cell.row, cell.column)
            self._texts.findings.append(
                marks.error(spot, self._texts.file, "TPL111", *IN_FORMULA, found[0].source)
            )


def _holds(cell: Element) -> bool:
    return any(child.tag in (VALUE, INLINE) and (child.text or len(child)) for child in cell)


IN_FORMULA = (
    Text("公式里不能写标签", "a formula cannot hold a tag"),
    Text(
        "请把标签单独写在一个单元格里，公式引用那个单元格。",
        "Write the tag into a cell of its own, and let the formula refer to that cell.",
    ),
)
