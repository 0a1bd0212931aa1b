"""Last days that follow from the law: to object, to question, of the bid's validity, of refunds."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kadocs.figures import dates
from kadocs.figures.workdays import CHINA, Calendar
from kadocs.findings import Fault, Text
from kadocs.gates.bid.law.ground import by_tender_law, valid_until
from kadocs.gates.procurement import government
from kadocs.model import Deal
from kadocs.model.bid import Bid
from kadocs.model.bid.decision import BidStatus
from kadocs.model.tender import Tender
from kadocs.tree.node import Path


class Last(NamedTuple):
    """A day that follows from the law: what ends on it, and the field from which it is counted."""

    title: Text
    day: date
    path: Path


def calendar(deal: Deal) -> Calendar:
    """The working days by which periods are counted: China's, and what the vendor adds to them."""
    if deal.vendor is None:
        return CHINA
    return CHINA.with_days(_days(deal.vendor.holidays), _days(deal.vendor.workdays))


def objection_by(tender: Tender) -> date | None:
    """The last day for objections to the tender: ten days before the deadline (实施条例 art. 22)."""
    return tender.deadline.date() - timedelta(days=10) if tender.deadline else None


def question_by(deal: Deal) -> date | None:
    """The last day to question a government purchase: the 7th working day (政府采购法 art. 52)."""
    issued = deal.tender.issued_on if deal.tender else None
    return calendar(deal).working_day(issued, 7) if issued else None


def refund_by(deal: Deal) -> date | None:
    """The last day for the bid bond to come back once the contract is signed.

    Five days (实施条例 art. 57), or five working days in government procurement, where who lost counts
    them from the notice of the award (87号令 art. 38).
    """
    contract = deal.contract
    signed = contract.signed_on if contract else None
    if government(deal) and contract and deal.bid and deal.bid.status is BidStatus.LOST:
        signed = contract.award_date
    if signed is None:
        return None
    if government(deal):
        return calendar(deal).working_day(signed, 5)
    return calendar(deal).last_day(signed, 5)


def last_days(deal: Deal) -> Iterator[Last]:
    """The days of a tender that no field states, as far as they follow from what the deal says."""
    tender, bid = deal.tender or Tender(), deal.bid or Bid()
    if by_tender_law(deal) and (by := objection_by(tender)):
        yield Last(Text("对招标文件的异议", "Objections to the tender"), by, ("tender", "deadline"))
    if government(deal) and (by := question_by(deal)):
        yield Last(Text("对采购文件的质疑", "Questioning the purchase"), by, ("tender", "issued_on"))
    if by := valid_until(tender, bid):
        yield Last(Text("投标有效期届满", "End of the bid's validity"), by, ("tender", "deadline"))


def _days(written: tuple[str, ...]) -> Iterator[date]:
    """The days that can be read; BID051 tells of the others."""
    for each in written:
        with contextlib.suppress(Fault):
            yield dates.parse(each)
