"""How the work is done: milestones, tasks, people, training, service, risks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Self

from pydantic import model_validator

from kadocs.figures import dates
from kadocs.findings import Fault, Text
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import DAYS, HOURS, PEOPLE, YEARS, Noun
from kadocs.model.types import (
    Day,
    DayCount,
    Flag,
    Hours,
    Lines,
    Names,
    PeopleCount,
    Scale5,
    String,
    YearCount,
)


class Milestone(Noun):
    """A point in the plan that is delivered and accepted, on a date or so many days after the start."""

    id: Annotated[String, Mark("里程碑编号", "Milestone ID", names=("编号", "No.", "ID"))]
    name: Annotated[String, Mark("里程碑", "Milestone", names=("里程碑名称",))]
    date: Annotated[Day | None, Mark("日期", "Date", names=("时间", "计划日期", "完成日期"))] = None
    offset_days: Annotated[DayCount | None, Mark("T+天数", "T+ days", unit=DAYS, names=("T+n",))] = None
    deliverables: Annotated[Lines, Mark("交付物", "Deliverables")] = ()
    party: Annotated[String | None, Mark("责任方", "Responsible party")] = None
    acceptance: Annotated[String | None, Mark("验收标准", "Acceptance criteria")] = None

    @computed(Mark("计划时间", "When"), "date", "offset_days")
    def when(self) -> Text | None:
        """The date, or T+n."""
        return _when(self.date, self.offset_days)

    def day(self, start: Day | None) -> Day | None:
        """The date, counted from `start` where only T+n is given; None when it cannot be known."""
        return _day(self.date, self.offset_days, start)


class Task(Noun):
    """A piece of work with a start and a length."""

    id: Annotated[String, Mark("任务编号", "Task ID", names=("编号", "WBS", "ID", "No."))]
    name: Annotated[String, Mark("任务", "Task", names=("任务名称", "工作内容"))]
    start: Annotated[Day | None, Mark("开始日期", "Start", names=("开始", "开始时间"))] = None
    start_offset: Annotated[DayCount | None, Mark("开始T+天数", "Start T+ days", unit=DAYS)] = None
    duration: Annotated[DayCount, Mark("工期", "Duration", unit=DAYS, names=("天数", "持续时间"))]
    depends_on: Annotated[Names, Mark("前置任务", "Depends on", names=("前置",))] = ()
    owner: Annotated[String | None, Mark("负责人", "Owner", names=("责任人",))] = None
    milestone: Annotated[String | None, Mark("所属里程碑", "Milestone")] = None

    @model_validator(mode="after")
    def _starts(self) -> Self:
        if self.start is None and self.start_offset is None:
            raise Fault(
                Text("任务没有开始日期", "the task has no start"),
                Text("请填开始日期，或填开始T+天数", "Give its start date, or its start as T+ days"),
            )
        return self

    @computed(Mark("计划开始", "Starts"), "start", "start_offset")
    def when(self) -> Text | None:
        """The start date, or T+n."""
        return _when(self.start, self.start_offset)

    @computed(Mark("计划完成", "Ends"), "start", "start_offset")
    def until(self) -> Text | None:
        """The last day, or T+n of it."""
        if self.start is not None:
            return _when(self.start + timedelta(days=max(self.duration - 1, 0)), None)
        return _when(None, (self.start_offset or 0) + self.duration)

    def day(self, start: Day | None) -> Day | None:
        """The first day, counted from `start` where only T+n is given; None when it cannot be known."""
        return _day(self.start, self.start_offset, start)


class Member(Noun):
    """A person of our project team."""

    name: Annotated[String, Mark("姓名", "Name", personal=True)]
    role: Annotated[String, Mark("项目角色", "Role", names=("角色", "岗位"))]
    title: Annotated[String | None, Mark("职称", "Title")] = None
    certificates: Annotated[Names, Mark("证书", "Certificates", names=("资质证书",))] = ()
    years: Annotated[YearCount | None, Mark("从业年限", "Years of experience", unit=YEARS)] = None
    duty: Annotated[String | None, Mark("职责", "Responsibility")] = None
    reports_to: Annotated[String | None, Mark("汇报对象", "Reports to")] = None


class Responsibility(Noun):
    """One activity of the RACI matrix."""

    activity: Annotated[String, Mark("活动", "Activity", names=("工作项",))]
    responsible: Annotated[String | None, Mark("执行R", "Responsible", names=("R", "负责"))] = None
    accountable: Annotated[String | None, Mark("批准A", "Accountable", names=("A", "批准"))] = None
    consulted: Annotated[String | None, Mark("咨询C", "Consulted", names=("C", "咨询"))] = None
    informed: Annotated[String | None, Mark("知会I", "Informed", names=("I", "知会"))] = None


class Course(Noun):
    """One training course."""

    course: Annotated[String, Mark("课程", "Course", names=("课程名称",))]
    audience: Annotated[String | None, Mark("培训对象", "Participants", names=("对象",))] = None
    hours: Annotated[Hours | None, Mark("学时", "Hours", unit=HOURS)] = None
    people: Annotated[PeopleCount | None, Mark("人数", "People", unit=PEOPLE)] = None
    mode: Annotated[String | None, Mark("培训方式", "Mode", names=("方式",))] = None


class ServiceLevel(Noun):
    """How fast a class of fault is answered and cured."""

    level: Annotated[String, Mark("故障级别", "Level", names=("级别", "服务级别"))]
    definition: Annotated[String, Mark("级别定义", "Definition", names=("定义",))]
    response: Annotated[String | None, Mark("响应时间", "Response time", names=("响应",))] = None
    onsite: Annotated[String | None, Mark("到场时间", "On site", names=("到场",))] = None
    recovery: Annotated[String | None, Mark("恢复时间", "Recovery", names=("恢复",))] = None
    always: Annotated[Flag, Mark("7×24", "24/7", names=("7*24", "7x24", "7×24?", "24x7"))] = False


class Risk(Noun):
    """Something that may go wrong, and what we do about it."""

    risk: Annotated[String, Mark("风险", "Risk", names=("风险描述",))]
    probability: Annotated[Scale5 | None, Mark("概率", "Probability", names=("可能性",))] = None
    impact: Annotated[Scale5 | None, Mark("影响程度", "Impact", names=("影响",))] = None
    response: Annotated[String | None, Mark("应对措施", "Mitigation", names=("应对",))] = None
    owner: Annotated[String | None, Mark("风险责任人", "Owner", names=("责任人",))] = None

    @computed(Mark("风险等级", "Risk level"), "probability", "impact")
    def level(self) -> Text | None:
        """High from 15, medium from 8, on probability × impact."""
        if self.probability is None or self.impact is None:
            return None
        score = self.probability * self.impact
        return (
            Text("高", "High") if score >= 15 else Text("中", "Medium") if score >= 8 else Text("低", "Low")
        )


class Revision(Noun):
    """One line of a document's control table."""

    version: Annotated[String, Mark("版本", "Version", names=("版本号",))]
    date: Annotated[Day, Mark("日期", "Date", names=("修订日期",))]
    author: Annotated[String | None, Mark("编制", "Prepared by", names=("编制人",))] = None
    reviewer: Annotated[String | None, Mark("审核", "Reviewed by", names=("审核人",))] = None
    approver: Annotated[String | None, Mark("批准", "Approved by", names=("批准人",))] = None
    note: Annotated[String | None, Mark("修改说明", "Changes", names=("修订说明",))] = None


class Service(Noun):
    """What comes after acceptance, beside the service levels."""

    spare_parts: Annotated[String | None, Mark("备件", "Spare parts", names=("备品备件",))] = None
    escalation: Annotated[String | None, Mark("升级路径", "Escalation")] = None
    hotline: Annotated[String | None, Mark("服务热线", "Hotline")] = None


class Method(Noun):
    """How quality, risks, changes and communication are managed in the project."""

    quality: Annotated[String | None, Mark("质量管理", "Quality management")] = None
    risk: Annotated[String | None, Mark("风险管理", "Risk management")] = None
    change: Annotated[String | None, Mark("变更管理", "Change management")] = None
    communication: Annotated[String | None, Mark("沟通管理", "Communication")] = None


def _when(day: date | None, offset: int | None) -> Text | None:
    if day is not None:
        return Text(dates.shown(day, "zh"), dates.shown(day, "en"))
    return None if offset is None else Text(f"T+{offset}日", f"T+{offset} days")


def _day(day: date | None, offset: int | None, start: date | None) -> date | None:
    if day is not None or offset is None or start is None:
        return day
    return start + timedelta(days=offset)
