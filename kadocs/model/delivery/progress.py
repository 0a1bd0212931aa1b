"""How the project went: promises, stages, changes, and what is still open."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.delivery.acceptance import Variant
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import DAYS, Noun
from kadocs.model.types import Amount, Day, Flag, String

_internal = partial(Mark, audience=Audience.INTERNAL)


class Severity(Choice):
    """How bad an open issue is."""

    CRITICAL = "critical", "严重", "Critical", "A类", "Category A"
    MAJOR = "major", "一般", "Major", "B类", "Category B"
    MINOR = "minor", "轻微", "Minor", "C类", "Category C"


class Promise(Noun):
    """What sales promised, as it is handed over to delivery."""

    promise: Annotated[
        String,
        _internal(
            "承诺事项",
            "Promise",
            names=("承诺",),
            help=Text("答应过客户什么，照原话", "What the customer was promised, in the words used"),
        ),
    ]
    by: Annotated[
        String | None, _internal("承诺人", "Promised by", help=Text("我方谁说的", "Who of us said it"))
    ] = None
    to: Annotated[
        String | None, _internal("承诺对象", "Promised to", names=("对象",), help=Text("对谁说的", "To whom"))
    ] = None
    source: Annotated[
        String | None,
        _internal(
            "承诺依据",
            "Where it is written",
            names=("承诺出处",),
            help=Text(
                "邮件、纪要、拜访记录等；只有口头的写“口头”",
                "Letter, minutes, visit record; by word of mouth, if no more",
            ),
        ),
    ] = None
    date: Annotated[
        Day | None, _internal("承诺日期", "Promised on", names=("日期",), help=Text("哪天说的", "When"))
    ] = None
    in_contract: Annotated[
        Flag | None,
        _internal(
            "已写入合同",
            "In the contract",
            names=("合同是否约定",),
            help=Text("合同里有没有写", "Whether the contract says so"),
        ),
    ] = None
    owner: Annotated[
        String | None,
        _internal("承诺责任人", "Owner", names=("责任人",), help=Text("谁来兑现", "Who keeps it")),
    ] = None
    due: Annotated[
        Day | None, _internal("兑现期限", "Due", names=("期限",), help=Text("最迟哪天兑现", "By which day"))
    ] = None
    kept: Annotated[
        Flag | None,
        _internal("已兑现", "Kept", names=("是否兑现",), help=Text("兑现了填“是”", "Yes once it is kept")),
    ] = None
    risk: Annotated[
        String | None,
        _internal(
            "兑现风险",
            "Risk of the promise",
            help=Text("兑现有什么难处，不兑现会怎样", "What makes it hard to keep, and what if we do not"),
        ),
    ] = None


class Stage(Noun):
    """A stage of the project, as planned and as it was."""

    stage: Annotated[
        String,
        Mark(
            "实施阶段",
            "Stage",
            names=("阶段",),
            help=Text("到货、安装、初验、试运行、终验等", "Delivery, installation, trial run and so on"),
        ),
    ]
    planned: Annotated[
        Day | None,
        Mark(
            "计划完成",
            "Planned",
            names=("计划",),
            help=Text("合同或计划里的日期", "The date in contract or plan"),
        ),
    ] = None
    actual: Annotated[
        Day | None,
        Mark(
            "实际完成",
            "Actual",
            names=("实际",),
            help=Text("真正完成的日期；没完成留空", "When it was done; blank until then"),
        ),
    ] = None
    conclusion: Annotated[
        String | None,
        Mark(
            "阶段结论",
            "Outcome",
            names=("结论",),
            help=Text("一句话：合格、有遗留等", "In a phrase: passed, with points open"),
        ),
    ] = None
    document: Annotated[
        String | None,
        Mark(
            "文件编号",
            "Document",
            names=("记录编号",),
            help=Text("证明它的记录编号", "The record that proves it"),
        ),
    ] = None

    @computed(
        Mark(
            "延误天数",
            "Days late",
            unit=DAYS,
            help=Text("实际晚于计划的天数，提前为负", "Actual after planned; negative where early"),
        ),
        "planned",
        "actual",
    )
    def late(self) -> int | None:
        """By how many days the stage was late; negative where it was early."""
        return None if self.planned is None or self.actual is None else (self.actual - self.planned).days


class Change(Noun):
    """A change to what the contract asks for."""

    no: Annotated[
        String,
        Mark(
            "变更编号",
            "Change no.",
            names=("编号",),
            help=Text("变更单的编号", "The number of the change order"),
        ),
    ]
    content: Annotated[
        String | None,
        Mark(
            "变更内容",
            "Change",
            names=("内容",),
            help=Text("增加、减少或改了什么", "What is added, left out or changed"),
        ),
    ] = None
    amount: Annotated[
        Amount | None,
        Mark(
            "变更金额",
            "Amount",
            names=("金额",),
            help=Text("含税；减少写负数，不涉及金额写 0", "With tax; a reduction is negative, none is 0"),
        ),
    ] = None
    approved_by: Annotated[
        String | None,
        Mark(
            "变更批准",
            "Approved by",
            names=("批准", "批准人"),
            help=Text("双方谁批准", "Who approved it, on both sides"),
        ),
    ] = None
    date: Annotated[
        Day | None, Mark("变更日期", "Date", names=("日期",), help=Text("批准的日期", "The day of approval"))
    ] = None


class OpenIssue(Noun):
    """What was still open at an acceptance."""

    no: Annotated[
        String | None, Mark("遗留问题编号", "No.", names=("编号", "序号"), help=Text("编号", "Its number"))
    ] = None
    text: Annotated[
        String,
        Mark("遗留问题", "Issue", names=("问题描述", "描述"), help=Text("问题是什么", "What is wrong")),
    ]
    severity: Annotated[
        Severity | None,
        Mark(
            "问题级别",
            "Severity",
            names=("级别",),
            help=Text(
                "严重、一般或轻微；有严重的不能通过",
                "Critical, major or minor; with a critical one nothing passes",
            ),
        ),
    ] = None
    owner: Annotated[
        String | None,
        Mark("问题责任方", "Responsible", names=("责任方",), help=Text("谁来解决", "Who cures it")),
    ] = None
    due: Annotated[
        Day | None, Mark("解决期限", "Due", names=("期限",), help=Text("最迟哪天解决", "By which day"))
    ] = None
    affects_use: Annotated[
        Flag | None,
        Mark(
            "影响使用",
            "Affects use",
            names=("是否影响使用",),
            help=Text("影响正常使用填“是”", "Yes where it hinders normal use"),
        ),
    ] = None
    closed_on: Annotated[
        Day | None,
        Mark(
            "关闭日期",
            "Closed on",
            names=("已关闭",),
            help=Text("解决的日期；没解决留空", "When it was cured; blank until then"),
        ),
    ] = None
    variant: Variant = None
