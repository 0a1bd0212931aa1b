"""Margins within the authority of who gives a concession, and above the floor that was approved."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures.numbers import percent
from kadocs.findings import Severity, Text
from kadocs.gates.negotiate.mandate import giver, granted_by
from kadocs.gates.rule import Breach, Case, rule
from kadocs.model import Deal
from kadocs.model.negotiation import Negotiation
from kadocs.model.negotiation.concession import Authority
from kadocs.tree.node import Path

_STEPS: Path = ("negotiation", "concessions")
_AGREED: Path = ("negotiation", "agreed_price")
_TABLE: Path = ("negotiation", "authority")


@rule(
    "NEG031",
    Severity.ERROR,
    needs_whole=(_STEPS, _TABLE, ("quote", "items")),
    zh="""
    让步后的毛利率不低于授权人的下限。

    检查什么：让步计划各轮的毛利率不低于这一轮授权人的“最低毛利率”。
    为什么：折扣没有超，毛利可能已经破了，成本高的项目尤其如此。
    依据：让步计划的规则：毛利率 ≥ 下限。
    示例：第 3 轮毛利率 31.2%，授权人的下限是 32%。
    怎么办：请权限足够的人授权，或减小让步、降低成本。
    """,
)
def margin_within_authority(case: Case) -> Iterator[Breach]:
    """The margin after a concession is not below what its giver may accept.

    What: the margin of a round is at least the lowest that its giver may accept.
    Why: a discount within limits may still eat the margin where costs are high.
    Basis: rule of concession plans: the margin stays above the floor.

    Example: 31.2 % is left after round 3, and the giver's floor is 32 %.

    What to do: have it authorised by someone who may, give less, or bring the cost down.
    """
    negotiation = case.deal.negotiation or Negotiation()
    for index, step in enumerate(negotiation.concession_steps):
        by = giver(negotiation, step.authorised_by)
        if by is None or by.min_margin is None or step.margin is None:
            continue
        if step.margin < by.min_margin:
            yield Breach(
                (*_STEPS, index, "authorised_by"),
                Text(
                    "第 {n} 轮毛利率 {m}，低于{g}的下限 {f}",
                    "round {n} leaves a margin of {m}; {g} may go down to {f}",
                ).fill(n=step.round, m=percent(step.margin), g=by.role, f=percent(by.min_margin)),
                Text("请权限足够的人授权，或减小让步", "Have it authorised by someone who may, or give less"),
            )


@rule(
    "NEG032",
    Severity.ERROR,
    needs_whole=(_STEPS, _TABLE, ("quote", "items"), ("approval", "estimate")),
    zh="""
    谈判的毛利率不低于立项的毛利率底线。

    检查什么：让步计划各轮和谈定总价的毛利率，不低于售前立项的“毛利率底线”；
    低于的，这一轮的授权人、合同会签人里有“最低毛利率”足够低的岗位。
    为什么：立项时批准的是底线以上的生意，谈破底线等于换了一个项目。
    依据：立项规则：毛利率低于底线须上一级批准；让步计划的规则：毛利率 ≥ 底线。
    示例：立项底线 28%，谈定总价的毛利率 26.5%。
    怎么办：报上一级批准，或收回让步。
    """,
)
def above_margin_floor(case: Case) -> Iterator[Breach]:
    """No negotiated margin is below the floor that the approval set.

    What: the margins of the rounds, and of the agreed price, are at least the floor of the presales approval;
    below it, who authorises the round, or agreed in the contract's review, may go so low.
    Why: what was approved was business above the floor.
    Basis: rule of approvals: below the floor, the next level decides; of concession plans: margin above the
    floor.

    Example: the floor is 28 %, and the agreed price leaves 26.5 %.

    What to do: ask the next level, or take the concession back.
    """
    estimate = case.deal.approval.estimate if case.deal.approval else None
    floor = estimate.margin_floor if estimate else None
    for path, margin, givers in _margins(case.deal):
        if floor is None or margin is None or margin >= floor:
            continue
        if not any(each.min_margin is not None and each.min_margin <= margin for each in givers):
            yield Breach(
                path,
                Text(
                    "毛利率 {m}，低于立项底线 {f}", "the margin is {m}, below the approved floor of {f}"
                ).fill(m=percent(margin), f=percent(floor)),
                Text("请报上一级批准，或收回让步", "Ask the next level, or take the concession back"),
            )


def _margins(deal: Deal) -> Iterator[tuple[Path, Decimal | None, list[Authority]]]:
    """Each margin that is negotiated: its field, how much it is, and who stands for it."""
    negotiation = deal.negotiation or Negotiation()
    for index, step in enumerate(negotiation.concession_steps):
        by = giver(negotiation, step.authorised_by)
        yield (*_STEPS, index, "price"), step.margin, [by] if by else []
    yield _AGREED, negotiation.agreed_margin, granted_by(deal)
