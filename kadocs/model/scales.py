"""Scales of whole numbers, which people also write in words or in stars: 高, 支持, ★★★☆☆."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kadocs.figures import numbers
from kadocs.figures.text import quoted, tidy
from kadocs.findings import Fault, Text

_STARS = re.compile("(★+)☆*")
_AMOUNTS = {
    "很高": 5, "极高": 5, "非常高": 5, "高": 5, "high": 5, "h": 5,
    "较高": 4, "中高": 4,
    "中": 3, "中等": 3, "一般": 3, "medium": 3, "m": 3,
    "较低": 2, "中低": 2,
    "低": 1, "很低": 1, "low": 1, "l": 1,
}  # fmt: skip
WEIGHTS: Mapping[str, int] = _AMOUNTS
"""Words for 1 to 5."""

CONTACT: Mapping[str, int] = {
    **_AMOUNTS, "无": 0, "没有": 0, "未接触": 0, "none": 0, "never": 0,
}  # fmt: skip
"""Words for 0 to 5."""

EVIDENCE: Mapping[str, int] = {
    "高": 3, "强": 3, "high": 3, "strong": 3,
    "中": 2, "一般": 2, "medium": 2,
    "低": 1, "弱": 1, "low": 1, "weak": 1,
    "无": 0, "没有": 0, "none": 0,
}  # fmt: skip
"""Words for 0 to 3."""

ATTITUDES: Mapping[str, int] = {
    "强烈支持": 2, "坚定支持": 2, "非常支持": 2, "strongly for": 2, "strong supporter": 2,
    "支持": 1, "倾向我方": 1, "偏支持": 1, "for": 1, "support": 1, "supporter": 1, "supportive": 1,
    "中立": 0, "中性": 0, "neutral": 0,
    "反对": -1, "偏反对": -1, "倾向对手": -1, "against": -1, "opposed": -1, "opponent": -1,
    "强烈反对": -2, "坚决反对": -2, "strongly against": -2, "strong opponent": -2,
}  # fmt: skip
"""Words for -2, against us, to 2, for us."""


def whole(value: object) -> int:
    """The whole number that `value` means. Raises `Fault` for decimals, and as `numbers.parse` does."""
    number = numbers.parse(value)
    if number != number.to_integral_value():
        raise Fault(
            Text("应为整数，而不是 {n}", "a whole number is wanted, not {n}").fill(n=number),
            Text("请去掉小数", "Remove the decimals"),
        )
    return int(number)


def reader(low: int, high: int, words: Mapping[str, int] | None = None) -> Callable[[object], int]:
    """A function that reads a whole number from `low` to `high`, one of `words` for it, or so many stars."""

    def read(value: object) -> int:
        number = whole(value) if words is None else _said(value, words, low, high)
        if not low <= number <= high:
            raise Fault(
                Text("{v} 超出范围", "{v} is out of range").fill(v=number),
                Text("请填 {a} 到 {b} 之间的整数", "Write a whole number from {a} to {b}").fill(
                    a=low, b=high
                ),
            )
        return number

    return read


def _said(value: object, words: Mapping[str, int], low: int, high: int) -> int:
    text = tidy(value).casefold() if isinstance(value, str) else ""
    if text in words:
        return words[text]
    if stars := _STARS.fullmatch(text):
        return len(stars[1])
    if text and not any(sign.isdigit() for sign in text):
        raise Fault(
            Text("{v}不在这个量表里", "{v} is not on this scale").fill(v=quoted(value)),
            Text(
                "请填 {a} 到 {b} 之间的整数，或写：{w}",
                "Write a whole number from {a} to {b}, or one of: {w}",
            ).fill(a=low, b=high, w=Text("、".join(_shown(words, False)), ", ".join(_shown(words, True)))),
        )
    return whole(value)


def _shown(words: Mapping[str, int], ascii_only: bool) -> list[str]:
    """The first word of each step, in Chinese or in English."""
    first: dict[int, str] = {}
    for word, number in words.items():
        if word.isascii() == ascii_only:
            first.setdefault(number, word)
    return list(first.values())
