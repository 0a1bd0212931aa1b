"""A job → its documents. Nothing is written or printed here, so a job may run anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from kadocs import office
from kadocs.findings import Finding, Place, Refused, Severity, Text
from kadocs.gates import needs
from kadocs.model import Audience, Record
from kadocs.model.noun import Noun
from kadocs.office import Layout
from kadocs.pipeline import templates, volumes
from kadocs.plan import Document, Job, expressions
from kadocs.render.excel import Template as Workbook
from kadocs.render.limits import USUAL
from kadocs.sources import Beside
from kadocs.templates import Source
from kadocs.tree import node
from kadocs.tree.node import Node

if TYPE_CHECKING:
    from kadocs.render.templates import Template

Reader = Callable[[str], bytes]
"""Gives the bytes of a file that a value names."""

_MOST_LAYOUTS = 4
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


@dataclass(slots=True)
class Made:
    """What a job made: its files, the templates it used, what laid them out, and what there is to say.

    `read` are the files that values named, such as pictures; `asked` are the files that were to be made.
    """

    job: Job
    files: dict[PurePath, bytes] = field(default_factory=dict)
    templates: list[Source] = field(default_factory=list)
    read: dict[Path, None] = field(default_factory=dict)
    layout: str = ""
    findings: list[Finding] = field(default_factory=list)
    gaps: list[Finding] = field(default_factory=list)
    asked: list[PurePath] = field(default_factory=list)


class Wish(NamedTuple):
    """What is made of each document: `pages` in its contents, a `pdf`, the `word` file or workbook itself."""

    pages: bool = True
    pdf: bool = False
    word: bool = True


class _Work(NamedTuple):
    """What one document is rendered from."""

    job: Job
    template: Template
    view: Record
    files: Reader

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


def make(job: Job, wish: Wish) -> Made:
    """The documents of a job; one that cannot be made leaves its findings, and the others still are."""
    made = Made(job)
    views: dict[Audience, Record] = {}
    for document in job.documents:
        readers = job.readers(document.path)
        view = views[readers] = views.get(readers) or job.view(readers)
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
    source = volumes.source(made.job, document)
    made.templates.append(source)
    says = made.job.deliverable.says
    template = templates.compiled(source, expressions.seen(document.output, says))
    made.templates += templates.included(source, template)
    read: dict[Path, bytes] = {}
    work = _Work(made.job, template, view, _beside(made.job, source).remembering(read))
    content, layout = work.rendered(made), None
    _remember(made, source, read)
    if wish.pages and template.needs_pages:
        content, layout = _numbered(made, work, content)
    if isinstance(template, Workbook) and template.has_formulas:
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


def _beside(job: Job, source: Source) -> Beside:
    """The folders whose files values may name: those of the deal's own files, then those of the template."""
    folders = [file.parent for file in job.subject.files]
    return Beside(tuple(dict.fromkeys([*folders, *source.folders])), USUAL.file)


def _remember(made: Made, source: Source, read: Mapping[Path, bytes]) -> None:
    """Enter the files that values named: those of the deal as such, those of the template with that."""
    shelves = [folder.resolve() for folder in source.folders]
    for path, content in read.items():
        if any(path.is_relative_to(shelf) for shelf in shelves):
            made.templates.append(templates.shelved(source, path, content))
        else:
            made.read[path] = None


def _numbered(made: Made, work: _Work, content: bytes) -> tuple[bytes, Layout | None]:
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


def _settled(made: Made, work: _Work, content: bytes) -> tuple[bytes, Layout]:
    """The document and its layout, once laying it out again changes no page number.

    Page numbers may change the length of the contents, and so the pages of all that follows.
    """
    layout = office.lay_out(content, work.template.name)
    for _ in range(_MOST_LAYOUTS):
        again = work.rendered(Made(work.job), layout.pages)
        if again == content:
            return content, layout
        content, layout = again, office.lay_out(again, work.template.name)
    said = _UNSETTLED.fill(n=_MOST_LAYOUTS + 1)
    made.findings.append(
        Finding("OUT014", Severity.WARNING, Place(work.template.name), said, _UNSETTLED_HINT)
    )
    return content, layout
