"""Stills: the plainest tags, which are never taken out of their text.

`{{ name }}`, `{{ name.field }}` and `{{ name | filter }}`, each whole in one text, in a paragraph that has
no other tags, govern nothing but their own place. So they need no instruction in the tree: a word that
stands for the tag, in the text that held it, comes out in the part's XML by itself. Most tags of most
templates are such; compiling one costs a tenth of compiling another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from kadocs.findings import Finding, Severity, Text
from kadocs.render.tags import OUTPUT, Tag
from kadocs.render.word.lines import BRACE
from kadocs.render.word.marks import Role
from kadocs.render.word.markup import XML_SPACE, Element, R, T
from kadocs.render.word.places import Spot
from kadocs.render.word.standing import Standing

_NAME = r"[^\W\d_]\w*"
_PLAIN = re.compile(rf"(\{{\{{ *{_NAME}(?:\.{_NAME})*(?: ?\| ?{_NAME})* *\}}\}})")

MAKES_BLOCKS = re.compile(r"\|\s*(?:bullets|markdown|subdocument)\s*(?:\([^|]*\))?$")
"""How an expression ends that makes whole paragraphs."""

STILL = "s"
"""The letter by which the number of a still is known from that of another tag."""


class Still(NamedTuple):
    """One such tag, as it is written, with its number among them."""

    number: int
    source: str
    spot: Spot | Standing

    @property
    def body(self) -> str:
        """The tag's expression."""
        return self.source[2:-2].strip(" ")

    @property
    def tag(self) -> Tag:
        """The tag as a scan would read it, were it alone."""
        return Tag(0, len(self.source), OUTPUT, "", self.body, self.source)

    @property
    def role(self) -> Role:
        """What the tag does to blocks: nothing."""
        return Role.SINGLE

    @property
    def block(self) -> None:
        """The block that the tag is part of: none."""
        return None

    def finding(self, file: str, code: str, message: Text, hint: Text) -> Finding:
        """An error at this tag."""
        return Finding(code, Severity.ERROR, self.spot.place(file, self.source), message, hint)


@dataclass(slots=True)
class Stills:
    """The stills of a part, and the words that stand for them; without a `token`, no tag is one.

    The token occurs nowhere else in the part.
    """

    token: str = ""
    found: list[Still] = field(default_factory=list)

    def take(self, pieces: list[Element], spot: Spot | Standing) -> bool:
        """Put words in place of the tags in the pieces of a paragraph's line; False if not all are plain."""
        if not self.token:
            return False
        cut: list[tuple[Element, list[str]]] = []
        for piece in pieces:
            text = piece.text
            if text and BRACE.search(text):
                parts = _PLAIN.split(text)
                if BRACE.search("".join(parts[::2])) or not _stays_in_run(piece, text):
                    return False
                cut.append((piece, parts))
        for piece, parts in cut:
            self._replace(piece, parts, spot)
        return True

    def _replace(self, piece: Element, parts: list[str], spot: Spot | Standing) -> None:
        for index in range(1, len(parts), 2):
            number = len(self.found)
            self.found.append(Still(number, parts[index], spot))
            parts[index] = f"{self.token}{STILL}{number}{self.token}"
        piece.text = "".join(parts)
        if parts[0]:  # where a tag comes first, `keeping_spaces` does it in a fraction of the time
            piece.set(XML_SPACE, "preserve")

    def keeping_spaces(self, xml: str) -> str:
        """A part's XML in which a text that begins with a still keeps the spaces of its value."""
        word = f"{self.token}{STILL}"
        return xml.replace(f"<w:t>{word}", f'<w:t xml:space="preserve">{word}')

    def within(self, text: str) -> list[Still]:
        """The stills whose words a text holds."""
        if not self.token or self.token not in text:
            return []
        words = re.findall(f"{self.token}{STILL}(\\d+){self.token}", text)
        return [self.found[int(number)] for number in words]


def _stays_in_run(piece: Element, text: str) -> bool:
    """Whether a text stands in a run, and its tags give text for that and not whole paragraphs."""
    run = piece.getparent()
    if run is None or run.tag != R or piece.tag != T:
        return False
    return "|" not in text or not any(map(_makes_blocks, _PLAIN.findall(text)))


def _makes_blocks(source: str) -> bool:
    return MAKES_BLOCKS.search(source[2:-2].strip(" ")) is not None
