"""A document laid out: its PDF, and the page on which each bookmark lands."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from hashlib import sha256

from kadocs.office import converting

_FILTER = {
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out: its PDF, and the page (from 1) on which each bookmark lands."""

    pdf: bytes
    pages: dict[str, int]


def lay_out(document: bytes, name: str) -> Layout:
    """The layout of a .docx, or of an .xlsx if its `name` says so, by which findings call it.

    Raises `Refused`: OUT010 without LibreOffice, OUT011 where it fails or takes too long.
    """
    suffix, program = (".xlsx", "calc") if name.lower().endswith((".xlsx", ".xltx")) else (".docx", "writer")
    target = f"pdf:{program}_pdf_Export:{json.dumps(_FILTER)}"
    data = converting.convert(document, suffix, target, name)
    if not data.startswith(b"%PDF"):
        raise converting.failure(name)
    return Layout(_timeless(data, document), _pages(data, name))


def pages(document: bytes, name: str) -> dict[str, int]:
    """The page (from 1) on which each bookmark of a .docx lands. Raises `Refused` as `lay_out` does."""
    return lay_out(document, name).pages


def _pages(pdf: bytes, name: str) -> dict[str, int]:
    from pypdf import PdfReader  # heavy, and only needed here
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(pdf))
        found = {key: reader.get_destination_page_number(at) for key, at in reader.named_destinations.items()}
    except PyPdfError:
        raise converting.failure(name) from None
    return {_bookmark(key): page + 1 for key, page in found.items() if page is not None}


def _timeless(pdf: bytes, document: bytes) -> bytes:
    """The PDF with a fixed date and an id drawn from its document: the same document, the same bytes."""
    stamp = sha256(document).hexdigest()[:32].upper().encode()
    dated = re.sub(rb"(/CreationDate\(D:)\d{14}", rb"\g<1>19800101000000", pdf)
    return re.sub(rb"(/ID \[ <|\n<|/DocChecksum /)[0-9A-F]{32}", lambda found: found[1] + stamp, dated)


def _bookmark(destination: str) -> str:
    """The bookmark behind a destination, in which LibreOffice writes `_` as `/5F`."""
    return re.sub(r"/([0-9A-F]{2})", lambda match: chr(int(match[1], 16)), destination)
