"""The meetings: when and where, who sat on either side, what was said and concluded."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Count, Day, Names, String

_internal = partial(Mark, audience=Audience.INTERNAL)
_secret = partial(Mark, audience=Audience.SECRET)


class Part(Choice):
    """What someone on our side does at the table."""

    LEAD = "lead", "主谈", "Lead negotiator"
    TECHNICAL = "technical", "技术", "Technical"
    LEGAL = "legal", "法务", "Legal"
    FINANCE = "finance", "财务", "Finance"
    RECORDER = "recorder", "记录", "Recorder"
    OTHER = "other", "其他", "Other"


class Round(Noun):
    """One meeting."""

    no: Annotated[
        Count,
        Mark("谈判轮次", "Round", names=("轮次", "轮"), help=Text("第几轮：1、2、3", "Round 1, 2, 3 ...")),
    ]
    date: Annotated[
        Day | None,
        Mark("谈判日期", "Date", names=("日期",), help=Text("哪一天谈的或准备谈", "The day of the meeting")),
    ] = None
    time: Annotated[
        String | None,
        Mark("谈判时间", "Time", names=("时间",), help=Text("起止时刻，如 9:30-12:00", "Such as 9:30-12:00")),
    ] = None
    place: Annotated[
        String | None,
        Mark("谈判地点", "Place", names=("地点",), help=Text("会议室，或线上会议", "The room, or on line")),
    ] = None
    agenda: Annotated[
        String | None,
        Mark(
            "谈判议程", "Agenda", names=("议程",), help=Text("这一轮谈哪些题目", "What this round is about")
        ),
    ] = None
    our_team: Annotated[
        Names,
        Mark("我方参加人", "Our team", names=("我方",), help=Text("姓名，用顿号隔开", "Names, with commas")),
    ] = ()
    their_team: Annotated[
        Names,
        Mark(
            "对方参加人", "Their team", names=("对方",), help=Text("姓名，用顿号隔开", "Names, with commas")
        ),
    ] = ()


class Delegate(Noun):
    """Someone who negotiates for us."""

    name: Annotated[
        String,
        Mark("谈判人员", "Delegate", names=("姓名",), help=Text("我方参加人姓名", "Full name")),
    ]
    part: Annotated[
        Part | None,
        Mark(
            "谈判分工", "Part", names=("分工",), help=Text("主谈、技术、法务等", "Lead, technical, legal ...")
        ),
    ] = None
    post: Annotated[
        String | None,
        Mark("职务", "Position", names=("岗位",), help=Text("在公司的职务", "Position in the company")),
    ] = None
    task: Annotated[
        String | None,
        _internal(
            "谈判任务", "Task", help=Text("桌上负责守住或推动什么", "What to hold or push at the table")
        ),
    ] = None


class Counterpart(Noun):
    """Someone who negotiates for the customer."""

    name: Annotated[
        String,
        Mark("对方人员", "Counterpart", names=("姓名",), help=Text("对方姓名", "Full name")),
    ]
    post: Annotated[
        String | None,
        Mark("对方职务", "Position", names=("职务",), help=Text("部门和职务", "Department and position")),
    ] = None
    authority: Annotated[
        String | None,
        _secret(
            "对方权限",
            "Authority",
            names=("权限",),
            help=Text("他能拍板到哪一步，向谁请示", "What they can decide, and whom they must ask"),
        ),
    ] = None
    style: Annotated[
        String | None,
        _secret(
            "谈判风格",
            "Style",
            names=("风格",),
            help=Text("怎么谈、在意什么、怕什么", "How they negotiate, what they want and fear"),
        ),
    ] = None


class RecordEntry(Noun):
    """What was said and concluded on one topic."""

    topic: Annotated[
        String,
        Mark("记录议题", "Topic", names=("议题",), help=Text("谈的是哪一条", "What it was about")),
    ]
    round: Annotated[
        Count | None,
        Mark("所属轮次", "Round", names=("轮次",), help=Text("哪一轮谈的", "In which round")),
    ] = None
    our_statement: Annotated[
        String | None,
        _internal("我方陈述", "Our statement", help=Text("我方怎么说的，照实记", "What we said")),
    ] = None
    their_statement: Annotated[
        String | None,
        _internal("对方陈述", "Their statement", help=Text("对方怎么说的，照实记", "What they said")),
    ] = None
    conclusion: Annotated[
        String | None,
        Mark(
            "记录结论",
            "Conclusion",
            names=("结论",),
            help=Text("双方认可的结论", "What both sides concluded"),
        ),
    ] = None
    owner: Annotated[
        String | None,
        Mark("责任人", "Owner", names=("负责人",), help=Text("谁去落实", "Who sees to it")),
    ] = None
    due: Annotated[
        Day | None,
        Mark("完成期限", "Due", names=("期限", "截止日期"), help=Text("哪天前落实", "By which day")),
    ] = None
