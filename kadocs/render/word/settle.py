"""The last step of writing a part: what could only be decided once its text was there.

The text holds marks: a control character, a code, another control character. Pairs enclose what a
guard or a heading record looks at, or a turn of a repeated region; a single one is the slot of a
contents field, or an identifier.
"""

from __future__ import annotations

from kadocs.render.word.contents import Contents
from kadocs.render.word.guards import Guard
from kadocs.render.word.headings import Record
from kadocs.render.word.ids import Identities

MARK, MARK_END = "\x03", "\x02"
_GUARD_OPENS, _GUARD_CLOSES, _HEADING_OPENS, _HEADING_CLOSES, _SLOT = "()[]@"
_IDENTITY, _TURN_OPENS, _TURN_CLOSES = "#~^"


def settle(
    text: str,
    guards: tuple[Guard, ...],
    record: Record,
    contents: tuple[Contents, ...],
    pages: dict[str, int],
    identities: Identities,
) -> str:
    """The finished text of a part: guards applied, headings recorded, contents written from the record."""
    settled = _settle_pairs(text, guards, record, identities)
    for number, field in enumerate(contents):
        settled = settled.replace(f"{MARK}{_SLOT}{number}{MARK_END}", field.write(record.entries, pages))
    return settled


def _settle_pairs(text: str, guards: tuple[Guard, ...], record: Record, identities: Identities) -> str:
    first, *pieces = text.split(MARK)
    if not pieces:
        return text
    out, starts = [first], list[int]()
    for piece in pieces:
        code, _, rest = piece.partition(MARK_END)
        kind, number = code[0], int(code[1:])
        if kind in (_GUARD_OPENS, _HEADING_OPENS):
            starts.append(len(out))
        elif kind == _IDENTITY:
            out.append(identities.value(number))
        elif kind == _TURN_OPENS:
            identities.begin(number)
        elif kind == _TURN_CLOSES:
            identities.end(number)
        elif kind == _SLOT:
            out.append(f"{MARK}{code}{MARK_END}")
        else:
            start = starts.pop()
            content = "".join(out[start:])
            settled = (
                guards[number].apply(content) if kind == _GUARD_CLOSES else record.reach(number, content)
            )
            out[start:] = [settled]
        out.append(rest)
    return "".join(out)
