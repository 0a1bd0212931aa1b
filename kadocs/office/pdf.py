"""A PDF as it is handed over: in its document's language, and the same bytes for the same document."""

from __future__ import annotations

import io
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfWriter

_LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
_FIRST = 4_100_000
"""From here LibreOffice numbers the fonts that it embeds, for as long as it runs."""

_NUMBER = re.compile(rb"/UniqueID (\d+)")
_KEY, _FACTOR, _ADDEND = 55_665, 52_845, 22_719
"""The constants by which the private part of a Type 1 font is disguised (Adobe Type 1 Font Format, 7.2)."""


def finished(pdf: bytes, document: bytes, language: str) -> bytes:
    """LibreOffice's PDF of a document, in a language ("zh", "en"), with nothing of the moment in it.

    The dates, the identifiers and the numbers of embedded fonts are those of the document, not of the run.
    Bookmarks, title, author and subject come from the document itself.
    """
    from pypdf import PdfReader, PdfWriter  # heavy, and only needed here
    from pypdf.generic import ArrayObject, ByteStringObject, NameObject, TextStringObject

    reader = PdfReader(io.BytesIO(_dated(pdf)))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    _number_fonts(writer)
    root: Any = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(_LANGUAGES.get(language, language))
    stamp = ByteStringObject(sha256(document).digest()[:16])
    writer._ID = ArrayObject([stamp, stamp])
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _dated(pdf: bytes) -> bytes:
    """The PDF with a fixed date."""
    return re.sub(rb"(/(?:Creation|Mod)Date\(D:)\d{14}", rb"\g<1>19800101000000", pdf)


def _number_fonts(writer: PdfWriter) -> None:
    """Number the embedded fonts in the order in which they stand."""
    number = _FIRST
    for font in writer._objects:
        if isinstance(font, dict) and "/Length2" in font:
            stream: Any = font
            stream.set_data(_numbered(stream.get_data(), stream["/Length1"], stream["/Length2"], number))
            number += 1


def _numbered(font: bytes, clear: int, private: int, number: int) -> bytes:
    """A Type 1 font with another number, in its clear part and its private one."""
    said = b"/UniqueID %d" % number
    head, disguised, rest = font[:clear], font[clear : clear + private], font[clear + private :]
    old = _NUMBER.search(head)
    if old is None or len(old[0]) != len(said):
        return font
    return _NUMBER.sub(said, head) + _disguised(_NUMBER.sub(said, _plain(disguised))) + rest


def _plain(disguised: bytes) -> bytes:
    key, out = _KEY, bytearray()
    for byte in disguised:
        out.append(byte ^ (key >> 8))
        key = ((byte + key) * _FACTOR + _ADDEND) & 0xFFFF
    return bytes(out)


def _disguised(plain: bytes) -> bytes:
    key, out = _KEY, bytearray()
    for byte in plain:
        out.append(secret := byte ^ (key >> 8))
        key = ((secret + key) * _FACTOR + _ADDEND) & 0xFFFF
    return bytes(out)
