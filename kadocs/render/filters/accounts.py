"""Filters that print numbers which are no amounts."""

from __future__ import annotations

from kadocs.figures.bank_account import grouped
from kadocs.findings import Fault, Text


def bank(value: object) -> str:
    """An account number in groups of four: "6222 0200 0000 0012 345".

    Raises Fault for a number: an account number is text, for numbers lose leading zeros and last digits.
    """
    if not isinstance(value, str):
        raise Fault(
            Text("账号须是文字，不能是数字", "an account number is a text, not a number"),
            Text("请在数据里给账号加上引号", "put it into quotes in the data"),
        )
    return grouped(value)
