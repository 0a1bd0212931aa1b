"""What the reading of one sheet needs: its grid, the deal so far, and what was found on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kadocs.findings import Fault, Finding, Place, Text
from kadocs.model.schema import Field
from kadocs.model.types import BULLET, Kind
from kadocs.sources.excel import cells, report
from kadocs.sources.excel.draft import Draft
from kadocs.sources.excel.grid import Grid
from kadocs.sources.excel.headings import NO_UNIT, Path, Unit
from kadocs.sources.excel.mapping import Left, Mapped, Skipped, Taken, Why
from kadocs.sources.excel.prices import Prices
from kadocs.tree.node import Scalar

_BULLET = re.compile(r"^\s*(?:[•·●▪‣]|[*-](?=\s)|[(（]\d{1,2}[)）]|\d{1,2}[)）、]|\d{1,2}[.．](?!\d))\s*")
_LISTS = (Kind.LINES, Kind.NAMES)


@dataclass
class Context:
    """One sheet's reading.

    `prices` are the price lists of the whole workbook; `money` is what a title says of all amounts
    below it, `mapped` what the sheet's headings were taken for.
    """

    grid: Grid
    draft: Draft
    from_1904: bool
    prices: Prices = field(default_factory=Prices)
    findings: list[Finding] = field(default_factory=list)
    money: Unit = NO_UNIT
    mapped: Mapped = field(init=False)

    def __post_init__(self) -> None:
        self.mapped = Mapped(self.grid.file, self.grid.name)

    def beside(self, grid: Grid) -> Context:
        """The reading of a part of the sheet, which finds for the whole."""
        part = Context(grid, self.draft, self.from_1904, self.prices, self.findings, self.money)
        part.mapped = self.mapped
        return part

    def of(self, draft: Draft, findings: list[Finding]) -> Context:
        """The reading of some of the sheet's rows for a deal of their own."""
        return Context(self.grid, draft, self.from_1904, Prices(), findings, self.money)

    def take(self, row: int, column: int, text: str, path: str, title: Text) -> None:
        """Notes for which field a heading or label was taken."""
        self.mapped.taken.append(Taken(self.grid.place(row, column), text, path, title))

    def leave(self, row: int, column: int, text: str, near: Text | None) -> None:
        """Tells of a heading or label that means nothing to the deal."""
        place = self.grid.place(row, column)
        self.mapped.left.append(Left(place, text, near))
        self.findings.append(report.heading(place, text, near))

    def doubt(self, row: int, column: int, text: str, paths: list[str]) -> None:
        """Tells of a label that may mean several fields, and is not read."""
        place = self.grid.place(row, column)
        self.mapped.left.append(Left(place, text, None))
        self.findings.append(report.ambiguous(place, text, paths))

    def repeat(self, row: int, column: int, text: str, first: Place) -> None:
        """Tells of a heading whose field is read from another column."""
        place = self.grid.place(row, column)
        self.mapped.left.append(Left(place, text, None))
        self.findings.append(report.repeated(place, text, first))

    def skip(self, row: int, column: int, why: Why) -> None:
        """Notes that a row, or a column by its heading, is no data."""
        text = cells.heading(self.grid.at(row, column))
        self.mapped.skipped.append(Skipped(self.grid.place(row, column), text, why))

    def pass_over(self, row: int, column: int) -> None:
        """Tells of a row of text that is no data."""
        place, text = self.grid.place(row, column), cells.heading(self.grid.at(row, column))
        self.mapped.skipped.append(Skipped(place, text, Why.NOTE))
        self.findings.append(report.unread_row(place, text))

    def scalar(self, row: int, column: int, wanted: Field, unit: Unit) -> Scalar | None:
        """The cell's value as `wanted` reads it, or None if it holds nothing; a broken cell is reported."""
        value, place = self.grid.at(row, column), self.grid.place(row, column)
        if value == "":
            return None
        if self.grid.broken((row, column)):
            self._report_broken(row, column, place)
            return Scalar(str(value), place)
        form, unit = self.grid.traits.formats.get((row, column)), self.unit(wanted, unit)
        try:
            text = cells.read(value, form, wanted, unit, self.from_1904)
        except Fault as fault:
            self.findings.append(report.long(place, fault))
            return Scalar(str(value), place)
        if form and form.scaled and unit.scale and wanted.kind is Kind.AMOUNT and isinstance(value, float):
            self.findings.append(report.scaled(place, text, unit.scale))
        bare = without_bullets(text) if wanted.kind is Kind.LINES and not text.startswith(BULLET) else text
        return Scalar(bare, place) if bare else None

    def unit(self, wanted: Field, unit: Unit) -> Unit:
        """The unit of a field's numbers: its own heading's, else for amounts that of the title above."""
        return self.money if unit == NO_UNIT and wanted.kind is Kind.AMOUNT else unit

    def put(self, path: Path, wanted: Field, value: Scalar) -> None:
        """Sets a single value of the deal; one that is there already and differs is reported."""
        known = self.draft.value(path)
        if known is None:
            self.draft.put(path, value)
        elif not cells.same(known.text, value.text, wanted):
            self.findings.append(report.twice(value, wanted.mark.title, known))

    def append(self, path: Path, wanted: Field, value: Scalar) -> None:
        """Puts a further row under a label: another entry of a list, another paragraph of a text."""
        known = self.draft.value(path)
        if wanted.kind in _LISTS:
            self.draft.add(path, value._replace(text=without_bullets(value.text)))
        else:
            joined = f"{known.text}\n{value.text}" if known else value.text
            self.draft.put(path, Scalar(joined, known.place if known else value.place))

    def _report_broken(self, row: int, column: int, place: Place) -> None:
        error = self.grid.traits.errors.get((row, column))
        self.findings.append(report.broken(place, error) if error else report.unsaved(place))


def without_bullets(text: str) -> str:
    """The lines of `text` without the bullets or numbers that each of them begins with."""
    lines = text.split("\n")
    bare = [_BULLET.sub("", line, count=1) for line in lines]
    marked = all(
        line.strip() != short.strip() for line, short in zip(lines, bare, strict=True) if line.strip()
    )
    return "\n".join(bare) if marked else text
