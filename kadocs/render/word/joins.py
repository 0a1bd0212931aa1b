"""`{%- … -%}`: a tag that joins its line with the one before it or after it.

A line is a paragraph, or what a soft break sets off in one. The hyphen takes away the break between
the tag and its neighbour, so that a long condition can be written over several lines and read as one.
In the middle of a line there is no break to take away: there it removes spaces, as Jinja does. A value
(`{{- … -}}`) only removes spaces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kadocs.render.tags import STATEMENT
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import (
    BR,
    CR,
    P_PR,
    R_PR,
    SECT_PR,
    TAB,
    Element,
    P,
    T,
    ancestor,
    children,
    is_instruction,
    remove,
    w,
)
from kadocs.render.word.moves import RANGE_MARKS
from kadocs.render.word.surroundings import ANCHORED

_SPACES = " \t\r\n"
_PROPERTIES = (P_PR, R_PR)
_PASSED = (*RANGE_MARKS, w("proofErr"), w("lastRenderedPageBreak"))


def settle(marks: list[Mark]) -> None:
    """Join lines as the tags of a part ask; the tags still stand in their text."""
    by_paragraph: dict[Element, list[Mark]] = {}
    for mark in marks:
        by_paragraph.setdefault(mark.paragraph, []).append(mark)
    for mark in marks:
        if mark.tag.source.startswith(("{%-", "{{-")) and mark.tag.prefix in ("", "r"):
            _reach(mark, _Side(backwards=True), by_paragraph)
        if mark.tag.source.endswith(("-%}", "-}}")) and mark.tag.prefix in ("", "r"):
            _reach(mark, _Side(backwards=False), by_paragraph)


class _Side:
    """One side of a tag: what lies on it, and where a text on it has its near end."""

    def __init__(self, *, backwards: bool) -> None:
        self.backwards = backwards
        self.strip: Callable[[str], str] = (
            (lambda text: text.rstrip(_SPACES)) if backwards else (lambda text: text.lstrip(_SPACES))
        )

    def neighbours(self, node: Element, paragraph: Element) -> Iterator[Element]:
        """What lies on this side within the paragraph, nearest first."""
        while node is not paragraph:
            for sibling in list(node.itersiblings(preceding=self.backwards)):
                if sibling.tag in _PROPERTIES:
                    continue
                inside = [e for e in sibling.iter() if ancestor(e, P) is paragraph]
                yield from reversed(inside) if self.backwards else inside
            node = node.getparent()  # type: ignore[assignment]

    def strip_beside(self, node: Element) -> bool:
        """Strip the text right beside a tag; whether nothing of its text element is left on this side."""
        text, previous = node.getparent(), node.getprevious()
        assert text is not None
        if not self.backwards:
            node.tail = self.strip(node.tail or "")
            return not node.tail and node.getnext() is None
        if previous is not None:
            previous.tail = self.strip(previous.tail or "")
            return False
        text.text = self.strip(text.text or "")
        return not text.text

    def beyond(self, paragraph: Element) -> Element | None:
        """The paragraph on this side of a paragraph, if that is what comes next."""
        for sibling in paragraph.itersiblings(preceding=self.backwards):
            if sibling.tag not in _PASSED:
                return sibling if sibling.tag == P else None
        return None


def _reach(mark: Mark, side: _Side, by_paragraph: dict[Element, list[Mark]]) -> None:
    """Clear the way from a tag to the nearest text on one side, over one end of its paragraph if need be."""
    at_edge = side.strip_beside(mark.node)
    if mark.tag.kind != STATEMENT or not at_edge:
        return
    if not _clear(mark, side):
        return
    while (other := side.beyond(mark.paragraph)) is not None:
        empty = next(other.iter(T, *ANCHORED), None) is None
        first, second = (other, mark.paragraph) if side.backwards else (mark.paragraph, other)
        _join(first, second, by_paragraph)
        if not empty:
            return


def _clear(mark: Mark, side: _Side) -> bool:
    """Remove breaks and spaces beside a tag; whether its paragraph holds nothing else on this side."""
    at_break = False
    for node in side.neighbours(mark.node.getparent(), mark.paragraph):  # type: ignore[arg-type]
        if node.tag in (BR, CR) and node.get(w("type"), "textWrapping") == "textWrapping":
            at_break = True
            remove(node)
        elif node.tag == TAB and not at_break:
            remove(node)
        elif node.tag == T and not at_break and not len(node):
            node.text = side.strip(node.text or "")
            if node.text:
                return False
        elif is_instruction(node) or node.tag in (T, TAB, *ANCHORED):
            return False
    return not at_break


def _join(first: Element, second: Element, by_paragraph: dict[Element, list[Mark]]) -> None:
    """Make one paragraph of two, in the format of the first; a section's end stays one."""
    section = second.find(f"{P_PR}/{SECT_PR}")
    if section is not None and first.find(f"{P_PR}/{SECT_PR}") is None:
        properties = first.find(P_PR)
        if properties is None:
            properties = first.makeelement(P_PR)
            first.insert(0, properties)
        change = properties.find(w("pPrChange"))
        properties.insert(len(properties) if change is None else properties.index(change), section)
    for node in list(first.itersiblings()):
        if node is second:
            break
        first.append(node)  # a mark between the two
    for node in list(children(second)):
        if node.tag != P_PR:
            first.append(node)
    for mark in by_paragraph.pop(second, []):
        mark.paragraph = first
        by_paragraph.setdefault(first, []).append(mark)
    remove(second)
