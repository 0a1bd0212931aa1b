"""Pages that were drawn, remembered for a while: a document is rendered again until its page numbers hold."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from kadocs.render.limits import Limits
from kadocs.render.word.values.pictures import Picture

MOST = 200_000_000
"""How many bytes of pages are remembered; the ones that were drawn first are forgotten first."""

Key = tuple[bytes, int, Limits]
"""A file's digest, the page's number, and the limits under which it was drawn."""

_lock = Lock()
_pages: OrderedDict[Key, Picture] = OrderedDict()
_size = 0


def get(key: Key) -> Picture | None:
    """The page, where it is remembered."""
    with _lock:
        return _pages.get(key)


def keep(key: Key, page: Picture) -> None:
    """Remember a page."""
    global _size
    with _lock:
        if key in _pages:
            return
        _pages[key] = page
        _size += len(page.content)
        while _size > MOST and len(_pages) > 1:
            _, forgotten = _pages.popitem(last=False)
            _size -= len(forgotten.content)
