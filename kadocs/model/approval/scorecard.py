"""Go or no-go: is it real, can we win, is it worth it; and what stops a deal whatever its score."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import PERCENT, Noun
from kadocs.model.types import Day, Flag, Score10, String, Weight

_INTERNAL = Audience.INTERNAL

GO, CONDITIONAL = 70, 50
"""From these scores on the scorecard says go, and go under conditions."""


class Anchor(Choice):
    """The three questions that the criteria answer."""

    REAL = "real", "项目真实吗", "Is it real?", "真实性", "Real"
    WIN = "win", "能赢吗", "Can we win?", "赢面", "Win"
    WORTH = "worth", "值得做吗", "Is it worth it?", "价值", "Worth"


class Decision(Choice):
    """Whether we go for the deal."""

    GO = "go", "立项", "Go", "同意立项", "Go立项"
    CONDITIONAL = "conditional", "有条件立项", "Conditional go", "Conditional"
    NO_GO = "no_go", "不立项", "No-go", "放弃", "No go"


class StopKind(Choice):
    """What stops a deal unless someone answers for it by name."""

    QUALIFICATION = "qualification", "资质不满足", "Qualification not met", "资格不满足"
    CEILING = "ceiling", "限价低于成本", "Price ceiling below cost", "最高限价低于成本"
    SANCTIONS = "sanctions", "制裁或失信", "Sanctions or blacklist", "失信", "制裁"
    CONFLICT = "conflict", "利益冲突", "Conflict of interest", "关联冲突"
    COLLUSION = "collusion", "围标串标要求", "Request to collude", "围标", "串标"
    SCHEDULE = "schedule", "交期短于生产周期", "Deadline shorter than production", "交期不可行"
    LIABILITY = "liability", "无限责任", "Unlimited liability", "责任无上限"
    OTHER = "other", "其他否决项", "Other hard stop"


class Criterion(Noun):
    """One of the twelve criteria of the scorecard."""

    anchor: Annotated[
        Anchor | None,
        Mark(
            "评审问题",
            "Question",
            audience=_INTERNAL,
            names=("大类",),
            help=Text("回答三个问题中的哪一个", "Which of the three questions it helps to answer"),
        ),
    ] = None
    criterion: Annotated[
        String,
        Mark(
            "评审项",
            "Criterion",
            audience=_INTERNAL,
            names=("评分项", "评价项"),
            help=Text(
                "评什么，如预算是否落实、关系是否到位",
                "What is judged: is the budget there, do we know the people",
            ),
        ),
    ]
    weight: Annotated[
        Weight,
        Mark(
            "评审权重",
            "Weight",
            audience=_INTERNAL,
            unit=PERCENT,
            names=("权重",),
            help=Text("这一项占多少，十二项合计 100", "How much it counts; all of them add up to 100"),
        ),
    ]
    score: Annotated[
        Score10,
        Mark(
            "评审得分",
            "Score",
            audience=_INTERNAL,
            names=("得分", "打分"),
            help=Text("0 到 10 分，没有证据不超过 5 分", "0 to 10, no more than 5 without evidence"),
        ),
    ]
    evidence: Annotated[
        String | None,
        Mark(
            "评审依据",
            "Evidence",
            audience=_INTERNAL,
            names=("依据", "证据"),
            help=Text("凭什么给这个分", "What the score rests on"),
        ),
    ] = None

    @computed(
        Mark(
            "评审加权分",
            "Weighted score",
            audience=_INTERNAL,
            help=Text("权重 × 得分 ÷ 10", "Weight × score ÷ 10"),
        ),
        "weight",
        "score",
    )
    def weighted(self) -> Decimal:
        """What the criterion adds to a score of 100."""
        return self.weight * self.score / 10


class HardStop(Noun):
    """Something that stops a deal; where it is hit, only a named person may waive it."""

    kind: Annotated[
        StopKind,
        Mark(
            "否决项",
            "Hard stop",
            audience=_INTERNAL,
            help=Text("七种情况每种一行，逐项确认", "A row for each kind, each looked at"),
        ),
    ]
    hit: Annotated[
        Flag,
        Mark(
            "是否触发",
            "Hit",
            audience=_INTERNAL,
            names=("触发",),
            help=Text("存在这种情况填“是”", "Yes where it is so"),
        ),
    ] = False
    evidence: Annotated[
        String | None,
        Mark(
            "核查情况",
            "Findings",
            audience=_INTERNAL,
            names=("说明",),
            help=Text("怎么核查的、结论是什么", "How it was looked at, and what was found"),
        ),
    ] = None
    waived_by: Annotated[
        String | None,
        Mark(
            "豁免人",
            "Waived by",
            audience=_INTERNAL,
            help=Text(
                "触发后谁签字承担，不能是编制人", "Who answers for going on all the same; not the author"
            ),
        ),
    ] = None
    waived_on: Annotated[
        Day | None,
        Mark("豁免日期", "Waived on", audience=_INTERNAL, help=Text("签字的日期", "The day it was signed")),
    ] = None
    reason: Annotated[
        String | None,
        Mark(
            "豁免理由",
            "Reason of the waiver",
            audience=_INTERNAL,
            help=Text("为什么可以继续", "Why we may go on"),
        ),
    ] = None

    @computed(
        Mark(
            "仍然否决",
            "Stops the deal",
            audience=_INTERNAL,
            help=Text("触发且无人豁免", "Hit, and waived by nobody"),
        ),
        "hit",
        "waived_by",
    )
    def stops(self) -> bool:
        """Whether it is hit and nobody has waived it."""
        return self.hit and not self.waived_by


def score(criteria: Iterable[Criterion], anchor: Anchor | None = None) -> Decimal | None:
    """The weighted score of all criteria, or of those of one `anchor`, out of 100."""
    return sums.score((row.weight, row.score) for row in criteria if anchor in (None, row.anchor))


def verdict(points: Decimal | None, stopped: bool) -> Decision | None:
    """What the scorecard says: no-go where something stops the deal; None without a score."""
    if stopped:
        return Decision.NO_GO
    if points is None:
        return None
    if points >= GO:
        return Decision.GO
    return Decision.CONDITIONAL if points >= CONDITIONAL else Decision.NO_GO
