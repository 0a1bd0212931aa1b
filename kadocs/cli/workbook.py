"""`kadocs workbook`: the Excel workbook in which a deal is filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kadocs.cli import asking, output, writing
from kadocs.cli.speech import LANGUAGES, Mistake, command
from kadocs.findings import Text

if TYPE_CHECKING:  # heavy at run time
    from kadocs.sources.workbook import Scope

_WORDS = Text(
    """写一份待填的 Excel 工作簿：每一部分一张表，有下拉列表、填写说明和示例。

    填好后用 kadocs check 检查，用 kadocs build 生成文档。已有的文件不会被覆盖。
    """,
    """Write the Excel workbook to fill in: one sheet a section, with drop-downs, notes and examples.

    Once it is filled in, kadocs check checks it and kadocs build makes documents. No file is ever replaced.
    """,
)
_FROM = Text("先填入这个商机已有的内容", "Fill in what this deal holds already")
_FOR = Text("只列出这个文档要用的内容", "Only what this document prints or needs")
_LANG = Text(
    "工作簿的语言；不写则随商机或界面", "The workbook's language, if not the deal's or that of messages"
)
_THERE = Text(
    "已有 {f}，不会覆盖；请换一个文件名，或先把它移走",
    "{f} is there already; choose another name, or move it away",
)


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    params = [
        click.Argument(["out"], metavar="OUT.xlsx"),
        click.Option(
            ["--from", "deal"], metavar=Text("商机", "DEAL").in_(language), help=_FROM.in_(language)
        ),
        click.Option(["--for", "deliverable"], metavar="DELIVERABLE", help=_FOR.in_(language)),
        click.Option(["--lang"], type=click.Choice(LANGUAGES), help=_LANG.in_(language)),
        asking.templates(language),
    ]
    return command("workbook", language, _WORDS, _workbook, params)


@click.pass_obj
def _workbook(
    language: str,
    /,
    out: str,
    deal: str | None,
    deliverable: str | None,
    lang: str | None,
    templates: tuple[str, ...],
) -> int:
    path = writing.target(out, (".xlsx",))
    if path.exists():
        raise Mistake(_THERE.fill(f=out))
    from kadocs import pack  # heavy, as below: help must not wait for it
    from kadocs.findings import blocks
    from kadocs.sources import workbook

    loaded = asking.deal(deal) if deal is not None else None
    if loaded and blocks(loaded.findings):
        output.findings(loaded.findings, language, json=False)
        return 1
    scope = _scope(asking.names(deliverable), templates) if deliverable is not None else workbook.whole()
    spoken = lang or (loaded.deal.language.code if loaded and loaded.deal else language)
    pack.write(path, workbook.to_fill_in(spoken, scope, loaded.node if loaded else None))
    output.written(path.as_posix(), loaded.findings if loaded else (), language)
    return 0


def _scope(names: tuple[str, ...], own: tuple[str, ...]) -> Scope:
    """What the deliverables of these names print or need, all together."""
    from kadocs import deliverables  # heavy, as below: help must not wait for it
    from kadocs.pipeline.fields import asked_for
    from kadocs.sources.workbook import Scope

    shelf = deliverables.shelf((*map(Path, own), *asking.workspace(()).templates))
    asked = [asked_for(deliverables.load(name, shelf)) for name in names]
    fields = frozenset(path for each in asked for path in each.fields)
    return Scope(fields, frozenset(path for each in asked for path in each.needed))
