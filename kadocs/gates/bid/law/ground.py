"""What the rules of the law share: where each holds, what a breach leads to, the bid's dates and price."""

from __future__ import annotations

from datetime import date, timedelta

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.gates.procurement import GOVERNMENT, government
from kadocs.gates.rule import Breach, Case
from kadocs.model import Deal
from kadocs.model.bid import Bid
from kadocs.model.bid.decision import BidStatus
from kadocs.model.opportunity import ProcurementMethod, Regime
from kadocs.model.tender import Tender
from kadocs.tree.node import Path

TENDERS = (Regime.NDRC_EQUIPMENT, Regime.NDRC_CONSTRUCTION, Regime.NDRC_SERVICE)
"""Tenders under 招标投标法 that follow the standard documents of 发展改革委."""

PURCHASES = (Regime.GOV_GOODS, Regime.GOV_SERVICES)
"""Tenders under 政府采购法 to which 财政部令第87号 applies."""

TENDER_LAW = (*TENDERS, Regime.ENTERPRISE)
"""The regimes of 招标投标法; an enterprise's purchase is one where it tenders (`by_tender_law`)."""

BY_LAW = (*TENDER_LAW, *PURCHASES)
"""All tenders whose course a law of China sets."""

GOVERNMENT_ALL = GOVERNMENT
"""All purchases under 政府采购法, by tender or not."""

REJECTED = Text("否决投标", "the bid is rejected")
INVALID = Text("投标无效", "the bid is invalid")
REFUSED = Text("拒收", "the bid is not accepted")
REVOKED = Text("视为撤回或撤销投标", "the bid counts as withdrawn")

AT_SEALING = frozenset(("BID009", "BID010", "BID011", "BID013", "BID014", "BID060"))
"""The rules that have nothing to judge until the bid is signed and sealed."""

_TOLD = Text("{m}（后果：{e}）", "{m} (consequence: {e})")
_TENDERED = (ProcurementMethod.OPEN, ProcurementMethod.INVITED)
_SEALED = (
    BidStatus.SEALED,
    BidStatus.SUBMITTED,
    BidStatus.OPENED,
    BidStatus.WON,
    BidStatus.LOST,
    BidStatus.REJECTED,
)


def breach(path: Path, message: Text, hint: Text, effect: Text) -> Breach:
    """A breach whose message names what it leads to."""
    return Breach(path, _TOLD.fill(m=message, e=effect), hint)


def fatal(deal: Deal) -> Text:
    """How the law calls the end of a bid: 投标无效 in government procurement, else 否决投标."""
    return INVALID if government(deal) else REJECTED


def parts(case: Case) -> tuple[Tender, Bid]:
    """The tender and the bid of the deal; empty ones where it has none."""
    return case.deal.tender or Tender(), case.deal.bid or Bid()


def regime(deal: Deal) -> Regime | None:
    """The rules that the tender follows, if the deal says so."""
    return deal.opportunity.regime if deal.opportunity else None


def by_tender_law(deal: Deal) -> bool:
    """Whether 招标投标法 applies: to every tender (art. 2), and to no other purchase of an enterprise."""
    found = regime(deal)
    if found is not Regime.ENTERPRISE or deal.opportunity is None:
        return found in TENDERS
    return deal.opportunity.procurement_method in _TENDERED or bool(deal.tender and deal.tender.must_tender)


def by_law(deal: Deal) -> bool:
    """Whether a law of China sets the course of the purchase."""
    return government(deal) or by_tender_law(deal)


def sealed(bid: Bid) -> bool:
    """Whether the bid is sealed, so that all signatures and seals must be on it."""
    return bid.submitted_at is not None or bid.status in _SEALED


def valid_until(tender: Tender, bid: Bid) -> date | None:
    """The last day on which the bid binds us: days from the deadline, which is not counted.

    The longer of what is asked for and offered (招标投标法实施条例 art. 25; 财政部令第87号 art. 23).
    """
    days = max(tender.validity_days or 0, bid.validity_days or 0)
    return tender.deadline.date() + timedelta(days=days) if tender.deadline and days else None


def price(deal: Deal) -> tuple[Path, Money] | None:
    """The price that is bid, and where it stands: opening summary, else letter, else quotation."""
    bid = deal.bid or Bid()
    for part in ("opening_price", "letter_price"):
        stated = in_full(getattr(bid, part), deal)
        if stated is not None:
            return ("bid", part), stated
    total = quoted(deal)
    return None if total is None else (("quote", "items"), total)


def quoted(deal: Deal) -> Money | None:
    """The total of the quotation with tax, if there is one."""
    return deal.quote.total if deal.quote is not None and deal.quote.items else None


def in_full(price: Money | None, deal: Deal) -> Money | None:
    """A total of the bid with the currency and the tax flag of the quotation, where it names none."""
    total = quoted(deal)
    if price is None or total is None:
        return price
    return Money(price.amount, price.currency or total.currency, price.tax or total.tax)
