"""The last step of writing a part: what could only be decided once its text was there.

The text holds marks: a control character, a code, another control character. Pairs enclose what a
guard or a heading record looks at, a text that is used twice, a note that goes to its own part, a turn
of a repeated region, the instruction of a field; a single one is the slot of a contents field, an
identifier, where the text is used again, or where a section is broken or ends. The sign of a page break
stays, for `newpages`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kadocs.render.word import pagination
from kadocs.render.word.contents import Contents
from kadocs.render.word.guards import Guard, Kind
from kadocs.render.word.headings import Record
from kadocs.render.word.ids import Identities

if TYPE_CHECKING:
    from kadocs.render.word.companions import Companions
    from kadocs.render.word.results import Results

MARK, MARK_END = "\x03", "\x02"
_GUARD_OPENS, _GUARD_CLOSES, _HEADING_OPENS, _HEADING_CLOSES, _SLOT = "()[]@"
_COPIED_OPENS, _COPIED_CLOSES, _COPY = "{}="
_NOTE_OPENS, _NOTE_CLOSES = "!;"
_IDENTITY, _TURN_OPENS, _TURN_CLOSES = "#~^"
_SECTION = "%"
_FIELD_OPENS, _FIELD_CLOSES = "+-"
LATER = "*"
"""What stands for a result that waits until the text of its part is whole."""

WHOLE = ":"
"""What stands before a text that must be whole when it is settled, though nothing there is."""

PAGE = "|"
"""What stands before a page break that belongs to the paragraph behind it."""


def settle(
    text: str,
    guards: tuple[Guard, ...],
    record: Record,
    results: Results,
    contents: tuple[Contents, ...],
    pages: Mapping[str, int] | None,
    companions: Companions | None,
    identities: Identities,
    collect: Callable[[int, str], None],
) -> str:
    """The finished text of a part: guards applied, headings recorded, contents written from the record.

    `pages` are the pages on which bookmarks landed, counted from the first, where the part shows any; what
    is written is the number printed there, and told to `companions`. `collect` takes each note that was
    written beside its reference, with the number of its kind.
    """
    settled = _Settling(guards, record, results, identities, collect).run(text)
    printed: Mapping[str, str] = {}
    if companions is not None:
        settled = pagination.anchored(settled)
    if pages is not None:
        first = companions.first if companions else 1
        settled, printed = pagination.printed(settled, pages, identities.ids, first)
    if companions is not None:
        companions.headings += record.entries
        companions.printed |= printed
        companions.numbers |= record.numbers
    for number, field in enumerate(contents):
        settled = settled.replace(f"{MARK}{_SLOT}{number}{MARK_END}", field.write(record.entries, printed))
    return results.finish(settled, printed)


class _Settling:
    """One pass over a text, piece by piece; what closes a pair rewrites what lies in it."""

    def __init__(
        self,
        guards: tuple[Guard, ...],
        record: Record,
        results: Results,
        identities: Identities,
        collect: Callable[[int, str], None],
    ) -> None:
        self._guards = guards
        self._out: list[str] = []
        self._starts: list[tuple[int, int]] = []
        self._notes: list[tuple[int, str]] = []
        self._copies: dict[int, str] = {}
        self._broken = False
        self._singles: dict[str, Callable[[int], str]] = {
            _SLOT: lambda number: f"{MARK}{_SLOT}{number}{MARK_END}",
            PAGE: lambda number: f"{MARK}{PAGE}{number}{MARK_END}",
            _COPY: lambda number: self._copies[number],
            _IDENTITY: identities.value,
            _TURN_OPENS: identities.begin,
            _TURN_CLOSES: identities.end,
            _SECTION: self._section,
            LATER: lambda number: f"{MARK}{LATER}{number}{MARK_END}",
            WHOLE: lambda number: "",
        }
        self._closers: dict[str, Callable[[int, str], str]] = {
            _GUARD_CLOSES: self._guarded,
            _HEADING_CLOSES: record.reach,
            _FIELD_CLOSES: results.reach,
            _COPIED_CLOSES: self._copied,
            _NOTE_CLOSES: self._noted,
        }
        self._collect = collect

    def run(self, text: str) -> str:
        """The text without its marks."""
        first, *pieces = text.split(MARK)
        if not pieces:
            return text
        self._out.append(first)
        for piece in pieces:
            code, _, rest = piece.partition(MARK_END)
            self._mark(code[0], int(code[1:]))
            self._out.append(rest)
        for number, note in self._notes:
            self._collect(number, note)
        return "".join(self._out)

    def _mark(self, kind: str, number: int) -> None:
        if kind in self._closers:
            start, notes = self._starts.pop()
            content = "".join(self._out[start:])
            made = self._closers[kind](number, content)
            self._out[start:] = [made]
            if kind == _GUARD_CLOSES and "Reference " not in made:
                del self._notes[notes:]  # notes go with their references
        elif kind in self._singles:
            self._out.append(self._singles[kind](number))
        else:
            self._starts.append((len(self._out), len(self._notes)))

    def _guarded(self, number: int, content: str) -> str:
        guard = self._guards[number]
        if guard.kind is Kind.BEGINS_SECTION:
            return guard.filler if self._broken else content
        return guard.apply(content)

    def _noted(self, number: int, content: str) -> str:
        self._notes.append((number, content))
        return ""

    def _section(self, broken: int) -> str:
        """A section is broken by a file that was put in, or ends."""
        self._broken = bool(broken)
        return ""

    def _copied(self, number: int, content: str) -> str:
        self._copies[number] = content
        return content
