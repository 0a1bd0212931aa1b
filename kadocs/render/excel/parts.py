"""The parts that hang on a sheet: drawings, charts, notes and tables, moved with its cells."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from kadocs.render.excel import anchors
from kadocs.render.excel.formulas import Field, Spot, read
from kadocs.render.excel.names import COLUMNS, ROWS, Element, address, cell, local, s
from kadocs.render.excel.places import Places, written

_CACHES = frozenset({"numCache", "strCache", "multiLvlStrCache"})
_NOTE = "urn:schemas-microsoft-com:office:excel"


def moved(kind: str, root: Element, places: Places) -> None:
    """Move the cells that a part names, by its kind."""
    if kind in _MOVERS:
        _MOVERS[kind](root, places)


def _chart(root: Element, places: Places) -> None:
    """A chart's ranges follow its cells; the values that it remembered are left behind."""
    home = Field(places.plan.rows, places.plan.across)
    for element in list(root.iter()):
        if local(element) == "f" and element.text:
            element.text = read(element.text, Spot(0, 0), home).moved(places.find)
        elif local(element) in _CACHES:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)


def _notes(root: Element, places: Places) -> None:
    for note in list(root.iter(s("comment"))):
        for box in places.each(note.get("ref", "")):
            copy = deepcopy(note)
            copy.set("ref", written(box))
            note.addprevious(copy)
        note.getparent().remove(note)  # type: ignore[union-attr]


def _balloons(root: Element, places: Places) -> None:
    """The old drawings of notes, each of which says at which cell it is."""
    number = 1025
    for shape in [each for each in root if local(each) == "shape"]:
        data = next((child for child in shape if local(child) == "ClientData"), None)
        if data is None or data.get("ObjectType") != "Note":
            continue
        at = {name: int(data.findtext(f"{{{_NOTE}}}{name}") or 0) for name in ("Row", "Column")}
        before = cell(at["Row"] + 1, at["Column"] + 1)
        for box in places.each(before):
            copy = deepcopy(shape)
            shape.addprevious(copy)
            copy.set("id", f"_x0000_s{number}")
            number += 1
            _hang(copy, address(before), address(written(box)))
        root.remove(shape)


def _hang(shape: Element, before: tuple[int, int], after: tuple[int, int]) -> None:
    down, right = after[0] - before[0], after[1] - before[1]
    for element in shape.iter():
        if local(element) == "Row":
            element.text = str(after[0] - 1)
        elif local(element) == "Column":
            element.text = str(after[1] - 1)
        elif local(element) == "Anchor" and element.text:
            ends = [int(part) for part in element.text.split(",")]
            for index, by in ((0, right), (2, down), (4, right), (6, down)):
                ends[index] = max(ends[index] + by, 0)
            element.text = ", ".join(map(str, ends))


def _table(root: Element, places: Places) -> None:
    for element in root.iter(s("table"), s("autoFilter")):
        area = places.whole(element.get("ref", ""))
        if area is not None:
            element.set("ref", written(area))
    for state in list(root.iter(s("sortState"))):
        state.getparent().remove(state)  # type: ignore[union-attr]
    home = Field(places.plan.rows, places.plan.across)
    for formula in root.iter(s("calculatedColumnFormula"), s("totalsRowFormula")):
        formula.text = read(formula.text or "", Spot(ROWS, COLUMNS), home).moved(places.find)


_MOVERS: dict[str, Callable[[Element, Places], None]] = {
    "drawing": anchors.moved,
    "chart": _chart,
    "comments": _notes,
    "vmlDrawing": _balloons,
    "table": _table,
}
KINDS = frozenset(_MOVERS)
"""The kinds of parts that move."""
