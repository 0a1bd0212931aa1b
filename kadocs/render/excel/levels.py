"""What each block of a sheet governs: text in its cell, whole rows, columns, or the sheet itself.

A block that opens and closes in one cell governs text, unless its tags say otherwise (`tr`, `tc`); any other
governs the rows from its first tag to its last, of which those that held nothing but tags go away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kadocs.findings import Finding, Text
from kadocs.render.excel.marks import CellMark, Level
from kadocs.render.excel.reading import Grid, Row
from kadocs.render.tags import COMMENT, OUTPUT
from kadocs.render.word.blocks import pair
from kadocs.render.word.marks import Block, Role

_SHEET = re.compile(r"sheet\s+(?=\S)")
_WIDE = frozenset({"for", "if", "with"})
"""The statements that may govern rows."""

_ACROSS = frozenset({"for", "if"})
"""The statements that may govern columns."""


@dataclass(slots=True)
class Levels:
    """The blocks of a sheet by what they govern, and the rows that go away."""

    sheet: CellMark | None = None
    columns: list[Block] = field(default_factory=list)
    rows: list[Block] = field(default_factory=list)
    vanishing: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)


def find(grid: Grid, file: str) -> Levels:
    """The levels of a sheet's tags, each of which learns its own; and what is wrong with them."""
    levels = Levels()
    _find_sheet(grid, file, levels)
    plain = [mark for mark in grid.marks if mark.level is not Level.SHEET]
    blocks, levels.findings[len(levels.findings) :] = pair(list(plain), file)
    for block in blocks:
        _place(block, levels, file)
    _refuse_prefixes(plain, levels, file)
    levels.vanishing = {row.number for row in grid.rows if _vanishes(row)}
    for row in grid.rows:
        if row.number in levels.vanishing:
            _lift(row)
    _refuse_crossing(grid.rows, levels, file)
    return levels


def statements(row: Row) -> list[CellMark]:
    """The statements of a row that govern rows, in order."""
    return [m for cell in row.cells for m in cell.marks if m.level is Level.ROW and m.tag.kind != COMMENT]


def _find_sheet(grid: Grid, file: str, levels: Levels) -> None:
    for mark in grid.marks:
        said = _SHEET.match(mark.tag.body) if mark.tag.keyword == "sheet" else None
        if said is None:
            continue
        mark.tag = replace(mark.tag, body=mark.tag.body[said.end() :])
        mark.level = Level.SHEET
        if mark.tag.keyword not in _ACROSS or levels.sheet is not None:
            levels.findings.append(mark.finding(file, "TPL113", *_SHEET_TAG))
        levels.sheet = mark


def _place(block: Block, levels: Levels, file: str) -> None:
    found = [mark for mark in block.marks if isinstance(mark, CellMark)]
    prefixes = {mark.tag.prefix for mark in found}
    cells = {(mark.row, mark.column) for mark in found}
    level = Level.COLUMN if "tc" in prefixes else Level.ROW
    if len(cells) == 1 and not prefixes & {"tr", "tc"}:
        level = Level.CELL
    for mark in found:
        mark.level = level
    fit = {Level.ROW: _WIDE, Level.COLUMN: _ACROSS}.get(level)
    if fit is not None and block.keyword not in fit:
        levels.findings.append(found[0].finding(file, "TPL112", *_ONE_CELL))
    elif level is Level.COLUMN:
        if len({mark.row for mark in found}) > 1 or len(found) > 2 or "tr" in prefixes:
            levels.findings.append(found[0].finding(file, "TPL112", *_ONE_ROW))
        _add_columns(block, levels, file)
    elif level is Level.ROW:
        levels.rows.append(block)


def _add_columns(block: Block, levels: Levels, file: str) -> None:
    """A block of columns holds for the whole sheet: another row may say the same again, but nothing else."""
    for other in levels.columns:
        if _columns_of(other) == _columns_of(block) and other.opener.tag.body == block.opener.tag.body:
            return
        if _columns_of(other) & _columns_of(block):
            levels.findings.append(block.opener.finding(file, "TPL112", *_OTHER_COLUMNS))
    levels.columns.append(block)


def _columns_of(block: Block) -> set[int]:
    first, last = (mark.column for mark in (block.opener, block.closer) if isinstance(mark, CellMark))
    return set(range(first, last + 1))


def _refuse_prefixes(found: Sequence[CellMark], levels: Levels, file: str) -> None:
    for mark in found:
        wrong = mark.tag.prefix in ("p", "r") or (mark.tag.kind == OUTPUT and mark.tag.prefix)
        if wrong or (mark.tag.keyword in ("cellbg", "colspan", "hm", "vm") and mark.role is Role.SINGLE):
            levels.findings.append(mark.finding(file, "TPL114", *_WORD_ONLY))


def _vanishes(row: Row) -> bool:
    """Whether a row holds tags and nothing else, none of which prints."""
    if row.filled or not any(cell.marks for cell in row.cells):
        return False
    return all(_is_control(part.content) for cell in row.cells for part in cell.parts)


def _is_control(content: str | CellMark) -> bool:
    if isinstance(content, str):
        return not content.strip()
    single = content.tag.kind == COMMENT or (content.tag.keyword == "set" and content.role is Role.SINGLE)
    return single or content.level is not Level.CELL


def _lift(row: Row) -> None:
    """What stands alone in its row is a statement between rows."""
    for cell in row.cells:
        for mark in cell.marks:
            if mark.level is Level.CELL:
                mark.level = Level.ROW


def _refuse_crossing(rows: Sequence[Row], levels: Levels, file: str) -> None:
    """Blocks of rows lie within each other, or apart; what divides them stands in a row alone."""
    stack: list[Block] = []
    for row in rows:
        found = [mark for mark in statements(row) if mark.block is not None]
        if row.number not in levels.vanishing:
            found.sort(key=lambda mark: mark.role is not Role.OPEN)  # the row lies within all of its blocks
            levels.findings += [
                m.finding(file, "TPL112", *_MIDDLE_ALONE) for m in found if m.role is Role.MIDDLE
            ]
        for mark in found:
            if mark.role is Role.OPEN and mark.block is not None:
                stack.append(mark.block)
            elif mark.role is Role.CLOSE and mark.block is not None:
                if not stack or stack[-1] is not mark.block:
                    levels.findings.append(mark.block.opener.finding(file, "TPL112", *_CROSSING))
                if mark.block in stack:
                    stack.remove(mark.block)


_SHEET_TAG = (
    Text("sheet 标签的写法不对", "this sheet tag is not written correctly"),
    Text(
        "每张工作表只写一个：{%sheet for x in xs %} 或 {%sheet if … %}，不需要 end。",
        "Write one in a sheet, {%sheet for x in xs %} or {%sheet if … %}, which needs no end.",
    ),
)
_ONE_CELL = (
    Text("这个语句必须在同一个单元格里开始和结束", "this statement must open and close in one cell"),
    Text("跨行请用 for、if 或 with。", "Across rows, use for, if or with."),
)
_ONE_ROW = (
    Text("列循环的开头和结尾要在同一行", "a block of columns must open and close in one row"),
    Text(
        "请把 {%tc for … %} 和 {%tc endfor %} 写在同一行（可以在同一个单元格），没有 else。",
        "Write {%tc for … %} and {%tc endfor %} in one row (or in one cell), without an else.",
    ),
)
_OTHER_COLUMNS = (
    Text("同样的列在别的行里有另一个列循环", "in another row, these columns repeat in another way"),
    Text(
        "列循环对整张表有效：请让各行写同样的标签，或只写在一行里。",
        "Columns repeat for the whole sheet: write the same tags in each row, or in one row only.",
    ),
)
_MIDDLE_ALONE = (
    Text("else、elif 要单独占一行", "else and elif must stand alone in their row"),
    Text("请给它插入一行；这一行不会出现在结果里。", "Insert a row for it, which the result will not have."),
)
_CROSSING = (
    Text("两个块交叉，或者在同一行里并列", "two blocks cross, or stand side by side in one row"),
    Text(
        "一行只能整行重复或取舍：请把它们一个套在另一个里，或把条件写进单元格里。",
        "A row comes or goes as a whole: put one block inside the other, or write conditions in cells.",
    ),
)
_WORD_ONLY = (
    Text("这种标签只用于 Word", "tags of this kind are for Word only"),
    Text(
        "在 Excel 里：行用 tr 或不写前缀，列用 tc，值直接写 {{ … }}。",
        "In Excel, write tr or nothing for rows, tc for columns, and values plainly as {{ … }}.",
    ),
)
