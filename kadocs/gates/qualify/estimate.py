"""成本测算: sums that add up, and cash that is the price and the cost."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures import vat
from kadocs.figures.money import Money
from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import amount
from kadocs.model import sums
from kadocs.model.approval.estimate import Estimate
from kadocs.tree.node import Path

_ESTIMATE: Path = ("approval", "estimate")
_ROUNDING = Decimal(1)
"""So much may sums differ by rounding line by line."""


@rule(
    "QUAL022",
    Severity.ERROR,
    zh="""
    每行成本等于数量 × 单位成本。

    检查什么：填了数量、单位成本和金额的成本行，金额等于 数量 × 单位成本（四舍五入到分）。
    为什么：测算用的是算出来的金额；两个数不同，说明其中一个是旧的。
    依据：成本测算表的算术关系。
    示例：26 站段、单位成本 21,000，金额却是 564,000。
    怎么办：改正其中一个；金额也可以不填。
    """,
)
def cost_lines(case: Case) -> Iterator[Breach]:
    """A line of the costs is quantity × unit cost.

    What: where a line has quantity, unit cost and amount, the amount is their product, to the cent.
    Why: the estimate takes the product; where the two differ one of them is old.
    Basis: the arithmetic of the cost table.

    Example: 26 stations at 21,000, and the amount says 564,000.

    What to do: correct one of them; the amount may also be left out.
    """
    for index, row in enumerate(_estimate(case).costs):
        stated, due = row.stated_amount, row.amount
        if stated is not None and due is not None and stated.rounded().amount != due.amount:
            message = Text("“{n}”的金额填的是 {a}，算出来是 {b}", "“{n}” says {a}, but comes to {b}")
            yield Breach(
                (*_ESTIMATE, "costs", index, "amount"),
                message.fill(n=row.name, a=amount(stated), b=amount(due)),
                Text("请改正数量、单位成本或金额", "Correct quantity, unit cost or amount"),
            )


@rule(
    "QUAL023",
    Severity.ERROR,
    zh="""
    测算的含税报价、税率和不含税报价对得上。

    检查什么：三者都填时，不含税报价等于 含税报价 ÷（1 + 综合税率），尾差不超过 1 元；
    只填两个报价时，不含税不高于含税。
    为什么：毛利率按不含税报价算，税没有扣或扣了两次，毛利就错了。
    依据：增值税价税分离：不含税价 = 含税价 ÷（1 + 税率）。
    示例：含税 113 万元、税率 13%，不含税却填 113 万元。
    怎么办：改正其中一个；多种税率时不填综合税率，直接填不含税报价。
    """,
)
def price_without_tax(case: Case) -> Iterator[Breach]:
    """Price with tax, rate and price without tax agree.

    What: where all three are given, the net price is price ÷ (1 + rate), give or take 1 by rounding; where
    only the two prices are, the net one is not higher.
    Why: margins are taken from the net price; with the tax left in or taken out twice they are wrong.
    Basis: how value-added tax is parted from a price: net = price ÷ (1 + rate).

    Example: 1.13 million at 13 %, and the net price says 1.13 million.

    What to do: correct one of them; with several rates leave the overall rate out and give the net price.
    """
    estimate = _estimate(case)
    price, stated = estimate.price, estimate.stated_net
    if price is None or stated is None:
        return
    due = vat.net(price, estimate.tax_rate) if estimate.tax_rate is not None else None
    wrong = abs(stated.amount - due.amount) > _ROUNDING if due else stated.amount > price.amount
    if wrong:
        yield Breach(
            (*_ESTIMATE, "net_price"),
            Text("不含税报价 {n} 与含税报价 {p} 对不上", "{n} without tax does not fit {p} with tax").fill(
                n=amount(stated), p=amount(price)
            ),
            Text("应为 {d}", "It should be {d}").fill(d=amount(due))
            if due
            else Text("请改正其中一个", "Correct one of the two"),
        )


@rule(
    "QUAL024",
    Severity.ERROR,
    needs_whole=((*_ESTIMATE, "cash_flow"),),
    zh="""
    现金流的收款合计等于报价。

    检查什么：现金流表各月收款之和等于测算的含税报价。
    为什么：少列一笔质保金，最大垫资和资金成本就算错了。
    依据：各期收款之和等于合同总价。
    示例：报价 2,096.89 万元，各月收款合计 2,033.98 万元，漏了质保金。
    怎么办：补上漏掉的收款，或改正金额。
    """,
)
def cash_in(case: Case) -> Iterator[Breach]:
    """What comes in is the price.

    What: the receipts of all months add up to the price with tax.
    Why: with the retention forgotten, peak funding and financing cost are wrong.
    Basis: the instalments add up to the price.

    Example: the price is 20.97 million, and 20.34 million come in: the retention is missing.

    What to do: add the receipt that is missing, or correct an amount.
    """
    estimate = _estimate(case)
    received = sums.total(month.inflow for month in estimate.cash_flow)
    price = estimate.price
    if price is None or received is None or received.currency != price.currency:
        return
    if received.rounded().amount != price.rounded().amount:
        yield Breach(
            (*_ESTIMATE, "cash_flow"),
            Text("收款合计 {r}，报价是 {p}", "{r} come in, and the price is {p}").fill(
                r=amount(received), p=amount(price)
            ),
            Text("请补上漏掉的收款，或改正金额", "Add the receipt that is missing, or correct an amount"),
        )


@rule(
    "QUAL025",
    Severity.WARNING,
    needs_whole=((*_ESTIMATE, "cash_flow"), (*_ESTIMATE, "costs")),
    zh="""
    现金流的付款合计与成本相当。

    检查什么：各月付款之和不少于总成本，也不多于总成本加税，再加销项税、附加、期间费用和资金成本。
    为什么：付款少列，垫资看起来很小；多列，项目看起来做不起。
    依据：成本测算不含税，现金流含税；两者相差的只有税和费用。
    示例：总成本 1,229 万元，付款合计只有 900 万元。
    怎么办：对照成本明细，补上漏掉的付款，或删去重复的。
    """,
)
def cash_out(case: Case) -> Iterator[Breach]:
    """What goes out is about the cost.

    What: the payments of all months are at least the total cost, and at most that with tax on it, the output
    tax, surcharges, overhead and financing.
    Why: with payments forgotten little seems to be laid out; with some twice, too much.
    Basis: costs are without tax and cash with it; only taxes and charges lie between them.

    Example: the cost is 12.29 million, and 9.0 million go out.

    What to do: go through the costs; add the payments that are missing, delete those that are there twice.
    """
    estimate = _estimate(case)
    paid, cost = sums.total(month.outflow for month in estimate.cash_flow), estimate.total_cost
    if paid is None or cost is None or paid.currency != cost.currency:
        return
    most = _most_paid(estimate, cost)
    if paid.amount < cost.amount or (most is not None and paid.amount > most):
        yield Breach(
            (*_ESTIMATE, "cash_flow"),
            Text("付款合计 {p}，总成本是 {c}", "{p} go out, and the cost is {c}").fill(
                p=amount(paid), c=amount(cost)
            ),
            Text("请对照成本明细核对付款", "Go through payments and costs"),
        )


def _estimate(case: Case) -> Estimate:
    approval = case.deal.approval
    return (approval.estimate if approval else None) or Estimate()


def _most_paid(estimate: Estimate, cost: Money) -> Decimal | None:
    """The most that can go out for the cost: with tax on it, and all that is paid beside."""
    price, net = estimate.price, estimate.net_price
    if not price or not net:
        return None
    beside = (estimate.tax, estimate.surcharges, estimate.overhead, estimate.financing)
    charges = sum((each.amount for each in beside if each is not None), Decimal(0))
    most: Decimal = cost.amount * price.amount / net.amount + charges
    return most
