"""What all files of a deal must agree on: its name, its number, its parties, its price, its terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from kadocs.audit.held import Held
from kadocs.findings import Text


class Fact(NamedTuple):
    """Something that documents state behind a label: the `labels` as a pattern, and what may follow it."""

    title: Text
    labels: str
    values: tuple[str, ...]


class Facts(NamedTuple):
    """What a deal says of itself, as its documents should have it too.

    `names` and `numbers` are compared with what looks like them, `days` with any number of days behind their
    label, `people` with any name.
    """

    names: tuple[Fact, ...] = ()
    numbers: tuple[Fact, ...] = ()
    days: tuple[Fact, ...] = ()
    people: tuple[Fact, ...] = ()


_NAMES = (
    (Text("项目名称", "project"), "招标项目名称|采购项目名称|项目名称|project(?: name)?",
     "opportunity.name tender.title contract.name contract.title"),
    (Text("采购方", "buyer"), "招标人|采购人|客户名称|业主|buyer|customer|employer",
     "account.name tender.buyer"),
    (Text("投标人", "bidder"), "投标人(?:名称)?|供应商(?:名称)?|bidder|tenderer|supplier",
     "vendor.legal_name bid.consortium_name"),
)  # fmt: skip
_NUMBERS = (
    (
        Text("招标编号", "tender number"),
        "(?:招标|采购|项目|招标项目|采购项目)编号|tender (?:no\\.?|number|reference)|rfp (?:no\\.?|number)",
        "tender.number opportunity.id contract.number",
    ),
    (Text("标段", "lot"), "标段(?:号|编号)?|包号|lot(?: no\\.?)?", "tender.lot"),
)
_DAYS = (
    (Text("有效期", "validity"), "投标有效期|报价有效期|投标函有效期|(?:bid |tender )?validity",
     "bid.validity_days quote.validity_days tender.validity_days"),
    (Text("交货期", "delivery period"), "交货期|供货期|delivery (?:period|time)",
     "quote.delivery_days tender.delivery_days contract.delivery_days"),
)  # fmt: skip

_PEOPLE = (
    (Text("签字人", "signer"), "授权代表|委托代理人|投标人代表|authori[sz]ed (?:representative|signatory)",
     "bid.agent.name vendor.agent vendor.legal_rep"),
)  # fmt: skip


def asked() -> Facts:
    """What documents may state at all, whatever a deal says of it."""
    tables = (_NAMES, _NUMBERS, _DAYS, _PEOPLE)
    return Facts(*(tuple(Fact(title, labels, ()) for title, labels, _ in rows) for rows in tables))


def facts(values: Iterable[Held]) -> Facts:
    """The facts of a deal whose `values` are these."""
    said: dict[str, list[str]] = {}
    for each in values:
        text = f"{each.value:f}" if isinstance(each.value, Decimal) else each.bare
        said.setdefault(each.path, []).append(text)
    return Facts(*(tuple(_known(rows, said)) for rows in (_NAMES, _NUMBERS, _DAYS, _PEOPLE)))


def _known(rows: Iterable[tuple[Text, str, str]], said: dict[str, list[str]]) -> Iterator[Fact]:
    for title, labels, paths in rows:
        values = [value for path in paths.split() for value in said.get(path, ())]
        if values:
            yield Fact(title, labels, tuple(dict.fromkeys(values)))


def stated(fact: Fact, text: str) -> Iterator[tuple[int, int, str]]:
    """Where an even text states a fact behind its label, in the line or in the next cell; with its value."""
    pattern = rf"^(?:.*[\s、，,；;(])?(?:{fact.labels})\s*(?:[:：][ \t]*|\n)(?P<value>[^\n]{{2,60}})$"
    for found in re.finditer(pattern, text, re.MULTILINE):
        yield found.start("value"), found.end("value"), found["value"].strip()
