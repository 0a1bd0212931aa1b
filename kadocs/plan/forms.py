"""What the rows of `bid.forms` say of the parts of a bid, where no such part or two such rows exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from kadocs.deliverables.regimes import Regime
from kadocs.findings import Finding, Severity, Text
from kadocs.model.bid.pack import BidForm
from kadocs.tree.node import Node, place_of

CODE = "OUT034"
_PATH = ("bid", "forms")

_UNKNOWN = Text(
    "“{r}”对应的部分 {p} 不在招标规则里", "the rules of the tender know no part {p}, which “{r}” names"
)
_NOBODY = Text(
    "“{r}”排在 {p} 之后，而投标文件里没有这一部分", "“{r}” follows {p}, which is no part of the bid"
)
_TWICE = Text(
    "{p} 有两个格式：“{a}”和“{b}”，不知道用哪一个", "{p} has two forms, “{a}” and “{b}”; nobody knows which"
)
_ONE = Text(
    "只留一个，另一个的 template 和 original 清空，或填“不放入投标文件”",
    "Keep one; clear template and original of the other, or write left_out",
)
_NEAR = Text("是不是想写“{n}”？", "Did you mean “{n}”?")
_KNOWN = Text("可以写：{k}", "You can write: {k}")


def wrong(regime: Regime, rows: Iterable[BidForm], tree: Node) -> Iterator[Finding]:
    """The rows that mistype a part, or follow nobody, and those that give one part two forms.

    An id that is like none of the regime's is that of a part of the deal's own, or of another regime.
    """
    known = [part.id for part in regime.says.parts]
    titles = {title: part.id for part in regime.says.parts for title in (part.title.zh, part.title.en)}
    numbered = [(index, row) for index, row in enumerate(rows) if not row.left_out]
    own = [row for _, row in numbered if _own(row)]
    names = [*known, *(name for row in own if (name := row.part or row.name) not in titles)]
    seen: dict[str, BidForm] = {}
    for index, row in numbered:
        name = row.part or titles.get(row.name, row.name)
        if row.part and row.part not in known and _near(row.part, known):
            yield _finding(tree, index, "part", _UNKNOWN.fill(r=row.name, p=row.part), row.part, known)
        if row.after and row.after not in names:
            yield _finding(tree, index, "after", _NOBODY.fill(r=row.name, p=row.after), row.after, names)
        if _own(row) and (other := seen.setdefault(name, row)) is not row:
            said = _TWICE.fill(p=name, a=other.name, b=row.name)
            place = place_of(tree, (*_PATH, index))
            yield Finding(CODE, Severity.ERROR, place, said, _ONE, f"bid.forms[{index}]")


def _own(row: BidForm) -> bool:
    return bool(row.template or row.original)


def _near(name: str, known: Iterable[str]) -> str:
    return next(iter(difflib.get_close_matches(name, list(known), 1, 0.75)), "")


def _finding(tree: Node, index: int, key: str, said: Text, name: str, known: list[str]) -> Finding:
    near = _near(name, known)
    hint = _NEAR.fill(n=near) if near else _KNOWN.fill(k=", ".join(known))
    place = place_of(tree, (*_PATH, index, key))
    return Finding(CODE, Severity.ERROR, place, said, hint, f"bid.forms[{index}].{key}")
