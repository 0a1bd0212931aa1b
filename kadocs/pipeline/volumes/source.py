"""A volume of a bid → its template: the host with the forms of its parts, from wherever they lie."""

from __future__ import annotations

from kadocs import deliverables, office, templates
from kadocs.deliverables import Deliverable
from kadocs.findings import Finding, Place, Severity, Text
from kadocs.pipeline.request import Request
from kadocs.pipeline.volumes import guests
from kadocs.plan import Document, Job
from kadocs.plan.volumes import Bound, Placed
from kadocs.render.limits import USUAL
from kadocs.sources import Beside
from kadocs.templates import Source

BEGINS = "_Part{:03d}"
"""Word's name for the bookmark where a part of a volume begins, by its number from 1."""

_CHECK = Text(
    "草稿：本格式以招标文件格式为准，请逐字核对。", "Draft: check this form against the tender's own."
)
_NO_PAGES = Text(
    "索引表没有页码：没有找到 LibreOffice，投标文件没有生成",
    "the index tables have no page numbers: LibreOffice was not found, and the bid was not made",
)
_NO_PAGES_HINT = Text(
    "安装 LibreOffice 后重新生成；只看内容可加 --draft，页码留空",
    "Install LibreOffice and build again; to see what it says, add --draft, which leaves pages blank",
)


def source(job: Job, document: Document, bound_in: Bound) -> Source:
    """The template of a volume, with its parts put in. Raises `Refused` where a file cannot be read."""
    found = deliverables.template(job.deliverable, document.output, job.language, blind=bound_in.blind)
    from kadocs.render.word.binding import Leaf, bound, wide  # heavy where no bid is made

    *own, sections = found.folders
    users = [folder / job.deliverable.name for folder in job.deliverable.shelf]
    deals = [file.parent for file in job.subject.files]
    folders = tuple(dict.fromkeys([*(f for f in users if f.is_dir()), *own, *deals, sections]))
    files = Beside(folders, USUAL.file)
    leaves = [
        Leaf(each.file, wide(_read(files, each.file)), _note(job, each), BEGINS.format(number))
        for number, each in enumerate(bound_in.parts, start=1)
    ]
    data, given = bound(found.data, found.name, leaves), guests.ready(bound_in.parts, files, _owner(job))
    return templates.reading(found._replace(data=data, given=given), folders)


def _owner(job: Job) -> str:
    return job.subject.files[0].as_posix() if job.subject.files else job.subject.name


def _read(files: Beside, name: str) -> bytes:
    """The bytes of a form; none where it cannot be read, which is told when the template is compiled."""
    try:
        return files(name)
    except OSError:
        return b""


def _note(job: Job, placed: Placed) -> str:
    return _CHECK.in_(job.language) if job.draft and placed.part.tag == "hard" and not placed.own else ""


def unpaged(request: Request, deliverable: Deliverable, *, named: bool) -> list[Finding]:
    """Why a bid that is to be handed in cannot be made here: nothing tells the pages of its index tables.

    An error only where the bid was asked for by name.
    """
    volumes = any(output.volumes for output in deliverable.says.outputs)
    if not volumes or request.draft or not request.pages or office.program() is not None:
        return []
    severity = Severity.ERROR if named else Severity.WARNING
    return [Finding("OUT016", severity, Place(deliverable.name), _NO_PAGES, _NO_PAGES_HINT)]
