"""结项的账: settled, invoiced, received; costs beside the budget; what is kept back."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.numbers import grouped
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import above, unequal
from kadocs.gates.deliver.record import delivery
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import amount, day
from kadocs.model.approval.costs import CostClass
from kadocs.model.closing import Closing
from kadocs.tree.node import Path

_BILLING: Path = ("closing", "billing")
_COSTS: Path = ("closing", "costs")


@rule(
    "DELV084",
    Severity.ERROR,
    needs_whole=(("delivery", "changes"), ("contract", "prices")),
    zh="""
    结项的结算额、质保金与验收结算一致。

    检查什么：填写的结项结算额等于实施交付的结算金额，未到期质保金等于结算质保金。
    为什么：两份报告两个数，回款率和应收都不可信。
    依据：结项财务以验收结算为准。
    示例：验收结算 21,154,900 元，结项结算额写 20,968,900 元（漏了变更）。
    怎么办：改正，或留空由 kadocs 取数。
    """,
)
def settled_alike(case: Case) -> Iterator[Breach]:
    """The close settles what the acceptance settled.

    What: a stated settlement is that of the delivery, a stated retention likewise.
    Why: with two figures neither collection rate nor receivables can be believed.
    Basis: the close takes its figures from the settlement of the acceptance.

    Example: the acceptance settled 21,154,900, and the close says 20,968,900: the changes are missing.

    What to do: correct it, or leave it blank.
    """
    closing, settlement = _closing(case), delivery(case).settlement
    if settlement is None:
        return
    for field, stated, settled in (
        ("settled", closing.settled, settlement.total),
        ("retention", closing.retention, settlement.retention),
    ):
        if stated is not None and settled is not None and unequal(stated, settled):
            what = Text("结算额", "settlement") if field == "settled" else Text("质保金", "retention")
            yield Breach(
                ("closing", field),
                Text("结项的{w}是 {a}，验收结算是 {b}", "the {w} is {a} here, {b} in the acceptance").fill(
                    w=what, a=amount(stated), b=amount(settled)
                ),
                Text("请改正，或留空", "Correct it, or leave it blank"),
            )


@rule(
    "DELV085",
    Severity.ERROR,
    needs_whole=(_BILLING, ("contract", "prices"), ("delivery", "changes")),
    zh="""
    回款不超过开票，开票不超过结算额。

    检查什么：累计回款 ≤ 累计开票 ≤ 结项结算额（没有结算的为合同金额）。
    为什么：回款多于开票是漏开发票，开票多于结算要冲红。
    依据：结项财务的常理：合同额、开票、回款、应收。
    示例：开票 20,520,253 元，回款 20,620,253 元。
    怎么办：逐笔核对开票与回款。
    """,
)
def billed_in_order(case: Case) -> Iterator[Breach]:
    """No more is received than invoiced, no more invoiced than settled.

    What: receipts together are at most the invoices, and these at most the settlement, or the contract
    without one.
    Why: more received means an invoice is missing, more invoiced means one is to be cancelled.
    Basis: what a ledger is: contract, invoices, receipts, receivables.

    Example: 20,520,253 are invoiced, and 20,620,253 received.

    What to do: go through invoices and receipts one by one.
    """
    closing = _closing(case)
    invoiced, received, settled = closing.invoiced, closing.received, closing.settled
    if received is not None and above(received, invoiced or received * 0):
        yield Breach(
            _BILLING,
            Text("累计回款 {r}，超过累计开票 {i}", "{r} were received, {i} invoiced").fill(
                r=amount(received), i=amount(invoiced or received * 0)
            ),
            _ONE_BY_ONE,
        )
    if invoiced is not None and settled is not None and above(invoiced, settled):
        yield Breach(
            _BILLING,
            Text("累计开票 {i}，超过结算额 {s}", "{i} were invoiced, {s} settled").fill(
                i=amount(invoiced), s=amount(settled)
            ),
            _ONE_BY_ONE,
        )


@rule(
    "DELV086",
    Severity.ERROR,
    gap=True,
    zh="""
    质保金有到期日。

    检查什么：有未到期质保金的，填了（或算得出）质保金到期日。
    为什么：没有日期，三年后没有人记得去收。
    依据：结项报告的通行要求：质保金到期日。
    示例：质保金 634,647 元，到期日空白。
    怎么办：填到期日；填齐质保起止后会自动取质保结束日期。
    """,
)
def retention_dated(case: Case) -> Iterator[Breach]:
    """A retention has its day.

    What: where something is kept back, the day on which it is due is there, or can be worked out.
    Why: without it nobody remembers to ask, three years on.
    Basis: common form of a closing report: the day of the retention.

    Example: 634,647 are kept, and the day is blank.

    What to do: write the day; with the warranty's days filled in it is the last of them.
    """
    closing = _closing(case)
    if closing.retention is not None and closing.retention.amount > 0 and closing.retention_due is None:
        yield Breach(
            ("closing", "retention_due"),
            Text("质保金 {a} 没有到期日", "the retention of {a} has no day").fill(
                a=amount(closing.retention)
            ),
            Text("请填质保金到期日", "Write the day on which it is due"),
        )


@rule(
    "DELV087",
    Severity.WARNING,
    needs_whole=(_BILLING,),
    zh="""
    质保金到期及时收回。

    检查什么：质保金到期日已过（按今天或 --as-of 的日期）的，款项已全部收回。
    为什么：过期越久越难收。
    依据：结项后的应收管理。
    示例：质保金 2030-12-29 到期，2031 年 2 月仍未收回。
    怎么办：开票催收；已收回的补记回款。
    """,
)
def retention_collected(case: Case) -> Iterator[Breach]:
    """A retention is collected when it is due.

    What: once its day is past, by today or --as-of, nothing is outstanding.
    Why: the older it is, the harder it comes.
    Basis: care of receivables after the close.

    Example: it was due on 2030-12-29, and in February 2031 it is not there.

    What to do: invoice and ask for it; where it came, write down the receipt.
    """
    closing = _closing(case)
    due, left = closing.retention_due, closing.outstanding
    if due is not None and due < case.today and left is not None and left.amount > 0 and closing.retention:
        yield Breach(
            ("closing", "retention_due"),
            Text("质保金 {d} 已到期，还有 {a} 未收回", "the retention was due on {d}, and {a} are open").fill(
                d=day(due), a=amount(left)
            ),
            Text("请开票催收，或补记回款", "Ask for it, or write down the receipt"),
        )


@rule(
    "DELV088",
    Severity.WARNING,
    needs_whole=(_COSTS, ("approval", "estimate")),
    zh="""
    预算基线就是立项的成本测算。

    检查什么：成本决算各类的预算基线，等于售前立项同类成本之和。
    为什么：基线改过，偏差就看不出来了；追加的应写在追加预算里。
    依据：结项财务：四类成本的预算基线、追加、实际。
    示例：立项人工 3,108,000 元，预算基线写 3,242,000 元。
    怎么办：基线改回立项数，差额写入追加预算。
    """,
)
def baseline_kept(case: Case) -> Iterator[Breach]:
    """The budget is the estimate that was approved.

    What: for each class of cost the budget is what the presales approval estimated for it.
    Why: with the baseline moved no deviation shows; what was added has its own column.
    Basis: finances of a close: baseline, added, actual, for four classes of cost.

    Example: labour was approved with 3,108,000, and the budget says 3,242,000.

    What to do: write the approved figure, and the rest under what was added.
    """
    estimate = case.deal.approval.estimate if case.deal.approval else None
    if estimate is None:
        return
    approved = {
        CostClass.LABOUR: estimate.labour,
        CostClass.SERVICE: estimate.services,
        CostClass.PURCHASE: estimate.purchases,
        CostClass.EXPENSE: estimate.expenses,
    }
    for index, each in enumerate(_closing(case).costs):
        planned = approved[each.group]
        if each.budget is not None and planned is not None and unequal(each.budget, planned):
            yield Breach(
                (*_COSTS, index, "budget"),
                Text("{g}的预算基线 {a}，立项测算 {b}", "{g}: the budget is {a}, {b} were approved").fill(
                    g=each.group.label, a=amount(each.budget), b=amount(planned)
                ),
                Text("基线改回立项数，差额写入追加预算", "Write what was approved; the rest was added"),
            )


@rule(
    "DELV089",
    Severity.WARNING,
    gap=True,
    zh="""
    超支和偏差写明原因。

    检查什么：实际成本超过批准预算的类别填了超支原因；计划值与实际值不同的目标填了偏差原因。
    为什么：没有原因的偏差，下次还会发生。
    依据：结项报告的通行要求：计划、实际、偏差、原因。
    示例：人工超支 13.4 万元，原因空白。
    怎么办：写明为什么、下次怎么避免。
    """,
)
def deviations_explained(case: Case) -> Iterator[Breach]:
    """Overruns and deviations have their reason.

    What: a class of cost above its approved budget says why, and so does a goal that was not met as planned.
    Why: what is not explained happens again.
    Basis: common form of a closing report: planned, actual, deviation, reason.

    Example: labour is 134,000 above, and nothing says why.

    What to do: write why, and how it is avoided next time.
    """
    closing = _closing(case)
    for index, cost in enumerate(closing.costs):
        if cost.overrun is not None and cost.overrun.amount > 0 and not cost.reason:
            yield Breach(
                (*_COSTS, index, "reason"),
                Text("{g}超支 {a}，没有写原因", "{g} is {a} above the budget, and not why").fill(
                    g=cost.group.label, a=amount(cost.overrun)
                ),
                _SAY_WHY,
            )
    for index, goal in enumerate(closing.goals):
        if goal.deviation and not goal.reason:
            yield Breach(
                ("closing", "goals", index, "reason"),
                Text("目标“{g}”偏差 {d}，没有写原因", "the goal “{g}” is off by {d}, and not why").fill(
                    g=goal.goal, d=grouped(goal.deviation)
                ),
                _SAY_WHY,
            )


_ONE_BY_ONE = Text("请逐笔核对开票与回款", "Go through invoices and receipts one by one")
_SAY_WHY = Text("请写明原因", "Write why")


def _closing(case: Case) -> Closing:
    return case.deal.closing or Closing()
