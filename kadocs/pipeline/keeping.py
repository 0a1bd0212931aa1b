"""What a job made → files and their manifest."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from kadocs import __version__, deliverables, pack, report
from kadocs.findings import NOTHING, Finding, Refused
from kadocs.pipeline import handing_in, lots
from kadocs.pipeline.making import Made
from kadocs.pipeline.request import Outcome
from kadocs.pipeline.results import stopped
from kadocs.plan import Job


def keep(made: Made, out: Path) -> Outcome:
    """What was written below `out`; where one file cannot be, the others still are."""
    job = made.job
    made.findings += handing_in.oversized(made)
    findings, written = list(made.findings), dict[PurePath, bytes]()
    for path, data in made.files.items():
        findings += _write(path, data, out, written)
    if handing_in.handed_in(made):
        findings += _hand_in(made, out, written)
    try:
        pack.record(out / job.folder, _manifest(job), _entry(made, written))
    except Refused as refused:
        findings += refused.findings
    paths = dict.fromkeys([*made.asked, *made.files])
    rows = tuple(_row(job, path, out, written.get(path), findings) for path in paths)
    return Outcome(tuple(findings), rows, tuple(made.gaps))


def _write(path: PurePath, data: bytes, out: Path, written: dict[PurePath, bytes]) -> tuple[Finding, ...]:
    """Write a file below `out`; says why, where that cannot be done."""
    try:
        pack.write(out / path, data)
    except Refused as refused:
        return refused.findings
    written[path] = data
    return ()


def _hand_in(made: Made, out: Path, written: dict[PurePath, bytes]) -> tuple[Finding, ...]:
    """Write the archive of what is handed in; where there is none, an earlier one goes: it is out of date."""
    path = made.job.archive
    assert path is not None
    made.asked.append(path)
    archive = handing_in.archive(made, written)
    if archive is not None:
        return _write(path, archive, out, written)
    try:
        pack.remove(out / path)
    except Refused as refused:
        return refused.findings
    return ()


def _row(job: Job, path: PurePath, out: Path, data: bytes | None, findings: list[Finding]) -> report.Row:
    return report.Row(
        deal=job.subject.name,
        deliverable=job.deliverable.name,
        language=job.language,
        file=(out / path).as_posix(),
        size=len(data or b""),
        done=data is not None,
        title=job.deliverable.says.title.text,
        why=stopped(findings) if data is None else NOTHING,
        whole=path == job.archive,
    )


def _manifest(job: Job) -> str:
    """The manifest's name: a draft, or the other language, does not replace what is told of this one."""
    return ".".join([job.deliverable.name, job.language, *(["draft"] if job.draft else [])])


def _entry(made: Made, written: dict[PurePath, bytes]) -> dict[str, object]:
    """The manifest: what the documents came from and what was said; no time, no absolute path."""
    job = made.job
    description = job.deliverable.folder / deliverables.DESCRIPTION
    entry: dict[str, object] = {
        "kadocs": __version__,
        "account" if job.subject.deals else "deal": job.subject.name,
        "deals": list(job.subject.deals),
        "deliverable": job.deliverable.name,
        "language": job.language,
        "audience": job.deliverable.says.audience.name.lower(),
        "draft": job.draft,
        **(lots.entry(job.subject) if lots.is_bid(job.deliverable) else {}),
        "layout": made.layout,
        "inputs": pack.inputs((*job.subject.files, *made.read), _base(job)),
        "description": pack.inputs([description], job.deliverable.folder.parent),
        "templates": [
            {"file": each.name, "sha256": pack.digest(each.data)} for each in dict.fromkeys(made.templates)
        ],
        "findings": [_said(finding, job) for finding in (*job.subject.findings, *made.findings)],
        "gaps": [_said(gap, job) for gap in made.gaps],
        "outputs": [_output(job, path, data) for path, data in written.items()],
    }
    return {key: value for key, value in entry.items() if value not in ("", [])}


def _output(job: Job, path: PurePath, data: bytes) -> dict[str, object]:
    """A file by its path from the deliverable's folder, with its readers where they are others."""
    said: dict[str, object] = {
        "file": path.relative_to(job.folder / job.deliverable.name).as_posix(),
        "sha256": pack.digest(data),
    }
    readers = job.readers(path)
    if readers is not job.deliverable.says.audience:
        said["audience"] = readers.name.lower()
    return said


def _base(job: Job) -> Path:
    return job.subject.files[0].parent


def _said(finding: Finding, job: Job) -> dict[str, object]:
    told = dict(report.fields(finding, job.language))
    if any(Path(finding.place.file) == Path(os.path.normpath(file)) for file in job.subject.files):
        told["file"] = pack.named(finding.place.file, _base(job))
    return told
