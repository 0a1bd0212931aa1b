"""Deals → the accounts that they are of, for documents about an account over all its deals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kadocs import gates
from kadocs.deliverables import Deliverable
from kadocs.figures.text import folded
from kadocs.findings import Finding
from kadocs.model import Deal
from kadocs.model.portfolio import Portfolio
from kadocs.model.portfolio.amounts import newest
from kadocs.pipeline import judging
from kadocs.pipeline.checking import Checked
from kadocs.pipeline.judging import Read, Verdict
from kadocs.pipeline.request import Request
from kadocs.pipeline.wanted import Wanted
from kadocs.plan import Subject


class _Part(NamedTuple):
    """A deal of an account, with what speaks against a document of which it is a part."""

    subject: Subject
    deal: Deal
    findings: tuple[Finding, ...]


def judged(
    checked: Iterable[Checked], deliverable: Deliverable, asked: Wanted, request: Request
) -> Iterator[tuple[Subject, Verdict]]:
    """Each account of the deals, and whether the document may be made of it.

    A finding that stops the document for one deal stops it for the account, whose figures would be wrong.
    """
    parts = [
        _Part(each.subject, each.subject.deal, verdict.findings)
        for each in checked
        for verdict in each.verdicts
        if each.subject and isinstance(each.subject.deal, Deal) and verdict.deliverable is deliverable
    ]
    for group in _grouped(parts):
        try:
            yield _judged(group, deliverable, asked, request)
        except gates.ERRORS as error:  # figures that nobody foresaw must not end the run
            wrong = gates.unusable(group[0].subject.tree.place, error)
            yield group[0].subject, Verdict(deliverable, (wrong,))


def _judged(
    group: Sequence[_Part], deliverable: Deliverable, asked: Wanted, request: Request
) -> tuple[Subject, Verdict]:
    ranked = sorted(group, key=lambda part: newest(part.deal), reverse=True)
    portfolio = Portfolio.of(part.deal for part in group)
    first = ranked[0].subject
    own, lacks = judging.judge_account(Read(portfolio, first.tree), deliverable, asked, request)
    subject = Subject(
        _name(portfolio, first.name),
        portfolio,
        tuple(dict.fromkeys(file for part in ranked for file in part.subject.files)),
        (),
        first.tree,
        tuple(part.subject.name for part in ranked),
    )
    told = dict.fromkeys([finding for part in ranked for finding in part.findings] + own)
    return subject, Verdict(deliverable, tuple(told), lacks)


def _name(portfolio: Portfolio, otherwise: str) -> str:
    account = portfolio.account
    return (account and (account.short_name or account.name or account.id)) or otherwise


def _grouped(parts: Sequence[_Part]) -> list[list[_Part]]:
    """The deals by their account: by its ID, else by its legal name; one that names none stands alone."""
    ids = {name: id_ for part in parts for name, id_ in [_names(part.deal)] if name and id_}
    groups: dict[object, list[_Part]] = {}
    for index, part in enumerate(parts):
        name, id_ = _names(part.deal)
        groups.setdefault(id_ or ids.get(name) or name or index, []).append(part)
    return list(groups.values())


def _names(deal: Deal) -> tuple[str, str]:
    """The account's legal name and ID, as names are compared; "" for what is not said."""
    account = deal.account
    return (folded(account.name or ""), folded(account.id or "")) if account else ("", "")
