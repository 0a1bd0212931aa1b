"""What the bid can gain in the evaluation, and what the evaluated price is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import comparable
from kadocs.gates.bid.law.ground import PURCHASES, parts, price
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import amount


@rule(
    "BID049",
    Severity.INFO,
    effects=(Effect.CALCULATION,),
    certainty=Certainty.LIKELY,
    regimes=PURCHASES,
    since=date(2026, 1, 1),
    zh="""
    给本国产品价格扣除的项目，有本国产品声明。

    检查什么：招标文件写明本国产品价格扣除的，投标有本国产品声明；扣除比例为 20%。
    为什么：没有声明就不能享受扣除，但不影响资格；本国产品成本占 80% 以上的，整包按本国产品扣除。
    依据：国办发〔2025〕34号（自 2026-01-01 施行，20% 的价格评审优惠，据新华社所发摘要）；80% 一条据二手资料，
    财库〔2025〕30号，引用前请核对原文。
    示例：扣除比例 20%，本国产品声明空白。
    怎么办：向厂家要符合标准的证明，填写本国产品声明。
    """,
)
def domestic_declared(case: Case) -> Iterator[Breach]:
    """Where domestic products have a deduction, ours are declared.

    What: where the tender names the deduction the bid has its declaration of products; the rate is 20 %.
    Why: without the declaration there is no deduction, though we qualify; from 80 % of the cost the whole lot
    counts as domestic.
    Basis: 国办发〔2025〕34号, from 2026-01-01, 20 % (after the summary by Xinhua); the 80 % after secondary
    sources, 财库〔2025〕30号: check the text.

    Example: the deduction is 20 %, and the declaration is blank.

    What to do: get the makers' proof, and fill in the declaration of domestic products.
    """
    tender, bid = parts(case)
    rate = tender.evaluation.domestic_rate if tender.evaluation else None
    if not rate:
        return
    if not bid.supplies:
        yield Breach(
            ("tender", "evaluation", "domestic_rate"),
            Text("有本国产品价格扣除，却没有本国产品声明", "domestic products gain, and none is declared"),
            Text("请填写本国产品声明", "Fill in the declaration"),
        )
    if rate * 100 != 20:
        yield Breach(
            ("tender", "evaluation", "domestic_rate"),
            Text("本国产品扣除比例一般为 20%", "the deduction is 20% as a rule"),
            Text("请核对招标文件", "Check it in the tender"),
        )


@rule(
    "BID050",
    Severity.WARNING,
    effects=(Effect.CALCULATION,),
    certainty=Certainty.LIKELY,
    regimes=PURCHASES,
    needs_whole=(("quote", "items"),),
    zh="""
    按投标价签约，不按评审价。

    检查什么：合同金额等于投标报价；扣除后的评审价只用于评分。
    为什么：价格扣除只影响评审，签约和付款都按投标报价；异常低价也按原报价判断。
    依据：财库〔2022〕19号、国办发〔2025〕34号（二手资料，引用前请核对）。
    示例：报价 100 万元，小微扣除 10%，合同写成 90 万元。
    怎么办：按投标报价改正合同金额。
    """,
)
def contract_at_price_as_bid(case: Case) -> Iterator[Breach]:
    """The contract is at the price as bid, and not at the evaluated one.

    What: the contract's amount is not the price less a deduction of the evaluation.
    Why: deductions only serve the evaluation; contract, payment, and the test for low prices take the price
    as bid.
    Basis: 财库〔2022〕19号, 国办发〔2025〕34号 (secondary sources; check the text).

    Example: the bid is a million, the deduction 10 %, and the contract says 900,000.

    What to do: correct the contract to the price as bid.
    """
    found, ours = parts(case)[0].evaluation, price(case.deal)
    signed = case.deal.contract.amount if case.deal.contract else None
    if found is None or ours is None or signed is None:
        return
    for rate in (found.sme_rate, found.sme_partner_rate, found.domestic_rate):
        less = (ours[1] * (1 - rate)).rounded() if rate else None
        if less is not None and signed.rounded().amount == less.amount and comparable(signed, less):
            yield Breach(
                ("contract", "amount"),
                Text("合同金额 {a} 是扣除后的评审价", "the contract's {a} is the evaluated price").fill(
                    a=amount(signed)
                ),
                Text("请按投标报价签约", "Sign at the price as bid"),
            )
            return
