"""One file of scanned paper: how many pages it has, each as a picture, and how fine they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from hashlib import sha256

from kadocs.render.limits import USUAL, Limits
from kadocs.render.word.scans import faults, kept, paper, picture
from kadocs.render.word.scans.faults import BadScan
from kadocs.render.word.values.pictures import Picture

_APART = re.compile(r"[；;\n]")
_HEAD = 1024
"""Within so many bytes a PDF says that it is one; programs put things before that."""


class Scan:
    """A picture, of one page or for a TIFF of several, or a PDF; `name` is what faults call it.

    Raises Fault (TPL057) for what is empty, of another kind, encrypted, damaged or beyond the limits.
    """

    def __init__(self, content: bytes, limits: Limits = USUAL, name: str = "") -> None:
        self._content = content
        self._limits = limits
        self._name = name
        self.is_pdf = b"%PDF-" in content[:_HEAD]
        with self._named():
            self.count = self._pages()

    def _pages(self) -> int:
        content, limits = self._content, self._limits
        if not content.strip(b"\0 \r\n\t"):
            raise faults.empty()
        if len(content) > limits.file:
            raise faults.too_heavy(limits)
        count = paper.count(content) if self.is_pdf else picture.count(content, limits)
        if count > limits.pages:
            raise faults.too_many_pages(count, limits)
        return count

    @cached_property
    def _digest(self) -> bytes:
        return sha256(self._content).digest()

    def page(self, number: int) -> Picture:
        """The page of this number, from 0, as a picture that is fit to print; the same bytes each time.

        A page that is one scanned image stays as it is, unless that is finer or heavier than print needs.
        """
        key = (self._digest, number, self._limits)
        found = kept.get(key)
        if found is None:
            draw = paper.page if self.is_pdf else picture.page
            with self._named():
                found = draw(self._content, number, self._limits)
            kept.keep(key, found)
        return found

    def resolutions(self) -> Iterator[int | None]:
        """The dots per inch of each page on a sheet of A4; None for one that is drawn, always sharp."""
        measured = paper.resolutions if self.is_pdf else picture.resolutions
        with self._named():
            yield from measured(self._content, self._limits)

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Let faults name the file."""
        try:
            yield
        except BadScan as fault:
            raise fault.of(self._name) from None


def parted(names: str) -> tuple[str, ...]:
    """The files that one field names, which semicolons part."""
    return tuple(name for part in _APART.split(names) if (name := part.strip()))
