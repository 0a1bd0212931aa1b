"""A document of which only the cover differs from another: that alone is laid out, the rest is taken over."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

_BODY = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SECTION = f"{_W}sectPr"
_NUMBERED = (f"{_W}headerReference", f"{_W}footerReference")
_LOOKS = ("/Contents", "/Resources", "/Annots")


def cover(document: bytes) -> bytes | None:
    """The .docx with its first section only; None where that is no cover, but has a header or footer."""
    with zipfile.ZipFile(io.BytesIO(document)) as source:
        root = etree.fromstring(source.read(_BODY), etree.XMLParser(resolve_entities=False, huge_tree=True))
        body = root.find(f"{_W}body")
        if body is None or not _kept(body):
            return None
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as target:
            for each in source.infolist():
                held = etree.tostring(root) if each.filename == _BODY else source.read(each)
                target.writestr(each, held)
    return written.getvalue()


def _kept(body: etree._Element) -> bool:
    """Drop all behind the first section; whether there was one that prints no running numbers."""
    section = body.find(f"{_W}p/{_W}pPr/{_SECTION}")
    if section is None or any(section.find(each) is not None for each in _NUMBERED):
        return False
    last = next(each for each in section.iterancestors() if each.getparent() is body)
    for following in list(last.itersiblings()):
        body.remove(following)
    body.append(section)
    return True


def covered(pdf: bytes, cover: bytes) -> bytes:
    """The PDF with its first pages looking like those of `cover`; all that leads to them still does."""
    from pypdf import PdfReader, PdfWriter  # heavy, and only needed here
    from pypdf.generic import NameObject

    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    for page, other in zip(writer.pages, PdfReader(io.BytesIO(cover)).pages, strict=False):
        for key in _LOOKS:
            page.pop(NameObject(key), None)
            if key in other:
                page[NameObject(key)] = other.raw_get(key).clone(writer)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()
