"""Finished files → what they tell that they must not, and what was left over in them; pure over bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from kadocs.audit import agreement, leftovers, traces
from kadocs.audit.across import Across
from kadocs.audit.folding import even
from kadocs.audit.held import Held, held
from kadocs.audit.leaks import Leaks
from kadocs.audit.parts import Part, Unread
from kadocs.audit.reading import read
from kadocs.audit.watch import Watch, watch
from kadocs.findings import Finding, Place, Severity, Text

__all__ = ["Across", "Held", "Part", "Unread", "Watch", "audit", "held", "read", "watch"]

_UNREAD = Text("没有检查：{w}", "was not checked: {w}")
_UNREAD_HINT = Text(
    "请打开看一看里面有没有不该给出的内容", "Open it, and see that it holds nothing that may not go out"
)


def audit(files: Mapping[PurePath, bytes], of: Watch, across: Across | None = None) -> list[Finding]:
    """What is wrong with finished files, of any kind and what lies in them, for the readers whom `of` names.

    An error is a leak, or a tag that nothing filled: such a file must not go out. Drafts may be unfinished,
    but tell no more than others. What the files say is taken up by `across`, which compares all files of a
    pack. The files are not changed.
    """
    leaks = Leaks(of)
    return [finding for path, data in files.items() for finding in _audited(path, data, of, leaks, across)]


def _audited(
    path: PurePath, data: bytes, of: Watch, leaks: Leaks, across: Across | None
) -> Iterator[Finding]:
    for part in read(path, data):
        if isinstance(part, Unread):
            yield _unread(part)
            continue
        text = even(part.text)
        if not part.personal:
            yield from leaks.within(part, text)
        if across is not None and of.outside and not of.draft:
            across.take(part, text)
        if not of.draft:
            yield from _unfinished(part, text, of)


def _unfinished(part: Part, text: str, of: Watch) -> Iterator[Finding]:
    yield from leftovers.within(part)
    if of.outside:
        yield from traces.within(part, of.own)
        yield from agreement.within(part, text, of.facts, of.spoken, of.amounts)


def _unread(part: Unread) -> Finding:
    place = Place(part.file, trail=part.way)
    return Finding("AUD009", Severity.WARNING, place, _UNREAD.fill(w=part.why), _UNREAD_HINT)
