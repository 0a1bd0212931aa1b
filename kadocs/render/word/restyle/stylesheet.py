"""One sheet of styles out of two: the base's, and those of the template that the base does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from kadocs.render.word import markup
from kadocs.render.word.markup import P_PR, VAL, Element, children, remove, w
from kadocs.render.word.restyle.matching import is_default, kind_of, value

_REFERENCES = ("basedOn", "next", "link")
_OTHER = {"paragraph": "character", "character": "paragraph"}
_HEAD = ("docDefaults", "latentStyles")
_BEFORE_LIST = tuple(
    map(w, ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))
)
"""What stands before a list among the properties of a paragraph (17.3.1.26)."""


class Sheet:
    """The styles of a template, after those of a base have taken their places.

    `identities` are those of the base's styles in the template.
    """

    def __init__(self, base: Element, template: Element, identities: Mapping[tuple[str, str], str]) -> None:
        self._identities = identities
        self.theirs = {style.get(w("styleId"), ""): style for style in template.iter(w("style"))}
        self.root = markup.empty(base, template)
        for name in _HEAD:
            head = base.find(w(name)) if base.find(w(name)) is not None else template.find(w(name))
            if head is not None:
                self.root.append(deepcopy(head))
        self.brought = {
            style.get(w("styleId"), ""): style for style in map(self._brought, base.iter(w("style")))
        }
        self.kept = {i: deepcopy(style) for i, style in self.theirs.items() if i not in self.brought}
        self.root.extend(self.brought.values())
        for style in self.kept.values():
            self._keep(style)

    def _brought(self, style: Element) -> Element:
        """A style of the base, by the identifier that it has in the template."""
        copy, kind = deepcopy(style), kind_of(style)
        copy.set(w("styleId"), self._identities[kind, style.get(w("styleId"), "")])
        for name in _REFERENCES:
            found = copy.find(w(name))
            if found is not None:
                key = (_OTHER.get(kind, kind) if name == "link" else kind), found.get(VAL, "")
                found.set(VAL, self._identities.get(key, found.get(VAL, "")))
        return copy

    def _keep(self, style: Element) -> None:
        """Keep a style of the template, which is no longer linked with one that was replaced."""
        link = style.find(w("link"))
        if link is not None and link.get(VAL, "") in self.brought:
            remove(link)
        if is_default(style) and any(
            is_default(each) and kind_of(each) == kind_of(style) for each in self.brought.values()
        ):
            del style.attrib[w("default")]
        self.root.append(style)

    def both(self) -> Iterator[tuple[str, Element, Element]]:
        """The paragraph styles that both have: identifier, the base's, and the template's before."""
        for identity, style in self.brought.items():
            if identity in self.theirs and kind_of(style) == "paragraph":
                yield identity, style, self.theirs[identity]

    def listed(self, style: Element) -> str:
        """The list that a style of the base has, by itself or by those it is based on; empty for none."""
        seen: list[Element] = []
        above: Element | None = style
        while above is not None and above not in seen:
            seen.append(above)
            own = above.find(f"{P_PR}/{w('numPr')}")
            if own is not None and (number := value(own, "numId")):
                return "" if number == "0" else number
            above = self.brought.get(value(above, "basedOn"))
        return ""


def put_list(style: Element, listed: Element) -> None:
    """Give a style a list, in place of any that it has."""
    properties = style.find(P_PR)
    if properties is None:
        properties = style.makeelement(P_PR)
        before = [i for i, child in enumerate(style) if child.tag in map(w, ("rPr", "tblPr"))]
        style.insert(before[0] if before else len(style), properties)
    for old in properties.findall(w("numPr")):
        remove(old)
    place = next(
        (i for i, c in enumerate(children(properties)) if c.tag not in _BEFORE_LIST), len(properties)
    )
    properties.insert(place, deepcopy(listed))
