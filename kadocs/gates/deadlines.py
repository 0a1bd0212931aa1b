"""The days that a deal has to keep: what falls due next, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from kadocs.findings import Text
from kadocs.gates import stages
from kadocs.gates.bid.law.calendar import last_days
from kadocs.gates.needs import along, value
from kadocs.gates.workable import ERRORS
from kadocs.model import Deal
from kadocs.model.choice import Choice
from kadocs.model.opportunity import Stage
from kadocs.tree.node import Path


class Deadline(NamedTuple):
    """A day that a deal has to keep: what it is, and the field that says it."""

    title: Text
    day: date
    path: Path


@dataclass(frozen=True, slots=True)
class _Rows:
    """A list whose rows each have a day; `name` says which row it is, `done` that it is past."""

    path: tuple[str, str]
    day: str
    name: str
    done: str = ""


_UNTIL_SIGNED = (
    "opportunity.expected_tender",
    "tender.sold_until",
    "tender.site_visit",
    "tender.questions_until",
    "tender.bond.due",
    "tender.deadline",
    "tender.opening",
    "bid.bond.valid_until",
    "quote.valid_until",
    "opportunity.expected_sign",
    "contract.sign_by",
)
"""The days of the sale itself, which count no more once the contract is signed."""

_AFTER = ("contract.bond_valid_to", "delivery.warranty_to", "closing.retention_due")

_LISTS_UNTIL_SIGNED = (_Rows(("qualifications", "certificates"), "valid_until", "name"),)
_LISTS = (
    _Rows(("solution", "milestones"), "date", "name"),
    _Rows(("delivery", "stages"), "planned", "stage", done="actual"),
    _Rows(("delivery", "acceptances"), "date", "type"),
    _Rows(("delivery", "open_issues"), "due", "text", done="closed_on"),
)

_NAMED = Text("{title}：{name}", "{title}: {name}")


def upcoming(deal: Deal, as_of: date) -> tuple[Deadline, ...]:
    """The deal's deadlines from the day `as_of` on, the nearest first; none if it is lost or dropped."""
    if stages.current(deal) in (Stage.LOST, Stage.DROPPED):
        return ()
    found = [each for each in _all(deal, as_of) if each.day >= as_of]
    return tuple(sorted(found, key=lambda each: each.day))


def _all(deal: Deal, as_of: date) -> Iterator[Deadline]:
    selling = not _signed(deal, as_of)
    for name in (*(_UNTIL_SIGNED if selling else ()), *_AFTER):
        day = _day(_held(deal, name))
        if day:
            yield Deadline(along(name)[-1].mark.title, day, tuple(name.split(".")))
    for last in last_days(deal) if selling else ():
        yield Deadline(*last)
    for rows in (*(_LISTS_UNTIL_SIGNED if selling else ()), *_LISTS):
        yield from _of_rows(deal, rows)


def _of_rows(deal: Deal, rows: _Rows) -> Iterator[Deadline]:
    listed = _held(deal, ".".join(rows.path))
    title = along(".".join((*rows.path, rows.day)))[-1].mark.title
    for index, row in enumerate(listed if isinstance(listed, tuple) else ()):
        day = _day(getattr(row, rows.day))
        if day and not (rows.done and getattr(row, rows.done)):
            named = _NAMED.fill(title=title, name=_label(getattr(row, rows.name)))
            yield Deadline(named, day, (*rows.path, index, rows.day))


def _signed(deal: Deal, as_of: date) -> bool:
    """Whether the contract is signed, or the deal says that it is won or carried out."""
    if stages.current(deal) in (Stage.WON, Stage.DELIVER):
        return True
    day = _day(_held(deal, "contract.signed_on"))
    return day is not None and day <= as_of


def _held(deal: Deal, name: str) -> object:
    """What the deal holds; None too for what cannot be worked out, of which `gates.check` tells."""
    try:
        return value(deal, name)
    except ERRORS:
        return None


def _day(found: object) -> date | None:
    if isinstance(found, datetime):
        return found.date()
    return found if isinstance(found, date) else None


def _label(found: object) -> object:
    return found.label if isinstance(found, Choice) else found
