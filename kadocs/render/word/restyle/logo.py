"""The picture of the base's header, in every header of a template; and the one on top of its cover."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from kadocs.render.word import insertion, markup
from kadocs.render.word.additions import Additions
from kadocs.render.word.insertion import Inserted
from kadocs.render.word.insertion.pieces import Cutter
from kadocs.render.word.markup import P_PR, VAL, Element, P, R, T, ancestor, children, remove, w
from kadocs.render.word.package import Package, member
from kadocs.render.word.restyle.house import Base
from kadocs.render.word.stock import Stock

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_SHOWN = (T, w("pict"), w("drawing"))
_COVER = "cover"


def place(package: Package, bases: Iterable[Base], file: str) -> None:
    """Put the header picture of the first base that has one into each header; its cover picture likewise.

    The whole paragraph goes with it, so that what stands beside a picture stays there.
    """
    stock = Stock(package, file)
    additions = Additions(stock)
    if found := _first(bases, _of_header):
        for name in package.of_kind("header"):
            root = markup.parse(package.read(name), file, name)
            _clear(root)
            _lead(root, _written(*found, additions, name))
            _store(package, name, root)
    if found := _first(bases, _of_cover):
        root = markup.parse(package.read(package.main), file, package.main)
        body = root.find(w("body"))
        if body is not None and _begins_with_cover(body, stock):
            _lead(body, _written(*found, additions, package.main))
            _store(package, package.main, root)
    package.members.update(additions.members())


_Found = tuple[str, list[Element]]
"""A part of a base, and paragraphs of it."""


def _first(bases: Iterable[Base], find: Callable[[Base], _Found]) -> tuple[Base, str, list[Element]] | None:
    for base in bases:
        part, paragraphs = find(base)
        if paragraphs:
            return base, part, paragraphs
    return None


def _of_header(base: Base) -> _Found:
    """The paragraphs with pictures in the header of the base's usual pages."""
    for name in base.package.of_kind("header"):
        if found := _pictured(base.root(name)):
            return name, found
    return "", []


def _of_cover(base: Base) -> _Found:
    """The base's first paragraph, if it holds a picture."""
    main = base.package.main
    first = next(base.root(main).iter(P), None)
    return main, [] if first is None else _pictured(first)


def _pictured(root: Element) -> list[Element]:
    paragraphs = [ancestor(picture, P) for picture in root.iter(_BLIP, _IMAGE)]
    return list(dict.fromkeys(p for p in paragraphs if p is not None))


@lru_cache(maxsize=16)
def _cut(base: Base) -> Inserted:
    """The base taken apart, for what its paragraphs rest on."""
    return insertion.cut(base.package, base.package.main)


def _written(
    base: Base, part: str, paragraphs: list[Element], additions: Additions, into: str
) -> list[Element]:
    """Paragraphs of the base as they stand in a part of the template."""
    cutter = Cutter(base.package, base.stock.theme_fonts)
    relations = base.stock.present(part)
    pieces = tuple(piece for p in paragraphs for piece in cutter.block(p, relations, ()))
    xml = insertion.insert(replace(_cut(base), body=pieces, source=part), additions, into)
    holder = markup.parse(f'<w:body xmlns:w="{markup.W}">{xml}</w:body>'.encode(), part, part)
    return list(children(holder))


def _lead(holder: Element, blocks: list[Element]) -> None:
    for number, block in enumerate(blocks):
        holder.insert(number, block)


def _clear(header: Element) -> None:
    """Take the template's own pictures out of a header; a watermark is none."""
    for paragraph in _pictured(header):
        for run in [run for run in paragraph.iter(R) if next(run.iter(_BLIP, _IMAGE), None) is not None]:
            remove(run)
        shows = next(
            (t for t in paragraph.iter(w("t"), w("pict"), w("drawing")) if t.tag != w("t") or t.text), None
        )
        if shows is None and len(header) > 1:
            remove(paragraph)


def _begins_with_cover(body: Element, stock: Stock) -> bool:
    first = body.find(P)
    style = None if first is None else first.find(f"{P_PR}/{w('pStyle')}")
    identity = "" if style is None else style.get(VAL, "")
    named = {stock.names.id_of("paragraph", name): name for name in stock.names.names("paragraph")}
    return named.get(identity, "").lower().startswith(_COVER)


def _store(package: Package, name: str, root: Element) -> None:
    xml = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    package.members[name] = member(name, xml)
