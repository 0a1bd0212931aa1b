"""The edges of what leaves its run: no empty run is left beside it.

A picture or a link stands between runs, so the run of its tag is closed before it and opened again after
it. Where the tag began its run, or ended it, one of the two halves would be empty. Which it is shows in
the text right beside, once that is there; plain values cost nothing.
"""

from __future__ import annotations

import re

from kadocs.render.word.sites import Site

_OUT, _IN = "\x0f", "\x10"
_LEAVE = "</w:t></w:r>"
_TEXT = '<w:t xml:space="preserve">'
_OPENING = re.compile(rf"<w:r(?: [^>]*)?>(?:<w:rPr/>|<w:rPr>.*?</w:rPr>)?{_TEXT}", re.DOTALL)
_EMPTY = re.compile(rf"<w:r>(?:<w:rPr/>|<w:rPr>.*?</w:rPr>)?{_TEXT}{_LEAVE}", re.DOTALL)


def around(xml: str, site: Site) -> str:
    """Markup that stands between runs, at a site within one, with its edges to be settled."""
    return f"{_OUT}{xml}{_IN}{site.enter}"


def is_open(text: str) -> bool:
    """Whether an edge may lie right behind a text."""
    return text.endswith(_TEXT)


def settled(text: str) -> str:
    """A text with its edges settled; both sides of each are in it."""
    if _OUT not in text:
        return text
    *before, last = text.split(_OUT)
    pieces = "".join([*map(_left, before), last]).split(_IN)
    return "".join([pieces[0], *map(_entered, pieces[1:])])


def _left(text: str) -> str:
    """What comes before an edge, without the opening of a run that would hold nothing."""
    start = max(text.rfind("<w:r>"), text.rfind("<w:r "))
    if start >= 0 and _OPENING.fullmatch(text, start):
        return text[:start]
    return text + _LEAVE


def _entered(text: str) -> str:
    """What comes after an edge, without a run that holds nothing."""
    empty = _EMPTY.match(text)
    return text if empty is None else text[empty.end() :]
