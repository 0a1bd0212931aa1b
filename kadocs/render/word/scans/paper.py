"""PDFs of paper: each page as the one image that it is, or drawn as it would be printed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any

from kadocs.render.limits import Limits
from kadocs.render.word.scans import encoding, faults
from kadocs.render.word.values import pictures
from kadocs.render.word.values.faults import BadPicture
from kadocs.render.word.values.pictures import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS = 72
_MOST_OBJECTS = 2_000
"""So many things on a page are looked at; a drawing has more, and is none of the pages that are one image."""

_COVERS, _HALF = 0.9, 0.5
_DEPTHS = (8, 24)
_THUMB = (48, 64)
_UNLIKE = 10
"""The mean difference, of 255, from which a page does not look like its image: masks, inverted colours."""

_lock = RLock()
"""PDFium serves one caller at a time."""


def count(content: bytes) -> int:
    """How many pages a PDF has."""
    with _opened(content) as book:
        return len(book)


def page(content: bytes, number: int, limits: Limits) -> Picture:
    """A page as a picture: its one image as it is, where it is nothing else, or drawn for print."""
    with _page(content, number) as sheet:
        images = _images(sheet, limits)
        return _only_image(sheet, images, limits) or _drawn(sheet)


def resolutions(content: bytes, limits: Limits) -> Iterator[int | None]:
    """The dots per inch of each page on a sheet of A4; None where a page is not mainly one image."""
    with _opened(content) as book:
        for number in range(len(book)):
            with _page(content, number, book) as sheet:
                yield _resolution(sheet, _images(sheet, limits))


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    """The PDF; whatever is wrong with it becomes a fault."""
    import pypdfium2 as pdfium  # heavy, and only needed here
    import pypdfium2.raw as raw

    with _lock:
        try:
            book = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as error:
            locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
            raise faults.encrypted() if locked else faults.broken() from None
        try:
            if not len(book):
                raise faults.broken()
            yield book
        except pdfium.PdfiumError:
            raise faults.broken() from None
        finally:
            book.close()


@contextmanager
def _page(content: bytes, number: int, book: Any = None) -> Iterator[Any]:
    if book is None:
        with _opened(content) as own, _page(content, number, own) as sheet:
            yield sheet
        return
    sheet = book[number]
    try:
        yield sheet
    finally:
        sheet.close()


def _images(sheet: Any, limits: Limits) -> list[Any]:
    """The images on a page; a further None says that there is more on it than images.

    Raises Fault (TPL057) where one is too large to be drawn.
    """
    import pypdfium2.raw as raw

    found: list[Any] = []
    for seen, each in enumerate(sheet.get_objects(max_depth=3)):
        if each.type == raw.FPDF_PAGEOBJ_IMAGE:
            width, height = each.get_px_size()
            if width * height > limits.pixels:
                raise faults.too_large(limits)
            found.append(each)
        elif not _is_nothing(each) or seen > _MOST_OBJECTS:
            return [*found, None]
    return found


def _is_nothing(each: Any) -> bool:
    """Whether something shows nothing itself: a group, or the hidden text that a scanner has read."""
    import pypdfium2.raw as raw

    if each.type == raw.FPDF_PAGEOBJ_FORM:
        return True
    hidden = raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return bool(each.type == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFTextObj_GetTextRenderMode(each.raw) == hidden)


def _covered(sheet: Any, image: Any) -> tuple[float, float]:
    """How much of the page's width and of its height an image takes."""
    left, bottom, right, top = image.get_bounds()
    box = sheet.get_mediabox()
    width, height = box[2] - box[0], box[3] - box[1]
    return abs(right - left) / max(width, 1e-6), abs(top - bottom) / max(height, 1e-6)


def _inches(sheet: Any) -> tuple[float, float]:
    """The size of a page on a sheet of A4."""
    width, height = (length / _POINTS for length in sheet.get_size())
    fit = encoding.shrink(width, height)
    return width * fit, height * fit


def _resolution(sheet: Any, images: list[Any]) -> int | None:
    for image in images:
        if image is None:
            continue
        across, down = _covered(sheet, image)
        if across * down >= _HALF:
            width, height = _inches(sheet)
            if sheet.get_rotation() in (90, 270):
                width, height = height, width
            pixels: tuple[int, int] = image.get_px_size()
            return round(min(pixels[0] / (across * width), pixels[1] / (down * height)))
    return None


def _only_image(sheet: Any, images: list[Any], limits: Limits) -> Picture | None:
    """The page's one image, where the page shows that image and nothing else, upright."""
    if len(images) != 1 or images[0] is None or sheet.get_rotation():
        return None
    if min(_covered(sheet, images[0])) < _COVERS or (_resolution(sheet, images) or 0) > encoding.FINE:
        return None
    found = _taken(sheet, images[0], limits)
    return found if found and _alike(sheet, found) else None


def _taken(sheet: Any, image: Any, limits: Limits) -> Picture | None:
    width, height = (encoding.emu(inches) for inches in _inches(sheet))
    said = image.get_metadata()
    if said.bits_per_pixel == 1:
        return encoding.encoded(image.get_bitmap().to_pil().convert("1", dither=0), width, height)
    if image.get_filters() != ["DCTDecode"] or said.bits_per_pixel not in _DEPTHS:
        return None
    data = bytes(image.get_data())
    if len(data) > encoding.HEAVY:
        return None
    try:
        found = pictures.read(data, limits)
    except BadPicture:
        return None
    return Picture(found.content, "jpeg", width, height) if found.extension == "jpeg" else None


def _alike(sheet: Any, found: Picture) -> bool:
    """Whether the page looks like the image: no mask, no inverted colours, nothing turned or cut off."""
    from PIL import Image, ImageChops, ImageStat

    with Image.open(io.BytesIO(found.content)) as image:
        own = image.convert("L").resize(_THUMB)
    scale = 3 * _THUMB[1] / max(*sheet.get_size(), 1.0)
    shown = sheet.render(scale=scale).to_pil().convert("L").resize(_THUMB)
    return bool(ImageStat.Stat(ImageChops.difference(own, shown)).mean[0] < _UNLIKE)


def _drawn(sheet: Any) -> Picture:
    width, height = _inches(sheet)
    across = sheet.get_size()[0] / _POINTS
    scale = encoding.PRINT / _POINTS * width / max(across, 1e-6)
    image: Image = sheet.render(scale=scale).to_pil().convert("RGB")
    grey = image.convert("L")
    if _is_grey(image, grey):
        image = grey
    return encoding.encoded(image, encoding.emu(width), encoding.emu(height))


def _is_grey(image: Image, grey: Image) -> bool:
    from PIL import ImageChops

    return not ImageChops.difference(image, grey.convert("RGB")).getbbox()
