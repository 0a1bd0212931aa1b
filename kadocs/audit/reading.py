"""The bytes of a finished file → the text of its parts, those among them that no page shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from urllib.parse import unquote

from kadocs.audit import archives, pdf, pictures, sheets, xml
from kadocs.audit.parts import MOST_DEPTH, Part, Unread
from kadocs.audit.standing import Standing
from kadocs.audit.traces import REMAINS
from kadocs.findings import Fault, Text

Found = Iterator[Part | Unread]

_OLE = b"\xd0\xcf\x11\xe0"
_MARKUP = (".xml", ".rels", ".vml", ".xhtml")
_PLAIN = (".txt", ".html", ".htm", ".csv", ".json", ".rtf", ".mht", ".yaml", ".md")
_FREE = ("customxml/", "docprops/", "word/settings.xml", "xl/workbook.xml")
"""The parts in which any attribute may hold words; elsewhere most of them hold measures."""

_SILENT = re.compile(
    r"(?:.*/)?(?:styles|stylesWithEffects|fontTable|webSettings|numbering|theme\d*|tableStyles)\.xml"
    r"|\[Content_Types\]\.xml|xl/calcChain\.xml|.*\.(?:ttf|odttf|otf)"
)
"""Parts that no one writes words into: looks, fonts, the order of calculation."""

_LETTERS = re.compile(rb"[\x20-\x7e]{6,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00|[\x00-\xff][\x30\x4e-\x9f\xff]){4,}")

_NAMES = {
    "document": Text("正文", "Body"),
    "header": Text("页眉", "Header"),
    "footer": Text("页脚", "Footer"),
    "footnotes": Text("脚注", "Footnotes"),
    "endnotes": Text("尾注", "Endnotes"),
    "comments": Text("批注", "Comments"),
    "chart": Text("图表", "Chart"),
    "core": Text("文档属性", "Properties"),
    "app": Text("文档属性", "Properties"),
    "custom": Text("自定义属性", "Custom properties"),
    "settings": Text("文档设置", "Settings"),
}
_NUMBERED = re.compile(r"([a-z]+?)[0-9_]*\.xml")
_BESIDE = Text("替代文字、链接、域代码和名称", "alternative text, links, field codes, names")
_PROPERTIES = Text("元数据", "metadata")
_PEOPLE = re.compile(r"docProps/(?:core|app)\.xml")
_NAMING = re.compile(r"<(dc:creator|cp:lastModifiedBy|Company|Manager|cp:revision|cp:lastPrinted)>([^<]+)<")
_TOO_DEEP = Text("嵌套太深，没有读取", "files lie too deep in it, and it was not read")


def read(path: PurePath, data: bytes) -> Found:
    """All the text of a file, by its content, whatever its name says; what could not be read is told."""
    return _read(path.name, (), path.name, data)


def _read(file: str, way: tuple[Text, ...], name: str, data: bytes) -> Found:
    if len(way) > MOST_DEPTH:
        yield Unread(file, way, _TOO_DEEP)
        return
    try:
        yield from _kind(name, data)(file, way, name, data)
    except Fault as fault:
        yield Unread(file, way, fault.message)


def _kind(name: str, data: bytes) -> Callable[[str, tuple[Text, ...], str, bytes], Found]:
    if archives.is_archive(data):
        return _archive
    if data.startswith(b"%PDF"):
        return pdf.read
    if pictures.is_picture(data):
        return _picture
    if name.lower().endswith(_MARKUP):
        return _markup
    return _text if name.lower().endswith(_PLAIN) else _strings


def _archive(file: str, way: tuple[Text, ...], name: str, data: bytes) -> Found:
    archive = archives.opened(data)
    told: set[str] = set()
    if sheets.BOOK in archive.names:
        wanted = [
            each for each in archive.names if each.startswith("xl/") and each.endswith((".xml", ".rels"))
        ]
        told = {sheets.STRINGS}
        for sheet, parts in sheets.sheets(file, way, _Decoded(archive, wanted)):
            told.add(sheet)
            yield from parts
    for member, content in archive.members():
        if member not in told and not _SILENT.fullmatch(member):
            yield from _read(file, (*way, _named(member)), member, content)


class _Decoded(Mapping[str, str]):
    """The XML members of an archive as text, each inflated when it is asked for."""

    def __init__(self, archive: archives.Archive, names: list[str]) -> None:
        self._archive, self._names = archive, names

    def __getitem__(self, name: str) -> str:
        if name not in self._names:
            raise KeyError(name)
        return xml.decoded(self._archive.read(name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _named(member: str) -> Text:
    """A part's name as a reader of the document knows it, else its path in the file."""
    found = _NUMBERED.fullmatch(PurePath(member).name)
    known = found and member.startswith(("word/", "docProps/")) and _NAMES.get(found[1])
    return known or Text(member, member)


def _markup(file: str, way: tuple[Text, ...], name: str, data: bytes) -> Found:
    content = xml.decoded(data)
    if xml.has_paragraphs(content):
        remains = tuple(what for sign, what in REMAINS.items() if sign in content)
        lines = xml.paragraphs(content)
        yield Part(file, way, lines, Standing(content), hidden="comments" in name, remains=remains)
    elif not name.endswith(".rels"):
        personal = bool(_PEOPLE.search(name))
        if personal:
            yield Part(file, way, _people(content), hidden=True, personal=True)
        yield Part(file, way, xml.nodes(content), hidden=True)
    said = dict.fromkeys(xml.words(content))
    if name.lower().startswith(_FREE):
        said |= dict.fromkeys(xml.attributes(content))
    if name.endswith(".rels"):
        said |= dict.fromkeys(unquote(each) for each in list(said))
    if said:
        yield Part(file, (*way, _BESIDE), xml.lines(said), hidden=True)


def _people(content: str) -> str:
    """What names people, firms and sessions of work in the properties, each with the name of its field."""
    return xml.lines(f"{tag.split(':')[-1]}: {value}" for tag, value in _NAMING.findall(content))


def _picture(file: str, way: tuple[Text, ...], name: str, data: bytes) -> Found:
    if said := xml.lines(dict.fromkeys(pictures.remarks(data))):
        yield Part(file, (*way, _PROPERTIES), said, hidden=True)


def _text(file: str, way: tuple[Text, ...], name: str, data: bytes) -> Found:
    content = xml.decoded(data)
    yield Part(file, way, content, hidden=bool(way))
    if name.lower().endswith((".html", ".htm", ".mht")):
        yield Part(file, way, xml.without_tags(content), hidden=bool(way))


def _strings(file: str, way: tuple[Text, ...], name: str, data: bytes) -> Found:
    """What can be made out in a file of an unknown kind, such as an old Office document."""
    found = [each.decode("ascii") for each in _LETTERS.findall(data)]
    found += [
        each.decode("utf-16-le", errors="replace") for start in (0, 1) for each in _WIDE.findall(data[start:])
    ]
    if data.startswith(_OLE):
        yield Unread(
            file, way, Text("是旧格式，只读出部分文字", "it has an old format, and was read in part")
        )
    yield Part(file, way, xml.lines(found), hidden=True)
