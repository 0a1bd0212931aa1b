"""How the project ended: goals, money, lessons, and what comes next; for our eyes only."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.closing.lessons import FollowUpKind, WinReason
from kadocs.model.closing.record import CloseRecord
from kadocs.model.closing.results import BillKind, GoalKind
from kadocs.model.marks import Audience, Mark, computed

__all__ = ["BillKind", "Closing", "FollowUpKind", "GoalKind", "WinReason"]

_internal = partial(Mark, audience=Audience.INTERNAL)


class Closing(CloseRecord):
    """The end of a project with its result worked out."""

    @computed(
        _internal("预算合计", "Budget in all", help=Text("四类预算基线之和", "The sum of the four budgets")),
        "costs",
    )
    def budget(self) -> Money | None:
        """The sum of the budgets as they were approved at the start."""
        return sums.total(cost.budget for cost in self.costs)

    @computed(
        _internal("批准预算合计", "Approved budget in all", help=Text("基线加追加", "With what was added")),
        "costs",
    )
    def approved(self) -> Money | None:
        """The sum of the budgets with what was added."""
        return sums.total(cost.approved for cost in self.costs)

    @computed(
        _internal(
            "实际成本合计", "Actual cost in all", help=Text("四类实际成本之和", "The sum of the four classes")
        ),
        "costs",
    )
    def actual(self) -> Money | None:
        """The sum of what was spent."""
        return sums.total(cost.actual for cost in self.costs)

    @computed(
        _internal(
            "总成本偏差率",
            "Overrun in all",
            help=Text("实际超出批准预算的比例", "Actual beyond approved, as a share of it"),
        ),
        "costs",
    )
    def overrun_share(self) -> Decimal | None:
        """What was spent beyond the approved budget, as a fraction of it."""
        return (
            None
            if self.approved is None
            else sums.share(sums.less(self.actual, self.approved), self.approved)
        )

    @computed(
        _internal(
            "计划毛利率",
            "Planned margin",
            help=Text("（计划收入-预算）÷计划收入", "(Planned revenue - budget) / planned revenue"),
        ),
        "planned_revenue",
        "costs",
    )
    def planned_margin(self) -> Decimal | None:
        """The margin as it was planned at the start, as a fraction."""
        return _margin(self.planned_revenue, self.budget)

    @computed(
        _internal(
            "实际毛利率",
            "Actual margin",
            help=Text("（实际收入-实际成本）÷实际收入", "(Revenue - actual cost) / revenue"),
        ),
        "revenue",
        "costs",
    )
    def margin(self) -> Decimal | None:
        """The margin as it came out, as a fraction."""
        return _margin(self.revenue, self.actual)

    @computed(_internal("累计开票", "Invoiced", help=Text("开票之和", "The sum of the invoices")), "billing")
    def invoiced(self) -> Money | None:
        """What we asked for."""
        return self._billed(BillKind.INVOICE)

    @computed(_internal("累计回款", "Received", help=Text("回款之和", "The sum of the receipts")), "billing")
    def received(self) -> Money | None:
        """What came in."""
        return self._billed(BillKind.RECEIPT)

    @computed(
        _internal("应收账款", "Receivable", help=Text("已开票未回款", "Invoiced, but not received")),
        "billing",
    )
    def receivable(self) -> Money | None:
        """What was invoiced and did not come in yet."""
        return sums.less(self.invoiced, self.received)

    @computed(
        _internal("未开票金额", "Not yet invoiced", help=Text("结算额减累计开票", "Settled less invoiced")),
        "settled",
        "billing",
    )
    def uninvoiced(self) -> Money | None:
        """What of the settlement was not invoiced yet."""
        return sums.less(self.settled, self.invoiced)

    @computed(
        _internal(
            "未回款金额",
            "Not yet received",
            help=Text("结算额减累计回款，含质保金", "Settled less received, retention included"),
        ),
        "settled",
        "billing",
    )
    def outstanding(self) -> Money | None:
        """What of the settlement did not come in yet, the retention included."""
        return sums.less(self.settled, self.received)

    @computed(
        _internal("回款率", "Collection rate", help=Text("累计回款÷结算额", "Received / settled")),
        "settled",
        "billing",
    )
    def collected(self) -> Decimal | None:
        """What came in as a fraction of the settlement."""
        return sums.share(self.received, self.settled)

    def _billed(self, kind: BillKind) -> Money | None:
        return sums.total(bill.amount for bill in self.billing if bill.kind is kind)


def _margin(revenue: Money | None, cost: Money | None) -> Decimal | None:
    return None if cost is None else sums.share(sums.less(revenue, cost), revenue)
