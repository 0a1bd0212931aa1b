"""How much the customer is worth to us: its tier, and the weighted matrix behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import PERCENT, Noun
from kadocs.model.types import Number, String, Weight

_INTERNAL = Audience.INTERNAL


class Tier(Choice):
    """How much the account matters to us."""

    S = "S", "S级", "Tier S"
    A = "A", "A级", "Tier A"
    B = "B", "B级", "Tier B"
    C = "C", "C级", "Tier C"


class Recommendation(Choice):
    """What we mean to do with the account."""

    INVEST = "invest", "重点投入", "Invest"
    NURTURE = "nurture", "持续培育", "Nurture"
    WATCH = "watch", "观察", "Watch"
    GIVE_UP = "give_up", "放弃", "Give up"


class Dimension(Choice):
    """The two axes of the account grid."""

    ATTRACTIVENESS = "attractiveness", "吸引力", "Attractiveness", "客户吸引力"
    POSITION = "position", "竞争力", "Position", "我方竞争力", "竞争地位"


class TierScore(Noun):
    """One weighted criterion of the account's value."""

    criterion: Annotated[
        String,
        Mark(
            "评价项",
            "Criterion",
            audience=_INTERNAL,
            help=Text(
                "给客户打分的一个方面，如业务规模、付款信誉、双方关系",
                "One aspect by which the account is judged: size, payment, relationship",
            ),
        ),
    ]
    group: Annotated[
        Dimension | None,
        Mark(
            "评价维度",
            "Dimension",
            audience=_INTERNAL,
            names=("维度",),
            help=Text(
                "客户本身好不好选“吸引力”，我方有没有优势选“竞争力”",
                "Attractiveness if it is about the customer, Position if it is about us",
            ),
        ),
    ] = None
    weight: Annotated[
        Weight,
        Mark(
            "权重",
            "Weight",
            audience=_INTERNAL,
            unit=PERCENT,
            help=Text("这一项占多少，全部评价项合计 100", "How much it counts; all criteria add up to 100"),
        ),
    ]
    score: Annotated[
        Number,
        Mark("得分", "Score", audience=_INTERNAL, help=Text("0 到 10 分，10 为最好", "0 to 10, 10 is best")),
    ]
    evidence: Annotated[
        String | None,
        Mark(
            "依据",
            "Evidence",
            audience=_INTERNAL,
            help=Text("凭什么给这个分：数据、文件或事实", "The figures or facts behind the score"),
        ),
    ] = None

    @computed(
        Mark(
            "加权得分",
            "Weighted score",
            audience=_INTERNAL,
            help=Text("权重 × 得分 ÷ 10", "Weight × score ÷ 10"),
        ),
        "weight",
        "score",
    )
    def weighted(self) -> Decimal:
        """What the criterion adds to a value of 100."""
        return self.weight * self.score / 10


def value(scores: tuple[TierScore, ...], group: Dimension | None = None) -> Decimal | None:
    """The weighted score of all criteria, or of one `group`, on a scale of 100."""
    return sums.score((row.weight, row.score) for row in scores if group in (None, row.group))
