"""Headings and captions: marked when a template is compiled, recorded when a render reaches them."""

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
_NAMES = re.compile(r'<w:bookmarkStart [^>]*w:name="([^"]*)"')
_LABELS = re.compile(r'<w:instrText[^>]*>\s*SEQ\s+"?([^\s"<]+)')
_SPACES = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph of the template that is looked at: its outline level, or 0, and the list that numbers it.

    `stays` says that it is written even when it has no text, `listed` that a table of contents may list it.
    """

    level: int
    style: str
    number: str = ""
    depth: int = 0
    stays: bool = True
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or caption that a render has reached; `labels` are the sequences that number it (SEQ)."""

    level: int
    style: str
    number: str
    suffix: str
    text: str
    bookmark: str
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paragraphs besides headings are looked at: by style, by sequence, or all that have a number."""

    styles: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    numbered: bool = False


class Record:
    """The headings of one render, in the order in which they were written.

    `ids` gives their bookmarks numbers that no other has. `numbers` are those of the headings in which
    bookmarks stand.
    """

    def __init__(self, headings: tuple[Heading, ...], numbering: Numbering, ids: Ids) -> None:
        self._headings = headings
        self._counter = Counter(numbering)
        self._ids = ids
        self.numbers: dict[str, str] = {}
        self.entries: list[Entry] = []

    def latest(self, level: int) -> Entry | None:
        """The last heading of a level that was reached."""
        return next((each for each in reversed(self.entries) if each.level == level), None)

    def passed(self, level: int) -> int:
        """How many headings down to a level were reached."""
        return sum(1 <= each.level <= level for each in self.entries)

    def number_at(self, bookmark: str) -> str:
        """The number of the paragraph in which a bookmark begins; empty where it has none."""
        return self.numbers.get(bookmark, "")

    def reach(self, index: int, content: str) -> str:
        """The content of a heading that is being written, inside its bookmark."""
        heading = self._headings[index]
        text = plain(content)
        number, suffix = "", "nothing"
        if heading.number and (text or heading.stays):
            number, suffix = self._counter.next(heading.number, heading.depth)
            self.numbers.update(dict.fromkeys(_NAMES.findall(content), number))
        if not text or not heading.listed:
            return content
        ordinal = len(self.entries) + 1
        bookmark = f"_Toc{ordinal:06d}"
        labels = frozenset(_LABELS.findall(content))
        self.entries.append(Entry(heading.level, heading.style, number, suffix, text, bookmark, labels))
        identity = self._ids.next(ANNOTATION)
        start = f'<w:bookmarkStart w:id="{identity}" w:name="{bookmark}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{identity}"/>'


def mark(
    root: Element, styles: Styles, numbering: Numbering, vanishing: set[Element], wanted: Wanted
) -> list[Heading]:
    """Mark the content of each heading of a part, and take old contents bookmarks off it."""
    found: list[Heading] = []
    for paragraph in root.iter(P):
        level, style = styles.level(paragraph), styles.of(paragraph)
        listed = level is not None or style in wanted.styles or _is_labelled(paragraph, wanted.labels)
        if not listed and not wanted.numbered:
            continue
        number, depth = styles.numbering(paragraph)
        if not (listed or number) or next(paragraph.iterancestors(*_NOTES), None) is not None:
            continue
        index = numbering.level_of(number, depth, style)
        _mark_content(paragraph, len(found))
        found.append(Heading(level or 0, style, number, index, paragraph not in vanishing, listed))
    _drop_contents_bookmarks(root)
    return found


def from_values(styles: Styles, numbering: Numbering, wanted: Wanted) -> dict[str, Heading]:
    """The headings that values may write, by style: Markdown and inserted documents have some."""
    found: dict[str, Heading] = {}
    for style, paragraph in styles.each():
        level = styles.level(paragraph)
        if level is not None or style in wanted.styles:
            number, depth = styles.numbering(paragraph)
            found[style] = Heading(level or 0, style, number, numbering.level_of(number, depth, style))
    return found


def plain(content: str) -> str:
    """The text of a piece of a part, in one line."""
    return " ".join("".join(map(_piece, _PIECE.finditer(content))).split())


def _is_labelled(paragraph: Element, labels: frozenset[str]) -> bool:
    """Whether one of these sequences numbers a paragraph."""
    codes = (code.text or "" for code in paragraph.iter(w("instrText"))) if labels else ()
    words = (code.split() for code in codes)
    return any(len(said) > 1 and said[0].upper() == "SEQ" and said[1].strip('"') in labels for said in words)


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
