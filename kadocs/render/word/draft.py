"""A draft says so at the head of its pages."""

from __future__ import annotations

from kadocs.findings import Text

_WORD = Text("草稿", "DRAFT")
_PARAGRAPH = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:rPr><w:b/><w:color w:val="C00000"/></w:rPr><w:t>{}</w:t></w:r></w:p>'
)
_END = b"</w:hdr>"


def stamp(header: bytes, language: str) -> bytes:
    """The header part with a last paragraph that says 草稿 or DRAFT.

    A paragraph of its own, because what stands in the template's may be laid out by tabs.
    """
    head, end, tail = header.rpartition(_END)
    return head + _PARAGRAPH.format(_WORD.in_(language)).encode() + end + tail if end else header
