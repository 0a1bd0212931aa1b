"""A deal as read → for each document that is asked for, what speaks against making it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path as FilePath
from typing import NamedTuple

from kadocs import gates
from kadocs.deliverables import Deliverable, Scope
from kadocs.findings import Finding, blocks
from kadocs.gates import needs
from kadocs.model import Audience, Deal
from kadocs.model.portfolio import Portfolio
from kadocs.pipeline import scans
from kadocs.pipeline.request import Request
from kadocs.pipeline.wanted import Wanted
from kadocs.tree.node import Node, Path


class Verdict(NamedTuple):
    """Whether a document may be made of a deal: what concerns it, and whether the deal lacks what it needs.

    Only where all documents are asked for does a deal lack something without an error. `rules` are the codes
    of the rules of its families that were asked.
    """

    deliverable: Deliverable
    findings: tuple[Finding, ...]
    lacks: bool = False
    rules: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether it may be made."""
        return not self.lacks and not blocks(self.findings)


class Read(NamedTuple):
    """A deal, or an account, as far as it could be read; `damaged` are the paths that could not.

    `files` are those that it was read from.
    """

    deal: Deal | Portfolio
    tree: Node
    damaged: Collection[Path] = frozenset()
    files: tuple[FilePath, ...] = ()


class Judged(NamedTuple):
    """All that the rules and needs say of a deal, and the verdict on each document."""

    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...] = ()


def judge(read: Read, asked: Wanted, request: Request, said: Sequence[Finding]) -> Judged:
    """What the rules say, each asked once, and what each document lacks; `said` was told of it already.

    If no document is asked for, every rule is asked.
    """
    assert isinstance(read.deal, Deal)
    short = {
        each.name: note for each in asked.deliverables if (note := _left_out(read, each, asked, request))
    }
    sound = [each for each in asked.deliverables if each.name not in short]
    families = _families(sound) if asked.deliverables else set(gates.families())
    told = gates.check(
        read.deal,
        read.tree,
        families,
        request.as_of,
        draft=request.draft,
        damaged=read.damaged,
        others=request.strangers.names(read.deal) if "BID" in families else (),
    )
    failed = {finding.path for finding in told if finding.code == gates.UNWORKABLE}
    verdicts = []
    for each in asked.deliverables:
        own = short.get(each.name) or [*_absent(read, each, failed, request), *_papers(read, each, request)]
        concerning = [finding for finding in told if _concerns(finding, each)]
        asked_of = _asked(read, each, request)
        verdicts.append(Verdict(each, (*said, *concerning, *own), each.name in short, asked_of))
    own_findings = [finding for verdict in verdicts for finding in verdict.findings]
    return Judged(tuple(dict.fromkeys([*said, *told, *own_findings])), tuple(verdicts))


def _asked(read: Read, each: Deliverable, request: Request) -> tuple[str, ...]:
    """The codes of the rules that the document names and that were asked of the deal."""
    assert isinstance(read.deal, Deal)
    judged = gates.judged(read.deal, each.says.gates, request.as_of, read.damaged)
    return tuple(rule.code for rule in judged if rule.family in each.says.gates)


def judge_account(
    read: Read, each: Deliverable, asked: Wanted, request: Request
) -> tuple[list[Finding], bool]:
    """What a document about an account lacks, and whether it is left out for it without an error."""
    note = _short(read, each, asked, request)
    return (note, True) if note else (_lacking(read, each, (), request), False)


def outlook(read: Read, shelf: Iterable[Deliverable], told: Iterable[Finding]) -> Iterator[Finding]:
    """A note for each document of the `shelf` that still needs something of the deal."""
    failed = {finding.path for finding in told if finding.code == gates.UNWORKABLE}
    for each in shelf:
        near = read
        if each.says.scope is Scope.ACCOUNT and isinstance(read.deal, Deal):
            near = read._replace(deal=Portfolio.of([read.deal]))
        yield from _note(near, each, _askable(each, failed))


def _left_out(read: Read, each: Deliverable, asked: Wanted, request: Request) -> list[Finding]:
    """The note that the deal is not as far as this document, where it was not asked for by name.

    What a document about an account needs is asked of the account.
    """
    return [] if each.says.scope is Scope.ACCOUNT else _short(read, each, asked, request)


def _short(read: Read, each: Deliverable, asked: Wanted, request: Request) -> list[Finding]:
    if asked.by_name(each):
        return []
    lacking = [need for need in each.says.needs if not _holds(read.deal, need, request)]
    return _note(read, each, each.says.needs) if lacking else []


def _holds(deal: Deal | Portfolio, need: str, request: Request) -> bool:
    """Whether the deal holds what is needed; of a draft, whether it holds anything of that section."""
    try:
        return needs.held(deal, need.split(".")[0] if request.draft else need)
    except gates.ERRORS:  # which is told of as such
        return True


def _note(read: Read, each: Deliverable, names: Iterable[str]) -> list[Finding]:
    return gates.outlook(read.deal, read.tree, each.name, each.says.title.text, names, read.damaged)


def _absent(read: Read, each: Deliverable, failed: Collection[str], request: Request) -> list[Finding]:
    return [] if each.says.scope is Scope.ACCOUNT else _lacking(read, each, failed, request)


def _papers(read: Read, each: Deliverable, request: Request) -> list[Finding]:
    """What is wrong with the files that a bid encloses."""
    if not scans.concern(each):
        return []
    return scans.findings(read.deal, read.tree, read.files, draft=request.draft)


def _lacking(read: Read, each: Deliverable, failed: Collection[str], request: Request) -> list[Finding]:
    return gates.absent(
        read.deal,
        read.tree,
        _askable(each, failed),
        each.says.title.text,
        draft=request.draft,
        damaged=read.damaged,
    )


def _askable(deliverable: Deliverable, failed: Collection[str]) -> list[str]:
    """What a deliverable needs, less what cannot be worked out and has been told of."""
    return [
        need
        for need in deliverable.says.needs
        if not any(f"{need}.".startswith(f"{path}.") for path in failed)
    ]


def _families(asked: Iterable[Deliverable]) -> set[str]:
    return {family for each in asked for family in _families_of(each)}


def _families_of(deliverable: Deliverable) -> set[str]:
    """The rules that a deliverable names, and those that every customer's document must keep."""
    read_outside = deliverable.says.audience <= Audience.CUSTOMER
    return {*deliverable.says.gates, *([gates.DISCLOSURE] if read_outside else [])}


def _concerns(finding: Finding, deliverable: Deliverable) -> bool:
    """Whether a rule's finding bears on a document: by its family, or on all of them."""
    family = finding.code.rstrip("0123456789")
    return finding.code == gates.UNWORKABLE or family in {gates.ALWAYS, *_families_of(deliverable)}
