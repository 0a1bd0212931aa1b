"""A sheet of a template, compiled: its code, its plan, and all of its part that is not rows."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from kadocs.findings import Finding
from kadocs.render.excel import levels, printer, tables
from kadocs.render.excel.asides import Aside, Asides
from kadocs.render.excel.assemble import Around, Rows
from kadocs.render.excel.axis import Axis, Strip
from kadocs.render.excel.cellcode import CellCode
from kadocs.render.excel.formulas import Field
from kadocs.render.excel.heights import Room
from kadocs.render.excel.levels import Levels
from kadocs.render.excel.marks import CellMark
from kadocs.render.excel.names import COLUMNS, Element, s
from kadocs.render.excel.package import Sheet
from kadocs.render.excel.plan import ColumnPlan, Plan
from kadocs.render.excel.program import Program, compile_source
from kadocs.render.excel.reading import Grid, Reader, Texts
from kadocs.render.excel.sites import Sites
from kadocs.render.excel.source import Source
from kadocs.render.word.blocks import pair
from kadocs.render.word.marks import Block, Mark


@dataclass(slots=True)
class Compiled:
    """A sheet that renders write: `shell` is its part without rows, `loop` what its `sheet` tag says."""

    sheet: Sheet
    shell: Element
    plan: Plan
    program: Program
    sites: Sites
    asides: tuple[Aside, ...] = ()
    loop: str = ""
    scattered: list[Finding] = field(default_factory=list)

    @property
    def field(self) -> Field:
        """Its rows and columns in the template."""
        return Field(self.plan.rows, self.plan.across)


class SheetCompiler:
    """Compiles the sheets of one workbook."""

    def __init__(self, file: str, reader: Reader, texts: Texts) -> None:
        self._file = file
        self._reader = reader
        self._texts = texts
        self.findings: list[Finding] = []

    def compile(self, sheet: Sheet, root: Element, asides: Asides, around: Around) -> Compiled | None:
        """A sheet whose part is `root`; None where something is wrong with it, which is in `findings`."""
        grid = self._reader.grid(root, sheet.name)
        found = levels.find(grid, self._file)
        plan = Plan(Axis(), _across(found, grid))
        plan.columns = {block.opener.number: _columns(block, grid) for block in found.columns}
        source = Source()
        _open(source, found, plan)
        aside_findings = self._write_asides(asides, source, plan, around.room)
        found.findings += tables.faults(around.tables, grid, found, self._file)
        Rows(grid, found, source, plan, around).run()
        if found.sheet is not None:
            source.statement(found.sheet, f"end{found.sheet.tag.keyword}")
        self.findings += found.findings + aside_findings
        paired = not found.findings and not aside_findings
        program, faults = compile_source(source, self._file, paired=paired)
        self.findings += faults
        if program is None:
            return None
        return Compiled(
            sheet,
            _shell(root),
            plan,
            program,
            Sites([*grid.marks, *_marks(asides)]),
            tuple(each.aside for each in asides.found),
            found.sheet.tag.keyword if found.sheet is not None else "",
        )

    def _write_asides(self, asides: Asides, source: Source, plan: Plan, room: Room) -> list[Finding]:
        findings: list[Finding] = []
        for each in asides.found:
            said: list[Mark] = [p.content for p in each.parts if isinstance(p.content, CellMark)]
            findings += pair(said, self._file)[1]
        asides.write(source, CellCode(source, plan, "", room))
        return findings


def _marks(asides: Asides) -> list[CellMark]:
    return [p.content for each in asides.found for p in each.parts if isinstance(p.content, CellMark)]


def _open(source: Source, found: Levels, plan: Plan) -> None:
    """Begin the sheet: its loop, and a count of the columns that repeat."""
    if found.sheet is not None:
        source.statement(found.sheet)
    source.piece(printer.SHEET, 0)
    for block in plan.columns.values():
        source.statement(block.opener)
        source.piece(printer.COUNT, block.loop)
        source.statement(block.closer)
    source.piece(printer.SPREAD, 0)


def _columns(block: Block, grid: Grid) -> ColumnPlan:
    opener, closer = block.opener, block.closer
    assert isinstance(opener, CellMark) and isinstance(closer, CellMark)
    removed = frozenset(_bare(grid, opener, closer)) if opener.column != closer.column else frozenset()
    first, last = opener.column, closer.column
    return ColumnPlan(opener, closer, first + (first in removed), last - (last in removed), removed)


def _bare(grid: Grid, *marks: CellMark) -> list[int]:
    """The columns of these tags that hold nothing else."""
    return [mark.column for mark in marks if not grid.holds(mark.column, mark)]


def _across(found: Levels, grid: Grid) -> Axis:
    axis = Axis()
    start = 1
    for block in sorted((_columns(block, grid) for block in found.columns), key=lambda each: each.first):
        for column in sorted(block.removed):
            axis.paths[column] = ()
        edge = min([block.first, *block.removed])
        if edge > start:
            axis.strips.append(Strip(start, edge - 1, ()))
        loops = block.opener.tag.keyword == "for"
        axis.strips.append(Strip(block.first, block.last, (block.loop,) if loops else ()))
        axis.heads[block.loop] = edge
        start = max([block.last, *block.removed]) + 1
    axis.strips.append(Strip(start, COLUMNS, ()))
    return axis


def _shell(root: Element) -> Element:
    shell = deepcopy(root)
    data = shell.find(s("sheetData"))
    if data is not None:
        for row in list(data):
            data.remove(row)
        data.text = None
    return shell
