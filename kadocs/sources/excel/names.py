"""The deal's fields by path, and the title nearest to a misspelt heading."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from kadocs.findings import Text
from kadocs.model.schema import Field
from kadocs.sources.excel import headings
from kadocs.sources.excel.headings import Path

_SHORT = 4
"""Below this many characters one wrong character is half of a heading."""


@cache
def fields() -> dict[Path, Field]:
    """Every single value of the deal, by its path."""
    return {label.path: label.field for said in headings.labels().values() for label in said}


def field(path: Path) -> Field:
    """The single value of the deal at `path`."""
    return fields()[path]


def nearest(text: str, known: Mapping[str, Field] | None = None) -> Text | None:
    """The title of the field that `text` most likely meant, among `known` or all single values."""
    among = known or {name: said[0].field for name, said in headings.labels().items()}
    for name in headings.keys(text):
        found = get_close_matches(name, among, n=1, cutoff=0.5 if len(name) < _SHORT else 0.6)
        if found:
            return among[found[0]].mark.title
    return None
