"""What lies over a sheet's cells and is not read: comments and text boxes."""

from __future__ import annotations

import re

from kadocs.sources.excel.package import Package, attributes

OURS = "kadocs"
"""How the authors of notes that kadocs writes begin; they are no data."""

_AUTHOR = re.compile(rb"<(?:\w+:)?author\b[^>]*?(?:/>|>([^<]*)<)")
_COMMENT = re.compile(rb"<(?:\w+:)?comment\s[^>]*>")
_SHAPE = re.compile(rb"<(?:\w+:)?sp\b.*?</(?:\w+:)?sp>", re.DOTALL)
_TEXT = re.compile(rb"<(?:\w+:)?t\b[^>]*>\s*[^<\s]")


def count(package: Package, sheet: str) -> tuple[int, int]:
    """How many comments others than kadocs wrote, and how many shapes with text, the part `sheet` has."""
    comments = boxes = 0
    for _, kind, part in package.relations(sheet):
        if kind == "comments":
            comments += _comments(package.part(part))
        elif kind == "drawing":
            boxes += sum(bool(_TEXT.search(shape)) for shape in _SHAPE.findall(package.part(part)))
    return comments, boxes


def _comments(xml: bytes) -> int:
    authors = [name.decode("utf-8", "replace").strip() for name in _AUTHOR.findall(xml)]
    ours = {str(number) for number, name in enumerate(authors) if name.startswith(OURS)}
    return sum(attributes(tag).get("authorId") not in ours for tag in _COMMENT.findall(xml))
