"""The pages of scanned papers as pictures, each as large as a page of the document has room for."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, overload

from kadocs.figures.missing import Missing
from kadocs.findings import Text
from kadocs.render.meter import Meter
from kadocs.render.word.scans import BadScan, Scan, parted
from kadocs.render.word.values import files
from kadocs.render.word.values.faults import UnfitValue, Unscannable
from kadocs.render.word.values.image import InlineImage, Size, emu
from kadocs.render.word.values.pictures import Picture
from kadocs.render.word.values.value import Writer

if TYPE_CHECKING:
    from kadocs.render.word.state import Render

_TWIP = 635
_CAPTION = 1_080_000
"""What a page keeps free for the caption of a scan: three centimetres."""


class Scans(Sequence[InlineImage]):
    """The pages of the files that `names` tells, semicolons between them.

    With `once`, there are none where the document shows these already. A draft shows what it lacks.
    Raises Fault (TPL053, TPL057) for what cannot be had or shown.
    """

    def __init__(self, names: str, document: Render, *, once: bool = False) -> None:
        again = once and names in document.scanned
        self._pages = () if again else tuple(_pages(names, document))

    @overload
    def __getitem__(self, index: int) -> InlineImage: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[InlineImage]: ...

    def __getitem__(self, index: int | slice) -> InlineImage | Sequence[InlineImage]:
        return self._pages[index]

    def __len__(self) -> int:
        return len(self._pages)


class ScannedPage(InlineImage):
    """One page; `width` and `height` are the room that it may take, of which it keeps its proportions.

    It is never larger than it was. Without a room it takes what a page leaves below a caption.
    """

    def __init__(
        self, scan: Scan, number: int, names: str, width: Size = None, height: Size = None, alt: str = ""
    ) -> None:
        super().__init__(b"", width, height, alt=alt)
        self._scan = scan
        self._number = number
        self._names = names

    def resized(self, width: Size, height: Size, alt: str = "") -> ScannedPage:
        """The same page in this room."""
        said = width is not None or height is not None
        room = (width, height) if said else (self._width, self._height)
        return ScannedPage(self._scan, self._number, self._names, *room, alt=alt or self._alt)

    def runs(self, writer: Writer) -> str:
        """A run that holds the page; a draft says that it is missing, where it cannot be drawn."""
        try:
            return super().runs(writer)
        except Unscannable:
            if not writer.state.document.draft:
                raise
            return _gap(parted(self._names)[0], writer)

    def picture(self, writer: Writer) -> Picture:
        """The page, drawn or as it was scanned; from now on the document shows it."""
        document = writer.state.document
        document.scanned.add(self._names)
        with _reading(document.meter):
            return self._scan.page(self._number)

    def size(self, picture: Picture, writer: Writer) -> tuple[int, int]:
        """Its width and height in EMU."""
        stock = writer.additions.stock
        text, tall = stock.text_width * _TWIP, max(stock.text_height * _TWIP - _CAPTION, _CAPTION)
        width = min(emu(self._width, text) or text, text)
        height = min(emu(self._height, tall) or tall, tall)
        fit = min(1.0, width / picture.width, height / picture.height)
        return max(1, round(picture.width * fit)), max(1, round(picture.height * fit))


class _NoPage(InlineImage):
    """What a draft shows in place of a file that cannot be used."""

    def __init__(self, name: str, names: str) -> None:
        super().__init__(b"")
        self._name = name
        self._names = names

    def resized(self, width: Size, height: Size, alt: str = "") -> InlineImage:
        return self

    def runs(self, writer: Writer) -> str:
        writer.state.document.scanned.add(self._names)
        return _gap(self._name, writer)


def _gap(name: str, writer: Writer) -> str:
    return writer.state.gap_run(Missing("", Text(f"扫描件 {name}", f"scan {name}")), writer.site)


def _pages(names: str, document: Render) -> Iterator[InlineImage]:
    for name in parted(names):
        try:
            yield from _pages_of(name, names, document)
        except UnfitValue:
            if not document.draft:
                raise
            yield _NoPage(name, names)


def _pages_of(name: str, names: str, document: Render) -> Iterator[ScannedPage]:
    content = files.read(document.files, name, document.meter.limits)
    with _reading(document.meter):
        scan = Scan(content, document.meter.limits, name)
    for number in range(scan.count):
        yield ScannedPage(scan, number, names)


@contextmanager
def _reading(meter: Meter) -> Iterator[None]:
    """What is wrong with a file becomes a fault of the value; the time it takes is not the template's."""
    began = time.thread_time()
    try:
        yield
    except BadScan as fault:
        raise Unscannable(fault.message, fault.hint) from None
    finally:
        meter.excuse(time.thread_time() - began)
