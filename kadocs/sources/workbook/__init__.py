"""The model, and a deal if there is one → the workbook that people fill in, as bytes."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.utils import quote_sheetname

from kadocs.sources.excel import form
from kadocs.sources.workbook import forms, guide, holdings, layout, package, tables
from kadocs.sources.workbook.drawing import Setting
from kadocs.sources.workbook.layout import Form, Table
from kadocs.sources.workbook.lists import Choices
from kadocs.sources.workbook.paint import Paint
from kadocs.sources.workbook.scope import Scope, present, whole
from kadocs.tree.node import Node

__all__ = ["Scope", "holding", "present", "to_fill_in", "whole"]


def to_fill_in(language: str, scope: Scope, deal: Node | None = None) -> bytes:
    """A workbook with the fields of `scope` to be filled in, and what `deal` says of them already.

    The same arguments give the same bytes. Raises `Refused` for what a workbook cannot hold.
    """
    return _book(language, scope, deal, examples=True)


def holding(deal: Node, language: str) -> bytes:
    """A workbook that reads as the same deal, with the sheets that the deal has something for.

    Raises `Refused` as `to_fill_in` does.
    """
    return _book(language, present(deal), deal, examples=False)


def _book(language: str, scope: Scope, deal: Node | None, *, examples: bool) -> bytes:
    paint = Paint(language)
    setting = Setting(language, scope, Choices(language), paint, examples)
    own = (setting.say(form.GUIDE), setting.say(form.CHOICES))
    planned = list(layout.sheets(scope))
    named = list(zip(layout.names(planned, own, language), planned, strict=True))
    book = Workbook()
    assert book.active is not None
    first = book.active
    first.title = own[0]
    guide.write(first, named, setting)
    _write_sheets(book, named, deal, setting)
    if setting.choices:
        setting.choices.write(book.create_sheet(own[1]), paint)
    return package.saved(book)


def _write_sheets(
    book: Workbook, named: Iterable[tuple[str, Form | Table]], deal: Node | None, setting: Setting
) -> None:
    columns: dict[tuple[str, ...], str] = {}
    for name, plan in named:
        sheet = book.create_sheet(name)
        setting.paint.tab(sheet, layout.audience(plan))
        if isinstance(plan, Form):
            forms.write(sheet, plan, deal, setting)
            continue
        rows = holdings.rows(deal, plan)
        for field in plan.fields:
            columns[(*plan.path, field.key)] = (
                f"{quote_sheetname(name)}!{tables.column(plan, field.key, len(rows))}"
            )
        owners = columns.get((*plan.path[:-1], plan.owner.key), "") if plan.owner else ""
        tables.write(sheet, plan, rows, owners, setting)
