"""A document among others that are made with it: where its pages begin, and what is on theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kadocs.render.word.headings import Entry

BLANK = {"zh": "＿＿", "en": "____"}
"""What is printed for the page of a bookmark where nobody knows it, to be filled in by hand."""


@dataclass(slots=True)
class Companions:
    """What one of several documents is told of the others, and what they are told of it.

    `first` is the number of its first page. `pages` are the printed pages of bookmarks that it may ask for
    and does not have itself; `blank` leaves the place of every number empty. A render fills the rest: its
    `headings`, its `bookmarks` (the given name, and Word's) and, by Word's names, the page that is `printed`
    at each, and the `numbers` of the headings in which they stand.
    """

    first: int = 1
    pages: Mapping[str, str] = field(default_factory=dict)
    blank: bool = False
    headings: list[Entry] = field(default_factory=list)
    bookmarks: dict[str, str] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)

    def said(self, given: str, here: bool, language: str) -> str | None:
        """What is printed for the page of a bookmark; None where a field tells it, `here` in the document."""
        if not self.blank:
            if here and given not in self.pages:
                return None
            if page := self.pages.get(given):
                return page
        return BLANK.get(language, BLANK["en"])
