"""Registers as tests need them, and what is read from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from kadocs import sources
from kadocs.findings import Finding
from kadocs.sources import Entry, Loaded, Opened
from kadocs.tree.node import plain
from tests.sources.excel.workbooks import write

HEADS = ["商机编号", "项目名称", "客户全称", "销售阶段", "预计签约日", "客户经理", "预计签约金额", "赢单概率"]


def line(name: str, **changed: Any) -> list[Any]:
    """A sound row of a register; `changed` are other values by heading."""
    known = [name, f"{name} 改造", "青岚轨道", "3提案", "2027-03-01", "沈书航", 1200000, 60]
    return [changed.get(head, value) for head, value in zip(HEADS, known, strict=True)]


def opened(path: Path, touch: Any = None, **sheets: list[list[Any]]) -> Opened:
    """What is found in a register with these sheets."""
    return sources.open_(write(path / "register.xlsx", touch, **sheets))


def tree(entry: Entry) -> dict[str, Any]:
    """A deal as plain values."""
    found = plain(load(entry).node)
    assert isinstance(found, dict)
    return found


def load(entry: Entry) -> Loaded:
    return sources.load(entry)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Code and cell of each finding."""
    return [(found.code, found.place.cell) for found in findings]


def hide(*rows: int) -> Any:
    """Hides rows of each sheet, as a filter does."""

    def touch(sheet: Worksheet) -> None:
        for row in rows:
            sheet.row_dimensions[row].hidden = True

    return touch
