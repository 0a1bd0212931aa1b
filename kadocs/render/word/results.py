"""The results of references, worked out from the text of the part that they stand in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from kadocs.render.word import references
from kadocs.render.word.entities import escape, quoteattr, unescape
from kadocs.render.word.headings import Record, plain
from kadocs.render.word.numbering import formatted
from kadocs.render.word.references import Code
from kadocs.render.word.settle import LATER, MARK, MARK_END
from kadocs.render.word.styles import HEADING_NAME

FRESH = -1
"""The number of a reference that a value writes: the template has no result for it."""

_NOTE = re.compile(r"<w:(footnote|endnote)Reference (?:(?!customMark)[^>])*>")
_LATER = re.compile(rf"{MARK}{re.escape(LATER)}(\d+){MARK_END}")
_ID = re.compile(r' w:id="([^"]*)"')
_MARGIN = re.compile(r"^第|[章节条款部分篇、.．。\s]+$")
_NUMBERS = ("\\n", "\\r", "\\w")
_UNKNOWN = ("\\p", "\\f", "\\d", "\\#")
"""Switches whose results are left as the template has them."""

_FORMATS = {
    "roman": "lowerRoman",
    "Roman": "upperRoman",
    "ROMAN": "upperRoman",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
    "CHINESENUM1": "ideographDigital",
    "CHINESENUM2": "chineseLegalSimplified",
    "CHINESENUM3": "chineseCounting",
}


class Results:
    """The results of one part's references; `kept` are those that the template has.

    `record` knows the headings that were reached, and `lost` takes the names of bookmarks that are not there.
    """

    def __init__(self, kept: tuple[str, ...], record: Record, lost: dict[str, None]) -> None:
        self._kept = kept
        self._record = record
        self._lost = lost
        self._later: list[tuple[Code, str]] = []
        self._counts: defaultdict[str, int] = defaultdict(int)
        self._under: dict[str, int] = {}

    def reach(self, number: int, said: str) -> str:
        """The result of a reference that is being written, or what stands for it till the text is whole."""
        code = references.parse(unescape(said))
        kept = "" if number == FRESH else escape(self._kept[number])
        if code.kind == "SEQ":
            return self._counted(code, kept)
        if code.kind == "STYLEREF":
            return self._running(code, kept)
        self._later.append((code, kept))
        return f"{MARK}{LATER}{len(self._later) - 1}{MARK_END}"

    def finish(self, text: str, pages: Mapping[str, str]) -> str:
        """The text with the results that waited for it. `pages` are page numbers by bookmark."""
        found = [self._result(code, kept, text, pages) for code, kept in self._later]
        for _ in range(2):  # what a reference repeats may hold another
            text = _LATER.sub(lambda match: found[int(match[1])], text)
        return _LATER.sub("", text)

    def _counted(self, code: Code, kept: str) -> str:
        """The number of a figure or a table (SEQ)."""
        if code.has("\\h") and not code.has("\\*"):
            kept = ""
        if (level := code.switches.get("\\s", "")).isdigit():
            passed = self._record.passed(int(level))
            if self._under.setdefault(code.name, passed) != passed:
                self._under[code.name], self._counts[code.name] = passed, 0
        start = code.switches.get("\\r", "")
        if start.isdigit():
            self._counts[code.name] = int(start)
        elif not code.has("\\c"):
            self._counts[code.name] += 1
        shown = formatted(self._counts[code.name], _FORMATS.get(code.switches.get("\\*", ""), "decimal"))
        return "" if code.has("\\h") and not code.has("\\*") else shown or kept

    def _running(self, code: Code, kept: str) -> str:
        """The text or the number of the last heading of a level (STYLEREF)."""
        named = HEADING_NAME.fullmatch(code.name.strip())
        level = named[1] if named else code.name
        heading = self._record.latest(int(level)) if level.isdigit() else None
        if heading is None:
            return kept
        if code.has("\\s"):
            return escape(_MARGIN.sub("", heading.number))
        return escape(heading.number if code.has(*_NUMBERS) else heading.text)

    def _result(self, code: Code, kept: str, text: str, pages: Mapping[str, str]) -> str:
        if code.kind == "PAGEREF":
            return kept if code.has("\\p") else pages.get(code.name, "")
        start = re.search(f"<w:bookmarkStart [^>]*w:name={re.escape(quoteattr(code.name))}[^>]*>", text)
        if start is None:
            self._lost[code.name] = None
            return kept
        if code.has(*_UNKNOWN):
            return kept
        if code.kind == "NOTEREF":
            return _note_number(text, start) or kept
        if code.has(*_NUMBERS):
            return escape(self._record.number_at(code.name).rstrip(".．")) or kept
        return escape(plain(_enclosed(text, start).replace("</w:p>", "<w:br/>"))) or kept


def _enclosed(text: str, start: re.Match[str]) -> str:
    """What stands in a bookmark."""
    identity = _ID.search(start[0])
    if identity is None:
        return ""
    end = re.compile(f'<w:bookmarkEnd [^>]*w:id="{re.escape(identity[1])}"[^>]*>').search(text, start.end())
    return "" if end is None else text[start.end() : end.start()]


def _note_number(text: str, start: re.Match[str]) -> str:
    """The number of the footnote or endnote in a bookmark."""
    note = _NOTE.search(_enclosed(text, start))
    if note is None:
        return ""
    return str(1 + sum(each[1] == note[1] for each in _NOTE.finditer(text, 0, start.start())))
