"""The deal's fields by path, and the title nearest to a misspelt heading."""

from __future__ import annotations

from collections.abc import Container, Mapping
from difflib import get_close_matches
from functools import cache

from kadocs.findings import Text
from kadocs.model.schema import Field
from kadocs.sources.excel import headings
from kadocs.sources.excel.headings import Path

_SHORT = 2
"""Of a heading of so few characters one alone says nothing: 备件 is not meant by 备注."""

_CLOSE, _VERY_CLOSE = 0.6, 0.75


@cache
def fields() -> dict[Path, Field]:
    """Every single value of the deal, by its path."""
    return {label.path: label.field for said in headings.labels().values() for label in said}


def field(path: Path) -> Field:
    """The single value of the deal at `path`."""
    return fields()[path]


def nearest(text: str, known: Mapping[str, Field] | None = None, taken: Container[str] = ()) -> Text | None:
    """The title of the field that `text` most likely meant, among `known` or all single values.

    Fields whose keys are in `taken` are not meant.
    """
    among = known or {name: said[0].field for name, said in headings.labels().items()}
    among = {name: field for name, field in among.items() if field.key not in taken}
    for name in headings.keys(text):
        found = get_close_matches(name, among, n=1, cutoff=_VERY_CLOSE if len(name) <= _SHORT else _CLOSE)
        if found:
            return among[found[0]].mark.title
    return None
