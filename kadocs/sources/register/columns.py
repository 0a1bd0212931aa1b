"""Headings of single values: one row of headings → the field of the deal that each column holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from kadocs.model import Deal, Field, fields
from kadocs.model.noun import Noun
from kadocs.sources.excel import headings, keyvalues, names, spans, tables
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import Path, Unit
from kadocs.sources.excel.mapping import Why
from kadocs.sources.excel.spans import Name

ID: Path = ("opportunity", "id")
"""What joins the rows of a register."""

ACCOUNT: tuple[Path, ...] = (("account", "id"), ("account", "name"), ("account", "short_name"))
"""What names a customer, the surest first."""

# Where several sections have a field of one name, and nothing stands above it: whose it is in a register.
_ORDER: tuple[Path, ...] = tuple(
    (section,) for section in ("opportunity", "account", "quote", "contract", "tender", "bid", "approval")
)

_OWNER: Path = ("opportunity", "triangle", "account_manager")
_SHORT: dict[str, tuple[Path, ...]] = {
    **dict.fromkeys(("客户", "customer", "account"), ACCOUNT[1:]),
    **dict.fromkeys(("阶段", "商机阶段", "stage", "salesstage"), (("opportunity", "stage"),)),
    **dict.fromkeys(("负责人", "销售", "销售负责人", "owner", "salesperson"), (_OWNER,)),
    **dict.fromkeys(("金额", "amount", "value"), (("opportunity", "expected_amount"),)),
    **dict.fromkeys(("概率", "成交概率", "赢率", "probability"), (("opportunity", "probability"),)),
    **dict.fromkeys(("预计签约时间", "预计成交日期", "closedate"), (("opportunity", "expected_sign"),)),
}
"""What a register may call a field for short, each of its rows being an opportunity."""


_LONGEST = 40
"""No heading is longer that names what joins rows."""

OTHER_NAME = 1
"""The rank of names that are no titles, but no mere keys either."""


class Single(NamedTuple):
    """A column that holds a single value of the deal: its path, its field, and the unit in its heading."""

    path: Path
    field: Field
    unit: Unit


@dataclass(frozen=True)
class Heads:
    """Headings in the rows `first` to `last`, by column.

    Each of `names` is in one more: `columns` if it is read, `twice` if another column of its field is,
    `aside` if it needs no reading, `doubtful` if it may be several fields, `unknown` if it is none.
    """

    first: int
    last: int
    names: dict[int, Name]
    columns: dict[int, Single] = field(default_factory=dict)
    twice: dict[int, int] = field(default_factory=dict)
    aside: dict[int, Why] = field(default_factory=dict)
    doubtful: dict[int, list[str]] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)

    def column(self, *paths: Path) -> int | None:
        """The column of the first of these fields that has one."""
        found = {single.path: column for column, single in self.columns.items()}
        return next((found[path] for path in paths if path in found), None)

    @property
    def abreast(self) -> int:
        """How many columns that are read stand side by side, at most."""
        longest = run = 0
        for before, at in pairwise((-2, *sorted(self.columns))):
            run = run + 1 if at == before + 1 else 1
            longest = max(longest, run)
        return longest


def read(grid: Grid, row: int, above: Sequence[Path] = ()) -> Heads:
    """The headings that begin in `row`; `above` are the sections that titles above the table mean."""
    last = spans.last(grid, row, grid.filled(row))
    heads = Heads(row, last, spans.names(grid, row, last))
    over = _groups(grid, row) if last == row else {}
    ordered = sorted(heads.names, key=lambda column: (_short(heads.names[column]) != (), column))
    beside: Path = ()
    for column in ordered:  # short forms last, which may mean what another column says in full
        name = heads.names[column]
        texts, titles = _texts(name)
        found = _meanings(texts, (*titles, *over.get(column, ()), *above), beside)
        _sort(heads, column, found or _free(heads, name))
        beside = heads.columns[column].path if column in heads.columns else beside
    return heads


def names_opportunities(value: object) -> bool:
    """Whether a cell bears the heading of the opportunity's id."""
    return type(value) is str and len(value) <= _LONGEST and _named(value) == ID


def may_join(value: object) -> bool:
    """Whether a cell may head the column that joins a table's rows to deals or customers."""
    return type(value) is str and len(value) <= _LONGEST and _named(value) is not None


def first(grid: Grid, row: int) -> int:
    """The first row of headings of which `row` is one: some may be merged over two rows."""
    starts = (grid.above(row, column) for column in range(grid.left, grid.right))
    return min((at[0] for at in starts if at), default=row)


@lru_cache(maxsize=4096)
def _named(text: str) -> Path | None:
    """Which of the fields that join rows a heading is."""
    known = _joining()
    return next((known[key] for key in headings.keys(text) if key in known), None)


def _sort(heads: Heads, column: int, found: Sequence[Path]) -> None:
    name = heads.names[column]
    if len(found) == 1:
        first = heads.column(found[0])
        if first is None:
            heads.columns[column] = Single(found[0], names.field(found[0]), tables.unit(name))
        else:
            heads.twice[column] = first
    elif found:
        heads.doubtful[column] = [".".join(path) for path in found]
    elif any(map(headings.counts_rows, name.tried)):
        heads.aside[column] = Why.NUMBERS
    elif any(key in _computed() for text in name.tried for key in headings.keys(text)):
        heads.aside[column] = Why.COMPUTED
    else:
        heads.unknown.append(column)


def _short(name: Name) -> tuple[Path, ...]:
    """What a short form may mean; nothing for any other heading."""
    keys = (key for text in name.tried for key in headings.keys(text))
    return next((_SHORT[key] for key in keys if key in _SHORT), ())


def _free(heads: Heads, name: Name) -> tuple[Path, ...]:
    """What a short form means: the first that no other column holds."""
    meant = _short(name)
    return tuple(path for path in meant if heads.column(path) is None)[:1] or meant[:1]


def _texts(name: Name) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """Under which texts to look for a column's field, and the sections that a heading over it means."""
    if len(name.tried) < len(("both", "turned", "low", "top")):
        return name.tried, ()
    *texts, top = name.tried
    return tuple(texts), headings.titled(top)


def _groups(grid: Grid, row: int) -> dict[int, tuple[Path, ...]]:
    """The sections that stand over columns in the row above, each up to the next."""
    over: dict[int, tuple[Path, ...]] = {}
    above = grid.filled(row - 1) if row > grid.top else []
    for column, after in pairwise((*above, grid.right)):
        text = grid.at(row - 1, column)
        titles = headings.titled(text) if isinstance(text, str) else ()
        over |= dict.fromkeys(range(column, after), titles)
    return over


def _meanings(texts: Sequence[str], titles: Sequence[Path], beside: Path) -> tuple[Path, ...]:
    """The fields that a heading may mean: one if it is clear, none if it is not known."""
    for text in texts:
        if text.strip() in _paths():
            return (_paths()[text.strip()],)
        if any(key in _SHORT for key in headings.keys(text)):
            return ()
        known = keyvalues.meanings(text)
        if known:
            chosen = keyvalues.choose(known, (*titles, *_ORDER), beside)
            return tuple(label.path for label in chosen)
    return ()


@cache
def _paths() -> dict[str, Path]:
    """Every single value by the path that YAML gives it: account.name."""
    return {".".join(path): path for path in names.fields()}


@cache
def _joining() -> dict[str, Path]:
    """What the opportunity's id, and the customer, are called; keys such as `id` say too little."""
    named = {
        name: label.path
        for name, said in headings.labels().items()
        for label in said
        if label.path in (ID, *ACCOUNT) and label.rank <= OTHER_NAME
    }
    short = {name: paths[0] for name, paths in _SHORT.items() if paths[0] in ACCOUNT}
    return {**short, **named, **{headings.key(".".join(path)): path for path in (ID, *ACCOUNT)}}


@cache
def _computed() -> frozenset[str]:
    """What the values that are worked out for the deal and its sections are called."""
    return frozenset(
        headings.key(name)
        for field in _worked_out(Deal)
        for name in (field.mark.zh, field.mark.en, *field.mark.names)
    )


def _worked_out(noun: type[Noun]) -> Iterator[Field]:
    for each in fields(noun):
        if each.computed:
            yield each
        elif each.noun and not each.many:
            yield from _worked_out(each.noun)
