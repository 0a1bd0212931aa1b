"""Pairing of tags into blocks: every `for` has its `endfor`, and no others in between."""

from __future__ import annotations

import difflib

from kadocs.findings import Finding, Text
from kadocs.render.tags import STATEMENT
from kadocs.render.word.marks import Block, Mark, Role

OPENERS = ("for", "if", "macro", "call", "filter", "set", "with", "raw")
MIDDLES = {"elif": ("if",), "else": ("if", "for")}
CELL_STATEMENTS = frozenset({"cellbg", "colspan", "hm", "vm"})
"""Statements about the cell that they stand in."""

SINGLES = ("set", *sorted(CELL_STATEMENTS))
CAPTURES = frozenset({"macro", "call", "filter", "set"})
"""Blocks whose inside is kept as a value instead of being written where it stands."""

_INCLUDE = Text(
    '请让它单独成段，并写明文件名：{% include "part.docx" %}。',
    'Let it stand alone in its paragraph, naming a file: {% include "part.docx" %}.',
)
_KNOWN = (*OPENERS, *(f"end{keyword}" for keyword in OPENERS), *MIDDLES, *SINGLES)


def pair(marks: list[Mark], file: str) -> tuple[list[Block], list[Finding]]:
    """The blocks that `marks` (in document order) form, and what is wrong with them."""
    pairing = _Pairing(file)
    for mark in marks:
        if mark.tag.kind == STATEMENT:
            pairing.take(mark)
    for block in pairing.open:
        pairing.unclosed(block)
    return pairing.blocks, pairing.findings


class _Pairing:
    def __init__(self, file: str) -> None:
        self.file = file
        self.open: list[Block] = []
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []

    def take(self, mark: Mark) -> None:
        keyword = mark.tag.keyword
        if keyword in OPENERS and not _is_assignment(mark):
            mark.role = Role.OPEN
            mark.block = Block(keyword, [mark], self.open[-1] if self.open else None)
            self.open.append(mark.block)
        elif keyword in MIDDLES:
            self._middle(mark)
        elif keyword.startswith("end") and keyword[3:] in OPENERS:
            self._close(mark)
        elif keyword not in SINGLES:
            self._unknown(mark)
        else:
            mark.block = self.open[-1] if self.open else None

    def _middle(self, mark: Mark) -> None:
        keyword = mark.tag.keyword
        if not self.open or self.open[-1].keyword not in MIDDLES[keyword]:
            self._stray(mark, MIDDLES[keyword])
            return
        mark.role, mark.block = Role.MIDDLE, self.open[-1]
        self.open[-1].marks.append(mark)

    def _close(self, mark: Mark) -> None:
        keyword = mark.tag.keyword[3:]
        if all(block.keyword != keyword for block in self.open):
            self._stray(mark, (keyword,))
            return
        while self.open[-1].keyword != keyword:
            self.unclosed(self.open.pop(), mark)
        block = self.open.pop()
        mark.role, mark.block = Role.CLOSE, block
        block.marks.append(mark)
        self.blocks.append(block)

    def unclosed(self, block: Block, met: Mark | None = None) -> None:
        """Report a block that nothing closes; `met` is the tag that was found instead."""
        end = f"{{% end{block.keyword} %}}"
        message = Text(
            f"这个 {block.keyword} 没有用 {end} 结束", f"this {block.keyword} is never closed by {end}"
        )
        if met is not None:
            where = met.spot.position
            message = Text(
                f"{message.zh}，却先遇到了{where.zh}的 {met.tag.source}",
                f"{message.en}: {met.tag.source} comes first ({where.en})",
            )
        hint = Text(f"请在它管辖的内容之后写上 {end}。", f"Write {end} after what it governs.")
        self.findings.append(block.opener.finding(self.file, "TPL011", message, hint))

    def _stray(self, mark: Mark, openers: tuple[str, ...]) -> None:
        wanted = " / ".join(f"{{% {keyword} … %}}" for keyword in openers)
        self.findings.append(
            mark.finding(
                self.file,
                "TPL011",
                Text(f"前面没有与它对应的 {wanted}", f"nothing before it opens it: no {wanted}"),
                Text("请补上开头，或删去这个标签。", "Add the opening tag, or remove this one."),
            )
        )

    def _unknown(self, mark: Mark) -> None:
        near = difflib.get_close_matches(mark.tag.keyword, _KNOWN, n=1)
        hint = (
            Text(f"是不是想写“{near[0]}”？", f'Did you mean "{near[0]}"?')
            if near
            else Text(f"可用的语句：{'、'.join(OPENERS)}。", f"Statements are {', '.join(OPENERS)}.")
        )
        if mark.tag.keyword == "include":
            hint = _INCLUDE
        word = mark.tag.keyword or mark.tag.source
        self.findings.append(
            mark.finding(
                self.file, "TPL016", Text(f"不认识语句“{word}”", f'unknown statement "{word}"'), hint
            )
        )


def _is_assignment(mark: Mark) -> bool:
    """Whether a `set` is `set x = …`, which has no end, and not the opening of `set x` … `endset`."""
    return mark.tag.keyword == "set" and "=" in mark.tag.body.partition("|")[0]
