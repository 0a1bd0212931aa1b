"""The volumes of a bid → finished together, for each may name pages of all others.

`source` puts a volume's template together, `guests` makes the tender's own forms ready for that, `laying`
renders and lays out until no page number changes, `forms` compares these forms with their originals,
`index` finds what a text names among their headings, `pack` tells what they came to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from kadocs import office
from kadocs.findings import Refused, Severity, blocks
from kadocs.pipeline.made import Made, Wish
from kadocs.pipeline.volumes import forms, index, laying, pack
from kadocs.pipeline.volumes.laying import Standing
from kadocs.pipeline.volumes.pack import BlankIn
from kadocs.pipeline.volumes.source import unpaged
from kadocs.plan import Document
from kadocs.plan.handing_in import Mark, copy_of

__all__ = ["make", "unpaged"]


def make(made: Made, documents: Sequence[Document], wish: Wish) -> None:
    """Make the volumes of a job: `made` gets their files, and what they came to be if all could be made.

    A bid that is to be handed in is printed too, unless nobody wants its pages.
    """
    printed = wish.pdf or (wish.pages and not made.job.draft and office.program() is not None)
    for document in documents:
        made.asked += [document.path] if wish.word else []
        made.asked += [document.path.with_suffix(".pdf"), *_copies(made, document)] if printed else []
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
    made.findings += index.lost(made.job, index.places(standing, made.job.language))
    blanks: list[BlankIn] = []
    for each in standing:
        told, filled = forms.compare(made, each)
        made.findings += told
        blanks += filled
        if not blocks(told):  # what the tender's committee would reject is not written
            _finish(made, each, wish, printed=printed)
    if len(standing) == len(documents):
        made.pack = pack.of(made, standing)._replace(blanks=tuple(blanks))


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
        _print_copies(made, each, wish)
    made.layout = office.version()
    made.findings += office.lacking(each.content)


def _print_copies(made: Made, each: Standing, wish: Wish) -> None:
    for path in _copies(made, each.document):
        try:
            content, pdf = laying.copied(made, each, paged=wish.pages)
        except Refused as refused:
            made.findings += refused.findings
            continue
        made.copies[path] = each.document.path
        made.files[path] = office.finished(pdf, content, made.job.language)


def _copies(made: Made, document: Document) -> list[PurePath]:
    """The PDF that is printed for the copies of a volume, if the tender wants some."""
    wanted = Mark.COPY in laying.marked(made.job, document)
    return [copy_of(document.path, made.job.language)] if wanted else []
