"""What of a job's files is handed in: one archive, written last; and whether the platform takes each file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from kadocs import pack
from kadocs.findings import Finding, Place, Severity, Text, blocks
from kadocs.model import Audience, Deal
from kadocs.model.tender.submission import SubmissionRules
from kadocs.pipeline.made import Made
from kadocs.plan import Document

ALONE = Text("单独递交", "handed in apart")
"""The folder, within the archive, of what is sealed by itself."""

_MEBI, _MEGA = 1 << 20, 10**6
_TOO_LARGE = Text(
    "文件 {s:.1f} MB，平台单个文件上限 {m} MB，超出的文件传不上去",
    "the file has {s:.1f} MB, and the platform takes {m} MB at most",
)
_NEARLY = Text(
    "文件 {s:.1f} MB，接近平台单个文件上限 {m} MB；有的平台按 1 MB = 1,000,000 字节计算，会拒收",
    "the file has {s:.1f} MB of {m} MB at most; a platform that counts 1,000,000 bytes a MB refuses it",
)
_SMALLER = Text(
    "请把扫描件降到 200 dpi 左右、存成灰度后重新生成，或在 bid.forms 里把部分内容移到另一册",
    "Scan at about 200 dpi and in grey, and build again, or move parts to another volume in bid.forms",
)


def volumes(made: Made) -> list[Document]:
    """The volumes of a job that go out to the buyer."""
    job = made.job
    return [each for each in job.documents if each.volume and job.readers(each.path) <= Audience.CUSTOMER]


def handed_in(made: Made) -> dict[str, PurePath]:
    """The files that are handed in, by the names that they have in the archive, whether they are made or not.

    They are the PDFs of the volumes, those marked as the original where some are; what is sealed by itself
    has a folder of its own. Nothing else of a job is, and nothing of a draft.
    """
    if made.job.archive is None:
        return {}
    asked = [each for each in volumes(made) if _printed(each) in made.asked]
    return {_named(each, made.job.language): _printed(each) for each in asked}


def _printed(document: Document) -> PurePath:
    return document.path.with_suffix(".pdf")


def _named(document: Document, language: str) -> str:
    alone = document.volume is not None and document.volume.volume.alone
    return (f"{ALONE.in_(language)}/" if alone else "") + _printed(document).name


def archive(made: Made, written: Mapping[PurePath, bytes]) -> bytes | None:
    """The archive of what is handed in, as it was `written`; None where a file is missing or too large."""
    files = handed_in(made)
    if not files or not all(path in written for path in files.values()) or blocks(oversized(made)):
        return None
    return pack.archive({name: written[path] for name, path in files.items()})


def oversized(made: Made) -> list[Finding]:
    """The files that the platform does not take for their size (OUT036): errors if the bid is electronic."""
    deal = made.job.subject.deal
    rules = deal.tender.submission if isinstance(deal, Deal) and deal.tender else None
    return list(_oversized(made, rules)) if rules and rules.largest_file is not None else []


def _oversized(made: Made, rules: SubmissionRules) -> Iterator[Finding]:
    most = rules.largest_file
    assert most is not None
    refused = Severity.ERROR if rules.electronic else Severity.WARNING
    for path in handed_in(made).values():
        size = len(made.files.get(path, b""))
        if size > most * _MEBI:
            severity, said = refused, _TOO_LARGE
        elif size > most * _MEGA:
            severity, said = Severity.WARNING, _NEARLY
        else:
            continue
        message = said.fill(s=size / _MEBI, m=f"{most.normalize():f}")
        yield Finding(
            "OUT036", severity, Place(path.name), message, _SMALLER, "tender.submission.largest_file"
        )
