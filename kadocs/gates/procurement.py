"""Which law a purchase comes under: that of tenders, that of government procurement, or none."""

from __future__ import annotations

from kadocs.gates import stages
from kadocs.model import Deal
from kadocs.model.bid.decision import BidStatus
from kadocs.model.opportunity import Regime, Stage

GOVERNMENT = (Regime.GOV_GOODS, Regime.GOV_SERVICES, Regime.GOV_NEGOTIATION)
"""The regimes of 政府采购法."""

_FREE = (Regime.ENTERPRISE, Regime.RFP, Regime.GOV_NEGOTIATION)


def lawful_tender(deal: Deal) -> bool:
    """Whether the purchase is a tender to which 招标投标法 applies as kadocs judges it.

    An enterprise's own tender rules and requests for proposals leave talks and changes to the parties, and a
    government negotiation is no tender. Where no regime is named, a tender in yuan counts.
    """
    regime = deal.opportunity.regime if deal.opportunity else None
    if not stages.tendered(deal) or regime in _FREE:
        return False
    return regime is not None or currency(deal) == "CNY"


def government(deal: Deal) -> bool:
    """Whether the purchase comes under 政府采购法."""
    return deal.opportunity is not None and deal.opportunity.regime in GOVERNMENT


def awarded(deal: Deal) -> bool:
    """Whether the deal says that the tender was decided for us."""
    return (
        (deal.contract is not None and deal.contract.award_date is not None)
        or (deal.bid is not None and deal.bid.status is BidStatus.WON)
        or stages.current(deal) in (Stage.DELIVER, Stage.WON)
    )


def currency(deal: Deal) -> str:
    """The currency in which the deal is made: the contract's, or else the quotation's; "" if nothing says."""
    named = deal.contract.currency if deal.contract else None
    return named or (deal.quote.currency if deal.quote else "")
