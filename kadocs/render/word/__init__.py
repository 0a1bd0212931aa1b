"""The Word engine: templates in docxtpl's syntax, compiled once and rendered many times."""

from kadocs.render.word.template import Template
from kadocs.render.word.values import (
    RP,
    Chart,
    Hyperlink,
    InlineImage,
    Listing,
    Markdown,
    PageBreak,
    R,
    RichText,
    RichTextParagraph,
    Subdocument,
)

__all__ = [
    "RP",
    "Chart",
    "Hyperlink",
    "InlineImage",
    "Listing",
    "Markdown",
    "PageBreak",
    "R",
    "RichText",
    "RichTextParagraph",
    "Subdocument",
    "Template",
]
