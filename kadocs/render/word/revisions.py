"""Tracked changes: what was inserted counts, what was deleted does not.

A deleted text stays as its author left it, unless it holds a tag: that is taken out, because its value
must not be read and its braces must not reach a reader.
"""

from __future__ import annotations

from kadocs.render.word.markup import P_PR, R_PR, Element, P, R, T, ancestor, children, remove, w

_DELETED = (w("del"), w("moveFrom"))
_TEXTS = (T, w("delText"))


def settle(root: Element) -> None:
    """Take deleted texts with tags out of a part, and the paragraphs that were deleted with them."""
    for change in list(root.iter(*_DELETED)):
        if next(change.iter(R), None) is None or "{" not in _text(change):
            continue
        paragraph = ancestor(change, P)
        remove(change)
        if paragraph is not None and _is_deleted(paragraph) and not _holds_anything(paragraph):
            remove(paragraph)


def _text(change: Element) -> str:
    return "".join(text.text or "" for text in change.iter(*_TEXTS))


def _is_deleted(paragraph: Element) -> bool:
    """Whether the end of a paragraph was deleted too, and another paragraph takes its place."""
    after = paragraph.getnext()
    marked = any(paragraph.find(f"{P_PR}/{R_PR}/{tag}") is not None for tag in _DELETED)
    return marked and after is not None and after.tag == P


def _holds_anything(paragraph: Element) -> bool:
    return any(child.tag != P_PR for child in children(paragraph))
