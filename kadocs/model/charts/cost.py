"""What the deal costs and leaves: for our own people."""

from __future__ import annotations

from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.findings import NOTHING, Text
from kadocs.model.approval import Approval
from kadocs.model.approval.costs import CashBalance, CostClass
from kadocs.model.approval.estimate import Estimate
from kadocs.model.charts.plot import Plot, Series, plot, series
from kadocs.model.charts.wording import unit
from kadocs.model.closing import Closing
from kadocs.model.negotiation import Negotiation
from kadocs.model.quote import Quote

MOST_MONTHS = 24

_THIN = Decimal("0.05")  # a part thinner than this has no room for its figure


def cost_stack(estimate: Estimate | None) -> Plot | None:
    """The four classes of cost and the gross profit on top of each other, beside the price without tax."""
    if estimate is None:
        return None
    parts = (estimate.labour, estimate.services, estimate.purchases, estimate.expenses)
    known = [part for part in parts if part is not None and part.amount]
    if not known:
        return None
    price, profit = estimate.net_price, estimate.gross_profit
    profit = profit if profit is not None and profit.amount > 0 else None
    names = (*(each.label for each in CostClass), Text("毛利", "Gross profit"))
    most = max(abs(part.amount) for part in (*known, price, profit) if part is not None)
    rows = [
        _part(name, part, number, most)
        for number, (name, part) in enumerate(zip(names, (*parts, profit), strict=True), start=1)
    ]
    rows.append(series(Text("不含税报价", "Price without tax"), (None, _number(price)), len(rows) + 1))
    return plot(
        Text("成本构成与不含税报价", "Cost by class, and the price without tax"),
        (Text("成本与毛利", "Cost and profit"), Text("不含税报价", "Price without tax")),
        rows,
        unit=unit((price, *parts)),
    )


def margin_floor(
    approval: Approval | None,
    quote: Quote | None,
    negotiation: Negotiation | None,
    closing: Closing | None,
) -> Plot | None:
    """The gross margin from the estimate through quotation and rounds to the close, against the floor."""
    estimate = approval.estimate if approval else None
    rows = [(Text("立项测算", "Estimate"), estimate.gross_margin if estimate else None)]
    rows.append((Text("报价", "Quotation"), quote.margin_share if quote else None))
    for step in negotiation.concession_steps if negotiation else ():
        rows.append((Text("第{n}轮", "Round {n}").fill(n=step.round), step.margin))
    rows.append((Text("谈定", "Agreed"), negotiation.agreed_margin if negotiation else None))
    rows.append((Text("结项", "Actual"), closing.margin if closing else None))
    known = [(name, margin) for name, margin in rows if margin is not None]
    if not known:
        return None
    floor = estimate.margin_floor if estimate else None
    return plot(
        Text("各阶段毛利率与底线", "Gross margin at each step, against the floor"),
        (name for name, _ in known),
        [
            series(Text("毛利率", "Gross margin"), (margin for _, margin in known), 1),
            series(Text("毛利率底线", "Floor"), (floor for _ in known), 2),
        ],
    )


def cash_flow(estimate: Estimate | None) -> Plot | None:
    """What comes in and goes out by month, and what that adds up to; of a long time the ends of quarters."""
    cash = estimate.cash if estimate else ()
    months = _periods(cash)
    if not months:
        return None
    shown = [row for _, row in months]
    note = NOTHING if len(months[0][0].zh) == len("2027-01") else Text("按季汇总。", "By quarter.")
    return plot(
        Text("现金流：收款、付款和累计净流量", "Cash flow: in, out and cumulated"),
        (name for name, _ in months),
        [
            series(Text("收款", "In"), (row[0] for row in shown), 1),
            series(Text("付款", "Out"), (row[1] for row in shown), 2),
            series(Text("累计净流量", "Cumulated"), (row[2] for row in shown), 3),
        ],
        unit=unit(amount for row in cash for amount in (row.inflow, row.outflow)),
        note=note if note != NOTHING else None,
    )


def _part(name: Text, part: Money | None, number: int, most: Decimal) -> Series:
    value = _number(part) or None
    thin = value is not None and abs(value) < most * _THIN
    return series(name, (value, None), number, (NOTHING, NOTHING) if thin else ())


_Flow = tuple[Decimal, Decimal, Decimal | None]


def _periods(rows: tuple[CashBalance, ...]) -> list[tuple[Text, _Flow]]:
    """In, out as a negative number, and cumulated: month by month, or by quarter where there are many."""
    found: dict[str, _Flow] = {}
    for row in rows:
        name = row.month if len(rows) <= MOST_MONTHS else _quarter(row.month)
        before = found.get(name, (Decimal(0), Decimal(0), None))
        into, out = _number(row.inflow) or Decimal(0), _number(row.outflow) or Decimal(0)
        found[name] = before[0] + into, before[1] - out, _number(row.balance)
    return [(Text(name, name), flow) for name, flow in found.items()]


def _quarter(month: str) -> str:
    return f"{month[:4]}Q{(int(month[5:7]) + 2) // 3}"


def _number(amount: Money | None) -> Decimal | None:
    return None if amount is None else amount.amount
