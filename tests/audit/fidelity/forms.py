"""Small forms as tenders issue them, for the tests of what may change in them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache

import docx
from docx.document import Document

from kadocs.audit.fidelity import Compared, Form, compare, finished

START = "start"
Lines = Sequence[str | Sequence[Sequence[str]]]
"""The paragraphs of a form; a table is a sequence of rows."""


@cache
def form(*lines: str | Sequence[Sequence[str]]) -> bytes:
    """A Word file with these paragraphs and tables. `_x_` in a paragraph is underlined."""
    document = docx.Document()
    for line in lines:
        if isinstance(line, str):
            _paragraph(document, line)
        else:
            _table(document, line)
    return saved(document)


def saved(document: Document) -> bytes:
    """The bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraph(document: Document, line: str) -> None:
    paragraph = document.add_paragraph()
    for number, piece in enumerate(line.split("~")):
        paragraph.add_run(piece).underline = bool(number % 2) or None


def _table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(0, max(map(len, rows)))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def result(issued: bytes | None, copy: bytes, done: bytes, *, grows: bool = False) -> Compared:
    """What came of comparing a finished file that holds nothing but the form."""
    document = docx.Document(io.BytesIO(done))
    first = document.element.body[0]
    first.addprevious(
        first.makeelement(f"{{{first.nsmap['w']}}}bookmarkStart", {f"{{{first.nsmap['w']}}}name": START})
    )
    part = finished(saved(document), "volume.docx", [START])[START]
    return compare(Form(copy, "copy.docx", issued, "issued.docx", grows), part)


def changes(compared: Compared) -> list[tuple[str | None, str | None]]:
    """What was changed, each as it was and as it is."""
    return [(change.issued, change.finished) for change in compared.changes]


def fills(compared: Compared) -> dict[str, str]:
    """What fills the blanks, by what stands by them."""
    return {filled.label: filled.text for filled in compared.filled}
