"""What a Word file's text rests on: its styles, its lists, and the fonts of its theme."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from kadocs.render.word import markup
from kadocs.render.word.insertion.pieces import Cutter, Pieces
from kadocs.render.word.markup import P_PR, R_PR, VAL, Element, children, remove, w
from kadocs.render.word.stock import Stock

_PROPERTIES = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle",
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
)
_ORDERS = {
    tag: {w(name): rank for rank, name in enumerate(names.split())}
    for tag, names in zip((P_PR, R_PR), _PROPERTIES, strict=True)
}
"""The order of the properties of paragraphs and runs (ISO 29500-1, 17.3.1.26 and 17.3.2.28)."""

_SCRIPTS = (
    ("ascii", "asciiTheme"),
    ("hAnsi", "hAnsiTheme"),
    ("eastAsia", "eastAsiaTheme"),
    ("cs", "cstheme"),
)
_THEMED = {w(one): tuple(map(w, pair)) for pair in _SCRIPTS for one in pair}
"""A font, and the font of the theme instead of it: who says one does not want the other."""

_OTHER = {"paragraph": "character", "character": "paragraph"}
"""What a style is linked with: the style of the other kind that is applied to a part of a paragraph."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its kind, its name, and its definition.

    `whole` is the definition with the file's defaults in it, for documents that have others.
    """

    kind: str
    name: str
    pieces: Pieces
    whole: Pieces = ()


@dataclass(frozen=True, slots=True)
class List:
    """A list: the levels of its definition, and the number at which each begins."""

    levels: Pieces
    starts: dict[int, int]


def styles(stock: Stock, cutter: Cutter, file: str) -> dict[tuple[str, str], Style]:
    """The styles of a file, by kind and identifier."""
    if stock.styles_part not in stock.package.members:
        return {}
    root = markup.parse(stock.package.read(stock.styles_part), file, stock.styles_part)
    defaults = root.find(w("docDefaults"))
    found = {}
    for style in root.iter(w("style")):
        kind, identity = style.get(w("type"), "paragraph"), style.get(w("styleId"), "")
        name = style.find(w("name"))
        shown = identity if name is None else name.get(VAL, identity)
        rests = kind != "paragraph" or style.find(w("basedOn")) is not None
        whole = None if rests or defaults is None else _with_defaults(style, defaults)
        found[kind, identity] = Style(
            kind,
            shown,
            _style(style, kind, cutter),
            () if whole is None else _style(whole, kind, cutter),
        )
    return found


def _style(style: Element, kind: str, cutter: Cutter) -> Pieces:
    style = deepcopy(style)
    style.attrib.pop(w("default"), "")
    style.set(w("styleId"), cutter.token(kind, style.get(w("styleId"), "")))
    for child in list(children(style)):
        if child.tag == w("rsid"):
            remove(child)
        elif child.tag == w("link"):
            cutter.stand_in(child, "link", f"{_OTHER.get(kind, kind)}\n{child.get(VAL, '')}")
        elif child.tag in (w("basedOn"), w("next")):
            child.set(VAL, cutter.token(kind, child.get(VAL, "")))
    for number in style.iter(w("numId")):
        if number.get(VAL) != "0":
            number.set(VAL, cutter.token("num", number.get(VAL, "")))
    cutter.fonts(style)
    return cutter.cut(style)


def _with_defaults(style: Element, defaults: Element) -> Element:
    """A style that says itself what its file's defaults say, where it says nothing else."""
    whole = deepcopy(style)
    for tag, path in ((P_PR, f"{w('pPrDefault')}/{P_PR}"), (R_PR, f"{w('rPrDefault')}/{R_PR}")):
        given, own = defaults.find(path), whole.find(tag)
        if given is None:
            continue
        if own is None:
            own = whole.makeelement(tag)
            whole.insert(_before(whole, tag), own)
        for child in children(given):
            _merge(own, child)
        order = _ORDERS[tag]
        own[:] = sorted(children(own), key=lambda child: order.get(str(child.tag), len(order)))
    return whole


def _merge(own: Element, given: Element) -> None:
    """Add a property to those that a style has, or to one of them what it does not say."""
    found = own.find(given.tag)
    if found is None:
        own.append(deepcopy(given))
        return
    for name, value in given.attrib.items():
        said = _THEMED.get(str(name), ())
        if found.get(name) is None and not any(found.get(other) for other in said):
            found.set(name, value)


def _before(style: Element, tag: str) -> int:
    """Where the properties of a paragraph or run stand in a style."""
    after = {w("rPr"), *map(w, ("tblPr", "trPr", "tcPr", "tblStylePr"))} - ({tag} if tag == R_PR else set())
    return next((index for index, child in enumerate(style) if child.tag in after), len(style))


def lists(stock: Stock, cutter: Cutter, file: str) -> dict[str, List]:
    """The lists of a file, by their numbers."""
    if stock.numbering_part not in stock.package.members:
        return {}
    root = markup.parse(stock.package.read(stock.numbering_part), file, stock.numbering_part)
    abstracts = {a.get(w("abstractNumId")): a for a in root.iter(w("abstractNum"))}
    found = {}
    for num in root.iter(w("num")):
        reference = num.find(w("abstractNumId"))
        abstract = None if reference is None else abstracts.get(reference.get(VAL))
        if abstract is not None:
            found[num.get(w("numId"), "")] = _list(num, abstract, cutter)
    return found


def _list(num: Element, abstract: Element, cutter: Cutter) -> List:
    levels = {_level(level): level for level in abstract.iterfind(w("lvl"))}
    starts: dict[int, int] = {}
    for override in num.iterfind(w("lvlOverride")):
        own, start = override.find(w("lvl")), override.find(w("startOverride"))
        if own is not None:
            levels[_level(override)] = own
        if start is not None:
            starts[_level(override)] = _whole(start.get(VAL))
    pieces: list[object] = []
    for depth, level in sorted(levels.items()):
        copy = deepcopy(level)
        for child in list(children(copy)):
            if child.tag in (w("lvlPicBulletId"), w("pStyle")):  # a style leads to its list, that is enough
                remove(child)
        start = level.find(w("start"))
        starts.setdefault(depth, 1 if start is None else _whole(start.get(VAL)))
        cutter.fonts(copy)
        pieces += cutter.cut(copy)
    return List(tuple(pieces), dict(sorted(starts.items())))  # type: ignore[arg-type]


def _level(element: Element) -> int:
    return _whole(element.get(w("ilvl")), 0)


def _whole(text: str | None, otherwise: int = 1) -> int:
    return int(text) if text is not None and text.isdigit() else otherwise
