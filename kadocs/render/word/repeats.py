"""Identifiers inside loops and captured blocks: found by the compiler, marked to be given out anew.

Outside of them an identifier stays as the template has it. Halves of a pair (a bookmark's start and
end) that a block would separate are brought together first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kadocs.render.word import ids, notes, remarks, restarts
from kadocs.render.word.ids import Slot
from kadocs.render.word.marks import Block, Mark, Role
from kadocs.render.word.markup import TR, VAL, Element, P, instruction, is_instruction, move_after, w
from kadocs.render.word.numbering import Numbering
from kadocs.render.word.pairs import Path, innermost, mended, start_tags
from kadocs.render.word.styles import Styles

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_VML, _OFFICE = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_OPTIONAL = re.compile(r"\{[^}]*/word/2010/word(?:ml|processingDrawing)\}(?:paraId|textId|anchorId|editId)")
_INLINE, _ANCHOR, _DOC_PR, _PICTURE = f"{_WP}inline", f"{_WP}anchor", f"{_WP}docPr", f"{_PIC}cNvPr"
_SDT_ID = f"{w('sdtPr')}/{w('id')}"
_SHAPES = tuple(
    _VML + name
    for name in ("shape", "rect", "oval", "line", "group", "roundrect", "arc", "curve", "polyline", "image")
)
_OLE = f"{_OFFICE}OLEObject"
_CHANGES = tuple(
    w(name)
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "numberingChange", "cellIns", "cellDel",
        "cellMerge", "customXmlInsRangeStart", "customXmlDelRangeStart",
    )
)  # fmt: skip
_INSTR, _FLD_SIMPLE, _LINK = w("instrText"), w("fldSimple"), w("hyperlink")
_REFERENCES = {_FLD_SIMPLE: w("instr"), _LINK: w("anchor")}
_SINGLE = {
    _DOC_PR: (ids.DRAWING, "id"),
    _PICTURE: (ids.PICTURE, "id"),
    **dict.fromkeys(_CHANGES, (ids.ANNOTATION, w("id"))),
}
_SHARED = {
    **dict.fromkeys(_SHAPES, ((ids.SHAPE, "id"), (ids.SHAPE, f"{_OFFICE}spid"))),
    _OLE: ((ids.SHAPE, "ShapeID"),),
}
_WORD = re.compile(r'[^\s"\\]+')


@dataclass(slots=True)
class Repeats:
    """The slots of a part; a slot's scope counts the repeated regions that have any."""

    slots: list[Slot] = field(default_factory=list)
    scopes: dict[Block | None, int] = field(default_factory=lambda: {None: -1})


def mark(
    root: Element,
    marks: list[Mark],
    token: str,
    seen: set[tuple[str, str]],
    styles: Styles,
    numbering: Numbering,
) -> list[Slot]:
    """Put marks in place of the identifiers in the repeated regions of a part; returns their slots.

    The tags are at their levels already. `seen` holds the identifiers of parts that came before.
    """
    marking = _Marking(token, seen)
    nodes = list(_walk(root, {m.node: m for m in marks}))
    pairs = mended(nodes)
    notes.mend(nodes)
    for start, end, path in pairs:
        marking.pair(start, end, path)
    for node, path in nodes:
        if not is_instruction(node):
            marking.single(node, path)
    for node, path in nodes:
        marking.references(node, path)
    restarts.mark(root, nodes, styles, numbering, marking.list_number)
    marking.fence()
    return marking.found.slots


def token_mark(token: str, code: str) -> str:
    """What stands for a mark in an attribute or a text while its part is still a tree."""
    return f"{token}.{code}."


def _walk(root: Element, by_node: dict[Element, Mark]) -> Iterator[tuple[Element, Path]]:
    """Every element that has or names an identifier, with the blocks around it, in document order."""
    path: Path = ()
    tags = (
        P,
        TR,
        _INLINE,
        _ANCHOR,
        w("sdtPr"),
        _INSTR,
        *_REFERENCES,
        *_SINGLE,
        *_SHARED,
        *notes.IDENTIFIED,
        *start_tags(),
    )
    for node in root.iter(etree.ProcessingInstruction, *tags):
        if not is_instruction(node):
            if path or node.tag not in (P, TR):
                yield node, path
            continue
        found = by_node.get(node)
        if found is None or found.block is None:
            continue
        if found.role is Role.OPEN:
            path = (*path, (found.block, 0))
        elif found.role is Role.MIDDLE:
            path = (*path[:-1], (found.block, path[-1][1] + 1))
        elif found.role is Role.CLOSE:
            path = path[:-1]


class _Marking:
    def __init__(self, token: str, seen: set[tuple[str, str]]) -> None:
        self._token = token
        self._seen = seen
        self._names: dict[tuple[Block, str], int] = {}
        self._shared: dict[tuple[Block | None, str, str], int] = {}
        self.found = Repeats()

    def pair(self, start: Element, end: Element, path: Path) -> None:
        """Mark both halves of a bookmark or the like, and its name."""
        scope = innermost(path)
        if scope is None:
            return
        number = self._slot(ids.ANNOTATION, start.get(w("id"), ""), scope)
        for half in (start, end):
            half.set(w("id"), self._text(number))
        name = start.get(w("name"))
        if name is not None:
            slot = self._share(ids.NAME, name, scope)
            self._names[scope, name] = slot
            start.set(w("name"), self._text(slot))

    def single(self, node: Element, path: Path) -> None:
        """Mark an identifier that no other element names, or one that names the shape it belongs to."""
        scope = innermost(path)
        tag = str(node.tag)
        if tag in _SINGLE:
            self._attribute(node, *_SINGLE[tag], scope)
        if scope is None:
            return
        for name in [name for name in node.attrib if _OPTIONAL.fullmatch(str(name))]:
            if name == remarks.PARAGRAPH and notes.is_of_comment(node):
                self._renew(node, ids.PARAGRAPH, name, scope)
            else:
                del node.attrib[name]
        if tag == w("sdtPr") and (identity := node.find(w("id"))) is not None:
            self._attribute(identity, ids.CONTROL, VAL, scope)
        named = notes.IDENTIFIED.get(tag) or _SHARED.get(tag, ())
        for kind, name in named:
            if name in node.attrib:
                self._renew(node, kind, name, scope)

    def _renew(self, node: Element, kind: str, name: str, scope: Block) -> None:
        node.set(name, self._text(self._share(kind, node.get(name, ""), scope)))

    def references(self, node: Element, path: Path) -> None:
        """Let what names a bookmark of the same turn follow it."""
        if innermost(path) is None:
            return
        if node.tag == _INSTR:
            node.text = _WORD.sub(lambda m: self._reference(m.group(), path), node.text or "")
        elif (name := _REFERENCES.get(str(node.tag))) is not None and (said := node.get(name)) is not None:
            node.set(name, _WORD.sub(lambda m: self._reference(m.group(), path), said))

    def list_number(self, number: str, scope: Block) -> str:
        """What stands for the number of a list that begins again with each turn of a region."""
        return self._text(self._share(ids.LIST, number, scope))

    def fence(self) -> None:
        """Mark where the turns of each region begin and end."""
        for block, number in self.found.scopes.items():
            if block is not None:
                move_after(block.opener.node, instruction("g", f"~{number}"))
                block.marks[1].node.addprevious(instruction("g", f"^{number}"))

    def _attribute(self, node: Element, kind: str, name: str, scope: Block | None) -> None:
        original = node.get(name, "")
        if scope is None and (kind, original) not in self._seen:
            self._seen.add((kind, original))
        elif scope is not None or kind == ids.DRAWING:
            node.set(name, self._text(self._slot(kind, original, scope)))

    def _reference(self, word: str, path: Path) -> str:
        for block, branch in reversed(path):
            if not branch and (block, word) in self._names:
                return self._text(self._names[block, word])
        return word

    def _share(self, kind: str, original: str, scope: Block) -> int:
        key = (scope, kind, original)
        if key not in self._shared:
            self._shared[key] = self._slot(kind, original, scope)
        return self._shared[key]

    def _slot(self, kind: str, original: str, scope: Block | None) -> int:
        number = self.found.scopes.setdefault(scope, len(self.found.scopes) - 1)
        keeps = (kind, original) not in self._seen
        self._seen.add((kind, original))
        self.found.slots.append(Slot(kind, original, number, keeps))
        return len(self.found.slots) - 1

    def _text(self, number: int) -> str:
        return token_mark(self._token, f"#{number}")
