"""The series of a chart as they are drawn: what stays, and the holes for name, numbers and colour."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from kadocs.render.word import markup
from kadocs.render.word.charts import labels
from kadocs.render.word.charts.labels import Labels
from kadocs.render.word.charts.names import ACCENT, COLOURS, DATA, a, c, number, value_of
from kadocs.render.word.charts.pieces import Pieces, cut, hole
from kadocs.render.word.charts.sheet import GENERAL
from kadocs.render.word.markup import Element, children, remove

_AFTER_DATA = frozenset(map(c, ("smooth", "shape", "bubble3D", "extLst")))
_HEAD = (c("idx"), c("order"), c("tx"))
_POINT = c("dPt")
_NEUTRAL = frozenset({"000000", "FFFFFF"})


@dataclass(frozen=True, slots=True)
class Drawn:
    """One series of a template's chart: its pieces, its numbers, its number formats by their element.

    `plot` is the position of its plot; `numeric` says that its categories are dates or numbers.
    """

    plot: int
    idx: int
    order: int
    pieces: Pieces
    formats: dict[str, str]
    numeric: bool
    accent: int
    labels: Labels

    def format(self, name: str) -> str:
        """The number format of the data in an element ("val", "cat")."""
        return self.formats.get(name, GENERAL)


def drawn(series: Element, plot: int) -> Drawn:
    """A series that is still in its chart; what it showed is taken out of it."""
    idx, order = value_of(series, "idx"), value_of(series, "order")
    formats = {
        name: code.text
        for name in DATA
        if (code := series.find(f"{c(name)}//{c('formatCode')}")) is not None and code.text
    }
    numeric = series.find(f"{c('cat')}/{c('numRef')}") is not None
    said = labels.opened(series)
    _empty(series)
    pieces = cut(markup.source(series))
    return Drawn(plot, number(idx), number(order), pieces, formats, numeric, _accent(series), said)


def clone(series: Element, *, points: bool) -> Pieces:
    """The pieces of a series like one that was emptied, in a colour yet to be said.

    `points` says that its points have colours of their own, which it keeps.
    """
    copy = deepcopy(series)
    copy.tail = None
    parent = series.getparent()
    if parent is not None:
        parent.append(copy)
    for point in [] if points else copy.findall(_POINT):
        remove(point)
    for holder in (copy.find(c("spPr")), copy.find(c("marker"))):
        for colour in list(holder.iter(*COLOURS)) if holder is not None else ():
            if _marks(colour):
                _open(colour)
    pieces = cut(markup.source(copy))
    remove(copy)
    return pieces


def _empty(series: Element) -> None:
    """Put holes where a series has its name and its data, without references to other cells."""
    for bars in series.findall(c("errBars")):
        if next(bars.iter(c("f")), None) is not None:
            remove(bars)
    for element in [child for child in children(series) if child.tag in (*_HEAD, *map(c, DATA))]:
        remove(element)
    series.insert(0, hole("head"))
    after = next((child for child in children(series) if child.tag in _AFTER_DATA), None)
    if after is None:
        series.append(hole("data"))
    else:
        after.addprevious(hole("data"))


def _accent(series: Element) -> int:
    """The accent colour (1 to 6) that a series is drawn in, or 0."""
    for holder in (series.find(c("spPr")), series.find(c("marker"))):
        for colour in holder.iter(a("schemeClr")) if holder is not None else ():
            if found := ACCENT.fullmatch(colour.get("val", "")):
                return int(found[1])
    return 0


def _marks(colour: Element) -> bool:
    """Whether a colour tells a series from others, as white borders and grey lines do not."""
    if colour.tag == a("srgbClr"):
        return colour.get("val", "").upper() not in _NEUTRAL
    return ACCENT.fullmatch(colour.get("val", "")) is not None


def _open(colour: Element) -> None:
    """Put holes around what modifies a colour, such as its transparency."""
    colour.addprevious(hole("colour"))
    for child in list(children(colour)):
        colour.addprevious(child)
    colour.addprevious(hole("coloured"))
    remove(colour)
