"""`{% cellbg %}`, `{% colspan %}` and their like: statements about the cell that they stand in."""

from __future__ import annotations

from kadocs.findings import Finding, Text
from kadocs.render.word import printer
from kadocs.render.word.assemble import Extra, in_attribute
from kadocs.render.word.blocks import CELL_STATEMENTS
from kadocs.render.word.marks import Mark
from kadocs.render.word.markup import R_PR, TBL, TC, TC_PR, TR, VAL, Element, R, ancestor, children, remove, w

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


def settle(marks: list[Mark], extras: dict[str, Extra], token: str, file: str) -> list[Finding]:
    """Turn the cell statements among `marks` into properties of their cells; merging comes later."""
    findings = []
    colspans: dict[Element, dict[Element, Mark]] = {}
    for mark in marks:
        if mark.tag.keyword not in CELL_STATEMENTS:
            continue
        cell = ancestor(mark.paragraph, TC)
        _take_out(mark.node)
        row = None if cell is None else ancestor(cell, TR)
        if cell is None or row is None:
            findings.append(_no_cell(mark, file))
        elif mark.tag.keyword == "colspan":
            colspans.setdefault(row, {})[cell] = mark
        elif mark.tag.keyword == "cellbg":
            shade = put(cell, SHADE)
            shade.attrib.clear()
            shade.attrib.update(
                {VAL: "clear", w("color"): "auto", w("fill"): in_attribute(token, mark.number)}
            )
    for row, spanning in colspans.items():
        _share_widths(row, spanning, extras, token)
        for cell, mark in spanning.items():
            put(cell, GRID_SPAN).set(VAL, in_attribute(token, mark.number))
    return findings


def drawn_span(cell: Element) -> int:
    """How many grid columns a cell spans as it was drawn."""
    return max(1, _number(cell.find(f"{TC_PR}/{GRID_SPAN}"), VAL))


def _share_widths(row: Element, colspans: dict[Element, Mark], extras: dict[str, Extra], token: str) -> None:
    """Make the cells that span what a tag says, and those after them, as wide as the columns that they cover.

    It does so where the columns are known and a cell says its width.
    """
    columns = _columns(row)
    first = next(iter(colspans.values()))
    before: list[str] = []
    fixed = _number(row.find(f"{w('trPr')}/{w('gridBefore')}"), VAL)
    for index, cell in enumerate(row.iterchildren(TC) if columns else ()):
        mark, span = colspans.get(cell), drawn_span(cell)
        code = f"({mark.tag.body.removeprefix('colspan').strip()})" if mark is not None else str(span)
        width = cell.find(f"{TC_PR}/{w('tcW')}")
        if (before or mark) and width is not None and width.get(w("type"), "dxa") == "dxa":
            number, drawn = f"w{first.number}_{index}", _number(width, w("w"))
            covered = f"[{', '.join(before)}], {fixed}, {code}, [{columns}], {drawn}"
            extras[number] = Extra(covered, mark or first, printer.SPAN_WIDTH)
            width.set(w("w"), in_attribute(token, number))
        before += [code] if mark is not None else []
        fixed += span if mark is None else 0


def _columns(row: Element) -> str:
    """The widths of the columns of a row's table, if they are known."""
    table = ancestor(row, TBL)
    columns = () if table is None else table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")
    widths = [column.get(w("w"), "") for column in columns]
    return ", ".join(widths) if all(width.isdigit() for width in widths) else ""


def _number(element: Element | None, attribute: str) -> int:
    text = "" if element is None else element.get(attribute, "")
    return int(text) if text.isdigit() else 0


def _no_cell(mark: Mark, file: str) -> Finding:
    return mark.finding(
        file,
        "TPL041",
        Text(f"{mark.tag.keyword} 不在表格的单元格里", f"{mark.tag.keyword} stands in no table cell"),
        Text("请把它移到单元格里，或删去。", "Move it into a cell, or remove it."),
    )


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
