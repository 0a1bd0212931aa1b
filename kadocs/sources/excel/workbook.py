"""A workbook's sheets: values, and what the XML says of them beyond their values."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, cast

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from kadocs.findings import Place, Text, refuse
from kadocs.sources.excel import formulas, package, remarks, scan
from kadocs.sources.excel.package import Package, attributes
from kadocs.sources.excel.scan import Traits

MOST_CELLS = 20_000_000
"""Cells that one sheet may span; a value in its last corner would ask for seventeen thousand million."""

Value: TypeAlias = object
"""What a cell holds: text, float, bool, date, datetime, time, timedelta; "" if nothing."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visible worksheet; `rows` begin at the cell (`top`, `left`), counted from 0.

    `merged` are merged areas as (first row, first column), (last row, last column). A sheet that is
    `alone` is a file of its own, in which cells are named without it. `worked_out` says how many formulas
    had no value and were worked out.
    """

    name: str
    rows: list[list[Value]]
    top: int
    left: int
    merged: tuple[tuple[scan.Cell, scan.Cell], ...]
    traits: Traits
    alone: bool = False
    worked_out: int = 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """The visible sheets, the names of the hidden ones, and whether days count from 1904.

    `file` is what findings call it.
    """

    file: str
    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]
    from_1904: bool


def read(path: Path, file: str) -> Workbook:
    """The workbook at `path`, called `file` in findings.

    Raises `Refused` for what is no .xlsx or .xlsm workbook, and for one that is too large.
    """
    opened, data = package.open_(path, file)
    index = opened.part(opened.workbook())
    traits = dict(_traits(opened, index))
    _bounded(opened, traits)
    try:
        values = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [meta for meta in values.sheets_metadata if meta.typ is SheetTypeEnum.WorkSheet]
        visible = [meta.name for meta in shown if meta.visible is SheetVisibleEnum.Visible]
        sheets = tuple(_sheet(values, name, traits.get(name, Traits())) for name in visible)
    except (CalamineError, OSError, ValueError):
        raise package.damaged(file) from None
    hidden = tuple(meta.name for meta in shown if meta.visible is not SheetVisibleEnum.Visible)
    return Workbook(file, sheets, hidden, bool(re.search(rb'\bdate1904="(?:1|true)"', index)))


def _traits(opened: Package, index: bytes) -> Iterator[tuple[str, Traits]]:
    """The traits of each worksheet by name; the parts that only values are read from are checked too."""
    parts, formats = {}, {}
    for key, kind, part in opened.relations(opened.workbook()):
        if kind == "worksheet":
            parts[key] = part
        elif kind == "styles":
            formats = scan.formats(opened.part(part))
        elif kind == "sharedStrings":
            opened.part(part)
    for tag in re.findall(rb"<(?:\w+:)?sheet\s[^>]*>", index):
        said = attributes(tag)
        if said.get("id") in parts:
            worksheet = parts[said["id"]]
            found = scan.sheet(opened.part(worksheet), formats)
            yield _unescaped(said.get("name", "")), replace(found, remarks=remarks.count(opened, worksheet))


def _bounded(opened: Package, traits: dict[str, Traits]) -> None:
    for name, found in traits.items():
        if found.area > MOST_CELLS:
            place = Place(opened.file, cell=name)
            raise refuse("DATA031", place, _FAR.fill(name=name), _FAR_HINT)


def _sheet(values: CalamineWorkbook, name: str, traits: Traits) -> Sheet:
    sheet = values.get_sheet_by_name(name)
    top, left = sheet.start or (0, 0)
    rows = cast(list[list[Value]], sheet.to_python())
    read = Sheet(name, rows, top, left, tuple(sheet.merged_cell_ranges or ()), traits)
    return _worked_out(read) if traits.unsaved else read


def _worked_out(sheet: Sheet) -> Sheet:
    """The sheet with the values of its simple formulas that have none."""
    traits, top, left = sheet.traits, sheet.top, sheet.left

    def at(row: int, column: int) -> Value:
        if (row, column) in traits.errors:
            raise formulas.Unworkable
        values = sheet.rows[row - top] if 0 <= row - top < len(sheet.rows) else []
        return values[column - left] if 0 <= column - left < len(values) else ""

    ours = formulas.Formulas(traits.unsaved, at)
    found = {
        cell: float(value)
        for cell in sorted(traits.unsaved)
        if cell[0] >= top and cell[1] >= left and (value := ours.value(cell)) is not None
    }
    if not found:
        return sheet
    rest = {cell: formula for cell, formula in traits.unsaved.items() if cell not in found}
    rows = _with(sheet, found)
    return replace(sheet, rows=rows, traits=replace(traits, unsaved=rest), worked_out=len(found))


def _with(sheet: Sheet, found: dict[scan.Cell, float]) -> list[list[Value]]:
    """The rows with the values `found`, some of which may stand below or right of all others."""
    height = max(len(sheet.rows), 1 + max(row for row, _ in found) - sheet.top)
    width = max(len(sheet.rows[0]) if sheet.rows else 0, 1 + max(column for _, column in found) - sheet.left)
    rows = [[*row, *[""] * (width - len(row))] for row in sheet.rows]
    rows += [[""] * width for _ in range(height - len(rows))]
    for (row, column), value in found.items():
        rows[row - sheet.top][column - sheet.left] = value
    return rows


def _unescaped(name: str) -> str:
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        name = name.replace(entity, sign)
    return name


_FAR = Text(
    "工作表“{name}”在很远的行列里还有内容", "there are values in far rows and columns of the sheet “{name}”"
)
_FAR_HINT = Text(
    "请按 Ctrl+End 找到它们，删去后再保存", "Press Ctrl+End to find them, delete them and save the workbook"
)
