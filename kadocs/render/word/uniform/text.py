"""The paragraphs, runs and tables of a document, without formatting of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kadocs.render.word.markup import P_PR, R_PR, SECT_PR, TBL, TC, VAL, Element, P, R, T, children, remove, w
from kadocs.render.word.uniform.styles import blacken

_RUN = tuple(map(w, ("rStyle", "noProof", "vanish", "vertAlign", "lang", "ins", "del")))
_PARAGRAPH = (
    *map(w, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "numPr", "jc", "outlineLvl")),
    SECT_PR,
    R_PR,
)
_MARK = tuple(map(w, ("ins", "del", "vanish")))
_PICTURES = (w("drawing"), w("pict"), w("object"))


def level(root: Element, bulleted: frozenset[str]) -> None:
    """Take away what paragraphs, runs and tables of a part have of their own; what is hidden stays so."""
    for properties in list(root.iter(P_PR)):
        _keep(properties, _PARAGRAPH)
        for mark in properties.findall(R_PR):
            _keep(mark, _MARK)
        number = properties.find(f"{w('numPr')}/{w('numId')}")
        if number is not None and number.get(VAL) in bulleted:
            remove(number.getparent())  # type: ignore[arg-type]  # it was found below it
    for run in root.iter(R):
        for properties in run.findall(R_PR):
            _keep(properties, _RUN)
    blacken(root)
    for background in root.findall(w("background")):
        remove(background)


def _keep(holder: Element, kept: tuple[str, ...]) -> None:
    for child in list(children(holder)):
        if child.tag not in kept:
            remove(child)
    if len(holder) == 0 and holder.tag == R_PR:
        remove(holder)


def style_of(paragraph: Element, default: str) -> str:
    """The identifier of a paragraph's style."""
    named = paragraph.find(f"{P_PR}/{w('pStyle')}")
    return default if named is None else named.get(VAL, default)


def has_picture(paragraph: Element) -> bool:
    """Whether a paragraph holds a picture, a drawing or an object."""
    return next(paragraph.iter(*_PICTURES), None) is not None


def has_text(paragraph: Element) -> bool:
    """Whether there is anything to read in a paragraph."""
    return any((text.text or "").strip() for text in paragraph.iter(T)) or _is_numbered(paragraph)


def _is_numbered(paragraph: Element) -> bool:
    return next(paragraph.iter(w("fldChar"), w("fldSimple"), w("sym")), None) is not None


def in_tables(roots: Iterable[Element]) -> list[Element]:
    """The paragraphs in the cells of tables."""
    return [
        p for root in roots for table in root.iter(TBL) for cell in table.iter(TC) for p in cell.findall(P)
    ]


def restyled(paragraphs: Iterable[Element], instead: Mapping[str, str], default: str) -> None:
    """Give paragraphs the styles that take the place of theirs."""
    for paragraph in paragraphs:
        if (given := instead.get(style_of(paragraph, default))) is None:
            continue
        properties = paragraph.find(P_PR)
        if properties is None:
            properties = paragraph.makeelement(P_PR)
            paragraph.insert(0, properties)
        named = properties.find(w("pStyle"))
        if named is None:
            named = properties.makeelement(w("pStyle"))
            properties.insert(0, named)
        named.set(VAL, given)
