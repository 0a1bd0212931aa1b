"""Pixels → a small file that Word shows: PNG for what is drawn or black and white, JPEG for photographs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kadocs.render.word.values.pictures import EMU_PER_INCH, Picture

if TYPE_CHECKING:
    from PIL.Image import Image

PRINT = 200
"""The dots per inch at which pages are drawn: what tenders ask for, and no more than a reader sees."""

FINE = 300
"""What is finer than this is drawn anew; a scan of up to 300 dots per inch stays as it is."""

HEAVY = 1_000_000
"""A page of more bytes than this is drawn anew, for platforms limit what may be handed in."""

SHEET = (210 / 25.4, 297 / 25.4)
"""A sheet of A4 in inches."""

_QUALITY = 82
_COLOURS = 8_192
_EVEN = 0.4
"""Where so much of a page is one colour and it has few others, it is drawn and not photographed."""


def shrink(width: float, height: float) -> float:
    """By how much something of this size, in inches, must shrink to fit a sheet of A4, upright or across."""
    short, long = sorted((max(width, 1e-6), max(height, 1e-6)))
    return min(1.0, SHEET[0] / short, SHEET[1] / long)


def encoded(image: Image, width: int, height: int) -> Picture:
    """The pixels as a picture of this size in EMU."""
    from PIL.Image import Dither, Quantize  # slow to load, and most documents have none

    out = io.BytesIO()
    if image.mode == "1":
        image.save(out, "PNG", optimize=True)
    elif _is_drawn(image):
        small = image if image.mode == "L" else image.quantize(256, Quantize.FASTOCTREE, dither=Dither.NONE)
        small.save(out, "PNG")
    else:
        image.save(out, "JPEG", quality=_QUALITY, optimize=True)
        return Picture(out.getvalue(), "jpeg", width, height)
    return Picture(out.getvalue(), "png", width, height)


def reduced(image: Image, across: float) -> Image:
    """The image, whose width prints `across` inches wide, with no more pixels than print needs."""
    from PIL import Image as Pillow

    wanted = round(across * PRINT)
    if image.width <= max(wanted, 1):
        return image
    size = wanted, max(1, round(image.height * wanted / image.width))
    smooth = image.convert("L") if image.mode == "1" else image
    return smooth.resize(size, Pillow.Resampling.LANCZOS)


def emu(inches: float) -> int:
    """A length in English Metric Units, in which Word counts; at least one."""
    return max(1, round(inches * EMU_PER_INCH))


def _is_drawn(image: Image) -> bool:
    colours = image.getcolors(_COLOURS)
    if not colours:
        return False
    return max(count for count, _ in colours) >= _EVEN * image.width * image.height
