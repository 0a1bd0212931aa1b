"""Caps on what an expression in a template may make, so that no template can exhaust a machine."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Sized
from decimal import Decimal
from typing import Any

from kadocs.findings import Fault, Text

LENGTH = 1_000_000
"""The longest text or list that an expression may make."""

BITS = 4_096
"""The largest whole number that an expression may make, in bits."""

WIDTH = 10_000
"""The widest padding of a text."""

TURNS = 10_000_000
"""How often all loops of one document may turn."""

OUTPUT = 500_000_000
"""The longest part that a template may write, in characters."""

_DIGITS = re.compile(r"\d{5,}")


class TooMuch(Fault):
    """An expression would make something too large."""


def too_much(what: Text) -> TooMuch:
    """The fault that names `what` grew too large."""
    return TooMuch(
        Text(f"{what.zh}太大，已停止", f"{what.en} is too large, stopped"),
        Text("请检查模板里的这个表达式。", "Check this expression of the template."),
    )


def power(left: Any, right: Any) -> Any:
    """`left ** right`, unless the result would be huge."""
    if isinstance(right, int | float | Decimal) and not -BITS <= right <= BITS:
        raise too_much(Text("乘方的结果", "the power"))
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > BITS:
        raise too_much(Text("乘方的结果", "the power"))
    return operator.pow(left, right)


def times(left: Any, right: Any) -> Any:
    """`left * right`, unless a text or list would be repeated beyond measure."""
    for sized, count in ((left, right), (right, left)):
        if isinstance(sized, Sized) and isinstance(count, int) and len(sized) * int(count) > LENGTH:
            raise too_much(Text("重复的结果", "the repetition"))
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > BITS:
        raise too_much(Text("乘积", "the product"))
    return operator.mul(left, right)


def plus(left: Any, right: Any) -> Any:
    """`left + right`, unless a text or list would grow beyond measure."""
    if isinstance(left, Sized) and isinstance(right, Sized) and len(left) + len(right) > LENGTH:
        raise too_much(Text("相加的结果", "the sum"))
    return operator.add(left, right)


def check_length(value: object) -> None:
    """Refuse to join a text onto one that is beyond measure already."""
    if isinstance(value, str) and len(value) > LENGTH:
        raise too_much(Text("文字", "the text"))


def check_widths(args: Iterable[object]) -> None:
    """Refuse a filter that asks for an enormous width or number."""
    if any(isinstance(arg, int) and abs(arg) > WIDTH for arg in args):
        raise too_much(Text("宽度", "the width"))


def modulo(left: Any, right: Any) -> Any:
    """`left % right`; as a format, only with sensible widths."""
    if isinstance(left, str):
        check_format(left)
    return operator.mod(left, right)


def check_format(text: str) -> None:
    """Refuse a format string that asks for an enormous width or precision."""
    if _DIGITS.search(text):
        raise too_much(Text("格式的宽度", "the width in the format"))


def check_call(function: Callable[..., object], args: tuple[object, ...]) -> None:
    """Refuse a call of a text's own method that would make an enormous text."""
    owner = getattr(function, "__self__", None)
    if not isinstance(owner, str):
        return
    if any(isinstance(arg, int) and not isinstance(arg, bool) and arg > WIDTH for arg in args):
        raise too_much(Text("文字的宽度", "the width of the text"))
    if function.__name__ == "replace" and len(args) > 1:
        check_replacement(owner, args[0], args[1])
    if function.__name__ == "join" and args and isinstance(args[0], Sized):
        check_joining(owner, args[0])


def check_replacement(text: str, old: object, new: object) -> None:
    """Refuse a replacement that would make an enormous text."""
    if text.count(str(old)) * len(str(new)) > LENGTH:
        raise too_much(Text("替换的结果", "the replacement"))


def check_joining(separator: str, items: Sized) -> None:
    """Refuse to join with separators that come to an enormous text."""
    if len(separator) * len(items) > LENGTH:
        raise too_much(Text("连接的结果", "the joined text"))
