"""A node that is a list of texts → its entries, however they were written."""

from __future__ import annotations

from kadocs.model.types import MARKS, Kind, entries, unbulleted
from kadocs.tree.node import Node, Scalar, Sequence, plain


def listed(node: Node, kind: Kind) -> tuple[str, ...]:
    """The entries of a field of that kind, from one text or from several."""
    if isinstance(node, Scalar):
        return entries(str(plain(node) or ""), MARKS[kind])
    return unbulleted(str(plain(item)) for item in node.items) if isinstance(node, Sequence) else ()
