"""What the later stages of a deal take over from the earlier ones, where they say nothing of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import singledispatch
from typing import Any, TypeVar, cast

from kadocs.figures.money import Money
from kadocs.model import sums
from kadocs.model.amounts import in_currency
from kadocs.model.approval import Approval
from kadocs.model.closing import Closing
from kadocs.model.contract import Contract
from kadocs.model.delivery import Delivery
from kadocs.model.negotiation import Negotiation
from kadocs.model.noun import Noun
from kadocs.model.quote import Quote

Section = TypeVar("Section", bound=Noun)


def filled(section: Section | None, earlier: Mapping[str, Any]) -> Section | None:
    """The section with what it leaves blank taken from the `earlier` ones, and its amounts in their currency.

    A contract names its own currency or has that of the quotation; delivery and closing have the
    contract's. Raises `ValidationError` with each amount in another currency, at its path.
    """
    if section is None:
        return None
    quote, contract = earlier.get("quote"), earlier.get("contract")
    currency = getattr(section if isinstance(section, Contract) else contract, "currency", None)
    priced = in_currency(section, currency or (quote.currency if quote else ""))
    return cast(Section, _filled(priced, earlier))


@singledispatch
def _filled(section: Noun, earlier: Mapping[str, Any]) -> Noun:
    raise TypeError(f"{type(section).__name__} takes nothing over")


@_filled.register
def _(section: Negotiation, earlier: Mapping[str, Any]) -> Noun:
    quote: Quote | None = earlier.get("quote")
    approval: Approval | None = earlier.get("approval")
    estimate = approval.estimate if approval else None
    if estimate and (quote is None or estimate.currency == quote.currency):
        section = _blanks(section, cost=estimate.total_cost)
    if quote is None or not quote.items:
        return section
    return _blanks(section, opening_price=quote.total, opening_net=quote.subtotal, cost=quote.cost)


@_filled.register
def _(section: Contract, earlier: Mapping[str, Any]) -> Noun:
    quote: Quote | None = earlier.get("quote")
    return _blanks(section, currency=quote.currency) if quote else section


@_filled.register
def _(section: Delivery, earlier: Mapping[str, Any]) -> Noun:
    contract: Contract | None = earlier.get("contract")
    if section.settlement is not None:
        changes = sums.total(change.amount for change in section.changes)
        settlement = _blanks(section.settlement, changes_amount=changes)
        if contract is not None:
            settlement = _blanks(settlement, contract_amount=contract.amount)
        section = section.model_copy(update={"settlement": settlement})
    if contract is None:
        return section
    return _blanks(section, warranty_months=contract.warranty_months, warranty_start=contract.warranty_start)


@_filled.register
def _(section: Closing, earlier: Mapping[str, Any]) -> Noun:
    contract: Contract | None = earlier.get("contract")
    delivery: Delivery | None = earlier.get("delivery")
    if contract is not None:
        section = _blanks(section, planned_revenue=contract.net_amount)
    if delivery is not None:
        section = _blanks(section, retention_due=delivery.warranty_to)
        if settlement := delivery.settlement:
            section = _blanks(section, settled=settlement.total, retention=settlement.retention)
    return _blanks(section, settled=contract.amount) if contract else section


def _blanks(noun: Section, **values: object) -> Section:
    """The noun with each of `values` where it has none, amounts as a file gives them: without a tax flag."""
    blank = {name: _plain(value) for name, value in values.items() if getattr(noun, name) is None}
    return noun.model_copy(update=blank)


def _plain(value: object) -> object:
    return replace(value, tax="") if isinstance(value, Money) else value
