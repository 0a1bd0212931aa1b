"""Prices whose headings say whether tax is in them: 单价（不含税）, and often the other one beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from kadocs.findings import Fault
from kadocs.model.quote import TaxMode
from kadocs.sources.excel import tables
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.headings import Path, key
from kadocs.sources.excel.mapping import Why
from kadocs.sources.excel.names import field
from kadocs.sources.excel.spans import Name
from kadocs.sources.excel.tables import Column, Header
from kadocs.tree.node import Scalar

_MODE: Path = ("quote", "tax_mode")
_PRICE, _AMOUNT = "unit_price", "amount"
_SAID = (
    (re.compile("不含.{0,4}税|未税|除税|excl|net|withouttax|beforetax"), TaxMode.EXCLUSIVE),
    (re.compile("含.{0,4}税|incl|gross|withtax"), TaxMode.INCLUSIVE),
)


def said(context: Context) -> TaxMode | None:
    """The tax mode that the workbook states so far."""
    known = context.draft.value(_MODE)
    try:
        return TaxMode.read(known.text) if known else None
    except Fault:  # which the model tells
        return None


def settled(context: Context, header: Header) -> Header:
    """The header of a price list with the columns of one tax mode, which its headings state if they must.

    Of prices with and without tax, those in the mode that is already known are read, else the first.
    """
    mode = said(context)
    price = _column(header, _PRICE, mode)
    if price is None:
        return header
    header = _chosen(header, _PRICE, price)
    stated = _mode(header.names[price])
    if stated:
        name = header.names[price]
        context.put(_MODE, field(_MODE), Scalar(stated.zh, context.grid.place(name.row, price)))
    mode = stated or mode
    amount = _column(header, _AMOUNT, mode)
    if amount is None:
        return header
    header = _chosen(header, _AMOUNT, amount)
    if mode and _mode(header.names[amount]) not in (None, mode):
        rest = {column: known for column, known in header.columns.items() if column != amount}
        return replace(header, columns=rest, aside={**header.aside, amount: Why.COMPUTED})
    return header


def _column(header: Header, key: str, mode: TaxMode | None) -> int | None:
    """The column of a field to read: of several, the one in that mode, else the first."""
    first = next((column for column, known in header.columns.items() if known.field.key == key), None)
    others = [column for column, field in header.twice.items() if field.key == key]
    return (
        next((c for c in others if mode and _mode(header.names[c]) is mode), first)
        if first is not None
        else None
    )


def _chosen(header: Header, wanted: str, column: int) -> Header:
    """The header with `column` read in place of the one that was."""
    if column in header.columns:
        return header
    first = next(at for at, known in header.columns.items() if known.field.key == wanted)
    known = header.columns[first]
    columns = {at: each for at, each in header.columns.items() if at != first}
    twice = {at: each for at, each in header.twice.items() if at != column}
    columns[column] = Column(known.field, tables.unit(header.names[column]))
    return replace(header, columns=dict(sorted(columns.items())), twice={**twice, first: known.field})


def _mode(name: Name) -> TaxMode | None:
    text = key(name.shown)
    return next((mode for pattern, mode in _SAID if pattern.search(text)), None)
