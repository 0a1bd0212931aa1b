"""The number printed at the foot of a page, where sections begin anew or count in letters.

LibreOffice tells on which page from the first a bookmark lies. Where a section begins at 1 again, or its
pages are numbered i, ii, iii, the contents must say what the reader finds on the page (ISO 29500-1,
17.6.12). So each section's first paragraph gets a bookmark of its own, whose page tells where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kadocs.render.word.ids import ANNOTATION, Ids
from kadocs.render.word.markup import Element, w
from kadocs.render.word.numbering import formatted

_SECTION = re.compile(r"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.DOTALL)
_COUNTS = re.compile(r"<w:pgNumType\b[^>]*w:(?:start|fmt)=")
_NUMBERS = re.compile(r"<w:pgNumType\b([^>]*)>")
_BEFORE_NUMBERS = re.compile(r"<w:(?:pgSz|pgMar|paperSrc|lnNumType)\b[^>]*/>|</w:pgBorders>")
_START, _FORMAT = re.compile(r'w:start="(\d+)"'), re.compile(r'w:fmt="(\w+)"')
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:<w:pPr>.*?</w:pPr>|<w:pPr/>)?", re.DOTALL)
_BOOKMARK = re.compile(r'<w:bookmarkStart [^>]*?w:name="([^"]*)"')
_BETWEEN = re.compile(r"<w:bookmarkStart [^>]*/><w:bookmarkEnd [^>]*/>(?=<w:(?:p|tbl|sdt)[ >])")
_NAME = "_Sec{:06d}"


@dataclass(frozen=True, slots=True)
class _Section:
    """A section: where its text ends, the number that it begins with (0 goes on), its number format."""

    end: int
    start: int
    format: str


def counts(root: Element) -> bool:
    """Whether a section of a body begins its page numbers anew, or writes them otherwise than 1, 2, 3."""
    return any(each.get(w("start")) or each.get(w("fmt")) for each in root.iter(w("pgNumType")))


def anchored(text: str) -> str:
    """The text with each empty bookmark that stands between paragraphs in the paragraph that follows.

    LibreOffice has such a bookmark on the page of what is before it.
    """
    written, end = [], 0
    for match in _BETWEEN.finditer(text):
        if (following := _PARAGRAPH.search(text, match.end())) is not None:
            written += [text[end : match.start()], text[match.end() : following.end()], match[0]]
            end = following.end()
    return "".join([*written, text[end:]])


def printed(text: str, pages: Mapping[str, int], ids: Ids, first: int = 1) -> tuple[str, dict[str, str]]:
    """The text of a body, and the printed number of the page of each bookmark in `pages`.

    Bookmarks at the beginnings of sections are added where printed numbers differ from counted ones. Its
    pages are counted from `first`, unless its first section says a number itself.
    """
    text = _counting(text, first)
    if not _COUNTS.search(text):
        return text, {name: str(page) for name, page in pages.items()}
    sections = [_section(match) for match in _SECTION.finditer(text)]
    return _begun(text, sections, ids), _numbers(text, sections, pages)


def _counting(text: str, first: int) -> str:
    """The text with the number of its first page."""
    section = _SECTION.search(text) if first != 1 else None
    if section is None:
        return text
    said = _NUMBERS.search(section[0])
    if said is None:
        at = max((match.end() for match in _BEFORE_NUMBERS.finditer(section[0])), default=0)
        begun = f'<w:pgNumType w:start="{first}"/>' if at else ""
    else:
        at = said.start() + len("<w:pgNumType")
        begun = "" if _START.search(said[1]) else f' w:start="{first}"'
    at += section.start()
    return text[:at] + begun + text[at:]


def _section(match: re.Match[str]) -> _Section:
    said = _NUMBERS.search(match[0])
    attributes = said[1] if said else ""
    start, style = _START.search(attributes), _FORMAT.search(attributes)
    return _Section(match.end(), int(start[1]) if start else 0, style[1] if style else "decimal")


def _begun(text: str, sections: list[_Section], ids: Ids) -> str:
    """The text with a bookmark in the first paragraph of each section but the first."""
    written, end = [], 0
    for number, section in enumerate(sections[:-1], start=1):
        if (first := _PARAGRAPH.search(text, section.end)) is None:
            continue
        identity = ids.next(ANNOTATION)
        mark = f'<w:bookmarkStart w:id="{identity}" w:name="{_NAME.format(number)}"/>'
        written += [text[end : first.end()], mark, f'<w:bookmarkEnd w:id="{identity}"/>']
        end = first.end()
    return "".join([*written, text[end:]])


def _numbers(text: str, sections: list[_Section], pages: Mapping[str, int]) -> dict[str, str]:
    """The printed number of each bookmark's page."""
    firsts = [1, *(pages.get(_NAME.format(number), 0) for number in range(1, len(sections)))]
    if not all(firsts):
        return {name: str(page) for name, page in pages.items()}
    shifts: list[int] = []
    for section, first in zip(sections, firsts, strict=True):
        before = shifts[-1] if shifts else 0
        shifts.append(section.start - first if section.start else before)
    found = {}
    for match in _BOOKMARK.finditer(text):
        if (page := pages.get(match[1])) is not None:
            number = next((n for n, s in enumerate(sections) if match.start() < s.end), len(sections) - 1)
            found[match[1]] = formatted(page + shifts[number], sections[number].format)
    return found
