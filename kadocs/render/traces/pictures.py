"""Pictures without what they say of themselves: camera, place, author, comments; no pixel changes.

A JPEG keeps its colours (ICC, Adobe) and which way is up, a PNG all that concerns its look. Kinds in which
such words lie among the pixels (TIFF) are left as they are.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

_JPEG, _PNG, _GIF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8"

_COMMENT, _APP, _SCAN, _END = 0xFE, range(0xE0, 0xF0), 0xDA, b"\xff\xd9"
_LOOKS = (b"JFIF\0", b"ICC_PROFILE\0", b"Adobe")
_EXIF = b"Exif\0\0"
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
_ORIENTATION = {
    b"MM": re.compile(rb"\x01\x12\x00\x03\x00\x00\x00\x01\x00([\x02-\x08])"),
    b"II": re.compile(rb"\x12\x01\x03\x00\x01\x00\x00\x00([\x02-\x08])\x00"),
}
_TURNED = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0%c\0\0\0\0\0\0"
"""An Exif segment that says nothing but which way is up (Exif 2.3, 4.6.4)."""

_CHUNK = struct.Struct(">L4s")
_WORDS = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME")
_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B


def bare(content: bytes) -> bytes:
    """The same picture without its metadata; `content` itself where it has none, or is damaged."""
    try:
        if content.startswith(_JPEG):
            found = b"".join(_segments(content))
        elif content.startswith(_PNG):
            found = b"".join(_chunks(content))
        elif content.startswith(_GIF):
            found = b"".join(_blocks(content))
        else:
            return content
    except (struct.error, IndexError, ValueError):
        return content
    return content if found == content else found


def _segments(content: bytes) -> Iterator[bytes]:
    """The segments of a JPEG to keep (ITU T.81, annex B); what follows its end is not of the picture."""
    yield content[:2]
    at = 2
    while content[at : at + 2] != _END:
        marker = _MARKER.match(content, at)
        if marker is None:
            raise ValueError("a segment begins without its marker")
        kind, start = marker[1][0], marker.end()
        end = start + int.from_bytes(content[start : start + 2], "big")
        if end <= start:
            raise ValueError("a segment ends before it begins")
        if kind == _SCAN:  # its pixels follow, in which no marker stands
            following = _MARKER.search(content, end)
            if following is None:
                raise ValueError("a picture without its end")
            end = following.start()
        yield _kept(kind, content[start + 2 : end], content[at:end])
        at = end
    yield _END


def _kept(kind: int, said: bytes, segment: bytes) -> bytes:
    if kind == _COMMENT:
        return b""
    if kind not in _APP or said.startswith(_LOOKS):
        return segment
    turned = (
        _ORIENTATION[said[6:8]].search(said) if said.startswith(_EXIF) and said[6:8] in _ORIENTATION else None
    )
    if turned is None:
        return b""
    left = _TURNED % turned[1]
    return b"\xff\xe1" + (len(left) + 2).to_bytes(2, "big") + left


def _chunks(content: bytes) -> Iterator[bytes]:
    """The chunks of a PNG to keep (PNG, 5.3)."""
    yield _PNG
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        size, kind = _CHUNK.unpack_from(content, at)
        end = at + size + 12
        if end > len(content):
            raise ValueError("a chunk is cut short")
        if kind not in _WORDS:
            yield content[at:end]
        at = end


def _blocks(content: bytes) -> Iterator[bytes]:
    """The blocks of a GIF to keep: no comments, no XMP (GIF89a, 23 to 26)."""
    at = 13 + _colours(content[10])
    yield content[:at]
    while content[at] != _TRAILER:
        start, kind = at, content[at]
        if kind == _IMAGE:
            at += 10 + _colours(content[at + 9]) + 1
        elif kind == _EXTENSION:
            at += 2
        else:
            raise ValueError("a block of no known kind")
        said = at
        while content[at]:
            at += content[at] + 1
        at += 1
        words = kind == _EXTENSION and (
            content[start + 1] == _COMMENT or content[said + 1 : said + 9] == b"XMP Data"
        )
        if not words:
            yield content[start:at]
    yield content[at : at + 1]


def _colours(flags: int) -> int:
    """The bytes of the table of colours of which these flags tell."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0
