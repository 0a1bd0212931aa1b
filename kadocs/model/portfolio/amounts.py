"""What the figures of several deals have in common: names, currencies, days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kadocs.figures.money import Money
from kadocs.model.deal import Deal
from kadocs.model.quote import Quote

NEVER = date.min
"""The day of what has no day, before all others."""


def named(deal: Deal) -> str:
    """What a deal is called among those of its account."""
    opportunity = deal.opportunity
    return (opportunity and (opportunity.name or opportunity.id)) or "–"


def called(deal: Deal) -> str:
    """What we call a deal among ourselves: its short form, where it has one."""
    return (deal.opportunity and deal.opportunity.alias) or named(deal)


def priced(amount: Money | None, deal: Deal) -> Money | None:
    """The amount in its own currency, else in that of the deal's contract, of its quotation, or the usual."""
    if amount is None or amount.currency:
        return amount
    said = (deal.contract and deal.contract.currency) or (deal.quote and deal.quote.currency)
    return replace(amount, currency=said or str(Quote.model_fields["currency"].default))


def newest(deal: Deal) -> date:
    """The last day of which the deal says that something was done, or `NEVER`."""
    opportunity, contract, closing = deal.opportunity, deal.contract, deal.closing
    days = [
        opportunity and opportunity.stage_since,
        opportunity and opportunity.verified_on,
        opportunity and opportunity.initiated_on,
        deal.quote and deal.quote.date,
        contract and contract.signed_on,
        closing and closing.closed_on,
    ]
    return max((day for day in days if day), default=NEVER)
