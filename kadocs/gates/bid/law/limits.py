"""What the law lets a tender ask for: bonds, and the weight of the price."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.figures.numbers import grouped, percent
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import above
from kadocs.gates.bid.law.ground import BY_LAW, GOVERNMENT_ALL, PURCHASES, by_law, parts, regime
from kadocs.gates.procurement import government
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import amount
from kadocs.model.opportunity import Regime
from kadocs.model.tender.evaluation import EvaluationMethod

_MOST = Decimal("0.02")
_CAP = Money(Decimal(800_000), "CNY")
_MOST_PERFORMANCE = Decimal("0.1")


@rule(
    "BID001",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=(*BY_LAW, Regime.GOV_NEGOTIATION),
    zh="""
    招标文件要求的投标保证金不超过 2%。

    检查什么：要求的保证金金额不超过招标项目估算价（政府采购为采购预算）的 2%。
    为什么：超出法定上限的要求可以提出异议或质疑，资金不必白占。
    依据：招标投标法实施条例第二十六条；政府采购法实施条例第三十三条。
    示例：估算价 1,000 万元，要求保证金 25 万元。
    怎么办：在异议（质疑）期内书面提出；招标人不改的，仍按要求金额交。
    """,
)
def bond_within_limit(case: Case) -> Iterator[Breach]:
    """The bond that the tender asks for is at most 2 %.

    What: the amount is not above 2 % of the estimated value, or, in government procurement, of the budget.
    Why: a demand beyond what the law allows may be objected to, and ties up money.
    Basis: 招标投标法实施条例, art. 26; 政府采购法实施条例, art. 33.

    Example: the value is estimated at 10 million, and a bond of 250,000 is asked for.

    What to do: object in writing while that is possible; if it is not changed, give what is asked for.
    """
    tender, _ = parts(case)
    asked = tender.bond.amount if tender.bond else None
    value = tender.budget if government(case.deal) else tender.estimate or tender.budget
    if asked is None or value is None or not by_law(case.deal):
        return
    most = (value * _MOST).rounded()
    if above(asked, most):
        yield Breach(
            ("tender", "bond", "amount"),
            Text("要求的保证金 {a} 超过 2%，即 {m}", "the bond of {a} is more than 2%, {m}").fill(
                a=amount(asked), m=amount(most)
            ),
            Text("可在异议（质疑）期内书面提出", "Object in writing while that is possible"),
        )


@rule(
    "BID005",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LIKELY,
    regimes=(Regime.NDRC_EQUIPMENT, Regime.NDRC_CONSTRUCTION),
    zh="""
    要求的投标保证金不超过 80 万元。

    检查什么：货物、施工招标要求的保证金不超过 80 万元。
    为什么：超出上限的要求可以提出异议。
    依据：工程建设项目货物招标投标办法（27 号令）第二十七条、工程建设项目施工招标投标办法（30 号令）第三十七条
    （条文号据二手资料）。
    示例：要求保证金 100 万元。
    怎么办：在异议期内书面提出；招标人不改的，仍按要求金额交。
    """,
)
def bond_below_cap(case: Case) -> Iterator[Breach]:
    """The bond that the tender asks for is at most 800,000 yuan.

    What: the bond asked for in tenders for goods and works is not above the cap.
    Why: a demand beyond it may be objected to.
    Basis: 27号令, art. 27, for goods; 30号令, art. 37, for works (articles after a secondary source).

    Example: a million is asked for.

    What to do: object in writing while that is possible; if it is not changed, give what is asked for.
    """
    tender, _ = parts(case)
    asked = tender.bond.amount if tender.bond else None
    if asked is not None and above(asked, _CAP):
        yield Breach(
            ("tender", "bond", "amount"),
            Text("要求的保证金 {a} 超过 80 万元", "the bond of {a} is above 800,000").fill(a=amount(asked)),
            Text("可在异议期内书面提出", "Object in writing while that is possible"),
        )


@rule(
    "BID045",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=(*BY_LAW, Regime.GOV_NEGOTIATION),
    zh="""
    招标文件要求的履约担保不超过 10%。

    检查什么：招标文件的履约担保比例不超过合同金额的 10%；合同里的履约保证金由 NEG012 检查。
    为什么：超出部分没有依据，可以在投标前提出异议（质疑）。
    依据：招标投标法实施条例第五十八条；政府采购法实施条例第四十八条。
    示例：招标文件要求履约保证金 15%。
    怎么办：在异议（质疑）期内书面提出。
    """,
)
def performance_bond_asked(case: Case) -> Iterator[Breach]:
    """The performance bond that the tender asks for is at most 10 %.

    What: its share of the contract amount is not above 10 %; the contract itself is judged by NEG012.
    Why: nothing obliges us to more, and an objection is possible before we bid.
    Basis: 招标投标法实施条例, art. 58; 政府采购法实施条例, art. 48.

    Example: the tender asks for 15 %.

    What to do: object in writing while that is possible.
    """
    tender, _ = parts(case)
    if not by_law(case.deal):
        return
    if tender.performance_bond is not None and tender.performance_bond > _MOST_PERFORMANCE:
        yield Breach(
            ("tender", "performance_bond"),
            Text("要求的履约担保为 {p}，超过 10%", "a performance bond of {p} is asked for, above 10%").fill(
                p=percent(tender.performance_bond)
            ),
            Text("可在异议（质疑）期内书面提出", "Object in writing while that is possible"),
        )


@rule(
    "BID047",
    Severity.INFO,
    effects=(Effect.CALCULATION,),
    certainty=Certainty.LAW,
    regimes=PURCHASES,
    zh="""
    政府采购的价格分权重不低于法定下限。

    检查什么：综合评分的货物项目价格分权重不低于 30%，服务项目不低于 10%。
    为什么：权重过低的评分办法可以质疑；价格分的算法也由此决定：最低有效价 ÷ 报价 × 价格分。
    依据：87 号令第五十五条。
    示例：货物项目价格分 20 分。
    怎么办：核对抄录；确实如此的在质疑期内提出。用 kadocs bid score 测算我方价格分。
    """,
)
def price_weight_lawful(case: Case) -> Iterator[Breach]:
    """The price weighs as much as the law asks in government procurement.

    What: where bids are scored, its weight is at least 30 % for goods and 10 % for services.
    Why: below that the method may be questioned; the score itself is lowest valid price / price × weight.
    Basis: 财政部令第87号, art. 55.

    Example: in a tender for goods the price counts for 20 points.

    What to do: check what was copied; if it is so, question it in time. Scores: kadocs bid score.
    """
    tender, _ = parts(case)
    found = tender.evaluation
    least = Decimal(30) if regime(case.deal) is Regime.GOV_GOODS else Decimal(10)
    if found is None or found.price_weight is None or found.method not in (None, EvaluationMethod.SCORED):
        return
    if found.price_weight < least:
        yield Breach(
            ("tender", "evaluation", "price_weight"),
            Text("价格分权重 {w}%，低于 {m}%", "the price weighs {w}%, below {m}%").fill(
                w=grouped(found.price_weight), m=grouped(least)
            ),
            Text("请核对；可在质疑期内提出", "Check it; it may be questioned in time"),
        )


@rule(
    "BID048",
    Severity.INFO,
    effects=(Effect.CALCULATION,),
    certainty=Certainty.LIKELY,
    regimes=GOVERNMENT_ALL,
    zh="""
    小微企业价格扣除在规定幅度内。

    检查什么：货物、服务项目对小微企业的扣除比例在 10%—20%，联合体或分包的在 4%—6%；专门面向中小企业的
    项目不再扣除。
    为什么：扣除比例决定评审价；写错一档，测算的价格分就不对。
    依据：政府采购促进中小企业发展管理办法（财库〔2020〕46号）及财库〔2022〕19号：货物服务由 6%—10% 提高至
    10%—20%，联合体、分包由 2%—3% 提高至 4%—6%（据公开转载的通知文字，引用前请核对）。
    示例：小微企业价格扣除写 6%。
    怎么办：核对招标文件；确实如此的在质疑期内提出。
    """,
)
def deduction_in_range(case: Case) -> Iterator[Breach]:
    """The deduction for small companies is within its range.

    What: 10 % to 20 % for small and micro companies, 4 % to 6 % for consortia and subcontracts with them.
    Why: it makes the evaluated price; with a wrong rate the score comes out wrong.
    Basis: 政府采购促进中小企业发展管理办法 (财库〔2020〕46号) and 财库〔2022〕19号 (as reprinted).

    Example: the tender's deduction is copied as 6 %.

    What to do: check it in the tender; if it is so, question it in time.
    """
    found = parts(case)[0].evaluation
    if found is None:
        return
    for field, low, high in (("sme_rate", 10, 20), ("sme_partner_rate", 4, 6)):
        rate = getattr(found, field)
        if rate is not None and rate != 0 and not low <= rate * 100 <= high:
            yield Breach(
                ("tender", "evaluation", field),
                Text("价格扣除 {r}，不在 {a}%—{b}% 之内", "the deduction of {r} is not in {a}% to {b}%").fill(
                    r=percent(rate), a=low, b=high
                ),
                Text("请核对招标文件", "Check it in the tender"),
            )
