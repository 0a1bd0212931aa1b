"""A part's Jinja source: its static XML in numbered chunks, its tags each on a line of their own.

The chunks stay outside the source, so Jinja's lexer reads only tags, static text can never be taken
for one, and a line number leads back to its tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from kadocs.render.environment import Environment
from kadocs.render.tags import COMMENT, OUTPUT
from kadocs.render.word import printer
from kadocs.render.word.blocks import CAPTURES
from kadocs.render.word.entities import unescape
from kadocs.render.word.marks import Mark, Role, level_of
from kadocs.render.word.markup import Element
from kadocs.render.word.runs import RUN, Plain, Run, Step
from kadocs.render.word.settle import MARK, MARK_END
from kadocs.render.word.sites import Sites, site
from kadocs.render.word.stills import STILL, Still, Stills

CHUNK = "_chunk"

_PROLOGUE = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_OUTPUT_PRINTERS = {"cellbg": printer.COLOUR, "colspan": printer.SPAN}


@dataclass(slots=True)
class Source:
    """A part as Jinja source, with what its numbers stand for.

    `pieces` are its lines, `lines[n]` is the tag of line n + 2 and `numbers[n]` that tag's number. By line,
    `printers` says how an expression is printed and `levels` at which level a block captures; `runs` are the
    stretches of plain values, which each have a line.
    """

    sites: Sites
    pieces: list[str] = field(default_factory=list)
    chunks: list[str] = field(default_factory=list)
    lines: list[Mark | Still | None] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)
    printers: dict[int, str] = field(default_factory=dict)
    levels: dict[int, str] = field(default_factory=dict)
    runs: dict[int, Run] = field(default_factory=dict)

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


def assemble(
    root: Element, marks: list[Mark], stills: Stills, extras: dict[str, Extra], environment: Environment
) -> Source:
    """The source of a part whose tags are all at their levels.

    The token of `stills` encloses the numbers of tags in attributes too; `environment` has the filters.
    """
    marked = [site(mark) for mark in marks]
    token = stills.token
    xml = stills.keeping_spaces(etree.tostring(root, encoding="unicode"))
    xml = re.sub(r"<\?g ([^?]+)\?>", rf"{MARK}\1{MARK_END}", xml)
    # A tag's closing word may be followed by a full stop: it must not be taken for the beginning of a mark.
    if f"{token}." in xml:
        words = re.compile(rf"({token}\w+?{token})|{token}\.([^.]+)\.")
        xml = words.sub(lambda match: match[1] or f"{MARK}{match[2]}{MARK_END}", xml)
    pieces = re.split(rf"<\?k (\w+)\?>|{token}(\w+?){token}", _PROLOGUE + xml)
    source = Source(Sites(marked, stills.found, pieces))
    _Assembly(marks, stills.found, extras, source, Plain(marks, environment)).run(pieces)
    return source


def in_attribute(token: str, number: int | str) -> str:
    """What stands for a tag inside an attribute while its part is still a tree."""
    return f"{token}{number}{token}"


class _Assembly:
    def __init__(
        self,
        marks: list[Mark],
        stills: list[Still],
        extras: dict[str, Extra],
        source: Source,
        plain: Plain,
    ) -> None:
        self._marks = marks
        self._stills = stills
        self._extras = extras
        self._plain = plain
        self._source = source
        self._static = ""
        self._steps: list[Step] = []
        self._plain_depth = 0

    def run(self, pieces: list[str | None]) -> None:
        """Take the pieces of a part's XML: XML, the number of an instruction, a word, XML and so on."""
        self._text(pieces[0] or "")
        for index in range(1, len(pieces), 3):
            self._tag(pieces[index] or pieces[index + 1] or "")
            self._text(pieces[index + 2] or "")
        self._flush()

    def _text(self, text: str) -> None:
        if self._plain_depth:
            text = unescape(text)
        self._static = self._static + text if self._static else text

    def _tag(self, key: str) -> None:
        if key[0] == STILL:
            still = self._stills[int(key[1:])]
            self._print(still, still.body, printer.TEXT, len(self._marks) + still.number)
        elif key in self._extras:
            extra = self._extras[key]
            if extra.printer:
                self._print(extra.mark, extra.code, extra.printer, extra.mark.number)
            else:
                self._emit("{%", extra.code, "%}", extra.mark, extra.mark.number)
        else:
            self._marked(self._marks[int(key)])

    def _marked(self, mark: Mark) -> None:
        tag = mark.tag
        if tag.kind == OUTPUT:
            self._print(mark, tag.body, self._printer(mark), mark.number)
        elif tag.keyword in _OUTPUT_PRINTERS:
            code, kind = tag.body[len(tag.keyword) :], _OUTPUT_PRINTERS[tag.keyword]
            self._print(mark, code, kind, mark.number)
        elif tag.kind != COMMENT and "raw" not in tag.keyword:
            self._statement(mark)

    def _printer(self, mark: Mark) -> str:
        if self._plain_depth:
            return printer.PLAIN
        if mark.tag.prefix in ("p", "tr", "tc"):
            return printer.BLOCK
        return printer.TEXT if self._source.sites[mark.number].in_run else printer.PROPERTY

    def _print(self, tagged: Mark | Still, code: str, kind: str, number: int) -> None:
        if kind == printer.TEXT and (step := self._plain.step(self._static, code, number)) is not None:
            self._steps.append(step)
            self._static = ""
            return
        self._flush()
        self._line("{{", code, "}}", tagged, number)
        self._source.printers[len(self._source.lines) + 1] = kind

    def _statement(self, mark: Mark) -> None:
        block = mark.block
        captures = block is not None and block.keyword in CAPTURES and mark.role is not Role.SINGLE
        level = level_of(block) if captures and block is not None else ""
        self._emit("{%", mark.tag.body, "%}", mark, mark.number)
        if captures and mark.role is Role.CLOSE and level == "t":
            self._plain_depth -= 1
        if captures and mark.role is Role.OPEN:
            self._source.levels[len(self._source.lines) + 1] = level
            self._plain_depth += level == "t"

    def _emit(self, opener: str, body: str, closer: str, mark: Mark, number: int) -> None:
        self._flush()
        self._line(opener, body, closer, mark, number)

    def _flush(self) -> None:
        """Write what is due before a piece of code: a run, or static text alone."""
        source = self._source
        if self._steps:
            self._line("{{", RUN, "}}", None, None)
            source.runs[len(source.lines) + 1] = Run(self._steps, self._static)
            self._steps = []
        elif self._static:
            self._line("{{", f"{CHUNK}{len(source.chunks)}", "}}", None, None)
            source.chunks.append(self._static)
        self._static = ""

    def _line(
        self, opener: str, body: str, closer: str, tagged: Mark | Still | None, number: int | None
    ) -> None:
        self._source.lines.append(tagged)
        self._source.numbers.append(number)
        self._source.pieces.append(f"{opener}\n{body} {closer}")
