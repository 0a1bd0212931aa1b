"""Text as it is searched: however it is set, the same words are the same text."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BLANKS = re.compile(r"[^\S\n]+")


def even(text: str) -> str:
    """`text` as it is searched: width and case do not count, and what cannot be seen is left out."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold())


def bare(text: str) -> str:
    """`text` made even, and without its blanks."""
    return _BLANKS.sub("", even(text)).strip()
