"""The printers: filters that the compiler puts around whatever a sheet's code writes.

Their second argument is the number of the tag, or of the piece of the sheet; the state of the render, which
writes, comes with the context.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from jinja2 import pass_context

from kadocs.render.environment import Context
from kadocs.render.excel.state import SheetRender
from kadocs.render.word.printer import EACH, JOINED
from kadocs.render.word.printer import PRINTERS as WORD_PRINTERS

CELL, PART, CAPTURED = "_cell", "_part", "_captured"
TEXT, CAPTURED_TEXT, OPEN, CLOSE = "_text", "_captured_text", "_open", "_close"
SHEET, ROW, GAP, TURN, END, FORMULA = "_sheet", "_row", "_gap", "_turn", "_end", "_formula"
COLUMNS, COLUMN, COLUMNS_END, STATIC = "_columns", "_column", "_columns_end", "_static"
COUNT, SPREAD, OPEN_ASIDE, CLOSE_ASIDE = "_count", "_spread", "_open_aside", "_close_aside"


@pass_context
def _cell(context: Context, value: object, number: int, cell: int) -> str:
    return cast(SheetRender, context.render).cell(value, number, cell)


@pass_context
def _part(context: Context, value: object, number: int) -> str:
    cast(SheetRender, context.render).part(value, number)
    return ""


@pass_context
def _captured(context: Context, value: object, number: int) -> str:
    return cast(SheetRender, context.render).captured(value, number)


def _by_number(name: str) -> Callable[..., str]:
    """The printer that hands the number of a piece to the state's method of that name."""

    @pass_context
    def printer(context: Context, number: int) -> str:
        return cast(str, getattr(context.render, name)(number))

    return printer


def _of_columns(name: str) -> Callable[..., str]:
    """The same for what lays columns out."""

    @pass_context
    def printer(context: Context, number: int) -> str:
        return cast(str, getattr(context.render.spread, name)(number))

    return printer


PRINTERS: dict[str, Callable[..., Any]] = {
    CELL: _cell,
    PART: _part,
    CAPTURED: _captured,
    TEXT: _by_number("text"),
    CAPTURED_TEXT: _by_number("captured_text"),
    OPEN: _by_number("open"),
    CLOSE: _by_number("close"),
    SHEET: _by_number("sheet"),
    ROW: _by_number("begin_row"),
    GAP: _by_number("gap"),
    TURN: _by_number("turn"),
    END: _by_number("end"),
    FORMULA: _by_number("formula"),
    COLUMNS: _of_columns("row"),
    COLUMN: _of_columns("turn"),
    COLUMNS_END: _of_columns("end"),
    STATIC: _by_number("static"),
    COUNT: _of_columns("count"),
    SPREAD: _of_columns("lay_out"),
    OPEN_ASIDE: _by_number("open"),
    CLOSE_ASIDE: _by_number("close_aside"),
    EACH: WORD_PRINTERS[EACH],
    JOINED: WORD_PRINTERS[JOINED],
}
