"""拜访记录 and 行动计划: what was said at the customer, and what we do next."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.account.year import Progress
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Day, Lines, Names, Stance, String

_INTERNAL = Audience.INTERNAL


class Visit(Noun):
    """One talk with the customer, by the questions of SPIN."""

    date: Annotated[
        Day,
        Mark(
            "拜访日期",
            "Visited on",
            audience=_INTERNAL,
            names=("日期", "时间"),
            help=Text("哪天谈的", "The day of the talk"),
        ),
    ]
    purpose: Annotated[
        String,
        Mark(
            "拜访目的",
            "Purpose",
            audience=_INTERNAL,
            names=("目的",),
            help=Text("去之前想得到什么结果", "What you wanted to come away with"),
        ),
    ]
    place: Annotated[
        String | None,
        Mark(
            "拜访地点",
            "Place",
            audience=_INTERNAL,
            names=("地点",),
            help=Text("在哪里谈，线上就写“线上”", "Where, or online"),
        ),
    ] = None
    contacts: Annotated[
        Names,
        Mark(
            "客户参与人",
            "Met",
            audience=_INTERNAL,
            names=("客户方", "拜访对象"),
            help=Text(
                "客户方到场的人，与联系人表的姓名一致",
                "Who was there for the customer, named as among the contacts",
            ),
        ),
    ] = ()
    participants: Annotated[
        Names,
        Mark(
            "我方参与人",
            "Our people",
            audience=_INTERNAL,
            names=("我方",),
            help=Text("我方去了谁", "Who went for us"),
        ),
    ] = ()
    situation: Annotated[
        String | None,
        Mark(
            "现状S",
            "Situation",
            audience=_INTERNAL,
            names=("背景问题", "现状"),
            help=Text("了解到的现状", "What we learned of how things are"),
        ),
    ] = None
    problem: Annotated[
        String | None,
        Mark(
            "难点P",
            "Problem",
            audience=_INTERNAL,
            names=("难点问题", "难点"),
            help=Text("客户承认的困难和不满", "The trouble that the customer admitted"),
        ),
    ] = None
    implication: Annotated[
        String | None,
        Mark(
            "影响I",
            "Implication",
            audience=_INTERNAL,
            names=("暗示问题", "影响"),
            help=Text("不解决会有什么后果", "What it leads to if nothing is done"),
        ),
    ] = None
    need_payoff: Annotated[
        String | None,
        Mark(
            "价值N",
            "Need-payoff",
            audience=_INTERNAL,
            names=("需求效益", "价值"),
            help=Text("客户自己说出的解决后的好处", "The gain that the customer named"),
        ),
    ] = None
    words: Annotated[
        String | None,
        Mark(
            "客户原话",
            "Customer's words",
            audience=_INTERNAL,
            help=Text("最要紧的一两句，照原话记", "The one or two sentences that matter, as they were said"),
        ),
    ] = None
    promises: Annotated[
        Lines,
        Mark(
            "双方承诺",
            "Promises",
            audience=_INTERNAL,
            names=("承诺",),
            help=Text("谁答应了什么、何时，每行一条", "Who promised what by when, one a line"),
        ),
    ] = ()
    next_step: Annotated[
        String | None,
        Mark(
            "拜访下一步",
            "Next step",
            audience=_INTERNAL,
            names=("下一步",),
            help=Text("约好的下一步", "The step that was agreed"),
        ),
    ] = None
    next_owner: Annotated[
        String | None,
        Mark(
            "下一步责任人",
            "Next step by",
            audience=_INTERNAL,
            names=("责任人",),
            help=Text("由谁去做", "Who does it"),
        ),
    ] = None
    next_on: Annotated[
        Day | None, Mark("下一步日期", "Next step on", audience=_INTERNAL, help=Text("哪天之前", "By when"))
    ] = None
    relation_change: Annotated[
        Stance | None,
        Mark(
            "关系变化",
            "Change of relation",
            audience=_INTERNAL,
            help=Text("谈完关系近了还是远了，-2 到 2", "Nearer or farther after the talk, -2 to 2"),
        ),
    ] = None


class Action(Noun):
    """Something to do for the deal."""

    action: Annotated[
        String,
        Mark(
            "行动",
            "Action",
            audience=_INTERNAL,
            names=("行动项", "任务"),
            help=Text("要做的一件具体的事", "One concrete thing to do"),
        ),
    ]
    target: Annotated[
        String | None,
        Mark(
            "行动目标",
            "Target",
            audience=_INTERNAL,
            names=("目标",),
            help=Text("对谁、要达到什么", "At whom it is aimed, and what it should bring"),
        ),
    ] = None
    owner: Annotated[
        String | None,
        Mark(
            "负责人",
            "Owner",
            audience=_INTERNAL,
            names=("责任人",),
            help=Text("由谁去做，写一个人", "Who does it; one person"),
        ),
    ] = None
    due: Annotated[
        Day | None,
        Mark(
            "截止日期",
            "Due",
            audience=_INTERNAL,
            names=("截止", "完成时间"),
            help=Text("最晚哪天做完", "The last day for it"),
        ),
    ] = None
    status: Annotated[
        Progress | None,
        Mark(
            "行动状态",
            "Status",
            audience=_INTERNAL,
            names=("状态",),
            help=Text("现在到哪一步了", "How far it has come"),
        ),
    ] = None
    result: Annotated[
        String | None,
        Mark(
            "行动结果",
            "Result",
            audience=_INTERNAL,
            names=("结果",),
            help=Text("做完后写结果", "What came of it, once done"),
        ),
    ] = None
