"""`{% cellbg %}` and `{% colspan %}`: statements about the cell that they stand in."""

from __future__ import annotations

from kadocs.render.word.assemble import in_attribute
from kadocs.render.word.blocks import CELL_STATEMENTS
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import R_PR, TC, TC_PR, VAL, Element, R, ancestor, children, remove, w

_ORDER = tuple(
    w(name)
    for name in [
        "cnfStyle",
        "tcW",
        "gridSpan",
        "hMerge",
        "vMerge",
        "tcBorders",
        "shd",
        "noWrap",
        "tcMar",
        "textDirection",
        "tcFitText",
        "vAlign",
        "hideMark",
    ]
)
GRID_SPAN, SHADE = w("gridSpan"), w("shd")


def settle(marks: list[Mark], token: str) -> None:
    """Turn the cell statements among `marks` into properties of their cells."""
    for mark in marks:
        if mark.tag.keyword not in CELL_STATEMENTS:
            continue
        cell = ancestor(mark.paragraph, TC)
        _take_out(mark.node)
        if cell is None:
            continue
        value = in_attribute(token, mark.number)
        if mark.tag.keyword == "colspan":
            put(cell, GRID_SPAN).set(VAL, value)
        else:
            shade = put(cell, SHADE)
            shade.attrib.clear()
            shade.attrib.update({VAL: "clear", w("color"): "auto", w("fill"): value})


def put(cell: Element, tag: str) -> Element:
    """A cell's property with this name, made at its place in the schema's order if need be."""
    properties = cell.find(TC_PR)
    if properties is None:
        properties = cell.makeelement(TC_PR)
        cell.insert(0, properties)
    found = properties.find(tag)
    if found is None:
        rank = _ORDER.index(tag)
        before = sum(1 for child in properties if child.tag in _ORDER[:rank])
        found = properties.makeelement(tag)
        properties.insert(before, found)
    return found


def _take_out(node: Element) -> None:
    """Remove a statement, and its text and run if nothing else is in them."""
    text = node.getparent()
    remove(node)
    run = text.getparent() if text is not None else None
    if text is None or run is None or text.text or len(text):
        return
    remove(text)
    if run.tag == R and all(child.tag == R_PR for child in children(run)):
        remove(run)
