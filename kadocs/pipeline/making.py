"""A job → its documents. Nothing is written or printed here, so a job may run anywhere.

The volumes of a bid are made first, and together (`kadocs.pipeline.volumes`); the other documents of the job
see what became of them as `pack`.
"""

from __future__ import annotations

from dataclasses import replace

from kadocs import deliverables, office
from kadocs.findings import Finding, Refused, Severity
from kadocs.gates import needs
from kadocs.model import Audience, Record
from kadocs.model.noun import Noun
from kadocs.pipeline import papers, volumes
from kadocs.pipeline.made import Made, Wish
from kadocs.pipeline.work import numbered, prepared
from kadocs.plan import Document, Job
from kadocs.render.excel import Template as Workbook
from kadocs.tree import node
from kadocs.tree.node import Node

__all__ = ["Made", "Wish", "make"]


def make(job: Job, wish: Wish) -> Made:
    """The documents of a job; one that cannot be made leaves its findings, and the others still are."""
    made = Made(job)
    views: dict[Audience, Record] = {}
    volumes.make(made, [each for each in job.documents if each.volume], wish)
    for document in [each for each in job.documents if not each.volume]:
        if papers.lacks_volumes(made, document):
            made.asked.append(document.path)
            continue
        readers = job.readers(document.path)
        view = views[readers] = views.get(readers) or papers.seen(made, job.view(readers), readers)
        try:
            _make_one(made, document, job.seen(document, view), wish)
        except Refused as refused:
            made.findings += refused.findings
    made.gaps = _open(made.gaps, job.subject.tree, type(job.subject.deal))
    return made


def _open(gaps: list[Finding], tree: Node, root: type[Noun]) -> list[Finding]:
    """What a draft leaves open, each field once, in the order of the deal's file.

    A gap that no field of the deal explains stays where it is in the template.
    """
    told = [needs.gap(tree, name, root) for name in dict.fromkeys(gap.path for gap in gaps) if name]
    told.sort(key=lambda gap: (node.position_of(tree, node.steps(gap.path)), gap.path))
    return told + [replace(gap, severity=Severity.WARNING) for gap in gaps if not gap.path]


def _make_one(made: Made, document: Document, view: Record, wish: Wish) -> None:
    printed = document.path.with_suffix(".pdf")
    made.asked += [*([document.path] if wish.word else []), *([printed] if wish.pdf else [])]
    source = deliverables.template(made.job.deliverable, document.output, made.job.language)
    work = prepared(made, document, source, view)
    content, layout = work.rendered(made), None
    work.remember(made)
    if wish.pages and work.template.needs_pages:
        content, layout = numbered(made, work, content)
    if isinstance(work.template, Workbook) and work.template.has_formulas:
        content, told = office.calculated(content, source.name)
        made.findings += told
    if wish.word:
        made.files[document.path] = content
    if wish.pdf:
        layout = layout or office.lay_out(content, source.name)
        made.files[printed] = office.finished(layout.pdf, content, made.job.language)
    if layout:
        made.layout = office.version()
        made.findings += office.lacking(content)
