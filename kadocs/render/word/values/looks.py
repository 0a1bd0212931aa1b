"""How data ask a chart to show them: labels of points, whose look a series takes, where an axis ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kadocs.findings import Text
from kadocs.render.undefined import absent
from kadocs.render.word.values.faults import BadChart, UnequalChart
from kadocs.render.word.values.ordinals import ordinal

DAY = "yyyy/m/d"
"""The number format of dates where nobody says another."""

_MOST_LIKE = 255


@dataclass(frozen=True, slots=True)
class Axis:
    """Where the value axis begins and ends, its step, its number format; None is as in the template."""

    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal | None = None
    format: str = ""


AS_DRAWN = Axis()
"""An axis of which the data say nothing."""


def labels_of(cells: object, count: int, name: str) -> tuple[str | None, ...]:
    """The label of each point: None is as in the template, an empty text is none at all.

    Raises Fault (TPL102) where there are not as many as points.
    """
    if absent(cells) or cells == ():
        return ()
    if not isinstance(cells, Sequence) or isinstance(cells, str) or len(cells) != count:
        raise UnequalChart(
            Text(
                f"系列“{name}”的标签和点的个数不同", f'the labels of "{name}" are not as many as its points'
            ),
            Text("每个点写一个标签，不要标签的写空文字。", "Give each point a label, or an empty text."),
        )
    return tuple(None if absent(cell) else str(cell) for cell in cells)


def like_of(value: object) -> int:
    """Which of the template's series one is to look like, from 1 on; 0 for the one in its place."""
    if absent(value):
        return 0
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _MOST_LIKE:
        return value
    raise BadChart(
        Text(f"like 写成了“{value}”", f'like is "{value}"'),
        Text("写模板里第几个系列：1、2、3。", "Write which series of the template it is: 1, 2, 3."),
    )


def axis_of(value: object) -> Axis:
    """What the data say of the value axis; raises Fault (TPL100) where it could not be drawn."""
    if absent(value) or not value:
        return AS_DRAWN
    if not isinstance(value, Mapping) or set(value) - {"low", "high", "step", "format"}:
        raise _bad_axis()
    low, high, step = (_bound(value.get(key)) for key in ("low", "high", "step"))
    code = value.get("format")
    if (low is not None and high is not None and low >= high) or (step is not None and step <= 0):
        raise _bad_axis()
    return Axis(low, high, step, "" if absent(code) else str(code))


def _bound(value: object) -> Decimal | None:
    if absent(value):
        return None
    number = ordinal(value)
    if number is None:
        raise _bad_axis()
    return number


def _bad_axis() -> BadChart:
    return BadChart(
        Text("坐标轴（axis）不对", "the axis cannot be drawn so"),
        Text(
            "axis 里写 low、high、step（数字或日期，low 小于 high）和 format。",
            "Give low, high, step (numbers or dates, low below high) and format.",
        ),
    )
