"""Pictures in an anonymous volume that show whose it is, and what a file may hide in itself."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from PIL import Image, ImageChops, ImageStat

from kadocs.audit import pictures as known
from kadocs.audit.blind.parcel import Blind, Parcel, error
from kadocs.findings import Finding, Severity, Text

_OURS = Text("里面有公司标志或公司资料里的图片", "it has the logo, or a picture out of our own files")
_OURS_HINT = Text("请在模板或方案里换掉这张图", "Replace the picture in the template or in the solution")
_HELD = Text("里面有嵌入的对象", "it has an embedded object")
_HELD_HINT = Text(
    "请改成文字、表格或去掉颜色和名称的图片", "Make it text, a table, or a picture without colours and names"
)
_COLOURED = Text("图片有颜色", "a picture has colours")
_COLOURED_HINT = Text(
    "请存成 PNG 或 JPEG，生成时会转成灰度",
    "Save it as PNG or JPEG, which are made grey when the volume is made",
)
_UNSEEN = Text("这张图片没有检查：{k} 格式", "this picture was not checked: {k}")
_UNSEEN_HINT = Text(
    "请打开看一看有没有名称、标志和颜色；最好换成 PNG",
    "Look for names, logos and colours in it; best make it a PNG",
)
_SIDE = (48, 48)
_ALIKE = 6.0
"""By how much the greys of two pictures differ on average, of 255, that are one picture saved twice."""

_PALE = 14
"""By how much red, green and blue of a point may differ that looks grey."""


def within(parcel: Parcel, of: Blind) -> Iterator[Finding]:
    """What the pictures and embedded files of a volume show."""
    ours = [sight for picture in of.pictures if (sight := _sight(picture)) is not None]
    for name in parcel.names:
        if name.startswith(("word/embeddings/", "word/activeX/")):
            yield error("AUD021", parcel.place(name), _HELD, _HELD_HINT)
        elif name.startswith("word/media/"):
            yield from _seen(parcel, name, ours)


def _seen(parcel: Parcel, name: str, ours: Sequence[Image.Image]) -> Iterator[Finding]:
    data, place = parcel.read(name), parcel.place(name)
    sight = _sight(data) if known.is_picture(data) else None
    if sight is None:
        kind = name.rpartition(".")[2].upper()
        yield Finding("AUD021", Severity.WARNING, place, _UNSEEN.fill(k=kind), _UNSEEN_HINT)
        return
    if any(_alike(sight, mine) for mine in ours):
        yield error("AUD021", place, _OURS, _OURS_HINT)
    if _is_coloured(data):
        yield error("AUD023", place, _COLOURED, _COLOURED_HINT)


def _sight(data: bytes) -> Image.Image | None:
    """A small grey likeness of a picture; None where it cannot be read."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            clear = Image.new("RGBA", picture.size, "white")
            clear.alpha_composite(picture.convert("RGBA"))
            return clear.convert("L").resize(_SIDE)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two likenesses are of one picture; a blank one is like any other and says nothing."""
    plain = any(ImageStat.Stat(each).stddev[0] < 1 for each in (one, other))
    return not plain and ImageStat.Stat(ImageChops.difference(one, other)).mean[0] < _ALIKE


def _is_coloured(data: bytes) -> bool:
    with Image.open(io.BytesIO(data)) as picture:
        if picture.mode in ("1", "L", "LA", "I;16"):
            return False
        red, green, blue = picture.convert("RGB").resize((128, 128)).split()
    apart = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return any(any(each.histogram()[_PALE:]) for each in apart)
