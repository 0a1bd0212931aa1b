"""What a picture says of itself beside what it shows: EXIF, comments, text chunks, XMP."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image
from PIL.ExifTags import IFD

_PNG = b"\x89PNG\r\n\x1a\n"
_KINDS = (_PNG, b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF", b"BM")
_CHUNK = struct.Struct(">L4s")
_MOST = 1 << 20
_NOT_WORDS = frozenset({"icc_profile", "exif", "dpi", "gamma", "jfif", "transparency", "palette"})


def is_picture(data: bytes) -> bool:
    """Whether these bytes are a picture with metadata that can be read."""
    return data.startswith(_KINDS)


def remarks(data: bytes) -> Iterator[str]:
    """The texts in a picture's metadata; none where it is damaged, for then no program shows it."""
    try:
        with Image.open(io.BytesIO(data)) as picture:  # only its head is read, not its pixels
            values = [value for key, value in picture.info.items() if key not in _NOT_WORDS]
            exif = picture.getexif()
            values += [*exif.values(), *(exif.get_ifd(IFD.Exif).values())]
            values += _chunks(data) if picture.format == "PNG" else []
    except (OSError, ValueError, SyntaxError, zlib.error, Image.DecompressionBombError):
        return
    for value in values:
        yield from _texts(value)


def _chunks(data: bytes) -> Iterator[bytes]:
    """The text chunks of a PNG, those behind its pixels too."""
    at = len(_PNG)
    while at + 8 <= len(data):
        size, kind = _CHUNK.unpack_from(data, at)
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield from _unpacked(kind, data[at + 8 : at + 8 + size])
        at += size + 12


def _unpacked(kind: bytes, chunk: bytes) -> Iterator[bytes]:
    keyword, _, rest = chunk.partition(b"\0")
    yield keyword
    if kind == b"tEXt":
        yield rest
    elif kind == b"zTXt":
        yield zlib.decompressobj().decompress(rest[1:], _MOST)
    else:
        packed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
        yield zlib.decompressobj().decompress(text, _MOST) if packed else text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        for encoding in ("utf-8", "utf-16-le"):  # which of them it is, only some fields say
            yield value.removeprefix(b"UNICODE\0").decode(encoding, errors="replace")
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)
