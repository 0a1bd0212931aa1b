"""What the price is made of, and how it is paid: for the customer too."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.figures.numbers import percent
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.charts.plot import Plot, plot, series
from kadocs.model.charts.wording import short, unit
from kadocs.model.contract import Contract
from kadocs.model.quote import Quote

MOST_CATEGORIES = 8

_OTHERS, _UNNAMED = Text("其他", "Others"), Text("未分类", "Not classified")


def price_breakdown(quote: Quote | None) -> Plot | None:
    """What each category of the quotation comes to, with tax; the smallest of more than eight together."""
    if quote is None or not quote.categories:
        return None
    rows = [(short(row.category) if row.category else _UNNAMED, row.total) for row in quote.categories]
    rows = _gathered(rows)
    whole = sums.total(amount for _, amount in rows)
    return plot(
        Text("报价构成：各类含税金额", "Price by category, with tax"),
        (_with_share(name, sums.share(amount, whole)) for name, amount in rows),
        [series(Text("含税金额", "Amount with tax"), (amount.amount for _, amount in rows), 1)],
        unit=unit(amount for _, amount in rows),
    )


def payment_timeline(contract: Contract | None, quote: Quote | None) -> Plot | None:
    """Each instalment and the share paid by then: those of the contract, or else of the quotation."""
    steps = (contract.instalments if contract else ()) or (quote.instalments if quote else ())
    if not steps:
        return None
    shares = [step.share for step in steps]
    return plot(
        Text("付款计划：各期金额和累计比例", "Payments: each instalment, and the share paid by then"),
        (step.node.label for step in steps),
        [
            series(Text("付款金额", "Instalment"), (_number(step.amount) for step in steps), 1),
            series(Text("累计比例", "Paid so far"), (sum(shares[: n + 1]) for n in range(len(shares))), 2),
        ],
        unit=unit(step.amount for step in steps),
    )


def _gathered(rows: Sequence[tuple[Text, Money]]) -> list[tuple[Text, Money]]:
    if len(rows) <= MOST_CATEGORIES:
        return list(rows)
    large = sorted(rows, key=lambda row: -row[1].amount)[: MOST_CATEGORIES - 1]
    kept = [row for row in rows if row in large][: MOST_CATEGORIES - 1]
    rest = sums.total(amount for name, amount in rows if (name, amount) not in kept)
    return kept if rest is None else [*kept, (_OTHERS, rest)]


def _with_share(name: Text, share: Decimal | None) -> Text:
    if share is None:
        return name
    return Text("{n}（{s}）", "{n} ({s})").fill(n=name, s=percent(share, 1))


def _number(amount: Money | None) -> Decimal | None:
    return None if amount is None else amount.amount
