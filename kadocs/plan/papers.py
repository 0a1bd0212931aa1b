"""What the papers of a bid may use beside its deal: the finished pack, the rules' answers, the days left.

These names hold plain rows. What they are is said here, once, for those who check templates; what stands in
them, the rooms that know say (`pipeline/papers.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from kadocs.model import Audience
from kadocs.model.shape import Shape

PACK = "pack"
SELFCHECK = "selfcheck"
COUNTDOWN = "countdown"

Said: TypeAlias = "str | Mapping[str, Said] | tuple[Said]"
"""A kind, a record of names, or a list of one of these."""

_PART: Said = {
    **dict.fromkeys(("id", "title", "tag", "form", "volume", "signer", "bookmark", "first", "last"), "text"),
    **dict.fromkeys(("own", "confirmed"), "flag"),
    **dict.fromkeys(("sign", "seal"), ("text",)),
}
_VOLUME: Said = {
    **dict.fromkeys(("id", "title", "file", "first", "last"), "text"),
    **dict.fromkeys(("copies", "alone", "blind"), "flag"),
    **dict.fromkeys(("pages", "size"), "number"),
    "parts": (_PART,),
}
_BLANK: Said = {
    **dict.fromkeys(("part", "volume", "tag", "label", "room", "text", "field", "page", "state"), "text"),
    "own": "flag",
}
_PACK: Said = {
    "volumes": (_VOLUME,),
    "parts": (_PART,),
    "files": ({"file": "text", "size": "number", "volume": "text"},),
    "places": ({**dict.fromkeys(("title", "number", "volume", "page"), "text"), "level": "number"},),
    "blanks": (_BLANK,),
    "answers": "any",
}
_RULE: Said = {
    **dict.fromkeys(("code", "title", "effect", "why", "basis", "certainty", "state"), "text"),
    "grave": "flag",
    "found": ({"message": "text", "hint": "text", "where": "text"},),
}
_SELFCHECK: Said = {"rules": (_RULE,)}
_DAY: Said = {"date": "date", "weekday": "text"}
_STEP: Said = {
    **dict.fromkeys(("weekday", "time", "title", "kind", "owner", "note"), "text"),
    **dict.fromkeys(("days", "working_days"), "number"),
    **dict.fromkeys(("done", "works", "tight"), "flag"),
    "date": "date",
}
_COUNTDOWN: Said = {
    **dict.fromkeys(("days", "working_days"), "number"),
    **dict.fromkeys(("given", "announced"), "flag"),
    "steps": (_STEP,),
    "off": (_DAY,),
    "worked": (_DAY,),
}
_TYPES: dict[str, type] = {"text": str, "number": int, "flag": bool, "date": date}
_OURS = {SELFCHECK: _SELFCHECK, COUNTDOWN: _COUNTDOWN}
"""What only our own people see: it speaks of what is open and of what went wrong."""


def names(audience: Audience) -> Mapping[str, Said]:
    """The names that a paper for `audience` sees, with what they are."""
    return {PACK: _PACK, **(_OURS if audience >= Audience.INTERNAL else {})}


def naming(whole: Shape) -> Shape:
    """What a paper may use: the deal, as its audience sees it, and these names."""
    for name, said in names(whole.audience).items():
        whole = whole.naming(name, _shape(said, whole.audience))
    return whole


def _shape(said: Said, audience: Audience) -> Shape:
    if isinstance(said, str):
        return Shape(said, audience, value=_TYPES.get(said))
    if isinstance(said, tuple):
        return Shape("list", audience, item=_shape(said[0], audience))
    known = tuple((name, _shape(each, audience)) for name, each in said.items())
    return Shape("record", audience, more=known)
