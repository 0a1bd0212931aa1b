"""`{% vm %}` and `{% hm %}`: cells that a loop merges, downwards over its rows or across its cells.

A cell merged downwards is written in full in the first row that the loop writes; the cells below it
are empty and continue it (ISO 29500-1, 17.4.84). Which loop that is, its tags tell: a cell that prints
`{{ group.name }}` is merged as long as `group` stays the same; any other over the innermost loop.
Several `{% vm %}` in one cell name it outright: as many loops as there are tags, from the inside out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from kadocs.findings import Finding, Text
from kadocs.render.tags import OUTPUT
from kadocs.render.word.assemble import Extra, in_attribute
from kadocs.render.word.cells import GRID_SPAN, put
from kadocs.render.word.marks import Block, Mark, Role
from kadocs.render.word.markup import (
    P_PR,
    SECT_PR,
    TBL,
    TC,
    TR,
    VAL,
    Element,
    P,
    T,
    ancestor,
    instruction,
    is_instruction,
    w,
    without,
)
from kadocs.render.word.stills import Stills

VERTICAL, HORIZONTAL = "vm", "hm"
_V_MERGE = w("vMerge")
_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*")
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'')
_TARGET = re.compile(r"for\s+(.+?)\s+in\b")


def horizontal(marks: list[Mark]) -> set[Element]:
    """The cells that are merged across."""
    cells = (ancestor(m.paragraph, TC) for m in marks if m.tag.keyword == HORIZONTAL)
    return {cell for cell in cells if cell is not None}


def settle(marks: list[Mark], stills: Stills, extras: dict[str, Extra], file: str) -> list[Finding]:
    """Merge the cells that have such a tag; everything else of the part is at its place already."""
    wanted: dict[Element, list[Mark]] = {}
    for mark in marks:
        if mark.tag.keyword in (VERTICAL, HORIZONTAL):
            cell = ancestor(mark.paragraph, TC)
            if cell is not None:
                wanted.setdefault(cell, []).append(mark)
    if not wanted:
        return []
    merging = _Merging(marks, stills, extras)
    faults = [merging.cell(cell, wanted[cell], loops) for cell, loops in _around(wanted, marks)]
    return [_no_loop(mark, file) for loopless in faults for mark in loopless]


def _around(cells: dict[Element, list[Mark]], marks: list[Mark]) -> Iterator[tuple[Element, list[Block]]]:
    """Each of these cells with the loops that it stands in, outermost first."""
    by_node = {mark.node: mark for mark in marks}
    loops: list[Block] = []
    root = next(iter(cells)).getroottree().getroot()
    for node in list(root.iter(etree.ProcessingInstruction, TC)):
        if not is_instruction(node):
            if node in cells:
                yield node, list(loops)
            continue
        mark = by_node.get(node)
        if mark is None or mark.block is None or mark.block.keyword != "for":
            continue
        if mark.role is Role.OPEN:
            loops.append(mark.block)
        elif mark.role is Role.CLOSE:
            loops.pop()


def _rows(cell: Element) -> set[Element | None]:
    """The elements whose children a cell's row is one of: its table, and what wraps rows in that."""
    found: set[Element | None] = set()
    row = ancestor(cell, TR)
    for above in row.iterancestors() if row is not None else ():
        found.add(above)
        if above.tag == TBL:
            break
    return found


class _Merging:
    def __init__(self, marks: list[Mark], stills: Stills, extras: dict[str, Extra]) -> None:
        self._marks = marks
        self._stills = stills
        self._extras = extras
        self._count = 0

    def cell(self, cell: Element, marks: list[Mark], loops: list[Block]) -> list[Mark]:
        """Merge a cell as its tags say; returns those for which there is no loop."""
        loopless = []
        for keyword, level in ((VERTICAL, _rows(cell)), (HORIZONTAL, {ancestor(cell, TR)})):
            own = [mark for mark in marks if mark.tag.keyword == keyword]
            near = [loop for loop in loops if loop.opener.node.getparent() in level]
            if own and not near:
                loopless.append(own[0])
            elif own and keyword == VERTICAL:
                self.down(cell, own, near)
            elif own:
                self.across(cell, own[0])
        return loopless

    def down(self, cell: Element, own: list[Mark], loops: list[Block]) -> None:
        """Let the first row of the loop that a cell belongs to hold it, the others continue it."""
        loop = loops[max(len(loops) - len(own), 0)] if len(own) > 1 else self._loop_of(cell, loops)
        name, mark = f"kadocs_merge{self._count}", own[0]
        loop.opener.node.addprevious(self._statement(f"set {name} = namespace(first=true)", mark))
        first = self._value(f"'restart' if {name}.first else 'continue'", mark)
        put(cell, _V_MERGE).set(VAL, first)
        cell.insert(1, self._statement(f"if {name}.first", mark))  # behind the properties
        cell.append(self._statement("else", mark))
        cell.append(_empty(cell))
        cell.append(self._statement("endif", mark))
        cell.append(self._statement(f"set {name}.first = false", mark))

    def across(self, cell: Element, mark: Mark) -> None:
        """Write a cell in the first turn of its loop only, as wide as all turns together."""
        span = put(cell, GRID_SPAN)
        drawn = span.get(VAL, "1")
        span.set(VAL, self._value(f"loop.length * {drawn if drawn.isdigit() else 1}", mark))
        cell.addprevious(self._statement("if loop.first", mark))
        end = self._statement("endif", mark)
        end.tail, cell.tail = cell.tail, None
        cell.addnext(end)

    def _loop_of(self, cell: Element, loops: list[Block]) -> Block:
        """The loop during which the variable that a cell prints stays the same."""
        printed = self._stills.within("".join(text.text or "" for text in cell.iter(T)))
        names = {still.body.partition(".")[0] for still in printed}
        for mark in self._marks:
            if mark.tag.kind == OUTPUT and cell in mark.paragraph.iterancestors(TC):
                names.update(_NAME.findall(_LITERAL.sub("", mark.tag.body)))
        for index in reversed(range(len(loops))):
            if names & _targets(loops[index]):
                return loops[min(index + 1, len(loops) - 1)]
        return loops[-1]

    def _statement(self, code: str, mark: Mark) -> Element:
        return instruction("k", self._extra(code, mark, printer=""))

    def _value(self, code: str, mark: Mark) -> str:
        return in_attribute(self._stills.token, self._extra(code, mark))

    def _extra(self, code: str, mark: Mark, **options: str) -> str:
        number = f"m{self._count}"
        self._count += 1
        self._extras[number] = Extra(code, mark, **options)
        return number


def _targets(loop: Block) -> set[str]:
    """The names that a loop gives to its items."""
    match = _TARGET.match(loop.opener.tag.body)
    return set(_NAME.findall(match.group(1))) if match else set()


def _empty(cell: Element) -> Element:
    """A paragraph without text, in the format of the cell's first."""
    paragraph = cell.makeelement(P)
    properties = cell.find(f"{P}/{P_PR}")
    if properties is not None:
        paragraph.append(without(properties, SECT_PR))
    return paragraph


def _no_loop(mark: Mark, file: str) -> Finding:
    down = mark.tag.keyword == VERTICAL
    kind = Text("行", "rows") if down else Text("单元格", "cells")
    prefix = "tr" if down else "tc"
    return mark.finding(
        file,
        "TPL040",
        Text(
            f"{mark.tag.keyword} 所在的单元格不在重复{kind.zh}的循环里",
            f"the cell of {mark.tag.keyword} is in no loop over {kind.en}",
        ),
        Text(
            f"请把它写在 {{%{prefix} for … %}} 和 {{%{prefix} endfor %}} 之间。",
            f"Put it between {{%{prefix} for … %}} and {{%{prefix} endfor %}}.",
        ),
    )
