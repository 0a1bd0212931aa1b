"""Pictures as files: what they are, how large they mean to be, and whether Word can show them."""

from __future__ import annotations

import importlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kadocs.findings import Text
from kadocs.render.limits import USUAL, Limits
from kadocs.render.traces.pictures import bare
from kadocs.render.word.values.faults import BadPicture

if TYPE_CHECKING:
    from PIL.Image import Image

EMU_PER_INCH = 914_400

_EXTENSIONS = {"PNG": "png", "JPEG": "jpeg", "MPO": "jpeg", "GIF": "gif", "BMP": "bmp", "TIFF": "tiff"}
_CONVERTED = "WEBP"
SCREEN = 96
"""Dots per inch where a picture does not say."""

_SENSIBLE = (20, 5000)
_ORIENTATION = 0x0112
UPRIGHT = 1
"""The orientation of a picture that need not be turned."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that Word can show: its bytes, its extension, its natural size in EMU."""

    content: bytes
    extension: str
    width: int
    height: int


def read(content: bytes, limits: Limits = USUAL) -> Picture:
    """The picture in these bytes, turned upright as its EXIF data say, WebP made PNG, without metadata.

    Raises Fault (TPL051) for what is no picture, is cut short, is too large, or is of another format.
    """
    from PIL import Image, UnidentifiedImageError  # slow to load, and most documents have none

    if len(content) > limits.file:
        raise _too_many_bytes(limits)
    try:
        image = Image.open(io.BytesIO(content), formats=formats(content))
        if image.width * image.height > limits.pixels:
            raise _too_large(limits)
        dots = resolution(image)
        size, content, kind = _usable(image, content)
    except UnidentifiedImageError:
        raise _unknown(content) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(limits) from None
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError) as error:
        if isinstance(error, BadPicture):
            raise
        raise _broken() from None
    width, height = (
        max(1, round(pixels * EMU_PER_INCH / dpi)) for pixels, dpi in zip(size, dots, strict=True)
    )
    return Picture(content, _EXTENSIONS[kind], width, height)


def formats(content: bytes) -> list[str]:
    """The formats that the content may be of; no others, and no plug-ins for others, are loaded."""
    if content.startswith((b"II", b"MM")):
        importlib.import_module("PIL.TiffImagePlugin")  # it registers itself
        return ["TIFF"]
    if content.startswith(b"RIFF"):
        importlib.import_module("PIL.WebPImagePlugin")
        return [_CONVERTED]
    return ["PNG", "JPEG", "GIF", "BMP"]


def _usable(image: Image, content: bytes) -> tuple[tuple[int, int], bytes, str]:
    """The image's size, bytes and format, changed where Word would show it wrongly or not at all."""
    from PIL import ImageOps

    kind = image.format or ""
    turned = orientation(image) != UPRIGHT
    if not turned and kind != _CONVERTED:
        size = image.size
        prove(image, content)
        return size, bare(content), kind
    upright = ImageOps.exif_transpose(image)
    out = io.BytesIO()
    if kind in ("JPEG", "MPO"):
        upright.save(out, "JPEG", quality=95)
        return upright.size, out.getvalue(), "JPEG"
    if upright.mode not in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        upright = upright.convert("RGB")
    upright.save(out, "PNG")
    return upright.size, out.getvalue(), "PNG"


def prove(image: Image, content: bytes) -> None:
    """Decode enough to know that nothing is missing: a small version of a JPEG, sums of a PNG."""
    if image.format == "PNG":
        image.verify()
        if not content.rstrip(b"\0").endswith(b"IEND\xaeB`\x82"):
            raise _broken()
        return
    if image.format == "JPEG":
        image.draft("L", (max(1, image.width // 8), max(1, image.height // 8)))
    image.load()


def resolution(image: Image) -> tuple[float, float]:
    """Dots per inch, across and down; a picture that says nothing sensible is taken for the screen's."""
    found = image.info.get("dpi", (SCREEN, SCREEN))
    across, down = float(found[0]), float(found[1])
    if not all(_SENSIBLE[0] <= dpi <= _SENSIBLE[1] for dpi in (across, down)):
        return SCREEN, SCREEN
    if orientation(image) >= 5:  # lying on its side
        across, down = down, across
    return across, down


def orientation(image: Image) -> int:
    """How a picture must be turned, as its EXIF data say; `UPRIGHT` for one that need not be."""
    if image.format == "PNG" and "exif" not in image.info:
        return UPRIGHT  # to look for it behind the pixels would decode them all
    return int(image.getexif().get(_ORIENTATION, UPRIGHT))


def _unknown(content: bytes) -> BadPicture:
    start = content[:1000].lstrip()
    if start.startswith((b"<svg", b"<?xml", b"<!DOCTYPE svg")) and b"<svg" in start:
        return BadPicture(
            Text("不能使用 SVG 图片", "SVG pictures cannot be used"),
            Text("请把它导出为 PNG。", "Export it as PNG."),
        )
    return BadPicture(
        Text("这不是可以使用的图片", "this is no picture that can be used"),
        Text(
            "请提供 PNG、JPEG、GIF、BMP、TIFF 或 WebP 图片。",
            "Give a PNG, JPEG, GIF, BMP, TIFF or WebP picture.",
        ),
    )


def _broken() -> BadPicture:
    return BadPicture(
        Text("图片已损坏或不完整", "the picture is damaged or cut short"),
        Text("请换一个完整的图片文件。", "Use a picture file that is whole."),
    )


def _too_large(limits: Limits) -> BadPicture:
    most = f"{limits.pixels:,}"
    return BadPicture(
        Text("图片太大", "the picture is too large"),
        Text(
            f"请缩小到 {most} 像素以内；确实需要时可以调高 Limits.pixels。",
            f"Make it no larger than {most} pixels; where it is right, raise Limits.pixels.",
        ),
    )


def _too_many_bytes(limits: Limits) -> BadPicture:
    most = f"{limits.file:,}"
    return BadPicture(
        Text("图片文件太大", "the picture's file is too large"),
        Text(
            f"请压缩到 {most} 字节以内；确实需要时可以调高 Limits.file。",
            f"Make it no larger than {most} bytes; where it is right, raise Limits.file.",
        ),
    )
