"""All the text in a deal that an audience may see, and the names that must not be in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from kadocs.figures.masks import masked
from kadocs.model import Audience, Field, fields
from kadocs.model.noun import Noun
from kadocs.model.types import Kind
from kadocs.model.view import is_masked
from kadocs.tree.node import Path

_TEXT = (Kind.TEXT, Kind.LINES, Kind.NAMES)


def texts(noun: Noun, audience: Audience, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each text as `audience` may see it, with its path; computed texts too, lists item by item."""
    for field, hide in _told(type(noun), audience):
        value = getattr(noun, field.name)
        here = (*path, field.key)
        if isinstance(value, str):
            yield here, masked(value) if hide else value
        elif isinstance(value, Noun):
            yield from texts(value, audience, here)
        elif field.many and value:
            for index, part in enumerate(value):
                if isinstance(part, Noun):
                    yield from texts(part, audience, (*here, index))
                else:
                    yield (*here, index), masked(part) if hide else part


@cache
def _told(noun: type[Noun], audience: Audience) -> tuple[tuple[Field, bool], ...]:
    """The fields of a noun in which `audience` may find text, and whether it sees them masked."""
    return tuple(
        (field, is_masked(field.mark, audience))
        for field in fields(noun)
        if field.mark.audience <= audience
        and not field.stated
        and (field.noun or field.kind in _TEXT)
        and not _repeats(field, noun, audience)
    )


def _repeats(field: Field, noun: type[Noun], audience: Audience) -> bool:
    """Whether records are worked out from fields that `audience` sees, and so read there already."""
    if not field.computed or field.noun is None:
        return False
    return all(each.mark.audience <= audience for each in fields(noun) if each.key in field.of)


class Names:
    """Names to look for in text, whatever their case, width and spacing.

    Longer `allowed` names hide what they contain: with “华控电气” allowed, “华控” is not found in it.
    A name in Latin letters is only found as a word of its own.
    """

    def __init__(self, names: Iterable[str], allowed: Iterable[str] = ()) -> None:
        self._shown = {_folded(name): name for name in names if len(_folded(name)) > 1}
        others = {_folded(name) for name in allowed} - {""}
        ordered = sorted({*self._shown, *others}, key=lambda name: (-len(name), name not in others))
        self._others = others
        self._pattern = re.compile("|".join(_as_word(name) for name in ordered)) if self._shown else None

    def within(self, text: str) -> list[str]:
        """The names that `text` holds, each once, as they were given."""
        if self._pattern is None:
            return []
        found = dict.fromkeys(match.group() for match in self._pattern.finditer(_folded(text)))
        return [self._shown[name] for name in found if name not in self._others]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _as_word(name: str) -> str:
    before = r"(?<![a-z0-9])" if name[0].isascii() and name[0].isalnum() else ""
    after = r"(?![a-z0-9])" if name[-1].isascii() and name[-1].isalnum() else ""
    return before + re.escape(name) + after
