"""Footnotes, endnotes and comments: compiled where a text refers to them, collected where they belong.

A note stands beside its reference while the text is written: so it sees the loops, sets and arguments
around that, comes once with every turn, and not at all where its reference does not come. `settle` takes
it out of the text again, and it is added to its own part. What nothing refers to stays there: separators,
and notes without a reference; comments without one go, since nobody would see that they are still there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import count

from lxml import etree

from kadocs.findings import NOTHING, Text
from kadocs.render.tags import OUTPUT
from kadocs.render.word import annotate, ids, markup, remarks
from kadocs.render.word.additions import COLLECTED
from kadocs.render.word.attributes import Attributes
from kadocs.render.word.markup import Element, P, ancestor, instruction, is_instruction, move_after, remove, w
from kadocs.render.word.package import Member, Package, member
from kadocs.render.word.pairs import Path
from kadocs.render.word.places import Spot, visible
from kadocs.render.word.standing import Standing
from kadocs.render.word.stock import Stock
from kadocs.render.word.story import Story

KINDS = ("footnotes", "endnotes", "comments")
_REFERENCES = {kind: w(f"{kind.removesuffix('s')}Reference") for kind in KINDS}
_NOTES = {kind: w(kind.removesuffix("s")) for kind in KINDS}
_RANGES = (w("commentRangeStart"), w("commentRangeEnd"))
_WORDS = {
    "footnotes": Text("脚注", "footnote"),
    "endnotes": Text("尾注", "endnote"),
    "comments": Text("批注", "comment"),
}
_ID = w("id")
_COMMENTED = re.compile(rb'<w:commentReference\b[^>]*?w:id="(\d+)"')

IDENTIFIED = {
    **dict.fromkeys((*_REFERENCES.values(), *_NOTES.values(), *_RANGES), ((ids.NOTE, _ID),)),
    **remarks.IDENTIFIED,
}
"""What has the number of a note, or another name of it: the kind of identifier and the attribute."""


@dataclass(slots=True)
class _Note:
    """A note that goes to its reference, and what other parts say about it."""

    kind: str
    reference: Element
    element: Element
    entries: list[tuple[str, Element]]


@dataclass(slots=True)
class Notes:
    """The notes that a body refers to, each kind in a tree of its own until they are put back."""

    stories: list[Story]
    _notes: list[_Note]

    def put(self) -> None:
        """Put the notes beside their references, between marks by which they are collected."""
        for note in self._notes:
            last = note.reference
            for kind, element in ((note.kind, note.element), *note.entries):
                code = COLLECTED.index(kind)
                for node in (instruction("g", f"!{code}"), element, instruction("g", f";{code}")):
                    move_after(last, node)
                    last = node


def take(package: Package, stock: Stock, file: str, body: Story) -> Notes:
    """Take the notes to which a body refers out of their parts; its own tags are at their levels already.

    Where nothing of the body repeats or vanishes, notes without tags are left where they are.
    """
    return _Taking(package, stock, file, body).run()


def tagged(package: Package) -> bool:
    """Whether there may be tags in notes."""
    return any(b"{" in package.read(name) for kind in KINDS for name in package.of_kind(kind))


def forget_findings(root: Element, package: Package, file: str) -> None:
    """Take the comments with which a check has annotated a template out of it."""
    for name in package.of_kind("comments"):
        comments = markup.parse(package.read(name), file, name)
        if annotate.forget(root, comments):
            package.members[name] = _written(name, comments, {})


def mend(nodes: Iterable[tuple[Element, Path]]) -> None:
    """Take out the ranges of comments that a block separates from their reference or their other end."""
    comments: dict[str, list[tuple[Element, Path]]] = {}
    for node, path in nodes:
        if not is_instruction(node) and node.tag in (*_RANGES, _REFERENCES["comments"]):
            comments.setdefault(node.get(_ID, ""), []).append((node, path))
    for parts in comments.values():
        referred = any(node.tag not in _RANGES for node, _ in parts)
        whole = len(parts) == 3 and len({path for _, path in parts}) == 1
        if referred and (whole or not any(path for _, path in parts)):
            continue
        for node, _ in parts:
            if node.tag in _RANGES:
                remove(node)


def is_of_comment(node: Element) -> bool:
    """Whether a node is a paragraph of a comment, by whose number other parts may know that."""
    parent = node.getparent()
    return node.tag == P and parent is not None and parent.tag == _NOTES["comments"]


class _Taking:
    def __init__(self, package: Package, stock: Stock, file: str, body: Story) -> None:
        self._package = package
        self._stock = stock
        self._file = file
        self._body = body
        self._moving = any(mark.tag.kind != OUTPUT or mark.tag.prefix for mark in body.marks)
        self._stories: list[Story] = []
        self._notes: list[_Note] = []

    def run(self) -> Notes:
        for kind in KINDS:
            for name in self._package.of_kind(kind)[:1]:
                self._part(kind, name)
        return Notes(self._stories, self._notes)

    def _part(self, kind: str, name: str) -> None:
        root = markup.parse(self._package.read(name), self._file, name)
        markup.refuse_dialect(root, self._file, name)
        notes = {
            note.get(_ID, ""): note for note in root.iterfind(_NOTES[kind]) if note.get(w("type")) is None
        }
        locator = _NoteLocator(_WORDS[kind])
        work = etree.Element(root.tag, nsmap=_prefixes(root))
        taken: dict[str, Element] = {}
        for reference, spot in self._references(kind):
            note = notes.get(reference.get(_ID, ""))
            if note is not None and (self._moving or _is_tagged(note)):
                copy = _copied(note, reference, taken, notes)
                work.append(copy)
                locator.homes[copy] = spot
                self._notes.append(_Note(kind, reference, copy, []))
        gone = list(taken.values())
        if kind == "comments":
            gone += self._unseen(notes, taken)
        for note in gone:
            remove(note)
        if gone:
            self._package.members[name] = _written(name, root, _prefixes(self._body.root))
        if len(work):
            attributes = Attributes(self._stock, name, self._file)
            self._stories.append(Story(work, locator, attributes, self._file, name))
        if kind == "comments":
            self._say(notes, gone)

    def _references(self, kind: str) -> Iterator[tuple[Element, Spot | Standing]]:
        """What refers to notes of a kind in the body and in the notes taken so far, and where it stands."""
        for story in (self._body, *self._stories):
            for reference in list(story.root.iter(_REFERENCES[kind])):
                paragraph = ancestor(reference, P)
                if paragraph is not None:
                    yield reference, story.locator.spot(paragraph)

    def _unseen(self, comments: dict[str, Element], taken: dict[str, Element]) -> list[Element]:
        """The comments to which nothing refers: they were about tags, or are left over from an editor."""
        seen = {reference.get(_ID) for reference, _ in self._references("comments")}
        for kind in ("header", "footer", "footnotes", "endnotes"):
            for name in self._package.of_kind(kind):
                seen.update(found.decode() for found in _COMMENTED.findall(self._package.read(name)))
        return [note for identity, note in comments.items() if identity not in seen and identity not in taken]

    def _say(self, comments: dict[str, Element], gone: list[Element]) -> None:
        """Let what other parts say about comments go where those go."""
        kept = [comment for comment in comments.values() if comment not in gone]
        known = remarks.Remarks(self._package, self._file, kept)
        for note in self._notes:
            if note.kind == "comments":
                note.entries += known.of(note.element)
        for name, root in known.rest():
            self._package.members[name] = _written(name, root, _prefixes(self._body.root))


class _NoteLocator:
    """Finds the spot of a paragraph in a note: that of the note's reference, with the note's own text."""

    def __init__(self, word: Text) -> None:
        self._word = word
        self.homes: dict[Element, Spot | Standing] = {}

    def spot(self, paragraph: Element) -> Spot:
        """The spot of a paragraph of a note."""
        home = next(self.homes[above] for above in paragraph.iterancestors() if above in self.homes).told()
        at, word = home.position, self._word
        where = word if at == NOTHING else Text(f"{at.zh}的{word.zh}", f"{at.en}, {word.en}")
        return replace(home, position=where, text=visible(paragraph))


def _copied(
    note: Element, reference: Element, taken: dict[str, Element], notes: dict[str, Element]
) -> Element:
    """A note for one reference; a second reference to the same note gets one of another number."""
    identity = note.get(_ID, "")
    copy = deepcopy(note)
    copy.tail = None
    if identity in taken:
        free = next(number for number in map(str, count(len(notes) + 1)) if number not in notes)
        notes[free] = note
        reference.set(_ID, free)
        copy.set(_ID, free)
        remarks.forget(copy)
    taken[identity] = note
    return copy


def _is_tagged(note: Element) -> bool:
    source = etree.tostring(note, encoding="unicode")
    return "{" in source or "｛" in source


def _written(name: str, root: Element, known: dict[str, str]) -> Member:
    """A part whose root knows the prefixes that the text uses to which its notes went."""
    attributes = {str(name): str(value) for name, value in root.attrib.items()}
    made = etree.Element(root.tag, attributes, nsmap={**_prefixes(root), **known})
    made.extend(list(root))
    made.text = ""
    return member(name, etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True))


def _prefixes(root: Element) -> dict[str, str]:
    return {prefix: uri for prefix, uri in root.nsmap.items() if prefix is not None}
