"""The numbers of a chart's data: exact decimals, gaps, points of two or three numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kadocs.figures import numbers
from kadocs.figures.money import Money
from kadocs.findings import Fault, Text
from kadocs.render.undefined import Undefined, absent
from kadocs.render.values import shown
from kadocs.render.word.values.faults import BadNumber, UnfitPoints
from kadocs.render.word.values.ordinals import ordinal

NAME = ("name", "series")
"""What a record of a point may call the series that it belongs to."""

_FIELDS = ("x", "y", "size")


@dataclass(frozen=True, slots=True)
class Points:
    """The points of a series, number by number; None is a gap."""

    x: tuple[Decimal | None, ...]
    y: tuple[Decimal | None, ...]
    sizes: tuple[Decimal | None, ...] | None


def numbers_of(cells: Sequence[object], name: str) -> tuple[Decimal | None, ...]:
    """The numbers of a series, exact, dates as days; raises Fault (TPL101) for what is none."""
    return tuple(_number(cell, name, index) for index, cell in enumerate(cells, start=1))


def points_of(cells: Sequence[object], name: str) -> Points:
    """The points of a series, each (x, y), (x, y, size) or a mapping; raises Fault (TPL101, TPL103)."""
    rows = [_point(cell, name, index) for index, cell in enumerate(cells, start=1)]
    sized = any(len(row) == 3 for row in rows)
    read = [numbers_of([row[at] if at < len(row) else None for row in rows], name) for at in range(3)]
    return Points(read[0], read[1], read[2] if sized else None)


def name_of(value: object) -> str:
    """The name of a series as text; empty where it has none."""
    if isinstance(value, Undefined):
        raise value.error()
    return "" if absent(value) else shown(value, "zh")


def _point(cell: object, name: str, index: int) -> Sequence[object]:
    if absent(cell):
        return (None, None)
    if isinstance(cell, list | tuple) and len(cell) in (2, 3):
        return cell
    if isinstance(cell, Mapping) and {"x", "y"} <= set(cell) <= set(_FIELDS):
        return [cell[key] for key in _FIELDS if key in cell]
    raise UnfitPoints(
        Text(f"系列“{name}”的第 {index} 个值不是点", f'value {index} of series "{name}" is no point'),
        Text(
            "点要写成 (x, y)、(x, y, size) 或 {x, y, size}。",
            "Write a point as (x, y), (x, y, size) or {x, y, size}.",
        ),
    )


def _number(cell: object, name: str, index: int) -> Decimal | None:
    if isinstance(cell, Undefined):
        raise cell.error()
    if absent(cell) or (isinstance(cell, str) and not cell.strip()):
        return None
    if isinstance(cell, Money):
        return cell.amount
    if isinstance(cell, date):
        return ordinal(cell)
    try:
        if isinstance(cell, str) and cell.strip().endswith(("%", "％")):
            return numbers.parse_percent(cell)
        return numbers.parse(cell)
    except Fault as fault:
        raise BadNumber(
            Text(
                f"系列“{name}”的第 {index} 个值：{fault.message.zh}",
                f'value {index} of series "{name}": {fault.message.en}',
            ),
            Text(
                "图表里只能是数字；没有数的地方写 null。",
                "A chart holds numbers; write null where there is none.",
            ),
        ) from None
