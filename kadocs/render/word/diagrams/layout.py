"""A tree laid out within a width: side by side where there is room, else hanging below their superior.

A block is a part of the tree with a place for each of its boxes and lines, measured from its own corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kadocs.render.word.diagrams.boxes import MM, Node, height

_ACROSS, _DOWN = 4 * MM, 7 * MM
_BETWEEN = 3 * MM  # of those that hang one below the other
_INDENT = 5 * MM
_WIDTHS = (36 * MM, 31 * MM, 27 * MM, 24 * MM)


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its place."""

    node: Node
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, down or across."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Block:
    """A laid out part of a tree; `middle` is where the line from above meets it."""

    width: int
    height: int
    middle: int
    boxes: tuple[Box, ...]
    rules: tuple[Rule, ...] = ()

    def moved(self, x: int, y: int) -> Block:
        """The block with its corner elsewhere."""
        return Block(
            self.width + x,
            self.height + y,
            self.middle + x,
            tuple(Box(b.node, b.x + x, b.y + y, b.width, b.height) for b in self.boxes),
            tuple(Rule(r.x + x, r.y + y, r.width, r.height) for r in self.rules),
        )


def laid_out(roots: Sequence[Node], room: int) -> Block:
    """The trees beside each other, no wider than `room`, in the widest boxes that need no further row.

    What is too wide even so stands in several rows.
    """
    for width in _WIDTHS:
        blocks = [_tree(root, width, room) for root in roots]
        if max(block.width for block in blocks) <= room and _across(blocks) <= room:
            return _row(blocks)
    return _stacked([_tree(root, min(_WIDTHS[-1], room), room) for root in roots], room)


def _tree(node: Node, width: int, room: int) -> Block:
    """A node with all below it: as a tree while that fits, else hanging, else in rows of those below."""
    if not node.children:
        return _box(node, width)
    if len(node.children) == 1:
        return _above(node, width, [_tree(node.children[0], width, room)])
    below = [_natural(child, width) for child in node.children]
    small = [_hanging(child, width) for child in node.children]
    while _across(below) > room:
        widest = max(range(len(below)), key=lambda at: below[at].width - small[at].width)
        if below[widest].width <= small[widest].width:
            break
        below[widest] = small[widest]
    if _across(below) <= room:
        return _above(node, width, below)
    return _in_rows(node, width, below, room)


def _natural(node: Node, width: int) -> Block:
    """A node above those below it, all side by side; leaves of their own superior hang."""
    if not node.children:
        return _box(node, width)
    return _above(node, width, [_natural(child, width) for child in node.children])


def _hanging(node: Node, width: int) -> Block:
    """A node with those below it one under the other, indented."""
    own = _box(node, width)
    boxes, rules, y, last = list(own.boxes), [], own.height, 0
    trunk = _INDENT // 2
    for child in node.children:
        y += _BETWEEN
        part = _hanging(child, width).moved(_INDENT, y)
        last = y + part.boxes[0].height // 2
        boxes += part.boxes
        rules += [*part.rules, Rule(trunk, last, _INDENT - trunk, 0)]
        y = part.height
    if node.children:
        rules.append(Rule(trunk, own.height, 0, last - own.height))
    return Block(max(box.x + box.width for box in boxes), y, width // 2, tuple(boxes), tuple(rules))


def _above(node: Node, width: int, below: Sequence[Block]) -> Block:
    """A node in the middle above a row of blocks."""
    row = _row(below)
    centres = _centres(below)
    own = height(node, width)
    middle = (centres[0] + centres[-1]) // 2
    shift = max(width // 2 - middle, 0)
    row = row.moved(shift, own + _DOWN)
    middle, bus = middle + shift, own + _DOWN // 2
    rules = [Rule(middle, own, 0, _DOWN // 2)]
    rules += [Rule(centre + shift, bus, 0, _DOWN - _DOWN // 2) for centre in centres]
    if centres[-1] > centres[0]:
        rules.append(Rule(centres[0] + shift, bus, centres[-1] - centres[0], 0))
    box = Box(node, middle - width // 2, 0, width, own)
    wide = max(row.width, box.x + width)
    return Block(wide, row.height, middle, (box, *row.boxes), (*rules, *row.rules))


def _in_rows(node: Node, width: int, below: Sequence[Block], room: int) -> Block:
    """A node above several rows of blocks, joined by a trunk at the left."""
    own = height(node, width)
    boxes: list[Box] = [Box(node, 0, 0, width, own)]
    rules: list[Rule] = []
    y = bus = own
    for row in _rows(below, room - _INDENT):
        bus = y + _DOWN // 2
        centres = [centre + _INDENT for centre in _centres(row)]
        part = _row(row).moved(_INDENT, y + _DOWN)
        rules.append(Rule(_INDENT // 2, bus, centres[-1] - _INDENT // 2, 0))
        rules += [Rule(centre, bus, 0, _DOWN - _DOWN // 2) for centre in centres]
        boxes += part.boxes
        rules += part.rules
        y = part.height
    rules.append(Rule(_INDENT // 2, own, 0, bus - own))
    return Block(max(b.x + b.width for b in boxes), y, width // 2, tuple(boxes), tuple(rules))


def _stacked(blocks: Sequence[Block], room: int) -> Block:
    """Trees that do not fit beside each other, in rows."""
    boxes: list[Box] = []
    rules: list[Rule] = []
    y = 0
    for row in _rows(blocks, room):
        part = _row(row).moved(0, y)
        boxes += part.boxes
        rules += part.rules
        y = part.height + _DOWN
    return Block(max(b.x + b.width for b in boxes), y - _DOWN, 0, tuple(boxes), tuple(rules))


def _rows(blocks: Sequence[Block], room: int) -> list[list[Block]]:
    rows: list[list[Block]] = [[]]
    for block in blocks:
        if rows[-1] and _across([*rows[-1], block]) > room:
            rows.append([])
        rows[-1].append(block)
    return rows


def _row(blocks: Sequence[Block]) -> Block:
    """Blocks beside each other, their tops level."""
    boxes: list[Box] = []
    rules: list[Rule] = []
    x = 0
    for block in blocks:
        part = block.moved(x, 0)
        boxes += part.boxes
        rules += part.rules
        x = part.width + _ACROSS
    high = max(block.height for block in blocks)
    return Block(x - _ACROSS, high, 0, tuple(boxes), tuple(rules))


def _centres(blocks: Sequence[Block]) -> list[int]:
    """Where the lines from above meet the blocks of a row."""
    found, x = [], 0
    for block in blocks:
        found.append(x + block.middle)
        x += block.width + _ACROSS
    return found


def _across(blocks: Sequence[Block]) -> int:
    return sum(block.width for block in blocks) + _ACROSS * (len(blocks) - 1)


def _box(node: Node, width: int) -> Block:
    own = height(node, width)
    return Block(width, own, width // 2, (Box(node, 0, 0, width, own),))
