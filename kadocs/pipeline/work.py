"""One document of a job → what it is rendered from, and its bytes with their page numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kadocs import office
from kadocs.findings import Finding, Place, Refused, Severity, Text
from kadocs.model import Record
from kadocs.office import Layout
from kadocs.pipeline import templates
from kadocs.plan import Document, Job, expressions
from kadocs.render.limits import USUAL
from kadocs.sources import Beside
from kadocs.templates import Source

if TYPE_CHECKING:
    from kadocs.pipeline.made import Made
    from kadocs.render.templates import Template

Reader = Callable[[str], bytes]
"""Gives the bytes of a file that a value names."""

MOST_LAYOUTS = 4
"""How often a document is laid out until its page numbers settle; two are the rule."""

_NO_PAGES = Text(
    "目录、图表目录和交叉引用没有页码：没有找到 LibreOffice",
    "contents, lists of figures and references have no page numbers: LibreOffice was not found",
)
_NO_PAGES_HINT = Text(
    "安装 LibreOffice 后重新生成，或在 Word 中全选（Ctrl+A）后按 F9 更新域",
    "Install LibreOffice and build again, or select all in Word (Ctrl+A) and press F9",
)
_UNSETTLED = Text(
    "页码在 {n} 次排版后仍在变化，目录里个别页码可能差一页",
    "page numbers still change after {n} layouts; some in the contents may be a page off",
)
_UNSETTLED_HINT = Text(
    "请在 Word 中核对目录；在目录后加分页符，通常就能稳定下来",
    "Check the contents in Word; a page break behind them usually settles it",
)


class Work(NamedTuple):
    """What one document is rendered from; `read` takes up the files that its values name."""

    job: Job
    source: Source
    template: Template
    view: Record
    files: Reader
    read: dict[Path, bytes]

    def rendered(self, made: Made, pages: dict[str, int] | None = None) -> bytes:
        """The document's bytes; `made` takes up what there is to say of it."""
        return self.template.render(
            self.view,
            language=self.job.language,
            pages=pages,
            gaps=made.gaps if self.job.draft else None,
            warnings=made.findings,
            files=self.files,
        )

    def remember(self, made: Made) -> None:
        """Enter the files that values named: those of the deal as such, those of the template with that."""
        shelves = [folder.resolve() for folder in self.source.folders]
        for path, content in self.read.items():
            if any(path.is_relative_to(shelf) for shelf in shelves):
                made.templates.append(templates.shelved(self.source, path, content))
            else:
                made.read[path] = None


def prepared(made: Made, document: Document, source: Source, view: Record) -> Work:
    """What a document is rendered from; `made` takes up its templates. Raises `Refused` for wrong ones."""
    made.templates.append(source)
    says = made.job.deliverable.says
    template = templates.compiled(source, expressions.seen(document.output, says))
    made.templates += templates.included(source, template)
    read: dict[Path, bytes] = {}
    return Work(made.job, source, template, view, _beside(made.job, source).remembering(read), read)


def _beside(job: Job, source: Source) -> Beside:
    """The folders whose files values may name: those of the deal's own files, then those of the template."""
    folders = [file.parent for file in job.subject.files]
    return Beside(tuple(dict.fromkeys([*folders, *source.folders])), USUAL.file)


def numbered(made: Made, work: Work, content: bytes) -> tuple[bytes, Layout | None]:
    """The document with page numbers in its contents, and its layout; as it was, where that fails."""
    if office.program() is None:
        made.findings.append(
            Finding("OUT012", Severity.INFO, Place(work.template.name), _NO_PAGES, _NO_PAGES_HINT)
        )
        return content, None
    try:
        return _settled(made, work, content)
    except Refused as refused:  # a document without page numbers is better than none
        made.findings += [replace(each, severity=Severity.WARNING) for each in refused.findings]
        return content, None


def _settled(made: Made, work: Work, content: bytes) -> tuple[bytes, Layout]:
    """The document and its layout, once laying it out again changes no page number.

    Page numbers may change the length of the contents, and so the pages of all that follows.
    """
    layout = office.lay_out(content, work.template.name)
    for _ in range(MOST_LAYOUTS):
        again = work.rendered(made.aside(), layout.pages)
        if again == content:
            return content, layout
        content, layout = again, office.lay_out(again, work.template.name)
    made.findings.append(unsettled(work.template.name))
    return content, layout


def unsettled(name: str) -> Finding:
    """The warning that page numbers of a file do not settle."""
    said = _UNSETTLED.fill(n=MOST_LAYOUTS + 1)
    return Finding("OUT014", Severity.WARNING, Place(name), said, _UNSETTLED_HINT)
