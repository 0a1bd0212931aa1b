"""The workbook's own part: which sheets there are, in which order, and the names that refer to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from kadocs.render.excel.axis import Axis
from kadocs.render.excel.formulas import NOWHERE, Field, Finder, Spot, read
from kadocs.render.excel.names import Element, r, s

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST = 31
_TITLES = "_xlnm.Print_Titles"


class Listed(NamedTuple):
    """A finished sheet: which of the template's it came from, its name, and the id that leads to its part."""

    origin: int
    name: str
    id: str


def name(wanted: str, taken: set[str]) -> str:
    """A name that a sheet may have, and none of those `taken` has: shortened, and numbered if need be."""
    plain = _FORBIDDEN.sub("_", wanted).strip().strip("'")[:_LONGEST] or "Sheet"
    found, number = plain, 1
    while found.lower() in taken or found.lower() == "history":
        number += 1
        ending = f" ({number})"
        found = plain[: _LONGEST - len(ending)] + ending
    taken.add(found.lower())
    return found


def written(
    root: Element, sheets: Sequence[Listed], find: Callable[[int], Finder], *, calculate: bool
) -> bytes:
    """The part for these sheets; `find` gives what a name sees from a finished sheet (-1: from none)."""
    root = deepcopy(root)
    _list(root, sheets)
    _names(root, sheets, find)
    _views(root, sheets)
    _calculate(root, calculate=calculate)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _list(root: Element, sheets: Sequence[Listed]) -> None:
    holder = root.find(s("sheets"))
    if holder is None:
        return
    old = list(holder)
    unused = max((int(each.get("sheetId", "0")) for each in old), default=0)
    seen: set[int] = set()
    holder[:] = []
    for each in sheets:
        new = deepcopy(old[each.origin])
        new.set("name", each.name)
        new.set(r("id"), each.id)
        if each.origin in seen:
            unused += 1
            new.set("sheetId", str(unused))
        seen.add(each.origin)
        holder.append(new)


def _names(root: Element, sheets: Sequence[Listed], find: Callable[[int], Finder]) -> None:
    holder = root.find(s("definedNames"))
    for each in [] if holder is None else list(holder):
        local = each.get("localSheetId")
        homes = [-1] if local is None else [n for n, x in enumerate(sheets) if x.origin == int(local)]
        for home in homes:
            new = deepcopy(each)
            new.text = _moved(each.text or "", find(home))
            if home >= 0:
                new.set("localSheetId", str(home))
            if not (each.get("name") == _TITLES and str(NOWHERE) in new.text):
                each.addprevious(new)
        each.getparent().remove(each)  # type: ignore[union-attr]
    if holder is not None and not len(holder):
        root.remove(holder)


def _moved(text: str, find: Finder) -> str:
    nowhere = Field(Axis(), Axis())
    return read(text, Spot(0, 0), nowhere).moved(find)


def _views(root: Element, sheets: Sequence[Listed]) -> None:
    """The sheet that is shown first is the one that was, or the first that came of it."""
    for view in root.iter(s("workbookView")):
        for attribute in ("activeTab", "firstSheet"):
            old = int(view.get(attribute, "0"))
            new = next((n for n, each in enumerate(sheets) if each.origin >= old), 0)
            if attribute in view.attrib:
                view.set(attribute, str(new))


def _calculate(root: Element, *, calculate: bool) -> None:
    """Have formulas worked out when the file is opened, where there are any."""
    found = root.find(s("calcPr"))
    if not calculate:
        if found is not None:
            found.attrib.pop("fullCalcOnLoad", "")
        return
    if found is None:
        found = etree.Element(s("calcPr"), calcId="191029")
        after = [
            root.find(s(name)) for name in ("definedNames", "externalReferences", "functionGroups", "sheets")
        ]
        next(each for each in after if each is not None).addnext(found)
    found.set("fullCalcOnLoad", "1")
