"""Rows that sum up a table: never items, but for a quotation they state what the total should be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kadocs.model.quote import PriceItem, Quote
from kadocs.model.schema import fields, inputs
from kadocs.sources.excel import cells
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import key, keys
from kadocs.sources.excel.mapping import Why
from kadocs.sources.excel.prices import BARE
from kadocs.sources.excel.tables import Header

_SUM = re.compile(r".{0,16}(?:小计|合计|总计|共计|大写)|.{0,40}total|total.{0,20}")
_MORE = {
    "subtotal": (
        "不含税合计 合计不含税 不含税金额 不含税总计 总计不含税 "
        "totalnet nettotal totalexcl.vat totalexcludingvat"
    ),
    "tax": "税额 税金 增值税 增值税额 vat tax totalvat totaltax",
    "total": (
        "含税合计 合计含税 总计含税 价税合计 合计小写 总价小写 "
        "total grandtotal totalgross totalincl.vat totalincludingvat"
    ),
    "total_cn": (
        "合计大写 总价大写 总计大写 金额大写 合计人民币大写 人民币大写金额 totalinwords amountinwords"
    ),
}


def _stated() -> dict[str, str]:
    """What a total's label says, as the key of the quotation's field."""
    known = {name: field for field, names in _MORE.items() for name in names.split()}
    for field in (field for field in inputs(Quote).values() if field.stated):
        for name in (field.mark.zh, field.mark.en, *field.mark.names):
            known.setdefault(key(name), field.key)
    return known


_STATED = _stated()
_CHINESE_SUMS = ("小计", "合计", "总计", "共计")
_SUMS = frozenset((*_CHINESE_SUMS, "total", "subtotal", "sub-total", "grandtotal", "totals", "sum"))
_APART = re.compile("税|大写|[优折]|tax|vat|words|net|gross|discount|rebate")
_TAXED = re.compile("税|gross|incl")
_RATE = re.compile(r"[\d.]+%$")


def is_sum(text: str) -> bool:
    """Whether a cell says 合计, Total or the like and nothing else."""
    return key(text) in _SUMS


def is_label(text: str) -> bool:
    """Whether a cell names a sum: 小计, 合计, Total, 大写 and the like."""
    head = re.split("[:：]", text, maxsplit=1)[0]
    return stated(head) is not None or _SUM.fullmatch(key(head)) is not None


def is_subtotal(text: str) -> bool:
    """Whether a cell names the sum of the lines above it, tax and rebates apart: 小计, 硬件小计, Subtotal."""
    head = re.split("[:：]", text, maxsplit=1)[0]
    return is_label(text) and stated(head) is None and not _APART.search(key(head))


def stated(text: str) -> str | None:
    """The key of the quotation's total that a label names: 合计（不含税） is "subtotal"."""
    for name in keys(text):
        found = _STATED.get(name) or _STATED.get(_RATE.sub("", name))
        if found:
            return found
    return None


def read(grid: Grid, row: int, filled: list[int], sums: Mapping[int, str]) -> Iterator[tuple[str, str | int]]:
    """The totals that a row states: key and column of each, or its text where it shares the label's cell.

    `sums` are the columns in which the table keeps amounts, with the key of the total of each: a label
    that says no more than 合计 stands for all of them.
    """
    marks = [column for column in filled if isinstance(grid.at(row, column), str)]
    named = {column: name for column in marks if (name := _named(grid, row, column))}
    for column, name in named.items():
        text = cells.heading(grid.at(row, column))
        head, *inline = re.split("[:：]", text, maxsplit=1)
        own = BARE if name == "total" and not _TAXED.search(key(head)) else name
        if inline and inline[0].strip():
            yield own, inline[0].strip()
            continue
        last = next((other for other in named if other > column), 1 << 20)
        values = [other for other in filled if column < other < last]
        in_sums = [other for other in values if other in sums]
        if own == BARE and in_sums:
            yield from ((sums[other], other) for other in in_sums)
        elif values:
            yield own, in_sums[-1] if in_sums and own != "total_cn" else values[0]


def columns(header: Header) -> dict[int, str]:
    """The columns of a price list in which amounts stand, with the key of the total of each."""
    found: dict[int, str] = {}
    for column, name in header.names.items():
        known = header.columns.get(column)
        if known and known.field.key == "amount":
            found[column] = BARE
        elif header.aside.get(column) is Why.COMPUTED:
            said = next((said for text in name.tried for said in keys(text) if said in _SUMMED), None)
            found |= {column: _SUMMED[said]} if said else {}
    return found


def _named(grid: Grid, row: int, column: int) -> str | None:
    return stated(re.split("[:：]", str(grid.at(row, column)), maxsplit=1)[0])


def _summed() -> dict[str, str]:
    """The totals of the amounts that are worked out for each line, by the names of those."""
    totals = {"net": "subtotal", "tax": "tax", "total": "total"}
    computed = (field for field in fields(PriceItem) if field.computed and field.key in totals)
    return {
        key(name): totals[field.key]
        for field in computed
        for name in (field.mark.zh, field.mark.en, *field.mark.names)
    }


_SUMMED = _summed()
