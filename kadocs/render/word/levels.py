"""The level of each block: paragraphs, rows, cells, or text inside one paragraph.

All tags of a block become children of one element. Since blocks are also properly nested, whatever
a render repeats or leaves out is then always a run of whole siblings, and the output is well-formed
whichever way its conditions fall.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from kadocs.findings import Finding, Text
from kadocs.render.tags import OUTPUT
from kadocs.render.word import moves
from kadocs.render.word.blocks import CAPTURES, CELL_STATEMENTS
from kadocs.render.word.marks import Block, Mark, Role, level_of
from kadocs.render.word.markup import MATH_RUN, TC, TR, Element, P, R, T, ancestor
from kadocs.render.word.stills import Stills
from kadocs.render.word.surroundings import Surroundings

_PREFIXED = {"p": P, "tr": TR, "tc": TC}
_NAMES = {
    P: Text("段落", "paragraph"),
    TR: Text("表格行", "table row"),
    TC: Text("单元格", "table cell"),
}
_HINT = Text(
    "同一个语句的各个标签要放在同一层：都单独成段、都单独占一行（{%tr … %}）、"
    "分别写在同一行的不同单元格里，或都写在同一段里。",
    "Put all tags of a statement at one level: each alone in its paragraph, each alone in its row "
    "({%tr … %}), in different cells of one row, or all in one paragraph.",
)


class Levels:
    """Decides the level of every block and single tag of a part, then moves their instructions."""

    def __init__(self, marks: list[Mark], blocks: list[Block], stills: Stills, file: str) -> None:
        self._marks = marks
        self._blocks = blocks
        self._file = file
        self._around = Surroundings(marks, stills)
        self._dissolve: dict[Element, None] = {}
        self._wrap: dict[Mark, Element] = {}
        self._inline: list[Block] = []
        self.findings: list[Finding] = []

    def settle(self) -> list[Finding]:
        """Move every tag to its level; returns what could not be placed."""
        for block in sorted(self._blocks, key=lambda b: b.opener.number):
            self._decide(block)
        for mark in self._marks:
            if mark.role is Role.SINGLE:
                self._decide_single(mark)
        self._refuse_neighbours()
        if not self.findings:
            self._move()
            self._verify()
        return self.findings

    def _decide(self, block: Block) -> None:
        prefixes = sorted({mark.tag.prefix for mark in block.marks} - {"", "r"})
        if len(prefixes) > 1:
            self._refuse_mixture(block, prefixes)
        elif prefixes:
            self._decide_prefixed(block, _PREFIXED[prefixes[0]])
        else:
            self._decide_unprefixed(block)

    def _decide_prefixed(self, block: Block, level: str) -> None:
        holders = [self._holder(mark, level) for mark in block.marks]
        if any(holder is None for holder in holders) or not _siblings(holders):
            self._refuse_scattered(block)
        elif level != P and all(holder is holders[0] for holder in holders):
            self._wrap_whole(block, holders[0])
        else:
            self._dissolve.update(dict.fromkeys(h for h in holders if h is not None))

    def _decide_unprefixed(self, block: Block) -> None:
        paragraphs = [mark.paragraph for mark in block.marks]
        rows = [ancestor(p, TR) for p in paragraphs]
        if all(p is paragraphs[0] for p in paragraphs):
            if self._around.tags_only(paragraphs[0]):
                self._dissolve[paragraphs[0]] = None
            else:
                self._inline.append(block)
        elif all(self._around.tags_only(p) for p in paragraphs) and _siblings(paragraphs):
            self._dissolve.update(dict.fromkeys(paragraphs))
        elif rows[0] is not None and all(row is rows[0] for row in rows):
            self._decide_one_row(block, rows[0])
        elif all(row is not None and self._around.tags_only(row) for row in rows) and _siblings(rows):
            self._dissolve.update(dict.fromkeys(row for row in rows if row is not None))
        else:
            self._refuse_scattered(block)

    def _decide_one_row(self, block: Block, row: Element) -> None:
        cells = [ancestor(mark.paragraph, TC) for mark in block.marks]
        if all(cell is cells[0] for cell in cells):
            self._refuse_scattered(block)
        else:
            self._wrap_whole(block, row)

    def _wrap_whole(self, block: Block, element: Element | None) -> None:
        if len(block.marks) > 2 or element is None:
            self._refuse_scattered(block)
            return
        for mark in block.marks:
            self._wrap[mark] = element

    def _decide_single(self, mark: Mark) -> None:
        if mark.tag.prefix in _PREFIXED:
            holder = self._holder(mark, _PREFIXED[mark.tag.prefix])
            if holder is None:
                self._refuse_no_holder(mark)
            else:
                self._dissolve[holder] = None
        elif mark.tag.kind != OUTPUT and mark.tag.keyword not in CELL_STATEMENTS:
            row = ancestor(mark.paragraph, TR)
            if row is not None and self._around.tags_only(row):
                self._dissolve[row] = None
            elif self._around.tags_only(mark.paragraph):
                self._dissolve[mark.paragraph] = None

    def _holder(self, mark: Mark, level: str) -> Element | None:
        return mark.paragraph if level == mark.paragraph.tag == P else ancestor(mark.paragraph, level)

    def _refuse_neighbours(self) -> None:
        """Report text, values or pictures beside a tag that takes its whole element."""
        for element in self._dissolve:
            beside = self._around.beside(element)
            if beside:
                self._refuse_beside(self._around.within(element)[0], beside, str(element.tag))

    def _move(self) -> None:
        for mark in self._marks:  # in document order, so that nested blocks keep their order
            if mark in self._wrap:
                moves.wrap(mark.node, self._wrap[mark], opens=mark.role is Role.OPEN)
        for tag in (TR, TC, P):
            for element in self._dissolve:
                if element.tag == tag and element.getparent() is not None:
                    moves.dissolve(element)
        for block in self._inline:
            self._move_inline(block)

    def _move_inline(self, block: Block) -> None:
        nodes = [mark.node for mark in block.marks]
        container = moves.common_parent(nodes)
        if container.tag not in (T, P) and block.keyword in CAPTURES:
            container = next(
                e for e in (container, *container.iterancestors()) if e.tag not in (T, R, MATH_RUN)
            )
        for mark in block.marks:
            if not moves.lift(mark.node, container):
                self._refuse_scattered(block)
                return

    def _verify(self) -> None:
        """Refuse what did not come out nested: the guarantee rests on this, not on the rules above."""
        root = self._marks[0].node.getroottree().getroot() if self._marks else None
        by_node = {mark.node: mark for mark in self._marks}
        nesting: list[Block] = []
        for node in root.iter(etree.ProcessingInstruction) if root is not None else ():
            mark = by_node.get(node)
            if mark is None or mark.block is None or mark.role is Role.SINGLE:
                continue
            if mark.role is Role.OPEN:
                nesting.append(mark.block)
            misplaced = node.getparent() is not mark.block.opener.node.getparent()
            if misplaced or not nesting or nesting[-1] is not mark.block:
                self._refuse_scattered(mark.block)
                return
            if mark.role is Role.CLOSE:
                nesting.pop()
        for block in self._blocks:
            if block.keyword == "filter" and level_of(block) != "t":
                self._refuse_filter(block)

    def _refuse_filter(self, block: Block) -> None:
        self.findings.append(
            block.opener.finding(
                self._file,
                "TPL012",
                Text(
                    "filter 只能管同一段里格式相同的文字",
                    "filter can only govern text of one format in one paragraph",
                ),
                Text("请改用 {{ 值 | 过滤器 }}。", "Use {{ value | filter }} instead."),
            )
        )

    def _refuse_mixture(self, block: Block, prefixes: Iterable[str]) -> None:
        listed = "、".join(prefixes)
        self.findings.append(
            block.opener.finding(
                self._file,
                "TPL012",
                Text(
                    f"同一个 {block.keyword} 的标签用了不同的前缀：{listed}",
                    f"the tags of this {block.keyword} have different prefixes: {listed}",
                ),
                _HINT,
            )
        )

    def _refuse_scattered(self, block: Block) -> None:
        opener, closer = block.opener.spot.position, block.closer.spot.position
        middles = [m for m in block.marks if m.role is Role.MIDDLE]
        via = "".join(f"，{m.tag.source} 在{m.spot.position.zh}" for m in middles)
        via_en = "".join(f", has {m.tag.source} in {m.spot.position.en}" for m in middles)
        self.findings.append(
            block.opener.finding(
                self._file,
                "TPL012",
                Text(
                    f"{block.keyword} 在{opener.zh}开始{via}，在{closer.zh}结束，不在同一层",
                    f"{block.keyword} opens in {opener.en}{via_en}, closes in {closer.en}: not at one level",
                ),
                _HINT,
            )
        )

    def _refuse_beside(self, mark: Mark, beside: str, tag: str) -> None:
        name = _NAMES[tag]
        self.findings.append(
            mark.finding(
                self._file,
                "TPL013",
                Text(
                    f"标签要独占整个{name.zh}，旁边却还有“{beside}”",
                    f'the tag takes its whole {name.en}, but "{beside}" stands beside it',
                ),
                Text("请把旁边的内容移到别处。", "Move what stands beside it elsewhere."),
            )
        )

    def _refuse_no_holder(self, mark: Mark) -> None:
        name = _NAMES[_PREFIXED[mark.tag.prefix]]
        self.findings.append(
            mark.finding(
                self._file,
                "TPL012",
                Text(f"标签不在{name.zh}里", f"the tag does not stand in a {name.en}"),
                Text(f"请去掉前缀 {mark.tag.prefix}。", f"Leave out the prefix {mark.tag.prefix}."),
            )
        )


def _siblings(elements: list[Element] | list[Element | None]) -> bool:
    parents = [element.getparent() for element in elements if element is not None]
    return len(parents) == len(elements) and all(parent is parents[0] for parent in parents)
