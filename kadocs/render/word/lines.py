"""Lines: the text of a paragraph as its reader sees it, and the elements that it is spread over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.render.word.markup import BR, CR, MATH_RUN, MATH_TEXT, P_PR, TAB, Element, P, R, T, w

TEXTS = (T, MATH_TEXT)
STAND_INS = {TAB: " ", BR: " ", CR: " ", w("noBreakHyphen"): "-"}
"""What counts as a character of a line without being text."""

BRACE = re.compile("[{}｛]")

_PIECES = frozenset((*TEXTS, *STAND_INS))
_GONE = frozenset({w("del"), w("moveFrom")})


def holding(root: Element) -> Iterator[Element]:
    """Each paragraph whose line holds a brace, by where the first of them stands."""
    seen: set[Element] = set()
    has_brace = BRACE.search
    for element in root.iter(*TEXTS):
        text = element.text
        if text and has_brace(text):
            paragraph = _owner(element)
            if paragraph is not None and paragraph not in seen:
                seen.add(paragraph)
                yield paragraph


def pieces(paragraph: Element) -> list[Element]:
    """The elements of a paragraph's line, in order; those of a text box in it are not among them."""
    found: list[Element] = []
    for child in paragraph:
        if child.tag == R:
            found += [piece for piece in child if piece.tag in _PIECES]
        elif len(child) and child.tag != P_PR:
            return [element for element in paragraph.iter(*_PIECES) if _owner(element) is paragraph]
    return found


def texts(atoms: list[Element]) -> list[str]:
    """What each of these elements adds to its line."""
    return [STAND_INS.get(str(atom.tag)) or atom.text or "" for atom in atoms]


def text(paragraph: Element) -> str:
    """A paragraph's line."""
    return "".join(texts(pieces(paragraph)))


def _owner(element: Element) -> Element | None:
    """The paragraph in whose line an element stands, unless it was deleted."""
    parent = element.getparent()
    if parent is None or parent.tag not in (R, MATH_RUN):
        return None
    above = parent.getparent()
    while above is not None and above.tag != P:
        if above.tag in _GONE:
            return None
        above = above.getparent()
    return above
