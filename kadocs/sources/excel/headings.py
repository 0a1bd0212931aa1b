"""The names under which teams keep the deal's fields: titles in both languages, aliases, keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from kadocs.figures import currencies
from kadocs.model import Deal, Field, fields, inputs
from kadocs.model.noun import Noun

Path = tuple[str, ...]

_DROPPED = re.compile(r"[\s:*?()\[\]【】《》<>“”\"'_]+")
_BRACKETS = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]\s*$")
_NUMBERING = re.compile(
    r"\s*(?:第[一二三四五六七八九十\d]+[章节部分篇]|[(（][一二三四五六七八九十\d]+[)）]"
    r"|[一二三四五六七八九十]+\s*[、.．]|\d+(?:\.\d+)*\s*[、.．)]\s*(?=\D)|(?:[A-Za-z]|[IVX]+)\s*[.、．)]\s)\s*"
)
_LONGEST_TITLE = 6  # words
_SHORTEST_ENDING = 4  # characters
_ROW_NUMBERS = frozenset(("序号", "行号", "行", "row#", "no", "#", "s/n"))
_ENDINGS = ("一览表", "明细表", "表", "清单")
_SCALES = {"": 1, "千": 10**3, "万": 10**4, "百万": 10**6, "亿": 10**8}
_UNIT = re.compile(r"(?:单位|units?)?\s*[:：]?\s*(千|百万|万|亿)?(元|圆)?(?:人民币)?", re.IGNORECASE)
_UNIT_NOTE = re.compile(r"(?:金额)?(?:单位|currency|units?)\s*[:：]\s*([^()（），,;；\s]+)", re.IGNORECASE)


class Unit(NamedTuple):
    """What a heading or title says of the numbers below: money's scale and currency, or per cent."""

    scale: str = ""
    currency: str = ""
    percent: bool = False

    def money(self, number: str) -> str:
        """The number with its scale and currency: "12.8" in 万元 gives "12.8万元"."""
        if self.scale or self.currency == "元":
            return f"{number}{self.scale}{self.currency}"
        return f"{self.currency} {number}" if self.currency else number


NO_UNIT = Unit()


class Label(NamedTuple):
    """A field that a label may mean; `rank` is 0 for its titles, 1 for other names, 2 for its key."""

    path: Path
    field: Field
    rank: int


@dataclass(frozen=True)
class Table:
    """A list of the deal that a table may hold, and its fields by heading; `ignored` are computed values.

    The rows of a list that is itself inside a list's records, such as a module's pictures, name their
    record in a further column: one of `owners` heads it, and `owner` is the record's field.
    """

    path: Path
    noun: type[Noun]
    titles: frozenset[str]
    columns: dict[str, Field]
    ignored: frozenset[str]
    owner: str = ""
    owners: frozenset[str] = frozenset()

    @property
    def required(self) -> frozenset[str]:
        """The keys of the fields that every row must have."""
        return frozenset(key for key, field in inputs(self.noun).items() if field.required)


# The same headings are compared with those of every table.
@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """`text` as headings are compared: width, case, blanks, colons, stars and brackets do not count."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).replace("：", ":")).casefold().rstrip(".")


@lru_cache(maxsize=4096)
def keys(text: str) -> tuple[str, ...]:
    """The keys to try for a heading: as it stands, and without what is in brackets at its end."""
    whole, bare = key(text), key(_BRACKETS.sub("", text.strip()))
    return (whole, bare) if bare and bare != whole else (whole,)


def unit(text: str) -> Unit:
    """What the brackets at the end of a heading say: 预算（万元） counts in 万元, Price (EUR) in euros."""
    found = _BRACKETS.search(text.strip())
    return _said(found[1]) if found else NO_UNIT


def unit_note(text: str) -> Unit:
    """What a title or note says for the whole table: “单位：万元”."""
    found = _UNIT_NOTE.search(text)
    return _said(found[1]) if found else unit(text)


def titled(text: str) -> tuple[Path, ...]:
    """The sections, records and lists that a title or a sheet's name means, the fullest name first."""
    named = _sections()
    bare = _NUMBERING.sub("", _BRACKETS.sub("", text.strip()), count=1).lstrip("0123456789 ")
    for candidate in dict.fromkeys((*keys(text), key(bare), *map(key, _shorter(bare)))):
        if candidate in named:
            return named[candidate]
    ends = [ending for ending in _endings(bare) if ending in named]
    return named[max(ends, key=len)] if ends else ()


@cache
def labels() -> dict[str, tuple[Label, ...]]:
    """Everything that a single value of the deal is called, each name with the fields that bear it."""
    found: dict[str, list[Label]] = {}
    for path, field in _scalars(Deal, ()):
        for name, rank in _names(field):
            if not any(label.path == path for label in found.setdefault(name, [])):
                found[name].append(Label(path, field, rank))
    return {name: tuple(said) for name, said in found.items()}


@cache
def tables() -> tuple[Table, ...]:
    """The lists of records that a deal has, those of its sections included."""
    lists = [_table(path, field) for path, field in _records(Deal, ()) if field.many]
    return (*lists, *(inner for outer in lists for inner in _inside(outer)))


def headed(keys: Iterable[str]) -> set[int]:
    """The positions, among `tables`, of those with a column of one of these keys."""
    return {position for key in keys for position in _heads().get(key, ())}


@cache
def _heads() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for position, table in enumerate(tables()):
        for key in table.columns:
            found[key] = (*found.get(key, ()), position)
    return found


def is_column(text: str) -> bool:
    """Whether any table of the deal has a column of this name."""
    return not _column_names().isdisjoint(keys(text))


def counts_rows(text: str) -> bool:
    """Whether a heading is that of running numbers: 序号, No."""
    return key(text) in _ROW_NUMBERS


def without_numbering(text: str) -> str:
    """`text` without 一、 or (1) or A. before it."""
    return _NUMBERING.sub("", text, count=1).strip()


def _said(text: str) -> Unit:
    text = unicodedata.normalize("NFKC", text).strip()
    if text in ("%", "百分比"):
        return Unit(percent=True)
    found = _UNIT.fullmatch(text)
    if found and (found[1] or found[2]):
        return Unit(found[1] or "", "元")
    return Unit(currency=text.upper()) if text.upper() in currencies.CODES else NO_UNIT


def _endings(text: str) -> Iterator[str]:
    """What a title such as “2号线 报价清单” or “Unit 3: price items” may end with."""
    whole = key(text)
    if whole.isascii():
        words = text.split()
        fewest = 1 if len(words) <= _LONGEST_TITLE else 2  # a sentence may well end with “service”
        yield from (key(" ".join(words[-count:])) for count in range(fewest, min(len(words), _LONGEST_TITLE)))
    else:
        yield from (whole[start:] for start in range(1, len(whole) - _SHORTEST_ENDING + 1))


def _shorter(text: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if text.endswith(ending):
            yield text.removesuffix(ending)


@cache
def _column_names() -> frozenset[str]:
    return frozenset(name for table in tables() for name in (*table.columns, *table.owners))


@cache
def _sections() -> dict[str, tuple[Path, ...]]:
    found: dict[str, list[Path]] = {}
    for path, field in _records(Deal, ()):
        for name in dict.fromkeys((*(name for name, _ in _names(field)), ".".join(path))):
            found.setdefault(name, []).append(path)
    for table in tables():
        for name in table.titles if table.owner else ():
            found.setdefault(name, []).append(table.path)
    return {name: tuple(paths) for name, paths in found.items()}


def _records(noun: type[Noun], above: Path) -> Iterator[tuple[Path, Field]]:
    """The records and lists of records below `noun`, not those inside the rows of a list."""
    for field in inputs(noun).values():
        if field.noun:
            yield (*above, field.key), field
            if not field.many:
                yield from _records(field.noun, (*above, field.key))


def _scalars(noun: type[Noun], above: Path) -> Iterator[tuple[Path, Field]]:
    for field in inputs(noun).values():
        if field.noun is None:
            yield (*above, field.key), field
        elif not field.many:
            yield from _scalars(field.noun, (*above, field.key))


def _table(path: Path, field: Field) -> Table:
    assert field.noun is not None
    columns: dict[str, Field] = {}
    for rank in range(3):
        for column in inputs(field.noun).values():
            if column.noun is None:
                for name in (name for name, of in _names(column) if of == rank):
                    columns.setdefault(name, column)
    first = next(column for column in inputs(field.noun).values() if column.required and column.key != "id")
    for title in (field.mark.zh, field.mark.en):  # a list's own title heads what its rows are named by
        columns.setdefault(key(title), first)
    computed = (column for column in fields(field.noun) if column.computed)
    ignored = frozenset(name for column in computed for name, _ in _names(column)) - set(columns)
    return Table(path, field.noun, frozenset(name for name, _ in _names(field)), columns, ignored)


def _inside(outer: Table) -> Iterator[Table]:
    """The tables of the lists inside the records of a list."""
    name = next(field for field in inputs(outer.noun).values() if field.required)
    for field in inputs(outer.noun).values():
        if field.noun:
            inner = _table((*outer.path, field.key), field)
            heads = {head for head, column in outer.columns.items() if column.key == name.key}
            yield replace(inner, owner=name.key, owners=frozenset(heads - inner.columns.keys()))


def _names(field: Field) -> Iterator[tuple[str, int]]:
    mark = field.mark
    yield from ((key(title), 0) for title in (mark.zh, mark.en))
    yield from ((key(name), 1) for name in mark.names)
    yield key(field.key), 2
