"""A Word file of somebody else, made ready to be put into a document and to stay as it looks there.

What is put into a document takes the document's look: styles are one where their names are one. A tender's
own form must not. So its styles get names that no other has, and its paragraphs and tables name theirs. It
begins on a page of its own, and of all its headings the contents list the one that is its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from lxml import etree

from kadocs.render.limits import USUAL
from kadocs.render.word import markup, package
from kadocs.render.word.markup import (
    BR,
    P_PR,
    SECT_PR,
    VAL,
    Element,
    P,
    T,
    children,
    remove,
    w,
)
from kadocs.render.word.package import Package, member

_NAME, _OUTLINE, _BREAK = w("name"), w("outlineLvl"), w("pageBreakBefore")
_TBL_PR, _TBL_STYLE, _P_STYLE = w("tblPr"), w("tblStyle"), w("pStyle")
_BEFORE_BREAK = {w(name) for name in ("pStyle", "keepNext", "keepLines")}
_BEHIND_OUTLINE = {w(name) for name in ("divId", "cnfStyle", "rPr", "sectPr", "pPrChange")}
_TRACKED = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
_COMMENTED = (w("commentReference"), w("commentRangeStart"))
_LEAD = (
    f'<w:p xmlns:w="{markup.W}"><w:pPr><w:pageBreakBefore/>'
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)
_TITLES = 8
"""Among how many lines at the beginning the title of a form is looked for."""

_LONGEST = 40
"""How long a line may be that is taken for a title."""


def staying(data: bytes, file: str, mark: str, titles: Sequence[str]) -> bytes:
    """The file with styles of its own, which have `mark` in their names; `titles` are those it may have.

    Raises `Refused` for what is no Word file (TPL001 to TPL006).
    """
    parts = package.read(data, file, USUAL)
    root = markup.parse(parts.read(parts.main), file, parts.main)
    body = root.find(w("body"))
    usual = _rename(parts, file, mark)
    if body is not None:
        _name_styles(root, usual)
        _trim(body)
        _list(body, titles)
        _begin(body)
    parts.members[parts.main] = member(parts.main, _written(root))
    return package.write(parts.members.values())


def unsettled(data: bytes, file: str) -> bool:
    """Whether a file has tracked changes or comments. Raises `Refused` for what is no Word file."""
    parts = package.read(data, file, USUAL)
    root = markup.parse(parts.read(parts.main), file, parts.main)
    return next(root.iter(*_TRACKED, *_COMMENTED), None) is not None


def _written(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _rename(parts: Package, file: str, mark: str) -> dict[str, str]:
    """Give the styles names of their own; returns which paragraphs and tables have that name none."""
    usual: dict[str, str] = {}
    for name in parts.of_kind("styles"):
        root = markup.parse(parts.read(name), file, name)
        for style in root.iter(w("style")):
            kind = style.get(w("type"), "paragraph")
            if style.get(w("default")) in ("1", "true", "on"):
                usual[kind] = style.get(w("styleId"), "")
            if (called := style.find(_NAME)) is not None:
                called.set(VAL, f"{called.get(VAL, '')} {mark}")
            for outline in list(style.iter(_OUTLINE)):
                remove(outline)
        parts.members[name] = member(name, _written(root))
    return usual


def _name_styles(root: Element, usual: dict[str, str]) -> None:
    """Let each paragraph and table name its style, for without a name it takes the document's own."""
    for paragraph in root.iter(P):
        if usual.get("paragraph") and paragraph.find(f"{P_PR}/{_P_STYLE}") is None:
            _properties(paragraph).insert(0, paragraph.makeelement(_P_STYLE, {VAL: usual["paragraph"]}))
    for properties in root.iter(_TBL_PR):
        if usual.get("table") and properties.find(_TBL_STYLE) is None:
            properties.insert(0, properties.makeelement(_TBL_STYLE, {VAL: usual["table"]}))


def _trim(body: Element) -> None:
    """Take page breaks away before the form's first words and behind its last: it has pages of its own."""
    blocks = [block for block in children(body) if block.tag != SECT_PR]
    for run in (blocks, blocks[::-1]):
        for block in takewhile(_is_empty, list(run)):
            for each in [each for each in block.iter(BR) if each.get(w("type")) == "page"]:
                remove(each)
    for block in takewhile(_is_empty, blocks[:0:-1]):
        if block.find(f"{P_PR}/{SECT_PR}") is None:
            remove(block)


def _is_empty(block: Element) -> bool:
    return block.tag == P and not _text(block) and not any(block.iter(w("drawing"), w("pict"), w("object")))


def _list(body: Element, titles: Sequence[str]) -> None:
    """Let the contents list the line that is the form's title, and no other."""
    for paragraph in body.iter(P):
        for outline in paragraph.findall(f"{P_PR}/{_OUTLINE}"):
            remove(outline)
    lines = [paragraph for paragraph, _ in zip(_lines(body), range(_TITLES), strict=False)]
    wanted = ["".join(title.split()) for title in titles]
    named = (line for line in lines if any(title in "".join(_text(line).split()) for title in wanted))
    short = (line for line in lines[:1])
    title = next((line for line in (*named, *short) if len(_text(line)) <= _LONGEST), None)
    if title is not None:
        _put(_properties(title), title.makeelement(_OUTLINE, {VAL: "0"}), _BEHIND_OUTLINE)


def _lines(body: Element) -> Iterator[Element]:
    return (paragraph for paragraph in body.iter(P) if _text(paragraph))


def _begin(body: Element) -> None:
    """Let the form begin on a new page."""
    first = next(children(body), None)
    if first is not None and first.tag == P:
        properties = _properties(first)
        for old in properties.findall(_BREAK):
            remove(old)
        at = sum(1 for _ in takewhile(lambda each: each.tag in _BEFORE_BREAK, children(properties)))
        properties.insert(at, first.makeelement(_BREAK))
    elif first is not None:
        first.addprevious(etree.fromstring(_LEAD))


def _properties(paragraph: Element) -> Element:
    found = paragraph.find(P_PR)
    if found is None:
        found = paragraph.makeelement(P_PR)
        paragraph.insert(0, found)
    return found


def _put(properties: Element, child: Element, behind: set[str]) -> None:
    at = sum(1 for _ in takewhile(lambda each: each.tag not in behind, children(properties)))
    properties.insert(at, child)


def _text(block: Element) -> str:
    return "".join(text.text or "" for text in block.iter(T)).strip()
