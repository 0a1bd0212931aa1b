"""Looking before leaping: what an operation would make, measured before it is done."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sized
from decimal import Decimal
from functools import partial
from typing import Any

from kadocs.findings import Text
from kadocs.render.limits import Limits, too_much

_DIGITS = re.compile(r"\d{5,}")
# A width that is itself a value: `%*d`, `{:{w}}`.
_OPEN_WIDTH = re.compile(r"%[^A-Za-z%]*\*|\{[^{}]*:[^{}]*\{")
_CONTAINERS = (list, tuple, dict, set, frozenset)

_REPETITION = Text("重复的结果", "the repetition")
_POWER, _PRODUCT = Text("乘方的结果", "the power"), Text("乘积", "the product")
_SUM, _TEXT, _WIDTH = Text("相加的结果", "the sum"), Text("文字", "the text"), Text("宽度", "the width")
_FORMAT = Text("格式的宽度", "the width in the format")
_REPLACED, _JOINED = Text("替换的结果", "the replacement"), Text("连接的结果", "the joined text")


def operators(limits: Limits) -> dict[str, Callable[[Any, Any], Any]]:
    """The arithmetic that needs measuring, by its signs."""
    return {
        "**": partial(_power, limits),
        "*": partial(_times, limits),
        "+": partial(_plus, limits),
        "%": partial(_modulo, limits),
    }


def _power(limits: Limits, left: Any, right: Any) -> Any:
    if isinstance(right, int | float | Decimal) and not -limits.bits <= right <= limits.bits:
        raise too_much(_POWER, "bits")
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > limits.bits:
        raise too_much(_POWER, "bits")
    return operator.pow(left, right)


def _times(limits: Limits, left: Any, right: Any) -> Any:
    for sized, count in ((left, right), (right, left)):
        if isinstance(sized, Sized) and isinstance(count, int) and len(sized) * int(count) > limits.value:
            raise too_much(_REPETITION, "value")
    numbers = isinstance(left, int) and isinstance(right, int)
    if numbers and left.bit_length() + right.bit_length() > limits.bits:
        raise too_much(_PRODUCT, "bits")
    return operator.mul(left, right)


def _plus(limits: Limits, left: Any, right: Any) -> Any:
    if isinstance(left, Sized) and isinstance(right, Sized) and len(left) + len(right) > limits.value:
        raise too_much(_SUM, "value")
    return operator.add(left, right)


def _modulo(limits: Limits, left: Any, right: Any) -> Any:
    if isinstance(left, str):
        check_format(limits, left)
        check_heft(limits, right)
    return operator.mod(left, right)


def check_heft(limits: Limits, *values: object) -> None:
    """Refuse to make a text of lists in lists that come to too much; shared ones count each time."""
    left = limits.value
    waiting = [iter(values)]
    while waiting:
        value = next(waiting[-1], waiting)
        if value is waiting:
            waiting.pop()
            continue
        left -= len(value) if isinstance(value, str) else 1
        if left < 0:
            raise too_much(_TEXT, "value")
        if isinstance(value, dict):
            waiting += (iter(value), iter(value.values()))
        elif isinstance(value, _CONTAINERS):
            waiting.append(iter(value))


def check_widths(limits: Limits, numbers: Iterable[object]) -> None:
    """Refuse a filter that asks for an enormous width or number."""
    if any(isinstance(n, int) and abs(n) > limits.width for n in numbers):
        raise too_much(_WIDTH, "width")


def check_format(limits: Limits, text: object) -> None:
    """Refuse a format string that asks for an enormous width, or takes a width from its values."""
    written = str(text)
    if _OPEN_WIDTH.search(written) or any(int(d) > limits.width for d in _DIGITS.findall(written)):
        raise too_much(_FORMAT, "width")


def check_call(
    limits: Limits, function: Callable[..., object], args: tuple[object, ...], named: Mapping[str, object]
) -> None:
    """Refuse a call of a text's own method that would make an enormous text."""
    owner = getattr(function, "__self__", None)
    if not isinstance(owner, str | bytes):
        return
    values = (*args, *named.values())
    check_widths(limits, values)
    if function.__name__ == "replace" and len(args) > 1:
        check_replacement(limits, owner, args[0], args[1])
    if function.__name__ == "join" and args and isinstance(args[0], Sized):
        check_joining(limits, owner, args[0])


def check_replacement(limits: Limits, text: str | bytes, old: Any, new: Any) -> None:
    """Refuse a replacement that would make an enormous text."""
    if not isinstance(old, type(text)) or not isinstance(new, type(text)):
        return  # which raises a fault of its own
    if len(text) + text.count(old) * len(new) > limits.value:  # type: ignore[arg-type]
        raise too_much(_REPLACED, "value")


def check_joining(limits: Limits, separator: Sized, items: Sized) -> None:
    """Refuse to join what comes to an enormous text."""
    if len(separator) * len(items) > limits.value:
        raise too_much(_JOINED, "value")
    check_heft(limits, items)
