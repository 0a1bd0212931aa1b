"""A text file of separated values (.csv) → a sheet, as if it stood in a workbook."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from kadocs.findings import Place, Refused, Text, refuse
from kadocs.sources.excel.scan import Traits
from kadocs.sources.excel.workbook import Sheet, Value
from kadocs.tree.encoding import decode

EXTENSIONS = frozenset({".csv", ".tsv"})

_MARKS = ",;\t，|"
_LOOKED_AT = 30
_TOLD = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_KEPT = re.compile(r'="([^"]*)"')  # how text that looks like a number is kept from becoming one

_TORN = Text("第 {line} 行附近的引号没有配对", "a quotation mark near line {line} is not closed")
_TORN_HINT = Text(
    "请检查这一行的引号，或用 Excel 打开后另存为 .xlsx",
    "Check the quotation marks there, or open it in Excel and save it as .xlsx",
)


def read(path: Path, file: str) -> Sheet:
    """The values of the file at `path`, called `file` in findings, all of them text.

    It may be in UTF-8, UTF-16 or GB18030, and parted by commas, semicolons, tabs, ， or |.
    Raises `Refused` where its encoding is not known, or quotation marks do not pair.
    """
    text = decode(path.read_bytes(), file)
    told = _TOLD.match(text)
    mark = told[1] if told else _mark(text)
    rows = _rows(text[told.end() :] if told else text, mark, file)
    width = max(map(len, rows), default=0)
    even: list[list[Value]] = [[*map(_plain, row), *[""] * (width - len(row))] for row in rows]
    return Sheet(path.stem, [[""] * width, *even] if told else even, 0, 0, (), Traits(), alone=True)


def _mark(text: str) -> str:
    """What parts the values: the sign that parts the first rows into most."""
    return max(_MARKS, key=lambda mark: _parted(text, mark))


def _parted(text: str, mark: str) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        return sum(len(row) - 1 for row, _ in zip(reader, range(_LOOKED_AT), strict=False))
    except csv.Error:
        return 0


def _rows(text: str, mark: str, file: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        return list(reader)
    except csv.Error:
        raise _torn(file, reader.line_num) from None


def _torn(file: str, line: int) -> Refused:
    return refuse("DATA046", Place(file, line), _TORN.fill(line=line), _TORN_HINT)


def _plain(text: str) -> str:
    kept = _KEPT.fullmatch(text)
    return kept[1] if kept else text
