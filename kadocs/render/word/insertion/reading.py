"""A Word file taken apart: its text cut at every reference, so that each can be given anew.

Of its sections, the size and shape of pages stay, but for those of the last: there the text goes on in the
document's own section. Left behind are headers, footers and page numbers, for the document's run through
all of it, and what Word keeps for itself (revision numbers, the marks of its proofing).
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from kadocs.findings import Finding
from kadocs.render import traces
from kadocs.render.limits import USUAL, Limits
from kadocs.render.word import markup, outside, package
from kadocs.render.word.insertion import definitions
from kadocs.render.word.insertion.definitions import List, Style
from kadocs.render.word.insertion.pieces import Cutter, Pieces
from kadocs.render.word.markup import SECT_PR, Element, children, w
from kadocs.render.word.package import Package
from kadocs.render.word.stock import Stock

_NOTES = ("footnotes", "endnotes", "comments")
_CURSOR = "_GoBack"


@dataclass(frozen=True, slots=True)
class Inserted:
    """A Word file ready to be put into others; `stock` are its own parts.

    `source` is the part that its text is from, where that is not the main one.
    """

    stock: Stock
    body: Pieces
    styles: dict[tuple[str, str], Style]
    lists: dict[str, List]
    notes: dict[tuple[str, str], Pieces]
    note_parts: dict[str, str]
    warnings: tuple[Finding, ...] = ()
    source: str = ""

    @property
    def main(self) -> str:
        """The name of the part that its text is from."""
        return self.source or self.stock.package.main


def read(data: bytes, file: str, limits: Limits = USUAL) -> Inserted:
    """The Word file in `data`, without what it would fetch from outside, of which its warnings tell.

    Raises Refused for what is none (TPL001 to TPL006).
    """
    parts = package.read(data, file, limits)
    traces.forget(parts.members)
    warnings = [] if limits.external else outside.take_out(parts, file)
    return replace(cut(parts, file), warnings=tuple(warnings))


def cut(parts: Package, file: str, unfilled: Inserted | None = None) -> Inserted:
    """A package taken apart; with the styles and lists that it had `unfilled`, if they are the same."""
    stock = Stock(parts, file)
    cutter = Cutter(parts, stock.theme_fonts)
    root = markup.parse(parts.read(parts.main), file, parts.main)
    markup.refuse_dialect(root, file, parts.main)
    body = root.find(w("body"))
    blocks = [] if body is None else [child for child in children(body) if child.tag != SECT_PR]
    names = {start.get(w("name"), "") for start in root.iter(w("bookmarkStart"))} - {_CURSOR, ""}
    relations = stock.present(parts.main)
    notes, note_parts = _notes(stock, cutter, file, names)
    same = unfilled is not None and _same(stock, unfilled.stock)
    return Inserted(
        stock,
        tuple(piece for block in blocks for piece in cutter.block(block, relations, names)),
        unfilled.styles if same and unfilled else definitions.styles(stock, cutter, file),
        unfilled.lists if same and unfilled else definitions.lists(stock, cutter, file),
        notes,
        note_parts,
    )


def _same(one: Stock, other: Stock) -> bool:
    """Whether two packages have the same styles, lists and fonts."""
    members = ((stock.package.members, stock) for stock in (one, other))
    first, second = ((m.get(s.styles_part), m.get(s.numbering_part), s.theme_fonts) for m, s in members)
    return first == second


def _notes(
    stock: Stock, cutter: Cutter, file: str, names: Container[str]
) -> tuple[dict[tuple[str, str], Pieces], dict[str, str]]:
    """The footnotes, endnotes and comments by kind and number, and the parts that they are in."""
    notes: dict[tuple[str, str], Pieces] = {}
    parts: dict[str, str] = {}
    for kind in _NOTES:
        for name in stock.package.of_kind(kind):
            parts[kind] = name
            relations = stock.present(name)
            for note in children(markup.parse(stock.package.read(name), file, name)):
                notes[kind, _identity(note)] = cutter.note(note, relations, names)
    return notes, parts


def _identity(note: Element) -> str:
    return note.get(w("id"), "")


__all__ = ["Inserted", "cut", "read"]
