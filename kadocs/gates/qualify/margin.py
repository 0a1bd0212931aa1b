"""The margin: above its floor, and the one that was approved."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.figures.numbers import percent
from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import amount
from kadocs.model.approval import Approval, Decision, Opinion
from kadocs.model.approval.estimate import Estimate
from kadocs.tree.node import Path

_ESTIMATE: Path = ("approval", "estimate")
_ROUNDING = Decimal(1)
"""So much may sums differ by rounding line by line."""


@rule(
    "QUAL020",
    Severity.WARNING,
    needs_whole=((*_ESTIMATE, "costs"),),
    zh="""
    毛利率不低于底线。

    检查什么：立项还没有决定时，成本测算的毛利率不低于毛利率底线。
    为什么：低于底线的项目要上一级批准；早看到，早调价或控成本。
    依据：立项的毛利规则：毛利率低于底线须报上一级审批。
    示例：底线 28%，测算毛利率 25.3%。
    怎么办：调整报价或成本；确要做的，报上一级审批并写明理由。
    """,
)
def margin_above_floor(case: Case) -> Iterator[Breach]:
    """The margin is not below its floor.

    What: while nothing is decided, the gross margin of the estimate is at least the floor.
    Why: below it the next level must approve; seen early, price or cost can still be changed.
    Basis: below the margin floor the approval goes to the next level.

    Example: the floor is 28 %, and the margin 25.3 %.

    What to do: change price or cost; to go on all the same, take it to the next level with the reason.
    """
    if _approval(case).decision is None and (told := _below_floor(case)):
        yield Breach(
            (*_ESTIMATE, "margin_floor"),
            told,
            Text("请调整报价或成本，或报上一级审批", "Change price or cost, or ask the next level"),
        )


@rule(
    "QUAL021",
    Severity.ERROR,
    needs_whole=((*_ESTIMATE, "costs"), ("approval", "approvals")),
    zh="""
    毛利率低于底线的，由最高一级审批人同意并说明。

    检查什么：毛利率低于底线而决定立项的，审批链最后一级已经同意（或有条件同意），并写了审批说明。
    为什么：低于底线是例外，须由有权的人知情决定，而不是夹在常规审批里带过。
    依据：立项的毛利规则：毛利率低于底线须报上一级审批。
    示例：毛利率 25.3%，底线 28%，审批到事业部为止，最后一级没有说明。
    怎么办：报上一级审批，请其在审批说明里写明同意低于底线的理由。
    """,
)
def floor_waived_above(case: Case) -> Iterator[Breach]:
    """Below the floor, the last approver agrees and says why.

    What: where the margin is below the floor and the decision is to go, the last in the chain of approvals
    has agreed, with or without conditions, and left a note.
    Why: it is an exception, which those with the authority decide knowingly and not in passing.
    Basis: below the margin floor the approval goes to the next level.

    Example: the margin is 25.3 %, the floor 28 %, and the last approver says nothing about it.

    What to do: take it to the next level, and ask them to write in the note why it may be below the floor.
    """
    approval = _approval(case)
    going = approval.decision in (Decision.GO, Decision.CONDITIONAL)
    last = approval.approvals[-1] if approval.approvals else None
    if last and last.opinion in (Opinion.AGREE, Opinion.CONDITIONAL) and last.note:
        return
    if going and (told := _below_floor(case)):
        where = ("approval", "approvals")
        yield Breach(
            (*where, len(approval.approvals) - 1, "note") if last else where,
            told,
            Text("请报上一级审批，并请其写明理由", "Take it to the next level, and ask for a note"),
        )


@rule(
    "QUAL026",
    Severity.WARNING,
    needs_whole=(("quote", "items"), (*_ESTIMATE, "costs")),
    zh="""
    报价清单的成本与成本测算相符。

    检查什么：同一币种下，报价清单各行成本之和，在成本测算的“总成本减项目费用”与“总成本”之间。
    为什么：立项按一个成本批，报价按另一个成本做，毛利就不是批准的毛利。
    依据：报价须以批准的成本测算为准；清单只含货物和服务，项目费用可以不分摊到行。
    示例：清单成本合计 1,150 万元，测算的人工、服务和采购合计 1,070 万元。
    怎么办：找出变动的成本项，更新测算并重新审批，或改正清单的成本单价。
    """,
)
def costs_agree(case: Case) -> Iterator[Breach]:
    """The costs of the quotation are those of the estimate.

    What: in the same currency, the costs of all quoted lines lie between the estimate without its expenses
    and the whole of it.
    Why: approved on one cost and quoted on another, the margin is not the one that was approved.
    Basis: quotations rest on the approved estimate; lines hold goods and services, expenses need not be
    spread over them.

    Example: the lines cost 11.5 million, and labour, services and purchases in the estimate 10.7 million.

    What to do: find the cost that has changed; have a new estimate approved, or correct the lines.
    """
    estimate, quote = _estimate(case), case.deal.quote
    quoted, cost = quote.cost if quote else None, estimate.total_cost
    if quoted is None or cost is None or quoted.currency != cost.currency:
        return
    least = cost.amount - (estimate.expenses.amount if estimate.expenses else 0)
    if not least - _ROUNDING <= quoted.amount <= cost.amount + _ROUNDING:
        yield Breach(
            (*_ESTIMATE, "costs"),
            Text(
                "报价清单成本 {q}，测算总成本 {c}（不计项目费用 {l}）",
                "the quoted lines cost {q}, the estimate {c} ({l} without expenses)",
            ).fill(q=amount(quoted), c=amount(cost), l=amount(Money(least, cost.currency))),
            Text("请更新测算并重新审批，或改正清单成本", "Update the estimate, or correct the lines"),
        )


@rule(
    "QUAL027",
    Severity.WARNING,
    needs_whole=(("quote", "items"),),
    zh="""
    报价不低于立项测算的报价。

    检查什么：同一币种下，报价含税总价不低于成本测算的含税报价。
    为什么：立项批的是测算的价格和毛利；降价之后毛利变了，须重新审批。
    依据：价格纪律：超出批准的降价须有审批记录。
    示例：测算报价 2,096.89 万元，报价却是 1,980 万元。
    怎么办：更新测算、重新审批，或恢复报价。
    """,
)
def price_as_approved(case: Case) -> Iterator[Breach]:
    """We do not quote less than was approved.

    What: in the same currency, the total of the quotation is at least the price of the estimate.
    Why: that price and its margin were approved; with a lower one the margin must be approved again.
    Basis: price discipline: a cut beyond what is approved needs a record of approval.

    Example: the estimate says 20.97 million, and 19.8 million are quoted.

    What to do: update the estimate and have it approved, or quote the price that was.
    """
    price, quote = _estimate(case).price, case.deal.quote
    if price is None or quote is None or not quote.items or quote.currency != price.currency:
        return
    if price.tax != "exclusive" and quote.total.amount < price.rounded().amount:
        yield Breach(
            (*_ESTIMATE, "price"),
            Text("报价 {q} 低于立项测算的 {p}", "{q} are quoted, less than the {p} of the approval").fill(
                q=amount(quote.total), p=amount(price)
            ),
            Text("请更新测算并重新审批，或恢复报价", "Update the estimate, or quote that price"),
        )


def _approval(case: Case) -> Approval:
    return case.deal.approval or Approval()


def _estimate(case: Case) -> Estimate:
    return _approval(case).estimate or Estimate()


def _below_floor(case: Case) -> Text | None:
    """That the margin is below its floor, where it is."""
    estimate = _estimate(case)
    if not estimate.below_floor or estimate.gross_margin is None or estimate.margin_floor is None:
        return None
    return Text("毛利率 {m} 低于底线 {f}", "the margin, {m}, is below the floor of {f}").fill(
        m=percent(estimate.gross_margin), f=percent(estimate.margin_floor)
    )
