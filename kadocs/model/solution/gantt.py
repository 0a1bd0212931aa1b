"""The plan as a chart: periods across, tasks down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, NamedTuple

from kadocs.findings import Text
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.solution.plan import Milestone, Task
from kadocs.model.types import Count, Flag, Names, String

MOST_PERIODS = 24
_SCALES = (7, 14, 30, 91, 365)
_NAMES = {
    7: Text("周", "W"),
    14: Text("双周", "F"),
    30: Text("月", "M"),
    91: Text("季", "Q"),
    365: Text("年", "Y"),
}


class Cell(Noun):
    """One period of one row: is the work going on, or a milestone due?"""

    busy: Annotated[Flag, Mark("进行中", "In progress")] = False
    due: Annotated[Flag, Mark("里程碑", "Milestone")] = False


class Row(Noun):
    """A task or a milestone, with a cell for each period of the chart."""

    name: Annotated[String, Mark("名称", "Name")]
    cells: Annotated[tuple[Cell, ...], Mark("时间格", "Cells")]


class Gantt(Noun):
    """The chart: the periods' labels and the rows."""

    scale: Annotated[Count, Mark("每格天数", "Days a period")]
    labels: Annotated[Names, Mark("时间刻度", "Periods")]
    rows: Annotated[tuple[Row, ...], Mark("行", "Rows")]

    @computed(Mark("刻度单位", "Period"))
    def period(self) -> Text:
        """What one period is: a week, a fortnight, a month, a quarter or a year."""
        return _NAMES[self.scale]


class _Span(NamedTuple):
    name: str
    first: int
    last: int
    due: bool


def draw(tasks: Sequence[Task], milestones: Sequence[Milestone], start: date | None) -> Gantt | None:
    """The chart of all that can be placed on one time axis, or None when nothing can.

    Dated work is placed from its earliest day; when nothing has a date, T+n is the axis. The
    finest of week, fortnight, month, quarter, year is taken that needs no more than 24 periods.
    """
    spans = _dated(tasks, milestones, start) or _offset(tasks, milestones)
    if not spans:
        return None
    origin = min(span.first for span in spans)
    total = max(span.last for span in spans) - origin + 1
    scale = next((days for days in _SCALES if -(-total // days) <= MOST_PERIODS), _SCALES[-1])
    count = -(-total // scale)
    return Gantt(
        scale=scale,
        labels=tuple(str(number) for number in range(1, count + 1)),
        rows=tuple(_row(span, origin, scale, count) for span in spans),
    )


def _row(span: _Span, origin: int, scale: int, count: int) -> Row:
    first, last = (span.first - origin) // scale, (span.last - origin) // scale
    inside = [first <= number <= last for number in range(count)]
    return Row(
        name=span.name,
        cells=tuple(Cell.model_construct(busy=on and not span.due, due=on and span.due) for on in inside),
    )


def _dated(tasks: Sequence[Task], milestones: Sequence[Milestone], start: date | None) -> list[_Span]:
    placed = [(task.name, task.day(start), task.duration, False) for task in tasks]
    placed += [(milestone.name, milestone.day(start), 1, True) for milestone in milestones]
    return [
        _Span(name, day.toordinal(), (day + timedelta(days=max(length - 1, 0))).toordinal(), due)
        for name, day, length, due in placed
        if day is not None
    ]


def _offset(tasks: Sequence[Task], milestones: Sequence[Milestone]) -> list[_Span]:
    spans = [
        _Span(task.name, task.start_offset, task.start_offset + max(task.duration - 1, 0), False)
        for task in tasks
        if task.start_offset is not None
    ]
    spans += [
        _Span(m.name, m.offset_days, m.offset_days, True) for m in milestones if m.offset_days is not None
    ]
    return spans
