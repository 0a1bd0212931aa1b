"""A chart of a template, compiled: its XML as pieces, its series, what it takes along in its package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kadocs.render.word import markup
from kadocs.render.word.charts import scale
from kadocs.render.word.charts import series as drawings
from kadocs.render.word.charts.names import A, C, a, c, value_of
from kadocs.render.word.charts.pieces import Pieces, cut, hole
from kadocs.render.word.charts.scale import Scale
from kadocs.render.word.charts.series import Drawn
from kadocs.render.word.markup import Element, children, remove
from kadocs.render.word.stock import OFFICE

POINTS, BUBBLES = ("scatterChart", "bubbleChart"), "bubbleChart"
"""The plots whose series are points, and the one whose points have sizes."""

_PLOT, _AXIS = "Chart", "Ax"
# They hold what no longer holds: identities of series, hidden series, labels read from cells.
_EXTENSIONS = frozenset({"{C3380CC4-5D6E-409C-BE32-E72D297353CC}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"})
_AFTER_DATA = frozenset(map(c, ("printSettings", "userShapes", "extLst")))
_PROLOGUE = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_NAMESPACES = {"a": A, "r": OFFICE}


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot of a chart (its bars, its lines): its kind, its pieces, the axes it stands on."""

    kind: str
    pieces: Pieces
    axes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of a chart: its identifier, its pieces; its scale, where the data may set it."""

    identity: str
    pieces: Pieces
    scale: Scale | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a chart; `fixed` says that it has text beside its tags."""

    pieces: Pieces
    fixed: bool


@dataclass(frozen=True, slots=True)
class Model:
    """A compiled chart. `as_drawn` is all of its XML, with holes for its texts only.

    `series` are in the order in which Word numbers them; `clone` is one more like the last of them.
    """

    as_drawn: Pieces
    pieces: Pieces
    title: Title | None
    plots: tuple[Plot, ...]
    axes: tuple[Axis, ...]
    series: tuple[Drawn, ...]
    clone: Pieces


def compiled(root: Element) -> Model | None:
    """The model of a chart whose tags are holes already; None where no series shows how one looks."""
    chart = root.find(c("chart"))
    area = None if chart is None else chart.find(c("plotArea"))
    found = [plot for plot in children(area) if _ends(plot, _PLOT)] if area is not None else []
    if root.nsmap.get("c") != C or chart is None or area is None:
        return None
    if not any(plot.find(c("ser")) is not None for plot in found):
        return None
    as_drawn = cut(_text(root))
    _clean(root, chart)
    title = _title(chart)
    elements = sorted(
        ((series, at) for at, plot in enumerate(found) for series in plot.findall(c("ser"))), key=_order
    )
    series = tuple(drawings.drawn(element, at) for element, at in elements)
    last, at = elements[-1]
    clone = drawings.clone(last, points=value_of(found[at], "varyColors") == "1")
    plots = tuple(_plots(found))
    axes = tuple(_axes([axis for axis in children(area) if _ends(axis, _AXIS)]))
    return Model(as_drawn, cut(_text(root)), title, plots, axes, series, clone)


def unlink(root: Element) -> None:
    """Make a title or label that is read from a cell a text of its own."""
    for holder in [tx for tx in root.iter(c("tx")) if not _in(tx, "ser")]:
        linked = holder.find(c("strRef"))
        if linked is None:
            continue
        text = "".join(value.text or "" for value in linked.iter(c("v")))
        rich = holder.makeelement(c("rich"))
        paragraph = _add(rich, "bodyPr", "p")
        run = _add(paragraph, "r")
        _add(run, "t").text = text
        holder.replace(linked, rich)


def _add(parent: Element, *names: str) -> Element:
    for name in names:
        child = parent.makeelement(a(name))
        parent.append(child)
    return child


def _in(element: Element, name: str) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == c(name)


def _ends(element: Element, ending: str) -> bool:
    return str(element.tag).startswith(f"{{{C}}}") and str(element.tag).endswith(ending)


def _order(found: tuple[Element, int]) -> int:
    order = value_of(found[0], "order")
    return int(order) if order.isdigit() else 0


def _clean(root: Element, chart: Element) -> None:
    """Take out what speaks of other cells, and mark where the workbook is named."""
    for extension in [e for e in root.iter(c("ext")) if e.get("uri", "") in _EXTENSIONS]:
        holder = extension.getparent()
        remove(extension)
        if holder is not None and not len(holder):
            remove(holder)
    for gone in (root.find(c("pivotSource")), chart.find(c("pivotFmts")), root.find(c("externalData"))):
        if gone is not None:
            remove(gone)
    epoch = root.find(c("date1904"))
    if epoch is not None:
        epoch.set("val", "0")
    after = next((child for child in children(root) if child.tag in _AFTER_DATA), None)
    if after is None:
        root.append(hole("workbook"))
    else:
        after.addprevious(hole("workbook"))


def _title(chart: Element) -> Title | None:
    deleted = chart.find(c("autoTitleDeleted"))
    untitled = "0" if deleted is None else deleted.get("val", "1")
    if deleted is not None:
        remove(deleted)
    title = chart.find(c("title"))
    chart.insert(0 if title is None else 1, hole("untitled", int(untitled in ("1", "true"))))
    if title is None:
        return None
    texts = list(title.iter(a("t")))
    said = (piece for t in texts for piece in (t.text, *(node.tail for node in t)))
    fixed = not texts or any((piece or "").strip() for piece in said)
    made = Title(cut(markup.source(title)), fixed)
    chart.replace(title, hole("title"))
    return made


def _plots(found: list[Element]) -> Iterator[Plot]:
    for number, plot in enumerate(found):
        series = plot.findall(c("ser"))
        if series:
            series[0].addprevious(hole("series"))
        for element in series:
            remove(element)
        kind = str(plot.tag).rpartition("}")[2]
        axes = frozenset(axis.get("val", "") for axis in plot.findall(c("axId")))
        yield Plot(kind, cut(markup.source(plot)), axes)
        plot.addprevious(hole("plot", number))
        remove(plot)


def _axes(found: list[Element]) -> Iterator[Axis]:
    values = next((axis for axis in found if axis.tag == c("valAx")), None)
    for number, axis in enumerate(found):
        said = scale.opened(axis) if axis is values else None
        yield Axis(value_of(axis, "axId"), cut(markup.source(axis)), said)
        axis.addprevious(hole("axis", number))
        remove(axis)


def _text(root: Element) -> str:
    """The whole XML; its root knows the prefixes that a render writes."""
    xml = etree.tostring(root, encoding="unicode", with_tail=False)
    missing = [(prefix, uri) for prefix, uri in _NAMESPACES.items() if prefix not in root.nsmap]
    declared = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in missing)
    return _PROLOGUE + xml.replace("<c:chartSpace", f"<c:chartSpace{declared}", 1)
