"""How the work is done: milestones and tasks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, Self

from pydantic import model_validator

from kadocs.figures import dates
from kadocs.findings import Fault, Text
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import DAYS, Noun
from kadocs.model.types import (
    Day,
    DayCount,
    Lines,
    Names,
    String,
)


class Milestone(Noun):
    """A point in the plan that is delivered and accepted, on a date or so many days after the start."""

    id: Annotated[
        String,
        Mark(
            "里程碑编号",
            "Milestone ID",
            names=("编号", "No.", "ID"),
            help=Text("里程碑的编号，如 M1", "Its number, such as M1"),
        ),
    ]
    name: Annotated[
        String,
        Mark(
            "里程碑",
            "Milestone",
            names=("里程碑名称",),
            help=Text("达到了什么就算到点", "What has been reached"),
        ),
    ]
    date: Annotated[
        Day | None,
        Mark(
            "日期",
            "Date",
            names=("时间", "计划日期", "完成日期"),
            help=Text("计划哪天；还没定就填 T+天数", "The day planned, or else T+ days"),
        ),
    ] = None
    offset_days: Annotated[
        DayCount | None,
        Mark(
            "T+天数", "T+ days", unit=DAYS, names=("T+n",), help=Text("开工后第几天", "Days after the start")
        ),
    ] = None
    deliverables: Annotated[
        Lines,
        Mark(
            "交付物",
            "Deliverables",
            help=Text("这时要交付的东西，每行一样", "What is handed over, one a line"),
        ),
    ] = ()
    party: Annotated[
        String | None,
        Mark("责任方", "Responsible party", help=Text("由哪一方负责", "Which side answers for it")),
    ] = None
    acceptance: Annotated[
        String | None,
        Mark("验收标准", "Acceptance criteria", help=Text("怎样算通过", "What makes it accepted")),
    ] = None

    @computed(Mark("计划时间", "When", help=Text("日期，或 T+n", "The date, or T+n")), "date", "offset_days")
    def when(self) -> Text | None:
        """The date, or T+n."""
        return _when(self.date, self.offset_days)

    def day(self, start: Day | None) -> Day | None:
        """The date, counted from `start` where only T+n is given; None when it cannot be known."""
        return _day(self.date, self.offset_days, start)


class Task(Noun):
    """A piece of work with a start and a length."""

    id: Annotated[
        String,
        Mark(
            "任务编号",
            "Task ID",
            names=("编号", "WBS", "ID", "No."),
            help=Text("任务编号，别处按它引用", "Its number, by which others refer to it"),
        ),
    ]
    name: Annotated[
        String,
        Mark("任务", "Task", names=("任务名称", "工作内容"), help=Text("要做的工作", "The work to do")),
    ]
    start: Annotated[
        Day | None,
        Mark(
            "开始日期",
            "Start",
            names=("开始", "开始时间"),
            help=Text("哪天开始；还没定就填 T+天数", "The first day, or else T+ days"),
        ),
    ] = None
    start_offset: Annotated[
        DayCount | None,
        Mark("开始T+天数", "Start T+ days", unit=DAYS, help=Text("开工后第几天开始", "Days after the start")),
    ] = None
    duration: Annotated[
        DayCount,
        Mark(
            "工期",
            "Duration",
            unit=DAYS,
            names=("天数", "持续时间"),
            help=Text(
                "做多少天；写了开始和结束日期可不填", "How many days it takes; needless with start and end"
            ),
        ),
    ]
    end: Annotated[
        Day | None,
        Mark(
            "结束日期",
            "End",
            names=("结束", "结束时间", "完成日期", "完成时间", "Finish"),
            help=Text("最后一天，代替工期", "The last day, in place of the duration"),
        ),
    ] = None
    depends_on: Annotated[
        Names,
        Mark(
            "前置任务",
            "Depends on",
            names=("前置",),
            help=Text("要等哪些任务做完，写编号", "The ids of the tasks it waits for"),
        ),
    ] = ()
    owner: Annotated[
        String | None, Mark("负责人", "Owner", names=("责任人",), help=Text("由谁做", "Who does it"))
    ] = None
    milestone: Annotated[
        String | None,
        Mark("所属里程碑", "Milestone", help=Text("属于哪个里程碑", "The milestone it belongs to")),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _lasts(cls, given: Any) -> Any:
        """A task with its first and its last day lasts as long as that."""
        if not isinstance(given, dict) or "duration" in given:
            return given
        try:
            days = (dates.parse(given.get("end")) - dates.parse(given.get("start"))).days + 1
        except Fault:
            return given
        if days < 1:
            raise _ends_early(given["end"])
        return {**given, "duration": days}

    @model_validator(mode="after")
    def _starts(self) -> Self:
        if self.start is None and self.start_offset is None:
            raise Fault(
                Text("任务没有开始日期", "the task has no start"),
                Text("请填开始日期，或填开始T+天数", "Give its start date, or its start as T+ days"),
            )
        if self.start and self.end and self.end != self._last:
            raise Fault(
                Text(
                    "开始日期加 {d} 天是 {l}，而结束日期是 {e}", "{d} days from the start end on {l}, not {e}"
                ).fill(d=self.duration, l=self._last, e=self.end),
                Text("请改正其中一个，或删去工期", "Correct one of them, or delete the duration"),
            )
        return self

    @computed(
        Mark("计划开始", "Starts", help=Text("日期，或 T+n", "The date, or T+n")), "start", "start_offset"
    )
    def when(self) -> Text | None:
        """The start date, or T+n."""
        return _when(self.start, self.start_offset)

    @computed(
        Mark("计划完成", "Ends", help=Text("由开始和工期算出", "From start and duration")),
        "start",
        "start_offset",
    )
    def until(self) -> Text | None:
        """The last day, or T+n of it."""
        if self.start is not None:
            return _when(self._last, None)
        return _when(None, (self.start_offset or 0) + self.duration)

    def day(self, start: Day | None) -> Day | None:
        """The first day, counted from `start` where only T+n is given; None when it cannot be known."""
        return _day(self.start, self.start_offset, start)

    @property
    def _last(self) -> date | None:
        return None if self.start is None else self.start + timedelta(days=max(self.duration - 1, 0))


def _ends_early(end: object) -> Fault:
    return Fault(
        Text("结束日期 {e} 早于开始日期", "the end {e} is before the start").fill(e=end),
        Text("请核对两个日期", "Check the two dates"),
    )


def _when(day: date | None, offset: int | None) -> Text | None:
    if day is not None:
        return Text(dates.shown(day, "zh"), dates.shown(day, "en"))
    return None if offset is None else Text(f"T+{offset}日", f"T+{offset} days")


def _day(day: date | None, offset: int | None, start: date | None) -> date | None:
    if day is not None or offset is None or start is None:
        return day
    return start + timedelta(days=offset)
