"""The XML of workbooks: read safely, written whole, in either dialect of the standard."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

from kadocs.sources.spelling import escaped

Element: TypeAlias = Any
"""An element of a tree of lxml."""

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATED = {
    MAIN: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parse(data: bytes) -> Element:
    """The root of an XML part; no entity is resolved, nothing is fetched."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def serialized(root: Element) -> bytes:
    """The part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def space(root: Element) -> str:
    """The namespace in which a part of a workbook is written."""
    return etree.QName(root).namespace or ""


def related(root: Element) -> str:
    """The namespace of relations in the dialect of a part."""
    return _RELATED.get(space(root), _RELATED[MAIN])


def named(root: Element, name: str) -> str:
    """The full name of an element in the dialect of `root`."""
    return f"{{{space(root)}}}{name}"


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def child(element: Element, name: str) -> Element:
    """The first child of that name, or None."""
    return next((each for each in element if local(each) == name), None)


def put(parent: Element, element: Element, before: tuple[str, ...]) -> Element:
    """Puts a child in its place: behind the last of the names that may stand `before` it."""
    last = max((n for n, each in enumerate(parent) if local(each) in before), default=-1)
    parent.insert(last + 1, element)
    return element


def text(parent: Element, name: str, content: str) -> Element:
    """Adds a child that holds text, its blanks kept."""
    found = etree.SubElement(parent, named(parent, name))
    found.text = escaped(content)
    found.set(_SPACE, "preserve")
    return found
