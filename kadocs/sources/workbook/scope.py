"""Which fields a workbook is about, and which of them must be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kadocs.model import Deal, Field, inputs
from kadocs.model.noun import Noun
from kadocs.tree.node import Mapping, Node, Scalar, Sequence

Path: TypeAlias = tuple[str, ...]
"""The keys down to a field, those of lists without positions."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The `fields` (single values and lists) that a workbook holds, by path, and those of them `needed`."""

    fields: frozenset[Path]
    needed: frozenset[Path] = frozenset()


def whole() -> Scope:
    """Everything that a deal may hold."""
    return Scope(frozenset(path for path, _ in walk(Deal, ())))


def present(node: Node) -> Scope:
    """All fields of the sections and lists of which the deal at `node` says something."""
    return Scope(frozenset(_present(node, Deal, ())))


def walk(noun: type[Noun], above: Path) -> Iterator[tuple[Path, Field]]:
    """The fields below a noun, sections, lists and the fields of their rows included, in their order."""
    for field in inputs(noun).values():
        path = (*above, field.key)
        yield path, field
        if field.noun:
            yield from walk(field.noun, path)


def _present(node: Node, noun: type[Noun], above: Path) -> Iterator[Path]:
    known = inputs(noun)
    yield from ((*above, key) for key, field in known.items() if field.noun is None)
    for key, below in node.items.items() if isinstance(node, Mapping) else ():
        path, kind = (*above, key), known[key].noun
        if kind is None or isinstance(below, Scalar):
            continue
        yield path
        for item in below.items if isinstance(below, Sequence) else (below,):
            yield from _present(item, kind, path)
