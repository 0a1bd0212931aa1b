"""A document laid out: its PDF, and the page on which each bookmark lands; it only measures."""

from __future__ import annotations

import base64
import html
import io
import json
import re
import string
import zipfile
from dataclasses import dataclass
from urllib.parse import quote

from kadocs.office import converting

_FILTER = {
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}


_BODY = "word/document.xml"
_PICTURES = "word/media/"
_LARGE = 500_000
"""How many bytes of pictures are worth leaving out."""

_DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=="
)
"""A picture of one point, as PNG; programs look at what pictures hold, not at their names."""

_BOOKMARK = re.compile(rb'<w:bookmarkStart [^>]*?w:name="([^"]*)"')
_SPECIAL = re.compile(r"[^A-Za-z0-9-]")


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out: LibreOffice's PDF, the page (from 1) of each bookmark; `count` pages."""

    pdf: bytes
    pages: dict[str, int]
    count: int = 1


def lay_out(document: bytes, name: str) -> Layout:
    """The layout of a .docx, or of an .xlsx if its `name` says so, by which findings call it.

    Raises `Refused`: OUT010 without LibreOffice, OUT011 where it fails or takes too long.
    """
    suffix, program = (".xlsx", "calc") if name.lower().endswith((".xlsx", ".xltx")) else (".docx", "writer")
    target = f"pdf:{program}_pdf_Export:{json.dumps(_FILTER)}"
    data = converting.convert(document, suffix, target, name)
    if not data.startswith(b"%PDF"):
        raise converting.failure(name)
    return _read(data, document, name)


def light(document: bytes) -> bytes:
    """The .docx with a dot in place of each picture, which lands on the same pages and is laid out sooner.

    Pictures say their sizes where they stand. One without large pictures is returned as it is.
    """
    source = zipfile.ZipFile(io.BytesIO(document))
    pictures = {each.filename: each for each in source.infolist() if each.filename.startswith(_PICTURES)}
    if sum(each.file_size for each in pictures.values()) < _LARGE:
        return document
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as target:
        for each in source.infolist():
            target.writestr(each, _DOT if each.filename in pictures else source.read(each))
    return written.getvalue()


def pages(document: bytes, name: str) -> dict[str, int]:
    """The page (from 1) on which each bookmark of a .docx lands. Raises `Refused` as `lay_out` does."""
    return lay_out(document, name).pages


def _read(pdf: bytes, document: bytes, name: str) -> Layout:
    from pypdf import PdfReader  # heavy, and only needed here
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(pdf))
        found = {key: reader.get_destination_page_number(at) for key, at in reader.named_destinations.items()}
        count = len(reader.pages)
    except PyPdfError:
        raise converting.failure(name) from None
    # What LibreOffice writes for a name cannot be read back for certain, so each is written the same way.
    names = {_destination(bookmark): bookmark for bookmark in _bookmarks(document)}
    pages = {names[key]: page + 1 for key, page in found.items() if page is not None and key in names}
    return Layout(pdf, pages, count)


def _bookmarks(document: bytes) -> list[str]:
    """The names of all bookmarks in a .docx; an .xlsx has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as file:
            xml = file.read(_BODY) if _BODY in file.namelist() else b""
    except zipfile.BadZipFile:
        return []
    return [html.unescape(name.decode("utf-8", "replace")) for name in _BOOKMARK.findall(xml)]


def _destination(bookmark: str) -> str:
    """The destination that LibreOffice makes of a bookmark.

    What is not ASCII is percent-encoded first; then all but letters, digits and hyphens becomes two digits.
    """
    letters = quote(bookmark, safe=string.printable)
    return "/" + _SPECIAL.sub(lambda match: f"{ord(match[0]):02X}", letters)
