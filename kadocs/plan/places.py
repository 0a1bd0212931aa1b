"""What a text names in a bid: “技术册 第二章”, “Technical volume, 3”, the title of a part or of a heading."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

_SEVERAL = re.compile(r"\s*[;；\n]\s*")
_LISTED = re.compile(r"\s*(?:[,，、]|\band\b|和|及)\s*")
_NO_LETTER = re.compile(r"[\W_]+")
_NUMBER_WORDS = re.compile(r"chapters?|sections?|no\.|§|第|章|节|部分")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*")
_LEADING = re.compile(r"^(?:第\s*[\d一二三四五六七八九十百]+\s*[章节部分]+|\d{1,3}(?:\.\d{1,3})*\.?)\s*")
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九", start=1)}
_KINDS = (("册", "分册|册|标|卷|部分|文件"), ("volume", "volume|proposal|offer|part|bid"))
_SHORTEST = 4
"""A title within a longer text must have as many characters, so that it is not there by chance."""


class Spot(NamedTuple):
    """A place in the bid: the titles by which it is known, its number, its volume, its name for `page`.

    `level` is that of a heading; a part has 0, and `ids` by which it is known as well.
    """

    titles: tuple[str, ...]
    number: str
    level: int
    volume: str
    name: str
    ids: tuple[str, ...] = ()


class Volume(NamedTuple):
    """A volume of the bid: its id and its titles."""

    id: str
    titles: tuple[str, ...]


class Named(NamedTuple):
    """What a text names: the `spots`, in its order; `lost` is what of it names nothing, or `several`."""

    spots: tuple[Spot, ...]
    lost: str = ""
    several: tuple[Spot, ...] = ()


class Places(NamedTuple):
    """All places of a bid: its volumes, their parts, headings and scanned papers, in their order."""

    volumes: tuple[Volume, ...] = ()
    parts: tuple[Spot, ...] = ()
    headings: tuple[Spot, ...] = ()
    scans: tuple[Spot, ...] = ()

    def named(self, text: str) -> Named:
        """What a text names; semicolons part several places."""
        found: list[Spot] = []
        for piece in filter(None, _SEVERAL.split(text.strip())):
            spots = self._listed(piece)
            if not spots:
                return Named((), piece, self._one(piece))
            found += spots
        return Named(tuple(dict.fromkeys(found)))

    def nearest(self, text: str, most: int = 3) -> list[Spot]:
        """The places whose titles are most like a text, without its volume and number."""
        volume, rest = self._volume(text)
        if volume and _steps(rest):
            return [spot for spot in self._of(self.headings, volume) if spot.level == 1][-most:]
        known: dict[str, Spot] = {}
        for spot in (*self.parts, *self.headings):
            known |= {_key(title): known.get(_key(title), spot) for title in spot.titles}
        wanted = _key(_LEADING.sub("", rest)) or _key(text)
        near = difflib.get_close_matches(wanted, [key for key in known if key], n=most, cutoff=0.3)
        return list(dict.fromkeys(known[key] for key in near)) or self._of(self.parts, volume)[:most]

    def _listed(self, piece: str) -> tuple[Spot, ...]:
        """The one place that a piece of text names, or each of the chapters that it lists."""
        if len(one := self._one(piece)) == 1:
            return one
        volume, rest = self._volume(piece)
        each = [self._one(item, volume) for item in _LISTED.split(rest.strip(" ,，"))]
        return tuple(found[0] for found in each) if all(len(found) == 1 for found in each) else ()

    def _one(self, text: str, volume: str = "") -> tuple[Spot, ...]:
        """What a text may name: no place, the one, or several that it does not tell apart."""
        said, rest = (volume, text) if volume else self._volume(text)
        if said and not _key(rest):
            return tuple(spot for spot in self.parts if spot.volume == said)[:1]
        for find in (self._titled, self._entitled, self._numbered, self._within):
            for asked in dict.fromkeys((text, rest)):
                found = find(asked, "" if asked == text and not volume else said)
                if found:
                    return found
        return ()

    def _titled(self, text: str, volume: str) -> tuple[Spot, ...]:
        """The part, or else the headings, with this very title; a part by its id as well."""
        if known := tuple(spot for spot in self._of(self.parts, volume) if text.strip() in spot.ids):
            return known[:1]
        return self._called(lambda title: _key(title) == _key(text), volume)

    def _entitled(self, text: str, volume: str) -> tuple[Spot, ...]:
        """What has the title that follows a number."""
        title = _LEADING.sub("", text)
        return self._titled(title, volume) if title and title != text else ()

    def _numbered(self, text: str, volume: str) -> tuple[Spot, ...]:
        """The headings with this number; the chapters of a volume are counted where they have none."""
        steps, known = _steps(text), self._of(self.headings, volume)
        if volume and len(steps) == 1 and not any(spot.number for spot in known):
            return tuple([spot for spot in known if spot.level == 1][steps[0] - 1 : steps[0]])
        return tuple(spot for spot in known if steps and _steps(spot.number) == steps)

    def _within(self, text: str, volume: str) -> tuple[Spot, ...]:
        """The part whose title stands in a longer text; that with the longest title."""
        found = self._called(lambda title: len(title) >= _SHORTEST and _has(text, title), volume)
        lengths = {spot: max(len(title) for title in spot.titles if _has(text, title)) for spot in found}
        return tuple(spot for spot in found if lengths[spot] == max(lengths.values()))

    def _called(self, fits: Callable[[str], bool], volume: str) -> tuple[Spot, ...]:
        for spots in (self.parts, self.headings):
            found = tuple(spot for spot in self._of(spots, volume) if any(map(fits, spot.titles)))
            if found:
                highest = min(spot.level for spot in found)
                return tuple(spot for spot in found if spot.level == highest)
        return ()

    def _of(self, spots: Iterable[Spot], volume: str) -> list[Spot]:
        return [spot for spot in spots if not volume or spot.volume == volume]

    def _volume(self, text: str) -> tuple[str, str]:
        """The volume that a text begins with, and what follows; none where it names none."""
        said = unicodedata.normalize("NFKC", text).strip()
        for volume in self.volumes:
            for title in volume.titles:
                found = re.match(_volume_pattern(title), said, re.IGNORECASE)
                if found:
                    return volume.id, said[found.end() :]
        return "", said


NOWHERE = Places()
"""The places of a bid of which nothing was rendered yet."""


def _volume_pattern(title: str) -> str:
    """What a volume may be called: 技术册, 技术标; technical volume, technical proposal."""
    for ending, kinds in _KINDS:
        if title.casefold().endswith(ending):
            return rf"{re.escape(title[: -len(ending)].strip())}\s*(?:{kinds})(?![A-Za-z])[\s,，:：·-]*"
    return rf"{re.escape(title)}(?![A-Za-z])[\s,，:：·-]*"


@lru_cache(1 << 14)  # each row of an index asks for all titles of a bid
def _key(text: str) -> str:
    """A title without its case, width, blanks and punctuation."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _has(text: str, title: str) -> bool:
    """Whether a text has a title in it, as words of its own."""
    if title.lower() not in text.lower():
        return False
    return bool(re.search(rf"(?<![A-Za-z]){re.escape(title)}(?![A-Za-z])", text, re.IGNORECASE))


def _steps(text: str) -> tuple[int, ...]:
    """The number that a text is: “第二章” and “chapter 2” (2,), “2.3” (2, 3); () for any other text."""
    said = _NUMBER_WORDS.sub("", unicodedata.normalize("NFKC", text).casefold()).strip(" .,，、")
    if _NUMBER.fullmatch(said):
        return tuple(map(int, said.split(".")))
    return (number,) if (number := _counted(said)) else ()


def _counted(said: str) -> int:
    """The number below 100 that Chinese numerals say; 0 for any other text."""
    tens, ten, ones = said.rpartition("十")
    if not said or not set(tens + ones) <= _DIGITS.keys() or len(tens) > 1 or len(ones) > 1:
        return 0
    return (10 * _DIGITS.get(tens, 1) if ten else 0) + _DIGITS.get(ones, 0)


def shown(spots: Sequence[Spot]) -> list[str]:
    """The titles of places, each with its number, as a hint names them."""
    return [" ".join(filter(None, (spot.number, spot.titles[0]))) for spot in spots]
