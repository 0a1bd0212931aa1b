"""Where in a bid evaluators find what they look for: proofs of demands, answers to grounds for rejection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from kadocs.model.deal import Deal
from kadocs.model.tender.demands import Demand, DemandKind
from kadocs.model.types import paths
from kadocs.plan.places import Places, Spot

SCAN = "scan-"
"""What the bookmark of a scanned paper begins with; its path follows."""

_LETTERS = ("letter", "response", "cover-letter")
_DEVIATIONS = ("deviations", "technical-deviations", "compliance")

TOPICS: dict[str, tuple[str, ...]] = {
    "name": ("company", "identity"),
    "signature": (*_LETTERS, "opening"),
    "authority": ("identity", "attorney"),
    "consortium": ("consortium",),
    "price": ("opening", *_LETTERS, "prices", "works-prices"),
    "scope": (*_LETTERS, "prices", "works-prices"),
    "delivery": (*_LETTERS, "opening", "plan"),
    "quality": _LETTERS,
    "validity": _LETTERS,
    "bond": ("bond",),
    "terms": ("deviations", "commercial-deviations"),
    "starred": _DEVIATIONS,
    "service": ("service", "opening"),
    "subcontracts": ("subcontracts",),
    "qualification": ("qualifications",),
}
"""What conformity is checked by → the parts that show it, by id or form."""

_MOST = 2
"""So many places are named for one topic; more would not help whoever looks for it."""

_GROUNDS: tuple[tuple[str, str], ...] = (
    ("bond", r"保证金|保函|投标担保|\bbond\b|bid security"),
    ("validity", r"有效期|validity|\bvalid for\b"),
    ("price", r"报价|限价|预算|投标价|\bprice|ceiling|budget"),
    ("starred", r"★|▲|实质性|偏离|偏差|\bstar|deviat|substan"),
    ("consortium", r"联合体|consortium|joint venture"),
    ("subcontracts", r"分包|转包|subcontract"),
    ("authority", r"授权|委托书|\bauthori[sz]|power of attorney"),
    ("signature", r"签字|签署|盖章|签章|印章|\bsign|\bseal|\bstamp"),
    ("delivery", r"交货|工期|交付|履行期|deliver|completion"),
    ("qualification", r"资格|资质|业绩|qualif|licen|experience"),
    ("service", r"质保|保修|服务|warrant|service"),
    ("terms", r"付款|附加条件|合同条款|payment|condition|contract terms"),
)
"""What a ground for rejection is about, by its words; the first that fits."""

_KINDS: dict[DemandKind, tuple[str, ...]] = {
    DemandKind.LICENCE: ("company",),
    DemandKind.CERTIFICATE: ("certificates",),
    DemandKind.EXPERIENCE: ("projects",),
    DemandKind.PEOPLE: ("people",),
    DemandKind.FINANCE: ("finances",),
    DemandKind.CREDIT: ("credit", "no-violation", "litigation"),
}
"""Where a demand of a kind is proved, if nothing else is said."""


def topics(places: Places) -> dict[str, tuple[Spot, ...]]:
    """The places that show each topic of conformity, at most two."""
    return {topic: tuple(_parts(places, names))[:_MOST] for topic, names in TOPICS.items()}


def grounds(deal: Deal, places: Places) -> list[tuple[str, tuple[Spot, ...]]]:
    """Each ground for rejection that the tender names, with the places that show that it does not hold."""
    known = topics(places)
    lines = deal.tender.unacceptable if deal.tender else ()
    return [(line, known.get(_topic(line), ())) for line in lines]


def _topic(line: str) -> str:
    return next((name for name, words in _GROUNDS if re.search(words, line, re.IGNORECASE)), "")


def demands(deal: Deal, places: Places) -> list[tuple[Spot, ...]]:
    """Where each demand on bidders is proved: as it says, else by what answers it, else by its kind."""
    rows = deal.tender.demands if deal.tender else ()
    return [
        (places.named(row.answered_in).spots if row.answered_in else ())
        or tuple(_papers(row, deal, places))
        or tuple(_parts(places, _KINDS.get(row.kind, ()) if row.kind else ()))[:1]
        for row in rows
    ]


def _papers(row: Demand, deal: Deal, places: Places) -> Iterator[Spot]:
    """The first page of the scans of each paper that answers a demand."""
    held = deal.qualifications
    if held is None:
        return
    scans: dict[str, str | None] = {each.id or each.name: each.scan for each in held.certificates}
    scans |= {each.id or each.name: each.proof for each in held.projects}
    scans |= {each.id or each.name: each.scan for each in held.people}
    scans |= {str(each.year): each.scan for each in held.finance}
    for name in row.answered_by:
        yield from _scanned(places, scans.get(name))
    if row.kind is DemandKind.LICENCE and not row.answered_by and deal.vendor:
        yield from _scanned(places, deal.vendor.licence_scan)


def _scanned(places: Places, files: str | None) -> Iterator[Spot]:
    names = [SCAN + path for path in paths(files or "")]
    yield from [spot for name in names for spot in places.scans if spot.name == name][:1]


def _parts(places: Places, names: tuple[str, ...]) -> Iterator[Spot]:
    """The parts with one of these ids or forms, in the order of the names."""
    return chain.from_iterable(
        [spot for spot in places.parts if name in spot.ids][:1] for name in dict.fromkeys(names)
    )
