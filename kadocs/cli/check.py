"""`kadocs check`: every problem of deals."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kadocs.cli import asking, output, writing
from kadocs.cli.speech import Mistake, command
from kadocs.findings import Text

if TYPE_CHECKING:  # heavy at run time
    from kadocs.findings import Finding

_WORDS = Text(
    """检查商机，一次说出全部问题，每个都带位置和改法。

    商机是一个文件，或含 deal.yaml、deal.xlsx 的文件夹；在工作区内可以省略。
    """,
    """Check deals: every problem in one run, each with its place and the way out.

    A deal is a file, or a folder with a deal.yaml or deal.xlsx; in a workspace it may be left out.
    """,
)
_FOR = Text("只按这个文档的要求检查", "Check for this document only")
_ANNOTATE = Text(
    "另存一份工作簿：有问题的单元格上色并加批注，另有一张表列出全部问题",
    "Write a copy of the workbook: faulty cells coloured, with notes, and a sheet that lists everything",
)
_MAPPING = Text(
    "列出每张工作表的表头和项目名称读作了哪个字段、哪些没有读取",
    "List for which field each heading and label of the sheets was taken, and which are not read",
)
_EDITABLE = (".xlsx", ".xlsm")
_ONE_WORKBOOK = Text(
    "--annotate 一次只标注一个 Excel 商机，这里是 {f}", "--annotate takes one deal in Excel; here it is {f}"
)


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    params = [
        asking.deals(language),
        click.Option(["--for", "deliverable"], metavar="DELIVERABLE", help=_FOR.in_(language)),
        click.Option(["--mapping"], is_flag=True, help=_MAPPING.in_(language)),
        click.Option(["--annotate"], metavar="OUT.xlsx", help=_ANNOTATE.in_(language)),
        asking.as_of(language),
        asking.templates(language),
        asking.json(language),
    ]
    return command("check", language, _WORDS, _check, params)


@click.pass_obj
def _check(
    language: str,
    /,
    deals: tuple[str, ...],
    deliverable: str | None,
    mapping: bool,
    annotate: str | None,
    as_of: str | None,
    templates: tuple[str, ...],
    json: bool,
) -> int:
    from kadocs import pipeline  # heavy: help must not wait for it

    around = asking.workspace(deals)
    request = pipeline.Request(
        deals=asking.paths(deals, around),
        as_of=asking.day(as_of),
        deliverables=() if deliverable is None else asking.names(deliverable),
        templates=(*map(Path, templates), *around.templates),
        defaults=around.defaults,
        strangers=asking.strangers(around),
    )
    workbook = _workbook(request.deals, annotate) if annotate is not None else None
    result = pipeline.check(request)
    output.findings(result.findings, language, json=json, mapped=result.mapped if mapping else None)
    if workbook and annotate and result.findings:
        _annotate(workbook, Path(annotate), result.findings, language, json=json)
    return 0 if result.done else 1


def _workbook(deals: tuple[Path, ...], out: str) -> Path:
    """The one workbook that is checked. Raises `Mistake` where it is none, or `out` cannot be its copy."""
    from kadocs import sources  # heavy, as above

    files = [sources.file(path) for deal in deals for path in sources.find(deal)]
    if len(files) != 1 or files[0].suffix.lower() not in _EDITABLE:
        raise Mistake(_ONE_WORKBOOK.fill(f=", ".join(file.as_posix() for file in files[:3])))
    writing.target(out, (files[0].suffix.lower(),), files)
    return files[0]


def _annotate(workbook: Path, out: Path, found: Sequence[Finding], language: str, *, json: bool) -> None:
    from kadocs import pack  # heavy, as above
    from kadocs.findings import Refused
    from kadocs.sources import annotation

    try:
        data = annotation.copy(workbook, found, language)
    except Refused:  # which has been told of: it could not be read either
        return
    pack.write(out, data)
    if not json:
        output.written(out.as_posix(), (), language)
