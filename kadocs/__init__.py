"""kadocs: every document of a key-account deal, from one deal file and your own Word and Excel templates.

As a library: `kadocs.Template` fills a Word template, with values such as `kadocs.RichText`,
`kadocs.InlineImage`, `kadocs.Markdown` or `kadocs.Subdocument` where text is not enough;
`kadocs.ExcelTemplate` fills an Excel template;
`kadocs.Deal` is the deal's model, and `kadocs.build(kadocs.Request(…))` does what the command
`kadocs build` does.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kadocs.model import Deal
    from kadocs.pipeline import Request, build
    from kadocs.render.excel import ExcelTemplate
    from kadocs.render.word import (
        Chart,
        Hyperlink,
        InlineImage,
        Listing,
        Markdown,
        PageBreak,
        RichText,
        RichTextParagraph,
        Subdocument,
        Template,
    )

__version__ = "0.1.0"
__all__ = [
    "Chart",
    "Deal",
    "ExcelTemplate",
    "Hyperlink",
    "InlineImage",
    "Listing",
    "Markdown",
    "PageBreak",
    "Request",
    "RichText",
    "RichTextParagraph",
    "Subdocument",
    "Template",
    "__version__",
    "build",
]

# The rooms load heavy libraries, which `kadocs --help` must not wait for.
_HOMES = {
    "Deal": "kadocs.model",
    "ExcelTemplate": "kadocs.render.excel",
    "Request": "kadocs.pipeline",
    **dict.fromkeys(
        (
            "Chart",
            "Hyperlink",
            "InlineImage",
            "Listing",
            "Markdown",
            "PageBreak",
            "RichText",
            "RichTextParagraph",
            "Subdocument",
            "Template",
        ),
        "kadocs.render.word",
    ),
    "build": "kadocs.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kadocs' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
