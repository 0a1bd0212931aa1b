"""The lists of a document, whose numbers look as the text does, without signs instead of numbers."""

from __future__ import annotations

from kadocs.render.word.markup import R_PR, VAL, Element, remove, w
from kadocs.render.word.restyle.matching import value

_SIGNS = ("bullet", "none")


def level(numbering: Element) -> None:
    """Numbers in the look of the text; signs are taken away."""
    for picture in numbering.findall(w("numPicBullet")):
        remove(picture)
    for each in list(numbering.iter(w("lvl"))):
        for letters in each.findall(R_PR):
            remove(letters)
        if value(each, "numFmt") != "bullet":
            continue
        for name, given in (("numFmt", "none"), ("lvlText", ""), ("suff", "nothing")):
            for found in each.findall(w(name)):
                found.set(VAL, given)
        for picture in each.findall(w("lvlPicBulletId")):
            remove(picture)


def bulleted(numbering: Element) -> frozenset[str]:
    """The identifiers of the lists that have signs instead of numbers on their first level."""
    signs = {
        definition.get(w("abstractNumId"))
        for definition in numbering.iter(w("abstractNum"))
        if (first := definition.find(w("lvl"))) is not None and value(first, "numFmt") in _SIGNS
    }
    return frozenset(
        number.get(w("numId"), "")
        for number in numbering.iter(w("num"))
        if value(number, "abstractNumId") in signs
    )
