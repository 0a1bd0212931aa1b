"""The plan as a chart: periods across, tasks and milestones down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, NamedTuple

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.solution.plan import Milestone, Task
from kadocs.model.types import Flag, String, Words

MOST_PERIODS = 18

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Cell(Noun):
    """One period of one row: is the work going on, or a milestone due?"""

    busy: Annotated[
        Flag, Mark("进行中", "In progress", help=Text("这段时间在做", "The work goes on in this period"))
    ] = False
    due: Annotated[
        Flag, Mark("里程碑", "Milestone", help=Text("这段时间到里程碑", "A milestone falls into it"))
    ] = False


class Row(Noun):
    """A task or a milestone, with a cell for each period of the chart."""

    name: Annotated[String, Mark("名称", "Name", help=Text("任务或里程碑", "The task or milestone"))]
    cells: Annotated[
        tuple[Cell, ...], Mark("时间格", "Cells", help=Text("每段时间一格", "A cell for each period"))
    ]


class Gantt(Noun):
    """The chart: what one period is, when each begins, and the rows."""

    period: Annotated[
        Words, Mark("时间刻度", "Period", help=Text("一格代表多久", "What one cell stands for"))
    ]
    labels: Annotated[
        tuple[Words, ...], Mark("各期起始", "Beginnings", help=Text("每格从哪天起", "When each cell begins"))
    ]
    rows: Annotated[
        tuple[Row, ...],
        Mark("行", "Rows", help=Text("任务和里程碑各一行", "A row for each task and milestone")),
    ]


class _Unit(NamedTuple):
    """A length of period: calendar months where it has some and the axis has dates, else days."""

    name: Text
    days: int
    months: int = 0


_UNITS = (
    _Unit(Text("一周", "week"), 7),
    _Unit(Text("两周", "fortnight"), 14),
    _Unit(Text("一个月", "month"), 30, 1),
    _Unit(Text("一个季度", "quarter"), 91, 3),
    _Unit(Text("一年", "year"), 365, 12),
)


class Span(NamedTuple):
    """A row's first and last day, as ordinals of dates or as days after the start."""

    name: str
    first: int
    last: int
    due: bool


def draw(tasks: Sequence[Task], milestones: Sequence[Milestone], start: date | None) -> Gantt | None:
    """The chart of all that can be placed on one time axis, or None when nothing can.

    The axis is the calendar; when nothing has a date, it is the days after the start. The finest
    of week, fortnight, month, quarter, year, several years is taken that needs no more than 18 periods: a
    landscape page has room for them.
    """
    spans, dated = placed(tasks, milestones, start)
    if not spans:
        return None
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    units = (*_UNITS, _several_years((last - first) // (365 * (MOST_PERIODS - 1)) + 1))
    axes = ((unit, list(_beginnings(unit, first, last, dated))) for unit in units)
    unit, axis = next(each for each in axes if len(each[1]) <= MOST_PERIODS)
    return Gantt.model_construct(
        period=unit.name,
        labels=tuple(_label(unit, day, dated) for day in axis),
        rows=tuple(_row(span, axis) for span in spans),
    )


def placed(
    tasks: Sequence[Task], milestones: Sequence[Milestone], start: date | None
) -> tuple[list[Span], bool]:
    """Where the tasks and milestones stand on one time axis, and whether that is the calendar."""
    dated = _dated(tasks, milestones, start)
    return dated or _offset(tasks, milestones), bool(dated)


def _several_years(count: int) -> _Unit:
    return _Unit(Text(f"{count} 年", f"period of {count} years"), 365 * count, 12 * count)


def _beginnings(unit: _Unit, first: int, last: int, dated: bool) -> Iterator[int]:
    if not dated or not unit.months:
        yield from range(first, last + 1, unit.days)
        return
    day = date.fromordinal(first)
    month = day.year * 12 + (day.month - 1) // unit.months * unit.months
    while (beginning := date(month // 12, month % 12 + 1, 1).toordinal()) <= last:
        yield beginning
        month += unit.months


def _label(unit: _Unit, beginning: int, dated: bool) -> Text:
    if not dated:
        return Text(f"T+{beginning}", f"T+{beginning}")
    day = date.fromordinal(beginning)
    month = _MONTHS[day.month - 1]
    if not unit.months:
        return Text(f"{day.month}/{day.day}", f"{day.day} {month}")
    return Text(f"{day.year}.{day.month}", f"{month} {day.year}")


def _row(span: Span, axis: Sequence[int]) -> Row:
    ends = [*axis[1:], span.last + 1]
    inside = [span.first < end and span.last >= begin for begin, end in zip(axis, ends, strict=True)]
    cells = tuple(Cell.model_construct(busy=on and not span.due, due=on and span.due) for on in inside)
    return Row.model_construct(name=span.name, cells=cells)


def _dated(tasks: Sequence[Task], milestones: Sequence[Milestone], start: date | None) -> list[Span]:
    found = [(task.name, task.day(start), task.duration, False) for task in tasks]
    found += [(milestone.name, milestone.day(start), 1, True) for milestone in milestones]
    return [
        Span(name, day.toordinal(), day.toordinal() + max(length - 1, 0), due)
        for name, day, length, due in found
        if day is not None
    ]


def _offset(tasks: Sequence[Task], milestones: Sequence[Milestone]) -> list[Span]:
    spans = [
        Span(task.name, task.start_offset, task.start_offset + max(task.duration - 1, 0), False)
        for task in tasks
        if task.start_offset is not None
    ]
    return spans + [
        Span(milestone.name, milestone.offset_days, milestone.offset_days, True)
        for milestone in milestones
        if milestone.offset_days is not None
    ]
