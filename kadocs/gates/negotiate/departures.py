"""Where the contract departs from what we offered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kadocs.figures.money import Money
from kadocs.figures.numbers import grouped, percent
from kadocs.findings import Text
from kadocs.gates.arithmetic import unequal
from kadocs.gates.wording import amount
from kadocs.model import Deal
from kadocs.model.contract import Contract
from kadocs.model.contract.review import Difference, Review
from kadocs.model.quote import Quote
from kadocs.tree.node import Path

_FIGURE = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_WAN = Decimal(10_000)


class Departure(NamedTuple):
    """A point in which the contract is not the offer; `figure` is the contract's, or that it leaves out."""

    path: Path
    what: Text
    signed: Text
    offered: Text
    figure: Decimal


def departures(deal: Deal) -> Iterator[Departure]:
    """Price, delivery time, warranty and payment of the contract, where they are not as offered.

    The offered price is that of the letter of bid, or of the opening summary, or the quotation's total; the
    rest is the quotation's. What is not known of either is passed over.
    """
    contract, quote = deal.contract or Contract(), deal.quote or Quote()
    offered = offered_price(deal)
    if contract.amount is not None and offered is not None and unequal(contract.amount, offered):
        path: Path = ("contract", "amount") if contract.stated_amount else ("contract", "prices")
        yield Departure(
            path,
            Text("合同金额", "the amount"),
            amount(contract.amount),
            amount(offered),
            contract.amount.amount,
        )
    for field, what in (
        ("delivery_days", Text("交货期（天）", "the days of delivery")),
        ("warranty_months", Text("质保期（月）", "the months of warranty")),
    ):
        signed, ours = getattr(contract, field), getattr(quote, field)
        if signed is not None and ours is not None and signed != ours:
            yield Departure(("contract", field), what, _shown(signed), _shown(ours), Decimal(signed))
    yield from _payments(contract, quote)


def offered_price(deal: Deal) -> Money | None:
    """The price with tax that we offered last, in writing."""
    if deal.bid and (price := deal.bid.letter_price or deal.bid.opening_price):
        return price
    return deal.quote.total if deal.quote and deal.quote.items else None


def on_record(departure: Departure, review: Review | None) -> bool:
    """Whether an approved row of the differences names the contract's figure, in yuan or in 万元."""
    rows = [row for row in review.differences if row.approved_by] if review else []
    return any(departure.figure in _figures(row) for row in rows)


def _payments(contract: Contract, quote: Quote) -> Iterator[Departure]:
    if not contract.payment or not quote.payment:
        return
    signed = _shares(contract)
    offered = _shares(quote)
    for node, label in {each.node: each.node.label for each in (*contract.payment, *quote.payment)}.items():
        ours, theirs = offered.get(node, Decimal(0)), signed.get(node, Decimal(0))
        if ours != theirs:
            places = [index for index, each in enumerate(contract.payment) if each.node is node]
            yield Departure(
                ("contract", "payment", places[0], "share") if places else ("contract", "payment"),
                Text("“{n}”的付款比例", "the share of “{n}”").fill(n=label),
                Text(percent(theirs), percent(theirs)),
                Text(percent(ours), percent(ours)),
                (theirs or ours) * 100,
            )


def _shares(terms: Contract | Quote) -> dict[object, Decimal]:
    found: dict[object, Decimal] = {}
    for each in terms.payment:
        found[each.node] = found.get(each.node, Decimal(0)) + each.share
    return found


def _figures(row: Difference) -> set[Decimal]:
    text = " ".join(part for part in (row.contract, row.difference) if part)
    found = {Decimal(figure.replace(",", "").replace("，", "")) for figure in _FIGURE.findall(text)}
    return found | {figure * _WAN for figure in found}


def _shown(number: int) -> Text:
    return Text(grouped(number), grouped(number))
