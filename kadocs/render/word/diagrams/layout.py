"""A tree laid out within a width: side by side where there is room, else hanging below their superior.

A block is a part of the tree with a place for each of its boxes and lines, measured from its own corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kadocs.render.word.diagrams.boxes import MM, Node, height, narrowest

_ACROSS, _DOWN = 5 * MM // 2, 7 * MM
_BETWEEN = 3 * MM  # of those that hang one below the other
_INDENT = 5 * MM
_WIDTHS = (36 * MM, 31 * MM, 27 * MM, 24 * MM, 22 * MM)


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
    """The trees beside each other, no wider than `room`: with as little hanging as there is room for.

    What is too wide even if all below the second level hangs stands in several rows.
    """
    least = max(_WIDTHS[-1], min(room, max(map(narrowest, roots))))
    widths = [*(width for width in _WIDTHS if least < width <= room), least]
    for levels in range(max(map(_depth, roots)), 0, -1):
        for width in widths:
            row = _row([_tree(root, width, levels) for root in roots])
            if row.width <= room:
                return row
    return _stacked([_broken(root, widths[-1], room) for root in roots], room)


def _depth(node: Node) -> int:
    return 1 + max(map(_depth, node.children), default=0)


def _tree(node: Node, width: int, levels: int) -> Block:
    """A node above those below it, side by side for so many levels, hanging from there on."""
    if not node.children:
        return _box(node, width)
    if levels == 1:
        return _hanging(node, width)
    return _above(node, width, [_tree(child, width, levels - 1) for child in node.children])


def _broken(node: Node, width: int, room: int) -> Block:
    """A node above rows of those below it, all hanging; a chain of single ones first."""
    if len(node.children) == 1:
        return _above(node, width, [_broken(node.children[0], width, room)])
    below = [_hanging(child, width) for child in node.children]
    return _in_rows(node, width, below, room) if below else _box(node, width)


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
