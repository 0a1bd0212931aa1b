"""The pages of a base in a template: their size and margins, and what has to fit between these.

A reader who picks a look for official letters expects its margins. So tables, and pictures as wide as the
text, become as much narrower or wider as the text does, and tab stops at its edge stay there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import NamedTuple

from kadocs.render.word.markup import P_PR, SECT_PR, TBL, TC, TC_PR, TR, VAL, Element, children, remove, w
from kadocs.render.word.restyle.house import is_wide

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FRAMES = (f"{_WP}inline", f"{_WP}anchor")
_EMU = 635
"""A twentieth of a point, in the units of drawings."""

_SIDES = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_RIGHT = ("right", "end")


class Room(NamedTuple):
    """The space for text on a page, in twentieths of a point."""

    width: int
    height: int


class Change(NamedTuple):
    """What the space for text of a section was, and what it is now."""

    before: Room
    after: Room

    def width(self, width: int) -> int:
        """A width as it is now."""
        return round(width * self.after.width / self.before.width)


def room(section: Element) -> Room | None:
    """The space for text on the pages of a section."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return None
    across = sum(abs(_number(margins, side)) for side in ("left", "right", "gutter"))
    along = sum(abs(_number(margins, side)) for side in ("top", "bottom"))
    found = Room(_number(size, "w") - across, _number(size, "h") - along)
    return found if min(found) > 0 else None


def replaced(body: Element, upright: Element | None, wide: Element | None) -> list[tuple[Element, Change]]:
    """Give the sections of a document the base's pages; which of them changed, and how.

    Pages of a size of their own, as for a plan that folds out, stay.
    """
    sections = list(body.iter(SECT_PR))
    usual = _shape(sections[-1]) if sections else None
    changed = []
    for section in sections:
        page = wide if is_wide(section) else upright
        before = room(section)
        if page is None or before is None or _shape(section) != usual:
            continue
        _take_over(section, page)
        after = room(section)
        if after is not None and after != before:
            changed.append((section, Change(before, after)))
    return changed


def fit(blocks: Iterable[Element], change: Change) -> None:
    """Let tables and pictures be as wide as the text that they stand in."""
    for block in blocks:
        for table in block.iter(TBL):
            _fit_table(table, change)
        for frame in block.iter(*_FRAMES):
            _fit_picture(frame, change)


def blocks_of(body: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Each section of a document's body, with the blocks that stand in it."""
    gathered: list[Element] = []
    for block in children(body):
        if block.tag == SECT_PR:
            yield block, gathered
            return
        gathered.append(block)
        section = block.find(f"{P_PR}/{SECT_PR}")
        if section is not None:
            yield section, gathered
            gathered = []


def move_tabs(root: Element, edges: dict[int, int]) -> None:
    """Move tab stops that stood at the edge of the text to where it is now."""
    for tab in root.iter(w("tab")):
        position = tab.get(w("pos"), "")
        if position.isdigit() and int(position) in edges:
            tab.set(w("pos"), str(edges[int(position)]))


def keep_edge(style: Element, before: Element, edges: dict[int, int]) -> None:
    """Let a style have the tab stop at the right edge that the template's own had.

    Texts of the template count on it: one tab leads to the edge, not to the middle as in Word's own header.
    """
    wanted = [tab for tab in _tabs(before) if tab.get(VAL) in _RIGHT and _number(tab, "pos") in edges]
    if not wanted:
        return
    edge = deepcopy(wanted[-1])
    edge.set(w("pos"), str(edges[_number(edge, "pos")]))
    own = style.find(f"{P_PR}/{w('tabs')}")
    if own is None or any(_number(tab, "pos") == _number(edge, "pos") for tab in own):
        return
    for tab in list(own):
        if tab.get(VAL) != "left":
            remove(tab)
    own.append(edge)


def _tabs(style: Element) -> list[Element]:
    return style.findall(f"{P_PR}/{w('tabs')}/{w('tab')}")


def _shape(section: Element) -> tuple[int, ...] | None:
    size = section.find(w("pgSz"))
    return None if size is None else tuple(sorted((_number(size, "w"), _number(size, "h"))))


def _take_over(section: Element, page: Element) -> None:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    new_size, new_margins = page.find(w("pgSz")), page.find(w("pgMar"))
    if size is None or margins is None or new_size is None or new_margins is None:
        return
    for name in ("w", "h", "orient"):
        size.attrib.pop(w(name), "")
        if new_size.get(w(name)):
            size.set(w(name), new_size.get(w(name), ""))
    for side in _SIDES:
        margins.set(w(side), new_margins.get(w(side), "0"))


def _fit_table(table: Element, change: Change) -> None:
    """Widths are moved edge by edge, so that the columns still make up the table."""
    grid = table.find(w("tblGrid"))
    columns = [] if grid is None else grid.findall(w("gridCol"))
    edges = [0]
    for column in columns:
        edges.append(edges[-1] + _number(column, "w"))
    moved = [change.width(edge) for edge in edges]
    for column, left, right in zip(columns, moved, moved[1:], strict=False):
        column.set(w("w"), str(right - left))
    for properties in table.iterfind(f"{w('tblPr')}/{w('tblW')}"):
        _scale(properties, change)
    for row in table.iter(TR):
        _fit_row(row, edges, moved, change)


def _fit_row(row: Element, edges: list[int], moved: list[int], change: Change) -> None:
    at = sum(_number(skip, VAL) for skip in row.iterfind(f"{w('trPr')}/{w('gridBefore')}"))
    for cell in row.iterchildren(TC):
        width, span = cell.find(f"{TC_PR}/{w('tcW')}"), cell.find(f"{TC_PR}/{w('gridSpan')}")
        end = at + (1 if span is None else _number(span, VAL) or 1)
        if width is not None and width.get(w("type")) == "dxa":
            known = end < len(edges) and _number(width, "w") == edges[end] - edges[at]
            if known:
                width.set(w("w"), str(moved[end] - moved[at]))
            else:
                _scale(width, change)
        at = end


def _scale(width: Element, change: Change) -> None:
    if width.get(w("type")) == "dxa":
        width.set(w("w"), str(change.width(_number(width, "w"))))


def _fit_picture(frame: Element, change: Change) -> None:
    """A picture that fitted and no longer does becomes smaller, in proportion."""
    extent = frame.find(f"{_WP}extent")
    if extent is None or not (extent.get("cx", "").isdigit() and extent.get("cy", "").isdigit()):
        return
    across, along = int(extent.get("cx", "")), int(extent.get("cy", ""))
    fitted = across <= change.before.width * _EMU
    share = min(1.0, change.after.width * _EMU / max(across, 1), change.after.height * _EMU / max(along, 1))
    if not fitted or share == 1:
        return
    sizes = [extent, *frame.iter(f"{_A}ext")]
    for size in (each for each in sizes if each.get("cx") == str(across) and each.get("cy") == str(along)):
        size.set("cx", str(int(across * share)))
        size.set("cy", str(int(along * share)))


def _number(element: Element, name: str) -> int:
    text = element.get(name if name.startswith("{") else w(name), "")
    return int(text) if text.lstrip("-").isdigit() else 0
