"""A Word file taken apart: its text cut at every reference, so that each can be given anew.

Left behind are its section properties with their headers and footers, its comments, and what Word
keeps for itself (revision numbers, the marks of its proofing).
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml import etree

from kadocs.findings import Finding
from kadocs.render.limits import USUAL, Limits
from kadocs.render.word import markup, outside, package
from kadocs.render.word.markup import P_PR, SECT_PR, VAL, Element, P, W, children, remove, w
from kadocs.render.word.package import Package
from kadocs.render.word.stock import OFFICE, Stock

_TOKEN = "kadocs{}ref"
_DECLARED = f' xmlns:w="{W}"'
_WORDS_OWN = re.compile(r"\{http://schemas\.microsoft\.com/office/word/")
_STYLES = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_DROPPED = (
    SECT_PR,
    *map(
        w, ("proofErr", "commentRangeStart", "commentRangeEnd", "commentReference", "lastRenderedPageBreak")
    ),
)
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_ID, _NAME, _ANCHOR = w("id"), w("name"), w("anchor")
_STARTS, _LINK = w("bookmarkStart"), w("hyperlink")
_NUMBERED = {
    w("footnoteReference"): (_ID, "footnotes"),
    w("endnoteReference"): (_ID, "endnotes"),
    _STARTS: (_ID, "bookmark"),
    w("bookmarkEnd"): (_ID, "bookmark"),
    _DOC_PR: ("id", "drawing"),
    w("id"): (VAL, "control"),
}


class Reference(NamedTuple):
    """Something that has another name in the document that the text is put into."""

    kind: str
    key: str


Pieces = tuple[str | Reference, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its kind, its name, and its definition."""

    kind: str
    name: str
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class List:
    """A list: the levels of its definition, and the number at which each begins."""

    levels: Pieces
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Inserted:
    """A Word file ready to be put into others; `stock` are its own parts."""

    stock: Stock
    body: Pieces
    styles: dict[tuple[str, str], Style]
    lists: dict[str, List]
    notes: dict[tuple[str, str], Pieces]
    note_parts: dict[str, str]
    warnings: tuple[Finding, ...] = ()

    @property
    def main(self) -> str:
        """The name of its main part."""
        return self.stock.package.main


def read(data: bytes, file: str, limits: Limits = USUAL) -> Inserted:
    """The Word file in `data`, without what it would fetch from outside, of which its warnings tell.

    Raises Refused for what is none (TPL001 to TPL006).
    """
    parts = package.read(data, file, limits)
    warnings = [] if limits.external else outside.take_out(parts, file)
    return replace(cut(parts, file), warnings=tuple(warnings))


def cut(parts: Package, file: str) -> Inserted:
    """A package taken apart."""
    stock = Stock(parts, file)
    cutter = _Cutter(_token(parts))
    root = markup.parse(parts.read(parts.main), file, parts.main)
    markup.refuse_dialect(root, file, parts.main)
    body = root.find(w("body"))
    notes: dict[tuple[str, str], Pieces] = {}
    note_parts: dict[str, str] = {}
    for kind in ("footnotes", "endnotes"):
        for name in parts.of_kind(kind):
            note_parts[kind] = name
            for note in children(markup.parse(parts.read(name), file, name)):
                notes[kind, note.get(_ID, "")] = cutter.note(note, stock.relations(name).by_id.keys())
    relations = stock.relations(parts.main).by_id.keys()
    blocks = [] if body is None else [child for child in children(body) if child.tag != SECT_PR]
    return Inserted(
        stock,
        tuple(piece for block in blocks for piece in cutter.block(block, relations)),
        _styles(stock, cutter, file),
        _lists(stock, cutter, file),
        notes,
        note_parts,
    )


class _Cutter:
    """Cuts elements at their references, for which tokens stand while they are elements."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._split = re.compile(f"{token}(\\d+){token}")
        self._references: list[Reference] = []

    def block(self, element: Element, relations: object) -> Pieces:
        """A paragraph, table or other block."""
        copy = deepcopy(element)
        for dropped in list(copy.iter(*_DROPPED)):
            remove(dropped)
        for node in copy.iter("*"):
            self._refer(node, relations)
        for paragraph in copy.iter(P):
            self._heading(paragraph)
        return self.cut(copy)

    def note(self, element: Element, relations: object) -> Pieces:
        """A footnote or endnote."""
        copy = deepcopy(element)
        copy.set(_ID, self.token("note", ""))
        return self.block(copy, relations)

    def token(self, kind: str, key: str) -> str:
        """What stands for a reference."""
        self._references.append(Reference(kind, key))
        return f"{self._token}{len(self._references) - 1}{self._token}"

    def cut(self, element: Element) -> Pieces:
        """An element's XML, cut at the tokens."""
        copy = deepcopy(element)
        copy.tail = None
        etree.cleanup_namespaces(copy, keep_ns_prefixes=_required(copy))
        xml = etree.tostring(copy, encoding="unicode").replace(_DECLARED, "")
        pieces = self._split.split(xml)
        return tuple(
            self._references[int(piece)] if index % 2 else piece
            for index, piece in enumerate(pieces)
            if piece or index % 2
        )

    def _refer(self, node: Element, relations: object) -> None:
        self._attributes(node, relations)
        tag = str(node.tag)
        if tag in _STYLES:
            node.set(VAL, self.token(_STYLES[tag], node.get(VAL, "")))
        elif tag == w("numId") and node.get(VAL) != "0":
            node.set(VAL, self.token("num", node.get(VAL, "")))
        elif tag in _NUMBERED:
            name, kind = _NUMBERED[tag]
            node.set(name, self.token(kind, node.get(name, "")))
        for name in (_NAME, _ANCHOR) if tag in (_STARTS, _LINK) else ():
            if node.get(name):
                node.set(name, self.token("name", node.get(name, "")))

    def _attributes(self, node: Element, relations: object) -> None:
        for name in list(node.attrib):
            if _WORDS_OWN.match(str(name)) or "rsid" in str(name):
                del node.attrib[name]
            elif str(name).startswith(f"{{{OFFICE}}}"):
                self._relation(node, str(name), relations)

    def _relation(self, node: Element, name: str, relations: object) -> None:
        identity = node.get(name, "")
        if identity in relations:  # type: ignore[operator]
            node.set(name, self.token("relation", identity))
        else:
            del node.attrib[name]

    def _heading(self, paragraph: Element) -> None:
        """Tokens around the content of a paragraph in a style, which may turn out to be a heading."""
        properties = paragraph.find(P_PR)
        style = None if properties is None else properties.find(w("pStyle"))
        if properties is None or style is None or len(paragraph) < 2:
            return
        key = self._references[int(style.get(VAL, "")[len(self._token) : -len(self._token)])].key
        properties.tail = self.token("opening", key)
        paragraph[-1].tail = self.token("closing", key)


def _styles(stock: Stock, cutter: _Cutter, file: str) -> dict[tuple[str, str], Style]:
    if stock.styles_part not in stock.package.members:
        return {}
    root = markup.parse(stock.package.read(stock.styles_part), file, stock.styles_part)
    found = {}
    for style in root.iter(w("style")):
        kind, identity = style.get(w("type"), "paragraph"), style.get(w("styleId"), "")
        name = style.find(w("name"))
        shown = identity if name is None else name.get(VAL, identity)
        style.attrib.pop(w("default"), "")
        style.set(w("styleId"), cutter.token(kind, identity))
        for child in list(children(style)):
            if child.tag in (w("rsid"), w("link")):
                remove(child)
            elif child.tag in (w("basedOn"), w("next")):
                child.set(VAL, cutter.token(kind, child.get(VAL, "")))
        for number in style.iter(w("numId")):
            if number.get(VAL) != "0":
                number.set(VAL, cutter.token("num", number.get(VAL, "")))
        found[kind, identity] = Style(kind, shown, cutter.cut(style))
    return found


def _lists(stock: Stock, cutter: _Cutter, file: str) -> dict[str, List]:
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


def _list(num: Element, abstract: Element, cutter: _Cutter) -> List:
    pieces: list[str | Reference] = []
    starts: dict[int, int] = {}
    for level in abstract.iterfind(w("lvl")):
        copy = deepcopy(level)
        for child in list(children(copy)):
            if child.tag == w("lvlPicBulletId"):
                remove(child)
            elif child.tag == w("pStyle"):
                remove(child)  # a style leads to its list; the list need not lead back
        start = level.find(w("start"))
        starts[int(level.get(w("ilvl"), "0"))] = int(start.get(VAL, "1")) if start is not None else 1
        pieces += cutter.cut(copy)
    for override in num.iterfind(w("lvlOverride")):
        start = override.find(w("startOverride"))
        if start is not None:
            starts[int(override.get(w("ilvl"), "0"))] = int(start.get(VAL, "1"))
    return List(tuple(pieces), starts)


def _required(element: Element) -> list[str]:
    """The prefixes that attributes speak of, whose declarations must stay."""
    return [prefix for node in element.iter("*") for prefix in (node.get("Requires") or "").split()]


def _token(parts: Package) -> str:
    number = 0
    texts = [parts.read(name) for name in parts.members if name.endswith(".xml")]
    while any(_TOKEN.format(number).encode() in text for text in texts):
        number += 1
    return _TOKEN.format(number)


__all__ = ["Inserted", "List", "Pieces", "Reference", "Style", "cut", "read"]
