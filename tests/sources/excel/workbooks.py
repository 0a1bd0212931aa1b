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


ITEM = ["名称", "数量", "单价"]
FULL = ["序号", "名称", "数量", "单位", "单价", "合价"]
SCALED = '0!.0,"万"'
"""A format that shows 128000 as 12.8万."""


def formatted(**formats: str) -> Callable[[Worksheet], None]:
    """Gives cells their number formats: `formatted(B2="0%")`."""

    def touch(sheet: Worksheet) -> None:
        for cell, code in formats.items():
            sheet[cell].number_format = code

    return touch


def merged(*areas: str) -> Callable[[Worksheet], None]:
    """Merges areas."""

    def touch(sheet: Worksheet) -> None:
        for area in areas:
            sheet.merge_cells(area)

    return touch


def at(tree: Any, path: str) -> Any:
    """The value at a dotted path."""
    for step in path.split("."):
        tree = tree[int(step)] if step.isdigit() else tree[step]
    return tree


def one(heading: str | None, value: Any, line: Row | None = None) -> dict[str, list[Row]]:
    """A price list of one line, with a column more."""
    return {"报价清单": [[*ITEM, heading], [*(line or ["服务器", 2, 100]), value]]}
