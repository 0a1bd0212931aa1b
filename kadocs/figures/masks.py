"""Personal data as it may be shown: enough to recognise a number, too little to use it."""

from __future__ import annotations

import re

_PART = r"[^\s@,;:，；：、<>()（）]"
_EMAIL = rf"(?P<first>{_PART}){_PART}*(?P<domain>@{_PART}+)"
# A number may be parted by blanks and dashes; letters may stand in it, as in passports.
_NUMBER = r"(?<![A-Za-z0-9])\+?[A-Za-z]*\d(?:[ \-().]{0,2}\d|[A-Za-z])*"
_PERSONAL = re.compile(f"{_EMAIL}|{_NUMBER}")
_LONG, _SHORT = 11, 7


def masked(text: str) -> str:
    """`text` with what identifies a person made unreadable, and what parts it left as it is.

    Of a number of 11 characters or more the first 3 and the last 4 are left (110***********1234,
    138****5678), of a shorter one 2 at each end, of fewer than 7 none; of an e-mail address its first
    letter and the domain (l***@x.cn). A text in which there is neither keeps its first character.
    """
    shown, found = _PERSONAL.subn(_cover, text)
    return shown if found else text[:1] + "*" * min(len(text[1:]), 8)


def _cover(match: re.Match[str]) -> str:
    if match["domain"]:
        return f"{match['first']}***{match['domain']}"
    signs = match[0]
    places = [place for place, sign in enumerate(signs) if sign.isalnum()]
    head, tail = (3, 4) if len(places) >= _LONG else (2, 2) if len(places) >= _SHORT else (0, 0)
    hidden = set(places[head : len(places) - tail])
    return "".join("*" if place in hidden else sign for place, sign in enumerate(signs))
