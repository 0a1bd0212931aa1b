"""`kadocs stages`: where each deal stands."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from kadocs.cli import asking, output, writing
from kadocs.cli.speech import command
from kadocs.findings import Text

_WORDS = Text(
    """列出商机走到哪一步：阶段、关键节点还缺什么、最近的期限、金额和概率，按客户经理分组。

    商机是文件、文件夹或商机台账（一行一个商机的 Excel）；在工作区内可以省略，即全部商机。读不了的商机
    照样列出，并注明错误数，退出状态为 1。金额按币种分开合计。
    """,
    """Show where deals stand: stage, what their key node still takes, next deadline, amount and chance.

    A deal is a file, a folder, or a row of a register (a workbook with one opportunity a row); in a workspace
    it may be left out, which means all of them. They are grouped by owner. A deal that cannot be read is
    listed with the number of its errors, and the exit status is 1. Currencies are never added up together.
    """,
)
_OWNER = Text("只列这个客户经理的商机", "Only the deals of this account manager")
_KINDS = (".xlsx",)
_XLSX = Text("另存为 Excel 工作簿", "Write an Excel workbook too")


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    params = [
        asking.deals(language),
        click.Option(
            ["--owner"], default="", metavar=Text("姓名", "NAME").in_(language), help=_OWNER.in_(language)
        ),
        click.Option(["--xlsx"], metavar="OUT.xlsx", help=_XLSX.in_(language)),
        asking.as_of(language),
        asking.json(language),
    ]
    return command("stages", language, _WORDS, _stages, params)


@click.pass_obj
def _stages(
    language: str, /, deals: tuple[str, ...], owner: str, xlsx: str | None, as_of: str | None, json: bool
) -> int:
    if xlsx is not None:
        writing.target(xlsx, _KINDS)
    from kadocs import pack, pipeline  # heavy, as below: help must not wait for it
    from kadocs.pipeline.surveying import survey

    around = asking.workspace(deals)
    request = pipeline.Request(
        deals=asking.paths(deals, around), as_of=asking.day(as_of), defaults=around.defaults
    )
    found = survey(request, owner)
    if xlsx is not None:
        from kadocs.report import book

        path = writing.target(xlsx, _KINDS, found.files)
        pack.write(path, book.workbook(found.standings, language))
    output.stages(found, language, request.as_of, width=_width(), json=json)
    if xlsx is not None and not json:
        output.written(Path(xlsx).as_posix(), (), language)
    return 0 if found.done else 1


def _width() -> int:
    """How wide the terminal is; a file or a pipe is as wide as need be."""
    from kadocs.report import stages

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else stages.WIDEST
