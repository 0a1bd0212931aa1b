"""The sheets of a register → its tables: opportunities, what is joined to them, customers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kadocs.findings import NOTHING, Finding, Text
from kadocs.model import Deal, inputs
from kadocs.model.noun import Noun
from kadocs.sources.excel import asides, cells, headings, names, report, tables
from kadocs.sources.excel import columns as listed
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import NO_UNIT, Path
from kadocs.sources.excel.tables import Header
from kadocs.sources.excel.workbook import Sheet
from kadocs.sources.register import columns, rows, telling
from kadocs.sources.register import report as told
from kadocs.sources.register.columns import ACCOUNT, ID, Heads
from kadocs.sources.register.parts import Listed, Part, Singles
from kadocs.sources.register.rows import Rows
from kadocs.sources.register.telling import Main

_FEWEST = 2
"""How many columns a table has at least that is joined, or of customers."""

_HEADING_ROWS = 3
_LINES_ABOVE = 4


@dataclass
class Tables:
    """The tables of a register, by what their rows are."""

    opportunities: list[Singles] = field(default_factory=list)
    customers: list[Singles] = field(default_factory=list)
    joined: list[Part] = field(default_factory=list)


class Sheets:
    """Takes in sheet after sheet; `tables` are what was found on them."""

    def __init__(self, sheets: Mapping[str, Sheet], mains: Sequence[Main]) -> None:
        self._sheets = sheets
        self._mains = {main.grid.name: main for main in mains}
        self._known = {each.path for main in mains for each in main.heads.columns.values()}
        self.tables = Tables()

    def read(self, context: Context) -> None:
        """Takes in a sheet: the table of opportunities that it holds, and what is joined to them."""
        grid = context.grid
        main = self._mains.get(grid.name)
        understood, unjoined = self._take_all(context, self._take_main(context, main) if main else grid.top)
        if unjoined and not main:
            context.findings.append(unjoined)
        if main or understood:
            asides.tell(context)
        elif not unjoined and grid.top < grid.bottom:
            context.findings.append(report.unread_sheet(grid))

    def _take_all(self, context: Context, row: int) -> tuple[bool, Finding | None]:
        """Takes in the joined tables from `row` on: whether there are any, and what to say of another."""
        grid, understood, first = context.grid, False, row
        unjoined: Finding | None = None
        while row < min(grid.bottom, first + telling.LOOKED_AT):
            end = self._take_joined(context, row)
            if end is None:
                unjoined = unjoined or _unjoined(grid, row)
                row += 1
            else:
                understood, row, first = True, end, end
        return understood, unjoined

    def _take_main(self, context: Context, main: Main) -> int:
        _take_units(context, main.heads.first)
        joint = main.heads.column(ID)
        assert joint is not None
        found = rows.read(context, main.heads, main.heads.last, joint)
        tell(context, main.heads, found)
        self.tables.opportunities.append(Singles(context, main.heads, found))
        return found.end

    def _take_joined(self, context: Context, row: int) -> int | None:
        """Takes in the table that begins in `row`, if it is joined; gives the row after it."""
        grid = context.grid
        if not any(map(columns.may_join, grid.row(row))) or len(grid.filled(row)) < _FEWEST:
            return None
        row = columns.first(grid, row)
        titles = telling.titles(grid, row)
        heads = columns.read(grid, row, titles)
        by_account = heads.column(ID) is None
        joint = heads.column(*ACCOUNT) if by_account else heads.column(ID)
        if joint is None:
            return None
        header = self._list(grid, heads, joint, titles)
        if header is None and len(heads.columns) < _FEWEST:
            return None
        if by_account and not _may_be_by_account(grid, heads, header, joint, titles):
            return None
        _take_units(context, heads.first)
        last = header.last if header else heads.last
        found = rows.read(context, heads, last, joint)
        if header and self._is_list(heads, header, found, joint, titles):
            self._take_list(context, heads, header, found, joint, by_account=by_account)
        else:
            tell(context, heads, found)
            part = Singles(context, heads, found, by_account=by_account)
            (self.tables.customers if by_account else self.tables.joined).append(part)
        return found.end

    def _list(self, grid: Grid, heads: Heads, joint: int, titles: Sequence[Path]) -> Header | None:
        """The list that the headings are of, the column that joins its rows aside."""
        sheet, few = self._sheets[grid.name], range(heads.first, heads.first + _HEADING_ROWS)
        values = [
            ["" if column == joint else value for column, value in enumerate(grid.row(row), grid.left)]
            for row in few
        ]
        merged = tuple(area for area in sheet.merged if area[0][0] in few and area[0][1] != joint)
        part = Grid(replace(sheet, rows=values, top=heads.first, merged=merged), grid.file)
        header = tables.find(part, heads.first, titles)
        return header if header and header.first == heads.first else None

    def _is_list(self, heads: Heads, header: Header, found: Rows, joint: int, titles: Sequence[Path]) -> bool:
        """Whether the headings are rather those of a list than of single values."""
        own = [
            single
            for column, single in heads.columns.items()
            if column != joint and single.path not in self._known
        ]
        if header.table.path in titles or len(header.columns) > len(own):
            return True
        return len(header.columns) == len(own) and found.repeat

    def _take_list(
        self, context: Context, heads: Heads, header: Header, found: Rows, joint: int, *, by_account: bool
    ) -> None:
        repeated = {
            column: single
            for column, single in heads.columns.items()
            if column in header.unknown and single.path in self._known
        }
        header = replace(header, unknown=[column for column in header.unknown if column not in repeated])
        part = Listed(context, header, found, repeated, by_account=by_account)
        listed.tell(context, part.header)
        for column in (joint, *repeated):
            _take(context, heads, column)
        _tell_unheaded(context, heads, found)
        self.tables.joined.append(part)


def tell(context: Context, heads: Heads, found: Rows) -> None:
    """Notes what each column was taken for, and tells of those that are not read."""
    for column in heads.columns:
        _take(context, heads, column)
    for column, why in heads.aside.items():
        context.skip(heads.names[column].row, column, why)
    for column, first in heads.twice.items():
        name = heads.names[column]
        context.repeat(name.row, column, name.shown, context.grid.place(heads.names[first].row, first))
    for column, paths in heads.doubtful.items():
        context.doubt(heads.names[column].row, column, heads.names[column].shown, paths)
    for column in heads.unknown:
        name = heads.names[column]
        context.leave(name.row, column, name.shown, names.nearest(name.shown))
    _tell_unheaded(context, heads, found)


def _take(context: Context, heads: Heads, column: int) -> None:
    name, single = heads.names[column], heads.columns[column]
    context.take(name.row, column, name.shown, ".".join(single.path), single.field.mark.title)


def _tell_unheaded(context: Context, heads: Heads, found: Rows) -> None:
    """Tells of columns inside the table that hold values and have no heading."""
    grid = context.grid
    joined = [row.row for each in found.found.values() for row in each]
    under = [range(at, grid.end(name.row, at) + 1) for at, name in heads.names.items()]
    for column in range(min(heads.names), max(heads.names) + 2):
        if not any(column in span for span in under):
            row = next((row for row in joined if grid.at(row, column) != ""), None)
            if row is not None:
                text = cells.heading(grid.at(row, column))
                context.findings.append(report.unheaded(grid.place(row, column), text))


def _take_units(context: Context, first: int) -> None:
    """Takes what a line above the headings says of all amounts: 单位：万元."""
    grid = context.grid
    for row in range(max(grid.top, first - _LINES_ABOVE), first):
        for column in grid.filled(row):
            text = grid.at(row, column)
            unit = headings.unit_note(text) if isinstance(text, str) else NO_UNIT
            context.money = context.money if unit == NO_UNIT else unit


def _may_be_by_account(
    grid: Grid, heads: Heads, header: Header | None, joint: int, titles: Sequence[Path]
) -> bool:
    """Whether a table without ids is of customers, or a list whose rows name the customer."""
    of_account = [single for single in heads.columns.values() if single.path[0] == ACCOUNT[0][0]]
    if header is None:
        return len(of_account) >= _FEWEST
    whole = tables.find(grid, heads.first, titles)
    return whole is None or joint not in whole.columns


def _unjoined(grid: Grid, row: int) -> Finding | None:
    """What to say of a list whose rows do not say to which deal they belong, if one begins in the row."""
    header = tables.find(grid, row, telling.titles(grid, row)) if len(grid.filled(row)) > 1 else None
    if header is None or not header.table.required <= {known.field.key for known in header.columns.values()}:
        return None
    return told.not_joined(grid, row, _title(header.table.path))


def _title(path: Path) -> Text:
    """The title of the list at `path`."""
    noun: type[Noun] = Deal
    title = NOTHING
    for step in path:
        known = inputs(noun)[step]
        noun, title = known.noun or noun, known.mark.title
    return title
