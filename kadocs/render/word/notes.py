"""Footnotes, endnotes and comments whose references are repeated: each reference has its own.

The first turn refers to the note that the template holds; for every other its part gets a copy. A
comment's range that a block would tear from its reference is given up: the comment then stands at its
reference.
"""

from __future__ import annotations

from collections.abc import Iterable

from kadocs.render.word.ids import Slot
from kadocs.render.word.markup import Element, instruction, is_instruction, move_after, remove, w
from kadocs.render.word.pairs import Path

KINDS = {
    w("footnoteReference"): "footnotes",
    w("endnoteReference"): "endnotes",
    w("commentReference"): "comments",
    w("commentRangeStart"): "comments",
    w("commentRangeEnd"): "comments",
}
"""What refers to a note, by the kind of the part that holds it."""

_REFERENCE, _START = w("commentReference"), w("commentRangeStart")
_ELEMENTS = {"footnotes": w("footnote"), "endnotes": w("endnote"), "comments": w("comment")}


def mend(nodes: Iterable[tuple[Element, Path]]) -> None:
    """Take out the ranges of comments that a block separates from their reference or their other end."""
    comments: dict[str, list[tuple[Element, Path]]] = {}
    for node, path in nodes:
        if not is_instruction(node) and KINDS.get(str(node.tag)) == "comments":
            comments.setdefault(node.get(w("id"), ""), []).append((node, path))
    for parts in comments.values():
        whole = len(parts) == 3 and len({path for _, path in parts}) == 1
        if whole or not any(path for _, path in parts):
            continue
        for node, _ in parts:
            if node.tag != _REFERENCE:
                remove(node)


def repeat(root: Element, kind: str, wanted: set[tuple[str, str]], first: int) -> list[Slot]:
    """Mark the notes of a part that renders may have to copy; returns slots, numbered from `first`."""
    slots: list[Slot] = []
    for note in root.iterfind(_ELEMENTS[kind]) if kind in _ELEMENTS else ():
        identity = note.get(w("id"), "")
        if (kind, identity) in wanted:
            note.addprevious(instruction("g", f"!{first + len(slots)}"))
            move_after(note, instruction("g", f";{first + len(slots)}"))
            _forget(note)
            slots.append(Slot(kind, identity))
    return slots


def _forget(note: Element) -> None:
    """Drop the numbers by which other parts know a note's paragraphs: a copy must not have them too."""
    for element in note.iter():
        for name in [n for n in element.attrib if str(n).endswith(("}paraId", "}textId"))]:
            del element.attrib[name]
