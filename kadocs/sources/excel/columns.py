"""What is to be said of a table's columns: what each was taken for, and which are not read."""

from __future__ import annotations

import re
from datetime import date, datetime

from kadocs.findings import Text
from kadocs.model.schema import inputs
from kadocs.sources.excel import cells, headings, names, report
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.tables import Header

_PERIOD = re.compile(
    r"\d{1,2}月.*|\d{4}[-/.年]\d{1,2}.*|\d{1,2}[-/.]\d{1,2}|\d{1,2}[日号]?|w\d{1,2}|q[1-4]|第?[一二三四五六七八九十\d]+[周季月天]"
    r"|(?:week|month|day)\s*\d+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*",
    re.IGNORECASE,
)
_FEWEST_PERIODS = 3


def tell(context: Context, header: Header) -> None:
    """Notes what each column was taken for, and tells of those that are not read."""
    path = ".".join(header.table.path) + "[]."
    for column, known in header.columns.items():
        name = header.names[column]
        context.take(name.row, column, name.shown, path + known.field.key, known.field.mark.title)
    for column, why in header.aside.items():
        context.skip(header.names[column].row, column, why)
    _tell_owner(context, header)
    _tell_twice(context, header)
    periods = [column for column in header.unknown if _is_period(context, header, column)]
    chart = periods if len(periods) >= _FEWEST_PERIODS else []
    if chart:
        place = context.grid.place(header.names[chart[0]].row, chart[0])
        context.findings.append(report.chart(place, len(chart)))
    for column in header.unknown:
        if column not in chart:
            _tell_unknown(context, header, column)


def tell_unheaded(context: Context, header: Header, end: int) -> None:
    """Tells of columns inside the table, up to the row `end`, that hold values and have no heading."""
    grid, heads = context.grid, (header.names.keys() | {header.owner})
    last = min(max(header.names) + 1, grid.left + len(grid.row(header.first)) - 1)
    for column in range(min(header.names), last + 1):
        if column in heads or _covered(context, header, column):
            continue
        below = range(header.last + 1, end)
        row = next((row for row in below if _beside_values(context, header, row, column)), None)
        if row is not None:
            text = cells.heading(grid.at(row, column))
            context.findings.append(report.unheaded(grid.place(row, column), text))


def _covered(context: Context, header: Header, column: int) -> bool:
    """Whether a merged heading stands over the column."""
    grid = context.grid
    rows = range(header.first, header.last + 1)
    return any(grid.end(row, at) >= column > at for row in rows for at in grid.filled(row))


def _beside_values(context: Context, header: Header, row: int, column: int) -> bool:
    """Whether the cell holds something, in a row in which the required columns do too."""
    grid = context.grid
    if grid.at(row, column) == "":
        return False
    needed = [at for at, known in header.columns.items() if known.field.key in header.table.required]
    return all(grid.at(row, at) != "" for at in needed or header.columns)


def _tell_owner(context: Context, header: Header) -> None:
    if header.owner is not None:
        name, table = header.names[header.owner], header.table
        outer = next(outer for outer in headings.tables() if outer.path == table.path[:-1])
        path = ".".join(outer.path) + "[]." + table.owner
        title = inputs(outer.noun)[table.owner].mark.title
        context.take(name.row, header.owner, name.shown, path, title)


def _tell_twice(context: Context, header: Header) -> None:
    for column, field in header.twice.items():
        name = header.names[column]
        read = next((at for at, known in header.columns.items() if known.field.key == field.key), column)
        context.repeat(name.row, column, name.shown, context.grid.place(header.names[read].row, read))


def _tell_unknown(context: Context, header: Header, column: int) -> None:
    name = header.names[column]
    if isinstance(context.grid.at(name.row, column), str):
        context.leave(name.row, column, name.shown, _meant(header, name.shown))
    else:
        context.pass_over(name.row, column)


def _meant(header: Header, text: str) -> Text | None:
    """The title that an unknown heading most likely meant; never one that another column has."""
    table = header.table
    if headings.counts_rows(text):
        return inputs(table.noun)["id"].mark.title
    return names.nearest(text, table.columns, {known.field.key for known in header.columns.values()})


def _is_period(context: Context, header: Header, column: int) -> bool:
    value = context.grid.at(header.names[column].row, column)
    if isinstance(value, date | datetime):
        return True
    text = value.strip() if isinstance(value, str) else cells.heading(value).removesuffix(".0")
    return _PERIOD.fullmatch(text) is not None
