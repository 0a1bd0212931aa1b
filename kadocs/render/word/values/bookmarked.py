"""Values that set a bookmark, and that show the page on which one is."""

from __future__ import annotations

from kadocs.render.values import shown
from kadocs.render.word.bookmarks import named
from kadocs.render.word.entities import quoteattr
from kadocs.render.word.ids import ANNOTATION
from kadocs.render.word.settle import MARK, MARK_END
from kadocs.render.word.values.value import Value, Writer

_RUN = "<w:r>{}{}</w:r>"
_MARK = '<w:fldChar w:fldCharType="{}"/>'
_FRESH = -1
"""The number of a reference that the template has no result for."""


class Bookmarked(Value):
    """What `value` prints, inside a bookmark; `name` is the author's, not Word's."""

    def __init__(self, value: object, name: object) -> None:
        self.value = value
        self.name = str(name)

    def __str__(self) -> str:
        return str(self.value)

    def runs(self, writer: Writer) -> str:
        """The runs of the value between the marks of the bookmark."""
        document, ids = writer.state.document, writer.additions.ids
        name = document.bookmarks.make(self.name, writer.additions.stock.used_ids)
        identity = ids.next(ANNOTATION)
        inner = (
            self.value.runs(writer)
            if isinstance(self.value, Value)
            else writer.run(shown(self.value, document.language))
        )
        start = f'<w:bookmarkStart w:id="{identity}" w:name={quoteattr(name)}/>'
        return f'{start}{inner}<w:bookmarkEnd w:id="{identity}"/>'


class PageNumber(Value):
    """The number of the page on which a bookmark is, as a field that Word can update."""

    def __init__(self, name: object) -> None:
        self.name = str(name)

    def __str__(self) -> str:
        return ""

    def runs(self, writer: Writer) -> str:
        """The field, empty until the document has been laid out; a text where it leads to another."""
        document, used = writer.state.document, writer.additions.stock.used_ids
        name = named(self.name, used)
        if document.companions is not None:
            said = document.companions.said(self.name, name in document.pages, document.language)
            if said is not None:
                return writer.run(said)
        document.bookmarks.ask(self.name, name, writer.site)
        code = quoteattr(name).strip('"')
        text = f'<w:instrText xml:space="preserve"> PAGEREF {code} \\h </w:instrText>'
        result = f"{MARK}+{_FRESH}{MARK_END}PAGEREF {code}{MARK}-{_FRESH}{MARK_END}"
        pieces = (
            _MARK.format("begin"),
            text,
            _MARK.format("separate"),
            f'<w:t xml:space="preserve">{result}</w:t>',
            _MARK.format("end"),
        )
        return "".join(_RUN.format(writer.base, piece) for piece in pieces)
