"""Volumes that name each other's pages → rendered and laid out together until no page number changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kadocs import office
from kadocs.findings import Finding, Place, Severity, Text
from kadocs.model import Deal, Record
from kadocs.model.tender.submission import PageNumbering
from kadocs.office import Layout
from kadocs.pipeline.made import Made
from kadocs.pipeline.volumes import index
from kadocs.pipeline.volumes.source import BEGINS, source
from kadocs.pipeline.work import MOST_LAYOUTS, Work, prepared, unsettled
from kadocs.plan import Document, Job, blind, expressions
from kadocs.plan.handing_in import Mark, marks
from kadocs.plan.places import NOWHERE
from kadocs.plan.volumes import Bound
from kadocs.render.excel import Template as Workbook
from kadocs.render.word.companions import Companions

_MOST_RENDERS = 3
"""How often volumes are rendered between two layouts, until each has the numbers of all others."""

_NO_PAGES = Text(
    "目录和索引表没有页码：没有找到 LibreOffice",
    "contents and index tables have no page numbers: LibreOffice was not found",
)
_NO_PAGES_HINT = Text(
    "安装 LibreOffice 后重新生成，页码会自动填好", "Install LibreOffice and build again; pages are filled in"
)


@dataclass(slots=True)
class Standing:
    """One volume as far as it has come: its bytes, how they were laid out, the number of its first page.

    Its cover bears a `mark`; `given` is what it was rendered with last.
    """

    document: Document
    bound: Bound
    work: Work
    content: bytes = b""
    layout: Layout | None = None
    laid: bytes = b""
    first: int = 1
    told: Companions = field(default_factory=Companions)
    mark: Mark = Mark.NONE
    given: tuple[Mapping[str, str], Mapping[str, object]] = ({}, {})

    @property
    def count(self) -> int:
        """How many pages it has; 0 where it was not laid out."""
        return self.layout.count if self.layout else 0

    @property
    def last(self) -> int:
        """The number of its last page; 0 where it was not laid out."""
        return self.first + self.count - 1 if self.layout else 0

    def begins(self, number: int) -> str:
        """The printed page on which its part of this number, from 1, begins; empty where it is not known."""
        return self.told.printed.get(BEGINS.format(number), "")


def marked(job: Job, document: Document) -> tuple[Mark, ...]:
    """What the prints of a volume are marked as, the one that is handed in first."""
    assert document.volume is not None
    assert isinstance(job.subject.deal, Deal)
    return marks(document.volume.volume, job.subject.deal, blind=document.volume.blind)


def begun(made: Made, document: Document, view: Record) -> Standing:
    """A volume, rendered once without pages. Raises `Refused` where that cannot be done."""
    assert document.volume is not None
    template = source(made.job, document, document.volume)
    standing = Standing(document, document.volume, prepared(made, document, template, view))
    standing.mark = marked(made.job, document)[0]
    standing.content = _rendered(made, standing, {}, index.seen(made.job, NOWHERE, ""))
    standing.work.remember(made)
    return standing


def settle(made: Made, standing: Sequence[Standing], *, paged: bool, printed: bool) -> None:
    """Render the volumes and lay them out until nothing changes; without `paged` they have no numbers.

    Page numbers may change the length of contents and tables, and so the pages of all that follows, in this
    volume and, where pages are counted on, in those behind it. Raises `Refused` where LibreOffice fails.
    """
    if paged and office.program() is None:
        place = Place(made.job.deliverable.name)
        made.findings.append(Finding("OUT012", Severity.INFO, place, _NO_PAGES, _NO_PAGES_HINT))
        paged = False
    stays = _stays(made, standing, paged=paged, printed=printed and not paged)
    if printed and paged:
        stays = _stays(made, standing, paged=True, printed=True)  # as a rule nothing changes any more
    if not stays:
        made.findings += [unsettled(each.document.path.name) for each in standing[:1]]


def _stays(made: Made, standing: Sequence[Standing], *, paged: bool, printed: bool) -> bool:
    """Render and lay out until nothing changes; whether that came about."""
    for _ in range(MOST_LAYOUTS + 1):
        if paged or printed:
            _lay_out(made, standing, printed=printed)
        if not _again(made, standing, paged=paged):
            return True
    if paged or printed:
        _lay_out(made, standing, printed=printed)
    return False


def copied(made: Made, each: Standing, *, paged: bool) -> tuple[bytes, bytes]:
    """A volume marked as a copy, and its PDF: that of the original, under a cover that is marked so.

    Raises `Refused` where LibreOffice fails.
    """
    assert each.layout is not None
    content = _rendered(made.aside(), replace(each, mark=Mark.COPY), *each.given, paged=paged)
    name, cover = each.document.path.name, office.cover(content)
    if cover is None:  # a host without a cover of its own
        return content, office.lay_out(content, name).pdf
    return content, office.covered(each.layout.pdf, office.lay_out(cover, name).pdf)


def _lay_out(made: Made, standing: Sequence[Standing], *, printed: bool) -> None:
    """Lay out the volumes that changed, and count their pages on where the tender wants that.

    To measure pages, pictures are left out, for with scanned papers LibreOffice takes long to print; those
    that are `printed` have them.
    """
    for each in standing:
        content = each.content if printed else office.light(each.content)
        if each.layout is None or each.laid not in (content, each.content):
            each.layout, each.laid = office.lay_out(content, each.document.path.name), content
    if _continuous(made):
        following = 1
        for each in standing:
            if not each.bound.volume.alone:
                each.first, following = following, following + each.count


def _again(made: Made, standing: Sequence[Standing], *, paged: bool) -> bool:
    """Render the volumes with the pages of their layouts; whether one of them changed."""
    before = [each.content for each in standing]
    total = sum(each.count for each in standing if not each.bound.volume.alone) if _continuous(made) else 0
    for _ in range(_MOST_RENDERS):
        known, places = _known(standing), index.places(standing, made.job.language)
        for each in standing:
            own = each.bound.volume
            seen = {**index.seen(made.job, places, own.id), "total": 0 if own.alone else total}
            each.content = _rendered(made.aside(), each, known, seen, paged=paged)
        if _known(standing) == known:
            break
    return before != [each.content for each in standing]


def _continuous(made: Made) -> bool:
    deal = made.job.subject.deal
    rules = deal.tender.submission if isinstance(deal, Deal) and deal.tender else None
    return rules is not None and rules.page_numbering is PageNumbering.CONTINUOUS


def _rendered(
    made: Made, each: Standing, known: Mapping[str, str], seen: Mapping[str, object], *, paged: bool = False
) -> bytes:
    """A volume's bytes, made knowing the pages of the others; it `told` what they may name of it."""
    template, job = each.work.template, made.job
    assert not isinstance(template, Workbook)
    own = each.told.bookmarks
    pages = {name: page for name, page in known.items() if name not in own}
    each.told = Companions(each.first, pages, blank=job.draft)
    volume = {"total": 0, "mark": each.mark.value, **each.bound.seen(job.language), **seen}
    each.given = known, seen
    content = template.render(
        each.work.view.naming(expressions.VOLUME, volume),
        language=job.language,
        pages=each.layout.pages if each.layout and paged else None,
        gaps=made.gaps if job.draft else None,
        warnings=made.findings,
        files=each.work.files,
        companions=each.told,
    )
    return _levelled(content, each, job)


def _levelled(content: bytes, each: Standing, job: Job) -> bytes:
    """The bytes of an anonymous volume in the look that its tender demands; of any other as they are."""
    deal = job.subject.deal
    if not each.bound.blind or not isinstance(deal, Deal):
        return content
    from kadocs.render.word.uniform import uniform  # heavy where no bid is blind

    return uniform(content, each.document.path.name, blind.look(deal))


def _known(standing: Sequence[Standing]) -> dict[str, str]:
    """The printed page of all that a volume may ask for: of parts, bookmarks and headings of all volumes."""
    found: dict[str, str] = {}
    for each in standing:
        told = each.told
        for number, placed in enumerate(each.bound.parts, start=1):
            for name in (placed.part.id, placed.part.form):
                found.setdefault(f"part-{name}", each.begins(number))
        for given, name in told.bookmarks.items():
            found.setdefault(given, told.printed.get(name, ""))
        for entry in told.headings:
            found[f"{each.bound.volume.id}:{entry.bookmark}"] = told.printed.get(entry.bookmark, "")
    return found
