"""Texts of a sheet that stand in no cell: its name, headers of pages, notes, shapes, titles of charts.

They see the data and what a `sheet` tag names, but not the loops over rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kadocs.findings import Text
from kadocs.render.excel import printer
from kadocs.render.excel.cellcode import CellCode
from kadocs.render.excel.marks import elsewhere
from kadocs.render.excel.names import Element, local, s
from kadocs.render.excel.reading import Part, Texts
from kadocs.render.excel.source import Source
from kadocs.render.excel.strings import Piece

NAME = "name"
"""The place of a sheet's name, beside those of parts."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PARAGRAPH, _RUN_TEXT = f"{{{_DRAWING}}}p", f"{{{_DRAWING}}}t"
_SIZE = re.compile(r"&\d+\Z")
_TITLES = {
    "headerFooter": Text("页眉页脚", "header or footer"),
    "comment": Text("批注", "note"),
    "drawing": Text("图形或图表里的文字", "text of a shape or chart"),
    NAME: Text("工作表名称", "name of the sheet"),
    "hyperlink": Text("超链接", "hyperlink"),
}


class Aside(NamedTuple):
    """A text in no cell: the part that holds it, and the number of its element, or the attribute, there."""

    part: str
    element: int
    attribute: str = ""
    is_header: bool = False


class Found(NamedTuple):
    """A text with tags, and where it stands."""

    aside: Aside
    parts: list[Part]


class Asides:
    """Finds texts with tags outside of the cells of one sheet."""

    def __init__(self, texts: Texts, sheet: str) -> None:
        self._texts = texts
        self._sheet = sheet
        self.found: list[Found] = []

    def name(self) -> None:
        """Look at the sheet's name."""
        self._take([Piece(self._sheet)], Aside(NAME, 0), NAME)

    def headers(self, root: Element) -> None:
        """Look at the headers and footers of the sheet's pages."""
        for number, element in enumerate(_elements(root)):
            parent = element.getparent()
            if parent is not None and parent.tag == s("headerFooter"):
                self._take([Piece(element.text or "")], Aside("", number, is_header=True), "headerFooter")

    def links(self, root: Element) -> None:
        """Look at what links say and where they lead."""
        for number, element in enumerate(_elements(root)):
            for attribute in ("location", "tooltip", "display") if element.tag == s("hyperlink") else ():
                self._take([Piece(element.get(attribute, ""))], Aside("", number, attribute), "hyperlink")

    def targets(self, part: str, targets: Iterable[tuple[str, str]]) -> None:
        """Look at the addresses of links, each with the id of its relationship."""
        for key, target in targets:
            plain = target.replace("%7B", "{").replace("%7D", "}").replace("%20", " ").replace("%25", "%")
            self._take([Piece(plain)], Aside(part, 0, key), "hyperlink")

    def drawn(self, part: str, root: Element | None) -> None:
        """Look at the paragraphs of shapes and charts; one's text is taken together."""
        for number, element in enumerate([] if root is None else _elements(root)):
            if element.tag == _PARAGRAPH:
                said = [t.text or "" for t in element.iter(_RUN_TEXT)]
                self._take([Piece("".join(said))], Aside(part, number), "drawing")

    def notes(self, part: str, root: Element) -> None:
        """Look at notes."""
        for number, element in enumerate(_elements(root)):
            if local(element) == "text":
                said = "".join(each.text or "" for each in element.iter() if local(each) == "t")
                self._take([Piece(said)], Aside(part, number), "comment")

    def write(self, source: Source, cells: CellCode) -> None:
        """Have them written before the rows."""
        for key, found in enumerate(self.found):
            source.piece(printer.OPEN_ASIDE, key)
            cells.text(found.parts)
            source.piece(printer.CLOSE_ASIDE, key)

    def _take(self, pieces: Sequence[Piece], aside: Aside, kind: str) -> None:
        parts = self._texts.read(pieces, elsewhere(self._sheet, _TITLES[kind]))
        if parts:
            self.found.append(Found(aside, parts))


def said(pieces: Iterable[tuple[str, bool]], *, is_header: bool = False) -> str:
    """The text that was written; in a header, a value's `&` is no code."""
    out = ""
    for text, is_value in pieces:
        if is_header and is_value:
            text = text.replace("&", "&&")
            out += " " if _SIZE.search(out) and text[:1].isdigit() else ""
        out += text
    return out


def _elements(root: Element) -> Iterator[Element]:
    """The elements of a part, save the cells of a sheet."""
    yield root
    for child in root:
        if child.tag != s("sheetData"):
            yield from child.iter()


def put(root: Element, aside: Aside, text: str) -> None:
    """Put a text where an aside stands in its part."""
    element = list(_elements(root))[aside.element]
    if aside.attribute:
        element.set(aside.attribute, text)
        return
    runs = list(element.iter(_RUN_TEXT)) or [each for each in element.iter() if local(each) == "t"]
    if not runs:
        element.text = text
        return
    runs[0].text = text
    for run in runs[1:]:
        run.text = ""
