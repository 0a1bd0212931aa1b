"""The relationships between the parts of a workbook."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from kadocs.render.word.entities import quoteattr

PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


class Relation(NamedTuple):
    """A relationship: its id, its type, its target as written, and whether that is outside of the file."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of its type: "drawing", "comments", "hyperlink"."""
        return self.type.rpartition("/")[2]


def part_of(name: str) -> str:
    """The name of the part that holds the relationships of another."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def read(data: bytes) -> list[Relation]:
    """The relationships that a part lists."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    return [
        Relation(e.get("Id", ""), e.get("Type", ""), e.get("Target", ""), e.get("TargetMode") == "External")
        for e in root.iter(f"{{{PACKAGE}}}Relationship")
    ]


def write(relations: Iterable[Relation]) -> bytes:
    """The part that lists these relationships."""
    entries = "".join(map(_entry, relations))
    return f'{_HEAD}<Relationships xmlns="{PACKAGE}">{entries}</Relationships>'.encode()


def _entry(each: Relation) -> str:
    outside = ' TargetMode="External"' if each.external else ""
    named = f"Id={quoteattr(each.id)} Type={quoteattr(each.type)} Target={quoteattr(each.target)}"
    return f"<Relationship {named}{outside}/>"


def target(part: str, relation: Relation) -> str:
    """The name of the part that a relationship of `part` leads to."""
    if relation.target.startswith("/"):
        return relation.target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), relation.target))
