"""The deal's raw tree while its values are being found, sheet by sheet and in any order."""

from __future__ import annotations

from typing import TypeAlias

from kadocs.findings import Place
from kadocs.sources.excel.headings import Path
from kadocs.tree.node import Mapping, Node, Scalar, Sequence

_Group: TypeAlias = "dict[str, _Part]"
_Part: TypeAlias = "_Group | list[Node] | Scalar"


class Draft:
    """Values by path; `node` makes the tree of them."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._root: _Group = {}
        self._owned: list[tuple[Path, str, Scalar, Mapping]] = []

    def value(self, path: Path) -> Scalar | None:
        """The value at `path`, or the first of several; None if there is none."""
        part: _Part | None = self._root
        for step in path:
            part = part.get(step) if isinstance(part, dict) else None
        first = part[0] if isinstance(part, list) else part
        return first if isinstance(first, Scalar) else None

    def put(self, path: Path, value: Scalar) -> None:
        """Sets the value at `path`."""
        self._group(path)[path[-1]] = value

    def add(self, path: Path, item: Node) -> None:
        """Puts `item` at the end of the list at `path`; a value that stands there becomes its first item."""
        group = self._group(path)
        items = group.setdefault(path[-1], [])
        if not isinstance(items, list):
            assert isinstance(items, Scalar)
            group[path[-1]] = items = [items]
        items.append(item)

    def lend(self, path: Path, key: str, owner: Scalar, item: Mapping) -> None:
        """Keeps `item` of the inner list at `path` for the record of the outer one whose `key` is `owner`."""
        self._owned.append((path, key, owner, item))

    def settle(self) -> list[Scalar]:
        """Gives what was kept to the records that it belongs to; the owners named that do not exist."""
        lost = []
        for path, key, owner, item in self._owned:
            rows = self._rows(path[:-1])
            found = next((n for n, row in enumerate(rows) if _text(row, key) == owner.text), None)
            if found is None:
                lost.append(owner)
            else:
                rows[found] = _with(rows[found], path[-1], item)
        self._owned.clear()
        return lost

    def _rows(self, path: Path) -> list[Node]:
        items = self._group(path).get(path[-1], [])
        return items if isinstance(items, list) else []

    def node(self) -> Mapping:
        """The tree; a section stands where its first value does."""
        root = _node(self._root, self._place)
        assert isinstance(root, Mapping)
        return root._replace(place=self._place)

    def _group(self, path: Path) -> _Group:
        group = self._root
        for step in path[:-1]:
            below = group.setdefault(step, {})
            assert isinstance(below, dict)
            group = below
        return group


def record(items: dict[str, Node], place: Place) -> Mapping:
    """A mapping whose names stand where their values do: the cell is what people look for."""
    return Mapping(items, {}, place)


def _text(node: Node, key: str) -> str | None:
    value = node.items.get(key) if isinstance(node, Mapping) else None
    return value.text if isinstance(value, Scalar) else None


def _with(node: Node, key: str, item: Mapping) -> Mapping:
    """The record with `item` at the end of its list `key`."""
    assert isinstance(node, Mapping)
    before = node.items.get(key)
    items = before.items if isinstance(before, Sequence) else ()
    place = before.place if before else item.place
    return record({**node.items, key: Sequence((*items, item), place)}, node.place)


def _node(part: _Part, place: Place) -> Node:
    if isinstance(part, Scalar):
        return part
    if isinstance(part, list):
        return Sequence(tuple(part), part[0].place if part else place)
    items = {key: _node(below, place) for key, below in part.items()}
    first = next(iter(items.values())).place if items else place
    return record(items, first)
