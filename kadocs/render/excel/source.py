"""A sheet's Jinja source: a line for each tag, and for each piece of the sheet that its code writes."""

from __future__ import annotations

from dataclasses import dataclass, field

from kadocs.render.excel import printer
from kadocs.render.excel.marks import CellMark
from kadocs.render.tags import COMMENT, OUTPUT
from kadocs.render.word.blocks import CAPTURES
from kadocs.render.word.marks import Role


@dataclass(slots=True)
class Source:
    """A sheet as Jinja source, with what its lines are.

    `lines[n]` is the tag of line n + 2, and by line, `printers` says how what it gives is printed.
    """

    pieces: list[str] = field(default_factory=list)
    lines: list[CellMark | None] = field(default_factory=list)
    printers: dict[int, str] = field(default_factory=dict)
    _captures: int = 0

    @property
    def text(self) -> str:
        """The whole source, which Jinja can parse."""
        return "".join(self.pieces)

    @property
    def numbers(self) -> list[int | None]:
        """The number of each line's tag."""
        return [None if mark is None else mark.number for mark in self.lines]

    def piece(self, kind: str, number: int) -> None:
        """Have something written that has a number of its own."""
        self._line("{{", str(number), "}}", None)
        self.printers[len(self.lines) + 1] = kind

    def text_of(self, number: int) -> None:
        """Have a static text written, the one of that number."""
        self.piece(printer.CAPTURED_TEXT if self._captures else printer.TEXT, number)

    def statement(self, mark: CellMark, body: str = "") -> None:
        """A statement, where it takes effect."""
        self._line("{%", body or mark.tag.body, "%}", mark)
        captures = mark.block is not None and mark.block.keyword in CAPTURES
        if captures and mark.role is Role.CLOSE:
            self._captures -= 1
        self.printers[len(self.lines) + 1] = printer.CAPTURED if self._captures else printer.PART
        if captures and mark.role is Role.OPEN:
            self._captures += 1

    def otherwise(self) -> None:
        """What follows is for a loop over nothing."""
        self._line("{%", "else", "%}", None)

    def value(self, mark: CellMark, kind: str) -> None:
        """An expression, printed in a way."""
        self._line("{{", mark.tag.body, "}}", mark)
        self.printers[len(self.lines) + 1] = printer.CAPTURED if self._captures else kind

    def tag(self, mark: CellMark) -> None:
        """A tag within a text."""
        if mark.tag.kind == OUTPUT:
            self.value(mark, printer.PART)
        elif mark.tag.kind != COMMENT and "raw" not in mark.tag.keyword:
            self.statement(mark)

    def _line(self, opener: str, body: str, closer: str, mark: CellMark | None) -> None:
        self.lines.append(mark)
        self.pieces.append(f"{opener}\n{body} {closer}")
