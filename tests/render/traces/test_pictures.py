"""Pictures lose what they say of themselves, and no pixel."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from kadocs.audit import pictures as audited
from kadocs.render import word
from kadocs.render.traces.pictures import bare
from kadocs.render.word import InlineImage
from tests.render.word.docs import template

SECRET = "成本 8,050,000"
ORIENTATION, ARTIST, GPS = 0x0112, 0x013B, 0x8825


def exif(orientation: int = 1) -> Image.Exif:
    said = Image.Exif()
    said[ORIENTATION] = orientation
    said[ARTIST] = "Zhang San"
    said.get_ifd(GPS)[1] = "N"
    return said


def saved(kind: str, **options: object) -> bytes:
    picture = Image.linear_gradient("L").resize((64, 48))
    out = io.BytesIO()
    (picture if kind == "GIF" else picture.convert("RGB")).save(out, kind, **options)
    return out.getvalue()


def jpeg(orientation: int = 1, **options: object) -> bytes:
    return saved("JPEG", exif=exif(orientation), comment=SECRET.encode(), dpi=(150, 150), **options)


def png() -> bytes:
    said = PngInfo()
    said.add_text("Author", "Zhang San")
    said.add_itxt("XML:com.adobe.xmp", SECRET, zip=True)
    return saved("PNG", pnginfo=said, exif=exif(), dpi=(150, 150))


def gif() -> bytes:
    return saved("GIF", comment=SECRET.encode())


PICTURES: dict[str, Callable[[], bytes]] = {
    "jpeg": jpeg,
    "progressive jpeg": lambda: jpeg(progressive=True),
    "jpeg with something behind it": lambda: jpeg() + jpeg(),
    "png": png,
    "png with something behind it": lambda: png() + SECRET.encode(),
    "gif": gif,
}


def pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).convert("RGB").tobytes()


@pytest.mark.parametrize("made", PICTURES.values(), ids=PICTURES)
def test_words_go_and_pixels_stay(made):
    before = made()
    after = bare(before)
    assert len(after) < len(before)
    assert pixels(after) == pixels(before)
    assert not any("Zhang" in said or SECRET in said for said in audited.remarks(after))
    for said in (SECRET.encode(), b"Zhang San"):
        assert said not in after
    assert bare(after) is after


@pytest.mark.parametrize("made", [jpeg, png])
def test_the_resolution_stays(made):
    found = Image.open(io.BytesIO(bare(made()))).info["dpi"]
    assert [round(dpi) for dpi in found] == [150, 150]


@pytest.mark.parametrize("orientation", range(2, 9))
def test_which_way_is_up_stays_and_nothing_else(orientation):
    left = Image.open(io.BytesIO(bare(jpeg(orientation)))).getexif()
    assert dict(left) == {ORIENTATION: orientation}


def test_colours_stay():
    profile = b"profile" * 9
    cmyk = io.BytesIO()
    Image.new("CMYK", (8, 8), (10, 200, 30, 40)).save(cmyk, "JPEG", icc_profile=profile, comment=b"x")
    after = bare(cmyk.getvalue())
    assert Image.open(io.BytesIO(after)).info["icc_profile"] == profile
    assert pixels(after) == pixels(cmyk.getvalue())


@pytest.mark.parametrize("made", PICTURES.values(), ids=PICTURES)
def test_what_is_damaged_is_left_alone(made):
    whole = made()
    for length in range(3, len(whole), max(1, len(whole) // 40)):
        cut = whole[:length]
        assert bare(cut) in (cut, bare(whole))
    assert bare(b"no picture") == b"no picture"


def remarks(document: bytes) -> list[str]:
    """What the pictures in a document say of themselves."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        named = [name for name in package.namelist() if "/media/" in name]
        assert named
        return [said for name in named for said in audited.remarks(package.read(name))]


def test_a_picture_that_a_value_puts_in_says_nothing():
    assert not remarks(word.Template(template("{{ scan }}")).render({"scan": InlineImage(jpeg())}))


def test_a_picture_of_the_template_says_nothing():
    data = template(lambda document: document.add_picture(io.BytesIO(jpeg())), "{{ x }}")
    assert remarks(data)
    assert not remarks(word.Template(data).render({"x": 1}))
