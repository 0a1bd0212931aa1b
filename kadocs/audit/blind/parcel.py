"""What the checks of an anonymous volume look at: what is demanded, and the Word file taken apart."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from kadocs.audit import archives
from kadocs.findings import NOTHING, Finding, Place, Severity, Text
from kadocs.gates.giveaways import Giveaway
from kadocs.render.word.markup import P_PR, VAL, Element, w
from kadocs.render.word.places import PARTS, Locator
from kadocs.render.word.uniform import USUAL, Uniform

_MAIN = "word/document.xml"
_KIND = re.compile(r"([a-z]+)[0-9]*\.xml$", re.IGNORECASE)
_STORIES = ("document", "header", "footer", "footnotes", "endnotes")


class Blind(NamedTuple):
    """What an anonymous volume may not tell, and how it has to look.

    `pictures` are those of ours, such as the logo, as they lie in our files. `headers` may stand on its pages
    where the tender allows them, if they do not name us; page `numbers` are something else.
    """

    giveaways: tuple[Giveaway, ...] = ()
    look: Uniform = USUAL
    pictures: tuple[bytes, ...] = ()
    most_pages: int | None = None
    headers: bool = False
    numbers: bool = True
    draft: bool = False


class Parcel:
    """A finished Word file: its members, the roots of its parts, and where things stand in them."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file = file
        self._archive = archives.opened(data)
        self._roots: dict[str, Element | None] = {}
        self._locators: dict[str, Locator] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its members."""
        return self._archive.names

    def read(self, name: str) -> bytes:
        """The bytes of a member."""
        return self._archive.read(name)

    def root(self, name: str) -> Element | None:
        """The root of an XML member; None where there is no such member, or it cannot be read."""
        if name not in self._roots:
            self._roots[name] = self._parsed(name) if name in self.names else None
        return self._roots[name]

    def _parsed(self, name: str) -> Element | None:
        parser = etree.XMLParser(resolve_entities=False, huge_tree=True, no_network=True)
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError:
            return None

    @cached_property
    def stories(self) -> dict[str, Element]:
        """The parts that hold text, by name, the body first."""
        found = [name for name in self.names if name.startswith("word/") and kind_of(name) in _STORIES]
        found.sort(key=lambda name: (name != _MAIN, name))
        return {name: root for name in found if (root := self.root(name)) is not None}

    def place(self, part: str, element: Element | None = None, shown: str = "") -> Place:
        """Where an element of a part stands, with the text `shown` of it."""
        title = PARTS.get(kind_of(part), Text(part, part))
        trail: tuple[Text, ...] = (title,)
        if element is not None:
            spot = self._locator(part).spot(element)
            trail += (Text(spot.heading, spot.heading), spot.position)
            shown = shown or spot.text
        quoted = Text(f"“{shown}”", f"“{shown}”") if shown else NOTHING
        return Place(self.file, trail=tuple(step for step in (*trail, quoted) if step != NOTHING))

    def _locator(self, part: str) -> Locator:
        if part not in self._locators:
            self._locators[part] = Locator(self.stories[part], NOTHING, _level)
        return self._locators[part]


def kind_of(part: str) -> str:
    """What a part is, by its name: "document", "header", "footer"."""
    found = _KIND.search(part)
    return found[1] if found else ""


def error(code: str, place: Place, message: Text, hint: Text) -> Finding:
    """A finding for which the volume may be thrown out."""
    return Finding(code, Severity.ERROR, place, message, hint)


def _level(paragraph: Element) -> int | None:
    named = paragraph.find(f"{P_PR}/{w('pStyle')}")
    style = "" if named is None else named.get(VAL, "").lower().replace(" ", "")
    digits = style.removeprefix("heading").removeprefix("标题")
    return int(digits) if digits != style and digits.isdigit() else None
