"""A house style: a base Word file, dressed in the colours and fonts of a company."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kadocs.render.word import markup, package
from kadocs.render.word.markup import SECT_PR, Element, w
from kadocs.render.word.package import Package
from kadocs.render.word.restyle import colours, typefaces
from kadocs.render.word.stock import Stock, target_of

_SIDES = ("top", "bottom", "left", "right")
_TURNED = {"top": "left", "bottom": "right", "left": "bottom", "right": "top"}
"""The margin of an upright page that becomes that of the page turned, as Word turns it."""


class Brand(NamedTuple):
    """The colours (six hexadecimal digits) and fonts of a company; what is empty stays as the base has it."""

    primary: str = ""
    accent: str = ""
    latin: str = ""
    east_asian: str = ""


class House(NamedTuple):
    """A base file's bytes under the name that findings call it by, and the brand to dress it in.

    `language` is that of the documents ("zh" or "en"): words in the base's numbers that are of another
    language are not taken over. `usual` is the base file whose place for the logo is taken where `data` has
    no picture in its header.
    """

    name: str
    data: bytes
    brand: Brand = Brand()
    language: str = "zh"
    usual: bytes = b""


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """A base file, read and dressed; nobody changes its elements, they are copied."""

    stock: Stock
    main: Element
    styles: Element
    numbering: Element | None
    settings: Element | None
    fonts: Element | None
    theme: Element | None
    upright: Element | None
    wide: Element | None

    @property
    def package(self) -> Package:
        """Its parts."""
        return self.stock.package

    def root(self, part: str) -> Element:
        """The root of one of its parts."""
        return markup.parse(self.package.read(part), part, part)


@lru_cache(maxsize=16)
def read(data: bytes, name: str, brand: Brand) -> Base:
    """The base in a Word file. Raises `Refused` for what is none (TPL001 to TPL006)."""
    parts = package.read(data, name)
    stock = Stock(parts, name)
    roots = {kind: _root(parts, kind, name) for kind in ("styles", "numbering", "settings", "fontTable")}
    styles = roots["styles"]
    if styles is None:
        styles = markup.parse(f'<w:styles xmlns:w="{markup.W}"/>'.encode(), name, "styles")
    theme = _theme(stock, name)
    if theme is not None:
        dressed = [styles] if roots["numbering"] is None else [styles, roots["numbering"]]
        colours.dress(theme, dressed, brand.primary, brand.accent)
        typefaces.dress(theme, roots["settings"], dressed, brand.latin, brand.east_asian)
    main = markup.parse(parts.read(parts.main), name, parts.main)
    upright, wide = _pages(main)
    return Base(
        stock, main, styles, roots["numbering"], roots["settings"], roots["fontTable"], theme, upright, wide
    )


def _root(parts: Package, kind: str, name: str) -> Element | None:
    found = next(iter(parts.of_kind(kind)), None)
    return None if found is None else markup.parse(parts.read(found), name, found)


def _theme(stock: Stock, name: str) -> Element | None:
    main = stock.package.main
    relations = (r for r in stock.relations(main).by_id.values() if r.type.endswith("/theme"))
    found = next((target_of(relation, main) for relation in relations), "")
    return markup.parse(stock.package.read(found), name, found) if found in stock.package.members else None


def _pages(root: Element) -> tuple[Element | None, Element | None]:
    """The last sections with upright and with wide pages; one that is missing is the other, turned."""
    found: dict[bool, Element] = {}
    for section in root.iter(SECT_PR):
        if section.find(w("pgSz")) is not None and section.find(w("pgMar")) is not None:
            found[is_wide(section)] = section
    upright, wide = found.get(False), found.get(True)
    if upright is None and wide is not None:
        upright = turned(wide)
    if wide is None and upright is not None:
        wide = turned(upright)
    return upright, wide


def is_wide(section: Element) -> bool:
    """Whether the pages of a section are wider than high."""
    size = section.find(w("pgSz"))
    return size is not None and _number(size, "w") > _number(size, "h")


def turned(section: Element) -> Element:
    """A section whose pages lie on their side, their margins turned with them."""
    copy = deepcopy(section)
    size, margins = copy.find(w("pgSz")), copy.find(w("pgMar"))
    if size is None or margins is None:
        return copy
    width, height = size.get(w("w"), ""), size.get(w("h"), "")
    size.set(w("w"), height)
    size.set(w("h"), width)
    size.attrib.pop(w("orient"), "")
    if int(height) > int(width):
        size.set(w("orient"), "landscape")
    before = {side: margins.get(w(side), "0") for side in _SIDES}
    for side in _SIDES:
        margins.set(w(side), before[_TURNED[side]])
    return copy


def _number(element: Element, name: str) -> int:
    text = element.get(w(name), "0")
    return int(text) if text.isdigit() else 0
