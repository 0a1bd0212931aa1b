"""Where the finished volumes of a bid answer what its scoring table asks: volume, title and printed page."""

from __future__ import annotations

from typing import NamedTuple

from kadocs.findings import Text
from kadocs.model import Deal
from kadocs.pipeline.volumes.pack import Pack
from kadocs.plan.places import Places, Spot, Volume

_AND = Text("、", ", ")


class _At(NamedTuple):
    volume: Text
    title: Text
    page: str


def answers(pack: Pack, deal: Deal, language: str) -> dict[str, dict[str, str]]:
    """The place that each scoring factor names, by what the factor says; none for what nothing answers."""
    factors = deal.tender.evaluation.factors if deal.tender and deal.tender.evaluation else ()
    known, places = _places(pack)
    asked = sorted({factor.answered_in for factor in factors if factor.answered_in})
    found = {text: [known[spot.name] for spot in places.named(text).spots] for text in asked}
    return {text: _told(spots, language) for text, spots in found.items() if spots}


def _told(spots: list[_At], language: str) -> dict[str, str]:
    between = _AND.in_(language)
    return {
        "volume": between.join(dict.fromkeys(each.volume.in_(language) for each in spots)),
        "title": between.join(each.title.in_(language) for each in spots),
        "page": between.join(dict.fromkeys(each.page for each in spots if each.page)),
    }


def _places(pack: Pack) -> tuple[dict[str, _At], Places]:
    """What is known of each place, by its name, and all places."""
    known: dict[str, _At] = {}
    parts, headings = [], []
    for volume in pack.volumes:
        for part in volume.parts:
            known[part.bookmark] = _At(volume.title, part.title, part.first)
            titles = (part.title.zh, part.title.en, part.id)
            parts.append(Spot(titles, "", 0, volume.id, part.bookmark))
    ids = {volume.title: volume.id for volume in pack.volumes}
    for number, place in enumerate(pack.places):
        name = f"heading {number}"
        known[name] = _At(place.volume, Text(place.title, place.title), place.page)
        headings.append(Spot((place.title,), place.number, place.level, ids[place.volume], name))
    volumes = tuple(Volume(each.id, (each.title.zh, each.title.en)) for each in pack.volumes)
    return known, Places(volumes, tuple(parts), tuple(headings))
