"""Where a tag stands in a document, in words that its author can follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kadocs.findings import NOTHING, Place, Text
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

_VISIBLE = 40


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of a template: its part, the heading above it, its position, its visible text."""

    part: Text
    heading: str = ""
    position: Text = NOTHING
    text: str = ""

    def place(self, file: str, tag: str = "") -> Place:
        """This spot as a finding's place, narrowed to one tag."""
        steps = (self.part, _same(self.heading), self.position, _same(self.text), _same(shorten(tag, 80)))
        unrepeated = steps if self.text != tag else (*steps[:3], steps[4])
        return Place(file, trail=tuple(step for step in unrepeated if step != NOTHING))


class Locator:
    """Finds the spot of any paragraph of one part; counts tables, rows and paragraphs once."""

    def __init__(self, root: Element, part: Text, level: Callable[[Element], int | None]) -> None:
        self._part = part
        self._tables: dict[Element, int] = {}
        self._rows: dict[Element, int] = {}
        self._columns: dict[Element, int] = {}
        self._headings: dict[Element, str] = {}
        self._ordinals: dict[Element, int] = {}
        self._count(root, level)

    def _count(self, root: Element, level: Callable[[Element], int | None]) -> None:
        heading, rows = "", dict[Element | None, int]()
        for element in root.iter(P, TBL, TR):
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
        seen = visible(paragraph) if text is None else shorten(" ".join(text.split()), _VISIBLE)
        return Spot(self._part, self._headings.get(paragraph, ""), self.position(paragraph), seen)

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


def visible(element: Element) -> str:
    """The text that a reader sees in an element, shortened."""
    text = "".join(t.text or "" for t in element.iter(T)) or (element.text or "")
    return shorten(" ".join(text.split()), _VISIBLE)


def shorten(text: str, length: int) -> str:
    """`text` within `length` characters, with an ellipsis where it was cut."""
    return text if len(text) <= length else text[: length - 1] + "…"


def _same(text: str) -> Text:
    return Text(text, text)
