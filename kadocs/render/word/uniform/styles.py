"""The styles of a document: what carries its structure stays, everything else is the demanded look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from typing import NamedTuple

from kadocs.render.word.markup import P_PR, R_PR, VAL, Element, children, remove, w
from kadocs.render.word.restyle.matching import is_default, kind_of, names, value
from kadocs.render.word.uniform.look import Uniform, half_points

_KEPT = tuple(
    map(
        w,
        (
            "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "tabs", "ind",
            "contextualSpacing", "jc", "outlineLvl",
        ),
    )
)  # fmt: skip
_BEFORE_SPACING = (*map(w, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr")),
                   *map(w, ("suppressLineNumbers", "tabs")))  # fmt: skip
"""What stands before the spacing among the properties of a paragraph (17.3.1.26)."""

_FACES = ("ascii", "hAnsi", "eastAsia", "cs")
_TWO_LETTERS = "200"
_SINGLE = ("240", "auto")


class _Ending(NamedTuple):
    """What ends the identifier and the name of a style that is for some places only."""

    identity: str
    name: str


_CELL, _DRAWN = _Ending("InTable", "in Tables"), _Ending("Drawn", "with Picture")


class Uses(NamedTuple):
    """What the paragraphs of a document use styles for, by identifier.

    `drawn` ones hold pictures, `empty` ones never any text; `bulleted` lists have signs instead of numbers.
    """

    drawn: frozenset[str]
    empty: frozenset[str]
    bulleted: frozenset[str]


def level(styles: Element, look: Uniform, uses: Uses) -> None:
    """Bring a sheet of styles to the demanded look."""
    _set_defaults(styles, look)
    for style in list(styles.iter(w("style"))):
        kind = kind_of(style)
        if kind == "paragraph":
            _level_paragraph(style, look, uses)
        elif kind == "character":
            _level_letters(style, look)
        elif kind == "table":
            _level_table(style)


def for_tables(styles: Element, used: Iterable[str], size: str) -> dict[str, str]:
    """Styles for tables alone, with letters of this size; what takes the place of what."""
    return _copies(styles, used, _CELL, lambda style: _set_size(_letters(style), size))


def for_pictures(styles: Element, used: Iterable[str]) -> dict[str, str]:
    """Styles for paragraphs with pictures, which exact lines would cut off; what takes the place of what."""
    return _copies(styles, used, _DRAWN, lambda style: _space(_paragraph(style), _SINGLE))


def _copies(
    styles: Element, used: Iterable[str], ending: _Ending, change: Callable[[Element], None]
) -> dict[str, str]:
    instead: dict[str, str] = {}
    known = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
    for identity in sorted(set(used) & set(known)):
        copy = deepcopy(known[identity])
        copy.attrib.pop(w("default"), "")
        copy.set(w("styleId"), identity + ending.identity)
        copy.set(w("customStyle"), "1")
        for name in copy.iter(w("name")):
            name.set(VAL, f"{name.get(VAL)} {ending.name}")
        for old in (*copy.iterfind(w("aliases")), *copy.iterfind(w("next")), *copy.iterfind(w("link"))):
            remove(old)
        change(copy)
        styles.append(copy)
        instead[identity] = identity + ending.identity
    return instead


def _set_defaults(styles: Element, look: Uniform) -> None:
    """Say the look once for everything."""
    old = styles.find(w("docDefaults"))
    language = None if old is None else next(old.iter(w("lang")), None)
    if old is not None:
        remove(old)
    defaults = styles.makeelement(w("docDefaults"))
    letters = _add(_add(defaults, "rPrDefault"), "rPr")
    fonts = _add(letters, "rFonts")
    for face in _FACES:
        fonts.set(w(face), look.font)
    _set_size(letters, half_points(look.size))
    if language is not None:
        letters.append(deepcopy(language))
    _space(_add(_add(defaults, "pPrDefault"), "pPr"), look.line)
    styles.insert(0, defaults)


def _level_paragraph(style: Element, look: Uniform, uses: Uses) -> None:
    identity, stands_out = style.get(w("styleId"), ""), _stands_out(style)
    properties = style.find(P_PR)
    if identity in uses.empty and identity not in uses.drawn and not is_default(style):
        _drop(style.find(R_PR), w("sz"), w("szCs"))
        _drop(properties, *_KEPT, w("spacing"))
        return
    _drop(properties, *_KEPT)
    heading = _is_heading(style)
    _remove(style.find(R_PR))
    letters = _letters(style)
    if look.bold and stands_out:
        _add(letters, "b")
        _add(letters, "bCs")
    if heading and look.heading is not None:
        _set_size(letters, half_points(look.heading))
    if properties is None:
        return
    _unbullet(properties, uses.bulleted)
    _measure_indent(properties, look)
    if identity in uses.drawn:
        _space(properties, _SINGLE)


def _level_letters(style: Element, look: Uniform) -> None:
    bold = look.bold and _stands_out(style)
    _drop(style.find(R_PR), w("vertAlign"), w("vanish"))
    if bold:
        letters = _letters(style)
        letters.insert(0, letters.makeelement(w("bCs")))
        letters.insert(0, letters.makeelement(w("b")))


def _level_table(style: Element) -> None:
    """Tables keep their lines, in black."""
    for name in ("rPr", "pPr"):
        for old in list(style.iter(w(name))):
            remove(old)
    blacken(style)


def blacken(root: Element) -> None:
    """Take away shading below, and let lines be black."""
    for shading in list(root.iter(w("shd"))):
        remove(shading)
    for holder in list(root.iter(w("tblBorders"), w("tcBorders"), w("pBdr"))):
        for line in children(holder):
            if line.get(w("color")) is not None:
                line.set(w("color"), "auto")
            for name in ("themeColor", "themeTint", "themeShade"):
                line.attrib.pop(w(name), "")


def _stands_out(style: Element) -> bool:
    """Whether a style is set off from the text, by bold letters or by the font of headings."""
    bold, fonts = style.find(f"{R_PR}/{w('b')}"), style.find(f"{R_PR}/{w('rFonts')}")
    if bold is not None and bold.get(VAL, "1") in ("1", "true", "on"):
        return True
    return fonts is not None and fonts.get(w("eastAsiaTheme"), "").startswith("major")


def _is_heading(style: Element) -> bool:
    return style.find(f"{P_PR}/{w('outlineLvl')}") is not None or any(
        name.startswith("heading ") for name in names(style)
    )


def _unbullet(properties: Element, bulleted: frozenset[str]) -> None:
    """What had a sign before it begins as a paragraph of the text does."""
    number = properties.find(w("numPr"))
    if number is None or value(number, "numId") not in bulleted:
        return
    remove(number)
    for old in properties.findall(w("ind")):
        remove(old)
    indent = properties.makeelement(w("ind"), {w("firstLineChars"): _TWO_LETTERS, w("firstLine"): "0"})
    place = properties.find(w("jc"))
    if place is None:
        properties.append(indent)
    else:
        place.addprevious(indent)


def _measure_indent(properties: Element, look: Uniform) -> None:
    """An indent of two letters is as wide as two of these letters."""
    for indent in properties.iterfind(w("ind")):
        if letters := int(indent.get(w("firstLineChars"), "0")):
            indent.set(w("firstLine"), str(round(look.size * 20 * letters / 100)))


def _space(properties: Element, line: tuple[str, str]) -> None:
    """Set the distance of lines, and none before and after a paragraph, in its place (17.3.1.26)."""
    for old in properties.findall(w("spacing")):
        remove(old)
    spacing = properties.makeelement(w("spacing"), {w("before"): "0", w("after"): "0"})
    spacing.set(w("line"), line[0])
    spacing.set(w("lineRule"), line[1])
    before = [child for child in children(properties) if child.tag in _BEFORE_SPACING]
    properties.insert(0 if not before else list(properties).index(before[-1]) + 1, spacing)


def _paragraph(style: Element) -> Element:
    """The properties of a style's paragraphs, new where it has none: before those of its letters."""
    found = style.find(P_PR)
    if found is None:
        found = style.makeelement(P_PR)
        letters = style.find(R_PR)
        if letters is None:
            style.append(found)
        else:
            letters.addprevious(found)
    return found


def _letters(style: Element) -> Element:
    """The properties of a style's letters, new where it has none: behind those of its paragraphs."""
    found = style.find(R_PR)
    if found is not None:
        return found
    found = style.makeelement(R_PR)
    paragraph = style.find(P_PR)
    table = next(_table_parts(style), None)
    if paragraph is not None:
        paragraph.addnext(found)
    elif table is not None:
        table.addprevious(found)
    else:
        style.append(found)
    return found


def _table_parts(style: Element) -> Iterator[Element]:
    return style.iterchildren(w("tblPr"), w("trPr"), w("tcPr"), w("tblStylePr"))


def _set_size(letters: Element, size: str) -> None:
    for name in ("sz", "szCs"):
        for old in letters.findall(w(name)):
            remove(old)
        _add(letters, name).set(VAL, size)


def _drop(holder: Element | None, *kept: str) -> None:
    for child in list(children(holder)) if holder is not None else ():
        if child.tag not in kept:
            remove(child)


def _remove(element: Element | None) -> None:
    if element is not None:
        remove(element)


def _add(holder: Element, name: str) -> Element:
    child = holder.makeelement(w(name))
    holder.append(child)
    return child
