"""The styles of a template by name: a user knows no others."""

from __future__ import annotations

from kadocs.render.word import markup
from kadocs.render.word.markup import VAL, Element, w


class StyleNames:
    """The identifiers of a template's styles, found by name, and the lists that they belong to."""

    def __init__(self, root: Element | None) -> None:
        self._ids: dict[tuple[str, str], str] = {}
        self._names: dict[str, list[str]] = {}
        self._known: set[tuple[str, str]] = set()
        self._lists: dict[str, tuple[str, str]] = {}
        self._bases: dict[str, str] = {}
        for style in root.iter(w("style")) if root is not None else ():
            kind, identity = style.get(w("type"), "paragraph"), style.get(w("styleId"), "")
            name, base = style.find(w("name")), style.find(w("basedOn"))
            self._known.add((kind, identity))
            if name is not None:
                self._ids.setdefault((kind, name.get(VAL, "").lower()), identity)
                self._names.setdefault(kind, []).append(name.get(VAL, ""))
            if base is not None:
                self._bases[identity] = base.get(VAL, "")
            number = style.find(f"{markup.P_PR}/{w('numPr')}/{w('numId')}")
            level = style.find(f"{markup.P_PR}/{w('numPr')}/{w('ilvl')}")
            if number is not None:
                depth = "0" if level is None else level.get(VAL, "0")
                self._lists[identity] = number.get(VAL, "0"), depth

    def id_of(self, kind: str, *names: str) -> str:
        """The identifier of the first style of a kind ("paragraph", "character", "table") so named.

        A name may also be an identifier; the result is empty where there is none.
        """
        for name in names:
            found = self._ids.get((kind, name.lower()))
            if found is not None:
                return found
            if (kind, name) in self._known:
                return name
        return ""

    def names(self, kind: str) -> list[str]:
        """The names of all styles of a kind."""
        return self._names.get(kind, [])

    def identities(self) -> set[str]:
        """The identifiers of all styles."""
        return {identity for _, identity in self._known}

    def list_of(self, identity: str) -> tuple[str, int]:
        """The list and level that a paragraph style has its paragraphs numbered by; empty for none."""
        seen: set[str] = set()
        while identity and identity not in seen:
            if identity in self._lists:
                number, level = self._lists[identity]
                return ("", 0) if number == "0" else (number, int(level) if level.isdigit() else 0)
            seen.add(identity)
            identity = self._bases.get(identity, "")
        return "", 0
