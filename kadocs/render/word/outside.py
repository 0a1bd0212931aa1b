"""What a template would fetch from outside when its documents are opened: found, reported, taken out.

A document that loads a picture, a template or another file from elsewhere tells that place who reads it,
and shows what that place wants. Links that a reader clicks (hyperlinks) stay.
"""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from kadocs.findings import Finding, Place, Severity, Text
from kadocs.render.word import fetching, markup
from kadocs.render.word.markup import Element, P, remove, w
from kadocs.render.word.package import CONTENT_TYPES, Package, member

_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_ALT_CHUNK = w("altChunk")
_HAS_FIELDS = re.compile(rb"<w:(?:instrText|fldSimple)\b")
_KINDS = {
    "attachedTemplate": Text("附加模板", "attached template"),
    "aFChunk": Text("嵌入的外来文件（altChunk）", "foreign file put in (altChunk)"),
    "oleObject": Text("链接的对象", "linked object"),
    "image": Text("链接的图片", "linked picture"),
    "subDocument": Text("链接的子文档", "linked sub-document"),
}
_ANYTHING = Text("外部内容", "outside content")
_HINT = Text(
    "它不会出现在生成的文档里；请在 Word 里删去它，或改为嵌入；确实需要时用 Limits(external=True) 保留。",
    "Documents go without it; delete or embed it in Word. To keep it, give Limits(external=True).",
)


def take_out(package: Package, file: str) -> list[Finding]:
    """Take out of a package what would be fetched (TPL080), and fields that fetch (TPL081)."""
    found: list[Finding] = []
    for name in sorted(package.members):
        if name.endswith(".rels"):
            found += _relationships(package, name, file)
    for name in sorted(package.kinds):
        found += _fields(package, name, file)
    return found


def _relationships(package: Package, name: str, file: str) -> list[Finding]:
    data = package.read(name)
    if b"External" not in data and b"/aFChunk" not in data:
        return []
    root = markup.parse(data, file, name)
    gone = [relation for relation in markup.children(root) if _fetches(relation)]
    if not gone:
        return []
    part = _part_of(name)
    for relation in gone:
        remove(relation)
        _drop_target(package, part, relation)
    _put(package, name, root)
    if part in package.members:
        _unlink(package, part, {relation.get("Id", "") for relation in gone}, file)
    return [_finding(relation, part, file) for relation in gone]


def _fetches(relation: Element) -> bool:
    kind = _kind(relation)
    return kind == "aFChunk" or (relation.get("TargetMode") == "External" and kind != "hyperlink")


def _kind(relation: Element) -> str:
    return relation.get("Type", "").rpartition("/")[2]


def _part_of(relations: str) -> str:
    folder, _, name = relations.rpartition("_rels/")
    return folder + name.removesuffix(".rels")


def _drop_target(package: Package, part: str, relation: Element) -> None:
    """Drop the file of an altChunk, unless the content types name it."""
    if relation.get("TargetMode") == "External":
        return
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), relation.get("Target", "")))
    if f'"{target}"'.encode() not in package.read(CONTENT_TYPES):
        package.members.pop(target.removeprefix("/"), None)


def _unlink(package: Package, part: str, identities: set[str], file: str) -> None:
    """Take out the elements that lead to relationships which are gone."""
    root = markup.parse(package.read(part), file, part)
    for element in list(root.iter("*")):
        for key in [k for k, v in element.attrib.items() if str(k).startswith(_OFFICE) and v in identities]:
            _unlink_element(element, str(key))
    _put(package, part, root)


def _unlink_element(element: Element, key: str) -> None:
    others = any(str(k).startswith(_OFFICE) and k != key for k in element.attrib)
    if element.tag == _BLIP or others:
        del element.attrib[key]
    elif element.tag == _ALT_CHUNK:
        element.addprevious(element.makeelement(P))  # a cell must not end without one
        remove(element)
    else:
        remove(element)


def _fields(package: Package, name: str, file: str) -> list[Finding]:
    data = package.read(name)
    if not _HAS_FIELDS.search(data):
        return []
    root = markup.parse(data, file, name)
    codes = fetching.take_out(root)
    if codes:
        _put(package, name, root)
    return [_field_finding(code, name, file) for code in codes]


def _put(package: Package, name: str, root: Element) -> None:
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package.members[name] = member(name, data)


def _finding(relation: Element, part: str, file: str) -> Finding:
    kind = _KINDS.get(_kind(relation), _ANYTHING)
    target = relation.get("Target", "")[:80]
    message = Text(
        f"模板里有{kind.zh}：{target}，已去掉", f"the template has a {kind.en}: {target}; taken out"
    )
    return Finding("TPL080", Severity.WARNING, Place(file, trail=(Text(part, part),)), message, _HINT)


def _field_finding(code: str, part: str, file: str) -> Finding:
    shown = " ".join(code.split())[:80]
    message = Text(
        f"模板里有会读取外部内容的域：{shown}，只保留了它的结果",
        f"the template has a field that reads from outside: {shown}; only its result was kept",
    )
    return Finding("TPL081", Severity.WARNING, Place(file, trail=(Text(part, part),)), message, _HINT)
