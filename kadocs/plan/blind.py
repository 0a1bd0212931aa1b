"""What the template of an anonymous volume (暗标) sees of a deal, and how the volume has to look.

A value that is nothing but a name is called by what it is, a person by the post. A name within a sentence
stays: what somebody wrote is not written anew, but told when the finished file is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from kadocs.figures import typesetting
from kadocs.figures.text import folded
from kadocs.findings import Fault
from kadocs.gates.giveaways import giveaways
from kadocs.model import Deal, Record

if TYPE_CHECKING:
    from kadocs.render.word.uniform import Uniform

Value = TypeVar("Value")

_PARTED = re.compile(r"(\s*[、，,;；/&]\s*|\s+(?:and|和|及)\s+)")


def masked(view: Record, deal: Deal, language: str) -> Record:
    """The `view` of a deal in which nobody can be told; numbers and addresses of ours are missing."""
    return view.told(_masking(deal, language))


def _masking(deal: Deal, language: str) -> Callable[[str], str | None]:
    known = {folded(each.words): each.instead for each in giveaways(deal)}

    def change(value: str) -> str | None:
        if (whole := folded(value)) in known:
            instead = known[whole]
            return instead.in_(language) if instead else None
        parts = _PARTED.split(value) if len(value) < 200 else []
        named = [known.get(folded(part)) for part in parts[::2]]
        if len(named) < 2 or not all(named):
            return value
        parts[::2] = [each.in_(language) for each in named if each]
        return "".join(parts)

    return change


def look(deal: Deal) -> Uniform:
    """The look that the tender demands of its anonymous part; the usual one where it says nothing.

    What cannot be understood counts as not said: a rule of bids (BID059) tells of it.
    """
    from kadocs.render.word.uniform import USUAL, Uniform  # heavy where no bid is made

    said = deal.tender.anonymous if deal.tender else None
    if said is None:
        return USUAL
    return Uniform(
        font=said.font or USUAL.font,
        size=_read(typesetting.size, said.size) or USUAL.size,
        heading=_read(typesetting.size, said.heading_size),
        table=_read(typesetting.size, said.table_size),
        spacing=_read(typesetting.spacing, said.spacing) or USUAL.spacing,
        margins=_read(typesetting.margins, said.margins),
        bold=bool(said.bold),
    )


def _read(reader: Callable[[str], Value], text: str | None) -> Value | None:
    try:
        return reader(text) if text else None
    except Fault:
        return None
