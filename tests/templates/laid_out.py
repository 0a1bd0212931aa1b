"""A shipped document as LibreOffice lays it out: the words on each page."""

from __future__ import annotations

import io

from pypdf import PdfReader

from kadocs import office
from tests.templates.printed import Document


def pages(found: Document) -> list[str]:
    """The words on each page, without blanks."""
    pdf = office.lay_out(found.data, "document.docx").pdf
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def together(found: Document, *wanted: str) -> bool:
    """Whether some page has all of these words on it, and no page is empty."""
    laid = pages(found)
    asked = ["".join(text.split()) for text in wanted]
    return all(laid) and any(all(text in page for text in asked) for page in laid)
