"""Who needs the deal more: alternatives, time, and whether the two price limits meet."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.opportunity import Level
from kadocs.model.types import Amount, Day, String

_secret = partial(Mark, audience=Audience.SECRET)


class Balance(Noun):
    """The strength of both sides, and their limits for the price with tax."""

    our_batna: Annotated[
        String | None,
        _secret(
            "我方BATNA",
            "Our BATNA",
            names=("我方替代方案",),
            help=Text("谈不成时我方最好的出路", "The best that we can do without this deal"),
        ),
    ] = None
    our_credibility: Annotated[
        Level | None,
        _secret(
            "我方BATNA可信度",
            "Credibility of our BATNA",
            help=Text("对方会不会相信这条出路：高、中、低", "Would they believe it: high, medium, low"),
        ),
    ] = None
    their_batna: Annotated[
        String | None,
        _secret(
            "对方BATNA",
            "Their BATNA",
            names=("对方替代方案",),
            help=Text("谈不成时对方最好的出路", "The best that they can do without us"),
        ),
    ] = None
    their_credibility: Annotated[
        Level | None,
        _secret(
            "对方BATNA可信度",
            "Credibility of their BATNA",
            help=Text("这条出路对他们有多现实：高、中、低", "How real it is for them: high, medium, low"),
        ),
    ] = None
    our_pressure: Annotated[
        Level | None,
        _secret(
            "我方时间压力",
            "Our time pressure",
            help=Text("我方有多急着签：高、中、低", "How soon we must sign: high, medium, low"),
        ),
    ] = None
    our_deadline: Annotated[
        Day | None,
        _secret(
            "我方最迟签约日",
            "Our deadline",
            help=Text("过了这天对我方就失去意义的日期", "The day after which it is worth less to us"),
        ),
    ] = None
    their_pressure: Annotated[
        Level | None,
        _secret(
            "对方时间压力",
            "Their time pressure",
            help=Text("对方有多急着签：高、中、低", "How soon they must sign: high, medium, low"),
        ),
    ] = None
    their_deadline: Annotated[
        Day | None,
        _secret(
            "对方最迟签约日",
            "Their deadline",
            help=Text("对方的工期或预算逼着他们定下来的日期", "The day by which budget or plant force them"),
        ),
    ] = None
    walk_away: Annotated[
        Amount | None,
        _secret(
            "我方底线价",
            "Our walk-away price",
            names=("谈判底价",),
            help=Text("含税，低于它就不签", "With tax; below it we do not sign"),
        ),
    ] = None
    target: Annotated[
        Amount | None,
        _secret(
            "目标成交价",
            "Target price",
            help=Text("含税，实际要争取的成交价", "With tax; what we mean to close at"),
        ),
    ] = None
    their_limit: Annotated[
        Amount | None,
        _secret(
            "对方底线价（估）",
            "Their price limit (estimate)",
            help=Text("含税，估计对方最多肯付多少", "With tax; the most that we think they would pay"),
        ),
    ] = None

    @computed(
        _secret(
            "有价格成交区间",
            "Price agreement possible",
            help=Text("对方底线价不低于我方底线价即为“是”", "Whether their limit is at least our walk-away"),
        ),
        "walk_away",
        "their_limit",
    )
    def zopa(self) -> bool | None:
        """Whether what they would pay reaches what we must have; None where either is unknown."""
        width = self.zopa_width
        return None if width is None else width.amount >= 0

    @computed(
        _secret(
            "价格成交区间宽度",
            "Width of the price range",
            help=Text("对方底线价减我方底线价", "Their limit less our walk-away"),
        ),
        "walk_away",
        "their_limit",
    )
    def zopa_width(self) -> Money | None:
        """By how much their limit exceeds our walk-away; negative where they do not meet."""
        if self.walk_away is None or self.their_limit is None:
            return None
        return sums.less(self.their_limit, self.walk_away)
