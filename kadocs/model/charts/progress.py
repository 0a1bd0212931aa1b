"""The project in time: the plan, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.charts.calendar import month_of, months, named
from kadocs.model.charts.plot import NAMELESS, Axis, Plot, plot, series
from kadocs.model.charts.wording import joined, left_out, short, unit
from kadocs.model.closing import Closing
from kadocs.model.delivery import Delivery
from kadocs.model.solution import Solution
from kadocs.model.solution.gantt import Span, placed

MOST_ROWS, MOST_MILESTONES = 25, 8

_STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 364)
_MARKS = 9  # as many dates have room on the axis
_THIN = 90  # a milestone is this part of the axis, so that it is seen
_FIRST_YEAR = 1901  # sheets count no days before 1900
_EPOCH = date(1899, 12, 30).toordinal()


def gantt(solution: Solution | None) -> Plot | None:
    """Tasks as bars and milestones as marks on the calendar, or on days after the start; at most 25 rows."""
    if solution is None:
        return None
    spans, dated = placed(solution.tasks, solution.milestones, solution.start)
    shown = _fitting(spans)
    if not shown:
        return None
    first, last = min(span.first for span in shown), max(span.last for span in shown) + 1
    if dated and date.fromordinal(first).year < _FIRST_YEAR:
        return None
    thin = max((last - first) // _THIN, 1)
    return plot(
        Text("实施计划：任务和里程碑", "Project plan: tasks and milestones"),
        (_row_name(span) for span in shown),
        [
            series(NAMELESS, (_on_axis(span.first, dated) for span in shown), 1, format=_format(dated)),
            series(Text("任务（天）", "Task (days)"), (_length(span) for span in shown), 2),
            series(Text("里程碑", "Milestone"), (Decimal(thin) if span.due else None for span in shown), 3),
        ],
        axis=_axis(first, last + thin, dated),
        note=joined(left_out(len(spans) - len(shown), Text("项", "rows"))),
    )


def s_curve(delivery: Delivery | None) -> Plot | None:
    """The share of stages that were to be done, and were done, by the end of each month."""
    planned = [stage.planned for stage in (delivery.stages if delivery else ()) if stage.planned]
    actual = [stage.actual for stage in (delivery.stages if delivery else ()) if stage.actual]
    if not planned or delivery is None:
        return None
    count = len(delivery.stages)
    begun = min(map(month_of, (*planned, *actual)))
    axis = months(begun - 1, max(map(month_of, (*planned, *actual))))
    until = max(map(month_of, actual)) if actual else 0
    return plot(
        Text("S 曲线：各阶段计划与实际的累计完成", "S-curve: stages planned and done, cumulated"),
        map(named, axis),
        [
            series(Text("计划累计", "Planned"), (_done(planned, month, count) for month in axis), 1),
            series(
                Text("实际累计", "Actual"),
                (_done(actual, month, count) if month <= until else None for month in axis),
                2,
            ),
        ],
        note=Text("按阶段个数计。", "By the number of stages."),
    )


def plan_vs_actual(closing: Closing | None) -> Plot | None:
    """Revenue, each class of cost and gross profit, as planned and as they came out."""
    if closing is None or not closing.costs:
        return None
    rows = [(Text("收入", "Revenue"), closing.planned_revenue, closing.revenue)]
    rows += [(cost.group.label, cost.approved, cost.actual) for cost in closing.costs]
    profits = (_profit(closing.planned_revenue, closing.approved), _profit(closing.revenue, closing.actual))
    rows.append((Text("毛利", "Gross profit"), *profits))
    known = [row for row in rows if row[1] is not None or row[2] is not None]
    return plot(
        Text("计划与实际：收入、成本和毛利", "Plan against actual: revenue, cost and gross profit"),
        (name for name, _, _ in known),
        [
            series(Text("计划", "Plan"), (_number(plan) for _, plan, _ in known), 1),
            series(Text("实际", "Actual"), (_number(actual) for _, _, actual in known), 2),
        ],
        unit=unit(amount for row in known for amount in row[1:]),
    )


def _fitting(spans: list[Span]) -> list[Span]:
    """The spans that have room: the first milestones, and of the tasks the longest, in their order."""
    due = [span for span in spans if span.due][:MOST_MILESTONES]
    tasks = sorted((s for s in spans if not s.due), key=lambda s: s.first - s.last)[: MOST_ROWS - len(due)]
    return [span for span in spans if any(span is each for each in (*due, *tasks))]


def _row_name(span: Span) -> Text:
    name = short(span.name, 34)
    return Text("◆ {n}", "◆ {n}").fill(n=name) if span.due else name


def _on_axis(day: int, dated: bool) -> Decimal:
    """A day as sheets count it, where it is one of the calendar."""
    return Decimal(day - _EPOCH if dated else day)


def _format(dated: bool) -> Text:
    return Text("yyyy/m/d", "d mmm yyyy") if dated else Text('"T+"0', '"T+"0')


def _length(span: Span) -> Decimal | None:
    return None if span.due else Decimal(span.last - span.first + 1)


def _axis(first: int, last: int, dated: bool) -> Axis:
    length = last - first
    step = next((each for each in _STEPS if length <= each * _MARKS), length // _MARKS + 1)
    return Axis.model_construct(
        low=_on_axis(first, dated),
        high=_on_axis(last, dated),
        step=Decimal(step),
        format=_format(dated),
    )


def _done(days: Iterable[date], month: int, count: int) -> Decimal | None:
    return sums.share(sum(month_of(day) <= month for day in days), count)


def _profit(revenue: Money | None, cost: Money | None) -> Money | None:
    return None if cost is None else sums.less(revenue, cost)


def _number(amount: Money | None) -> Decimal | None:
    return None if amount is None else amount.amount
