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
    for mark in marks:
        if mark.tag.keyword not in CELL_STATEMENTS:
            continue
        cell = ancestor(mark.paragraph, TC)
        _take_out(mark.node)
        value = in_attribute(token, mark.number)
        if cell is None:
            findings.append(_no_cell(mark, file))
        elif mark.tag.keyword == "colspan":
            _share_width(cell, mark, extras, token)
            put(cell, GRID_SPAN).set(VAL, value)
        elif mark.tag.keyword == "cellbg":
            shade = put(cell, SHADE)
            shade.attrib.clear()
            shade.attrib.update({VAL: "clear", w("color"): "auto", w("fill"): value})
    return findings


def drawn_start(cell: Element) -> int:
    """The grid column at which a cell begins, as it was drawn."""
    row = ancestor(cell, TR)
    before = None if row is None else row.find(f"{w('trPr')}/{w('gridBefore')}")
    spans = [] if before is None else [before]
    beside = [other.find(f"{TC_PR}/{GRID_SPAN}") for other in cell.itersiblings(TC, preceding=True)]
    spans += [span for span in beside if span is not None]
    numbers = [span.get(VAL, "1") for span in spans]
    return beside.count(None) + sum(int(number) for number in numbers if number.isdigit())


def _share_width(cell: Element, mark: Mark, extras: dict[str, Extra], token: str) -> None:
    """Make a cell as wide as the columns that it spans, where those are known and the cell says its width."""
    width, table = cell.find(f"{TC_PR}/{w('tcW')}"), ancestor(cell, TBL)
    if width is None or table is None or width.get(w("type"), "dxa") != "dxa":
        return
    columns = [column.get(w("w"), "") for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    columns = columns[drawn_start(cell) :]
    if columns and all(column.isdigit() for column in columns):
        number = f"w{mark.number}"
        code = f"({mark.tag.body.removeprefix('colspan')}), [{', '.join(columns)}]"
        extras[number] = Extra(code, mark, printer.SPAN_WIDTH)
        width.set(w("w"), in_attribute(token, number))


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
