"""The customer: a company, what it is worth to us, and what we mean to do with it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.account.plan import AccountPlan
from kadocs.model.account.standing import Standing
from kadocs.model.account.tier import Dimension, Recommendation, Tier, TierScore, value
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.revision import Revision
from kadocs.model.types import Day, Lines, String

__all__ = ["Account"]

_INTERNAL = Audience.INTERNAL


class Account(Standing):
    """The customer with our assessment of it and our plan for it."""

    tier: Annotated[
        Tier | None,
        Mark(
            "客户等级",
            "Account tier",
            audience=_INTERNAL,
            help=Text("评估后定的等级，S 最重要", "The tier after assessment, S matters most"),
        ),
    ] = None
    recommendation: Annotated[
        Recommendation | None,
        Mark(
            "客户建议",
            "Recommendation",
            audience=_INTERNAL,
            names=("投入建议",),
            help=Text("评估结论：投入多少精力", "What the assessment concludes: how much effort it is worth"),
        ),
    ] = None
    reasons: Annotated[
        Lines,
        Mark(
            "评估理由",
            "Reasons",
            audience=_INTERNAL,
            help=Text("支持结论的三条理由，每行一条", "Three reasons for it, one a line"),
        ),
    ] = ()
    tier_scores: Annotated[
        tuple[TierScore, ...],
        Mark(
            "客户评分",
            "Account scores",
            audience=_INTERNAL,
            names=("价值评分表",),
            help=Text(
                "吸引力和竞争力两组评价项，权重合计 100",
                "Criteria of attractiveness and of position; the weights add up to 100",
            ),
        ),
    ] = ()
    next_step: Annotated[
        String | None,
        Mark(
            "客户下一步",
            "Account next step",
            audience=_INTERNAL,
            help=Text("针对这个客户接下来要做的一件事", "The next thing to do for the account"),
        ),
    ] = None
    next_owner: Annotated[
        String | None,
        Mark(
            "客户下一步责任人",
            "Account next step by",
            audience=_INTERNAL,
            help=Text("由谁去做", "Who does it"),
        ),
    ] = None
    next_on: Annotated[
        Day | None,
        Mark(
            "客户下一步日期", "Account next step on", audience=_INTERNAL, help=Text("哪天之前做完", "By when")
        ),
    ] = None
    plan: Annotated[
        AccountPlan | None,
        Mark(
            "年度客户计划",
            "Account plan",
            audience=_INTERNAL,
            names=("客户计划",),
            help=Text("这个客户今年的目标、行动和互访", "Goals, actions and visits of the year"),
        ),
    ] = None

    revisions: Annotated[
        tuple[Revision, ...],
        Mark(
            "评估修订",
            "Assessment revisions",
            audience=_INTERNAL,
            names=("评估版本记录",),
            help=Text("客户评估报告改过几版，一版一行", "The versions of the client assessment, one a row"),
        ),
    ] = ()

    @computed(
        Mark(
            "价值评分",
            "Value score",
            audience=_INTERNAL,
            help=Text("全部评价项加权，满分 100", "All criteria weighted, out of 100"),
        ),
        "tier_scores",
    )
    def value_score(self) -> Decimal | None:
        """The weighted score of all criteria, out of 100."""
        return value(self.tier_scores)

    @computed(
        Mark(
            "吸引力得分",
            "Attractiveness score",
            audience=_INTERNAL,
            help=Text("“吸引力”一组加权，满分 100", "The criteria of attractiveness, out of 100"),
        ),
        "tier_scores",
    )
    def attractiveness(self) -> Decimal | None:
        """How attractive the customer is, out of 100: one axis of the account grid."""
        return value(self.tier_scores, Dimension.ATTRACTIVENESS)

    @computed(
        Mark(
            "竞争力得分",
            "Position score",
            audience=_INTERNAL,
            help=Text("“竞争力”一组加权，满分 100", "The criteria of our position, out of 100"),
        ),
        "tier_scores",
    )
    def position(self) -> Decimal | None:
        """How strong we are at the customer, out of 100: the other axis."""
        return value(self.tier_scores, Dimension.POSITION)

    @computed(
        Mark(
            "评估当前版本",
            "Current assessment",
            audience=_INTERNAL,
            help=Text("评估修订的最后一行", "The last row of its revisions"),
        ),
        "revisions",
    )
    def revision(self) -> Revision | None:
        """The last line of the assessment's control table."""
        return self.revisions[-1] if self.revisions else None
