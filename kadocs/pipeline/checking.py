"""A deal's file → the deal, and everything that its types, its rules and the wanted documents say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kadocs import gates, sources
from kadocs.deliverables import Deliverable
from kadocs.findings import Finding, Refused, Severity
from kadocs.model import Deal
from kadocs.pipeline import judging
from kadocs.pipeline.judging import Read, Verdict
from kadocs.pipeline.request import Request
from kadocs.pipeline.wanted import Wanted
from kadocs.plan import Subject
from kadocs.sources import Entry, Opened
from kadocs.tree.node import Node, scalars
from kadocs.tree.salvage import salvage

if TYPE_CHECKING:  # heavy at run time
    from kadocs.sources.excel.mapping import Mapped

_CELL = re.compile(r"(?P<sheet>.*?)!?(?P<column>[A-Z]*)(?P<row>[0-9]*)", re.DOTALL)


class Checked(NamedTuple):
    """What there is to say of a deal, and of each document that is asked for.

    `subject` is the deal as far as it could be read; None where it could not.
    """

    findings: tuple[Finding, ...]
    subject: Subject | None = None
    verdicts: tuple[Verdict, ...] = ()
    mapped: tuple[Mapped, ...] = ()


def check_all(request: Request, asked: Wanted, shelf: Sequence[Deliverable] = ()) -> Iterator[Checked]:
    """Each deal of the request, judged for the documents that are asked for.

    If none is, it is judged by every rule, and it is told what those of the `shelf` still need.
    """
    for found in opened(request.deals):
        if isinstance(found, Refused):
            yield Checked(found.findings)
            continue
        if found.findings or found.mapped:
            yield Checked(tuple(sorted(found.findings, key=position)), mapped=found.mapped)
        for entry in found.entries:
            # A register is of deals at every stage: what each lacks for a document is told where it is asked.
            near = shelf if entry.register is None else ()
            try:
                yield _check(entry, request, asked, near)
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


def _check(entry: Entry, request: Request, asked: Wanted, shelf: Sequence[Deliverable]) -> Checked:
    try:
        loaded = sources.load(entry, request.defaults)
    except Refused as refused:
        return Checked(refused.findings)
    deal, damaged = (loaded.deal, frozenset()) if loaded.deal else salvage(Deal, loaded.node)
    if deal is None:
        return Checked(tuple(sorted(loaded.findings, key=position)), mapped=loaded.mapped)
    files = (*loaded.files, *_defaults_used(loaded.node, request.defaults))
    read = Read(deal, loaded.node, damaged, files)
    judged = judging.judge(read, asked, request, loaded.findings)
    notes = judging.outlook(read, shelf, judged.findings)
    return Checked(
        tuple(sorted([*judged.findings, *notes], key=position)),
        Subject(entry.name, deal, files, (), loaded.node),
        judged.verdicts,
        loaded.mapped,
    )


def _defaults_used(tree: Node, defaults: Node | None) -> tuple[Path, ...]:
    """The file of the workspace's defaults, if a deal took a value from it."""
    if defaults is None:
        return ()
    file = defaults.place.file
    return (Path(file),) if any(scalar.place.file == file for scalar in scalars(tree)) else ()


def position(finding: Finding) -> tuple[bool, str, int, str, int, str]:
    """A sort key that brings findings of one file together, from top to bottom; notes come last."""
    place = finding.place
    cell = _CELL.fullmatch(place.cell)
    sheet, row, column = (
        (cell["sheet"], int(cell["row"] or 0), cell["column"]) if cell else (place.cell, 0, "")
    )
    note = finding.severity is Severity.INFO
    return note, place.file, place.line or 0, sheet, row, column
