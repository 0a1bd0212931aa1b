"""What may be chosen or typed: drop-downs, bounds of numbers and dates, and the sheet of all choices."""

from __future__ import annotations

from typing import Literal

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.findings import Text
from kadocs.model import Field
from kadocs.model.choice import Choice
from kadocs.model.types import Kind
from kadocs.sources.excel import form
from kadocs.sources.workbook import cells, wording
from kadocs.sources.workbook.paint import Paint, extent
from kadocs.sources.workbook.values import NO, YES

_LARGEST = 10**15
_Type = Literal["list", "decimal", "whole", "date"]
_BOUNDS: dict[Kind | None, tuple[_Type, int, int]] = {
    Kind.NUMBER: ("decimal", -_LARGEST, _LARGEST),
    Kind.COUNT: ("whole", -_LARGEST, _LARGEST),
    Kind.PERCENT: ("decimal", -100, 100),
    Kind.AMOUNT: ("decimal", -_LARGEST, _LARGEST),  # not firm, for it may be a text with its currency
    Kind.DAY: ("date", 1, 109_574),  # 1900-01-01 and 2199-12-31, as Excel counts days
}
_MOST_TITLE, _MOST_TEXT = 32, 255  # characters that Excel takes
_ALL_CHOICES = Text("下拉列表里的全部可选值；请勿改动", "All that the lists offer; please leave it as it is")
_HEADINGS, _FIRST = 3, 4
_REFUSED = Text("请检查填写的内容", "Please look at this again")
_UNKNOWN_OWNER = Text(
    "请与“{title}”表里的名称写得一致", "Please write the name as it stands in the sheet “{title}”"
)


class Choices:
    """The choices that the drop-downs of a workbook offer, each kind in a column of one sheet."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._columns: dict[type[Choice], Field] = {}

    def range(self, field: Field) -> str:
        """Where the choices of a field stand."""
        assert field.choice is not None
        self._columns.setdefault(field.choice, field)
        letter = get_column_letter(list(self._columns).index(field.choice) + 1)
        last = _FIRST + len(field.choice) - 1
        sheet = quote_sheetname(form.CHOICES.in_(self._language))
        return f"{sheet}!${letter}${_FIRST}:${letter}${last}"

    def __bool__(self) -> bool:
        return bool(self._columns)

    def write(self, sheet: Worksheet, paint: Paint) -> None:
        """Fills the sheet of choices."""
        paint.title(cells.write(sheet, 1, 1, form.heading(form.CHOICES).in_(self._language)))
        cells.write(sheet, 2, 1, _ALL_CHOICES.in_(self._language))
        for column, (choice, field) in enumerate(self._columns.items(), 1):
            title = field.mark.title.in_(self._language)
            paint.head(cells.write(sheet, _HEADINGS, column, title))
            labels = [member.label.in_(self._language) for member in choice]
            for row, label in enumerate(labels, _FIRST):
                cell = cells.write(sheet, row, column, label)
                paint.entry(cell)
            widest = max(map(extent, (title, *labels)))
            sheet.column_dimensions[get_column_letter(column)].width = widest + 3
        sheet.freeze_panes = f"A{_FIRST}"


def validation(field: Field, choices: Choices, language: str) -> DataValidation | None:
    """What Excel lets one type into cells of a field, or None where anything goes."""
    error = wording.how(field, language)
    if field.choice:
        return _check("list", error, language, choices.range(field))
    if field.kind is Kind.FLAG:
        return _check("list", error, language, f'"{YES.in_(language)},{NO.in_(language)}"')
    if field.kind not in _BOUNDS:
        return None
    type_, low, high = _BOUNDS[field.kind]
    if field.within:
        low, high = field.within.low, field.within.high
    return _check(type_, error, language, str(low), str(high), firm=field.kind is not Kind.AMOUNT)


def owners(range_: str, title: str, language: str) -> DataValidation:
    """The drop-down of the records that a row may belong to, which stand at `range_`."""
    return _check("list", _UNKNOWN_OWNER.fill(title=title).in_(language), language, range_, firm=False)


def explain(found: DataValidation, title: str, text: str) -> None:
    """Shows `text` beside the cell while it is being filled in."""
    found.promptTitle, found.prompt = title[:_MOST_TITLE], text[:_MOST_TEXT]
    found.showInputMessage = True


def _check(
    type_: _Type, error: str, language: str, one: str, other: str | None = None, *, firm: bool = True
) -> DataValidation:
    """A check that refuses what does not pass it or, unless it is `firm`, asks whether it is meant."""
    return DataValidation(
        type=type_,
        operator=None if other is None else "between",
        formula1=one,
        formula2=other,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle=None if firm else "warning",
        errorTitle=_REFUSED.in_(language),
        error=error[:_MOST_TEXT],
    )
