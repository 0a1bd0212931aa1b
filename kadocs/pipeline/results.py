"""What became of each document that was asked for, in the order of deals and documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from kadocs import report
from kadocs.deliverables import Deliverable
from kadocs.findings import Finding, Severity, Text
from kadocs.pipeline.judging import Verdict
from kadocs.pipeline.request import Outcome
from kadocs.pipeline.wanted import Wanted
from kadocs.plan import Left, Subject

_LACKS = Text("还缺内容", "the deal is not that far")
_TEMPLATE = Text("模板有误", "its template is wrong")
_STOPPED = Text("有错误 {codes}", "stopped by {codes}")
_FAILED = Text("没有做成", "it could not be made")


def left(
    candidates: Iterable[tuple[Subject, Verdict]],
    unplanned: Iterable[Left],
    asked: Wanted,
    faulty: Collection[str],
    language: str,
) -> Iterator[report.Row]:
    """A row for each document that is not made, saying in short why."""
    for subject, verdict in candidates:
        each = verdict.deliverable
        if verdict.lacks:
            yield _row(subject, each, language, _LACKS, asked=False)
        elif not verdict.ready:
            yield _row(subject, each, language, stopped(verdict.findings), asked=True)
        elif each.name in faulty:
            yield _row(subject, each, language, _TEMPLATE, asked=True)
    for subject, each, findings, why in unplanned:
        must = bool(findings) or asked.by_name(each)
        yield _row(subject, each, language, why if why.en else stopped(findings), asked=must)


def stopped(findings: Iterable[Finding]) -> Text:
    """The codes of the errors among the findings, as the reason that there is no document."""
    codes = dict.fromkeys(finding.code for finding in findings if finding.severity is Severity.ERROR)
    joined = Text("、".join(codes), ", ".join(codes))
    return _STOPPED.fill(codes=joined) if codes else _FAILED


def ordered(parts: Iterable[Outcome], candidates: Sequence[tuple[Subject, Verdict]]) -> Outcome:
    """All the parts in one, its rows in the order of the candidates."""
    whole = Outcome.of(parts)
    order: dict[tuple[str, str], int] = {}
    for subject, verdict in candidates:
        order.setdefault((subject.name, verdict.deliverable.name), len(order))
    rows = sorted(whole.rows, key=lambda row: order.get((row.deal, row.deliverable), len(order)))
    return Outcome(whole.findings, tuple(rows), whole.gaps)


def _row(subject: Subject, deliverable: Deliverable, language: str, why: Text, *, asked: bool) -> report.Row:
    return report.Row(
        deal=subject.name,
        deliverable=deliverable.name,
        language=language or subject.deal.language.code,
        file="",
        size=0,
        done=False,
        title=deliverable.says.title.text,
        why=why,
        asked=asked,
    )
