"""A whole Word file as a value."""

from __future__ import annotations

import os
from typing import BinaryIO

from kadocs.findings import Refused
from kadocs.render.word import insertion
from kadocs.render.word.insertion import Inserted
from kadocs.render.word.values.faults import BadDocument
from kadocs.render.word.values.image import bytes_or_name
from kadocs.render.word.values.value import Value, Writer


class Subdocument(Value):
    """A Word file put in at `{{p … }}`, with its styles, lists, pictures, links and notes.

    `source` is the file's bytes, a file open for reading, or a path, which is read by the `files`
    function of the template. A style that the template has by the same name is the template's; others
    are brought along. The file's own page settings, headers and footers stay behind, and tags in it
    are text: to have them filled, `{% include "part.docx" %}` it.
    """

    def __init__(self, source: bytes | str | os.PathLike[str] | BinaryIO) -> None:
        self._source = bytes_or_name(source)
        self._inserted: Inserted | None = None

    def paragraphs(self, writer: Writer) -> str:
        """The file's paragraphs and tables."""
        source = self._source
        inserted = self._inserted
        if inserted is None:
            try:
                inserted = insertion.read(writer.file(source) if isinstance(source, str) else source, "")
            except Refused as refused:
                raise BadDocument(refused.findings[0].message, refused.findings[0].hint) from None
            self._inserted = inserted if isinstance(source, bytes) else None
        out = insertion.insert(inserted, writer.additions, writer.state.part, writer.state.outline)
        return f"{out}<w:p/>" if out.endswith("</w:tbl>") else out
