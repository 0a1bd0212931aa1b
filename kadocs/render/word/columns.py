"""Loops and conditions over cells: grid, spans and widths follow the cells that are written.

A row whose cells repeat is mirrored by the table's grid: the same tags stand around its columns, and
the widths below a loop are shared out among its turns, so the table keeps its width.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count

from kadocs.render.word import merges
from kadocs.render.word.assemble import Extra, in_attribute
from kadocs.render.word.cells import GRID_SPAN, put
from kadocs.render.word.marks import Block, Mark, Role
from kadocs.render.word.markup import (
    TBL,
    TC,
    TC_PR,
    TR,
    VAL,
    Element,
    ancestor,
    instruction,
    is_instruction,
    remove,
    w,
)

_GRID, _GRID_COL, _WIDTH, _CELL_WIDTH = w("tblGrid"), w("gridCol"), w("w"), w("tcW")
_PLAIN_FOR = re.compile(r"for\s+.+?\s+in\s+(.+)")
_NOT_PLAIN = re.compile(r"\s(?:if|recursive)\b")


@dataclass(slots=True)
class _Row:
    """A row as it was drawn: each cell with its first grid column and its span."""

    element: Element
    cells: list[tuple[Element, int, int]] = field(default_factory=list)


class Columns:
    """The tables of a part that have tags at the level of cells, as they were drawn.

    `merged` are the cells that are written once for all turns of their loop.
    """

    def __init__(self, marks: list[Mark]) -> None:
        self.merged = merges.horizontal(marks)
        tables = dict.fromkeys(ancestor(mark.paragraph, TBL) for mark in marks if mark.tag.prefix == "tc")
        self._tables = {table: _drawn(table) for table in tables if table is not None}
        self._by_node = {mark.node: mark for mark in marks}
        self._numbers = count()

    def settle(self, extras: dict[str, Extra], token: str) -> None:
        """Make each table's grid mirror its cells; the tags are at their levels already."""
        for table, rows in self._tables.items():
            looped = [row for row in rows if any(self.mark(node) for node in row.element)]
            if looped:
                base = min(looped, key=lambda row: len(self.above(table, row)))
                _Table(table, rows, base, self, extras, token).settle()

    def mark(self, node: Element) -> Mark | None:
        """The tag that a node stands for, if it is one of the compiler's instructions."""
        return self._by_node.get(node) if is_instruction(node) else None

    def above(self, table: Element, row: _Row) -> list[Block]:
        """The blocks over whole rows around a row, outermost first."""
        mark = next(mark for node in row.element if (mark := self.mark(node)) is not None)
        blocks: list[Block] = []
        block = mark.block.parent if mark.block is not None else None
        while block is not None:
            if block.opener.node.getparent() is table:
                blocks.insert(0, block)
            block = block.parent
        return blocks

    def number(self) -> str:
        """A fresh number for a piece of source."""
        return f"c{next(self._numbers)}"


class _Table:
    def __init__(
        self,
        table: Element,
        rows: list[_Row],
        base: _Row,
        columns: Columns,
        extras: dict[str, Extra],
        token: str,
    ) -> None:
        self._table = table
        self._rows = rows
        self._base = base
        self._columns = columns
        self._extras = extras
        self._token = token
        self._above = columns.above(table, base)
        self._loops = self._columns_in_loops()
        self._gone = {
            column
            for cell, start, span in base.cells
            if cell.getparent() is None
            for column in range(start, start + span)
        }

    def settle(self) -> None:
        grid = self._table.find(_GRID)
        if grid is None:
            return
        drawn = list(grid.iterfind(_GRID_COL))
        widths = self._shared_out([int(_number(column.get(_WIDTH))) for column in drawn])
        self._mirror(grid, drawn, widths)
        for row in self._rows:
            if any(self._columns.mark(node) for node in row.element):
                self._share_widths(row, widths)
            elif row.element.getparent() is not None:
                self._fit_spans(row, widths)

    def _columns_in_loops(self) -> dict[int, Block]:
        """The grid columns that repeat, each with its loop."""
        starts = {cell: (start, span) for cell, start, span in self._base.cells}
        open_loops: list[Block] = []
        found: dict[int, Block] = {}
        for node in self._base.element:
            mark = self._columns.mark(node)
            if mark is not None and mark.block is not None and mark.block.keyword == "for":
                if mark.role is Role.OPEN:
                    open_loops.append(mark.block)
                elif mark.role is Role.CLOSE:
                    open_loops.pop()
            elif node.tag == TC and open_loops:
                start, span = starts[node]
                found.update(dict.fromkeys(range(start, start + span), open_loops[-1]))
        return found

    def _shared_out(self, drawn: list[int]) -> list[int]:
        """The widths of the columns, those of cells that only held tags given to the loops."""
        lost = sum(width for column, width in enumerate(drawn) if column in self._gone)
        kept = sum(width for column, width in enumerate(drawn) if column in self._loops)
        if not kept:
            return drawn
        return [w * (kept + lost) // kept if c in self._loops else w for c, w in enumerate(drawn)]

    def _mirror(self, grid: Element, drawn: list[Element], widths: list[int]) -> None:
        """Write the grid as the base row is written: its tags around its columns."""
        for column in drawn:
            remove(column)
        for block in self._above:
            grid.append(instruction("k", str(block.opener.number)))
            if block.keyword == "for":
                grid.append(self._statement("if loop.first", block.opener))
        self._mirror_row(grid, drawn, widths)
        for block in reversed(self._above):
            if block.keyword == "for":
                grid.append(self._statement("endif", block.closer))
            grid.append(instruction("k", str(block.closer.number)))

    def _mirror_row(self, grid: Element, drawn: list[Element], widths: list[int]) -> None:
        starts = {cell: (start, span) for cell, start, span in self._base.cells}
        for node in self._base.element:
            if (mark := self._columns.mark(node)) is not None:
                grid.append(instruction("k", str(mark.number)))
            elif node.tag == TC:
                start, span = starts[node]
                for index in range(start, min(start + span, len(drawn))):
                    drawn[index].set(_WIDTH, self._width(widths[index], self._loops.get(index)))
                    grid.append(drawn[index])

    def _share_widths(self, row: _Row, widths: list[int]) -> None:
        depth: list[Block] = []
        starts = {cell: (start, span) for cell, start, span in row.cells}
        for node in row.element:
            mark = self._columns.mark(node)
            if mark is not None and mark.block is not None and mark.block.keyword == "for":
                if mark.role is Role.OPEN:
                    depth.append(mark.block)
                elif mark.role is Role.CLOSE:
                    depth.pop()
            elif node.tag == TC and depth:
                loop = None if node in self._columns.merged else depth[-1]
                start, span = starts[node]
                width = node.find(f"{TC_PR}/{_CELL_WIDTH}")
                if width is not None and width.get(w("type"), "dxa") == "dxa":
                    width.set(_WIDTH, self._width(sum(widths[start : start + span]), loop))

    def _fit_spans(self, row: _Row, widths: list[int]) -> None:
        """Give a cell above or below the loop the span that the loop's columns come to, and their width.

        A cell with a span of its own covers what a row that was drawn too short leaves it.
        """
        short = max(len(widths) - sum(span for _, _, span in row.cells), 0)
        moved, spanning = 0, any(self._says_span(cell) for cell, _, _ in row.cells)
        for cell, start, span in row.cells:
            says = self._says_span(cell)
            covered = range(start + moved, start + moved + span + (short - moved if says else 0))
            moved = short if says else moved
            if spanning or any(c in self._loops or c in self._gone for c in covered):
                self._set_width(
                    cell, sum(widths[c] for c in covered if c not in self._gone and c < len(widths))
                )
            if not says:
                self._fit_span(cell, covered)

    def _says_span(self, cell: Element) -> bool:
        """Whether a cell has a `colspan` tag."""
        found = cell.find(f"{TC_PR}/{GRID_SPAN}")
        return found is not None and self._token in found.get(VAL, "")

    def _fit_span(self, cell: Element, covered: range) -> None:
        kept = sum(1 for c in covered if c not in self._loops and c not in self._gone)
        terms = [f"({items})|list|length" for c in covered if (items := self._items(self._loops.get(c)))]
        if terms:
            mark = self._loops[next(c for c in covered if c in self._loops)].opener
            code = f"[{' + '.join([str(kept), *terms])}, 1]|max"
            put(cell, GRID_SPAN).set(VAL, self._expression(code, mark))

    def _set_width(self, cell: Element, width: int) -> None:
        found = cell.find(f"{TC_PR}/{_CELL_WIDTH}")
        if width and found is not None and found.get(w("type"), "dxa") == "dxa":
            found.set(_WIDTH, str(width))

    def _items(self, loop: Block | None) -> str:
        """What a loop runs over, if it can be counted outside of it."""
        if loop is None or self._above:
            return ""
        match = _PLAIN_FOR.fullmatch(loop.opener.tag.body)
        return match.group(1) if match and not _NOT_PLAIN.search(match.group(1)) else ""

    def _width(self, width: int, loop: Block | None) -> str:
        """A column's width, or its share of it in this turn of its loop."""
        if loop is None:
            return str(width)
        return self._expression(
            f"{width} * loop.index // loop.length - {width} * loop.index0 // loop.length", loop.opener
        )

    def _expression(self, code: str, mark: Mark) -> str:
        number = self._columns.number()
        self._extras[number] = Extra(code, mark)
        return in_attribute(self._token, number)

    def _statement(self, code: str, mark: Mark) -> Element:
        number = self._columns.number()
        self._extras[number] = Extra(code, mark, printer="")
        return instruction("k", number)


def _drawn(table: Element) -> list[_Row]:
    rows = []
    for element in table.iter(TR):
        if ancestor(element, TBL) is not table:
            continue
        row = _Row(element)
        column = int(_number(_value(element, f"{w('trPr')}/{w('gridBefore')}")))
        for cell in element.iter(TC):
            if ancestor(cell, TR) is element:
                span = max(1, int(_number(_value(cell, f"{TC_PR}/{GRID_SPAN}"))))
                row.cells.append((cell, column, span))
                column += span
        rows.append(row)
    return rows


def _value(element: Element, path: str) -> str | None:
    found = element.find(path)
    return None if found is None else found.get(VAL)


def _number(text: str | None) -> str:
    return text if text is not None and text.isdigit() else "0"
