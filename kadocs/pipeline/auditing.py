"""What a job made → what of it may be written: a file that leaks, or was left unfinished, is held back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from kadocs import audit
from kadocs.audit import Across, Held, Watch
from kadocs.findings import blocks
from kadocs.model import Audience
from kadocs.pipeline.blinds import Blinds
from kadocs.pipeline.making import Made
from kadocs.pipeline.strangers import Strangers
from kadocs.plan import Job, Subject

_PRINTED = ".pdf"


class Auditor:
    """Reads finished files again; what a deal holds is gathered once for all its documents.

    `subjects` are all deals that were read: a document for one customer names none of the others, nor any of
    the `strangers`.
    """

    def __init__(self, subjects: Iterable[Subject], strangers: Strangers) -> None:
        self._named = {subject.name: tuple(_names(subject)) for subject in subjects}
        self._strangers = strangers
        self._held: dict[str, list[Held]] = {}
        self._watches: dict[tuple[object, ...], Watch] = {}
        self._blinds = Blinds()

    def passed(self, made: Made) -> Made:
        """What was made without the files that must not be written; its findings say why."""
        across = self._across(made.job)
        for path in [path for path in made.files if not _is_print(path, made)]:
            watch = self._watch(made.job, made.job.readers(path))
            found = audit.audit({path: made.files[path]}, watch, across)
            found += self._blinds.audited(made, path)
            made.findings += found
            if blocks(found):
                del made.files[path]
                made.files.pop(path.with_suffix(_PRINTED), None)
                for copy in made.copies_of(path):
                    made.files.pop(copy, None)
        made.findings += across.findings() if across is not None else ()
        return made

    def _across(self, job: Job) -> Across | None:
        """What compares the volumes of a bid with each other; other files stand for themselves."""
        if not any(output.volumes for output in job.deliverable.says.outputs):
            return None
        return Across(self._watch(job, job.deliverable.says.audience).facts)

    def _watch(self, job: Job, audience: Audience) -> Watch:
        says, subject = job.deliverable.says, job.subject
        key = (subject.name, audience, frozenset(says.personal), job.draft)
        if key not in self._watches:
            values = self._values(subject) if audience < Audience.SECRET else []
            self._watches[key] = audit.watch(
                subject.deal,
                values,
                audience,
                draft=job.draft,
                personal=says.personal,
                others=self._strangers.names(subject.deal, self._named.values()),
                titles=_titles(job),
            )
        return self._watches[key]

    def _values(self, subject: Subject) -> list[Held]:
        if subject.name not in self._held:
            self._held = {subject.name: audit.held(subject.deal)}  # one deal at a time in memory
        return self._held[subject.name]


def _names(subject: Subject) -> Iterator[str]:
    account = subject.deal.account
    if account:
        yield from (name for name in (account.name, account.short_name, *account.aliases) if name)


def _titles(job: Job) -> Iterator[str]:
    """The titles of the parts that a bid may have."""
    for regime in job.deliverable.regimes:
        for part in regime.says.parts:
            yield from (part.title.zh, part.title.en)


def _is_print(path: PurePath, made: Made) -> bool:
    """Whether a file is the PDF of another, which says the same."""
    if path in made.copies:
        return True
    return path.suffix == _PRINTED and any(
        path.with_suffix(kind) in made.files for kind in (".docx", ".xlsx")
    )
