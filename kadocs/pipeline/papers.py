"""What the papers of a bid see beside its deal: its finished volumes, what the rules said, the days left.

A paper is a file that is made after the volumes and tells of them. It is given plain rows: templates know
no rules and no layout. What the rows hold is said in `kadocs/plan/papers.py`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, cast

from kadocs import gates
from kadocs.deliverables.description import chain
from kadocs.findings import Fault, Finding, Severity, Text
from kadocs.gates import Rule
from kadocs.gates.bid.law.ground import AT_SEALING, sealed
from kadocs.gates.procurement import government
from kadocs.gates.rule import Effect
from kadocs.model import Audience, Deal, Field, Record
from kadocs.pipeline.answers import answers
from kadocs.pipeline.made import Made
from kadocs.plan import Document, Subject, papers
from kadocs.plan.countdown import countdown

if TYPE_CHECKING:
    from kadocs.pipeline.volumes.pack import Pack

_ROW = re.compile(r"\[\d+\]")
_SEVERITIES = tuple(Severity)
_GRAVE = (Effect.REJECTED, Effect.INVALID, Effect.REFUSED, Effect.REVOKED)
_HIDDEN = Text("有一项问题，见 kadocs check", "there is a finding; see kadocs check")


def lacks_volumes(made: Made, document: Document) -> bool:
    """Whether a document would tell of volumes that could not be made."""
    return made.pack is None and made.job.deliverable.says.is_paper(document.output)


def seen(made: Made, view: Record, readers: Audience) -> Record:
    """The `view` of readers, with what papers see if the job is a bid: its other files are papers."""
    job, language = made.job, made.job.language
    if made.pack is None:
        return view
    deal, usual = job.subject.deal, job.deliverable.countdown
    found: dict[str, object] = {}
    if isinstance(deal, Deal):
        found[papers.PACK] = _pack(made.pack, deal, language)
        steps = usual.steps if usual else ()
        found[papers.COUNTDOWN] = countdown(deal, steps, view, language)
        found[papers.SELFCHECK] = selfcheck(job.subject, deal, language, readers)
    for name in papers.names(readers):
        view = view.naming(name, found.get(name, {}))
    return view


def _pack(pack: Pack, deal: Deal, language: str) -> dict[str, object]:
    """The finished volumes, all their parts in one list, and where the scoring table's answers stand."""
    found = pack.seen(language)
    volumes = cast("tuple[dict[str, tuple[object, ...]], ...]", found["volumes"])
    parts = tuple(part for volume in volumes for part in volume["parts"])
    return {**found, "parts": parts, "answers": answers(pack, deal, language)}


def selfcheck(subject: Subject, deal: Deal, language: str, readers: Audience) -> dict[str, object]:
    """The rules about how a bid is judged that were asked, the weightiest first, each with what it found."""
    asked = [rule for rule in gates.rules() if rule.effects and rule.code in subject.rules]
    asked.sort(key=lambda rule: (not _is_grave(rule), _SEVERITIES.index(rule.severity), rule.code))
    rows = []
    for rule in asked:
        found = tuple(_said(each, language, readers) for each in subject.findings if each.code == rule.code)
        rows.append({**_rule(rule, deal, language), "state": _state(rule, deal, found), "found": found})
    return {"rules": tuple(rows)}


def _rule(rule: Rule, deal: Deal, language: str) -> dict[str, object]:
    effects = [effect for effect in rule.effects if effect is not _other(rule, deal)]
    return {
        "code": rule.code,
        "title": rule.title.in_(language),
        "effect": "\n".join(effect.label.in_(language) for effect in effects),
        "grave": _is_grave(rule),
        "why": rule.why.in_(language),
        "basis": rule.basis.in_(language),
        "certainty": rule.certainty.label.in_(language),
    }


def _is_grave(rule: Rule) -> bool:
    """Whether a breach ends the bid."""
    return any(effect in _GRAVE for effect in rule.effects)


def _other(rule: Rule, deal: Deal) -> Effect | None:
    """What the other law calls the end of a bid, where a rule names both: 否决投标, 投标无效."""
    if not {Effect.REJECTED, Effect.INVALID} <= set(rule.effects):
        return None
    return Effect.REJECTED if government(deal) else Effect.INVALID


def _state(rule: Rule, deal: Deal, found: Collection[object]) -> str:
    """What became of a rule: `found` something, `passed`, or `waits` until the bid is sealed."""
    if found:
        return "found"
    waits = rule.code in AT_SEALING and not (deal.bid and sealed(deal.bid))
    return "waits" if waits else "passed"


def _said(finding: Finding, language: str, readers: Audience) -> dict[str, object]:
    """A finding for these readers: no words about a field that they may not see."""
    along = _along(finding.path)
    if along is None or any(field.mark.audience > readers for field in along):
        return {"message": _HIDDEN.in_(language), "hint": "", "where": ""}
    return {
        "message": finding.message.in_(language),
        "hint": finding.hint.in_(language),
        "where": " › ".join(field.mark.title.in_(language) for field in along),
    }


def _along(path: str) -> list[Field] | None:
    """The fields on the way to what a finding is about; None where nobody knows them."""
    if not path:
        return []
    try:
        return chain(_ROW.sub("", path), Deal, into_rows=True)
    except Fault:
        return None
