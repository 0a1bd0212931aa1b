"""Regimes: what tenders under one set of rules want handed in, part by part; data in files on the shelf.

A regime is `regimes/CODE.yaml` in the folder of a deliverable whose files are volumes, such as `bid`. A
folder of the user's own comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator

from kadocs import templates
from kadocs.deliverables.description import SaidPart, Title, chain
from kadocs.findings import Fault, Finding, Refused, Text
from kadocs.model import Deal
from kadocs.model.opportunity import Regime as Rules
from kadocs.tree import yaml
from kadocs.tree.check import check
from kadocs.tree.node import Node, place_of

FOLDER = "regimes"
CODE = "CFG016"
"""The code of what is wrong with a regime."""

Tag = Literal["hard", "soft", "free"]
"""How far the wording of a part may be changed: not at all, in its rows, freely."""

Signer = Literal["representative", "agent", "members", "maker", "guarantor"]
Seal = Literal["company", "members", "maker", "guarantor"]


def _blank(name: str) -> str:
    chain(name, Deal, into_rows=True)
    return name


class Volume(SaidPart):
    """One volume: bound and sealed `alone` or with others, and with `copies` or as an original only.

    `file` is the expression of its file's name. Where the tender judges a part of the bid without names
    (暗标), that is the `anonymous` volume.
    """

    id: str
    title: Title
    file: str
    alone: bool = False
    copies: bool = True
    anonymous: bool = False


class Part(SaidPart):
    """One part of a bid: the `volume` it stands in, its `form`, and who signs and seals it.

    `when` is an expression; without a value that counts as true, the bid has no such part. `blanks` are the
    fields that fill the form. `anonymous` is the volume that it stands in where the bid has an anonymous one:
    people and certificates leave it, and a proposal that else stands among papers with names goes there.
    """

    id: str
    title: Title
    volume: str
    anonymous: str = ""
    tag: Tag
    form: str
    when: str = ""
    sign: tuple[Signer, ...] = ()
    seal: tuple[Seal, ...] = ()
    blanks: tuple[Annotated[str, AfterValidator(_blank)], ...] = ()


class Words(SaidPart):
    """What a regime calls those who take part, and their papers; forms print them as `volume.words`.

    Where nothing else is said, they are those of a tender under the law on tendering.
    """

    buyer: Title = Title(zh="招标人", en="Buyer")
    bidder: Title = Title(zh="投标人", en="Bidder")
    bid: Title = Title(zh="投标文件", en="Bid")
    bidding: Title = Title(zh="投标", en="Bid")
    tender: Title = Title(zh="招标文件", en="tender documents")
    number: Title = Title(zh="招标编号", en="Tender number")
    lot: Title = Title(zh="标段", en="Lot")
    delivery: Title = Title(zh="交货期", en="Delivery")
    agent: Title = Title(zh="委托代理人", en="Authorised agent")
    signer: Title = Title(
        zh="法定代表人（单位负责人）或其委托代理人", en="Signature of the representative or agent"
    )
    seal: Title = Title(zh="盖单位章", en="company stamp, if any")

    def in_(self, language: str) -> dict[str, str]:
        """Each word in one language."""
        return {name: title.text.in_(language) for name, title in self}


class Composition(SaidPart):
    """What a regime's file says: the `basis` with its certainty (S as read, L likely, V to be verified)."""

    title: Title
    basis: Title
    certainty: Literal["S", "L", "V"]
    words: Words = Words()
    volumes: tuple[Volume, ...]
    parts: tuple[Part, ...]


class Regime(NamedTuple):
    """A regime with its `code`, as the model has it; `tree` has the places of what its file says."""

    code: str
    says: Composition
    tree: Node

    def volume(self, name: str) -> Volume | None:
        """The volume of that name, if there is one."""
        return next((each for each in self.says.volumes if each.id == name), None)


def load(name: str, folders: Sequence[Path]) -> tuple[Regime, ...]:
    """All regimes of the deliverable `name` on the shelf, in the order of the model.

    Raises `Refused` with all that is wrong with their files.
    """
    found: list[Regime] = []
    wrong: list[Finding] = []
    for rules in Rules:
        path = _path(name, rules.code, folders)
        if path is None:
            continue
        tree = yaml.parse(templates.content(path), str(path))
        says, findings = check(Composition, tree)
        wrong += findings
        if says is not None:
            found.append(Regime(rules.code, says, tree))
            wrong += _wrong(found[-1])
    if wrong:
        raise Refused(wrong)
    return tuple(found)


def _path(name: str, code: str, folders: Iterable[Path]) -> Path | None:
    paths = (folder / name / FOLDER / f"{code}.yaml" for folder in folders)
    return next((path for path in paths if path.is_file()), None)


def _wrong(regime: Regime) -> Iterator[Finding]:
    """Volumes that no part may stand in, and names that stand twice."""
    for key, each in (("volumes", regime.says.volumes), ("parts", regime.says.parts)):
        yield from _twice(regime, key, [one.id for one in each])
    known = [volume.id for volume in regime.says.volumes]
    for index, part in enumerate(regime.says.parts):
        for key, volume in (("volume", part.volume), ("anonymous", part.anonymous or known[0])):
            if volume not in known:
                fault = Fault(
                    Text("没有名为“{v}”的分册", "there is no volume “{v}”").fill(v=volume),
                    Text("请写 volumes 里的一册：{k}", "Name one of volumes: {k}").fill(k=", ".join(known)),
                )
                yield fault.at(place_of(regime.tree, ("parts", index, key)), CODE)


def _twice(regime: Regime, key: str, names: list[str]) -> Iterator[Finding]:
    for index, name in enumerate(names):
        if name in names[:index]:
            fault = Fault(
                Text("编号“{n}”写了两次", "the id “{n}” stands twice").fill(n=name),
                Text("每一册、每一部分用自己的编号", "Give each volume and each part an id of its own"),
            )
            yield fault.at(place_of(regime.tree, (key, index, "id")), CODE)
