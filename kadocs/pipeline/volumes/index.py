"""Where index tables find what they name: the parts and headings of all volumes of a bid, as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kadocs.findings import Finding, Severity, Text
from kadocs.model import Deal
from kadocs.plan import Job, evidence
from kadocs.plan.evidence import SCAN
from kadocs.plan.places import NOWHERE, Places, Spot, Volume, shown
from kadocs.tree.node import place_of

if TYPE_CHECKING:
    from kadocs.pipeline.volumes.laying import Standing

_NOWHERE = Text("投标文件里没有“{t}”这个部分或标题", "the bid has no part or heading “{t}”")
_SEVERAL = Text("“{t}”在投标文件里有 {n} 处：{p}", "“{t}” may be {n} places of the bid: {p}")
_NEAR = Text(
    "最接近的有：{p}；写部分或标题的名称，或“分册名 第几章”",
    "The nearest are: {p}. Name a part or a heading, or its volume and number",
)
_WHICH = Text(
    "前面加上分册名和章节号，例如 {p}", "Put the volume and the number of the chapter before it, such as {p}"
)


def places(standing: Sequence[Standing], language: str) -> Places:
    """All places of the volumes, as far as they were rendered; their titles in a language come first."""
    volumes, parts, headings = [], [], []
    scans: list[Spot] = []
    for each in standing:
        says = each.bound.volume
        volumes.append(Volume(says.id, _titles(says.title.text, language)))
        for placed in each.bound.parts:
            part = placed.part
            titles = _titles(part.title.text, language)
            number = each.told.numbers.get(each.told.bookmarks.get(f"part-{part.form}", ""), "")
            parts.append(Spot(titles, number, 0, says.id, f"part-{part.id}", (part.id, part.form)))
        for entry in each.told.headings:
            if entry.level:
                name = f"{says.id}:{entry.bookmark}"
                headings.append(Spot((entry.text,), entry.number, entry.level, says.id, name))
        scans += _scans(each, parts, language)
    return Places(tuple(volumes), tuple(parts), tuple(headings), tuple(scans))


def _scans(each: Standing, parts: Sequence[Spot], language: str) -> Iterator[Spot]:
    """The scanned papers of a volume, each with the title of the part on whose pages it is."""
    says = each.bound.volume
    own = [(each.begins(number), part) for number, part in enumerate(_of(parts, says.id), start=1)]
    for given, name in each.told.bookmarks.items():
        if given.startswith(SCAN):
            page = each.told.printed.get(name, "")
            before = [
                part for first, part in own if page.isdigit() and first.isdigit() and int(first) <= int(page)
            ]
            titles = before[-1].titles if before else _titles(says.title.text, language)
            yield Spot(titles, before[-1].number if before else "", 0, says.id, given)


def _of(parts: Sequence[Spot], volume: str) -> list[Spot]:
    return [part for part in parts if part.volume == volume]


def _titles(title: Text, language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((title.in_(language), title.zh, title.en)))


class At(dict[object, object]):
    """What templates see as `volume.at`: for any text, the places that it names, none where it is not clear.

    Each has a `title`, a `number`, its `volume`, whether it is `here`, in the same volume, and the `name` by
    which `page` knows it.
    """

    def __init__(self, places: Places = NOWHERE, volume: str = "") -> None:
        super().__init__()
        self._places = places
        self._volume = volume
        self._titles = {each.id: each.titles[0] for each in places.volumes}

    def __missing__(self, text: object) -> tuple[dict[str, object], ...]:
        return self.shown(self._places.named(text).spots if isinstance(text, str) else ())

    def shown(self, spots: Sequence[Spot]) -> tuple[dict[str, object], ...]:
        """Places as templates see them."""
        return tuple(
            {
                "title": spot.titles[0],
                "number": spot.number,
                "volume": self._titles[spot.volume],
                "here": spot.volume == self._volume,
                "name": spot.name,
            }
            for spot in spots
        )


def seen(job: Job, known: Places, volume: str) -> dict[str, object]:
    """What the templates of a volume see of the places of the bid, beside what else they see as `volume`.

    `at` finds the places that a text names. `demands` has those of each demand on bidders, `on` those of each
    topic of conformity, `grounds` each ground for rejection with its `text` and `at`.
    """
    deal, at = job.subject.deal, At(known, volume)
    if not isinstance(deal, Deal):
        return {"at": at}
    return {
        "at": at,
        "demands": tuple(at.shown(spots) for spots in evidence.demands(deal, known)),
        "on": {topic: at.shown(spots) for topic, spots in evidence.topics(known).items()},
        "grounds": tuple(
            {"text": text, "at": at.shown(spots)} for text, spots in evidence.grounds(deal, known)
        ),
    }


def lost(job: Job, known: Places) -> Iterator[Finding]:
    """A warning (OUT017) for each row of the deal that names a place which the bid does not have."""
    for path, said in _said(job):
        named = known.named(said)
        if named.spots:
            continue
        several = [f"{_volume(known, spot)} {shown([spot])[0]}" for spot in named.several]
        message, hint = (_SEVERAL, _WHICH) if several else (_NOWHERE, _NEAR)
        message = message.fill(t=named.lost or said, n=len(several), p=_joined(several))
        near = several[:1] or [f"{_volume(known, s)} {shown([s])[0]}" for s in known.nearest(said)]
        dotted = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)[1:]
        place = place_of(job.subject.tree, path)
        yield Finding("OUT017", Severity.WARNING, place, message, hint.fill(p=_joined(near)), dotted)


def _said(job: Job) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """All that the deal says of places in the bid, with its path."""
    deal = job.subject.deal
    if not isinstance(deal, Deal):
        return
    tender, bid = deal.tender, deal.bid
    if tender and tender.evaluation:
        factors = ("tender", "evaluation", "factors")
        yield from _answers(factors, [row.answered_in for row in tender.evaluation.factors])
    if tender:
        yield from _answers(("tender", "demands"), [row.answered_in for row in tender.demands])
    for name in ("commercial_deviations", "technical_deviations") if bid else ():
        yield from _answers(("bid", name), [row.answered_in for row in getattr(bid, name)])


def _answers(
    path: tuple[str, ...], said: Sequence[str | None]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, text in enumerate(said):
        if text:
            yield (*path, number, "answered_in"), text


def _volume(known: Places, spot: Spot) -> str:
    return next(each.titles[0] for each in known.volumes if each.id == spot.volume)


def _joined(titles: Sequence[str]) -> Text:
    return Text("、".join(titles), ", ".join(titles))
