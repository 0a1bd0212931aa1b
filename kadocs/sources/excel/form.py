"""The workbook that kadocs writes to be filled in: the marks by which it is read without guessing.

Below “Field | Your entry” stand labels and values; a table's first column numbers its rows, and says
of one of them that it is an example.
"""

from __future__ import annotations

from kadocs.findings import Text
from kadocs.model import Field
from kadocs.model.types import MARKS, Kind, entries
from kadocs.sources.excel import cells
from kadocs.sources.excel.grid import Grid

LABEL, VALUE = Text("填写项", "Field"), Text("填写内容", "Your entry")
"""What heads the labels and values of a section."""

ROW, EXAMPLE = Text("行", "Row #"), Text("示例", "Example")
"""What heads the numbers of a table's rows, and what stands there beside an example."""

GUIDE, CHOICES, FINDINGS = (
    Text("填写说明", "How to fill in"),
    Text("选项", "Choices"),
    Text("检查结果", "Findings"),
)
"""The sheets that are about the workbook, and hold nothing of the deal."""

_OURS = "{} (kadocs)"
_LIKELY = 30
_EXAMPLES = {
    Kind.NAMES: Text("甲、乙", "A, B"),
    Kind.LINES: Text("第一条\n第二条", "First point\nSecond point"),
    Kind.NUMBER: Text("100", "100"),
    Kind.PERCENT: Text("13%", "13%"),
    Kind.COUNT: Text("30", "30"),
    Kind.FLAG: Text("是", "Yes"),
    Kind.DAY: Text("2026-03-05", "2026-03-05"),
    Kind.MOMENT: Text("2026-03-05 09:30", "2026-03-05 09:30"),
    Kind.AMOUNT: Text("1200000", "1200000"),
}


def heading(sheet: Text) -> Text:
    """What stands in the first cell of one of the sheets that hold nothing of the deal."""
    return Text(*map(_OURS.format, sheet))


def holds_nothing(grid: Grid) -> bool:
    """Whether the sheet is one of those, whatever it is called by now."""
    return any(grid.at(0, 0) in heading(sheet) for sheet in (GUIDE, CHOICES, FINDINGS))


def heads_values(grid: Grid, row: int, filled: list[int]) -> bool:
    """Whether the row heads the labels and values of a section."""
    said = [grid.at(row, column) for column in filled[:2]]
    return tuple(said) in tuple(zip(LABEL, VALUE, strict=True))


def numbers(grid: Grid, row: int) -> int | None:
    """The column that numbers the rows, if `row` heads a table that kadocs wrote."""
    filled = grid.filled(row)
    return filled[0] if filled and grid.at(row, filled[0]) in ROW else None


def is_example(grid: Grid, row: int, column: int) -> bool:
    """Whether the row is marked as an example."""
    return grid.at(row, column) in EXAMPLE


def is_numbered(grid: Grid, row: int, column: int) -> bool:
    """Whether the row has its number, so that it can be nothing but a record."""
    value = grid.at(row, column)
    return type(value) is float or (isinstance(value, str) and value.strip().isdecimal())


def example(field: Field) -> Text:
    """What a field may look like."""
    if field.choice:
        return next(iter(field.choice)).label
    if field.within:
        low, high = field.within.low, field.within.high
        number = str(_LIKELY if low <= _LIKELY <= high else (low + high) // 2)
        return Text(number, number)
    title = field.mark.title
    return _EXAMPLES.get(field.kind or Kind.TEXT, Text(f"{title.zh}示例", f"Example: {title.en}"))


def is_exemplary(text: str, field: Field) -> bool:
    """Whether `text` is the example of the field in either language: nobody has written over it."""
    examples = example(field)
    if field.kind in MARKS:
        return any(entries(text, MARKS[field.kind]) == entries(each, MARKS[field.kind]) for each in examples)
    return any(cells.same(text, each, field) for each in examples)
