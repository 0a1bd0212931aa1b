"""A team's workbook and what was found in it → a copy in which each finding stands at its cell.

Faulty cells are coloured and get a note; a further sheet lists everything, with links. The parts of the
package are edited one by one, so that pictures, charts, formats and checks stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lxml.etree import XMLSyntaxError

from kadocs.findings import Finding, Severity
from kadocs.sources.annotation import listing
from kadocs.sources.annotation.book import Book
from kadocs.sources.annotation.cells import Cells
from kadocs.sources.annotation.notes import Notes
from kadocs.sources.annotation.parts import Parts
from kadocs.sources.annotation.places import Spot, spot
from kadocs.sources.annotation.styles import Styles
from kadocs.sources.excel import form, package
from kadocs.sources.files import shown

__all__ = ["annotated", "copy"]

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def copy(path: Path, findings: Sequence[Finding], language: str) -> bytes:
    """A copy of the workbook at `path` with those of the findings in it that are about it.

    Raises `Refused` where it is no workbook that could be read.
    """
    file = shown(path)
    _, data = package.open_(path, file)
    try:
        return annotated(data, file, findings, language)
    except (XMLSyntaxError, KeyError, StopIteration):
        raise package.damaged(file) from None


def annotated(data: bytes, file: str, findings: Sequence[Finding], language: str) -> bytes:
    """The workbook `data`, called `file` in the findings, with the findings in it.

    What an earlier annotation wrote is taken out first. Notes that say no more than that something was not
    read stand in the list only, as does what was found elsewhere.
    """
    parts = Parts(data)
    book = Book(parts)
    styles = Styles(parts, book.name, book.main, book.relations)
    told = list(dict.fromkeys(findings))
    if earlier := book.findings():
        book.drop(earlier)
        _forget(parts, book, styles)
    _mark(parts, book, styles, _by_cell(told, file), language)
    listed = sorted(told, key=lambda finding: _ORDER.index(finding.severity))
    book.add(form.FINDINGS.in_(language), listing.sheet(listed, book.main, styles, language))
    styles.save()
    return parts.saved()


def _by_cell(findings: Sequence[Finding], file: str) -> dict[str, dict[Spot, list[Finding]]]:
    """What is to be noted, by sheet and cell."""
    found: dict[str, dict[Spot, list[Finding]]] = {}
    for finding in findings:
        at = spot(finding.place.cell) if finding.place.file == file else None
        if at and finding.severity is not Severity.INFO:
            found.setdefault(at.sheet, {}).setdefault(at, []).append(finding)
    return found


def _mark(
    parts: Parts,
    book: Book,
    styles: Styles,
    found: Mapping[str, Mapping[Spot, list[Finding]]],
    language: str,
) -> None:
    for name, spots in found.items():
        part = book.sheets.get(name)
        if part is None:
            continue
        sheet = parts.parsed(part)
        cells = Cells(sheet)
        for at in sorted(spots):
            worst = min((each.severity for each in spots[at]), key=_ORDER.index)
            cells.restyle(at, lambda style, worst=worst: styles.tinted(style, worst))  # type: ignore[misc]
        Notes(parts, part, sheet).add({at: listing.words(spots[at], language) for at in sorted(spots)})
        parts.write(part, sheet)


def _forget(parts: Parts, book: Book, styles: Styles) -> None:
    """Takes the colours and notes of an earlier annotation out of every sheet."""
    tints = styles.plain()
    for part in book.sheets.values():
        sheet = parts.parsed(part)
        Cells(sheet).exchange(tints)
        Notes(parts, part, sheet).forget()
        parts.write(part, sheet)
