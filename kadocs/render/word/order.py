"""Footnotes and endnotes numbered in the order of their references.

Word finds a note by its number, but LibreOffice gives the first reference the note of the smallest
number, so the numbers have to rise as the text refers to them.
"""

from __future__ import annotations

import re


def ordered(document: str, notes: str, kind: str) -> tuple[str, str]:
    """A document and its part of "footnotes" or "endnotes", numbered anew where that is needed.

    Separators stay as they are, and notes without a reference come last.
    """
    name = kind.removesuffix("s")
    reference = re.compile(rf'(<w:{name}Reference\b[^>]*?w:id=")(-?\d+)')
    order = list(dict.fromkeys(match[2] for match in reference.finditer(document)))
    if order == sorted(order, key=int):
        return document, notes
    found = list(re.finditer(rf'(<w:{name}\b[^>]*?w:id=")(-?\d+)(".*?</w:{name}>)', notes, re.DOTALL))
    kept = [note for note in found if "w:type=" in note[0].partition(">")[0]]
    own = [note for note in found if note not in kept]
    ranks = {identity: rank for rank, identity in enumerate(order)}
    own.sort(key=lambda note: ranks.get(note[2], len(ranks)))
    first = max((int(note[2]) for note in kept), default=0) + 1
    numbers = {note[2]: str(number) for number, note in enumerate(own, first)}
    written = [*(note[0] for note in kept), *(f"{note[1]}{numbers[note[2]]}{note[3]}" for note in own)]
    document = reference.sub(lambda match: match[1] + numbers.get(match[2], match[2]), document)
    return document, notes[: found[0].start()] + "".join(written) + notes[found[-1].end() :]
