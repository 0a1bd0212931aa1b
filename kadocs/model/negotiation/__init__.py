"""The way to an agreement: rounds, issues, concessions, terms, and what was agreed."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Annotated

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import amounts, sums
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.negotiation import concession, issue, terms
from kadocs.model.negotiation.balance import Balance
from kadocs.model.negotiation.concession import Authority, Concession, ConcessionStep
from kadocs.model.negotiation.issue import AgreedTerm, Issue, IssueStatus
from kadocs.model.negotiation.meeting import Counterpart, Delegate, RecordEntry, Round
from kadocs.model.negotiation.terms import FinancingCost, PaymentTerm, RiskClause
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Percent, String

__all__ = ["Balance", "Concession", "Issue", "IssueStatus", "Negotiation"]

_secret = partial(Mark, audience=Audience.SECRET)


class Negotiation(Noun):
    """What we want, what we may give, and what came of it; the customer sees what was agreed."""

    power_of_attorney: Annotated[
        String | None,
        Mark(
            "谈判授权书编号",
            "Power of attorney",
            names=("授权书编号",),
            help=Text("公司给主谈人的授权书编号", "The number of the paper that empowers our lead"),
        ),
    ] = None
    agreed_price: Annotated[
        Amount | None,
        Mark(
            "谈定总价",
            "Agreed price",
            names=("成交价", "谈判成交价"),
            help=Text("双方谈定的含税总价，应与合同额一致", "With tax, as agreed; the contract's amount"),
        ),
    ] = None
    strategy: Annotated[
        String | None,
        _secret(
            "谈判策略",
            "Negotiation strategy",
            help=Text(
                "一段话：先谈什么、守住什么、拿什么换", "What comes first, what we hold, what we trade for it"
            ),
        ),
    ] = None
    opening_price: Annotated[
        Amount | None,
        _secret(
            "谈判首次报价",
            "Opening price",
            help=Text("含税；不填则取报价总价", "With tax; left blank, the quotation's total"),
        ),
    ] = None
    opening_net: Annotated[
        Amount | None,
        _secret(
            "谈判首次报价不含税",
            "Opening price without tax",
            help=Text("不填则取报价的不含税总价", "Left blank, the quotation's total without tax"),
        ),
    ] = None
    cost: Annotated[
        Amount | None,
        _secret(
            "谈判口径总成本",
            "Total cost for negotiation",
            help=Text(
                "不含税；不填则取立项测算的总成本，没有测算取报价清单的成本",
                "Without tax; left blank, the estimate's total, or what the quotation's lines cost",
            ),
        ),
    ] = None
    capital_rate: Annotated[
        Percent | None,
        _secret(
            "资金成本年利率",
            "Yearly cost of capital",
            names=("年利率",),
            help=Text("算账期成本用的年利率，问财务", "For the cost of waiting for money; ask finance"),
        ),
    ] = None
    balance: Annotated[
        Balance | None,
        _secret(
            "力量分析",
            "Balance of power",
            names=("双方力量分析",),
            help=Text("双方的退路、时间和价格底线", "Both sides' alternatives, time and price limits"),
        ),
    ] = None
    rounds: Annotated[
        tuple[Round, ...],
        Mark(
            "谈判轮次安排",
            "Negotiation rounds",
            names=("谈判安排", "谈判概要"),
            help=Text("每轮一行", "A line for each round"),
        ),
    ] = ()
    delegates: Annotated[
        tuple[Delegate, ...],
        Mark(
            "我方谈判人员", "Our negotiators", help=Text("每人一行，写明分工", "A line for each, with part")
        ),
    ] = ()
    counterparts: Annotated[
        tuple[Counterpart, ...],
        Mark("对方谈判人员", "Their negotiators", help=Text("每人一行", "A line for each person")),
    ] = ()
    issues: Annotated[
        tuple[Issue, ...],
        _secret(
            "谈判议题清单",
            "Negotiation issues",
            names=("议题三档表", "谈判议题表"),
            help=Text("每个议题一行：理想、目标、底线", "A line for each: ideal, target, walk-away"),
        ),
    ] = ()
    concessions: Annotated[
        tuple[Concession, ...],
        _secret(
            "让步计划",
            "Concession plan",
            names=("让步方案",),
            help=Text("每轮报价一行，一步比一步小", "A line for each price, each step smaller"),
        ),
    ] = ()
    authority: Annotated[
        tuple[Authority, ...],
        _secret(
            "谈判授权",
            "Negotiation authority",
            names=("授权权限", "折扣授权表"),
            help=Text("各级岗位的让价权限，由低到高", "Each level's limits, from the lowest"),
        ),
    ] = ()
    payment_terms: Annotated[
        tuple[PaymentTerm, ...],
        _secret(
            "付款条款比较",
            "Payment terms compared",
            help=Text("每个付款节点一行，双方主张并列", "A line for each payment, both sides' wishes"),
        ),
    ] = ()
    risk_clauses: Annotated[
        tuple[RiskClause, ...],
        _secret(
            "合同风险条款",
            "Risk clauses",
            names=("风险条款清单",),
            help=Text("客户稿里不能照签的条款，每条一行", "What we cannot sign as drafted, a line each"),
        ),
    ] = ()
    record: Annotated[
        tuple[RecordEntry, ...],
        Mark(
            "谈判记录",
            "Negotiation record",
            names=("谈判纪要", "记录与行动"),
            help=Text("每个题目一行：双方陈述和结论", "A line for each topic: statements, conclusion"),
        ),
    ] = ()

    @computed(
        Mark(
            "已达成条款",
            "Agreed terms",
            help=Text(
                "状态为“已达成”的议题，客户可见", "The issues that are agreed; the customer may read them"
            ),
        ),
        "issues",
        "rounds",
    )
    def agreed_terms(self) -> tuple[AgreedTerm, ...]:
        """The terms on which both sides agree: all that the customer may read of the issues."""
        return issue.agreed(self.issues, self.rounds)

    @computed(
        _secret("议题权重合计", "Weight of all issues", help=Text("应为 100", "Should be 100")), "issues"
    )
    def weight_total(self) -> Decimal | None:
        """What the weights add up to: 100, where none was forgotten."""
        weights = [each.weight for each in self.issues if each.weight is not None]
        return sum(weights, Decimal(0)) if weights else None

    @computed(
        _secret(
            "已达成权重", "Weight agreed", help=Text("谈成了多大比重", "How much of the weight is settled")
        ),
        "issues",
    )
    def agreed_share(self) -> Decimal | None:
        """How much of the weight is agreed, as a fraction."""
        done = (each.weight or Decimal(0) for each in self.issues if each.status is IssueStatus.AGREED)
        return sums.share(sum(done, Decimal(0)), self.weight_total)

    @computed(
        _secret(
            "让步阶梯", "Concession steps", help=Text("由让步计划算出", "Worked out from the concession plan")
        ),
        "concessions",
    )
    def concession_steps(self) -> tuple[ConcessionStep, ...]:
        """The plan with each step, the discount so far, and the margin that is left."""
        return concession.steps(self.concessions, self.opening_price, self.opening_net, self.cost)

    @computed(
        _secret(
            "谈定折扣",
            "Agreed discount",
            help=Text("相对首次报价便宜了多少", "How much came off the opening price"),
        ),
        "agreed_price",
        "opening_price",
    )
    def agreed_discount(self) -> Decimal | None:
        """How much of the opening price was given away, as a fraction."""
        if self.agreed_price is None:
            return None
        return sums.share(sums.less(self.opening_price, self.agreed_price), self.opening_price)

    @computed(
        _secret(
            "谈定毛利率", "Agreed margin", help=Text("按谈定总价算的毛利率", "The margin at the agreed price")
        ),
        "agreed_price",
        "opening_price",
        "opening_net",
        "cost",
    )
    def agreed_margin(self) -> Decimal | None:
        """The margin at the agreed price, worked out as in the plan."""
        if self.agreed_price is None or self.opening_price is None:
            return None
        net = amounts.part(self.opening_net, self.agreed_price.amount, self.opening_price.amount)
        return concession.margin(net, self.cost)

    @computed(
        _secret(
            "各节点资金成本",
            "Financing cost by payment",
            help=Text("总价×比例×天数×年利率÷365", "Price × share × days × yearly rate / 365"),
        ),
        "payment_terms",
    )
    def financing_costs(self) -> tuple[FinancingCost, ...]:
        """What waiting for each payment costs, on the agreed price, or else the opening price."""
        return terms.financing(self.payment_terms, self.agreed_price or self.opening_price, self.capital_rate)

    @computed(
        _secret(
            "我方条件资金成本合计",
            "Financing cost on our terms",
            help=Text("各节点之和", "The sum over all payments"),
        ),
        "payment_terms",
    )
    def our_financing(self) -> Money | None:
        """The sum of the financing costs on our terms."""
        return sums.total(cost.ours for cost in self.financing_costs)

    @computed(
        _secret(
            "对方条件资金成本合计",
            "Financing cost on their terms",
            help=Text("各节点之和", "The sum over all payments"),
        ),
        "payment_terms",
    )
    def their_financing(self) -> Money | None:
        """The sum of the financing costs on their terms."""
        return sums.total(cost.theirs for cost in self.financing_costs)
