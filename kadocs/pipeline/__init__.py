"""The story: load → check → plan → render → pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from kadocs import deliverables, gates, pack, plan
from kadocs.deliverables import Deliverable
from kadocs.findings import Fault, Finding, Refused, Severity, Text
from kadocs.pipeline import templates
from kadocs.pipeline.checking import check_all
from kadocs.pipeline.keeping import keep
from kadocs.pipeline.making import Made, make
from kadocs.pipeline.request import Outcome, Request
from kadocs.plan import Job
from kadocs.tree import node

__all__ = ["Made", "Outcome", "Request", "Runner", "build", "check"]


Runner: TypeAlias = Callable[[Callable[[Job], Made], Iterable[Job]], Iterable[Made]]
"""Where jobs run: applies a function to each job and gives the results in the jobs' order."""


def build(request: Request, run: Runner = map) -> Outcome:
    """Every requested document of every deal that passes its checks, written below `request.out`.

    Raises `Refused` where nothing can begin: no such deliverable, or a folder that cannot be written.
    """
    wanted = _wanted(request)
    pack.ready(request.out)
    broken = _broken(request, wanted)

    checked = list(check_all(request, wanted))
    subjects = [each.subject for each in checked if each.subject]
    sound = [each for each in wanted if each.name not in broken]
    jobs, unplanned = plan.jobs(subjects, sound, request.language, draft=request.draft)
    made = run(partial(make, pages=request.pages, pdf=request.pdf), jobs)
    kept = [keep(each, request.out) for each in made]

    findings = [finding for found in broken.values() for finding in found]
    findings += [finding for each in checked for finding in each.findings]
    return Outcome.of([Outcome((*findings, *unplanned)), *kept])


def check(request: Request) -> Outcome:
    """All that is wrong with the deals, for the requested deliverables, or by every rule where none is."""
    wanted = _wanted(request)
    shelf, faults = ([], []) if wanted else _shelf(request)
    checked = list(check_all(request, wanted, shelf))
    found = [finding for each in checked for finding in each.findings]
    return Outcome((*found, *faults), mapped=tuple(sheet for each in checked for sheet in each.mapped))


def _shelf(request: Request) -> tuple[list[Deliverable], list[Finding]]:
    """Every deliverable there is; one that is described wrongly stops no check, but is told of."""
    folders = deliverables.shelf(request.templates)
    loaded: list[Deliverable] = []
    faults: list[Finding] = []
    for name in deliverables.names(folders):
        try:
            loaded.append(deliverables.load(name, folders))
        except Refused as refused:
            faults += [replace(finding, severity=Severity.WARNING) for finding in refused.findings]
    return loaded, faults


def _wanted(request: Request) -> list[Deliverable]:
    folders = deliverables.shelf(request.templates)
    wanted = [deliverables.load(name, folders) for name in dict.fromkeys(request.deliverables)]
    unknown = [finding for each in wanted for finding in _unknown_families(each)]
    if unknown:
        raise Refused(unknown)
    return wanted


def _broken(request: Request, wanted: Iterable[Deliverable]) -> dict[str, list[Finding]]:
    """What is wrong with templates, by deliverable: known before any deal is read."""
    languages = templates.expected(request.language, request.defaults)
    found = {each.name: templates.faults(each, languages) for each in wanted}
    return {name: faults for name, faults in found.items() if faults}


def _unknown_families(deliverable: Deliverable) -> list[Finding]:
    known = gates.families()
    message = Text("没有名为“{f}”的规则", "there are no rules “{f}”")
    hint = Text("可用的有：{k}", "There are: {k}").fill(k=", ".join(known))
    return [
        Fault(message.fill(f=family), hint).at(node.place_of(deliverable.tree, ("gates", index)), "CFG005")
        for index, family in enumerate(deliverable.says.gates)
        if family not in known
    ]
