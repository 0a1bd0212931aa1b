"""The raw tree: what a file says, as text, each piece with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from kadocs.findings import Place

Path: TypeAlias = tuple[str | int, ...]
"""The way to a node: keys, and positions in lists counted from 0."""

_STEP = re.compile(r"\[[0-9]+(?=\])|[^.\[\]]+")

NULLS = frozenset({"", "~", "null", "Null", "NULL"})


# Named tuples, because a file of a megabyte makes a hundred thousand of them.
class Scalar(NamedTuple):
    """One value as it was written; `plain` if it stood without quotes, so that `null` means nothing."""

    text: str
    place: Place
    plain: bool = False


class Sequence(NamedTuple):
    """A list; `place` is where it begins."""

    items: tuple[Node, ...]
    place: Place


class Mapping(NamedTuple):
    """Named values in file order, and `place`, where it begins.

    `keys` holds the place of each name; one that is not there stands where its value does.
    """

    items: dict[str, Node]
    keys: dict[str, Place]
    place: Place


Node: TypeAlias = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """The tree as dicts, lists and text; a value left blank, or an unquoted null, is None."""
    if isinstance(node, Scalar):
        blank = node.text.isspace() or (node.text in NULLS if node.plain else not node.text)
        return None if blank else node.text
    if isinstance(node, Mapping):
        return {key: plain(item) for key, item in node.items.items()}
    return [plain(item) for item in node.items]


def merge(near: Node, far: Node) -> Node:
    """Both trees in one: mappings join, else `near` wins; every value keeps its place."""
    if not (isinstance(near, Mapping) and isinstance(far, Mapping)):
        return near
    items = dict(near.items)
    for key, item in far.items.items():
        items[key] = merge(items[key], item) if key in items else item
    return Mapping(items, _names(far) | _names(near), near.place)


def _names(node: Mapping) -> dict[str, Place]:
    """Where each name of the mapping stands."""
    return {key: node.keys.get(key, item.place) for key, item in node.items.items()}


def child(node: Node, step: str | int) -> Node | None:
    """What stands one step below, by key or by position; None if nothing does."""
    if isinstance(node, Mapping):
        return node.items.get(step) if isinstance(step, str) else None
    if isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def scalars(node: Node) -> Iterator[Scalar]:
    """Every single value of the tree, in its order."""
    if isinstance(node, Scalar):
        yield node
        return
    for item in node.items.values() if isinstance(node, Mapping) else node.items:
        yield from scalars(item)


def place_of(node: Node, path: Path) -> Place:
    """Where the node at `path` stands; if there is none, where its nearest parent present stands.

    The place of a named value is that of its name, which is where people look for it.
    """
    place = node.place
    for step in path:
        below = child(node, step)
        if below is None:
            break
        place = node.keys.get(str(step), below.place) if isinstance(node, Mapping) else below.place
        node = below
    return place


def steps(text: str) -> Path:
    """The path that `dotted` writes as `text`."""
    return tuple(int(step[1:]) if step[0] == "[" else step for step in _STEP.findall(text))


def position_of(node: Node, path: Path) -> tuple[int, ...]:
    """A sort key that puts paths in file order, a parent before what it holds."""
    position: list[int] = []
    for step in path:
        below = child(node, step)
        if below is None:
            break
        position.append(list(node.items).index(str(step)) if isinstance(node, Mapping) else int(step))
        node = below
    return tuple(position)


def dotted(path: Path) -> str:
    """The path as findings write it, `quote.items[3].quantity`; positions count from 0."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
