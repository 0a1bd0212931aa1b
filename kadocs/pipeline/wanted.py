"""Which documents are asked for, and what is wrong with their descriptions and templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from kadocs import deliverables, gates
from kadocs.deliverables import Deliverable
from kadocs.findings import Fault, Finding, Refused, Severity, Text
from kadocs.pipeline import templates, volumes
from kadocs.pipeline.request import ALL, Request
from kadocs.plan import expressions
from kadocs.tree import node


class Wanted(NamedTuple):
    """The deliverables that are asked for; those in `named` by their name, the others because all are.

    `faults` are about further ones, whose descriptions are wrong.
    """

    deliverables: tuple[Deliverable, ...] = ()
    named: frozenset[str] = frozenset()
    faults: tuple[Finding, ...] = ()

    def by_name(self, deliverable: Deliverable) -> bool:
        """Whether it must be made, or only where the deal has what it needs."""
        return deliverable.name in self.named


def wanted(request: Request) -> Wanted:
    """What the request asks for.

    Raises `Refused` where a deliverable that is named is not there, or wrongly described.
    """
    named = [name for name in dict.fromkeys(request.deliverables) if name != ALL]
    folders = deliverables.shelf(request.templates)
    found = [deliverables.load(name, folders, request.look) for name in named]
    if wrong := [finding for each in found for finding in _faults(each)]:
        raise Refused(wrong)
    if ALL not in request.deliverables:
        return Wanted(tuple(found), frozenset(named))
    shelf, faults = everything(request)
    return Wanted(tuple(shelf), frozenset(named), tuple(faults))


def everything(request: Request) -> tuple[list[Deliverable], list[Finding]]:
    """Every deliverable there is that is rightly described, by stage, and what is wrong with the others."""
    folders = deliverables.shelf(request.templates)
    loaded: list[Deliverable] = []
    faults: list[Finding] = []
    for name in deliverables.names(folders):
        try:
            found = deliverables.load(name, folders, request.look)
        except Refused as refused:
            faults += refused.findings
            continue
        wrong = _faults(found)
        faults += wrong
        loaded += [] if wrong else [found]
    order = list(type(loaded[0].says.stage)) if loaded else []
    return sorted(loaded, key=lambda each: order.index(each.says.stage)), faults


def warned(faults: Iterable[Finding]) -> list[Finding]:
    """What is wrong with deliverables that nobody asked for."""
    return [replace(finding, severity=Severity.WARNING) for finding in faults]


def broken(request: Request, asked: Wanted) -> dict[str, list[Finding]]:
    """What is wrong with templates, by deliverable: known before any deal is read."""
    languages = templates.expected(request.language, request.defaults)
    found = {
        each.name: templates.faults(each, languages)
        or volumes.unpaged(request, each, named=asked.by_name(each))
        for each in asked.deliverables
    }
    return {name: faults for name, faults in found.items() if faults}


def _faults(deliverable: Deliverable) -> list[Finding]:
    return [*_unknown_families(deliverable), *expressions.faults(deliverable)]


def _unknown_families(deliverable: Deliverable) -> list[Finding]:
    known = gates.families()
    message = Text("没有名为“{f}”的规则", "there are no rules “{f}”")
    hint = Text("可用的有：{k}", "There are: {k}").fill(k=", ".join(known))
    return [
        Fault(message.fill(f=family), hint).at(node.place_of(deliverable.tree, ("gates", index)), "CFG005")
        for index, family in enumerate(deliverable.says.gates)
        if family not in known
    ]
