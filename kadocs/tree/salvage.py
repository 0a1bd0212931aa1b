"""A tree with faults → the object that the rest of it describes, so that more can be said in the same run."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from pydantic import BaseModel

from kadocs.tree.check import examine
from kadocs.tree.node import Mapping, Node, Path, Sequence, child

Checked = TypeVar("Checked", bound=BaseModel)


def salvage(schema: type[Checked], node: Node) -> tuple[Checked | None, frozenset[Path]]:
    """What `node` describes once all that is wrong is taken out, and the paths that were taken out.

    What lacks a required field goes as a whole. None where nothing is left to describe.
    """
    removed: frozenset[Path] = frozenset()
    while True:
        rest = _without(node, removed)
        checked, found = examine(schema, rest)
        if checked is not None:
            return checked, removed
        wrong = frozenset(original(_present(rest, path), removed) for path in found)
        if () in wrong:
            return None, wrong
        removed |= wrong


def original(path: Path, removed: Collection[Path]) -> Path:
    """The path, in the whole tree, of what stands at `path` in the tree without the `removed` parts."""
    result: Path = ()
    for step in path:
        if isinstance(step, int):
            gone = sorted(p[-1] for p in removed if p[:-1] == result and isinstance(p[-1], int))
            for position in gone:
                step += position <= step
        result = (*result, step)
    return result


def overlaps(path: Path, others: Collection[Path]) -> bool:
    """Whether one of the `others` is the path itself, above it, or below it."""
    return any(path[: len(other)] == other or other[: len(path)] == path for other in others)


def _present(node: Node, path: Path) -> Path:
    """The longest beginning of `path` that the tree holds."""
    for depth, step in enumerate(path):
        below = child(node, step)
        if below is None:
            return path[:depth]
        node = below
    return path


def _without(node: Node, removed: Collection[Path], path: Path = ()) -> Node:
    if not any(other[: len(path)] == path for other in removed):
        return node
    if isinstance(node, Mapping):
        items = {
            key: _without(item, removed, (*path, key))
            for key, item in node.items.items()
            if (*path, key) not in removed
        }
        return Mapping(items, node.keys, node.place)
    if isinstance(node, Sequence):
        kept = [(i, item) for i, item in enumerate(node.items) if (*path, i) not in removed]
        return Sequence(tuple(_without(item, removed, (*path, i)) for i, item in kept), node.place)
    return node
