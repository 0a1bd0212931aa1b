"""XML cut at every reference to something else in its file, so that each can be given anew."""

from __future__ import annotations

import re
from collections.abc import Container
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from kadocs.render.word.markup import P_PR, SECT_PR, VAL, Element, P, W, children, remove, source, w
from kadocs.render.word.package import Package
from kadocs.render.word.stock import OFFICE

STYLES = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
COMMENTS = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))
_TOKEN = "kadocs{}ref"
_DECLARED = f' xmlns:w="{W}"'
_WORDS_OWN = re.compile(r"\{http://schemas\.microsoft\.com/office/word/")
_VML, _OFFICE = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_DROPPED = tuple(map(w, ("sectPr", "proofErr", "lastRenderedPageBreak", "dataBinding")))
_PAGES = tuple(
    frozenset(map(w, names.split()))
    for names in (
        "type pgSz pgMar paperSrc pgBorders lnNumType",
        "cols vAlign",
        "textDirection bidi rtlGutter docGrid",
    )
)
_ID, _NAME, _ANCHOR, _INSTR = w("id"), w("name"), w("anchor"), w("instr")
_STARTS, _LINK, _CODE, _FIELD = w("bookmarkStart"), w("hyperlink"), w("instrText"), w("fldSimple")
_WORD = re.compile(r'[^\s"\\]+')
_NUMBERED = {
    **{tag: (_ID, kind) for tag, kind in NOTES.items()},
    **dict.fromkeys(map(w, ("bookmarkStart", "bookmarkEnd", "permStart", "permEnd")), (_ID, "range")),
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr": ("id", "drawing"),
    w("id"): (VAL, "control"),
}
_SHAPES = {
    **{f"{_VML}{name}": ("id", f"{_OFFICE}spid") for name in ("shape", "rect", "group", "oval", "line")},
    f"{_OFFICE}OLEObject": ("ShapeID",),
}


class Reference(NamedTuple):
    """Something that has another name in the document that the text is put into."""

    kind: str
    key: str


Pieces = tuple[str | Reference, ...]


class Cutter:
    """Cuts elements at their references, for which tokens stand while they are elements.

    `fonts` are those of the file's theme.
    """

    def __init__(self, parts: Package, fonts: dict[str, str]) -> None:
        self._token = _free_token(parts)
        self._fonts = fonts
        self._split = re.compile(f"{self._token}(\\d+){self._token}")
        self._references: list[Reference] = []

    def block(self, element: Element, relations: Container[str], names: Container[str]) -> Pieces:
        """A paragraph, table or other block; `names` are the bookmarks of the file."""
        copy = deepcopy(element)
        section = copy.find(f"{P_PR}/{SECT_PR}")
        if section is not None:
            self.stand_in(section, "section", _layout(section))
        for dropped in list(copy.iter(*_DROPPED)):
            remove(dropped)
        for comment in list(copy.iter(*COMMENTS)):
            local = str(comment.tag).rpartition("}")[2]
            self.stand_in(comment, local, comment.get(_ID, ""))
        for node in copy.iter("*"):
            self._refer(node, relations, names)
        for paragraph in copy.iter(P):
            self._heading(paragraph)
        return self.cut(copy)

    def note(self, element: Element, relations: Container[str], names: Container[str]) -> Pieces:
        """A footnote, endnote or comment."""
        copy = deepcopy(element)
        copy.set(_ID, self.token("note", ""))
        return self.block(copy, relations, names)

    def token(self, kind: str, key: str) -> str:
        """What stands for a reference."""
        self._references.append(Reference(kind, key))
        return f"{self._token}{len(self._references) - 1}{self._token}"

    def stand_in(self, element: Element, kind: str, key: str) -> None:
        """Put a reference in place of a whole element."""
        element.tail = self.token(kind, key) + (element.tail or "")
        remove(element)

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

    def fonts(self, element: Element) -> None:
        """Name the fonts that an element takes from the theme, which may be another where it goes."""
        for node in element.iter(w("rFonts")):
            for script in ("ascii", "hAnsi", "eastAsia", "cs"):
                attribute = w("cstheme") if script == "cs" else w(f"{script}Theme")
                said = node.get(attribute)
                if said is not None and (font := self._fonts.get(said)):
                    del node.attrib[attribute]
                    node.set(w(script), self.token("font", f"{script}\n{said}\n{font}"))

    def _refer(self, node: Element, relations: Container[str], names: Container[str]) -> None:
        self._attributes(node, relations)
        tag = str(node.tag)
        if tag in STYLES:
            node.set(VAL, self.token(STYLES[tag], node.get(VAL, "")))
        elif tag == w("numId") and node.get(VAL) != "0":
            node.set(VAL, self.token("num", node.get(VAL, "")))
        elif tag in _NUMBERED:
            name, kind = _NUMBERED[tag]
            node.set(name, self.token(kind, node.get(name, "")))
        elif tag == w("rFonts"):
            self.fonts(node)
        for name in _SHAPES.get(tag, ()):
            if node.get(name):
                node.set(name, self.token("shape", node.get(name, "")))
        self._named(node, tag, names)

    def _named(self, node: Element, tag: str, names: Container[str]) -> None:
        """Let a bookmark, and what leads to it, have the name that it gets."""
        attribute = {_STARTS: _NAME, _LINK: _ANCHOR, _FIELD: _INSTR}.get(tag)
        if attribute is not None and node.get(attribute):
            node.set(attribute, self._renamed(node.get(attribute, ""), names))
        elif tag == _CODE:
            node.text = self._renamed(node.text or "", names)

    def _renamed(self, text: str, names: Container[str]) -> str:
        return _WORD.sub(lambda m: self.token("name", m[0]) if m[0] in names else m[0], text)

    def _attributes(self, node: Element, relations: Container[str]) -> None:
        for name in list(node.attrib):
            if _WORDS_OWN.match(str(name)) or "rsid" in str(name):
                del node.attrib[name]
            elif str(name).startswith(f"{{{OFFICE}}}"):
                self._relation(node, str(name), relations)

    def _relation(self, node: Element, name: str, relations: Container[str]) -> None:
        identity = node.get(name, "")
        if identity in relations:
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
        properties.tail = self.token("opening", key) + (properties.tail or "")
        paragraph[-1].tail = (paragraph[-1].tail or "") + self.token("closing", key)


def _layout(section: Element) -> str:
    """What a section says of its pages, without its headers, footers and page numbers.

    It is in three lines: what stands before the page numbers, then before the first page, then the rest.
    """
    lines = []
    for tags in _PAGES:
        made = etree.Element(SECT_PR, nsmap={"w": W})
        made.extend([deepcopy(child) for child in children(section) if child.tag in tags])
        for child in children(made):
            for name in [name for name in child.attrib if not str(name).startswith(f"{{{W}}}")]:
                del child.attrib[name]
        etree.cleanup_namespaces(made, keep_ns_prefixes=["w"])
        lines.append("".join(source(child) for child in children(made)))
    return "\n".join(lines)


def _required(element: Element) -> list[str]:
    """The prefixes that attributes speak of, whose declarations must stay."""
    return [prefix for node in element.iter("*") for prefix in (node.get("Requires") or "").split()]


def _free_token(parts: Package) -> str:
    number = 0
    texts = [parts.read(name) for name in parts.members if name.endswith(".xml")]
    while any(_TOKEN.format(number).encode() in text for text in texts):
        number += 1
    return _TOKEN.format(number)
