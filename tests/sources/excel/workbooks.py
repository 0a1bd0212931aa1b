"""Workbooks as tests need them: rows of values, written by openpyxl, which calculates no formula."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.findings import Finding, Severity
from kadocs.sources import excel
from kadocs.tree.node import plain

Row = list[Any]


def write(path: Path, touch: Callable[[Worksheet], None] | None = None, **sheets: list[Row]) -> Path:
    """A workbook of these sheets; `touch` may change each of them before it is saved."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if touch:
            touch(sheet)
    book.save(path)
    return path


def read(path: Path) -> tuple[dict[str, Any], list[Finding]]:
    """What the reader makes of the workbook: the plain tree, and its findings."""
    node, findings, _ = excel.read(path)
    tree = plain(node)
    assert isinstance(tree, dict)
    return tree, findings


def said(findings: list[Finding], severity: Severity | None = None) -> list[tuple[str, str]]:
    """Code and cell of the findings, of one severity or all."""
    return [(f.code, f.place.cell) for f in findings if severity in (None, f.severity)]
