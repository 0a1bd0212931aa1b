"""Pictures of paper: photographs, scans saved as pictures, TIFFs of several pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kadocs.render.limits import Limits
from kadocs.render.word.scans import encoding, faults
from kadocs.render.word.values import pictures
from kadocs.render.word.values.pictures import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

_TEXT = (160 / 25.4, 235 / 25.4)
"""What a page of a bid leaves for a scan, in inches: a picture that does not say its size fills it."""

_WHITE = (255, 255, 255)
_DEEP = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")


def count(content: bytes, limits: Limits) -> int:
    """How many pages a picture has; more than one only for a TIFF."""
    with _opened(content, limits) as image:
        return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def page(content: bytes, number: int, limits: Limits) -> Picture:
    """A page as a picture: as it is where Word shows it and it is neither too fine nor too heavy."""
    with _opened(content, limits) as image:
        image.seek(number)
        if image.format in ("JPEG", "PNG") and (found := _as_it_is(content, image, limits)):
            return found
        return _drawn(image)


def resolutions(content: bytes, limits: Limits) -> Iterator[int]:
    """The dots per inch of each page as it is printed."""
    with _opened(content, limits) as image:
        for number in range(int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1):
            image.seek(number)
            found = round(image.width / _printed(image)[0])
            pictures.prove(image, content)
            yield found


@contextmanager
def _opened(content: bytes, limits: Limits) -> Iterator[Image]:
    """The image; whatever is wrong with it becomes a fault."""  # BadPicture is a ValueError
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=pictures.formats(content)) as image:
            if image.width * image.height > limits.pixels:
                raise faults.too_large(limits)
            yield image
    except UnidentifiedImageError:
        raise faults.unknown() from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise faults.too_large(limits) from None
    except faults.BadScan:
        raise
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError):
        raise faults.broken() from None


def _as_it_is(content: bytes, image: Image, limits: Limits) -> Picture | None:
    plain = ("RGB", "L") if image.format == "JPEG" else ("RGB", "L", "1", "P")
    fine = image.width / _printed(image)[0] > encoding.FINE
    if fine or image.mode not in plain or "transparency" in image.info or len(content) > encoding.HEAVY:
        return None
    if image.format == "JPEG" and pictures.orientation(image) != pictures.UPRIGHT:
        return None
    found = pictures.read(content, limits)
    width, height = (encoding.emu(inches) for inches in _printed(image))
    return Picture(found.content, found.extension, width, height)


def _drawn(image: Image) -> Picture:
    """The page upright, on white paper, in a kind that every program shows."""
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    width, height = _printed(image)
    if (upright.width > upright.height) != (width > height):
        width, height = height, width
    plain = encoding.reduced(_plain(upright), width)
    return encoding.encoded(plain, encoding.emu(width), encoding.emu(height))


def _plain(image: Image) -> Image:
    from PIL import Image as Pillow

    if image.mode in _DEEP:
        low, high = (float(value) for value in image.getextrema())  # type: ignore[arg-type]
        scale = 255 / (high - low or 1)
        return image.convert("F").point(lambda value: value * scale - low * scale).convert("L")
    if image.mode in ("LA", "RGBA", "PA", "La", "RGBa") or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Pillow.new("RGB", clear.size, _WHITE)
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return image.copy() if image.mode in ("1", "L", "RGB") else image.convert("RGB")


def _printed(image: Image) -> tuple[float, float]:
    """How large the picture prints, in inches: as large as it says it is, or as a page has room."""
    if "dpi" not in image.info:
        fit = min(_TEXT[0] / image.width, _TEXT[1] / image.height, 1 / pictures.SCREEN)
        return image.width * fit, image.height * fit
    across, down = pictures.resolution(image)
    width, height = image.width / across, image.height / down
    fit = encoding.shrink(width, height)
    return width * fit, height * fit
