"""The parts of sheets that came several times: each has its own, under names of their own."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from kadocs.render.excel import relations
from kadocs.render.excel.names import s
from kadocs.render.excel.relations import Relation
from kadocs.render.word.package import CONTENT_TYPES, Member, member

_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_OWN = frozenset(
    {"drawing", "chart", "comments", "vmlDrawing", "table", "printerSettings", "chartUserShapes"}
)


class Copies:
    """Gives names to copies of parts, and keeps what the package must say of them."""

    def __init__(self, members: dict[str, Member]) -> None:
        self._members = members
        self._types: dict[str, str] = {}

    def name(self, part: str, turn: int) -> str:
        """The name of a part for a turn of its sheet: the first keeps that of the template."""
        if not turn:
            return part
        stem, dot, ending = part.rpartition(".")
        name, number = f"{stem}_{turn + 1}{dot}{ending}", 1
        while name in self._members and self._types.get(name) != part:
            number += 1
            name = f"{stem}_{turn + 1}_{number}{dot}{ending}"
        self._types[name] = part
        self._members.setdefault(name, self._members[part])
        return name

    def copy(self, part: str, turn: int) -> dict[str, tuple[str, str]]:
        """Copy a part and all that is its own for a turn; by the name in the template, new name and kind."""
        found = {part: (self.name(part, turn), "")}
        waiting = [part]
        while waiting:
            current = waiting.pop()
            links = relations.part_of(current)
            if links not in self._members:
                continue
            listed = relations.read(self._members[links].content)
            for each in listed:
                target = relations.target(current, each)
                if (
                    each.kind in _OWN
                    and not each.external
                    and target in self._members
                    and target not in found
                ):
                    found[target] = self.name(target, turn), each.kind
                    waiting.append(target)
        if turn:
            for old, (new, _) in found.items():
                self._link(old, new, {name: target for name, (target, _) in found.items()})
        return found

    def finish(self, main: str, added: list[Relation]) -> None:
        """Tell the package what each copy is, and the workbook where its new sheets are."""
        root = etree.fromstring(self._members[CONTENT_TYPES].content)
        known = {each.get("PartName", "")[1:]: each for each in root.iter(_TYPE)}
        for name, part in self._types.items():
            if part in known and name not in known:
                entry = deepcopy(known[part])
                entry.set("PartName", f"/{name}")
                root.append(entry)
        for name, each in known.items():
            if name not in self._members:
                root.remove(each)
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._members[CONTENT_TYPES] = member(CONTENT_TYPES, content)
        links = relations.part_of(main)
        kept = [
            each
            for each in relations.read(self._members[links].content)
            if each.external or relations.target(main, each) in self._members
        ]
        self._members[links] = member(links, relations.write([*kept, *added]))

    def drop(self, part: str) -> None:
        """Leave out a sheet, with all that is its own."""
        for name in self.copy(part, 0):
            self._members.pop(name, None)
            self._members.pop(relations.part_of(name), None)

    def _link(self, old: str, new: str, names: dict[str, str]) -> None:
        links = relations.part_of(old)
        if links not in self._members:
            return
        listed = [
            each
            if each.external
            else each._replace(target="/" + names.get(target := relations.target(old, each), target))
            for each in relations.read(self._members[links].content)
        ]
        self._members[relations.part_of(new)] = member(relations.part_of(new), relations.write(listed))


def distinguish(root: etree._Element, turn: int, taken: set[str], number: int) -> None:
    """Give the table of a copied sheet a name and a number of its own."""
    table = root if root.tag == s("table") else None
    if table is None:
        return
    name = table.get("displayName", "Table")
    plain, count = name, turn
    while name.lower() in taken:
        count += 1
        name = f"{plain}_{count}"
    taken.add(name.lower())
    table.set("displayName", name)
    table.set("name", name)
    table.set("id", str(number))
