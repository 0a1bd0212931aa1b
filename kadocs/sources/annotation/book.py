"""The list of a workbook's sheets: their parts, and one more of them."""

from __future__ import annotations

import re

from lxml import etree

from kadocs.sources.annotation.parts import Parts
from kadocs.sources.annotation.xml import Element, child, local, named, parse, related, space
from kadocs.sources.excel import form

_WORKSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_SELECTED = re.compile(rb'(<(?:\w+:)?sheetView\b[^>]*?)\s+tabSelected="(?:1|true)"')
_LONGEST = 31


class Book:
    """The workbook's own part, and its worksheets by name; `main` and `relations` are its namespaces."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        found = (part for _, kind, part in parts.relations("") if kind.endswith("/officeDocument"))
        self.name = next(found, "xl/workbook.xml")
        self._root = parse(parts.read(self.name))
        self.main, self.relations = space(self._root), related(self._root)
        known = {id_: part for id_, kind, part in parts.relations(self.name) if kind.endswith("/worksheet")}
        self._listed = child(self._root, "sheets")
        self.sheets = {
            each.get("name") or "": known[each.get(self._id)]
            for each in self._listed
            if each.get(self._id) in known
        }

    @property
    def _id(self) -> str:
        return f"{{{self.relations}}}id"

    def findings(self) -> str | None:
        """The name of the sheet that an earlier annotation added, if there is one."""
        names = [name for name in self.sheets if name.startswith(tuple(form.FINDINGS))]
        titles = form.heading(form.FINDINGS)
        return next((name for name in names if self._first_text(self.sheets[name]) in titles), None)

    def drop(self, name: str) -> None:
        """Takes out the last sheet, which is the one that an earlier annotation added."""
        entry = next(each for each in self._listed if each.get("name") == name)
        if entry is not self._listed[-1]:
            return  # somebody has moved it: to take it out would shift the names that count sheets
        self._parts.unrelate(self.name, entry.get(self._id))
        self._parts.remove(self.sheets.pop(name))
        self._listed.remove(entry)

    def add(self, title: str, sheet: Element) -> None:
        """Adds a sheet at the end, and opens the workbook with it."""
        part = self._parts.new("xl/worksheets/sheet", ".xml")
        self._parts.add(part, sheet, _WORKSHEET)
        entry = etree.SubElement(self._listed, named(self._root, "sheet"), name=self._free(title))
        entry.set(
            "sheetId", str(1 + max((int(each.get("sheetId") or 0) for each in self._listed), default=0))
        )
        entry.set(self._id, self._parts.relate(self.name, f"{self.relations}/worksheet", part))
        self._select(len(self._listed) - 1)
        self._parts.write(self.name, self._root)

    def _first_text(self, part: str) -> str:
        """The text in the first cell of a sheet, wherever the program that saved it keeps its texts."""
        data = child(self._parts.parsed(part), "sheetData")
        cell = next((each for row in data for each in row), None) if data is not None else None
        if cell is None:
            return ""
        value = child(cell, "v")
        if cell.get("t") != "s" or value is None:
            return _text_of(cell)
        known = (
            name for _, kind, name in self._parts.relations(self.name) if kind.endswith("/sharedStrings")
        )
        return _text_of(self._parts.parsed(next(known))[int(value.text)])

    def _free(self, title: str) -> str:
        taken = {(each.get("name") or "").casefold() for each in self._listed}
        candidates = (title, *(f"{title[: _LONGEST - 5]} ({number})" for number in range(2, 1000)))
        return next(name for name in candidates if name.casefold() not in taken)

    def _select(self, position: int) -> None:
        """Shows the sheet first, and it alone: two selected sheets are edited together."""
        views = child(self._root, "bookViews")
        if views is None:
            views = etree.Element(named(self._root, "bookViews"))
            self._listed.addprevious(views)
        view = next((each for each in views if local(each) == "workbookView"), None)
        if view is None:
            view = etree.SubElement(views, named(self._root, "workbookView"))
        view.set("activeTab", str(position))
        for part in self.sheets.values():
            data = self._parts.read(part)
            alone = _SELECTED.sub(rb"\1", data)
            if alone != data:
                self._parts.write(part, alone)


def _text_of(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter() if local(each) == "t")
