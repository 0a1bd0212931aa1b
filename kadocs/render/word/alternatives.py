"""Text boxes that a file holds twice: as Word draws them today, and for readers that cannot.

Both hold the same text (`mc:AlternateContent`, ISO 29500-3, 9.3). Its tags are compiled in the first
one only; what that becomes is copied into the other, so a value is read, counted and missed once.
"""

from __future__ import annotations

from kadocs.render.word.markup import Element, T, children, instruction, remove, w

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES, _CHOICE, _FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
_TEXT = w("txbxContent")
_ALTERNATIVE_TEXTS = ("descr", "title", "alt")


def share(root: Element) -> list[Element]:
    """Empty the second of each pair of equal texts with tags; returns the first ones, in order."""
    shared: list[Element] = []
    for alternatives in root.iter(_ALTERNATIVES):
        if next(alternatives.iterancestors(_ALTERNATIVES), None) is None:
            for kept, copy in _pairs(alternatives):
                for child in list(children(copy)):
                    remove(child)
                copy.append(instruction("g", f"={len(shared)}"))
                shared.append(kept)
    return shared


def capture(shared: list[Element]) -> None:
    """Mark the texts whose outcome is to be copied; everything in them is at its place already."""
    for number, content in enumerate(shared):
        content.insert(0, instruction("g", f"{{{number}"))
        content.append(instruction("g", f"}}{number}"))


def _pairs(alternatives: Element) -> list[tuple[Element, Element]]:
    choice, fallback = alternatives.find(_CHOICE), alternatives.find(_FALLBACK)
    if choice is None or fallback is None:
        return []
    first, second = _outermost(choice), _outermost(fallback)
    if [_text(box) for box in first] != [_text(box) for box in second]:
        return []
    return [pair for pair in zip(first, second, strict=True) if _has_tags(pair[0])]


def _has_tags(box: Element) -> bool:
    named = (element.get(name, "") for element in box.iter() for name in _ALTERNATIVE_TEXTS)
    return "{" in _text(box) or any("{" in text for text in named)


def _outermost(branch: Element) -> list[Element]:
    """The texts of a branch's boxes, but not of boxes in them."""
    boxes = list(branch.iter(_TEXT))
    return [box for box in boxes if not any(above in boxes for above in box.iterancestors(_TEXT))]


def _text(box: Element) -> str:
    return "".join(text.text or "" for text in box.iter(T))
