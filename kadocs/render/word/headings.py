"""Headings: marked when a template is compiled, recorded when a render reaches them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kadocs.render.word.entities import unescape
from kadocs.render.word.ids import ANNOTATION, Ids
from kadocs.render.word.markup import P_PR, Element, P, instruction, remove, w
from kadocs.render.word.numbering import Counter, Numbering
from kadocs.render.word.styles import Styles

_PIECE = re.compile(
    r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(tab|br|cr|noBreakHyphen)(?: [^>]*)?/>"
    r"|<w:txbxContent\b.*?</w:txbxContent>",
    re.DOTALL,
)
_NOTES = (w("footnote"), w("endnote"), w("comment"))
_SPACES = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the template: its outline level and the list that numbers it.

    `stays` says that its paragraph is written even when it has no text.
    """

    level: int
    style: str
    number: str = ""
    depth: int = 0
    stays: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that a render has reached."""

    level: int
    style: str
    number: str
    suffix: str
    text: str
    bookmark: str


class Record:
    """The headings of one render, in the order in which they were written.

    `ids` gives their bookmarks numbers that no other has.
    """

    def __init__(self, headings: tuple[Heading, ...], numbering: Numbering, ids: Ids) -> None:
        self._headings = headings
        self._counter = Counter(numbering)
        self._ids = ids
        self.entries: list[Entry] = []

    def reach(self, index: int, content: str) -> str:
        """The content of a heading that is being written, inside its bookmark."""
        heading = self._headings[index]
        text = " ".join("".join(map(_piece, _PIECE.finditer(content))).split())
        number, suffix = "", "nothing"
        if heading.number and (text or heading.stays):
            number, suffix = self._counter.next(heading.number, heading.depth)
        if not text:
            return content
        ordinal = len(self.entries) + 1
        bookmark = f"_Toc{ordinal:06d}"
        self.entries.append(Entry(heading.level, heading.style, number, suffix, text, bookmark))
        identity = self._ids.next(ANNOTATION)
        start = f'<w:bookmarkStart w:id="{identity}" w:name="{bookmark}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{identity}"/>'


def mark(root: Element, styles: Styles, numbering: Numbering, vanishing: set[Element]) -> list[Heading]:
    """Mark the content of each heading of a part, and take old contents bookmarks off it."""
    found: list[Heading] = []
    for paragraph in root.iter(P):
        level = styles.level(paragraph)
        if level is None or next(paragraph.iterancestors(*_NOTES), None) is not None:
            continue
        style = styles.of(paragraph)
        number, depth = styles.numbering(paragraph)
        index = numbering.level_of(number, depth, style)
        stays = paragraph not in vanishing
        _mark_content(paragraph, len(found))
        found.append(Heading(level, style, number, index, stays))
    _drop_contents_bookmarks(root)
    return found


def from_values(styles: Styles, numbering: Numbering) -> dict[str, Heading]:
    """The headings that values may write, by style: Markdown and inserted documents have some."""
    found: dict[str, Heading] = {}
    for style, paragraph in styles.outlined():
        number, depth = styles.numbering(paragraph)
        level = styles.level(paragraph) or 1
        found[style] = Heading(level, style, number, numbering.level_of(number, depth, style))
    return found


def _mark_content(paragraph: Element, index: int) -> None:
    properties = paragraph.find(P_PR)
    at = 0 if properties is None else paragraph.index(properties) + 1
    paragraph.insert(at, instruction("g", f"[{index}"))
    paragraph.append(instruction("g", f"]{index}"))


def _drop_contents_bookmarks(root: Element) -> None:
    starts = [b for b in root.iter(w("bookmarkStart")) if b.get(w("name"), "").startswith("_Toc")]
    gone = {start.get(w("id")) for start in starts}
    for bookmark in [*starts, *(e for e in root.iter(w("bookmarkEnd")) if e.get(w("id")) in gone)]:
        remove(bookmark)


def _piece(match: re.Match[str]) -> str:
    return unescape(match.group(1)) if match.group(1) is not None else _SPACES.get(match.group(2) or "", "")
