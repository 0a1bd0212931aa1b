"""The properties of a file: authors, firms, dates, paths of its maker (ECMA-376 part 1, 22.2; part 2, 11)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kadocs.render.word.package import Member

_CORE, _APP, _CUSTOM = (f"docProps/{name}.xml" for name in ("core", "app", "custom"))
PARTS = (_CORE, _APP, _CUSTOM)

_OF_THE_MAKER = {
    _CORE: frozenset({"creator", "lastModifiedBy", "revision", "lastPrinted", "created", "modified"}),
    _APP: frozenset({"Company", "Manager", "Template", "TotalTime", "HyperlinkBase"}),
}
_TAGS = (b"{{", b"{%")
_ASKS = b"DOCPROPERTY"


def cleaned(name: str, content: bytes, parts: Iterable[Member]) -> bytes:
    """The properties without what they say of their maker, but for what holds tags.

    Of a file's own properties those stay that a field of one of the `parts` shows.
    """
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:  # which is told when it is compiled
        return content
    gone = [each for each in root if isinstance(each.tag, str) and _is_trace(name, each, parts)]
    if not gone:
        return content
    for each in gone:
        root.remove(each)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _is_trace(name: str, said: etree._Element, parts: Iterable[Member]) -> bool:
    if any(tag in etree.tostring(said) for tag in _TAGS):
        return False
    if name == _CUSTOM:
        own = said.get("name", "").encode()
        return not any(_ASKS in (shown := part.content) and own in shown for part in parts)
    return etree.QName(said).localname in _OF_THE_MAKER[name]
