"""售前立项: whether we go for the deal, on what figures, and who says so; all of it internal."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import field_validator

from kadocs.findings import Text
from kadocs.model.amounts import in_currency
from kadocs.model.approval.case import Case
from kadocs.model.approval.costs import Cost, CostClass
from kadocs.model.approval.estimate import Estimate
from kadocs.model.approval.scorecard import (
    Anchor,
    Criterion,
    Decision,
    HardStop,
    StopKind,
    score,
    verdict,
)
from kadocs.model.approval.sign_off import DealRisk, Opinion, Resource, SignOff
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.types import Day, Lines

__all__ = [
    "Approval",
    "Cost",
    "CostClass",
    "Criterion",
    "Decision",
    "Estimate",
    "HardStop",
    "Opinion",
    "SignOff",
    "StopKind",
]

_INTERNAL = Audience.INTERNAL


class Approval(Case):
    """The case for taking on a deal, as its approvers get it."""

    criteria: Annotated[
        tuple[Criterion, ...],
        Mark(
            "立项评分卡",
            "Scorecard",
            audience=_INTERNAL,
            names=("评分卡", "Go/No-Go评分卡"),
            help=Text(
                "三个问题、十二个评审项，权重合计 100",
                "Three questions, twelve criteria, weights of 100 together",
            ),
        ),
    ] = ()
    hard_stops: Annotated[
        tuple[HardStop, ...],
        Mark(
            "否决项清单",
            "Hard stops",
            audience=_INTERNAL,
            names=("一票否决项",),
            help=Text(
                "触发任何一项就不立项，除非有人签字豁免",
                "Any of them stops the deal unless someone waives it by name",
            ),
        ),
    ] = ()
    estimate: Annotated[
        Estimate | None,
        Mark(
            "成本测算",
            "Cost estimate",
            audience=_INTERNAL,
            names=("Bizcase",),
            help=Text("报价、成本、毛利和现金流", "Price, costs, margins and cash flow"),
        ),
    ] = None
    risks: Annotated[
        tuple[DealRisk, ...],
        Mark(
            "立项风险清单",
            "Deal risks",
            audience=_INTERNAL,
            names=("商务风险清单",),
            help=Text("影响立项决定的风险", "Risks that bear on the decision"),
        ),
    ] = ()
    resources: Annotated[
        tuple[Resource, ...],
        Mark(
            "资源计划",
            "Resources",
            audience=_INTERNAL,
            help=Text("投标和交付要用的人和设备", "People and equipment for bid and delivery"),
        ),
    ] = ()
    decision: Annotated[
        Decision | None,
        Mark(
            "立项决定",
            "Decision",
            audience=_INTERNAL,
            names=("立项结论",),
            help=Text("审批后的结论", "What was decided in the end"),
        ),
    ] = None
    conditions: Annotated[
        Lines,
        Mark(
            "立项条件",
            "Conditions",
            audience=_INTERNAL,
            help=Text("有条件立项时，必须先做到的事，每行一条", "What must be done first, one a line"),
        ),
    ] = ()
    decided_on: Annotated[
        Day | None,
        Mark(
            "决定日期",
            "Decided on (approval)",
            audience=_INTERNAL,
            help=Text("结论生效的日期", "The day of the decision"),
        ),
    ] = None
    approvals: Annotated[
        tuple[SignOff, ...],
        Mark(
            "立项审批",
            "Approvals",
            audience=_INTERNAL,
            names=("审批表",),
            help=Text("审批链上每个岗位一行", "A row for each post of the approval chain"),
        ),
    ] = ()

    @field_validator("estimate")
    @classmethod
    def _in_own_currency(cls, estimate: Estimate | None) -> Estimate | None:
        return None if estimate is None else in_currency(estimate, estimate.currency)

    @computed(
        Mark(
            "立项得分",
            "Approval score",
            audience=_INTERNAL,
            help=Text("评分卡加权，满分 100", "The scorecard weighted, out of 100"),
        ),
        "criteria",
    )
    def score(self) -> Decimal | None:
        """The weighted score of all criteria, out of 100."""
        return score(self.criteria)

    @computed(
        Mark(
            "真实性得分",
            "Is it real: score",
            audience=_INTERNAL,
            help=Text("“项目真实吗”各项加权，满分 100", "The criteria of that question, out of 100"),
        ),
        "criteria",
    )
    def real_score(self) -> Decimal | None:
        """How real the project is, out of 100."""
        return score(self.criteria, Anchor.REAL)

    @computed(
        Mark(
            "赢面得分",
            "Can we win: score",
            audience=_INTERNAL,
            help=Text("“能赢吗”各项加权，满分 100", "The criteria of that question, out of 100"),
        ),
        "criteria",
    )
    def win_score(self) -> Decimal | None:
        """How likely we are to win, out of 100."""
        return score(self.criteria, Anchor.WIN)

    @computed(
        Mark(
            "价值得分",
            "Is it worth it: score",
            audience=_INTERNAL,
            help=Text("“值得做吗”各项加权，满分 100", "The criteria of that question, out of 100"),
        ),
        "criteria",
    )
    def worth_score(self) -> Decimal | None:
        """How much the project is worth, out of 100."""
        return score(self.criteria, Anchor.WORTH)

    @computed(
        Mark(
            "未豁免否决项",
            "Stops not waived",
            audience=_INTERNAL,
            help=Text("触发且无人豁免的否决项", "Hard stops that are hit and not waived"),
        ),
        "hard_stops",
    )
    def open_stops(self) -> tuple[HardStop, ...]:
        """The hard stops that are hit and that nobody has waived."""
        return tuple(stop for stop in self.hard_stops if stop.stops)

    @computed(
        Mark(
            "评分结论",
            "Verdict",
            audience=_INTERNAL,
            help=Text(
                "70 分起立项，50 分起有条件，触发否决项则不立项",
                "Go from 70, conditional from 50, no-go where something stops it",
            ),
        ),
        "criteria",
        "hard_stops",
    )
    def verdict(self) -> Decision | None:
        """What the scorecard and the hard stops say."""
        return verdict(self.score, bool(self.open_stops))
