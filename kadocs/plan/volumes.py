"""The volumes of a bid: which parts of its regime stand in which, in what order, from which forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kadocs.deliverables import Title
from kadocs.deliverables.regimes import Part, Regime, Volume, Words
from kadocs.findings import Finding, Place, Severity, Text
from kadocs.model import Record
from kadocs.model.bid.pack import BidForm
from kadocs.model.deal import Deal
from kadocs.plan import expressions

_SHIPPED = Text(
    "{v}里有 {n} 个格式用的是 kadocs 自带的：{p}", "{n} parts of the {v} use forms of kadocs: {p}"
)
_CHECK = Text(
    "请与招标文件的格式逐字核对，再在 bid.forms 里把它的 confirmed 填“是”；或用 template 指定原格式文件",
    "Compare them with the tender's forms, then confirm them in bid.forms; or name its own with template",
)


class Placed(NamedTuple):
    """A part in its volume, with the Word file that is its form; `own` is one of the tender's own.

    `original` is that form as it was issued, where the deal names it.
    """

    part: Part
    file: str
    own: bool = False
    original: str = ""


class Bound(NamedTuple):
    """One volume with its parts in order.

    A `blind` one (暗标) does not show whose it is: nobody signs or seals its parts.
    """

    volume: Volume
    parts: tuple[Placed, ...]
    blind: bool = False
    words: Words = Words()

    def seen(self, language: str) -> dict[str, object]:
        """What templates see of it, as `volume`: its title, forms, those sealed, what it calls things."""
        return {
            "title": self.volume.title.text.in_(language),
            "copies": self.volume.copies,
            "blind": self.blind,
            "words": self.words.in_(language),
            "titles": {each.part.form: each.part.title.text.in_(language) for each in self.parts},
            "forms": tuple(placed.part.form for placed in self.parts),
            "sealed": tuple(placed.part.form for placed in self.parts if "company" in placed.part.seal),
        }


def bound(regime: Regime, deal: Deal, view: Record, language: str) -> list[Bound]:
    """The volumes that have parts, as the regime has them and the deal's `bid.forms` change them.

    Raises `Fault` where a condition cannot be worked out.
    """
    rows = deal.bid.forms if deal.bid else ()
    parts = [part for part in regime.says.parts if _wanted(part, rows, view, language)]
    blind = {volume.id for volume in regime.says.volumes if volume.anonymous and is_blind(deal)}
    parts = [_moved(part) if blind else part for part in parts]
    placed = _ordered(
        [*(_placed(part, rows, language, regime) for part in parts), *_added(rows, regime)], rows
    )
    placed = [_unsigned(each) if each.part.volume in blind else each for each in placed]
    found = []
    for volume in regime.says.volumes:
        own = tuple(each for each in placed if each.part.volume == volume.id)
        found += [Bound(volume, own, volume.id in blind, regime.says.words)] if own else []
    return found


def is_blind(deal: Deal) -> bool:
    """Whether the tender judges a part of the bid without knowing whose it is (暗标)."""
    anonymous = deal.tender.anonymous if deal.tender else None
    return bool(anonymous and anonymous.required)


def _moved(part: Part) -> Part:
    """The part where it stands in a bid that has an anonymous volume."""
    return part.model_copy(update={"volume": part.anonymous}) if part.anonymous else part


def _unsigned(placed: Placed) -> Placed:
    return placed._replace(part=placed.part.model_copy(update={"sign": (), "seal": ()}))


def row_of(part: Part, rows: Sequence[BidForm]) -> BidForm | None:
    """The row of the deal that speaks of a part, by its id or its title; one with a form first."""
    titles = (part.title.zh, part.title.en)
    named = [row for row in rows if row.part == part.id]
    named += [row for row in rows if row.part is None and row.name in titles]
    return next((row for row in named if row.template or row.original), named[0] if named else None)


def _wanted(part: Part, rows: Sequence[BidForm], view: Record, language: str) -> bool:
    row = row_of(part, rows)
    if row is not None and row.left_out:
        return False
    return expressions.true(part.when, view, language)


def _placed(part: Part, rows: Sequence[BidForm], language: str, regime: Regime) -> Placed:
    row = row_of(part, rows)
    volume = row.volume.code if row and row.part and row.volume else part.volume
    moved = part.model_copy(update={"volume": volume if regime.volume(volume) else part.volume})
    if row is not None and (file := row.template or row.original):
        return Placed(_as_tagged(moved, row), file, True, row.original or "")
    return Placed(moved, f"forms/{part.form}.{language}.docx")


def _as_tagged(part: Part, row: BidForm) -> Part:
    """The part of an own form: the deal knows better than the regime how far this tender lets it change."""
    return part.model_copy(update={"tag": row.tag.code.lower()}) if row.tag else part


def _added(rows: Sequence[BidForm], regime: Regime) -> Iterator[Placed]:
    """The parts of which only the deal knows; they have forms of their own."""
    known = {name for part in regime.says.parts for name in (part.id, part.title.zh, part.title.en)}
    for row in rows:
        name = row.part or row.name
        file = row.template or row.original
        if file and name not in known and not row.left_out:
            volume = regime.volume(row.volume.code if row.volume else "") or regime.says.volumes[0]
            part = Part(
                id=name, title=Title(zh=row.name, en=row.name), volume=volume.id, tag="hard", form=name
            )
            yield Placed(_as_tagged(part, row), file, True, row.original or "")


def _ordered(placed: Iterable[Placed], rows: Sequence[BidForm]) -> list[Placed]:
    """The parts, each that a row puts behind another moved there."""
    order = list(placed)
    for row in rows:
        moved = next((each for each in order if each.part.id == (row.part or row.name)), None)
        before = next((each for each in order if each.part.id == row.after), None)
        if moved and before and moved is not before:
            order.remove(moved)
            order.insert(order.index(before) + 1, moved)
    return order


def unconfirmed(found: Bound, deal: Deal, place: Place) -> Iterator[Finding]:
    """A warning that parts whose wording must stay use forms of kadocs that nobody has confirmed."""
    rows = deal.bid.forms if deal.bid else ()
    open_ = [each.part for each in found.parts if each.part.tag == "hard" and not each.own]
    open_ = [part for part in open_ if not ((row := row_of(part, rows)) and row.confirmed)]
    if open_:
        said = _SHIPPED.fill(
            v=found.volume.title.text,
            n=len(open_),
            p=Text("、".join(p.title.zh for p in open_), ", ".join(p.title.en for p in open_)),
        )
        yield Finding("OUT005", Severity.WARNING, place, said, _CHECK, "bid.forms")
