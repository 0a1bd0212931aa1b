"""The fields of a schema by every name that people know them by, and the nearest to a misspelt one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, Protocol, TypeAlias, get_args, runtime_checkable

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kadocs.findings import Text
from kadocs.tree.node import Path

Schema: TypeAlias = type[BaseModel]


@runtime_checkable
class Titled(Protocol):
    """What a field's metadata may hold: its titles and further names, whoever defines them."""

    zh: str
    en: str
    names: tuple[str, ...]


@cache
def fields(schema: Schema) -> dict[str, FieldInfo]:
    """The fields of `schema` by the key under which a file gives them."""
    return {info.alias or name: info for name, info in schema.model_fields.items()}


@cache
def below(schema: Schema) -> dict[str, Schema | None]:
    """The schema that holds below each field, in its lists too; None where a field holds plain values."""
    return {key: next(_schemas(info.annotation), None) for key, info in fields(schema).items()}


def schema_at(schema: Schema, path: Path) -> Schema | None:
    """The schema that holds for the mapping at `path`; None where there is none."""
    here: Schema | None = schema
    for step in path:
        if isinstance(step, str):
            here = below(here).get(step) if here else None
    return here


def title_at(schema: Schema, path: Path) -> Text | None:
    """The titles of the field at `path`, an entry of a list having its list's; None if it has none."""
    names = [step for step in path if isinstance(step, str)]
    owner = schema_at(schema, tuple(names[:-1]))
    info = fields(owner).get(names[-1]) if owner and names else None
    mark = _mark(info) if info else None
    return Text(mark.zh, mark.en) if mark else None


@lru_cache(maxsize=1024)  # a column under a wrong name is asked for once a row
def nearest(schema: Schema, name: str) -> str | None:
    """The key that `name` most likely meant: by key, title or other name, whatever its case or width."""
    known = {_key(alias): key for key, info in fields(schema).items() for alias in _aliases(key, info)}
    match = get_close_matches(_key(name), known, n=1)
    return known[match[0]] if match else None


def _schemas(annotation: Any) -> Iterator[Schema]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _schemas(part)


def _mark(info: FieldInfo) -> Titled | None:
    return next((extra for extra in info.metadata if isinstance(extra, Titled)), None)


def _aliases(key: str, info: FieldInfo) -> tuple[str, ...]:
    mark = _mark(info)
    return (key, mark.zh, mark.en, *mark.names) if mark else (key,)


def _key(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold().replace(" ", "_")
