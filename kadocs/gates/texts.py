"""All the text in a deal that an audience may see, and the names that must not be in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from kadocs.figures.masks import masked
from kadocs.model import Audience, Field, fields
from kadocs.model.noun import Noun
from kadocs.model.view import is_masked
from kadocs.tree.node import Path


def texts(noun: Noun, audience: Audience, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each text as `audience` may see it, with its path; computed texts too, lists item by item."""
    for field in fields(type(noun)):
        if field.mark.audience > audience or field.stated or _repeats(field, type(noun), audience):
            continue
        value = getattr(noun, field.name)
        here = (*path, field.key)
        parts = (
            [((*here, i), part) for i, part in enumerate(value)] if field.many and value else [(here, value)]
        )
        for place, part in parts:
            if isinstance(part, Noun):
                yield from texts(part, audience, place)
            elif isinstance(part, str):
                yield place, masked(part) if is_masked(field.mark, audience) else part


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
