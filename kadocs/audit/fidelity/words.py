"""The text of a Word file as a reader compares it: paragraphs with their numbers, tables with their cells."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

from lxml import etree

from kadocs.findings import NOTHING, Text
from kadocs.render.word import markup, numbering, package
from kadocs.render.word.bookmarks import named
from kadocs.render.word.markup import BR, CR, P_PR, R_PR, TAB, TBL, TC, TC_PR, TR, VAL, Element, P, R, T, w
from kadocs.render.word.places import Locator
from kadocs.render.word.styles import Styles

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (w("del"), w("moveFrom"), w("rt"), _FALLBACK)
_INSIDE = (w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo"), w("smartTag"))
_PICTURES = (w("drawing"), w("pict"), w("object"))
_SYMBOL, _HYPHEN, _START = w("sym"), w("noBreakHyphen"), w("bookmarkStart")
_PICTURE = "\ufffc"
_SCAN = named("scan-", frozenset()).rpartition("_")[0]
"""How Word's names of the bookmarks begin where scans do."""

_NONE: Mapping[str, str] = MappingProxyType({})
_TAG = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_ROOM = re.compile(r"\s{2,}")
_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
"""What no page shows: it is not compared."""

_BOXES = {"F0A8": "□", "F06F": "□", "F0A3": "□", "F0FE": "☑", "F052": "☑", "F0FC": "√", "F050": "√"}
"""Boxes to tick, and ticks, as Word takes them from its symbol fonts."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its `text`, the `number` that a list gives it, and where it stands.

    `ruled` is the text with blanks that are drawn as lines (underlined spaces) written as low lines.
    """

    text: str
    ruled: str
    number: str = ""
    where: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it holds, over how many columns it goes, and whether it goes on from the row above."""

    blocks: tuple[Block, ...]
    span: int = 1
    merged: bool = False

    @property
    def text(self) -> str:
        """All its text, a paragraph a line."""
        return "\n".join(_texts(self.blocks))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and where it stands."""

    cells: tuple[Cell, ...]
    where: tuple[Text, ...] = ()

    @property
    def shape(self) -> tuple[tuple[int, bool], ...]:
        """How its cells lie."""
        return tuple((cell.span, cell.merged) for cell in self.cells)

    @property
    def text(self) -> str:
        """All its text, its cells apart."""
        return " | ".join(cell.text.replace("\n", " ") for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    rows: tuple[Row, ...]
    where: tuple[Text, ...] = ()

    @property
    def text(self) -> str:
        """All its text, a row a line."""
        return "\n".join(row.text for row in self.rows)


Block = Line | Grid


class Words:
    """A Word file whose text is to be compared; `known` are words that stand for tags, by what these say.

    Raises `Refused` for what is none.
    """

    def __init__(self, data: bytes, file: str, known: Mapping[str, str] = _NONE) -> None:
        self._known = known
        parts = package.read(data, file)
        self._root = markup.parse(parts.read(parts.main), file, parts.main)
        self._styles = Styles(_part(parts, "styles", file))
        self._numbering = numbering.read(_part(parts, "numbering", file), self._styles)
        self._counter = numbering.Counter(self._numbering)

    @cached_property
    def _locator(self) -> Locator:
        return Locator(self._root, NOTHING, self._styles.level)

    def blocks(self) -> tuple[Block, ...]:
        """All that the file's body holds, each with its place."""
        return self._read(_children(self._body), placed=True)

    def parts(self, bookmarks: Container[str]) -> dict[str, tuple[Block, ...]]:
        """What stands from each block with one of these bookmarks up to the next, by its bookmark.

        Scans that are bound behind a form are no longer the form.
        """
        found: dict[str, list[Block]] = {}
        part: list[Block] = []
        for element in _children(self._body, (P, TBL, _START)):
            names = (start.get(w("name"), "") for start in element.iter(_START))
            begun = next((name for name in names if name in bookmarks or name.startswith(_SCAN)), "")
            part = found.setdefault(begun, []) if begun else part
            part += self._read([element], placed=False)
        return {name: tuple(blocks) for name, blocks in found.items()}

    @property
    def _body(self) -> Element:
        body = self._root.find(w("body"))
        return self._root if body is None else body

    def _read(self, elements: list[Element], *, placed: bool) -> tuple[Block, ...]:
        return tuple(
            self._grid(each, placed=placed) if each.tag == TBL else self._line(each, placed=placed)
            for each in elements
            if each.tag in (TBL, P)
        )

    def _line(self, paragraph: Element, *, placed: bool) -> Line:
        text, ruled = (self._worded(said) for said in _both(paragraph))
        return Line(text, ruled, self._number(paragraph), self._where(paragraph) if placed else ())

    def _worded(self, text: str) -> str:
        if not self._known or "{{" not in text:
            return text
        return _TAG.sub(lambda tag: self._known.get(tag[1], tag[0]), text)

    def _number(self, paragraph: Element) -> str:
        number, depth = self._styles.numbering(paragraph)
        if not number:
            return ""
        level = self._numbering.level_of(number, depth, self._styles.of(paragraph))
        return self._counter.next(number, level)[0]

    def _grid(self, table: Element, *, placed: bool) -> Grid:
        rows = []
        for row in _within(table, TR):
            cells = tuple(self._cell(cell, placed=placed) for cell in _within(row, TC))
            first = next(row.iter(P), None)
            rows.append(Row(cells, self._where(first) if placed and first is not None else ()))
        return Grid(tuple(rows), rows[0].where if rows else ())

    def _cell(self, cell: Element, *, placed: bool) -> Cell:
        properties = cell.find(TC_PR)
        span = None if properties is None else properties.find(w("gridSpan"))
        merge = None if properties is None else properties.find(w("vMerge"))
        return Cell(
            self._read(_children(cell), placed=placed),
            1 if span is None else int(span.get(VAL, "1")),
            merge is not None and merge.get(VAL, "continue") == "continue",
        )

    def _where(self, paragraph: Element) -> tuple[Text, ...]:
        spot = self._locator.spot(paragraph)
        return tuple(step for step in (Text(spot.heading, spot.heading), spot.position) if step != NOTHING)


def _part(parts: package.Package, kind: str, file: str) -> Element | None:
    names = parts.of_kind(kind)
    return markup.parse(parts.read(names[0]), file, names[0]) if names else None


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    return (block.text for block in blocks)


def _children(holder: Element, tags: tuple[str, ...] = (P, TBL)) -> list[Element]:
    """The paragraphs and tables of a body or cell, those in content controls with them."""
    found: list[Element] = []
    for child in holder.iterchildren(etree.Element):
        if child.tag in _INSIDE:
            found += _children(child, tags)
        elif child.tag in tags:
            found.append(child)
    return found


def _within(holder: Element, tag: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row."""
    for child in holder.iterchildren(etree.Element):
        if child.tag == tag:
            yield child
        elif child.tag in _INSIDE:
            yield from _within(child, tag)


def _both(paragraph: Element) -> tuple[str, str]:
    """A paragraph's text, and the same with underlined blanks as low lines; none at its end."""
    text, ruled = "", ""
    for lined, pieces in groupby(_pieces(paragraph), key=itemgetter(1)):
        said = _UNSEEN.sub("", "".join(piece for piece, _ in pieces))
        text += said
        ruled += _ruled(said) if lined else said
    seen = len(ruled.rstrip())
    return text[:seen], ruled[:seen]


def _ruled(said: str) -> str:
    """Underlined text with low lines for its blanks; single ones between words are no room to write."""
    return "_" * len(said) if said.isspace() else _ROOM.sub(lambda found: "_" * len(found[0]), said)


def _pieces(element: Element) -> Iterator[tuple[str, bool]]:
    """The texts in an element, each with whether it is underlined."""
    for child in element.iterchildren(etree.Element):
        if child.tag in _GONE:
            continue
        if child.tag == R:
            lined = _underlined(child)
            yield from ((said, lined) for said in _said(child))
        elif child.tag != P_PR:
            yield from _pieces(child)


def _underlined(run: Element) -> bool:
    line = run.find(f"{R_PR}/{w('u')}")
    return line is not None and line.get(VAL, "single") != "none"


def _said(run: Element) -> Iterator[str]:
    for child in run.iterchildren(etree.Element):
        if child.tag == T:
            kept = child.get(markup.XML_SPACE) == "preserve"
            yield (child.text or "") if kept else (child.text or "").strip(" \t\r\n")
        elif child.tag in (TAB, BR, CR):
            yield "\t" if child.tag == TAB else "\n"
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag == _SYMBOL:
            yield _BOXES.get(child.get(w("char"), "").upper(), child.get(w("char"), ""))
        elif child.tag in _PICTURES:
            yield _PICTURE
            yield from (said for box in child.iter(w("txbxContent")) for said, _ in _pieces(box))
        elif child.tag not in (_FALLBACK, R_PR):
            yield from _alternative(child)


def _alternative(element: Element) -> Iterator[str]:
    """What stands in a drawing that other programs get in another form."""
    for drawing in element.iter(*_PICTURES):
        if not any(above.tag == _FALLBACK for above in drawing.iterancestors()):
            yield _PICTURE
            yield from (said for box in drawing.iter(w("txbxContent")) for said, _ in _pieces(box))
