"""`kadocs check`: every problem of deals."""

from __future__ import annotations

from pathlib import Path

import click

from kadocs.cli import asking, output
from kadocs.cli.speech import command
from kadocs.findings import Text

_WORDS = Text(
    """检查商机，一次说出全部问题，每个都带位置和改法。

    商机是一个文件，或含 deal.yaml、deal.xlsx 的文件夹；在工作区内可以省略。
    """,
    """Check deals: every problem in one run, each with its place and the way out.

    A deal is a file, or a folder with a deal.yaml or deal.xlsx; in a workspace it may be left out.
    """,
)
_FOR = Text("只按这个文档的要求检查", "Check for this document only")


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    params = [
        asking.deals(language),
        click.Option(["--for", "deliverable"], metavar="DELIVERABLE", help=_FOR.in_(language)),
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
    )
    result = pipeline.check(request)
    output.findings(result.findings, language, json=json)
    return 0 if result.done else 1
