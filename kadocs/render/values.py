"""How a value is written where a template prints it without a filter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from kadocs.figures import dates, moments, money
from kadocs.findings import Fault, Text

_YES = {True: Text("是", "Yes"), False: Text("否", "No")}


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a document that a macro or a block `set` made: XML, and the level it fits."""

    level: str
    xml: str

    def __str__(self) -> str:
        raise Fault(
            Text("整段的内容不能当作文字使用", "whole paragraphs cannot be used as text"),
            Text("请用 {{p … }} 单独成段地印出它。", "Print it with {{p … }}, alone in its paragraph."),
        )


def shown(value: object, language: str) -> str:
    """The text of a value: exact numbers, dates and amounts in the language's form, 是/否 for flags.

    Raises Fault for what has no sensible text, such as a list.
    """
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return _YES[value].in_(language)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0")
    if isinstance(value, date):
        return _day(value, language)
    if isinstance(value, money.Money):
        return money.shown(value, language)
    return _other(value)


def _day(value: date, language: str) -> str:
    """A day, or a moment with its time; one without a zone is a mere day at midnight."""
    if isinstance(value, datetime) and (value.tzinfo or value.time() != time()):
        return moments.shown(value, language)
    return dates.shown(value, language)


def _other(value: object) -> str:
    if (
        isinstance(value, dict | list | tuple | set)
        or type(value).__str__ is object.__str__
        or callable(value)
    ):
        raise Fault(
            Text("这里是一组值，不能直接印出", "this holds several values and cannot be printed as it is"),
            Text("请用 for 循环逐个印出，或写明要印的字段。", "Loop over it, or name the field to print."),
        )
    return str(value)
