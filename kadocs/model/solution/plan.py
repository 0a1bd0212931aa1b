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
            help=Text("做多少天", "How many days it takes"),
        ),
    ]
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

    @model_validator(mode="after")
    def _starts(self) -> Self:
        if self.start is None and self.start_offset is None:
            raise Fault(
                Text("任务没有开始日期", "the task has no start"),
                Text("请填开始日期，或填开始T+天数", "Give its start date, or its start as T+ days"),
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
            return _when(self.start + timedelta(days=max(self.duration - 1, 0)), None)
        return _when(None, (self.start_offset or 0) + self.duration)

    def day(self, start: Day | None) -> Day | None:
        """The first day, counted from `start` where only T+n is given; None when it cannot be known."""
        return _day(self.start, self.start_offset, start)


class Member(Noun):
    """A person of our project team."""

    name: Annotated[String, Mark("姓名", "Name", help=Text("姓名", "The person's name"))]
    role: Annotated[
        String,
        Mark(
            "项目角色",
            "Role",
            names=("角色", "岗位"),
            help=Text("在项目里担任什么", "The part in the project"),
        ),
    ]
    title: Annotated[String | None, Mark("职称", "Title", help=Text("技术职称", "Professional title"))] = None
    certificates: Annotated[
        Names,
        Mark(
            "证书",
            "Certificates",
            names=("资质证书",),
            help=Text("与项目有关的证书", "Certificates that matter here"),
        ),
    ] = ()
    years: Annotated[
        YearCount | None,
        Mark(
            "从业年限", "Years of experience", unit=YEARS, help=Text("从事本行业多少年", "Years in the trade")
        ),
    ] = None
    duty: Annotated[
        String | None, Mark("职责", "Responsibility", help=Text("负责什么", "What the person answers for"))
    ] = None
    reports_to: Annotated[
        String | None,
        Mark(
            "汇报对象",
            "Reports to",
            help=Text(
                "向组内哪位汇报，组织图由它画出", "The superior in the team; the chart is drawn from it"
            ),
        ),
    ] = None


class Responsibility(Noun):
    """One activity of the RACI matrix."""

    activity: Annotated[
        String, Mark("活动", "Activity", names=("工作项",), help=Text("一项工作", "One activity"))
    ]
    responsible: Annotated[
        String | None, Mark("执行R", "Responsible", names=("R", "负责"), help=Text("谁动手做", "Who does it"))
    ] = None
    accountable: Annotated[
        String | None,
        Mark(
            "批准A",
            "Accountable",
            names=("A", "批准"),
            help=Text("谁拍板、负总责，只能一个", "Who answers for it, one only"),
        ),
    ] = None
    consulted: Annotated[
        String | None,
        Mark("咨询C", "Consulted", names=("C", "咨询"), help=Text("做之前问谁", "Who is asked before")),
    ] = None
    informed: Annotated[
        String | None,
        Mark("知会I", "Informed", names=("I", "知会"), help=Text("做完告诉谁", "Who is told after")),
    ] = None


class Course(Noun):
    """One training course."""

    course: Annotated[
        String, Mark("课程", "Course", names=("课程名称",), help=Text("课程名称", "What is taught"))
    ]
    audience: Annotated[
        String | None, Mark("培训对象", "Participants", names=("对象",), help=Text("给谁上", "For whom"))
    ] = None
    hours: Annotated[
        Hours | None, Mark("学时", "Hours", unit=HOURS, help=Text("多少学时", "How many hours"))
    ] = None
    people: Annotated[
        PeopleCount | None, Mark("人数", "People", unit=PEOPLE, help=Text("多少人参加", "How many take part"))
    ] = None
    mode: Annotated[
        String | None,
        Mark(
            "培训方式",
            "Mode",
            names=("方式",),
            help=Text("现场、线上还是跟班", "On site, online or on the job"),
        ),
    ] = None


class ServiceLevel(Noun):
    """How fast a class of fault is answered and cured."""

    level: Annotated[
        String,
        Mark(
            "故障级别",
            "Level",
            names=("级别", "服务级别"),
            help=Text("故障分几级，这是哪一级", "Which level of fault"),
        ),
    ]
    definition: Annotated[
        String,
        Mark(
            "级别定义",
            "Definition",
            names=("定义",),
            help=Text("什么情况算这一级", "What counts as this level"),
        ),
    ]
    response: Annotated[
        String | None,
        Mark("响应时间", "Response time", names=("响应",), help=Text("多久给答复", "How soon we answer")),
    ] = None
    onsite: Annotated[
        String | None,
        Mark("到场时间", "On site", names=("到场",), help=Text("多久到现场", "How soon we are there")),
    ] = None
    recovery: Annotated[
        String | None,
        Mark("恢复时间", "Recovery", names=("恢复",), help=Text("多久恢复", "How soon it works again")),
    ] = None
    always: Annotated[
        Flag,
        Mark(
            "7×24",
            "24/7",
            names=("7*24", "7x24", "7×24?", "24x7"),
            help=Text("全天候服务填“是”", "Yes where it holds day and night"),
        ),
    ] = False


class Risk(Noun):
    """Something that may go wrong, and what we do about it."""

    risk: Annotated[
        String, Mark("风险", "Risk", names=("风险描述",), help=Text("可能出什么问题", "What may go wrong"))
    ]
    probability: Annotated[
        Scale5 | None,
        Mark(
            "概率",
            "Probability",
            names=("可能性",),
            help=Text("1 很少发生，5 几乎一定", "1 hardly ever, 5 almost certain"),
        ),
    ] = None
    impact: Annotated[
        Scale5 | None,
        Mark(
            "影响程度",
            "Impact",
            names=("影响",),
            help=Text("1 可忽略，5 毁掉项目", "1 negligible, 5 ruins the project"),
        ),
    ] = None
    response: Annotated[
        String | None,
        Mark(
            "应对措施",
            "Mitigation",
            names=("应对",),
            help=Text("怎么防、发生了怎么办", "How to prevent it, and what to do if it happens"),
        ),
    ] = None
    owner: Annotated[
        String | None, Mark("风险责任人", "Owner", names=("责任人",), help=Text("由谁盯着", "Who watches it"))
    ] = None

    @computed(
        Mark(
            "风险等级",
            "Risk level",
            help=Text(
                "概率 × 影响：15 起为高，8 起为中", "Probability × impact: high from 15, medium from 8"
            ),
        ),
        "probability",
        "impact",
    )
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

    version: Annotated[
        String, Mark("版本", "Version", names=("版本号",), help=Text("如 V1.0", "Such as V1.0"))
    ]
    date: Annotated[
        Day, Mark("日期", "Date", names=("修订日期",), help=Text("这一版的日期", "The day of this version"))
    ]
    author: Annotated[
        String | None, Mark("编制", "Prepared by", names=("编制人",), help=Text("谁写的", "Who wrote it"))
    ] = None
    reviewer: Annotated[
        String | None, Mark("审核", "Reviewed by", names=("审核人",), help=Text("谁审核的", "Who checked it"))
    ] = None
    approver: Annotated[
        String | None,
        Mark("批准", "Approved by", names=("批准人",), help=Text("谁批准的", "Who approved it")),
    ] = None
    note: Annotated[
        String | None,
        Mark("修改说明", "Changes", names=("修订说明",), help=Text("改了什么", "What was changed")),
    ] = None


class Service(Noun):
    """What comes after acceptance, beside the service levels."""

    spare_parts: Annotated[
        String | None,
        Mark(
            "备件",
            "Spare parts",
            names=("备品备件",),
            help=Text("备件放在哪、供应多少年", "Where spares are kept and how long they are supplied"),
        ),
    ] = None
    escalation: Annotated[
        String | None,
        Mark("升级路径", "Escalation", help=Text("解决不了时逐级找谁", "Whom to turn to, step by step")),
    ] = None
    hotline: Annotated[
        String | None,
        Mark("服务热线", "Hotline", help=Text("24 小时能打通的电话", "The number that always answers")),
    ] = None


class Method(Noun):
    """How quality, risks, changes and communication are managed in the project."""

    quality: Annotated[
        String | None,
        Mark("质量管理", "Quality management", help=Text("怎样保证质量", "How quality is kept")),
    ] = None
    risk: Annotated[
        String | None,
        Mark(
            "风险管理",
            "Risk management",
            help=Text("怎样发现和处理风险", "How risks are found and dealt with"),
        ),
    ] = None
    change: Annotated[
        String | None,
        Mark(
            "变更管理",
            "Change management",
            help=Text("变更怎么提、谁批", "How a change is asked for and approved"),
        ),
    ] = None
    communication: Annotated[
        String | None,
        Mark("沟通管理", "Communication", help=Text("例会、报告、联系方式", "Meetings, reports, contacts")),
    ] = None


def _when(day: date | None, offset: int | None) -> Text | None:
    if day is not None:
        return Text(dates.shown(day, "zh"), dates.shown(day, "en"))
    return None if offset is None else Text(f"T+{offset}日", f"T+{offset} days")


def _day(day: date | None, offset: int | None, start: date | None) -> date | None:
    if day is not None or offset is None or start is None:
        return day
    return start + timedelta(days=offset)
