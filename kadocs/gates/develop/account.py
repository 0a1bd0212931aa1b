"""The customer: how its value is scored, what tier follows, and whether it may buy at all."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures.numbers import grouped
from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.model.account import Account
from kadocs.model.account.identity import CustomerClass
from kadocs.model.account.tier import Dimension, Recommendation, Tier
from kadocs.tree.node import Path

_SCORES: Path = ("account", "tier_scores")
_FULL = Decimal(100)
_TIERS = (Tier.S, Tier.A, Tier.B, Tier.C)
_LEAST = {Tier.S: Decimal(75), Tier.A: Decimal(60), Tier.B: Decimal(40), Tier.C: Decimal(0)}
"""The score that each tier asks for at least."""


@rule(
    "DEV020",
    Severity.ERROR,
    needs_whole=(_SCORES,),
    zh="""
    客户评分的权重合计 100。

    检查什么：全部评价项的权重合计 100；分“吸引力”“竞争力”两张表打分的，也可以每组各合计 100。
    为什么：权重不是 100，得分就不能与其他客户比较，等级也定不准。
    依据：客户价值评分的加权矩阵，Σ权重 = 100。
    示例：九个评价项的权重合计 95，漏了“付款信誉”。
    怎么办：补上漏掉的评价项，或改正权重。
    """,
)
def tier_weights(case: Case) -> Iterator[Breach]:
    """The weights of the account's scores add up to 100.

    What: the weights of all criteria make 100; where each of the two dimensions is a table of its own, those
    of each may make 100.
    Why: with other weights the score cannot be set beside another customer's, and the tier is wrong.
    Basis: the weighted matrix of account value, with weights of 100.

    Example: nine criteria with weights of 95; the one on payment was forgotten.

    What to do: add the criterion that is missing, or correct a weight.
    """
    rows = _account(case).tier_scores
    total = sum((row.weight for row in rows), Decimal(0))
    groups = {
        group: sum((row.weight for row in rows if row.group is group), Decimal(0))
        for group in Dimension
        if any(row.group is group for row in rows)
    }
    apart = sum(groups.values(), Decimal(0)) == total and set(groups.values()) == {_FULL}
    if rows and total != _FULL and not apart:
        message = Text("客户评分的权重合计 {n}，应为 100", "the weights of the scores add up to {n}, not 100")
        yield Breach(
            _SCORES,
            message.fill(n=grouped(total)),
            Text("请补上漏掉的评价项，或改正权重", "Add the criterion that is missing, or correct a weight"),
        )


@rule(
    "DEV021",
    Severity.ERROR,
    zh="""
    客户评分在 0 到 10 分之间。

    检查什么：每个评价项的得分不小于 0，不大于 10。
    为什么：按十分制加权；填成百分制，总分就会超过 100。
    依据：加权得分 = 权重 × 得分 ÷ 10。
    示例：得分填 85。
    怎么办：换算成十分制，8.5 分。
    """,
)
def tier_score_range(case: Case) -> Iterator[Breach]:
    """The scores of the account are from 0 to 10.

    What: no criterion scores below 0 or above 10.
    Why: they are weighted out of ten; scored out of a hundred, the total passes 100.
    Basis: a criterion adds weight × score ÷ 10.

    Example: a score of 85.

    What to do: write it out of ten, 8.5.
    """
    for index, row in enumerate(_account(case).tier_scores):
        if not 0 <= row.score <= 10:
            yield Breach(
                (*_SCORES, index, "score"),
                Text("“{c}”的得分 {s} 不在 0 到 10 之间", "“{c}” scores {s}, which is not from 0 to 10").fill(
                    c=row.criterion, s=grouped(row.score)
                ),
                Text("请按十分制填写", "Score it out of ten"),
            )


@rule(
    "DEV022",
    Severity.WARNING,
    needs_whole=(_SCORES,),
    zh="""
    客户等级与价值评分相符。

    检查什么：S 级不低于 75 分，A 级不低于 60 分，B 级不低于 40 分；也不比评分够得上的等级低两级以上。
    为什么：等级决定投入；等级虚高浪费资源，虚低错过客户，而评分正是定级的依据。
    依据：客户分级的通行做法：按加权总分定级，允许领导上下调一级并说明。
    示例：价值评分 52.0，客户等级却是 S。
    怎么办：复核评分的依据，或调整等级。
    """,
)
def tier_by_score(case: Case) -> Iterator[Breach]:
    """The tier agrees with the value score.

    What: S takes 75 at least, A 60, B 40; and the tier is not two or more below what the score allows.
    Why: the tier decides what we put in: too high it wastes people, too low it loses a customer.
    Basis: how accounts are tiered: by their weighted score, one tier up or down by judgement.

    Example: the value score is 52.0, and the tier S.

    What to do: look at the evidence of the scores again, or change the tier.
    """
    account = _account(case)
    tier, score = account.tier, account.value_score
    if tier is None or score is None:
        return
    earned = next((each for each in _TIERS if score >= _LEAST[each]), Tier.C)
    if score < _LEAST[tier] or _TIERS.index(tier) - _TIERS.index(earned) >= 2:
        message = Text("价值评分 {s} 与“{t}”不符，按评分应为“{e}”", "the score {s} makes “{e}”, not “{t}”")
        yield Breach(
            ("account", "tier"),
            message.fill(s=grouped(score), t=tier.label, e=earned.label),
            Text("请复核评分，或调整客户等级", "Look at the scores again, or change the tier"),
        )


@rule(
    "DEV023",
    Severity.WARNING,
    zh="""
    客户建议与客户等级相符。

    检查什么：S、A 级客户不建议放弃，C 级客户不建议重点投入。
    为什么：结论和等级相互矛盾，看报告的人不知道该投入多少。
    依据：客户评估报告的结论应与评分、等级一致。
    示例：客户等级 A，建议却是“放弃”。
    怎么办：改正其中一个；确有特殊原因写进评估理由。
    """,
)
def advice_by_tier(case: Case) -> Iterator[Breach]:
    """The recommendation agrees with the tier.

    What: tiers S and A are not given up, and tier C is not invested in.
    Why: where conclusion and tier contradict each other, nobody knows what to put in.
    Basis: the conclusion of an assessment follows from its scores and tier.

    Example: tier A, and the recommendation is to give up.

    What to do: correct one of them; a special reason belongs among the reasons.
    """
    account = _account(case)
    odd = {
        (Tier.S, Recommendation.GIVE_UP),
        (Tier.A, Recommendation.GIVE_UP),
        (Tier.C, Recommendation.INVEST),
    }
    if account.tier and account.recommendation and (account.tier, account.recommendation) in odd:
        yield Breach(
            ("account", "recommendation"),
            Text("“{t}”客户的建议是“{r}”", "“{r}” is recommended for “{t}”").fill(
                t=account.tier.label, r=account.recommendation.label
            ),
            Text("请改正等级或建议", "Correct the tier or the recommendation"),
        )


@rule(
    "DEV024",
    Severity.ERROR,
    zh="""
    招标代理只付款，不作商机的客户。

    检查什么：客户分类为“招标代理”时，没有以它为客户的商机。
    为什么：代理机构收服务费、退保证金，却不采购；以它的名义立商机，业绩、合同和回款都会记错对象。
    依据：客户分类的管理规定：招标代理类客户只用于付款，不建商机、投标和合同。
    示例：客户是“某招标有限公司”，分类为招标代理，商机客户也写它。
    怎么办：把商机的客户改为真正的采购人；代理机构写在招标信息里。
    """,
)
def agents_only_pay(case: Case) -> Iterator[Breach]:
    """A tendering agency only pays; no opportunity is in its name.

    What: where the customer's class is Tendering agency, there is no opportunity with it as the customer.
    Why: agencies take fees and return bonds but buy nothing; sales, contract and money would be booked on
    the wrong name.
    Basis: how customers are classed: agencies are there for payments, not for deals, bids or contracts.

    Example: the customer is a tendering company, classed as such, and the opportunity is in its name.

    What to do: make the real buyer the customer; the agency belongs to the tender.
    """
    account, opportunity = _account(case), case.deal.opportunity
    if account.customer_class is not CustomerClass.AGENCY or opportunity is None:
        return
    if opportunity.account in (None, account.name, account.short_name, account.id, *account.aliases):
        yield Breach(
            ("account", "customer_class"),
            Text(
                "“{a}”是招标代理，不能作商机“{o}”的客户",
                "“{a}” is a tendering agency and cannot be the customer of “{o}”",
            ).fill(a=account.name or "", o=opportunity.name or opportunity.id or ""),
            Text("请填写真正的采购人", "Write the real buyer"),
        )


def _account(case: Case) -> Account:
    return case.deal.account or Account()
