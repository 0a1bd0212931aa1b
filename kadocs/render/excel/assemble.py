"""A sheet's rows as source and plan: what each row begins with, its cells, and the statements around them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from lxml import etree

from kadocs.figures import columns
from kadocs.render.excel import levels, printer, tables
from kadocs.render.excel.axis import Path, Strip
from kadocs.render.excel.cellcode import CellCode
from kadocs.render.excel.heights import Room
from kadocs.render.excel.levels import Levels
from kadocs.render.excel.marks import CellMark
from kadocs.render.excel.names import ROWS, Element, s
from kadocs.render.excel.plan import COLUMN_MARK, HEIGHT_MARK, ROW_MARK, ColumnPlan, GapPlan, Plan, RowPlan
from kadocs.render.excel.reading import Grid, Row
from kadocs.render.excel.source import Source
from kadocs.render.excel.tables import Table
from kadocs.render.word.marks import Role

_PIECE = re.compile(r"<\?k (\d+)\?>")
_DECLARED = re.compile(r' xmlns(?::\w+)?="[^"]*"')

Writer = Callable[[str], None]
"""Adds a piece of a row to the source, given the XML that follows it."""


class Around(NamedTuple):
    """What there is to know of a sheet besides its rows; `token` is a word that occurs nowhere in them."""

    token: str
    room: Room
    tables: Sequence[Table] = ()


class Rows:
    """Adds a sheet's rows to its source and plan."""

    def __init__(self, grid: Grid, found: Levels, source: Source, plan: Plan, around: Around) -> None:
        self._grid = grid
        self._empties = tables.empties(around.tables, grid, found)
        self._levels = found
        self._source = source
        self._plan = plan
        self._token = around.token
        self._column = re.compile(rf"{around.token}c(\d+)\.")
        self._cells = CellCode(source, plan, grid.name, around.room)
        self._kept_strips: dict[int, int] = {}
        self._path: Path = ()
        self._writers: list[Writer] = []

    def run(self) -> None:
        """Take the rows one by one; what is below the last is a strip without an end."""
        last = 0
        for row in self._grid.rows:
            self._gap(last + 1, row.number - 1)
            self._row(row)
            last = row.number
        self._source.piece(printer.END, self._strip(last + 1, ROWS))

    def _gap(self, first: int, last: int) -> None:
        if first <= last:
            self._plan.gaps.append(GapPlan(self._strip(first, last), last - first + 1))
            self._source.piece(printer.GAP, len(self._plan.gaps) - 1)

    def _strip(self, first: int, last: int) -> int:
        self._plan.rows.strips.append(Strip(first, last, self._path))
        return len(self._plan.rows.strips) - 1

    def _row(self, row: Row) -> None:
        statements = levels.statements(row)
        if row.number in self._levels.vanishing:
            self._vanishing(row.number, statements)
            return
        for mark in statements:
            if mark.role is not Role.CLOSE:
                self._statement(mark, row.number)
        self._kept(row)
        for mark in statements:
            if mark.role is Role.CLOSE:
                self._statement(mark, row.number)

    def _vanishing(self, line: int, statements: list[CellMark]) -> None:
        """The statements of a row that goes away, which belongs to what is around them."""
        paths = [self._path]
        for mark in statements:
            self._statement(mark, line)
            paths.append(self._path)
        self._plan.rows.paths[line] = min(paths, key=len)

    def _statement(self, mark: CellMark, line: int) -> None:
        loops = mark.block is not None and mark.block.keyword == "for"
        if loops and mark.role is Role.CLOSE:
            self._path = self._path[:-1]
            self._stand_in(self._empties.get(mark.number))
        self._source.statement(mark)
        if loops and mark.role is Role.OPEN:
            self._path = (*self._path, mark.number)
            self._plan.rows.heads[mark.number] = line
            self._source.piece(printer.TURN, mark.number)

    def _stand_in(self, line: int | None) -> None:
        """An empty row where a loop over a table's rows makes none, since a table has at least one."""
        if line is not None:
            self._source.otherwise()
            self._plan.row_plans.append(RowPlan(self._kept_strips[line], f'<row r="{ROW_MARK}"></row>'))
            self._source.piece(printer.ROW, len(self._plan.row_plans) - 1)

    def _kept(self, row: Row) -> None:
        strip = self._kept_strips[row.number] = self._strip(row.number, row.number)
        pieces = _PIECE.split(self._xml(row))
        self._plan.row_plans.append(RowPlan(strip, pieces[0], HEIGHT_MARK in pieces[0]))
        self._source.piece(printer.ROW, len(self._plan.row_plans) - 1)
        for number, after in zip(pieces[1::2], pieces[2::2], strict=True):
            self._writers[int(number)](after)
        self._writers.clear()

    def _xml(self, row: Row) -> str:
        """A row's XML with an instruction for every piece that the code writes."""
        element = row.element
        element.attrib.pop("spans", "")
        fits = any(cell.marks for cell in row.cells) and element.get("customHeight") not in ("1", "true")
        if fits:
            element.attrib.pop("ht", "")  # it was that of the tags
        element.set("r", self._token)
        self._put_cells(row)
        xml = etree.tostring(element, encoding="unicode", with_tail=False)
        begin, end, rest = xml.partition(">")
        height = HEIGHT_MARK if fits else ""
        return self._marked(f"<row{height}{_DECLARED.sub('', begin).removeprefix('<row')}{end}{rest}")

    def _put_cells(self, row: Row) -> None:
        known = {cell.element: cell for cell in row.cells}
        blocks = sorted(self._plan.columns.values(), key=lambda block: block.first)
        around: dict[int, list[Element]] = {}
        for each in list(row.element.iterchildren(s("c"))):
            column = int(each.get("r", "0"))
            each.set("r", self._address(column))
            node = each
            if each in known:
                place = self._marked(self._address(column))
                node = self._instruction(partial(self._cells.write, known[each], place))
                row.element.replace(each, node)
            for block in blocks:
                if column in block.removed:
                    row.element.remove(node)
                elif block.first <= column <= block.last:
                    around.setdefault(block.loop, []).append(node)
        for loop, nodes in around.items():
            nodes[0].addprevious(self._instruction(partial(self._open_columns, self._plan.columns[loop])))
            nodes[-1].addnext(self._instruction(partial(self._close_columns, self._plan.columns[loop])))

    def _instruction(self, writer: Writer) -> Element:
        self._writers.append(writer)
        return etree.ProcessingInstruction("k", str(len(self._writers) - 1))

    def _open_columns(self, block: ColumnPlan, after: str) -> None:
        self._source.piece(printer.COLUMNS, block.loop)
        self._source.statement(block.opener)
        self._source.piece(printer.COLUMN, block.loop)
        self._static(after)

    def _close_columns(self, block: ColumnPlan, after: str) -> None:
        self._source.statement(block.closer)
        self._source.piece(printer.COLUMNS_END, block.loop)
        self._static(after)

    def _static(self, xml: str) -> None:
        if xml:
            self._plan.statics.append(xml)
            self._source.piece(printer.STATIC, len(self._plan.statics) - 1)

    def _address(self, column: int) -> str:
        name = f"{self._token}c{column}." if self._plan.columns else columns.letters(column - 1)
        return f"{name}{self._token}"

    def _marked(self, xml: str) -> str:
        named = self._column.sub(rf"{COLUMN_MARK}\1{COLUMN_MARK}", xml)
        return named.replace(self._token, ROW_MARK)
