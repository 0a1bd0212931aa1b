"""Discounts within the authority of who gives them, or on record."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.numbers import percent
from kadocs.findings import Severity, Text
from kadocs.gates.negotiate.mandate import beyond, discount, giver, granted_by, who_may
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import listed, nearest
from kadocs.model.negotiation import Negotiation
from kadocs.tree.node import Path

_STEPS: Path = ("negotiation", "concessions")
_AGREED: Path = ("negotiation", "agreed_price")
_TABLE: Path = ("negotiation", "authority")


@rule(
    "NEG030",
    Severity.ERROR,
    needs_whole=(_STEPS, _TABLE, ("quote", "items")),
    zh="""
    让步不超过授权人的权限。

    检查什么：让步计划各轮相对首次报价的累计折扣，不超过这一轮授权人的“最大折扣”。
    为什么：越权让步公司不认，或者事后追责。
    依据：让步计划的规则：累计折扣 ≤ 授权；超权限的折扣由上一级批准并记录。
    示例：累计让 4.2%，授权人“事业部总经理”的权限是 3%。
    怎么办：请权限足够的人授权，或减小让步。
    """,
)
def within_authority(case: Case) -> Iterator[Breach]:
    """No concession goes beyond the authority of who gives it.

    What: the discount of a round, from the opening price, is within what its giver may grant.
    Why: what is given beyond authority the company does not stand for.
    Basis: rule of concession plans: cumulative discount within authority; beyond it, the next level decides.

    Example: 4.2 % in all, and the giver, Head of division, may grant 3 %.

    What to do: have it authorised by someone who may, or give less.
    """
    negotiation = _negotiation(case)
    opening = negotiation.opening_price
    for index, row in enumerate(negotiation.concessions):
        by = giver(negotiation, row.authorised_by)
        if by is None or by.max_discount is None or opening is None:
            continue
        if beyond(row.price, opening, by.max_discount):
            yield Breach(
                (*_STEPS, index, "authorised_by"),
                Text(
                    "第 {n} 轮累计折扣 {d}，超过{g}的权限 {m}",
                    "round {n} comes to a discount of {d}; {g} may grant {m}",
                ).fill(n=row.round, d=discount(row.price, opening), g=by.role, m=percent(by.max_discount)),
                who_may(negotiation, row.price),
            )


@rule(
    "NEG033",
    Severity.ERROR,
    needs_whole=(_STEPS, _TABLE, ("quote", "items")),
    zh="""
    超权限的成交折扣有审批记录。

    检查什么：谈定总价相对首次报价的折扣超过最小的一级权限时，让步计划里有权限足够的授权人授权到这个价，
    或合同会签里有权限足够的岗位签了“同意”。
    为什么：价格纪律靠记录：谁批的、批到多少。
    依据：价格纪律：超权限的每一次折扣都须有审批记录。
    示例：成交折扣 4.2%，客户经理权限 1%，没有人授权。
    怎么办：补审批记录；岗位名称与“谈判授权”一致。
    """,
)
def discount_on_record(case: Case) -> Iterator[Breach]:
    """A discount beyond authority is on record.

    What: where the agreed price is further below the opening price than the lowest level may grant, a round
    of the plan authorises it by someone who may, or such a post signed “Agree” in the contract's review.
    Why: price discipline lives on the record: who approved, and how far.
    Basis: price discipline: every discount beyond one's authority needs a record of approval.

    Example: 4.2 % were given, an account manager may grant 1 %, and nobody authorised it.

    What to do: add the approval; the post is to be called as in the table of authority.
    """
    negotiation = _negotiation(case)
    opening, agreed = negotiation.opening_price, negotiation.agreed_price
    limits = [each.max_discount for each in negotiation.authority if each.max_discount is not None]
    if opening is None or agreed is None or not limits or not beyond(agreed, opening, min(limits)):
        return
    if not any(
        each.max_discount is not None and not beyond(agreed, opening, each.max_discount)
        for each in granted_by(case.deal)
    ):
        yield Breach(
            _AGREED,
            Text("成交折扣 {d}，没有权限足够的人批准", "nobody who may approved the discount of {d}").fill(
                d=discount(agreed, opening)
            ),
            who_may(negotiation, agreed),
        )


@rule(
    "NEG034",
    Severity.WARNING,
    needs_whole=(_TABLE,),
    zh="""
    让步的授权人在授权表里。

    检查什么：有“谈判授权”表时，让步计划每一轮都写了授权人，且是表里的岗位。
    为什么：查不到权限，越没越权就没法判断。
    依据：让步计划的规则：累计折扣 ≤ 授权人权限。
    示例：授权人写“事业部总监”，授权表里是“事业部总经理”。
    怎么办：写授权表里的岗位名称，或补上这一岗位的权限。
    """,
)
def giver_known(case: Case) -> Iterator[Breach]:
    """Who authorises a concession is in the table of authority.

    What: where there is such a table, each round names who authorises it, by a post of the table.
    Why: without it nobody can say whether the concession is within limits.
    Basis: rule of concession plans: cumulative discount within the giver's authority.

    Example: “Division head” gives it, and the table says “Head of division”.

    What to do: write the post as in the table, or add its authority.
    """
    negotiation = _negotiation(case)
    roles = [each.role for each in negotiation.authority]
    for index, row in enumerate(negotiation.concessions if roles else ()):
        if giver(negotiation, row.authorised_by) is None:
            told = (
                Text(
                    "第 {n} 轮的授权人“{g}”不在授权表里",
                    "“{g}”, who authorises round {n}, is not in the table",
                )
                if row.authorised_by
                else Text("第 {n} 轮没有授权人", "nobody authorises round {n}")
            )
            yield Breach(
                (*_STEPS, index, "authorised_by"),
                told.fill(n=row.round, g=row.authorised_by),
                nearest(
                    row.authorised_by or "",
                    roles,
                    Text("授权表里有：{r}", "The table has: {r}").fill(r=listed(roles)),
                ),
            )


def _negotiation(case: Case) -> Negotiation:
    return case.deal.negotiation or Negotiation()
