"""The space around title and subtitle on a cover: Chinese and English put them in another order."""

from __future__ import annotations

from kadocs.render.word.markup import P_PR, VAL, Element, P, w
from kadocs.render.word.restyle.matching import kind_of, names

_LINES = ("title", "subtitle")
_SPACES = (w("before"), w("after"))


def settle(sheet: Element, base: Element, base_styles: Element, template: Element, own: Element) -> None:
    """Give what stands first on the template's cover the space of what stands first on the base's.

    `sheet` are the styles as they will be, `base_styles` and `own` those that the two documents had.
    """
    theirs, ours = _order(base, base_styles), _order(template, own)
    if set(theirs) != set(_LINES) or ours != theirs[::-1]:
        return
    spacings = [_spacing(sheet, name) for name in _LINES]
    if None in spacings:
        return
    first, second = (each for each in spacings if each is not None)
    for side in _SPACES:
        one, other = first.get(side), second.get(side)
        for spacing, said in ((first, other), (second, one)):
            spacing.attrib.pop(side, "")
            if said is not None:
                spacing.set(side, said)


def _order(document: Element, styles: Element) -> list[str]:
    """Which of title and subtitle come first in a document."""
    called = {
        style.get(w("styleId"), ""): name
        for style in styles.iter(w("style"))
        if kind_of(style) == "paragraph" and (name := next(iter(names(style)), "")) in _LINES
    }
    used = (paragraph.find(f"{P_PR}/{w('pStyle')}") for paragraph in document.iter(P))
    found = (called.get(style.get(VAL, "")) for style in used if style is not None)
    return list(dict.fromkeys(name for name in found if name))


def _spacing(styles: Element, name: str) -> Element | None:
    of_name = (style for style in styles.iter(w("style")) if name in names(style)[:1])
    style = next(of_name, None)
    return None if style is None else style.find(f"{P_PR}/{w('spacing')}")
