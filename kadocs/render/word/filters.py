"""The filters of Word templates that make more than text: pictures, links, lists, Markdown, files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from jinja2 import pass_context

from kadocs.findings import Text
from kadocs.render.filters import Filter, guarded
from kadocs.render.word.values.bookmarked import Bookmarked, PageNumber
from kadocs.render.word.values.bullets import Bullets
from kadocs.render.word.values.diagram import Diagram
from kadocs.render.word.values.faults import UnfitValue
from kadocs.render.word.values.image import InlineImage, Size
from kadocs.render.word.values.links import Hyperlink
from kadocs.render.word.values.markdown import Markdown
from kadocs.render.word.values.scanned import Scans
from kadocs.render.word.values.subdocument import Subdocument

if TYPE_CHECKING:
    from kadocs.render.environment import Context
    from kadocs.render.word.state import Render


def image(value: object, width: Size = None, height: Size = None, alt: str = "") -> InlineImage:
    """The picture that a path, bytes or an InlineImage stand for, in this size ("4cm", "50%")."""
    if isinstance(value, InlineImage):
        return value.resized(width, height, alt)
    return InlineImage(value, width, height, alt=alt)  # type: ignore[arg-type]


def diagram(value: object, width: Size = None) -> Diagram:
    """The tree that `nodes` describe, drawn as boxes and lines no wider than the text, or than `width`."""
    return Diagram(value, width)


def link(value: object, text: object = None) -> Hyperlink:
    """A link to the address in `value`, shown as `text` or as the address itself."""
    address = str(value)
    return Hyperlink(address.removeprefix("mailto:").removeprefix("tel:") if text is None else text, address)


def bullets(value: object) -> Bullets:
    """The items of a list as bullet points, each a paragraph: print it with `{{p … }}`."""
    if isinstance(value, str | dict) or not hasattr(value, "__iter__"):
        raise UnfitValue(
            Text("bullets 前面的值不是列表", "the value before bullets is not a list"),
            Text("请给出一组值，或直接印出它。", "Give a list, or print the value as it is."),
        )
    return Bullets(value)


def markdown(value: object, table: str = "", level: int = 1) -> Markdown:
    """Text in Markdown as paragraphs, lists and tables: print it with `{{p … }}`."""
    return value if isinstance(value, Markdown) else Markdown(value, table=table, level=level)


def subdocument(value: object) -> Subdocument:
    """The Word file that a path or bytes stand for, with its tags filled: print it with `{{p … }}`."""
    return value if isinstance(value, Subdocument) else Subdocument(value)  # type: ignore[arg-type]


def bookmark(value: object, name: object) -> Bookmarked:
    """The value itself, in a bookmark of this name, to which `page` leads."""
    return Bookmarked(value, name)


def scans(value: object, once: bool = False, *, document: Render) -> Scans:
    """The pages of the scanned papers whose files are named, each a picture; a PDF has several.

    With `once`, none where the document shows them already.
    """
    return value if isinstance(value, Scans) else Scans(str(value), document, once=once)


def page(value: object) -> PageNumber:
    """The number of the page on which the bookmark of this name is."""
    return PageNumber(value)


FILTERS: Mapping[str, Filter] = MappingProxyType(
    {
        "image": image,
        "diagram": diagram,
        "link": link,
        "bullets": bullets,
        "markdown": markdown,
        "subdocument": subdocument,
        "scans": scans,
        "bookmark": bookmark,
        "page": page,
    }
)
"""These filters by their names in templates."""


def filters() -> dict[str, Filter]:
    """The filters as an environment takes them: an absent value passes through."""
    plain = {name: guarded(name, function) for name, function in FILTERS.items()}
    return {**plain, "scans": _scans}


@pass_context
def _scans(context: Context, value: object, *args: object, **options: object) -> object:
    """`scans`, told of the document whose files it reads."""
    bound = partial(scans, document=context.render.document)
    return guarded("scans", bound)(value, *args, **options)
