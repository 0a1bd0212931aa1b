"""The story: load → check → plan → render → pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeAlias

from kadocs import pack, plan
from kadocs.deliverables import Scope
from kadocs.findings import Finding
from kadocs.pipeline import accounts, lots, results
from kadocs.pipeline.auditing import Auditor
from kadocs.pipeline.checking import Checked, check_all
from kadocs.pipeline.judging import Verdict
from kadocs.pipeline.keeping import keep
from kadocs.pipeline.making import Made, Wish, make
from kadocs.pipeline.request import ALL, Outcome, Request
from kadocs.pipeline.wanted import Wanted, broken, everything, wanted, warned
from kadocs.plan import Job, Subject

__all__ = ["ALL", "Made", "Outcome", "Request", "Runner", "build", "check"]


Runner: TypeAlias = Callable[[Callable[[Job], Made], Iterable[Job]], Iterable[Made]]
"""Where jobs run: applies a function to each job and gives the results in the jobs' order."""


def build(request: Request, run: Runner = map) -> Outcome:
    """Every requested document of every deal that passes the checks for it, written below `request.out`.

    Raises `Refused` where nothing can begin: no such deliverable, or a folder that cannot be written.
    """
    asked = wanted(request)
    pack.ready(request.out)
    faulty = broken(request, asked)

    checked = list(check_all(request, asked))
    subjects = [each.subject for each in checked if each.subject]
    candidates = lots.guarded(_candidates(checked, asked, request), subjects, request.out)
    ready = [
        (subject._replace(findings=verdict.findings, rules=verdict.rules), verdict.deliverable)
        for subject, verdict in candidates
        if verdict.ready and verdict.deliverable.name not in faulty
    ]
    planned = plan.jobs(ready, request.language, draft=request.draft)
    wish = Wish(request.pages, request.pdf or request.pdf_only, word=not request.pdf_only)
    made = run(partial(make, wish=wish), planned.jobs)
    auditor = Auditor(subjects, request.strangers)
    kept = [keep(auditor.passed(each), request.out) for each in made]

    findings = [*asked.faults, *(finding for found in faulty.values() for finding in found)]
    findings += _told(checked, candidates)
    left = results.left(candidates, planned.left, asked, faulty, request.language)
    return results.ordered([Outcome((*findings, *planned.findings), tuple(left)), *kept], candidates)


def check(request: Request) -> Outcome:
    """All that is wrong with the deals, for the requested deliverables, or by every rule where none is."""
    asked = wanted(request) if ALL not in request.deliverables else Wanted()
    shelf, faults = ([], []) if asked.deliverables else everything(request)
    checked = list(check_all(request, asked, shelf))
    found = _told(checked, _candidates(checked, asked, request))
    return Outcome(
        (*found, *warned(faults)), mapped=tuple(sheet for each in checked for sheet in each.mapped)
    )


def _candidates(checked: Sequence[Checked], asked: Wanted, request: Request) -> list[tuple[Subject, Verdict]]:
    """Each deal and each account with the verdict on each document that is asked for."""
    found = [
        (each.subject, verdict)
        for each in checked
        for verdict in each.verdicts
        if each.subject and verdict.deliverable.says.scope is Scope.DEAL
    ]
    for each in asked.deliverables:
        if each.says.scope is Scope.ACCOUNT:
            found += accounts.judged(checked, each, asked, request)
    return found


def _told(checked: Iterable[Checked], candidates: Iterable[tuple[Subject, Verdict]]) -> list[Finding]:
    """All that was said of deals and accounts, each once."""
    said = [finding for each in checked for finding in each.findings]
    of_accounts = [finding for _, verdict in candidates for finding in verdict.findings]
    return list(dict.fromkeys([*said, *of_accounts]))
