"""The places where values are written, with the markup around them."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from lxml import etree

from kadocs.findings import Place
from kadocs.render.tags import OUTPUT
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import P_PR, R_PR, SECT_PR, Element, P, R, T, first_child, source, w
from kadocs.render.word.places import Spot
from kadocs.render.word.settle import MARK, MARK_END
from kadocs.render.word.standing import Standing
from kadocs.render.word.stills import STILL, Still

if TYPE_CHECKING:
    from kadocs.render.word.breaks import Section

_SETTLED_LATER = re.compile(f"{MARK}[^{MARK_END}]*{MARK_END}")
_TEXT = '<w:t xml:space="preserve">'
_HIGHLIGHT_FOLLOWERS = tuple(
    w(name)
    for name in [
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
        "oMath",
    ]
)


@dataclass(frozen=True, slots=True)
class Site:
    """Where a tag writes: its spot for messages, and the XML to leave its text and come back.

    `leave` + `enter` closes and reopens the text and its run; `reopen` starts a new paragraph of the
    same style. All are empty where there is no run to leave: in properties and in captured text.
    `member` is the name of the part that the text goes to, where it is not the one being written;
    `section` is the one that a file with sections breaks here.
    """

    spot: Spot | Standing
    tag: str
    leave: str = ""
    enter: str = ""
    gap: str = ""
    reopen: str = ""
    prefix: str = ""
    member: str = ""
    section: Section | None = None

    @property
    def in_run(self) -> bool:
        """Whether the tag stands in a run's text."""
        return bool(self.leave)


class Sites:
    """The sites of a part by the numbers of their tags: those of its marks, then those of its stills.

    What is around a still is read from the part's XML when a value first asks for it; most never do.
    `pieces` are that XML cut at its tags, three by three: XML, the number of an instruction, a word in it.
    """

    def __init__(
        self, marked: Sequence[Site] = (), stills: Sequence[Still] = (), pieces: Sequence[str | None] = ()
    ) -> None:
        self._marked = marked
        self._stills = stills
        self._pieces = pieces
        self._nodes: dict[str, Element] = {}
        self._asked: dict[int, Site] = {}

    def __len__(self) -> int:
        return len(self._marked) + len(self._stills)

    def __getitem__(self, number: int) -> Site:
        first = len(self._marked)
        return self._marked[number] if number < first else self._of(self._stills[number - first])

    def source(self, number: int) -> str:
        """A tag as it is written."""
        first = len(self._marked)
        return self._marked[number].tag if number < first else self._stills[number - first].source

    def place(self, number: int, file: str) -> Place:
        """A tag's place, for messages."""
        return self._spot(number).place(file, self.source(number))

    def heading(self, number: int) -> str:
        """The heading above a tag; empty where there is none."""
        return self._spot(number).told().heading

    def _spot(self, number: int) -> Spot | Standing:
        first = len(self._marked)
        return self._marked[number].spot if number < first else self._stills[number - first].spot

    def in_order(self) -> list[int]:
        """The numbers of all tags in the order in which their paragraphs stand."""
        ranks = [_rank(s.spot) for s in self._marked] + [_rank(s.spot) for s in self._stills]
        return sorted(range(len(ranks)), key=ranks.__getitem__)

    def _of(self, still: Still) -> Site:
        if still.number not in self._asked:
            self._nodes = self._nodes or _reread(self._pieces)
            run = self._nodes[str(still.number)].getparent().getparent()  # type: ignore[union-attr]
            self._asked[still.number] = _in_run(still.spot, still.source, run)  # type: ignore[arg-type]
        return self._asked[still.number]


def _rank(spot: Spot | Standing) -> int:
    """Tags of alternative texts and the like come last."""
    return spot.number if isinstance(spot, Standing) else sys.maxsize


def _reread(pieces: Sequence[str | None]) -> dict[str, Element]:
    """Instructions that stand for the stills of a part, by number, in its XML."""
    cut = zip_longest(pieces[::3], pieces[2::3])
    xml = "".join(
        f"{text}<?k {word[1:]}?>" if word and word[0] == STILL else text or "" for text, word in cut
    )
    root = etree.fromstring(_SETTLED_LATER.sub("", xml).encode())
    return {node.text or "": node for node in root.iter(etree.ProcessingInstruction)}


def site(mark: Mark) -> Site:
    """The site of a tag, read from its run and paragraph."""
    found = _site(mark)
    return replace(found, member=mark.member, section=mark.section) if mark.member or mark.section else found


def _site(mark: Mark) -> Site:
    text = mark.node.getparent()
    if mark.tag.kind != OUTPUT or text is None:
        return Site(mark.spot, mark.tag.source)
    if mark.tag.prefix in ("p", "tr", "tc"):
        return _paragraph_site(mark)
    run = text.getparent()
    if text.tag != T or run is None or run.tag != R:
        return Site(mark.spot, mark.tag.source)
    return _in_run(mark.spot, mark.tag.source, run, mark.tag.prefix)


def _in_run(spot: Spot | Standing, tag: str, run: Element, prefix: str = "") -> Site:
    formatting = first_child(run, R_PR)
    enter = f"<w:r>{source(formatting) if formatting is not None else ''}{_TEXT}"
    paragraph = run.getparent()
    reopen = ""
    if paragraph is not None and paragraph.tag == P:
        reopen = f"</w:p><w:p>{_paragraph_properties(paragraph)}"
    return Site(spot, tag, "</w:t></w:r>", enter, _gap(formatting), reopen, prefix)


def _paragraph_site(mark: Mark) -> Site:
    run = next(mark.paragraph.iter(R), None)
    formatting = run.find(R_PR) if run is not None else None
    enter = f"<w:r>{source(formatting) if formatting is not None else ''}{_TEXT}"
    reopen = f"</w:p><w:p>{_paragraph_properties(mark.paragraph)}"
    return Site(mark.spot, mark.tag.source, "</w:t></w:r>", enter, _gap(formatting), reopen, mark.tag.prefix)


def _paragraph_properties(paragraph: Element) -> str:
    properties = first_child(paragraph, P_PR)
    if properties is None:
        return ""
    if properties.find(SECT_PR) is None:
        return source(properties)
    kept = "".join(source(child) for child in properties if child.tag != SECT_PR)
    return f"<w:pPr>{kept}</w:pPr>"


def _gap(formatting: Element | None) -> str:
    """The opening of a run that shouts: the run's own formatting, highlighted."""
    highlight = '<w:highlight w:val="yellow"/>'
    if formatting is None:
        return f"<w:r><w:rPr>{highlight}</w:rPr>{_TEXT}"
    kept = [child for child in formatting if child.tag != w("highlight")]
    after = next((i for i, child in enumerate(kept) if child.tag in _HIGHLIGHT_FOLLOWERS), len(kept))
    inner = [source(child) for child in kept]
    inner.insert(after, highlight)
    return f"<w:r><w:rPr>{''.join(inner)}</w:rPr>{_TEXT}"
