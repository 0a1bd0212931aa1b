"""Deals × deliverables → jobs, each with the names of the files that it makes; nothing is read or written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path, PurePath
from typing import NamedTuple

from jinja2 import Environment, TemplateError

from kadocs.deliverables import Deliverable, Output
from kadocs.findings import Fault, Finding, Place, Text
from kadocs.model import Deal, Record
from kadocs.render.environment import environment
from kadocs.render.undefined import Undefined, absent, no_value

MOST_BYTES = 255
"""The longest name that common file systems take, in bytes of UTF-8."""

DRAFT = Text("草稿", "DRAFT")

_LONGEST_EXTENSION = 10
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Cn"})


class Subject(NamedTuple):
    """A deal that may be built: the name under which its documents are kept, and what it was read from."""

    name: str
    deal: Deal
    files: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()


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
        """What the job's templates receive: the deal as the deliverable's audience may see it."""
        return self.subject.deal.view(self.deliverable.says.audience, self.language)


def jobs(
    subjects: Iterable[Subject], wanted: Iterable[Deliverable], language: str = "", *, draft: bool = False
) -> tuple[list[Job], list[Finding]]:
    """The jobs, and an error for each that cannot be named or would write over another's file.

    `language` is that of all documents; each deal's own where it is "".
    """
    planned: list[Job] = []
    problems: list[Finding] = []
    taken: dict[str, Job] = {}
    deliverables = list(wanted)
    for subject in subjects:
        for deliverable in deliverables:
            try:
                job = _job(subject, deliverable, language or subject.deal.language.code, draft)
            except Fault as fault:
                problems.append(fault.at(_outputs_of(deliverable), "OUT002"))
                continue
            clash = next((file for file in job.files if _same(file) in taken), None)
            if clash is not None:
                problems.append(_clash(job, clash, taken[_same(clash)]))
                continue
            taken |= {_same(file): job for file in job.files}
            planned.append(job)
    return planned, problems


def _job(subject: Subject, deliverable: Deliverable, language: str, draft: bool) -> Job:
    job = Job(subject, deliverable, language, draft, ())
    suffix = f"-{DRAFT.in_(language)}" if draft else ""
    names = {**job.view(), "title": deliverable.says.title.text.in_(language)}
    files = tuple(
        job.folder / deliverable.name / safe(_expand(output, names, language, draft), suffix)
        for output in deliverable.says.outputs
    )
    if len({_same(file) for file in files}) < len(files):
        raise Fault(
            Text("{d} 的两个输出重名：{f}", "two outputs of {d} have one name: {f}").fill(
                d=deliverable.name, f=files[-1].name
            ),
            Text("请改 deliverable.yaml 中的 file", "Change file: in its deliverable.yaml"),
        )
    return job._replace(files=files)


def _expand(output: Output, names: dict[str, object], language: str, draft: bool) -> str:
    try:
        return _expressions(language, draft).from_string(output.file).render(names)
    except Fault:
        raise
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise Fault(
            Text("文件名表达式有误：{e}", "the expression for the file name is wrong: {e}").fill(e=error),
            Text("请改 deliverable.yaml 中的 file", "Change file: in its deliverable.yaml"),
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


def _outputs_of(deliverable: Deliverable) -> Place:
    return Place((deliverable.folder / "deliverable.yaml").as_posix())


def _clash(job: Job, file: PurePath, other: Job) -> Finding:
    fault = Fault(
        Text("“{a}”和“{b}”会写到同一个文件 {f}", "“{a}” and “{b}” would be written to one file, {f}").fill(
            a=other.subject.name, b=job.subject.name, f=file.as_posix()
        ),
        Text(
            "请给其中一个商机换文件夹名，或用 --out 分开生成",
            "Rename one of the deals' folders, or build them apart with --out",
        ),
    )
    return fault.at(Place(job.subject.name), "OUT003")
