"""Tags outside of the text of a part: in alternative texts, targets of links, charts and fields' codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kadocs.findings import Finding
from kadocs.render.word import placeholders, targets
from kadocs.render.word.assemble import Extra
from kadocs.render.word.charts.names import c
from kadocs.render.word.codes import Codes
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import Element
from kadocs.render.word.standing import Spotter
from kadocs.render.word.stock import Stock

if TYPE_CHECKING:
    from kadocs.render.word.charts.binding import Charts


class Attributes:
    """The tags in attributes of one part: found before its other tags move, settled after they did."""

    def __init__(self, stock: Stock, part: str, file: str) -> None:
        self._stock = stock
        self._part = part
        self._file = file
        self._targets = targets.tagged(stock.relations(part))
        self._pictures: list[placeholders.Alternative] = []
        self._links: list[targets.Link] = []
        self._charts: Charts | None = None
        self._codes = Codes(file)

    @property
    def in_relations(self) -> bool:
        """Whether there are tags that the part's own XML does not show."""
        return bool(self._targets)

    def find(self, root: Element, locator: Spotter) -> bool:
        """Whether there are any, while the part is as it was drawn."""
        self._pictures = placeholders.find(root, locator)
        self._links = targets.find(root, self._targets, locator)
        charted = self._find_charts(root, locator)
        coded = self._codes.find(root, locator)
        return bool(self._pictures or self._links or charted or coded)

    def _find_charts(self, root: Element, locator: Spotter) -> bool:
        if next(root.iter(c("chart")), None) is None:
            return False
        from kadocs.render.word.charts.binding import Charts  # heavy, and most parts have none

        self._charts = Charts(self._stock, self._part, self._file)
        return self._charts.find(root, locator)

    @property
    def findings(self) -> list[Finding]:
        """What is wrong with the tags that were found."""
        return (self._charts.findings if self._charts else []) + self._codes.findings

    def settle(self, marks: list[Mark], extras: dict[str, Extra], token: str) -> None:
        """Put expressions in their places."""
        placeholders.settle(self._pictures, marks, extras, token)
        targets.settle(self._links, marks, extras, token)
        if self._charts:
            self._charts.settle(marks, extras, token)
        self._codes.settle(marks, extras, token)
        if self._targets:
            self._stock.forget(self._part, self._targets)
