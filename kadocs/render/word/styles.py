"""What a template's styles say of its paragraphs: outline levels, numbering, tab stops, names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.render.word.markup import P_PR, VAL, Element, first_child, w

HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
"""The names that Word gives the styles of headings."""

_OUTLINE = w("outlineLvl")
_BODY_TEXT = 9
"""The outline level that says "no heading" (ISO 29500-1, 17.3.1.20)."""


class Styles:
    """The paragraph styles of one template; `root` is its styles part, if it has one."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._ids: dict[str, str] = {}
        self._levels: dict[str, int | None] = {}
        self._default = ""
        for style in root.iter(w("style")) if root is not None else ():
            identity = style.get(w("styleId"), "")
            if style.get(w("type")) != "paragraph":
                continue
            self._styles[identity] = style
            self._ids[_child_value(style, "name").lower()] = identity
            if style.get(w("default")) in ("1", "true", "on"):
                self._default = identity

    def id_of(self, name: str) -> str:
        """The identifier of the style with this name ("toc 1"), empty if there is none."""
        return self._ids.get(name.lower(), "")

    def level(self, paragraph: Element) -> int | None:
        """The outline level of a paragraph, 1 to 9, or None if it is no heading."""
        properties = first_child(paragraph, P_PR)
        outline = None if properties is None else first_child(properties, _OUTLINE)
        if outline is not None:
            return _outline(outline)
        style = self._default if properties is None else self.of(paragraph)
        if style not in self._levels:
            self._levels[style] = self._level_of(style)
        return self._levels[style]

    def _level_of(self, identity: str) -> int | None:
        for style in self.chain(identity):
            outline = style.find(f"{P_PR}/{w('outlineLvl')}")
            if outline is not None:
                return _outline(outline)
        for style in self.chain(identity):
            match = HEADING_NAME.fullmatch(_child_value(style, "name").strip())
            if match:
                return int(match.group(1))
        return None

    def numbering(self, paragraph: Element) -> tuple[str, str]:
        """The list and the level in it that number a paragraph; both are empty where nothing does."""
        number, level = "", ""
        for properties in self._properties(paragraph):
            found = properties.find(w("numPr"))
            if found is not None:
                number = number or _child_value(found, "numId")
                level = level or _child_value(found, "ilvl")
        return (number, level) if number != "0" else ("", "")

    def each(self) -> Iterator[tuple[str, Element]]:
        """Every style, with a paragraph in it that is otherwise empty."""
        for identity, style in self._styles.items():
            paragraph = style.makeelement(w("p"))
            properties = paragraph.makeelement(P_PR)
            named = properties.makeelement(w("pStyle"), {VAL: identity})
            properties.append(named)
            paragraph.append(properties)
            yield identity, paragraph

    def list_of(self, identity: str) -> str:
        """The list that a numbering style stands for."""
        style = self._styles.get(identity)
        return "" if style is None else _value(style.find(f"{P_PR}/{w('numPr')}/{w('numId')}"))

    def tabs(self, identity: str) -> set[str]:
        """The kinds of tab stops ("left", "right") that a style has."""
        return {
            tab.get(VAL, "")
            for style in self.chain(identity)
            for tab in style.iterfind(f"{P_PR}/{w('tabs')}/{w('tab')}")
        }

    def indent(self, identity: str) -> int:
        """A style's left indent, in twentieths of a point."""
        for style in self.chain(identity):
            found = style.find(f"{P_PR}/{w('ind')}")
            if found is not None:
                value = found.get(w("left"), found.get(w("start"), "0"))
                return int(value) if value.lstrip("-").isdigit() else 0
        return 0

    def of(self, paragraph: Element) -> str:
        """The identifier of a paragraph's style."""
        return _value(paragraph.find(f"{P_PR}/{w('pStyle')}")) or self._default

    def chain(self, identity: str) -> Iterator[Element]:
        """A style and those that it is based on, nearest first."""
        seen = set()
        while identity in self._styles and identity not in seen:
            seen.add(identity)
            style = self._styles[identity]
            yield style
            identity = _child_value(style, "basedOn")

    def _properties(self, paragraph: Element) -> Iterator[Element]:
        own = paragraph.find(P_PR)
        if own is not None:
            yield own
        for style in self.chain(self.of(paragraph)):
            properties = style.find(P_PR)
            if properties is not None:
                yield properties


def _outline(element: Element) -> int | None:
    number = int(element.get(VAL, _BODY_TEXT))
    return number + 1 if number < _BODY_TEXT else None


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(VAL, "")


def _child_value(element: Element, name: str) -> str:
    return _value(element.find(w(name)))
