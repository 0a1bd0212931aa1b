"""Where the tags of a template stand, by their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from kadocs.findings import Place
from kadocs.render.excel.marks import CellMark


class Sites:
    """The places and the text of tags, for messages."""

    def __init__(self, marks: Sequence[CellMark]) -> None:
        self._marks = {mark.number: (mark.spot, mark.tag.source) for mark in marks}

    def source(self, number: int) -> str:
        """A tag as it is written."""
        return self._marks[number][1]

    def place(self, number: int, file: str) -> Place:
        """A tag's place, for messages."""
        spot, source = self._marks[number]
        return spot.place(file, source)

    def heading(self, number: int) -> str:
        """The name of the sheet that a tag stands in."""
        return self.place(number, "").cell.rsplit("!", 1)[0]

    def in_order(self) -> list[int]:
        """The numbers of all tags, in their order."""
        return list(self._marks)
