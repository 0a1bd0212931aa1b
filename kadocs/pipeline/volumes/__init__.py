"""The volumes of a bid → finished together, for each may name pages of all others.

`source` puts a volume's template together, `laying` renders and lays out until no page number changes,
`places` finds what a text names among their headings, `pack` tells what they came to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kadocs import office
from kadocs.findings import Refused, Severity
from kadocs.pipeline.made import Made, Wish
from kadocs.pipeline.volumes import laying, pack
from kadocs.pipeline.volumes.laying import Standing
from kadocs.pipeline.volumes.source import unpaged
from kadocs.plan import Document

__all__ = ["make", "unpaged"]


def make(made: Made, documents: Sequence[Document], wish: Wish) -> None:
    """Make the volumes of a job: `made` gets their files, and what they came to be if all could be made.

    A bid that is to be handed in is printed too, unless nobody wants its pages.
    """
    printed = wish.pdf or (wish.pages and not made.job.draft and office.program() is not None)
    for document in documents:
        made.asked += [document.path] if wish.word else []
        made.asked += [document.path.with_suffix(".pdf")] if printed else []
    standing = [each for document in documents if (each := _begun(made, document))]
    if not standing:
        return
    try:
        laying.settle(made, standing, paged=wish.pages, printed=printed)
    except Refused as refused:  # LibreOffice fails
        severity = Severity.WARNING if made.job.draft else Severity.ERROR
        made.findings += [replace(each, severity=severity) for each in refused.findings]
        if not made.job.draft:
            return
    for each in standing:
        _finish(made, each, wish, printed=printed)
    if len(standing) == len(documents):
        made.pack = pack.of(made, standing)


def _begun(made: Made, document: Document) -> Standing | None:
    try:
        view = made.job.view(made.job.readers(document.path))
        return laying.begun(made, document, made.job.seen(document, view))
    except Refused as refused:
        made.findings += refused.findings
        return None


def _finish(made: Made, each: Standing, wish: Wish, *, printed: bool) -> None:
    if wish.word:
        made.files[each.document.path] = each.content
    if each.layout is None:
        return
    if printed:
        pdf = office.finished(each.layout.pdf, each.content, made.job.language)
        made.files[each.document.path.with_suffix(".pdf")] = pdf
    made.layout = office.version()
    made.findings += office.lacking(each.content)
