"""A package whose parts are changed: each is parsed when asked for, and all are written back at once."""

from __future__ import annotations

from lxml import etree

from kadocs.render.word import markup
from kadocs.render.word.markup import Element
from kadocs.render.word.package import Package, member


class Opened:
    """The parts of a `package` as trees, of a file whose name findings tell."""

    def __init__(self, package: Package, file: str) -> None:
        self.package, self.file = package, file
        self._roots: dict[str, Element] = {}

    @property
    def main(self) -> Element:
        """The document itself."""
        return self.part(self.package.main)

    def part(self, name: str) -> Element:
        """The part with this name. Raises `Refused` where it is no XML."""
        if name not in self._roots:
            self._roots[name] = markup.parse(self.package.read(name), self.file, name)
        return self._roots[name]

    def only(self, kind: str) -> Element | None:
        """The part of which a document has one, such as its styles, if it is there."""
        names = self.package.of_kind(kind)
        return self.part(names[0]) if names else None

    def put(self, name: str, root: Element) -> None:
        """Put another tree in place of a part."""
        self._roots[name] = root

    def store(self) -> None:
        """Write all parts that were asked for back into the package."""
        for name, root in self._roots.items():
            self.package.members[name] = member(name, written(root))


def written(root: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
