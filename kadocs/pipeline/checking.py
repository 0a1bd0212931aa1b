"""A deal's file → the deal, and everything that its types, its rules and the wanted documents say of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kadocs import gates, sources
from kadocs.deliverables import Deliverable
from kadocs.findings import Finding, Refused, Severity, blocks
from kadocs.model import Audience, Deal
from kadocs.pipeline.request import Request
from kadocs.plan import Subject
from kadocs.sources import Entry, Loaded, Opened
from kadocs.tree.node import Node, scalars
from kadocs.tree.salvage import salvage

if TYPE_CHECKING:  # heavy at run time
    from kadocs.sources.excel.mapping import Mapped

_CELL = re.compile(r"(?P<sheet>.*?)!?(?P<column>[A-Z]*)(?P<row>[0-9]*)", re.DOTALL)


class Checked(NamedTuple):
    """What there is to say of a deal; `subject` is None where that keeps it from being built."""

    findings: tuple[Finding, ...]
    subject: Subject | None = None
    mapped: tuple[Mapped, ...] = ()


def check_all(
    request: Request, wanted: Sequence[Deliverable], shelf: Sequence[Deliverable] = ()
) -> Iterator[Checked]:
    """Each deal of the request, judged for the `wanted` deliverables.

    If none is wanted, it is judged by every rule, and it is told what those of the `shelf` still need.
    """
    for found in opened(request.deals):
        if isinstance(found, Refused):
            yield Checked(found.findings)
            continue
        if found.findings or found.mapped:
            yield Checked(tuple(sorted(found.findings, key=_position)), None, found.mapped)
        for entry in found.entries:
            # A register is of deals at every stage: what each lacks for a document is told where it is asked.
            near = shelf if entry.register is None else ()
            try:
                yield _check(entry, request, wanted, near)
            except gates.ERRORS as error:  # figures that nobody foresaw must not end the run
                yield Checked((gates.unusable(entry.place, error),))


def opened(deals: Iterable[Path]) -> Iterator[Opened | Refused]:
    """The deals of each path, those of a register together; or why the path cannot be used."""
    for given in deals:
        try:
            found = sources.find(given)
        except Refused as refused:
            yield refused
            continue
        for path in found:
            try:
                yield sources.open_(path)
            except Refused as refused:
                yield refused


def _check(
    entry: Entry, request: Request, wanted: Sequence[Deliverable], shelf: Sequence[Deliverable]
) -> Checked:
    try:
        loaded = sources.load(entry, request.defaults)
    except Refused as refused:
        return Checked(refused.findings)
    judged = _judge(loaded, request, wanted, shelf)
    findings = tuple(sorted([*loaded.findings, *judged], key=_position))
    if loaded.deal is None or blocks(findings):
        return Checked(findings, None, loaded.mapped)
    files = (*loaded.files, *_defaults_used(loaded.node, request.defaults))
    subject = Subject(entry.name, loaded.deal, files, findings, loaded.node)
    return Checked(findings, subject, loaded.mapped)


def _defaults_used(tree: Node, defaults: Node | None) -> tuple[Path, ...]:
    """The file of the workspace's defaults, if a deal took a value from it."""
    if defaults is None:
        return ()
    file = defaults.place.file
    return (Path(file),) if any(scalar.place.file == file for scalar in scalars(tree)) else ()


def _judge(
    loaded: Loaded, request: Request, wanted: Sequence[Deliverable], shelf: Sequence[Deliverable]
) -> Iterator[Finding]:
    """What rules and needs say; of a deal with wrong types, they are asked about what could be read."""
    deal, damaged = (loaded.deal, frozenset()) if loaded.deal else salvage(Deal, loaded.node)
    if deal is None:
        return
    told = gates.check(
        deal, loaded.node, _families(wanted), request.as_of, draft=request.draft, damaged=damaged
    )
    yield from told
    failed = {finding.path for finding in told if finding.code == gates.UNWORKABLE}
    for each in wanted:
        needs, title = _askable(each, failed), each.says.title.text
        yield from gates.absent(deal, loaded.node, needs, title, draft=request.draft, damaged=damaged)
    for each in shelf:
        needs, title = _askable(each, failed), each.says.title.text
        yield from gates.outlook(deal, loaded.node, each.name, title, needs, damaged)


def _askable(deliverable: Deliverable, failed: Collection[str]) -> list[str]:
    """What a deliverable needs, less what cannot be worked out and has been told of."""
    return [
        need
        for need in deliverable.says.needs
        if not any(f"{need}.".startswith(f"{path}.") for path in failed)
    ]


def _families(wanted: Sequence[Deliverable]) -> set[str]:
    """The rules that the wanted deliverables name, and those that every customer's document must keep."""
    if not wanted:
        return set(gates.families())
    named = {family for each in wanted for family in each.says.gates}
    read_outside = any(each.says.audience <= Audience.CUSTOMER for each in wanted)
    return named | {gates.DISCLOSURE} if read_outside else named


def _position(finding: Finding) -> tuple[bool, str, int, str, int, str]:
    """A sort key that brings findings of one file together, from top to bottom; notes come last."""
    place = finding.place
    cell = _CELL.fullmatch(place.cell)
    sheet, row, column = (
        (cell["sheet"], int(cell["row"] or 0), cell["column"]) if cell else (place.cell, 0, "")
    )
    note = finding.severity is Severity.INFO
    return note, place.file, place.line or 0, sheet, row, column
