"""Where deals stand, as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.findings import NOTHING, Text
from kadocs.report import stages
from kadocs.report.standing import Standing, open_totals, totals
from kadocs.sources.spelling import escaped
from kadocs.sources.workbook import cells, drawing, package, values
from kadocs.sources.workbook.paint import Paint

_Value: TypeAlias = str | Decimal | date | None

_DEALS, _TOTALS = Text("商机", "Deals"), Text("合计", "Totals")
_AMOUNT, _DAY, _WHOLE, _SHARE = "#,##0.00", "yyyy-mm-dd", "0", "0%"


class _Column(NamedTuple):
    """A column: its heading, how wide it is, and the number format of what is no text."""

    title: Text
    width: int
    format: str = values.AS_TEXT


_OF_DEALS = (
    _Column(Text("客户经理", "Owner"), 12),
    _Column(Text("商机", "Deal"), 16),
    _Column(Text("项目名称", "Project"), 32),
    _Column(Text("客户", "Account"), 28),
    _Column(Text("销售阶段", "Stage"), 11),
    _Column(Text("采购步骤", "Buyer step"), 13),
    _Column(Text("关键节点", "Key node"), 22),
    _Column(Text("还缺", "Missing"), 44),
    _Column(Text("最近期限", "Next deadline"), 24),
    _Column(Text("日期", "Date"), 12, _DAY),
    _Column(Text("剩余天数", "Days"), 10, _WHOLE),
    _Column(Text("金额", "Amount"), 18, _AMOUNT),
    _Column(Text("币种", "Currency"), 10),
    _Column(Text("概率", "Chance"), 9, _SHARE),
    _Column(Text("按概率加权", "Weighted"), 18, _AMOUNT),
    _Column(Text("错误数", "Errors"), 9, _WHOLE),
    _Column(Text("位置", "Place"), 30),
)
_OF_TOTALS = (
    _Column(Text("销售阶段", "Stage"), 16),
    _Column(Text("币种", "Currency"), 10),
    _Column(Text("个数", "Deals"), 10, _WHOLE),
    _Column(Text("金额", "Amount"), 20, _AMOUNT),
    _Column(Text("按概率加权", "Weighted"), 20, _AMOUNT),
    _Column(Text("没有概率的个数", "Without a chance"), 18, _WHOLE),
)


def workbook(standings: Sequence[Standing], language: str) -> bytes:
    """The deals and their totals by stage; the same deals give the same bytes."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = _DEALS.in_(language)
    _write(first, _OF_DEALS, [_line(each, language) for each in standings], language)
    first.freeze_panes = "C2"
    second = book.create_sheet(_TOTALS.in_(language))
    _write(second, _OF_TOTALS, _sums(standings, language), language)
    second.freeze_panes = "A2"
    return package.saved(book)


def _line(each: Standing, language: str) -> list[_Value]:
    missing = Text("\n".join(text.zh for text in each.missing), "\n".join(text.en for text in each.missing))
    due, amount = each.deadline, each.amount
    return [
        each.owner,
        each.deal,
        each.project,
        each.account,
        each.stage.label.in_(language) if each.stage else "",
        each.buyer_step.label.in_(language) if each.buyer_step else "",
        _node(each).in_(language),
        missing.in_(language),
        due.title.in_(language) if due else "",
        due.day if due else None,
        Decimal(each.days) if due else None,
        amount.amount if amount else None,
        amount.currency if amount else "",
        None if each.chance is None else Decimal(each.chance) / 100,
        each.weighted,
        Decimal(each.errors) if each.errors else None,
        each.place.in_(language),
    ]


def _node(each: Standing) -> Text:
    if each.node is None or each.missing:
        return each.node or NOTHING
    return stages.REACHED.fill(node=each.node)


def _sums(standings: Sequence[Standing], language: str) -> list[list[_Value]]:
    found = totals(standings)
    named = [(stages.stage_of(each), each) for each in found]
    named += [(stages.UNDER_WAY, each) for each in open_totals(found)]
    return [
        [
            stage.in_(language),
            each.currency,
            Decimal(each.count),
            each.amount if each.currency else None,
            each.weighted if each.currency else None,
            Decimal(each.unweighted) if each.unweighted else None,
        ]
        for stage, each in named
    ]


def _write(
    sheet: Worksheet, columns: Sequence[_Column], lines: Iterable[Sequence[_Value]], language: str
) -> None:
    paint = Paint(language)
    for at, column in enumerate(columns, 1):
        paint.head(cells.write(sheet, 1, at, column.title.in_(language)))
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    last = 1
    for last, line in enumerate(lines, 2):
        for at, (column, value) in enumerate(zip(columns, line, strict=True), 1):
            cell = cast(Cell, sheet.cell(last, at))
            cells.put(cell, _content(value, column.format))
            paint.entry(cell)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    drawing.print_setup(sheet, repeat=False)
    sheet.print_title_rows = "1:1"


def _content(value: _Value, form: str) -> values.Cell | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return values.Cell(escaped(value)[: values.MOST_CHARACTERS], values.AS_TEXT)
    return values.Cell(value, form)
