"""What a year brings at an account: goals, actions, visits of executives, further business."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PERCENT, Noun
from kadocs.model.types import Amount, Chance, Day, String

_INTERNAL = Audience.INTERNAL


class Progress(Choice):
    """How far something planned has come."""

    OPEN = "open", "未开始", "Open", "待办", "计划"
    DOING = "doing", "进行中", "In progress"
    DONE = "done", "已完成", "Done", "完成"
    LATE = "late", "已延期", "Late", "延期"
    DROPPED = "dropped", "已取消", "Dropped", "取消"


class Quarter(Choice):
    """A quarter of the plan's year."""

    Q1 = "Q1", "一季度", "Q1", "1季度", "第一季度"
    Q2 = "Q2", "二季度", "Q2", "2季度", "第二季度"
    Q3 = "Q3", "三季度", "Q3", "3季度", "第三季度"
    Q4 = "Q4", "四季度", "Q4", "4季度", "第四季度"


class JointGoal(Noun):
    """A goal that both sides share."""

    goal: Annotated[
        String,
        Mark(
            "共同目标",
            "Joint goal",
            audience=_INTERNAL,
            names=("目标",),
            help=Text(
                "双方都认可、对客户也有好处的目标", "What both sides want, with a gain for the customer"
            ),
        ),
    ]
    measure: Annotated[
        String | None,
        Mark(
            "衡量标准",
            "Measure",
            audience=_INTERNAL,
            names=("衡量指标",),
            help=Text(
                "怎样算达到：数字、文件或事件", "How to tell that it is reached: a figure, a paper, an event"
            ),
        ),
    ] = None
    quarter: Annotated[
        Quarter | None,
        Mark(
            "目标季度",
            "Goal quarter",
            audience=_INTERNAL,
            names=("季度",),
            help=Text("计划在哪个季度达到", "The quarter in which it is due"),
        ),
    ] = None
    owner: Annotated[
        String | None,
        Mark(
            "我方负责人",
            "Our owner",
            audience=_INTERNAL,
            names=("负责人",),
            help=Text("我方由谁负责", "Who answers for it on our side"),
        ),
    ] = None
    partner: Annotated[
        String | None,
        Mark(
            "客户负责人",
            "Customer's owner",
            audience=_INTERNAL,
            help=Text("客户方由谁负责", "Who answers for it on the customer's side"),
        ),
    ] = None
    status: Annotated[
        Progress | None,
        Mark(
            "目标状态",
            "Goal status",
            audience=_INTERNAL,
            names=("状态",),
            help=Text("现在到哪一步了", "How far it has come"),
        ),
    ] = None


class PlannedAction(Noun):
    """Something to do for the account in a quarter."""

    action: Annotated[
        String,
        Mark(
            "客户行动",
            "Account action",
            audience=_INTERNAL,
            names=("行动", "举措"),
            help=Text("为这个客户做的一件具体的事", "One concrete thing to do for the account"),
        ),
    ]
    goal: Annotated[
        String | None,
        Mark(
            "对应目标",
            "Serves goal",
            audience=_INTERNAL,
            help=Text("它服务于上面哪个共同目标", "Which joint goal it serves"),
        ),
    ] = None
    quarter: Annotated[
        Quarter | None,
        Mark(
            "行动季度",
            "Action quarter",
            audience=_INTERNAL,
            names=("季度",),
            help=Text("在哪个季度做", "The quarter in which it is done"),
        ),
    ] = None
    owner: Annotated[
        String | None,
        Mark(
            "行动负责人",
            "Action owner",
            audience=_INTERNAL,
            names=("负责人", "责任人"),
            help=Text("由谁去做，写一个人", "Who does it; one person"),
        ),
    ] = None
    due: Annotated[
        Day | None,
        Mark(
            "行动截止日",
            "Action due",
            audience=_INTERNAL,
            names=("截止日期", "截止"),
            help=Text("最晚哪天做完", "The last day for it"),
        ),
    ] = None
    status: Annotated[
        Progress | None,
        Mark(
            "行动状态",
            "Action status",
            audience=_INTERNAL,
            names=("状态",),
            help=Text("现在到哪一步了", "How far it has come"),
        ),
    ] = None


class ExecutiveVisit(Noun):
    """A meeting of executives of both sides."""

    date: Annotated[
        Day | None,
        Mark(
            "互访日期",
            "Visit date",
            audience=_INTERNAL,
            names=("日期", "时间"),
            help=Text("计划或实际的日期", "The planned or actual day"),
        ),
    ] = None
    host: Annotated[
        String,
        Mark(
            "我方高层",
            "Our executive",
            audience=_INTERNAL,
            help=Text("我方出面的领导和职务", "Who goes for us, with position"),
        ),
    ]
    guest: Annotated[
        String,
        Mark(
            "客户高层",
            "Their executive",
            audience=_INTERNAL,
            help=Text("客户方出面的领导和职务", "Whom they meet, with position"),
        ),
    ]
    topic: Annotated[
        String | None,
        Mark(
            "互访议题",
            "Topic",
            audience=_INTERNAL,
            names=("议题",),
            help=Text("为什么见、谈什么", "Why they meet"),
        ),
    ] = None
    result: Annotated[
        String | None,
        Mark(
            "互访成果",
            "Outcome",
            audience=_INTERNAL,
            names=("成果", "结果"),
            help=Text("谈成了什么，见面后再填", "What came of it; after the meeting"),
        ),
    ] = None


class Upsell(Noun):
    """A further sale that the account may hold."""

    topic: Annotated[
        String,
        Mark(
            "增购机会",
            "Further business",
            audience=_INTERNAL,
            names=("机会",),
            help=Text(
                "还能卖什么：扩容、新线、运维、续约", "What else may be sold: extension, service, renewal"
            ),
        ),
    ]
    amount: Annotated[
        Amount | None,
        Mark(
            "机会金额",
            "Expected amount",
            audience=_INTERNAL,
            names=("预计金额", "金额"),
            help=Text("大概多少钱", "What it may come to"),
        ),
    ] = None
    quarter: Annotated[
        Quarter | None,
        Mark(
            "机会季度",
            "Expected quarter",
            audience=_INTERNAL,
            names=("季度",),
            help=Text("预计哪个季度签约", "The quarter in which it may be signed"),
        ),
    ] = None
    probability: Annotated[
        Chance | None,
        Mark(
            "机会概率",
            "Chance",
            audience=_INTERNAL,
            unit=PERCENT,
            names=("概率",),
            help=Text("0 到 100，成的把握", "0 to 100, how likely it is"),
        ),
    ] = None
