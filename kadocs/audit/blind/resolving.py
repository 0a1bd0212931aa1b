"""How a run and a paragraph look in the end: defaults, tables, chains of styles, and what is their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cached_property

from kadocs.audit.blind.parcel import Parcel
from kadocs.render.word import theme
from kadocs.render.word.markup import P_PR, R_PR, TBL, TC, VAL, Element, ancestor, w
from kadocs.render.word.restyle.matching import is_default, kind_of, value

Properties = Mapping[str, Element]
"""Properties by the name of their element."""

_MOST = 20
"""How long a chain of styles is at most; a longer one goes in circles."""

_THEMES = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_OFF = ("0", "false", "off", "none")


class Resolver:
    """Works out the properties of runs and paragraphs of one file."""

    def __init__(self, parcel: Parcel) -> None:
        self._parcel = parcel
        self._styles = parcel.root("word/styles.xml")
        self._chains: dict[str, list[Element]] = {}

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        return {style.get(w("styleId"), ""): style for style in self._all()}

    @cached_property
    def _usual(self) -> dict[str, str]:
        return {kind_of(style): style.get(w("styleId"), "") for style in self._all() if is_default(style)}

    @cached_property
    def _themes(self) -> dict[str, str]:
        name = next((each for each in self._parcel.names if each.startswith("word/theme/")), "")
        root = self._parcel.root(name)
        return theme.fonts(root, self._parcel.root("word/settings.xml")) if root is not None else {}

    def _all(self) -> Iterator[Element]:
        return iter(()) if self._styles is None else self._styles.iter(w("style"))

    def style(self, identity: str) -> list[Element]:
        """A style after those that it is based on, the farthest first."""
        if identity not in self._chains:
            chain: list[Element] = []
            at = identity
            while at in self._by_id and len(chain) < _MOST:
                chain.insert(0, self._by_id[at])
                at = value(self._by_id[at], "basedOn")
            self._chains[identity] = chain
        return self._chains[identity]

    def paragraph_style(self, paragraph: Element) -> str:
        """The identifier of a paragraph's style."""
        named = paragraph.find(f"{P_PR}/{w('pStyle')}")
        return self._usual.get("paragraph", "") if named is None else named.get(VAL, "")

    def letters(self, run: Element, paragraph: Element) -> dict[str, Element]:
        """The properties of a run's letters."""
        layers = [*self._defaults("rPrDefault", R_PR), *self._of_table(paragraph, R_PR)]
        layers += self._of(self.style(self.paragraph_style(paragraph)), R_PR)
        named = run.find(f"{R_PR}/{w('rStyle')}")
        layers += self._of(self.style("" if named is None else named.get(VAL, "")), R_PR)
        return _merged([*layers, *run.findall(R_PR)])

    def paragraph(self, paragraph: Element) -> dict[str, Element]:
        """The properties of a paragraph; of its spacing, each attribute from where it is said last."""
        layers = [*self._defaults("pPrDefault", P_PR), *self._of_table(paragraph, P_PR)]
        layers += self._of(self.style(self.paragraph_style(paragraph)), P_PR)
        return _merged([*layers, *paragraph.findall(P_PR)])

    def font(self, letters: Properties, script: str) -> str:
        """The font of letters of a script ("ascii", "eastAsia"), that of the theme where it names one."""
        fonts = letters.get("rFonts")
        if fonts is None:
            return ""
        named = fonts.get(w(_THEMES[script]), "")
        return self._themes.get(named, "") if named else fonts.get(w(script), "")

    def _defaults(self, name: str, kind: str) -> list[Element]:
        found = None if self._styles is None else self._styles.find(f"{w('docDefaults')}/{w(name)}/{kind}")
        return [] if found is None else [found]

    def _of(self, chain: list[Element], kind: str) -> Iterator[Element]:
        for style in chain:
            yield from style.findall(kind)

    def _of_table(self, paragraph: Element, kind: str) -> Iterator[Element]:
        """What the style of the table says for all its cells, and for any part of them."""
        table = ancestor(paragraph, TBL) if ancestor(paragraph, TC) is not None else None
        named = None if table is None else table.find(f"{w('tblPr')}/{w('tblStyle')}")
        for style in self.style("" if named is None else named.get(VAL, "")):
            yield from style.findall(kind)
            yield from style.iterfind(f"{w('tblStylePr')}/{kind}")


def is_on(properties: Properties, name: str) -> bool:
    """Whether a property that is on or off is on."""
    return name in properties and properties[name].get(VAL, "1").lower() not in _OFF


def _merged(layers: list[Element]) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for layer in layers:
        for child in layer.iterchildren("*"):
            name = str(child.tag).rpartition("}")[2]
            if name in ("spacing", "rFonts") and name in found:
                joined = deepcopy(found[name])
                _join(joined, child)
                found[name] = joined
            else:
                found[name] = child
    return found


def _join(joined: Element, nearer: Element) -> None:
    """Attributes said nearer hold; a font that is named there stands before one of the theme from afar."""
    for script, themed in _THEMES.items():
        if nearer.get(w(script)) is not None and nearer.get(w(themed)) is None:
            joined.attrib.pop(w(themed), "")
    for name, said in nearer.attrib.items():
        joined.set(name, said)
