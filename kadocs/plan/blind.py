"""What the template of an anonymous volume (暗标) sees of a deal: nobody in it has a name.

A value that is nothing but a name is called by what it is, a person by the post. A name within a sentence
stays: what somebody wrote is not written anew, but told when the finished file is read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kadocs.figures.text import folded
from kadocs.gates.giveaways import giveaways
from kadocs.model import Deal, Record

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
