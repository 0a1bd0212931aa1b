"""Pictures, shapes and charts of a sheet, where the cells that they hang on came to be."""

from __future__ import annotations

from copy import deepcopy

from kadocs.render.excel.axis import Placing, Span
from kadocs.render.excel.names import Element, local
from kadocs.render.excel.places import Places

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_FRAME, _PROPERTIES = f"{{{_DRAWING}}}graphicFrame", f"{{{_DRAWING}}}cNvPr"
_STAYS = ("oneCell", "absolute")


def moved(root: Element, places: Places) -> None:
    """Move what a drawing holds; a picture or shape in a repeated row is there in each of its turns."""
    for anchor in list(root):
        ends = {local(child): child for child in anchor}
        if "from" not in ends:
            continue
        row, column = _number(ends["from"], "row") + 1, _number(ends["from"], "col") + 1
        starts = places.rows.each((row, row))
        single = next(anchor.iter(_FRAME), None) is not None or not starts
        for start in [(places.rows.spot(row), 0)] if single else starts:
            copy = deepcopy(anchor)
            anchor.addprevious(copy)
            _place(copy, (start[0], places.across.spot(column)), places)
        root.remove(anchor)
    for number, properties in enumerate(root.iter(_PROPERTIES), start=1):
        properties.set("id", str(number))


def _place(anchor: Element, to: tuple[int, int], places: Places) -> None:
    ends = {local(child): child for child in anchor}
    stays = anchor.get("editAs") in _STAYS
    for name, placing, start in (("row", places.rows, to[0]), ("col", places.across, to[1])):
        first = _number(ends["from"], name) + 1
        if "to" in ends:
            last = _number(ends["to"], name) + 1
            end = start + last - first if stays else _end(placing, (first, last), start)
            _set(ends["to"], name, min(end, placing.most) - 1)
        _set(ends["from"], name, start - 1)


def _end(placing: Placing, lines: Span, start: int) -> int:
    """The line in which something ends that begins at `start`, in the same turn of the loops around it."""
    first, last = lines
    found = [end for begin, end in placing.each(lines) if begin <= start <= end]
    whole = found[0] if found else start + last - first
    return max(whole, start)


def _number(end: Element, name: str) -> int:
    return int(next((child.text for child in end if local(child) == name), None) or 0)


def _set(end: Element, name: str, number: int) -> None:
    for child in end:
        if local(child) == name:
            child.text = str(number)
