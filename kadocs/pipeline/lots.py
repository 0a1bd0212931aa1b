"""One bidder a lot: whoever prepares the bids of two bidders for one lot colludes, so kadocs makes none.

Regulation on the Implementation of the Tendering and Bidding Law, article 40.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kadocs import pack
from kadocs.audit.folding import bare
from kadocs.deliverables import Deliverable
from kadocs.findings import Finding, Place, Severity, Text
from kadocs.model import Deal
from kadocs.model.portfolio import Portfolio
from kadocs.pipeline.judging import Verdict
from kadocs.plan import Subject
from kadocs.tree.node import place_of

_TWO = Text(
    "同一标段已有另一个投标人的投标文件：招标编号 {n}{l}，本商机的投标人是“{b}”，{w} 里是“{o}”。"
    "不同投标人的投标文件由同一单位编制，视为相互串通投标（招标投标法实施条例第四十条），kadocs 不生成",
    "another bidder's pack for this lot is there: tender {n}{l}; the bidder of this deal is “{b}”, that of "
    "{w} “{o}”. Bids of different bidders prepared by one unit count as collusion (Implementing Regulation "
    "of the Tendering and Bidding Law, art. 40), and kadocs makes neither",
)
_LOT = Text("，标段 {l}", ", lot {l}")
_TWO_HINT = Text(
    "一个标段只为一个投标人编制；如果只是公司名称写错过，请把两处改成一致（manifest 里的旧记录可以删去）",
    "Prepare one bidder's pack for a lot. Where a name was only mistyped, make both the same (an old record "
    "in manifest may be deleted)",
)


class Bid(NamedTuple):
    """Who bids for what: the tender's number, the lot ("" where there are none), and the bidder's name."""

    tender: str
    lot: str
    bidder: str

    @classmethod
    def of(cls, deal: Deal | Portfolio) -> Bid | None:
        """The bid of a deal that says which tender it is for, and who bids."""
        if not isinstance(deal, Deal) or deal.tender is None or deal.vendor is None:
            return None
        number, bidder = deal.tender.number, deal.vendor.legal_name
        return cls(number, deal.tender.lot or "", bidder) if number and bidder else None

    def rivals(self, other: Bid) -> bool:
        """Whether it is for the same lot of the same tender by somebody else, however they are spelled."""
        same = [bare(mine) == bare(theirs) for mine, theirs in zip(self, other, strict=True)]
        return same == [True, True, False]


def is_bid(deliverable: Deliverable) -> bool:
    """Whether a deliverable is the volumes of a bid."""
    return any(output.volumes for output in deliverable.says.outputs)


def entry(subject: Subject) -> dict[str, str]:
    """What the manifest of a bid tells of it, from which later runs know whose bid it was."""
    bid = Bid.of(subject.deal)
    return bid._asdict() if bid else {}


def guarded(
    candidates: Iterable[tuple[Subject, Verdict]], subjects: Sequence[Subject], out: Path
) -> list[tuple[Subject, Verdict]]:
    """The candidates, with an error (OUT035) on each bid for a lot that has another bidder.

    That may be in this run, or in a manifest below `out`.
    """
    found = list(candidates)
    if not any(is_bid(verdict.deliverable) for _, verdict in found):
        return found
    known = [*_of_this_run(subjects), *_recorded(out)]
    return [(subject, _judged(subject, verdict, known)) for subject, verdict in found]


def _of_this_run(subjects: Iterable[Subject]) -> Iterator[tuple[str, Bid]]:
    for subject in subjects:
        if bid := Bid.of(subject.deal):
            yield _place(subject).in_(subject.deal.language.code), bid


def _recorded(out: Path) -> Iterator[tuple[str, Bid]]:
    """The bids that manifests of earlier runs tell of."""
    for path, told in pack.records(out, holding="bidder"):
        fields = [each for name in Bid._fields if isinstance(each := told.get(name, ""), str)]
        if len(fields) == len(Bid._fields):
            yield path.as_posix(), Bid(*fields)


def _judged(subject: Subject, verdict: Verdict, known: Iterable[tuple[str, Bid]]) -> Verdict:
    bid = Bid.of(subject.deal)
    if bid is None or not is_bid(verdict.deliverable):
        return verdict
    where, other = next(((where, each) for where, each in known if bid.rivals(each)), ("", bid))
    if other is bid:
        return verdict
    said = _TWO.fill(
        n=bid.tender,
        l=_LOT.fill(l=bid.lot) if bid.lot else Text("", ""),
        b=bid.bidder,
        w=where,
        o=other.bidder,
    )
    refused = Finding("OUT035", Severity.ERROR, _place(subject), said, _TWO_HINT, "vendor.legal_name")
    return verdict._replace(findings=(*verdict.findings, refused))


def _place(subject: Subject) -> Place:
    return place_of(subject.tree, ("tender", "number"))
