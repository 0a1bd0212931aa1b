"""The PDF of an anonymous volume: how many pages it has, and what it says of itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePath

import pypdf
from pypdf.errors import PyPdfError

from kadocs.audit.blind.parcel import Blind, error
from kadocs.findings import Finding, Place, Text

_MANY = Text("暗标有 {n} 页，招标文件限 {m} 页", "the anonymous volume has {n} pages; the tender allows {m}")
_MANY_HINT = Text(
    "请精简方案；图表和表格也算页数，目录和封面是否计入以招标文件为准",
    "Shorten the proposal; tables and pictures count, and the tender says whether contents and cover do",
)
_SAYS = Text("PDF 属性里写着“{w}”", "the properties of the PDF say “{w}”")
_SAYS_HINT = Text("请清空模板的文档属性后重新生成", "Clear the properties of the template, and build again")
_TOLD = ("/Title", "/Author", "/Subject", "/Keywords", "/Company", "/Manager")


def within(path: PurePath, data: bytes, of: Blind) -> Iterator[Finding]:
    """What is wrong with the pages and the properties of a PDF; nothing where it cannot be read."""
    try:
        book = pypdf.PdfReader(io.BytesIO(data))
        count, about = len(book.pages), dict(book.metadata or {})
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OSError):
        return
    if of.most_pages and count > of.most_pages:
        message = _MANY.fill(n=count, m=of.most_pages)
        yield error("AUD024", Place(path.name), message, _MANY_HINT)
    for name in _TOLD:
        if said := str(about.get(name) or "").strip():
            yield error("AUD022", Place(path.name), _SAYS.fill(w=said[:40]), _SAYS_HINT)
