"""Methods of judging a deal: C139, MEDDPICC, BANT."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.types import Count, Day, Flag, Score3, String

_INTERNAL = Audience.INTERNAL


class Element(Choice):
    """An element of MEDDPICC."""

    METRICS = "metrics", "量化指标", "Metrics", "指标"
    BUYER = "economic_buyer", "经济决策者", "Economic buyer"
    CRITERIA = "decision_criteria", "决策标准", "Decision criteria"
    PROCESS = "decision_process", "决策流程", "Decision process"
    PAPER = "paper_process", "书面流程", "Paper process"
    PAIN = "pain", "痛点", "Pain", "Identified pain"
    CHAMPION = "champion", "内部支持者", "Champion", "支持者"
    COMPETITION = "competition", "竞争", "Competition"


class Group(Choice):
    """The three groups of C139."""

    CLEAR = "C", "9清楚", "9 Clear", "清楚", "Clear"
    FIRST = "F", "3第一", "3 First", "第一", "First"
    WIN = "W", "1赢", "1 Win", "赢", "Win"


class Evidence(Noun):
    """One element of MEDDPICC, 0 to 3, with what proves it."""

    element: Annotated[
        Element,
        Mark(
            "要素",
            "Element",
            audience=_INTERNAL,
            help=Text("八个要素之一，每个一行", "One of the eight elements, one a row"),
        ),
    ]
    score: Annotated[
        Score3 | None,
        Mark(
            "得分",
            "Score",
            audience=_INTERNAL,
            help=Text(
                "0 不知道、1 有线索、2 基本清楚、3 已证实", "0 unknown, 1 a hint, 2 mostly clear, 3 proven"
            ),
        ),
    ] = None
    evidence: Annotated[
        String | None,
        Mark(
            "证据",
            "Evidence",
            audience=_INTERNAL,
            help=Text(
                "谁说的、看到了什么，没有证据就不给分", "Who said it or what was seen: no score without it"
            ),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Mark("日期", "Date", audience=_INTERNAL, help=Text("哪天得到的证据", "The day of the evidence")),
    ] = None


class C139Point(Noun):
    """One point of C139 (9 Clear, 3 First, 1 Win), reached or not, with what proves it."""

    point: Annotated[
        String,
        Mark(
            "控制点",
            "Point",
            audience=_INTERNAL,
            help=Text("要弄清或做到的一件事", "One thing to be known or reached"),
        ),
    ]
    group: Annotated[
        Group | None,
        Mark(
            "分组",
            "Group",
            audience=_INTERNAL,
            help=Text("属于九清楚、三第一还是一赢", "Whether it is one of the 9, the 3 or the 1"),
        ),
    ] = None
    reached: Annotated[
        Flag,
        Mark(
            "已达成",
            "Reached",
            audience=_INTERNAL,
            names=("达成", "是否达成"),
            help=Text("有证据才填“是”", "Yes only with evidence"),
        ),
    ] = False
    evidence: Annotated[
        String | None,
        Mark(
            "证据",
            "Evidence",
            audience=_INTERNAL,
            help=Text("凭什么说做到了，没做到写差在哪里", "What shows it, or what is still missing"),
        ),
    ] = None


class Bant(Noun):
    """The quick gate of the first stage: budget, authority, need, timing."""

    budget: Annotated[
        String | None,
        Mark(
            "预算情况",
            "Budget",
            audience=_INTERNAL,
            help=Text(
                "有没有钱、钱从哪里来、批到哪一步", "Is there money, whose, and how far is it approved"
            ),
        ),
    ] = None
    budget_met: Annotated[
        Flag | None,
        Mark(
            "预算已落实",
            "Budget confirmed",
            audience=_INTERNAL,
            help=Text("钱已经批了填“是”", "Yes where the money is approved"),
        ),
    ] = None
    authority: Annotated[
        String | None,
        Mark(
            "决策权",
            "Authority",
            audience=_INTERNAL,
            help=Text("谁决定，我们接触的人说了算吗", "Who decides, and do we talk to them"),
        ),
    ] = None
    authority_met: Annotated[
        Flag | None,
        Mark(
            "决策人已接触",
            "Authority reached",
            audience=_INTERNAL,
            help=Text("已见到能决定的人填“是”", "Yes where we have met who decides"),
        ),
    ] = None
    need: Annotated[
        String | None,
        Mark(
            "需求情况",
            "Need",
            audience=_INTERNAL,
            names=("需求",),
            help=Text("不做会怎样，为什么非做不可", "What happens if nothing is done"),
        ),
    ] = None
    need_met: Annotated[
        Flag | None,
        Mark(
            "需求已确认",
            "Need confirmed",
            audience=_INTERNAL,
            help=Text("客户亲口确认过填“是”", "Yes where the customer has said so"),
        ),
    ] = None
    timing: Annotated[
        String | None,
        Mark(
            "时间要求",
            "Timing",
            audience=_INTERNAL,
            names=("时间",),
            help=Text("何时要用，什么事情卡着时间", "When it must be there, and what sets the date"),
        ),
    ] = None
    timing_met: Annotated[
        Flag | None,
        Mark(
            "时间已明确",
            "Timing confirmed",
            audience=_INTERNAL,
            help=Text("有明确的上线或招标时间填“是”", "Yes where a date is set"),
        ),
    ] = None

    @computed(
        Mark(
            "BANT达成",
            "BANT met",
            audience=_INTERNAL,
            help=Text("四项中“是”的个数", "How many of the four are met"),
        ),
        "budget_met",
        "authority_met",
        "need_met",
        "timing_met",
    )
    def met(self) -> Count:
        """How many of the four are met."""
        return sum(map(bool, (self.budget_met, self.authority_met, self.need_met, self.timing_met)))


def control(points: tuple[C139Point, ...]) -> str | None:
    """The C139 value, such as 6C-2F-0W: the points reached in each group; None without points."""
    if not points:
        return None
    return "-".join(
        f"{sum(point.reached for point in points if point.group is group)}{group.code}" for group in Group
    )
