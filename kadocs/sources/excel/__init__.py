"""A team's workbook → the deal's raw tree, every value with its cell.

Sheets are found by what stands in them: rows of label and value, and tables whose headings bear the
titles, other names or keys of the model's fields, in Chinese or English.
"""

from __future__ import annotations

import os
from pathlib import Path

from kadocs.findings import Finding, Place
from kadocs.sources.excel import report, workbook
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.draft import Draft
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.walk import Walk
from kadocs.tree.node import Node

__all__ = ["read"]


def read(path: Path) -> tuple[Node, list[Finding]]:
    """The tree of the workbook at `path`, shaped like a deal's YAML, and what is to be said of its cells.

    A cell without a usable value is an error at its place, whatever the model says of it.
    Raises `Refused` where the file is no .xlsx or .xlsm workbook, is protected, damaged or too large.
    """
    file = Path(os.path.normpath(path)).as_posix()
    book = workbook.read(path, file)
    draft = Draft(Place(file))
    findings: list[Finding] = []
    for sheet in book.sheets:
        context = Context(Grid(sheet, file), draft, book.from_1904)
        Walk(context).read()
        findings.extend(context.findings)
    findings.extend(report.ownerless(owner) for owner in draft.settle())
    findings.extend(report.hidden_sheet(file, name) for name in book.hidden)
    return draft.node(), findings
