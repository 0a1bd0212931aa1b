"""What a deal holds for the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Text, refuse
from kadocs.model import Field
from kadocs.sources.workbook import values
from kadocs.sources.workbook.layout import Table
from kadocs.sources.workbook.scope import Path
from kadocs.tree.node import Node, Sequence, child

_TWINS = Text(
    "有两条“{title}”都叫“{name}”，在 Excel 里分不清下面的内容属于哪一条",
    "two entries have the {title} “{name}”; in Excel it could not be told whose their lists are",
)
_TWINS_HINT = Text("请先给它们起不同的名称", "Give them different names first")


def at(deal: Node | None, path: Path) -> Node | None:
    """What the deal holds at `path`, or None."""
    for step in path:
        deal = child(deal, step) if deal else None
    return deal


def rows(deal: Node | None, plan: Table) -> list[tuple[str, Node]]:
    """The records of a table's list, each with the name of the record that holds it, if one does.

    Raises `Refused` where two records that hold such lists have one name.
    """
    above = at(deal, plan.path[:-1])
    if plan.owner is None:
        return [("", item) for item in _items(child(above, plan.path[-1]) if above else None)]
    found = list(_owned(above, plan.owner, plan.path[-1]))
    return [(name, item) for name, items in found for item in items]


def _owned(above: Node | None, owner: Field, key: str) -> Iterator[tuple[str, tuple[Node, ...]]]:
    holders = [(_name(item, owner), item) for item in _items(above)]
    names = [name for name, _ in holders]
    for name, item in holders:
        items = _items(child(item, key))
        if items and names.count(name) > 1:
            message = _TWINS.fill(title=owner.mark.title, name=name)
            raise refuse("OUT031", item.place, message, _TWINS_HINT)
        yield name, items


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _name(item: Node, owner: Field) -> str:
    value = child(item, owner.key)
    found = values.cell(value, owner, "zh") if value else None
    return str(found.value) if found else ""
