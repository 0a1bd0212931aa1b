"""The model, and a deal if there is one → the workbook that people fill in, as bytes."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kadocs.sources.excel import form
from kadocs.sources.workbook import guide, layout, package
from kadocs.sources.workbook.drawing import Setting
from kadocs.sources.workbook.lists import Choices
from kadocs.sources.workbook.pages import Pages
from kadocs.sources.workbook.paint import Paint
from kadocs.sources.workbook.scope import Path, Scope, present, whole
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
    setting = Setting(language, scope, Choices(language), Paint(language), examples)
    own = (setting.say(form.GUIDE), setting.say(form.CHOICES))
    planned = list(layout.sheets(scope))
    named = list(zip(layout.names(planned, own, language), planned, strict=True))
    book, pages = Workbook(), Pages(deal, setting)
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = own[0]
    sections: dict[Path, int] = {}
    for name, plan in named:
        sheet = book.create_sheet(name)
        setting.paint.tab(sheet, sections.setdefault(plan.section, len(sections)))
        pages.write(sheet, plan)
    guide.write(first, named, pages.places, setting)
    if setting.choices:
        setting.choices.write(book.create_sheet(own[1]), setting.paint)
    return package.saved(book)
