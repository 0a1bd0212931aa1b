"""What the commands print: findings and results, as text or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kadocs.findings import Text

if TYPE_CHECKING:  # heavy at run time
    from collections.abc import Sequence
    from datetime import date

    from kadocs.findings import Finding
    from kadocs.pipeline import Outcome
    from kadocs.pipeline.surveying import Survey
    from kadocs.sources.excel.mapping import Mapped

_WRITTEN = Text("已生成  {f}", "written  {f}")
_GAPS = Text("待补充（{n}）：", "Still to be filled in ({n}):")


def findings(
    found: Sequence[Finding], language: str, *, json: bool, mapped: Sequence[Mapped] | None = None
) -> None:
    """Prints findings and their number: the answer of a check, so to standard output.

    Before them comes what the headings of the sheets `mapped` were taken for, if that is asked.
    """
    from kadocs import report

    if json:
        if mapped is None:
            click.echo(report.as_json(found, language))
        else:
            sheets = [report.sheet(each, language) for each in mapped]
            click.echo(report.as_json(found, language, mapping=sheets))
        return
    if mapped is not None:
        click.echo(report.mapping(mapped, language) + "\n")
    if found:
        click.echo(report.text(found, language))
    click.echo(report.summary(found, language))


def written(file: str, said: Sequence[Finding], language: str) -> None:
    """Prints the name of a file that was written, and what there is to say of it."""
    if said:
        from kadocs import report

        click.echo(report.text(said, language), err=True)
    click.echo(_WRITTEN.fill(f=file).in_(language))


def outcome(result: Outcome, language: str, *, json: bool) -> None:
    """Prints what a build made to standard output, and what there is to say of it to standard error."""
    from kadocs import report

    if json:
        gaps = [report.fields(gap, language) for gap in dict.fromkeys(result.gaps)]
        click.echo(report.as_json(result.findings, language, result.rows, gaps=gaps))
        return
    if result.findings:
        click.echo(report.text(result.findings, language), err=True)
    if result.gaps:
        click.echo(_GAPS.fill(n=len(set(result.gaps))).in_(language), err=True)
        click.echo(report.text(result.gaps, language), err=True)
    if result.rows:
        click.echo(report.table(result.rows, language))
    if result.findings:
        click.echo(report.summary(result.findings, language), err=True)


def stages(found: Survey, language: str, as_of: date, *, width: int, json: bool) -> None:
    """Prints where deals stand to standard output, and what is wrong with registers to standard error."""
    from kadocs import report
    from kadocs.report import stages as standings
    from kadocs.report.standing import totals

    if json:
        deals = [standings.fields(each, language) for each in found.standings]
        sums = [standings.sums(each) for each in totals(found.standings)]
        told = report.as_json(found.findings, language, as_of=as_of.isoformat(), deals=deals, totals=sums)
        click.echo(told)
        return
    if found.findings:
        click.echo(report.text(found.findings, language), err=True)
    click.echo(standings.text(found.standings, language, width))
