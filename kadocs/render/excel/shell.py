"""All of a sheet's part that is not rows, moved to where its cells came to be."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from kadocs.render.excel.axis import Placing
from kadocs.render.excel.names import COLUMNS, Element, address, cell, local, s
from kadocs.render.excel.places import Places, written

_XM = "http://schemas.microsoft.com/office/excel/2006/main"
_DROPPED = frozenset({"dimension", "customSheetViews", "sortState"})
_COUNTED = ("mergeCells", "dataValidations")


def moved(shell: Element, places: Places) -> Element:
    """A copy of a sheet's shell in which everything is where it belongs."""
    root = deepcopy(shell)
    for element in list(root):
        name = local(element)
        if name in _DROPPED:
            root.remove(element)
        elif name in _MOVERS:
            _MOVERS[name](element, places)
            if name in _HOLDERS and not len(element):
                root.remove(element)
    for name in _COUNTED:
        for element in root.iterchildren(s(name)):
            element.set("count", str(len(element)))
    _extensions(root, places)
    return root


def _views(element: Element, places: Places) -> None:
    for node in element.iter():
        for attribute in ("topLeftCell", "activeCell"):
            if node.get(attribute):
                node.set(attribute, _spot(node.get(attribute, ""), places))
        if node.tag == s("selection"):
            node.set("sqref", node.get("activeCell", "A1"))
            node.attrib.pop("activeCellId", "")
        if node.tag == s("pane") and node.get("state", "").startswith("frozen"):
            _freeze(node, "ySplit", places.rows)
            _freeze(node, "xSplit", places.across)


def _freeze(pane: Element, attribute: str, placing: Placing) -> None:
    """As many lines stay as came of those that stay in the template."""
    count = int(float(pane.get(attribute, "0")))
    if count:
        found = placing.span((1, count))
        pane.set(attribute, str(found[1] if found else count))


def _spot(place: str, places: Places) -> str:
    row, column = address(place)
    return cell(places.rows.spot(row), places.across.spot(column)) if row else place


def _columns(element: Element, places: Places) -> None:
    if not places.plan.columns:
        return
    for each in list(element):
        lines = int(each.get("min", "1")), int(each.get("max", "1"))
        new = []
        for first, last in places.across.runs(lines):
            copy = deepcopy(each)
            copy.set("min", str(first))
            copy.set("max", str(min(last, COLUMNS)))
            new.append(copy)
        _replace(each, new)
    element[:] = sorted(element, key=lambda each: int(each.get("min", "0")))


def _merges(element: Element, places: Places) -> None:
    for each in list(element):
        areas = [written(area) for area in places.each(each.get("ref", ""))]
        _repeat(each, "ref", [area for area in areas if ":" in area])


def _links(element: Element, places: Places) -> None:
    for each in list(element):
        if each.get("location"):
            each.set("location", places.formula(each.get("location", "")))
        _repeat(each, "ref", [written(area) for area in places.each(each.get("ref", ""))])


def _rules(element: Element, places: Places) -> None:
    before = element.get("sqref", "")
    after = places.cover(before)
    if not after:
        _remove(element)
        return
    element.set("sqref", after)
    for formula in element.iter(s("formula")):
        formula.text = places.formula(formula.text or "", before, after)
    for value in element.iter(s("cfvo")):
        if value.get("type") == "formula":
            value.set("val", places.formula(value.get("val", ""), before, after))


def _validations(element: Element, places: Places) -> None:
    for each in list(element):
        before = each.get("sqref", "")
        after = places.cover(before)
        if not after:
            element.remove(each)
            continue
        each.set("sqref", after)
        for formula in each.iter(s("formula1"), s("formula2")):
            formula.text = places.formula(formula.text or "", before, after)


def _filter(element: Element, places: Places) -> None:
    area = places.whole(element.get("ref", ""))
    if area is None:
        _remove(element)
    else:
        element.set("ref", written(area))


def _covered(element: Element, places: Places) -> None:
    """Elements whose children name ranges."""
    for each in list(element):
        for attribute in ("sqref", "r"):
            if each.get(attribute):
                after = places.cover(each.get(attribute, ""))
                each.set(attribute, after)
                if not after:
                    element.remove(each)


def _breaks(placing: Callable[[Places], Placing]) -> Callable[[Element, Places], None]:
    def move(element: Element, places: Places) -> None:
        for each in list(element):
            line = int(each.get("id", "0"))
            ends = [last for _, last in placing(places).each((line, line))]
            _repeat(each, "id", [str(end) for end in ends])
        for attribute in ("count", "manualBreakCount"):
            element.set(attribute, str(len(element)))

    return move


def _extensions(root: Element, places: Places) -> None:
    """What newer programs add: rules and small charts, whose cells stand in elements of their own."""
    for ranges in list(root.iter(f"{{{_XM}}}sqref")):
        before = ranges.text or ""
        after = places.cover(before)
        holder = ranges.getparent()
        if holder is None:
            continue
        if not after:
            _remove(holder)
            continue
        ranges.text = after
        for formula in holder.iter(f"{{{_XM}}}f"):
            formula.text = places.formula(formula.text or "", before, after)


def _repeat(element: Element, attribute: str, values: list[str]) -> None:
    """An element once for each value of an attribute, in its place."""
    new = []
    for value in values:
        copy = deepcopy(element)
        copy.set(attribute, value)
        new.append(copy)
    _replace(element, new)


def _replace(element: Element, others: list[Element]) -> None:
    for other in others:
        element.addprevious(other)
    _remove(element)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


_MOVERS: dict[str, Callable[[Element, Places], None]] = {
    "sheetViews": _views,
    "cols": _columns,
    "mergeCells": _merges,
    "hyperlinks": _links,
    "conditionalFormatting": _rules,
    "dataValidations": _validations,
    "autoFilter": _filter,
    "protectedRanges": _covered,
    "ignoredErrors": _covered,
    "cellWatches": _covered,
    "rowBreaks": _breaks(lambda places: places.rows),
    "colBreaks": _breaks(lambda places: places.across),
}
_HOLDERS = frozenset(
    {"cols", "mergeCells", "hyperlinks", "dataValidations", "protectedRanges", "ignoredErrors", "cellWatches"}
    | {"rowBreaks", "colBreaks"}
)
