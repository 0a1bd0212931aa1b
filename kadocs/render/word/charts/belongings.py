"""What a template's chart takes along in its package: the workbook, its style and colours."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from kadocs.render.word import markup
from kadocs.render.word.package import CONTENT_TYPES, member
from kadocs.render.word.stock import OFFICE, Relation, Relations, Stock, relations_name

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

_WORKBOOK = (f"{OFFICE}/package", f"{OFFICE}/oleObject")
# Parts of one chart alone, by the type of their relationship: each copy of the chart has its own.
_OWN = {
    "http://schemas.microsoft.com/office/2011/relationships/chartStyle": (
        "application/vnd.ms-office.chartstyle+xml"
    ),
    "http://schemas.microsoft.com/office/2011/relationships/chartColorStyle": (
        "application/vnd.ms-office.chartcolorstyle+xml"
    ),
    f"{OFFICE}/themeOverride": "application/vnd.openxmlformats-officedocument.themeOverride+xml",
}
_NUMBER = re.compile(r"\d*(?=\.\w+$)")


@dataclass(frozen=True, slots=True)
class Own:
    """A part that each chart has of its own: its relationship, where copies go, what it holds."""

    identity: str
    type: str
    pattern: str
    content: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Belongings:
    """The relationships of a chart: those that copies share, its own parts, its workbook."""

    pattern: str
    shared: Relations
    own: tuple[Own, ...]
    workbook: Own | None

    @property
    def free(self) -> str:
        """An identifier for the workbook's relationship, which the chart has for no other."""
        return self.workbook.identity if self.workbook is not None else f"rId{self.shared.first}"


def belongings(stock: Stock, chart: str) -> Belongings:
    """What the chart in a part takes along."""
    shared: dict[str, Relation] = {}
    own: list[Own] = []
    workbook = None
    relations = stock.relations(chart)
    for identity, relation in relations.by_id.items():
        name = target_of(relation, chart)
        if relation.type in _WORKBOOK:
            if not relation.external and name in stock.package.members:
                workbook = _own(stock, identity, relation, name, "")
        elif relation.type in _OWN and name in stock.package.members:
            own.append(_own(stock, identity, relation, name, _OWN[relation.type]))
        else:
            shared[identity] = relation
    return Belongings(_pattern(chart), Relations(shared, relations.first), tuple(own), workbook)


def target_of(relation: Relation, part: str) -> str:
    """The name of the member that an inner relationship of a part leads to."""
    if relation.external:
        return ""
    joined = posixpath.join(posixpath.dirname(f"/{part}"), relation.target)
    return posixpath.normpath(joined).lstrip("/")


def retire(stock: Stock, part: str, relations: Iterable[str]) -> None:
    """Take a part's charts out of the template: every render makes them anew."""
    known = stock.relations(part).by_id
    charts = {target_of(known[identity], part) for identity in relations}
    stock.forget(part, relations)
    gone = charts - _targets(stock)
    for chart in sorted(gone):
        known_to_it = stock.relations(chart).by_id.values()
        own = {target_of(r, chart) for r in known_to_it if r.type in (*_WORKBOOK, *_OWN)}
        stock.package.members.pop(relations_name(chart), None)
        del stock.package.members[chart]
        gone = gone | (own - _targets(stock))
    for name in gone & set(stock.package.members):
        del stock.package.members[name]
    _forget_types(stock, gone)


def _targets(stock: Stock) -> set[str]:
    """Every member that a relationship of the package leads to."""
    found: set[str] = set()
    for name in [name for name in stock.package.members if name.endswith(".rels")]:
        folder, file = posixpath.split(name)
        part = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        found.update(target_of(relation, part) for relation in stock.relations(part).by_id.values())
    return found


def _forget_types(stock: Stock, gone: set[str]) -> None:
    members = stock.package.members
    root = markup.parse(members[CONTENT_TYPES].content, "", CONTENT_TYPES)
    for child in list(markup.children(root)):
        if child.get("PartName", "").lstrip("/") in gone:
            markup.remove(child)
    members[CONTENT_TYPES] = member(CONTENT_TYPES, etree.tostring(root, encoding="UTF-8", standalone=True))


def _own(stock: Stock, identity: str, relation: Relation, name: str, content_type: str) -> Own:
    return Own(identity, relation.type, _pattern(name), stock.package.read(name), content_type)


def _pattern(name: str) -> str:
    return _NUMBER.sub("{}", name.replace("{", "").replace("}", ""), count=1)
