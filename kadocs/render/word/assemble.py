"""A part's Jinja source: its static XML in numbered chunks, its tags each on a line of their own.

The chunks stay outside the source, so Jinja's lexer reads only tags, static text can never be taken
for one, and a line number leads back to its tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from kadocs.render.tags import COMMENT, OUTPUT
from kadocs.render.word import printer
from kadocs.render.word.blocks import CAPTURES
from kadocs.render.word.entities import unescape
from kadocs.render.word.marks import Mark, Role, level_of
from kadocs.render.word.markup import Element
from kadocs.render.word.settle import MARK, MARK_END
from kadocs.render.word.sites import Site, site

CHUNK = "_chunk"

_PROLOGUE = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_OUTPUT_PRINTERS = {"cellbg": printer.COLOUR, "colspan": printer.SPAN}


@dataclass(slots=True)
class Source:
    """A part as Jinja source, with what its numbers stand for.

    `pieces` are its lines, and `lines[n]` is the mark of line n + 2; `printers` says how the expression of
    a line is printed and `levels` at which level a line's block captures.
    """

    pieces: list[str] = field(default_factory=list)
    chunks: list[str] = field(default_factory=list)
    lines: list[Mark | None] = field(default_factory=list)
    printers: dict[int, str] = field(default_factory=dict)
    levels: dict[int, str] = field(default_factory=dict)
    sites: list[Site] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole source, which Jinja can parse."""
        return "".join(self.pieces)


@dataclass(slots=True)
class Extra:
    """A piece of source that the compiler adds for a tag: an expression with its printer, or a statement."""

    code: str
    mark: Mark
    printer: str = printer.PLAIN


def assemble(root: Element, marks: list[Mark], extras: dict[str, Extra], token: str) -> Source:
    """The source of a part whose tags are all at their levels.

    `token` encloses the numbers of tags in attributes.
    """
    sites = [site(mark) for mark in marks]
    xml = etree.tostring(root, encoding="unicode")
    xml = re.sub(r"<\?g ([^?]+)\?>", rf"{MARK}\1{MARK_END}", xml)
    xml = re.sub(rf"{token}\.([^.]+)\.", rf"{MARK}\1{MARK_END}", xml)
    pieces = re.split(rf"<\?k (\w+)\?>|{token}(\w+?){token}", _PROLOGUE + xml)
    return _Assembly(marks, extras, sites).run(pieces)


def in_attribute(token: str, number: int | str) -> str:
    """What stands for a tag inside an attribute while its part is still a tree."""
    return f"{token}{number}{token}"


class _Assembly:
    def __init__(self, marks: list[Mark], extras: dict[str, Extra], sites: list[Site]) -> None:
        self._marks = marks
        self._extras = extras
        self._source = Source(sites=sites)
        self._plain_depth = 0

    def run(self, pieces: list[str | None]) -> Source:
        for index in range(0, len(pieces), 3):
            self._static(pieces[index] or "")
            if index + 1 < len(pieces):
                self._tag(pieces[index + 1] or pieces[index + 2] or "")
        return self._source

    def _static(self, text: str) -> None:
        if not text:
            return
        if self._plain_depth:
            text = unescape(text)
        self._emit("{{", f"{CHUNK}{len(self._source.chunks)}", "}}", None)
        self._source.chunks.append(text)

    def _emit(self, opener: str, body: str, closer: str, mark: Mark | None) -> None:
        self._source.lines.append(mark)
        self._source.pieces.append(f"{opener}\n{body} {closer}")

    def _tag(self, number: str) -> None:
        if number in self._extras:
            extra = self._extras[number]
            if extra.printer:
                self._print(extra.mark, extra.code, extra.printer)
            else:
                self._emit("{%", extra.code, "%}", extra.mark)
            return
        mark = self._marks[int(number)]
        if mark.tag.kind == OUTPUT:
            self._print(mark, mark.tag.body, self._printer(mark))
        elif mark.tag.keyword in _OUTPUT_PRINTERS:
            keyword = mark.tag.keyword
            self._print(mark, mark.tag.body[len(keyword) :], _OUTPUT_PRINTERS[keyword])
        elif mark.tag.kind != COMMENT and "raw" not in mark.tag.keyword:
            self._statement(mark)

    def _printer(self, mark: Mark) -> str:
        if self._plain_depth:
            return printer.PLAIN
        if mark.tag.prefix in ("p", "tr", "tc"):
            return printer.BLOCK
        return printer.TEXT if self._source.sites[mark.number].in_run else printer.PROPERTY

    def _print(self, mark: Mark, code: str, kind: str) -> None:
        self._source.printers[len(self._source.lines) + 2] = kind
        self._emit("{{", code, "}}", mark)

    def _statement(self, mark: Mark) -> None:
        block = mark.block
        captures = block is not None and block.keyword in CAPTURES and mark.role is not Role.SINGLE
        level = level_of(block) if captures and block is not None else ""
        if captures and mark.role is Role.CLOSE and level == "t":
            self._plain_depth -= 1
        self._emit("{%", mark.tag.body, "%}", mark)
        if captures and mark.role is Role.OPEN:
            self._source.levels[len(self._source.lines) + 1] = level
            self._plain_depth += level == "t"
