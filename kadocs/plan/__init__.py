"""Deals × deliverables → jobs, each with the names of the files that it makes; nothing is read or written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import NamedTuple

from kadocs.deliverables import DESCRIPTION, Deliverable, Output
from kadocs.findings import NOTHING, Fault, Finding, Place, Refused, Severity, Text, refuse
from kadocs.model import Audience, Deal, Record
from kadocs.model.portfolio import Portfolio
from kadocs.plan import blind, expressions, forms, handing_in, volumes
from kadocs.plan.expressions import CHANGE_FILE, DRAFT
from kadocs.plan.names import MOST_BYTES, safe, same
from kadocs.plan.volumes import Bound
from kadocs.tree.node import Mapping, Node, place_of

__all__ = ["MOST_BYTES", "Document", "Job", "Left", "Plan", "Subject", "jobs", "safe"]

_TWINS = Text(
    "两个输出的文件名相同（不看扩展名：它们的 PDF 会同名）",
    "two outputs have the same name (whatever they end with: their PDFs would)",
)
_RENAME = Text(
    "请给其中一个商机换文件夹名（台账里的换商机编号），或用 --out 分开生成",
    "Rename the folder of one deal (in a register, change its ID), or build them apart with --out",
)
_NOT_NOW = Text(
    "{t}：这份文件的条件 {w} 不成立，没有生成", "{t}: this file was not made; its condition {w} does not hold"
)
_NO_ITEM = Text("{t}：{p} 里没有内容，没有生成", "{t}: no file was made, for there is nothing in {p}")
_FILL = Text("填写后再生成", "Fill it in and build again")
_NO_REGIME = Fault(
    Text(
        "没有写招标规则，不知道投标文件由哪些部分组成",
        "the tender's rules are not said, so nobody knows the parts of a bid",
    ),
    Text("请填“招标规则”（opportunity.regime）", "Fill in “Tender rules” (opportunity.regime)"),
)
_NOTHING_TO_MAKE = Text("没有可生成的文件", "there is nothing to make")


class Subject(NamedTuple):
    """A deal, or an account, that may be built: the name under which its documents are kept, and its origin.

    `findings` concern the document to be made, for which the `rules` (by their codes) were asked. `tree` has
    the places of what it says, for an account those of its newest deal; `deals` are the names of an account's
    deals.
    """

    name: str
    deal: Deal | Portfolio
    files: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    tree: Node = Mapping({}, {}, Place(""))
    deals: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class Document(NamedTuple):
    """One file of a job: its output, where it is written, and of which item of a list it is, if of one.

    A `volume` of a bid has its parts.
    """

    output: Output
    path: PurePath
    item: int | None = None
    volume: Bound | None = None


class Job(NamedTuple):
    """One deal or account × one deliverable × one language, with its documents.

    `archive` is where a bid lies as it is handed in; a draft has none.
    """

    subject: Subject
    deliverable: Deliverable
    language: str
    draft: bool
    documents: tuple[Document, ...] = ()
    archive: PurePath | None = None

    @property
    def files(self) -> tuple[PurePath, ...]:
        """The paths of its documents, in their order."""
        return tuple(document.path for document in self.documents)

    @property
    def folder(self) -> PurePath:
        """The folder of the deal within the output folder."""
        return PurePath(safe(self.subject.name))

    def view(self, audience: Audience | None = None) -> Record:
        """What the job's templates receive: the deal as the deliverable's or another `audience` may see it.

        In a draft, needed lists without items have a row that shows it. Personal data is masked where the
        deliverable does not ask for it.
        """
        says = self.deliverable.says
        needs = says.needs if self.draft else ()
        return self.subject.deal.view(
            says.audience if audience is None else audience, self.language, needs, says.personal
        )

    def readers(self, file: PurePath) -> Audience:
        """Who may read a file, be it a document or its PDF; any other is the deliverable's readers'."""
        says, name = self.deliverable.says, file.with_suffix("")
        own = (each.output for each in self.documents if each.path.with_suffix("") == name)
        return next((says.readers(output) for output in own), says.audience)

    def seen(self, document: Document, view: Record) -> Record:
        """What the template of one document receives: its readers' `view`, with the item that it is of."""
        deal = self.subject.deal
        if document.volume is not None and document.volume.blind and isinstance(deal, Deal):
            return blind.masked(view, deal, self.language)
        if document.item is None:
            return view
        return expressions.items(document.output, view)[document.item][1]


class Left(NamedTuple):
    """What there is no job for, and in short why: nothing is to be made, or errors are in the way."""

    subject: Subject
    deliverable: Deliverable
    findings: tuple[Finding, ...]
    why: Text = NOTHING


class Plan(NamedTuple):
    """The jobs, what there is none for, and all that there is to say of both."""

    jobs: list[Job]
    left: list[Left]
    findings: list[Finding]


def jobs(wanted: Iterable[tuple[Subject, Deliverable]], language: str = "", *, draft: bool = False) -> Plan:
    """The jobs, with an error for each that cannot be named, or would write to another deal's folder.

    `language` is that of all documents; each deal's own where it is "".
    """
    planned: dict[str, list[Job]] = {}
    plan = Plan([], [], [])
    for subject, deliverable in wanted:
        job = Job(subject, deliverable, language or subject.deal.language.code, draft)
        try:
            documents, notes = _documents(job)
            job = job._replace(documents=documents, archive=_archive(job, documents))
        except Refused as refused:
            plan.left.append(Left(subject, deliverable, refused.findings))
            plan.findings.extend(refused.findings)
            continue
        plan.findings.extend(notes)
        if not documents:
            plan.left.append(Left(subject, deliverable, (), _NOTHING_TO_MAKE))
            continue
        planned.setdefault(same(job.folder / deliverable.name), []).append(job)
    for twins in planned.values():
        _sort_in(twins, plan)
    return plan


def _sort_in(twins: list[Job], plan: Plan) -> None:
    """Plan the job that has a folder to itself.

    Of several deals with one folder none is made: nobody knows which of them the folder is meant for.
    """
    if len(twins) == 1:
        plan.jobs.append(twins[0])
        return
    for job in twins:
        clash = _clash(job, twins[1] if job is twins[0] else twins[0])
        plan.left.append(Left(job.subject, job.deliverable, (clash,)))
        plan.findings.append(clash)


def _documents(job: Job) -> tuple[tuple[Document, ...], list[Finding]]:
    """The job's documents, and a note for each output that makes none. Raises `Refused` for wrong names."""
    says = job.deliverable.says
    try:
        views = {audience: job.view(audience) for audience in {*map(says.readers, says.outputs)}}
    except Fault as fault:  # a computed value cannot be worked out
        raise Refused([fault.at(_of(job.subject), "OUT002")]) from None
    found: list[Document] = []
    notes: list[Finding] = []
    for output in says.outputs:
        view = views[says.readers(output)]
        try:
            made = list(_volumes(job, output, view) if output.volumes else _of_output(job, output, view))
        except Fault as fault:
            raise Refused([fault.at(_file_of(job.deliverable), "OUT002")]) from None
        found += made
        notes += _said(job, output, view, made)
    if len({same(document.path.with_suffix("")) for document in found}) < len(found):
        raise refuse("OUT003", _file_of(job.deliverable), _TWINS, CHANGE_FILE)
    return tuple(found), notes


def _said(job: Job, output: Output, view: Record, made: list[Document]) -> list[Finding]:
    """What there is to say of an output: that it makes none, or which forms of a bid are to be checked."""
    if not made:
        return [_none(job, output, view)]
    deal = job.subject.deal
    bound = [document.volume for document in made if document.volume]
    place = _of(job.subject)
    return [
        said for each in bound if isinstance(deal, Deal) for said in volumes.unconfirmed(each, deal, place)
    ]


def _volumes(job: Job, output: Output, view: Record) -> Iterable[Document]:
    """The volumes of the bid, as the regime of its tender has them. Raises `Fault` where none is known."""
    deal = job.subject.deal
    assert isinstance(deal, Deal)
    rules = deal.opportunity.regime if deal.opportunity else None
    regime = next((each for each in job.deliverable.regimes if rules and each.code == rules.code), None)
    if regime is None:
        raise Refused([_NO_REGIME.at(_of(job.subject), "OUT006", "opportunity.regime")])
    rows = deal.bid.forms if deal.bid else ()
    if found := list(forms.wrong(regime, rows, job.subject.tree)):
        raise Refused(found)
    suffix = f"-{DRAFT.in_(job.language)}" if job.draft else ""
    for place, each in enumerate(volumes.bound(regime, deal, view, job.language), start=1):
        title = each.volume.title.text.in_(job.language)
        name = _asked(job, deal, title, place, each) or expressions.name(
            each.volume.file, view, title, job.language, draft=job.draft
        )
        yield Document(output, _folder(job, output) / safe(name, suffix), volume=each)


def _asked(job: Job, deal: Deal, title: str, place: int, each: Bound) -> str:
    """What the tender wants the file of a volume to be called; "" where it does not say."""
    try:
        return handing_in.called(title, place, deal, blind=each.blind)
    except Fault as fault:
        path = ("tender", "submission", "file_names")
        raise Refused([fault.at(place_of(job.subject.tree, path), "OUT002", ".".join(path))]) from None


def _archive(job: Job, documents: Iterable[Document]) -> PurePath | None:
    """Where the archive of a bid lies, beside its volumes. Raises `Refused` where it cannot be named."""
    output = next((each.output for each in documents if each.volume), None)
    if output is None or job.draft:
        return None
    title = job.deliverable.says.called(output).in_(job.language)
    view = job.view(job.deliverable.says.readers(output))
    try:
        name = expressions.name(output.file, view, title, job.language, draft=False)
    except Fault as fault:
        raise Refused([fault.at(_file_of(job.deliverable), "OUT002")]) from None
    return _folder(job, output) / safe(name.removesuffix(".docx").removesuffix(".zip") + ".zip")


def _folder(job: Job, output: Output) -> PurePath:
    """The folder in which the files of an output lie."""
    folder = job.folder / job.deliverable.name
    return folder / safe(output.folder.text.in_(job.language)) if output.folder else folder


def _of_output(job: Job, output: Output, view: Record) -> Iterable[Document]:
    title = job.deliverable.says.called(output).in_(job.language)
    suffix = f"-{DRAFT.in_(job.language)}" if job.draft else ""
    for item, names in expressions.items(output, view):
        if expressions.true(output.when, names, job.language):
            name = expressions.name(output.file, names, title, job.language, draft=job.draft)
            yield Document(output, _folder(job, output) / safe(name, suffix), item)


def _none(job: Job, output: Output, view: Record) -> Finding:
    """The note that an output makes no file."""
    title = job.deliverable.says.called(output)
    if output.each and not expressions.items(output, view):
        message = _NO_ITEM.fill(t=title, p=output.each.path)
        return Finding("OUT004", Severity.INFO, _of(job.subject), message, _FILL, output.each.path)
    message = _NOT_NOW.fill(t=title, w=output.when)
    return Finding("OUT004", Severity.INFO, _of(job.subject), message, NOTHING)


def _of(subject: Subject) -> Place:
    """The row of a deal that stands in a register, the file of any other."""
    place = subject.tree.place
    return place if place.cell else Place(subject.files[0].as_posix() if subject.files else subject.name)


def _file_of(deliverable: Deliverable) -> Place:
    return Place((deliverable.folder / DESCRIPTION).as_posix())


def _clash(job: Job, other: Job) -> Finding:
    message = Text(
        "“{d}”和 {o} 会写到同一个文件夹 {f}", "“{d}” would be written to the folder of {o}, {f}"
    ).fill(d=job.subject.name, o=_of(other.subject).in_("zh"), f=job.folder.as_posix())
    return Finding("OUT003", Severity.ERROR, _of(job.subject), message, _RENAME)
