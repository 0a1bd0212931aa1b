"""Money that was to come in, was asked for, and came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model.approval.estimate import Estimate
from kadocs.model.charts.calendar import month_in, month_of, months, named
from kadocs.model.charts.plot import Plot, plot, series
from kadocs.model.charts.wording import unit
from kadocs.model.closing import Closing
from kadocs.model.closing.results import BillKind

_Flow = tuple[int, Money]


def receipts(closing: Closing | None, estimate: Estimate | None) -> Plot | None:
    """Planned receipts, invoices and receipts, cumulated by month; None before the first of the latter."""
    invoiced = list(_billed(closing, BillKind.INVOICE))
    received = list(_billed(closing, BillKind.RECEIPT))
    if not invoiced and not received:
        return None
    planned = [(month_in(row.month), row.inflow) for row in (estimate.cash if estimate else ()) if row.inflow]
    every = [month for month, _ in (*planned, *invoiced, *received)]
    axis = months(min(every) - 1, max(every))
    until = max(month for month, _ in (*invoiced, *received))
    return plot(
        Text("回款：计划、开票与到账的累计金额", "Receipts: planned, invoiced and received, cumulated"),
        map(named, axis),
        [
            series(Text("计划回款累计", "Planned"), _cumulated(planned, axis, axis[-1]), 1),
            series(Text("开票累计", "Invoiced"), _cumulated(invoiced, axis, until), 2),
            series(Text("回款累计", "Received"), _cumulated(received, axis, until), 3),
        ],
        unit=unit(amount for _, amount in (*received, *invoiced, *planned)),
    )


def _billed(closing: Closing | None, kind: BillKind) -> Iterator[_Flow]:
    for bill in closing.billing if closing else ():
        if bill.kind is kind and bill.date is not None:
            yield month_of(bill.date), bill.amount


def _cumulated(flows: Iterable[_Flow], axis: list[int], until: int) -> Iterator[Decimal | None]:
    """What came to pass by each month of the axis; nothing after the last month that is known."""
    known = list(flows)
    for month in axis:
        done = sum((amount.amount for when, amount in known if when <= month), Decimal(0))
        yield done if known and month <= until else None
