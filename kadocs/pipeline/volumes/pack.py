"""The finished volumes of a bid as data: what the papers about a bid tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kadocs.findings import Text
from kadocs.model.deal import Deal
from kadocs.pipeline.made import Made
from kadocs.pipeline.volumes.laying import Standing
from kadocs.plan.volumes import Placed, row_of

_SIGNERS = {
    "representative": Text("法定代表人", "legal representative"),
    "agent": Text("委托代理人", "authorised agent"),
    "members": Text("联合体各成员", "each member of the consortium"),
    "maker": Text("制造商", "manufacturer"),
    "guarantor": Text("担保人", "guarantor"),
}
_SEALS = {
    "company": Text("单位章", "company seal"),
    "members": Text("联合体各成员单位章", "seal of each member"),
    "maker": Text("制造商公章", "manufacturer's seal"),
    "guarantor": Text("担保人章", "guarantor's seal"),
}


class PartIn(NamedTuple):
    """One part as it stands in its volume, on the printed pages `first` to `last`, empty where not known.

    `own` is one of the tender's own forms, and `confirmed` says that the deal confirms its original.
    `bookmark` is the name by which `page` knows it.
    """

    id: str
    title: Text
    tag: str
    form: str
    volume: Text
    own: bool
    confirmed: bool
    sign: tuple[Text, ...]
    seal: tuple[Text, ...]
    signer: str
    first: str
    last: str
    bookmark: str


class VolumeIn(NamedTuple):
    """One volume: its file, how many pages it has, and the numbers printed on its first and its last.

    `pages` is 0, and `first` and `last` are empty, where it was not laid out. `file` is the name of what is
    handed in, the PDF if there is one, and `size` its bytes.
    """

    id: str
    title: Text
    file: str
    pages: int
    first: str
    last: str
    copies: bool
    alone: bool
    blind: bool
    size: int
    parts: tuple[PartIn, ...]


class FileIn(NamedTuple):
    """One file that was made, of a volume."""

    file: str
    size: int
    volume: Text


class PlaceIn(NamedTuple):
    """One heading, with its number, and the printed page on which it stands, empty where not known."""

    title: str
    number: str
    level: int
    volume: Text
    page: str


class BlankIn(NamedTuple):
    """One blank of a form: in which part, what stands by it, what fills it from which field, on which page.

    `room` is what stood there, `tag` that of the part. `state` is "filled", "hand" where it is to be signed
    or sealed, or "open".
    """

    part: Text
    volume: Text
    tag: str
    own: bool
    label: str
    room: str
    text: str
    field: str
    page: str
    state: str


class Pack(NamedTuple):
    """What the volumes of a bid came to be."""

    volumes: tuple[VolumeIn, ...]
    files: tuple[FileIn, ...]
    places: tuple[PlaceIn, ...]
    blanks: tuple[BlankIn, ...] = ()

    def seen(self, language: str) -> dict[str, object]:
        """What templates see of it, as `pack`: mappings and tuples, its texts in a language."""
        return {name: _plain(value, language) for name, value in self._asdict().items()}


def _plain(value: object, language: str) -> object:
    if isinstance(value, Text):
        return value.in_(language)
    if isinstance(value, tuple):
        if hasattr(value, "_asdict"):
            return {name: _plain(each, language) for name, each in value._asdict().items()}
        return tuple(_plain(each, language) for each in value)
    return value


def of(made: Made, standing: Sequence[Standing]) -> Pack:
    """What the volumes came to be, in their order."""
    volumes, files, places = [], [], []
    for each in standing:
        title = each.document.volume.volume.title.text if each.document.volume else Text("", "")
        path = each.document.path
        paths = [own for own in (path, path.with_suffix(".pdf"), *made.copies_of(path)) if own in made.files]
        own = [FileIn(found.name, len(made.files[found]), title) for found in paths]
        files += own
        volumes.append(_volume(made, each, own))
        printed = each.told.printed
        places += [
            PlaceIn(entry.text, entry.number, entry.level, title, printed.get(entry.bookmark, ""))
            for entry in each.told.headings
            if entry.level
        ]
    return Pack(tuple(volumes), tuple(files), tuple(places))


def _volume(made: Made, each: Standing, files: Sequence[FileIn]) -> VolumeIn:
    says = each.bound.volume
    handed = next((file for file in files if file.file.endswith(".pdf")), files[0] if files else None)
    return VolumeIn(
        id=says.id,
        title=says.title.text,
        file=handed.file if handed else each.document.path.name,
        pages=each.count,
        first=str(each.first) if each.count else "",
        last=str(each.last) if each.count else "",
        copies=says.copies,
        alone=says.alone,
        blind=each.bound.blind,
        size=handed.size if handed else 0,
        parts=tuple(_part(made, each, number, placed) for number, placed in enumerate(each.bound.parts, 1)),
    )


def _part(made: Made, each: Standing, number: int, placed: Placed) -> PartIn:
    deal = made.job.subject.deal
    bid = deal.bid if isinstance(deal, Deal) else None
    row = row_of(placed.part, bid.forms if bid else ())
    signers = _asked(placed.part.sign, row.sign if row else None, ("representative", "agent"))
    return PartIn(
        id=placed.part.id,
        title=placed.part.title.text,
        tag=placed.part.tag,
        form=placed.part.form,
        volume=each.bound.volume.title.text,
        own=placed.own,
        confirmed=bool(row and row.confirmed),
        sign=tuple(_SIGNERS[who] for who in signers),
        seal=tuple(_SEALS[who] for who in _asked(placed.part.seal, row.seal if row else None, ("company",))),
        signer=(row.signer if row and row.signer else ""),
        first=each.begins(number),
        last=_last(each, number),
        bookmark=f"part-{placed.part.id}",
    )


def _asked(usual: Sequence[str], said: bool | None, first: tuple[str, ...]) -> tuple[str, ...]:
    """Who signs or seals a part, as its regime says; the deal may say that nobody does, or that we do."""
    if said is None:
        return tuple(usual)
    return (tuple(usual) or first) if said else ()


def _last(each: Standing, number: int) -> str:
    """The page before the one on which the next part begins, or the last of the volume."""
    first = each.begins(number)
    if not first.isdigit():
        return ""
    if number == len(each.bound.parts):
        return str(each.last)
    following = each.begins(number + 1)
    return str(max(int(first), int(following) - 1)) if following.isdigit() else ""
