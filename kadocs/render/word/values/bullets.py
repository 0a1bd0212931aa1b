"""A list of values as list paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from kadocs.render.undefined import absent
from kadocs.render.values import shown
from kadocs.render.word.values.numbering import bulleted
from kadocs.render.word.values.value import Value, Writer


class Bullets(Value):
    """Each item as a paragraph of a list.

    Where the tag's own paragraph is a list item already, all look like it; else they have the
    template's style for bullets ("List Bullet"), or plain bullets where it has none.
    """

    def __init__(self, items: Iterable[object]) -> None:
        self._items = list(items)

    def __bool__(self) -> bool:
        return bool(self._items)

    def __str__(self) -> str:
        return "\n".join(map(str, self._items))

    def paragraphs(self, writer: Writer) -> str:
        """One paragraph an item."""
        opening = writer.opening if writer.in_list else bulleted(writer, 0)
        return "".join(f"{opening}{_runs(item, writer)}</w:p>" for item in self._items)


def _runs(item: object, writer: Writer) -> str:
    if absent(item):
        return writer.state.gap_run(item, writer.site)
    if isinstance(item, Value):
        return item.runs(writer)
    return writer.run(shown(item, writer.state.document.language))
