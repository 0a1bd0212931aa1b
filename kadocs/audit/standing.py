"""Where a line of a Word part stands; looked up only for the lines of which there is something to say."""

from __future__ import annotations

import re
from functools import cached_property

from lxml import etree

from kadocs.audit.xml import BREAKS, PARAGRAPH
from kadocs.findings import NOTHING, Text
from kadocs.render.word.markup import Element, P
from kadocs.render.word.places import Locator

_BREAK = re.compile("|".join(map(re.escape, BREAKS)))
_ENDS = re.compile(rf"{PARAGRAPH}|<w:p(?: [^<>]*)?/>")
_HEADING = re.compile(r"(?i)^(?:heading|标题)? ?([1-9])$")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Standing:
    """Finds heading, and paragraph or table cell, of the lines of one part."""

    def __init__(self, xml: str) -> None:
        self._xml = xml

    def __call__(self, line: int) -> tuple[Text, ...]:
        """The way to a line, by its number; none where the part cannot be taken apart."""
        if self._opened is None:
            return ()
        ended, locator = self._opened
        number = self._paragraph(line)
        if number >= len(ended):
            return ()
        spot = locator.spot(ended[number])
        return tuple(step for step in (Text(spot.heading, spot.heading), spot.position) if step != NOTHING)

    @cached_property
    def _opened(self) -> tuple[list[Element], Locator] | None:
        """The paragraphs in the order in which they end, and what finds their places."""
        parser = etree.XMLParser(resolve_entities=False, huge_tree=True)
        try:
            root = etree.fromstring(self._xml.encode(), parser)
        except (etree.XMLSyntaxError, ValueError):
            return None
        ended = [element for _, element in etree.iterwalk(root, events=("end",), tag=P)]
        return ended, Locator(root, NOTHING, _level)

    def _paragraph(self, line: int) -> int:
        """How many paragraphs end before a line does."""
        for number, found in enumerate(_BREAK.finditer(self._xml)):
            if number == line:
                return len(_ENDS.findall(self._xml, 0, found.start()))
        return len(_ENDS.findall(self._xml))


def _level(paragraph: Element) -> int | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    found = _HEADING.match(style.get(f"{_W}val", "")) if style is not None else None
    return int(found[1]) if found else None
