"""The text of a PDF, page by page, and what it says of itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.errors import PyPdfError

from kadocs.audit import archives
from kadocs.audit.parts import Part, Unread
from kadocs.findings import Fault, Text

_PROPERTIES = Text("文档属性", "Properties")
_REMARKS = Text("批注、链接和书签", "comments, links, bookmarks")
_NO_TEXT = Text("是扫描件，没有文字可读", "it is a scan, without text to read")


def read(file: str, way: tuple[Text, ...], name: str, data: bytes) -> Iterator[Part | Unread]:
    """The text of each page, of annotations and metadata, and of attached files' names.

    Raises `Fault` where the PDF is damaged or has a password.
    """
    try:
        book = pypdf.PdfReader(io.BytesIO(data))
        if book.is_encrypted and not book.decrypt(""):
            raise Fault(archives.LOCKED)
        pages = [page.extract_text() for page in book.pages]
        about = [str(value) for value in (book.metadata or {}).values() if value]
        remarks = [*_annotations(book), *_bookmarks(book), *(str(each) for each in book.attachments)]
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError):
        raise Fault(archives.BROKEN) from None
    for number, text in enumerate(pages, 1):
        yield Part(file, (*way, Text(f"第{number}页", f"page {number}")), text)
    yield Part(file, (*way, _PROPERTIES), "\n".join(about), hidden=True)
    yield Part(file, (*way, _REMARKS), "\n".join(remarks), hidden=True)
    if pages and not any(text.strip() for text in pages):
        yield Unread(file, way, _NO_TEXT)


def _annotations(book: pypdf.PdfReader) -> Iterator[str]:
    for page in book.pages:
        for each in page.get("/Annots") or ():
            said = each.get_object()
            action = said.get("/A") or {}
            yield from (str(value) for value in (said.get("/Contents"), action.get("/URI")) if value)


def _bookmarks(book: pypdf.PdfReader) -> Iterator[str]:
    waiting: list[Any] = list(book.outline)
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += each
        elif each.title:
            yield each.title
