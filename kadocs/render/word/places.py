"""Where a tag stands in a document, in words that its author can follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kadocs.findings import NOTHING, Finding, Place, Text
from kadocs.render.word.markup import TBL, TC, TR, Element, P, T, ancestor

PARTS = {
    "document": Text("正文", "Body"),
    "template": Text("正文", "Body"),
    "header": Text("页眉", "Header"),
    "footer": Text("页脚", "Footer"),
    "footnotes": Text("脚注", "Footnotes"),
    "endnotes": Text("尾注", "Endnotes"),
    "comments": Text("批注", "Comments"),
    "properties": Text("文档属性", "Properties"),
}

COUNTED = (P, TBL, TR)
"""The elements whose numbers make up a position."""

_VISIBLE = 40
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of a template: its part, the heading above it, its position, its visible text.

    In a file that the template includes, `around` leads there: the place of the tag, and the file's name.
    """

    part: Text
    heading: str = ""
    position: Text = NOTHING
    text: str = ""
    around: tuple[Text, ...] = ()

    def told(self) -> Spot:
        """The spot itself, as that of a paragraph which is looked up later."""
        return self

    def place(self, file: str, tag: str = "") -> Place:
        """This spot as a finding's place, narrowed to one tag."""
        steps = (self.part, _same(self.heading), self.position, _same(self.text), _same(shorten(tag, 80)))
        unrepeated = steps if self.text != tag else (*steps[:3], steps[4])
        return Place(file, trail=(*self.around, *(step for step in unrepeated if step != NOTHING)))


def within(outer: Place, finding: Finding) -> Finding:
    """A finding about a file that is put in at `outer`, with both places, and no long chain between them."""
    inner = finding.place
    trail = (*outer.trail, _same(inner.file), *inner.trail)
    if len(trail) > _LONGEST:
        trail = (*trail[: _LONGEST // 2], _same("…"), *trail[-_LONGEST // 2 :])
    return replace(finding, place=Place(outer.file, trail=trail))


class Locator:
    """Finds the spot of any paragraph of one part; counts tables, rows and paragraphs once.

    `known` are the spots of paragraphs, tables and rows that are not where they were written.
    """

    def __init__(
        self,
        root: Element,
        part: Text,
        level: Callable[[Element], int | None],
        known: Mapping[Element, Spot] | None = None,
    ) -> None:
        self._part = part
        self._known = known or {}
        self._tables: dict[Element, int] = {}
        self._rows: dict[Element, int] = {}
        self._columns: dict[Element, int] = {}
        self._headings: dict[Element, str] = {}
        self._ordinals: dict[Element, int] = {}
        self._count(root, level)

    def _count(self, root: Element, level: Callable[[Element], int | None]) -> None:
        heading, rows = "", dict[Element | None, int]()
        for element in root.iter(*COUNTED):
            if element in self._known:
                continue
            if element.tag == TBL:
                self._tables[element] = len(self._tables) + 1
            elif element.tag == TR:
                table = ancestor(element, TBL)
                self._rows[element] = rows[table] = rows.get(table, 0) + 1
            else:
                if not rows or ancestor(element, TC) is None:
                    self._ordinals[element] = len(self._ordinals) + 1
                self._headings[element] = heading
                if level(element) is not None:
                    heading = visible(element)

    def spot(self, paragraph: Element, text: str | None = None) -> Spot:
        """The spot of a paragraph (or of another element that holds text); `text` if it is known."""
        shown = seen(paragraph, text)
        if paragraph in self._known:
            return replace(self._known[paragraph], text=shown)
        return Spot(self._part, self._headings.get(paragraph, ""), self.position(paragraph), shown)

    def position(self, element: Element) -> Text:
        """An element's position in words: table, row and column, or the paragraph's number."""
        cell = element if element.tag == TC else ancestor(element, TC)
        if cell is not None and (row := ancestor(cell, TR)) in self._rows:
            table = self._tables[ancestor(row, TBL)]  # type: ignore[index]
            column = self._column(cell)
            return Text(
                f"表{table} 第{self._rows[row]}行第{column}列",
                f"table {table} row {self._rows[row]} column {column}",
            )
        number = self._ordinals.get(element)
        return Text(f"第{number}段", f"paragraph {number}") if number else NOTHING

    def _column(self, cell: Element) -> int:
        if cell not in self._columns:
            holder = cell.getparent()
            cells = [] if holder is None else holder.iterchildren(TC)
            self._columns.update({other: number for number, other in enumerate(cells, 1)})
        return self._columns[cell]


def seen(element: Element, text: str | None = None) -> str:
    """The text that a reader sees in an element, shortened; `text` is all of it, where that is known."""
    return visible(element) if text is None else shorten(" ".join(text.split()), _VISIBLE)


def visible(element: Element) -> str:
    """The text that a reader sees in an element, shortened."""
    text = "".join(t.text or "" for t in element.iter(T)) or (element.text or "")
    return shorten(" ".join(text.split()), _VISIBLE)


def shorten(text: str, length: int) -> str:
    """`text` within `length` characters, with an ellipsis where it was cut."""
    return text if len(text) <= length else text[: length - 1] + "…"


def _same(text: str) -> Text:
    return Text(text, text)
