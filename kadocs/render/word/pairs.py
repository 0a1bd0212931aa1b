"""Pairs of marks around a range: bookmarks, permissions, moves. A block never keeps only one half.

Word takes a bookmark that begins and never ends for damage, so a half that stands in another block
than its partner leaves that block.
"""

from __future__ import annotations

from collections.abc import Iterable

from kadocs.render.word.marks import Block
from kadocs.render.word.markup import (
    MATH_RUN,
    MATH_TEXT,
    Element,
    R,
    T,
    is_instruction,
    move_after,
    remove,
    w,
)

Path = tuple[tuple[Block, int], ...]
"""The blocks around a spot, outermost first, each with the number of its branch (`else` is another)."""

REPEATING = frozenset({"for", "macro", "call", "set"})
"""Blocks whose inside may be written more than once."""

_ENDS = {w(f"{kind}Start"): w(f"{kind}End") for kind in ("bookmark", "perm", "moveFromRange", "moveToRange")}
_STARTS = {end: start for start, end in _ENDS.items()}
_CURSOR = "_GoBack"
"""The bookmark by which Word remembers where its user was."""


def innermost(path: Path) -> Block | None:
    """The innermost block of a path whose inside is repeated."""
    return next(
        (block for block, branch in reversed(path) if not branch and block.keyword in REPEATING), None
    )


def start_tags() -> tuple[str, ...]:
    """The names of the elements that begin or end a range."""
    return (*_ENDS, *_STARTS)


def mended(nodes: Iterable[tuple[Element, Path]]) -> list[tuple[Element, Element, Path]]:
    """The pairs among `nodes`, each with the blocks around both of its halves; loose halves are taken out."""
    opened: dict[tuple[str, str], tuple[Element, Path]] = {}
    pairs = []
    for node, path in nodes:
        if is_instruction(node):
            continue
        key = (str(_STARTS.get(node.tag, node.tag)), node.get(w("id"), ""))
        if node.tag in _ENDS:
            _take_out(opened.pop(key, None))
            opened[key] = node, path
        elif node.tag in _STARTS:
            if key not in opened:
                _take_out((node, path))
            elif (pair := _together(*opened.pop(key), node, path)) is not None:
                pairs.append(pair)
    for loose in opened.values():
        _take_out(loose)
    return pairs


def _together(
    start: Element, start_path: Path, end: Element, end_path: Path
) -> tuple[Element, Element, Path] | None:
    common = 0
    while common < min(len(start_path), len(end_path)) and start_path[common] == end_path[common]:
        common += 1
    leaves = [path[common][0] if len(path) > common else None for path in (start_path, end_path)]
    cursor = start.get(w("name")) == _CURSOR and bool(start_path or end_path)
    if cursor or (leaves[0] is not None and leaves[0] is leaves[1]):
        remove(start)
        remove(end)
        return None
    if leaves[0] is not None:
        move_after(_outside(leaves[0].closer.node), start)
    if leaves[1] is not None:
        remove(end)
        _outside(leaves[1].opener.node).addprevious(end)
    return start, end, start_path[:common]


def _outside(node: Element) -> Element:
    """The nearest element at or above a tag beside which a range may begin or end."""
    while (parent := node.getparent()) is not None and parent.tag in (T, R, MATH_TEXT, MATH_RUN):
        node = parent
    return node


def _take_out(half: tuple[Element, Path] | None) -> None:
    """Remove a half without a partner, unless no block can do it harm."""
    if half is not None and half[1]:
        remove(half[0])
