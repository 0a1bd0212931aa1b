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

    def value(self, path: Path) -> Scalar | None:
        """The value at `path`, or the first of several; None if there is none."""
        part = self._group(path).get(path[-1])
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
    return Mapping(items, {key: item.place for key, item in items.items()}, place)


def _node(part: _Part, place: Place) -> Node:
    if isinstance(part, Scalar):
        return part
    if isinstance(part, list):
        return Sequence(tuple(part), part[0].place if part else place)
    items = {key: _node(below, place) for key, below in part.items()}
    first = next(iter(items.values())).place if items else place
    return record(items, first)
