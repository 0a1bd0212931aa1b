"""Deals × deliverables → jobs, each with the names of the files that it makes; nothing is read or written."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path, PurePath
from typing import NamedTuple

from jinja2 import Environment, TemplateError

from kadocs.deliverables import DESCRIPTION, Deliverable, Output
from kadocs.findings import Fault, Finding, Place, Refused, Severity, Text, refuse
from kadocs.model import Deal, Record
from kadocs.render.environment import environment
from kadocs.render.undefined import Undefined, absent, no_value
from kadocs.tree.node import Mapping, Node

MOST_BYTES = 255
"""The longest name that common file systems take, in bytes of UTF-8."""

DRAFT = Text("草稿", "DRAFT")

_TWINS = Text("两个输出的文件名相同", "two outputs have the same name")
_CHANGE_FILE = Text("请改 deliverable.yaml 中的 file", "Change file: in the deliverable.yaml")
_RENAME = Text(
    "请给其中一个商机换文件夹名（台账里的换商机编号），或用 --out 分开生成",
    "Rename the folder of one deal (in a register, change its ID), or build them apart with --out",
)

_LONGEST_EXTENSION = 10
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Cn"})


class Subject(NamedTuple):
    """A deal that may be built: the name under which its documents are kept, and what it was read from.

    `tree` has the places of what it says.
    """

    name: str
    deal: Deal
    files: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    tree: Node = Mapping({}, {}, Place(""))


class Job(NamedTuple):
    """One deal × one deliverable × one language; `files` are the paths of its outputs, in their order."""

    subject: Subject
    deliverable: Deliverable
    language: str
    draft: bool
    files: tuple[PurePath, ...]

    @property
    def folder(self) -> PurePath:
        """The folder of the deal within the output folder."""
        return PurePath(safe(self.subject.name))

    def view(self) -> Record:
        """What the job's templates receive: the deal as the deliverable's audience may see it.

        In a draft, needed lists without items have a row that shows it. Personal data is masked where the
        deliverable does not ask for it.
        """
        says = self.deliverable.says
        needs = says.needs if self.draft else ()
        return self.subject.deal.view(says.audience, self.language, needs, says.personal)


def jobs(
    subjects: Iterable[Subject], wanted: Iterable[Deliverable], language: str = "", *, draft: bool = False
) -> tuple[list[Job], list[Finding]]:
    """The jobs, and an error for each that cannot be named, or would write to another deal's folder.

    `language` is that of all documents; each deal's own where it is "".
    """
    planned: dict[str, list[Job]] = {}
    problems: list[Finding] = []
    for subject, deliverable in itertools.product(subjects, list(wanted)):
        try:
            job = _job(subject, deliverable, language or subject.deal.language.code, draft)
        except Refused as refused:
            problems += refused.findings
            continue
        planned.setdefault(_same(job.folder / deliverable.name), []).append(job)
    # Of several deals with one folder none is made: nobody knows which of them the folder is meant for.
    clashing = [same for same in planned.values() if len(same) > 1]
    problems += [_clash(job, same[1] if job is same[0] else same[0]) for same in clashing for job in same]
    return [same[0] for same in planned.values() if len(same) == 1], problems


def _job(subject: Subject, deliverable: Deliverable, language: str, draft: bool) -> Job:
    job = Job(subject, deliverable, language, draft, ())
    try:
        view = job.view()
    except Fault as fault:  # a computed value cannot be worked out
        raise Refused([fault.at(_of(subject), "OUT002")]) from None
    names = {**view, "title": deliverable.says.title.text.in_(language)}
    suffix = f"-{DRAFT.in_(language)}" if draft else ""
    folder = job.folder / deliverable.name
    try:
        files = [folder / safe(_expand(output, names, job), suffix) for output in deliverable.says.outputs]
    except Fault as fault:
        raise Refused([fault.at(_file_of(deliverable), "OUT002")]) from None
    if len({_same(file) for file in files}) < len(files):
        raise refuse("OUT003", _file_of(deliverable), _TWINS, _CHANGE_FILE)
    return job._replace(files=tuple(files))


def _expand(output: Output, names: dict[str, object], job: Job) -> str:
    try:
        return _expressions(job.language, job.draft).from_string(output.file).render(names)
    except Fault:
        raise
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise Fault(
            Text("文件名表达式有误：{e}", "the expression for the file name is wrong: {e}").fill(e=error),
            _CHANGE_FILE,
        ) from None


@cache
def _expressions(language: str, draft: bool) -> Environment:
    def present(value: object) -> object:
        if isinstance(value, Undefined):
            raise value.error()
        if not absent(value):
            return value
        if draft:
            return DRAFT.in_(language)
        raise no_value(value)

    return environment(language).overlay(finalize=present)


def safe(name: str, suffix: str = "") -> str:
    """A file's name that every system takes, near to `name`, with `suffix` before its extension.

    Separators and reserved characters become `-`, invisible ones go, a device's name gets a `_`; a name
    that is too long is cut before its extension, on a character.
    """
    visible = "".join(
        sign
        for sign in unicodedata.normalize("NFC", name)
        if unicodedata.category(sign) not in _INVISIBLE or sign.isspace()
    )
    path = PurePath(_FORBIDDEN.sub(_dash_or_space, visible).strip(" .-") or "_")
    stem, extension = (path.stem, path.suffix) if len(path.suffix) <= _LONGEST_EXTENSION else (path.name, "")
    stem = stem.strip(" .")
    stem = "_" + stem if _RESERVED.match(stem) else stem
    room = MOST_BYTES - len((suffix + extension).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(" .") + suffix + extension


def _dash_or_space(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else "-"


def _same(file: PurePath) -> str:
    """What names have in common that some systems take for one."""
    return unicodedata.normalize("NFC", file.as_posix()).casefold()


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
