"""What other parts say about comments: whom they answer, whether they are done, when they were made.

Word keeps that by the number of a comment's last paragraph (ISO 29500 and [MS-DOCX] 2.2.1 to 2.2.6).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy

from kadocs.render.word import ids, markup
from kadocs.render.word.entities import unescape
from kadocs.render.word.markup import Element, P, remove, w
from kadocs.render.word.package import Package

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_CID = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_CEX = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"

PARAGRAPH = f"{_W14}paraId"
_ANSWERS = f"{_W15}paraIdParent"
_DURABLE = f"{_CID}durableId"
_KEYS = {
    "commentsExtended": f"{_W15}paraId",
    "commentsIds": f"{_CID}paraId",
    "commentsExtensible": f"{_CEX}durableId",
    "people": f"{_W15}author",
}
IDENTIFIED = {
    f"{_W15}commentEx": ((ids.PARAGRAPH, f"{_W15}paraId"), (ids.PARAGRAPH, _ANSWERS)),
    f"{_CID}commentId": ((ids.PARAGRAPH, f"{_CID}paraId"), (ids.DURABLE, _DURABLE)),
    f"{_CEX}commentExtensible": ((ids.DURABLE, f"{_CEX}durableId"),),
}
"""The attributes with which these parts name comments, by kind of identifier."""

_STORIES = ("document", "template", "header", "footer", "footnotes", "endnotes")
_AUTHOR = re.compile(rb'\bw:author="([^"]*)"')


class Remarks:
    """What the parts beside the comments say; `kept` are the comments that stay in their own part."""

    def __init__(self, package: Package, file: str, kept: Iterable[Element]) -> None:
        self._roots = {
            kind: (name, markup.parse(package.read(name), file, name))
            for kind in _KEYS
            for name in package.of_kind(kind)[:1]
        }
        self._entries = {
            kind: {entry.get(_KEYS[kind], ""): entry for entry in markup.children(root)}
            for kind, (_, root) in self._roots.items()
        }
        self._staying: set[Element] = set()
        for comment in kept:
            self._staying.update(entry for _, entry in self._about(comment))
        self._authors = {
            unescape(author.decode())
            for kind in _STORIES
            for name in package.of_kind(kind)
            for author in _AUTHOR.findall(package.read(name))
        }
        people = self._entries.get("people", {})
        self._staying.update(entry for author, entry in people.items() if author in self._authors)

    def of(self, comment: Element) -> list[tuple[str, Element]]:
        """Copies of what is said about a comment that leaves its part, each with the kind of its part."""
        return [(kind, _copy(entry)) for kind, entry in self._about(comment) if entry not in self._staying]

    def rest(self) -> Iterator[tuple[str, Element]]:
        """The parts, by name, with no more than what is said about the comments that stay."""
        for kind, entries in self._entries.items():
            gone = [entry for entry in entries.values() if entry not in self._staying]
            for entry in gone:
                remove(entry)
            if gone:
                yield self._roots[kind]

    def _about(self, comment: Element) -> Iterator[tuple[str, Element]]:
        numbers = [number for p in comment.iter(P) if (number := p.get(PARAGRAPH))]
        known = [("commentsExtended", number) for number in numbers]
        known += [("commentsIds", number) for number in numbers]
        named = self._entries.get("commentsIds", {})
        known += [("commentsExtensible", named[n].get(_DURABLE, "")) for n in numbers if n in named]
        known.append(("people", comment.get(w("author"), "")))
        for kind, key in known:
            entry = self._entries.get(kind, {}).get(key)
            if entry is not None:
                yield kind, entry


def forget(comment: Element) -> None:
    """Drop the numbers by which other parts know a comment: a copy must not have them too."""
    for element in comment.iter(P):
        element.attrib.pop(PARAGRAPH, "")


def _copy(entry: Element) -> Element:
    copy = deepcopy(entry)
    copy.tail = None
    return copy
