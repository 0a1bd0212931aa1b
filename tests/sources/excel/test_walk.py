"""Whatever stands in a sheet, reading it ends, and every value comes from the cell that it names."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kadocs.figures import columns
from kadocs.findings import Place
from kadocs.model import Deal
from kadocs.sources.excel import headings, scan
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.draft import Draft
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.walk import Walk
from kadocs.sources.excel.workbook import Sheet
from kadocs.tree.check import check
from kadocs.tree.node import Mapping, Node, Scalar

LABELS = sorted(headings.labels())
COLUMNS = sorted({name for table in headings.tables() for name in table.columns})
TITLES = [
    "报价清单",
    "执行摘要",
    "决策链",
    "Price items",
    "一、硬件",
    "单位：万元",
    "合计",
    "大写",
    "注：含税",
    "建设原则",
]
CELLS = st.one_of(
    st.just(""),
    st.sampled_from(LABELS + COLUMNS + TITLES),
    st.text("ab 12：:（）、\n", max_size=6),
    st.floats(-1e6, 1e16),
    st.booleans(),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
ROWS = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=12)
)
AREAS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 5), st.integers(0, 3), st.integers(0, 3)).map(
        lambda a: ((a[0], a[1]), (a[0] + a[2], a[1] + a[3]))
    ),
    max_size=3,
)
BROKEN = st.frozensets(st.tuples(st.integers(0, 9), st.integers(0, 5)), max_size=3)


def scalars(node: Node):
    if isinstance(node, Scalar):
        yield node
    else:
        for item in node.items.values() if isinstance(node, Mapping) else node.items:
            yield from scalars(item)


@settings(max_examples=150, deadline=None)
@given(ROWS, AREAS, BROKEN, st.sampled_from(["Sheet1", "报价", "方案", "Account", "商机"]))
def test_any_sheet_can_be_read(rows, merged, unsaved, name):
    sheet = Sheet(name, rows, 0, 0, tuple(merged), scan.Traits(unsaved=dict.fromkeys(unsaved, "")))
    context = Context(Grid(sheet, "deal.xlsx"), Draft(Place("deal.xlsx")), False)
    Walk(context).read()
    node = context.draft.node()
    deal, findings = check(Deal, node)
    assert deal is not None or findings
    for scalar in scalars(node):
        column, row = re.fullmatch(r".+!([A-Z]+)(\d+)", scalar.place.cell).groups()
        at = (int(row) - 1, columns.position(column))
        assert at in unsaved or rows[at[0]][at[1]] != ""
