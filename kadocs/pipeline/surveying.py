"""Deals → where each of them stands: its stage, its key node, what falls due next, what it is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kadocs import gates, sources
from kadocs.figures.money import Money
from kadocs.findings import Finding, Refused, Severity, Text, blocks
from kadocs.gates import deadlines, needs, nodes, stages
from kadocs.model import Deal
from kadocs.model.quote import Quote
from kadocs.pipeline.checking import opened
from kadocs.pipeline.request import Request
from kadocs.report.standing import Standing, ordered
from kadocs.sources import Entry
from kadocs.tree.node import Node
from kadocs.tree.salvage import salvage

_AMOUNTS = ("contract.amount", "quote.total", "opportunity.expected_amount")
"""What a deal is worth, the surest first."""

_CURRENCIES = ("contract.currency", "quote.currency")


@dataclass
class Survey:
    """The deals' standings, what is wrong with registers as such, and the files that were read."""

    standings: list[Standing] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    @property
    def done(self) -> bool:
        """Whether every deal could be read."""
        return not blocks(self.findings) and not any(each.errors for each in self.standings)


def survey(request: Request, owner: str = "") -> Survey:
    """Where the deals of the request stand, by owner and deadline; those of `owner` only, if there is one.

    A deal that cannot be read, and so has no owner that is known, is listed for every owner.
    """
    found = Survey()
    for each in opened(request.deals):
        if isinstance(each, Refused):
            found.standings.append(_unreadable(each, each.findings[0].place.file))
            continue
        found.findings += each.findings
        for entry in each.entries:
            found.files.append(sources.file(entry.path))
            found.standings.append(_standing(entry, request))
    found.standings = ordered(each for each in found.standings if _is_of(each, owner))
    return found


def _is_of(standing: Standing, owner: str) -> bool:
    asked = "".join(owner.split()).casefold()
    return asked in "".join(standing.owner.split()).casefold() or (standing.errors > 0 and not standing.owner)


def _unreadable(refused: Refused, name: str) -> Standing:
    return Standing(name, refused.findings[0].place, errors=len(refused.findings))


def _standing(entry: Entry, request: Request) -> Standing:
    try:
        loaded = sources.load(entry, request.defaults)
    except Refused as refused:
        return _unreadable(refused, entry.name)
    errors = sum(finding.severity is Severity.ERROR for finding in loaded.findings)
    deal = loaded.deal or salvage(Deal, loaded.node)[0]
    if deal is None:
        return Standing(entry.name, entry.place, errors=errors)
    try:
        return _of(deal, loaded.node, entry, errors, request)
    except gates.ERRORS:  # figures that nobody foresaw must not end the run
        return Standing(entry.name, entry.place, errors=errors + 1)


def _of(deal: Deal, tree: Node, entry: Entry, errors: int, request: Request) -> Standing:
    state = _state(deal, tree, request)
    due = next(iter(deadlines.upcoming(deal, request.as_of)), None)
    amount, amount_of = _amount(deal)
    return Standing(
        deal=entry.name,
        place=entry.place,
        errors=errors,
        project=_text(deal, "opportunity.name"),
        account=_text(deal, "account.name") or _text(deal, "opportunity.account"),
        owner=_text(deal, "opportunity.triangle.account_manager"),
        stage=stages.current(deal),
        buyer_step=deal.opportunity.buyer_step if deal.opportunity else None,
        node=state.node.title if state else None,
        missing=tuple(_lacking(state, deal)) if state else (),
        deadline=due,
        days=(due.day - request.as_of).days if due else 0,
        amount=amount,
        amount_of=amount_of,
        probability=deal.opportunity.probability if deal.opportunity else None,
    )


def _state(deal: Deal, tree: Node, request: Request) -> nodes.State | None:
    """How the deal stands to the key node of its stage; if it says none, to the first not reached."""
    stage = stages.current(deal)
    if stage and stages.position(stage) is None:
        return None
    if stage:
        return nodes.state(nodes.of(stage), deal, tree, request.as_of)
    reached = nodes.reached(deal, tree, request.as_of)
    return next((state for state in reached if not state.reached), reached[-1])


def _lacking(state: nodes.State, deal: Deal) -> Iterator[Text]:
    """What a key node still takes: the titles of fields that are open, else what the rules say."""
    for finding in state.missing:
        open_ = finding.code == needs.CODE and not needs.held(deal, finding.path)
        yield needs.along(finding.path)[-1].mark.title if open_ else finding.message


def _amount(deal: Deal) -> tuple[Money | None, str]:
    """What the deal is worth, in its currency, and the field that says it."""
    for name in _AMOUNTS:
        found = _value(deal, name)
        if not found and name == _AMOUNTS[1] and deal.quote:  # no line yet, but a total
            found = deal.quote.stated_total
        if isinstance(found, Money) and found:
            said = (_value(deal, each) for each in _CURRENCIES)
            usual = next((each for each in said if each), Quote.model_fields["currency"].default)
            return Money(found.amount, found.currency or str(usual)), name
    return None, ""


def _text(deal: Deal, name: str) -> str:
    return str(_value(deal, name) or "")


def _value(deal: Deal, name: str) -> Any:
    """What the deal holds; None too for what cannot be worked out."""
    try:
        return needs.value(deal, name)
    except gates.ERRORS:
        return None
