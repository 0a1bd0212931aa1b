"""A team's workbook → the deal's raw tree, every value with its cell.

Sheets are found by what stands in them: rows of label and value, and tables whose headings bear the
titles, other names or keys of the model's fields, in Chinese or English.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from kadocs.findings import Finding, Place
from kadocs.model.quote import TaxMode
from kadocs.sources.excel import report, separated, taxes, workbook
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.draft import Draft
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.mapping import Mapped
from kadocs.sources.excel.names import field
from kadocs.sources.excel.prices import Prices
from kadocs.sources.excel.walk import Walk
from kadocs.sources.excel.workbook import Workbook
from kadocs.tree.node import Node, Scalar

__all__ = ["Mapped", "Reading", "Workbook", "of", "open_", "read"]


class Reading(NamedTuple):
    """A deal's raw tree, what is to be said of its cells, and what each sheet's headings were taken for."""

    node: Node
    findings: list[Finding]
    mapped: list[Mapped]


def open_(path: Path) -> Workbook:
    """The workbook at `path`, or the .csv file there as a workbook of one sheet.

    Raises `Refused` where the file is neither, is protected, damaged or too large.
    """
    file = Path(os.path.normpath(path)).as_posix()
    if path.suffix.lower() in separated.EXTENSIONS:
        return Workbook(file, (separated.read(path, file),), (), from_1904=False)
    return workbook.read(path, file)


def read(path: Path) -> Reading:
    """The workbook or .csv file at `path` as a tree that is shaped like a deal's YAML.

    A cell without a usable value is an error at its place, whatever the model says of it.
    Raises `Refused` as `open_` does.
    """
    return of(open_(path))


def of(book: Workbook) -> Reading:
    """What `read` gives, of a workbook that is open."""
    draft, prices, findings = Draft(Place(book.file)), Prices(), list[Finding]()
    contexts = [
        Context(Grid(sheet, book.file), draft, book.from_1904, prices, findings) for sheet in book.sheets
    ]
    for context in contexts:
        Walk(context).read()
    if contexts:
        findings.extend(_settle_prices(contexts[-1]))
    findings.extend(report.ownerless(owner) for owner in draft.settle())
    findings.extend(report.hidden_sheet(book.file, name) for name in book.hidden)
    return Reading(draft.node(), findings, [context.mapped for context in contexts])


def _settle_prices(context: Context) -> list[Finding]:
    def put(key: str, value: Scalar) -> None:
        context.put(("quote", key), field(("quote", key)), value)

    return list(context.prices.settle(taxes.said(context) or TaxMode.INCLUSIVE, put))
