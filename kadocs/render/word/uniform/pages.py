"""The pages of a document with the demanded margins, and what has to fit between these."""

from __future__ import annotations

from collections.abc import Iterable

from kadocs.figures.typesetting import Margins
from kadocs.render.word.markup import SECT_PR, Element, remove, w
from kadocs.render.word.restyle import pages
from kadocs.render.word.restyle.pages import Change

_UNWANTED = tuple(map(w, ("pgBorders", "docGrid", "lnNumType", "titlePg", "paperSrc")))
_TWENTIETHS = 20


def level(main: Element, margins: Margins | None) -> list[Change]:
    """Give every page the margins, and let tables and pictures fit between them; what changed."""
    changed: dict[Element, Change] = {}
    for section in main.iter(SECT_PR):
        for name in _UNWANTED:
            for old in section.findall(name):
                remove(old)
        before, edges = pages.room(section), section.find(w("pgMar"))
        if margins is None or edges is None or before is None:
            continue
        _set(edges, margins)
        after = pages.room(section)
        if after is not None:
            changed[section] = Change(before, after)
    body = main.find(w("body"))
    for section, blocks in pages.blocks_of(body) if body is not None else ():
        if section in changed:
            pages.fit(blocks, changed[section])
    return list(changed.values())


def move_edges(roots: Iterable[Element], changes: Iterable[Change]) -> None:
    """Tab stops at the edge of the text stay there."""
    edges = {change.before.width: change.after.width for change in changes}
    for root in roots:
        pages.move_tabs(root, edges)


def _set(edges: Element, margins: Margins) -> None:
    for side in ("top", "bottom", "left", "right"):
        edges.set(w(side), str(round(getattr(margins, side) * _TWENTIETHS)))
    edges.set(w("gutter"), "0")
    for name, room in (("header", margins.top), ("footer", margins.bottom)):
        edges.set(w(name), str(round(room * _TWENTIETHS / 2)))
