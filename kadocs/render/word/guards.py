"""Guards around what may come out empty: cells, rows, tables and paragraphs.

A guard is a pair of marks in the part's text, control characters that neither XML nor data can hold.
`settle` looks at what stands between them once it is written. They are no Jinja blocks on purpose: a
block would give a `{% set %}` inside a cell a scope of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from kadocs.render.tags import OUTPUT
from kadocs.render.word.marks import Mark, Role
from kadocs.render.word.markup import (
    P_PR,
    SECT_PR,
    TBL,
    TC,
    TC_PR,
    TR,
    Element,
    P,
    T,
    children,
    instruction,
    is_instruction,
    source,
    w,
    without,
)
from kadocs.render.word.moves import RANGE_MARKS
from kadocs.render.word.surroundings import ANCHORED

_KEEPERS = (TC, *map(w, ("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")))
_SDT, _SDT_CONTENT = w("sdt"), w("sdtContent")
_ENDS_IN_PARAGRAPH = re.compile(
    r"(?:</w:p>|<w:p/>|</w:sdt>)(?:<w:(?:bookmark|comment|perm|move)[^>]*/>|\s)*$"
)
_REMARKS = re.compile(
    r"<w:commentRange[^>]*/>"
    r"|<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:r>).)*</w:rPr>)?<w:commentReference\b[^>]*/></w:r>"
)
_COMMENT = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_OTHER_RANGES = tuple(tag for tag in RANGE_MARKS if tag not in _COMMENT)
_ID = w("id")
_ROW, _CELL = re.compile(r"<w:tr[ >]"), re.compile(r"<w:tc[ >]")
_VISIBLE = re.compile(
    r"<(?:w|m):t(?: [^>]*)?>[^<]*[^<\s]"
    r"|<w:(?:drawing|pict|object|br|ptab|sym|fldChar|fldSimple|footnoteReference|endnoteReference)\b"
)


class Kind(Enum):
    """What a guard sees to."""

    PARAGRAPH_STAYS = "a cell or the like ends with a paragraph"
    NEEDS_ROW = "a table has a row"
    NEEDS_CELL = "a row has a cell"
    NEEDS_TEXT = "a paragraph has something to see"
    NEEDS_SUBJECT = "a comment is about something to see"
    BEGINS_SECTION = "a section says of its beginning what nothing said before"


_NEEDED = {Kind.NEEDS_ROW: _ROW, Kind.NEEDS_CELL: _CELL, Kind.NEEDS_TEXT: _VISIBLE}


@dataclass(frozen=True, slots=True)
class Guard:
    """What to do about the text between a pair of marks; `filler` stands in its place if need be."""

    kind: Kind
    filler: str = ""

    def apply(self, content: str) -> str:
        """`content`, made valid: completed, or dropped where it lacks what it needs."""
        if self.kind is Kind.PARAGRAPH_STAYS:
            return content if _ENDS_IN_PARAGRAPH.search(content[-400:]) else content + self.filler
        if self.kind is Kind.NEEDS_SUBJECT:
            return content if _VISIBLE.search(content) else _REMARKS.sub("", content)
        return content if _NEEDED[self.kind].search(content) else ""


def place(marks: list[Mark], first: int = 0) -> tuple[list[Guard], set[Element]]:
    """Put guards where tags may leave something empty; the marks are at their levels already.

    Returns the guards, numbered from `first`, and the elements that they may drop.
    """
    guards = _Guards(marks, first)
    # A value in a line of text leaves its paragraph standing, whatever it is.
    governing = [mark for mark in marks if mark.tag.prefix or mark.tag.kind != OUTPUT]
    holders = dict.fromkeys(_container(mark.node) for mark in governing if mark.node.getparent() is not None)
    paragraphs = [h for h in holders if h is not None and h.tag == P]
    for paragraph in paragraphs:
        guards.paragraph(paragraph)
    for tag in (TR, TBL):
        for holder in list(holders):
            if holder is not None and holder.tag == tag:
                guards.rows_or_cells(holder)
    for holder in [*holders, *(p.getparent() for p in paragraphs if p in guards.vanishing)]:
        guards.keeper(holder)
    return guards.placed, guards.vanishing


def _container(node: Element) -> Element | None:
    """The paragraph, cell, row, table or other container whose content an instruction governs."""
    for above in node.iterancestors():
        if above.tag in (P, TR, TBL) or above.tag in _KEEPERS:
            return above
    return None


class _Guards:
    def __init__(self, marks: list[Mark], first: int) -> None:
        self._by_node = {mark.node: mark for mark in marks}
        self._first = first
        self.placed: list[Guard] = []
        self.vanishing: set[Element] = set()
        self._kept: set[Element] = set()

    def paragraph(self, paragraph: Element) -> None:
        parent = paragraph.getparent()
        only = parent is not None and parent.tag in _KEEPERS and _blocks(parent) == [paragraph]
        if not only and self._may_vanish(paragraph):
            self._around(paragraph, Guard(Kind.NEEDS_TEXT))
            return
        for subject in _commented(paragraph):
            if self._may_be_empty(subject, _OTHER_RANGES):
                start, end = self._pair(Guard(Kind.NEEDS_SUBJECT))
                subject[0].addprevious(start)
                subject[-1].addnext(end)

    def rows_or_cells(self, holder: Element) -> None:
        child, kind = (TR, Kind.NEEDS_ROW) if holder.tag == TBL else (TC, Kind.NEEDS_CELL)
        if holder in self.vanishing or self._steady(holder, child):
            return
        self._around(holder, Guard(kind))
        if holder.tag == TR and (table := next(holder.iterancestors(TBL), None)) is not None:
            self.rows_or_cells(table)

    def keeper(self, holder: Element | None) -> None:
        if holder is not None and holder.tag not in _KEEPERS:
            holder = next(holder.iterancestors(*_KEEPERS), None)
        if holder is None or holder in self._kept or self._ends_steadily(holder):
            return
        self._kept.add(holder)
        first = next(holder.iter(P), None)
        properties = first.find(P_PR) if first is not None else None
        inner = source(without(properties, SECT_PR)) if properties is not None else ""
        start, end = self._pair(Guard(Kind.PARAGRAPH_STAYS, f"<w:p>{inner}</w:p>"))
        head = holder.find(TC_PR)
        holder.insert(0 if head is None else holder.index(head) + 1, start)
        holder.append(end)

    def _around(self, element: Element, guard: Guard) -> None:
        start, end = self._pair(guard)
        element.addprevious(start)
        element.addnext(end)
        self.vanishing.add(element)

    def _pair(self, guard: Guard) -> tuple[Element, Element]:
        number = self._first + len(self.placed)
        self.placed.append(guard)
        return instruction("g", f"({number}"), instruction("g", f"){number}")

    def _shift(self, node: Element) -> int:
        mark = self._by_node.get(node)
        if mark is None:
            return 0
        return {Role.OPEN: 1, Role.CLOSE: -1}.get(mark.role, 0)

    def _steady(self, holder: Element, tag: str) -> bool:
        """Whether at least one child with this name is always written."""
        depth = 0
        for node in holder:
            depth += self._shift(node)
            if depth == 0 and node.tag == tag and node not in self.vanishing:
                return True
            if depth == 0 and node.tag == _SDT and next(node.iter(tag), None) is not None:
                return True
        return False

    def _ends_steadily(self, holder: Element) -> bool:
        """Whether the last thing in a cell is a paragraph that is always written."""
        last, depth, steady = None, 0, False
        for node in holder:
            depth += self._shift(node)
            mark = self._by_node.get(node)
            if mark is not None and mark.tag.kind == OUTPUT:
                last, steady = node, False
            elif not is_instruction(node) and node.tag not in RANGE_MARKS and node.tag != TC_PR:
                last, steady = node, depth == 0 and node.tag == P and node not in self.vanishing
        return last is not None and steady

    def _may_vanish(self, paragraph: Element) -> bool:
        """Whether all that a paragraph shows stands inside inline blocks, of which there is one."""
        ranges = _OTHER_RANGES if _commented_whole(paragraph) else RANGE_MARKS
        return self._may_be_empty([paragraph], ranges) and paragraph.find(f"{P_PR}/{SECT_PR}") is None

    def _may_be_empty(self, elements: list[Element], ranges: tuple[str, ...]) -> bool:
        """Whether all that these elements show stands inside inline blocks, of which there is one."""
        depth, blocks = 0, 0
        for node in (node for element in elements for node in element.iter()):
            if is_instruction(node):
                mark = self._by_node.get(node)
                depth += self._shift(node)
                blocks += depth > 0
                if depth < 0 or (mark is not None and mark.tag.kind == OUTPUT and depth == 0):
                    return False
                shows = node.tail if _in_text(node) else ""
            else:
                shows = node.text if node.tag == T else ""
            if depth == 0 and ((shows or "").strip() or node.tag in ANCHORED or node.tag in ranges):
                return False
        return blocks > 0 and depth == 0


def _commented_whole(paragraph: Element) -> bool:
    """Whether the comments of a paragraph are about nothing else, so that they may go with it."""
    begun, ended, referred = ({each.get(_ID) for each in paragraph.iter(tag)} for tag in _COMMENT)
    return begun == ended <= referred


def _commented(paragraph: Element) -> list[list[Element]]:
    """What comments in a paragraph are about, from where the first of those that overlap begins."""
    nodes = list(paragraph)
    places: dict[str | None, list[int]] = {}
    for number, node in enumerate(nodes):
        for each in node.iter(*_COMMENT):
            places.setdefault(each.get(_ID), []).append(number)
    spans: list[list[int]] = []
    for numbers in sorted(found for found in places.values() if len(found) == len(_COMMENT)):
        if spans and numbers[0] <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], numbers[-1])
        else:
            spans.append([numbers[0], numbers[-1]])
    return [nodes[first : last + 1] for first, last in spans]


def _in_text(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == T


def _blocks(holder: Element) -> list[Element]:
    """The paragraphs, tables and the like in a holder."""
    return [child for child in children(holder) if child.tag not in (*RANGE_MARKS, TC_PR)]
