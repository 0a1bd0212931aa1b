"""What stands around the text of an anonymous volume: headers, properties, traces of work, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.audit.blind.parcel import Blind, Parcel, error, kind_of
from kadocs.findings import Finding, Text
from kadocs.render.word.markup import VAL, Element, P, T, ancestor, w

_EDGE = Text("{p}里有页码以外的文字“{t}”", "the {p} says “{t}”, which is more than a page number")
_NUMBER = Text("页脚里有页码，招标文件不允许", "the footer has page numbers, which the tender does not allow")
_EDGE_HINT = Text(
    "请清空暗标母版（blind.zh.docx）的页眉和页脚，只留招标文件允许的页码",
    "Empty headers and footers of the host (blind.en.docx), but for the page numbers that the tender allows",
)
_SAYS = Text("文档属性里写着“{w}”", "the document's properties say “{w}”")
_SAYS_HINT = Text(
    "请在 Word 的“文件—信息”里清空全部属性后保存", "Clear all properties of the file, and save it"
)
_TRACE = Text("里面有{w}", "it has {w}")
_TRACE_HINT = Text(
    "请在母版、格式或插入的文件里接受修订，删去批注和隐藏文字",
    "Accept changes, and delete comments and hidden text, in the host, the form or the file put in",
)
_LINK = Text("有指向外部的链接：{t}", "a link leads out of it: {t}")
_LINK_HINT = Text("请删去链接，只留文字", "Remove the link, and keep the words")
_COMMENTS = Text("批注", "comments")
_CHANGES, _HIDDEN = Text("未接受的修订", "tracked changes"), Text("隐藏文字", "hidden text")
_SIGNS = {"ins": _CHANGES, "del": _CHANGES, "moveFrom": _CHANGES, "rPrChange": _CHANGES, "vanish": _HIDDEN}
_OFF = ("0", "false", "off")
_PARTS = {"header": Text("页眉", "header"), "footer": Text("页脚", "footer")}
_COUNTS = re.compile(r"[\s\d\-–—/·.第页共ivxlcdm]*", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:page|of)\b", re.IGNORECASE)
_WORDS = re.compile(rb">\s*([^<>\s][^<>]*)<")
_SILENT = frozenset(("zh-CN", "en-GB", "en-US"))
_VALUES = re.compile(rb"\b(?:name|fmtid)=\"([^\"{]+)\"")
_OUT = re.compile(rb"<Relationship\b[^>]*TargetMode=\"External\"[^>]*>")
_TARGET = re.compile(rb"Target=\"([^\"]*)\"")


def within(parcel: Parcel, of: Blind) -> Iterator[Finding]:
    """What headers, footers, properties, comments and links say."""
    for part, root in parcel.stories.items():
        if kind_of(part) in _PARTS:
            yield from _edge(parcel, part, root, of)
    yield from _properties(parcel)
    yield from _remains(parcel)
    yield from _links(parcel)


def _edge(parcel: Parcel, part: str, root: Element, of: Blind) -> Iterator[Finding]:
    kind = kind_of(part)
    for paragraph in root.iter(P):
        text = "".join(each.text or "" for each in paragraph.iter(T)).strip()
        numbered = next(paragraph.iter(w("fldChar"), w("fldSimple")), None) is not None
        if _COUNTS.fullmatch(_COUNTED.sub("", text)):
            if numbered and not of.numbers:
                yield error("AUD022", parcel.place(part, paragraph), _NUMBER, _EDGE_HINT)
        elif not of.headers:
            message = _EDGE.fill(p=_PARTS[kind], t=text[:40])
            yield error("AUD022", parcel.place(part, paragraph), message, _EDGE_HINT)


def _properties(parcel: Parcel) -> Iterator[Finding]:
    for name in parcel.names:
        if not name.startswith("docProps/") or not name.endswith(".xml"):
            continue
        said = [*_WORDS.findall(parcel.read(name))]
        said += _VALUES.findall(parcel.read(name)) if "custom" in name else []
        for each in dict.fromkeys(value.decode("utf-8", "replace").strip() for value in said):
            if each not in _SILENT:
                yield error("AUD022", parcel.place(name), _SAYS.fill(w=each[:40]), _SAYS_HINT)


def _remains(parcel: Parcel) -> Iterator[Finding]:
    """Comments, changes and hidden text, each once, where it is first."""
    for tag, what in _SIGNS.items():
        for part, root in parcel.stories.items():
            found = next((each for each in root.iter(w(tag)) if each.get(VAL, "1") not in _OFF), None)
            if found is not None:
                at = found if found.tag == P else ancestor(found, P)
                yield error("AUD022", parcel.place(part, at), _TRACE.fill(w=what), _TRACE_HINT)
                break
    if "word/comments.xml" in parcel.names:
        yield error("AUD022", parcel.place("word/comments.xml"), _TRACE.fill(w=_COMMENTS), _TRACE_HINT)


def _links(parcel: Parcel) -> Iterator[Finding]:
    for name in parcel.names:
        for link in _OUT.findall(parcel.read(name)) if name.endswith(".rels") else ():
            target = _TARGET.search(link)
            shown = target[1].decode("utf-8", "replace") if target else ""
            yield error("AUD022", parcel.place(name), _LINK.fill(t=shown[:60]), _LINK_HINT)
