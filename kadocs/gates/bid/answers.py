"""The scoring sheet: its points, and those that we expect."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures.numbers import grouped
from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.model.tender.evaluation import Evaluation, EvaluationMethod, FactorGroup
from kadocs.tree.node import Path

_FACTORS: Path = ("tender", "evaluation", "factors")
_SCORED = (EvaluationMethod.SCORED, EvaluationMethod.VALUE_FOR_MONEY)


@rule(
    "BID151",
    Severity.WARNING,
    needs_whole=(_FACTORS,),
    zh="""
    评分表的分值合计为 100 分。

    检查什么：综合评分的招标，各评分因素的分值之和为 100；价格类因素的分值之和等于价格分权重。
    为什么：合计不对多半是漏抄了一项，漏掉的分没人去争取。
    依据：87 号令第五十五条：评标总得分满分为 100 分；其他招标通行百分制。
    示例：抄录的各项之和为 95 分，漏了“节能环保 5 分”。
    怎么办：对照招标文件补齐；招标文件确实不是百分制的，不用理会本提示。
    """,
)
def points_complete(case: Case) -> Iterator[Breach]:
    """The points of the scoring sheet come to 100.

    What: where bids are scored, the points of all factors add up to 100, and those of the price to its
    weight.
    Why: a sum that is short mostly means a factor not copied, for whose points nobody works.
    Basis: 财政部令第87号, art. 55: the full score is 100; customary elsewhere.

    Example: the factors add up to 95, for “energy saving, 5” was left out.

    What to do: complete it after the tender; where the tender does not count to 100, pass over this.
    """
    found = (case.deal.tender.evaluation if case.deal.tender else None) or Evaluation()
    if not found.factors or found.method not in (None, *_SCORED):
        return
    if any(factor.points is None for factor in found.factors):
        return
    total, price = _points(found), _points(found, FactorGroup.PRICE)
    if total != 100:
        yield Breach(
            _FACTORS,
            Text("评分表分值合计 {p} 分，不是 100 分", "the scoring sheet comes to {p} points, not 100").fill(
                p=grouped(total)
            ),
            Text("请对照招标文件补齐漏抄的评分因素", "Look for a factor of the tender that is missing"),
        )
    if found.price_weight is not None and price and price != found.price_weight:
        yield Breach(
            ("tender", "evaluation", "price_weight"),
            Text(
                "价格分权重 {a}，价格类评分因素合计 {b} 分", "the price weighs {a}, its factors come to {b}"
            ).fill(a=grouped(found.price_weight), b=grouped(price)),
            Text("请按招标文件改正其中一个", "Correct one of them after the tender"),
        )


@rule(
    "BID152",
    Severity.ERROR,
    zh="""
    我方得分估不超过分值。

    检查什么：每个评分因素的“我方得分估”不大于该项分值。
    为什么：估高了的总分会误导投不投、报多少的决定。
    依据：评分对标表的常理。
    示例：分值 10 分的“类似业绩”，得分估写 12。
    怎么办：按评分标准重新估分。
    """,
)
def score_possible(case: Case) -> Iterator[Breach]:
    """Our expected score is not above the points to be had.

    What: for each factor it is at most the points of the factor.
    Why: a total that cannot be reached misleads whoever decides on the bid and its price.
    Basis: what a score is.

    Example: “Experience” has 10 points, and we expect 12.

    What to do: score it anew by the tender's rule.
    """
    found = (case.deal.tender.evaluation if case.deal.tender else None) or Evaluation()
    for index, factor in enumerate(found.factors):
        ours, points = factor.our_score, factor.points
        if ours is not None and points is not None and ours > points:
            yield Breach(
                (*_FACTORS, index, "our_score"),
                Text("“{f}”得分估 {a}，分值是 {b}", "we expect {a} for “{f}”, which has {b} points").fill(
                    f=factor.factor, a=grouped(ours), b=grouped(points)
                ),
                Text("请按评分标准重新估分", "Score it anew by the tender's rule"),
            )


def _points(evaluation: Evaluation, group: FactorGroup | None = None) -> Decimal:
    """The points of all factors, or of those of a group."""
    chosen = (each for each in evaluation.factors if group is None or each.group is group)
    return sum((each.points or Decimal(0) for each in chosen), Decimal(0))
