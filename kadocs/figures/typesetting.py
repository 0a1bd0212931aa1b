"""Sizes, line spacing and margins, as tenders demand them: 四号, 固定值 26 磅, 上下 2.5cm、左右 3cm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kadocs.figures.text import quoted, tidy
from kadocs.findings import Fault, Text

SIZES = {
    "初号": "42", "小初": "36", "一号": "26", "小一": "24", "二号": "22", "小二": "18", "三号": "16",
    "小三": "15", "四号": "14", "小四": "12", "五号": "10.5", "小五": "9", "六号": "7.5", "小六": "6.5",
    "七号": "5.5", "八号": "5",
}  # fmt: skip
"""Chinese sizes of type, in points."""

_SIDES = {
    "上": "top", "下": "bottom", "左": "left", "右": "right", "天头": "top", "地脚": "bottom",
    "top": "top", "bottom": "bottom", "left": "left", "right": "right",
}  # fmt: skip
_ALL = ("top", "bottom", "left", "right")
_EVERY = re.compile(r"四周|四边|各边|均|all|every|each")
_SIDE = re.compile("|".join(sorted(_SIDES, key=len, reverse=True)), re.IGNORECASE)
_NUMBER = r"([0-9]+(?:\.[0-9]+)?)"
_POINTS = re.compile(rf"{_NUMBER}\s*(?:磅|pt|points?|p)?\.?", re.IGNORECASE)
_EXACT = re.compile(
    rf"(?:固定值?|exactly|exact|固定行距|行距)?\s*:?\s*{_NUMBER}\s*(?:磅|pt|points?)", re.IGNORECASE
)
_TIMES = re.compile(rf"{_NUMBER}\s*(?:倍|lines?|x|times)", re.IGNORECASE)
_LENGTH = re.compile(rf"{_NUMBER}\s*(毫米|厘米|公分|磅|英寸|mm|cm|pt|inch(?:es)?|in|\")", re.IGNORECASE)
_UNITS = {
    "毫米": "2.834645669", "mm": "2.834645669", "厘米": "28.34645669", "公分": "28.34645669",
    "cm": "28.34645669", "磅": "1", "pt": "1",
}  # fmt: skip
_INCH = "72"
_SINGLE = {"单倍": 1, "单倍行距": 1, "single": 1, "双倍": 2, "双倍行距": 2, "2倍": 2, "double": 2}

_SIZE_HINT = Text("请写成“四号”“小四”或磅值“14”", "Write a Chinese size such as 四号, or points such as 14")
_SPACING_HINT = Text(
    "请写成“固定值 26 磅”“1.5 倍”或“单倍行距”", "Write “exactly 26 pt”, “1.5 lines” or “single”"
)
_MARGINS_HINT = Text(
    "请写成“上下 2.5cm，左右 3cm”或“四周 25mm”，写明单位",
    "Write “top and bottom 2.5 cm, left and right 3 cm” or “25 mm all round”, with the unit",
)


class Spacing(NamedTuple):
    """The distance of lines: a number of `points` that is kept exactly, else a number of `times` a line."""

    points: Decimal | None = None
    times: Decimal = Decimal(1)


class Margins(NamedTuple):
    """The margins of a page, in points."""

    top: Decimal
    bottom: Decimal
    left: Decimal
    right: Decimal


def size(text: str) -> Decimal:
    """A size of type in points: "四号", "小四号", "14", "14pt". Raises `Fault` for anything else."""
    said = tidy(text).replace("字", "")
    for name, points in SIZES.items():
        if said in (name, f"{name}号", name.removesuffix("号")):
            return Decimal(points)
    found = _POINTS.fullmatch(said)
    if found and 4 <= Decimal(found[1]) <= 96:
        return Decimal(found[1])
    raise Fault(Text("看不懂字号 {v}", "{v} is no size of type").fill(v=quoted(text)), _SIZE_HINT)


def spacing(text: str) -> Spacing:
    """The distance of lines. Raises `Fault` for what is not understood."""
    said = tidy(text).lower()
    if said.replace(" ", "") in _SINGLE:
        return Spacing(times=Decimal(_SINGLE[said.replace(" ", "")]))
    if (times := _TIMES.search(said)) and Decimal("0.5") <= Decimal(times[1]) <= 5:
        return Spacing(times=Decimal(times[1]))
    if (points := _EXACT.search(said)) and 6 <= Decimal(points[1]) <= 96:
        return Spacing(points=Decimal(points[1]))
    raise Fault(Text("看不懂行距 {v}", "{v} is no line spacing").fill(v=quoted(text)), _SPACING_HINT)


def margins(text: str) -> Margins:
    """The margins of a page, each of which must be said. Raises `Fault` for what is not understood."""
    said = tidy(text).lower()
    found: dict[str, Decimal] = {}
    for sides, length in _measures(said):
        found |= dict.fromkeys(sides, length)
    if set(found) != set(_ALL):
        raise Fault(
            Text("看不懂页边距 {v}", "{v} does not say all four margins").fill(v=quoted(text)), _MARGINS_HINT
        )
    return Margins(**found)


def _measures(text: str) -> Iterator[tuple[tuple[str, ...], Decimal]]:
    """Each length with the sides that are named before it; one that names none is for all, if it is alone."""
    lengths, start = list(_LENGTH.finditer(text)), 0
    for each in lengths:
        before = text[start : each.start()]
        sides = tuple(_SIDES[side.lower()] for side in _SIDE.findall(before))
        start = each.end()
        if not sides and (len(lengths) == 1 or _EVERY.search(before)):
            sides = tuple(_SIDES[side.lower()] for side in _SIDE.findall(text)) or _ALL
        yield sides, _points(each[1], each[2].lower())


def _points(number: str, unit: str) -> Decimal:
    return Decimal(number) * Decimal(_UNITS.get(unit, _INCH))
