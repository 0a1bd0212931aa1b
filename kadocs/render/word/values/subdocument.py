"""A whole Word file as a value."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import BinaryIO

from kadocs.render.word import insertion
from kadocs.render.word.values.image import bytes_or_name
from kadocs.render.word.values.value import Value, Writer

_NAMELESS = "subdocument.docx"


class Subdocument(Value):
    """A Word file put in at `{{p … }}`, with its styles, lists, pictures, links, notes and comments.

    `source` is the file's bytes, a file open for reading, or a path, which is read by the `files`
    function of the template. Its tags are filled with the names that its own tag sees. A style that the
    template has by the same name is the template's; others are brought along, looking as they did. Pages
    within the file keep their size and margins; its headers and footers stay behind. `name` is what
    findings call it.
    """

    def __init__(self, source: bytes | str | os.PathLike[str] | BinaryIO, name: str = "") -> None:
        self._source = bytes_or_name(source)
        self._name = name or (self._source if isinstance(self._source, str) else _name_of(source))

    def paragraphs(self, writer: Writer) -> str:
        """The file's paragraphs and tables."""
        source = self._source
        content = writer.file(source) if isinstance(source, str) else source
        inserted = writer.state.document.nested.filled(content, self._name, writer)
        outline, section = writer.state.outline, writer.site.section
        out = insertion.insert(inserted, writer.additions, writer.part, outline, section)
        return f"{out}<w:p/>" if out.endswith("</w:tbl>") else out


def _name_of(source: object) -> str:
    """The name of an open file, if it has one."""
    name = getattr(source, "name", "")
    return PurePath(name).name if isinstance(name, str) and name else _NAMELESS
