"""Every field of the deal can be given in a workbook, under its Chinese or English title."""

import pytest

from kadocs.findings import Place
from kadocs.model import Deal, inputs
from kadocs.sources.excel import headings, names, tables
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.draft import Draft
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.scan import Traits
from kadocs.sources.excel.walk import Walk
from kadocs.sources.excel.workbook import Sheet
from kadocs.tree.node import plain

SINGLES = sorted(names.fields())
TABLES = headings.tables()


def read(rows):
    width = max(map(len, rows))
    even = [[*row, *[""] * (width - len(row))] for row in rows]
    context = Context(Grid(Sheet("Sheet1", even, 0, 0, (), Traits()), "deal.xlsx"), Draft(Place("")), False)
    Walk(context).read()
    context.draft.settle()
    return plain(context.draft.node()), context.findings


def title(path, language):
    noun, mark = Deal, None
    for step in path:
        field = inputs(noun)[step]
        noun, mark = field.noun, field.mark
    return mark.title.in_(language) if mark else ""


def at(tree, path):
    for step in path:
        tree = tree[step]
    return tree


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", SINGLES, ids=".".join)
def test_every_single_value_below_its_sections_title(path, language):
    label = names.field(path).mark.title.in_(language)
    tree, findings = read([[title(path[:-1], language) or "x"], [label, "some text"]])
    assert at(tree, path) == "some text"
    assert findings == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("table", TABLES, ids=lambda table: ".".join(table.path))
def test_every_list_by_the_titles_of_its_columns(table, language):
    columns = [field for field in inputs(table.noun).values() if field.noun is None]
    heads = [field.mark.title.in_(language) for field in columns]
    row = [f"text {n}" for n in range(len(heads))]
    if table.owner:
        outer = next(outer for outer in TABLES if outer.path == table.path[:-1])
        heads.insert(0, inputs(outer.noun)[table.owner].mark.title.in_(language))
        row.insert(0, "owner")
    grid = Grid(Sheet("Sheet1", [heads, row], 0, 0, (), Traits()), "deal.xlsx")
    header = tables.find(
        grid, 0, headings.titled(title(table.path, language)) if not table.owner else [table.path]
    )
    assert header is not None
    assert header.table.path == table.path
    assert [column.field.key for column in header.columns.values()] == [field.key for field in columns]
    assert (header.unknown, header.twice) == ([], {})
