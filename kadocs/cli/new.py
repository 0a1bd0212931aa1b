"""`kadocs template new`: a deliverable of one's own to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from kadocs.cli import asking, output
from kadocs.cli.speech import Mistake, command
from kadocs.findings import Text

_WORDS = Text(
    """新建一份自己的文档：一个文件夹，里面有 deliverable.yaml 和中英文 Word 模板，马上可以生成。

    NAME 是文件夹名，也是命令里的名称，例如 site-survey；写进工作区的 templates/。已有的文件不会被改动。
    """,
    """Make a document of your own: a folder with a deliverable.yaml and Word templates, ready to build.

    NAME is the name of the folder and that used in commands, such as site-survey; the folder goes into the
    workspace's templates/. Files that are there are never changed.
    """,
)
_INTO = Text("放进这个文件夹", "The folder to put it into")
_TITLE = Text("文档的标题；不写则用 NAME", "The document's title; NAME if it is left out")
_FROM = Text("复制这份已有的文档，例如 proposal", "Copy this deliverable, such as proposal, to begin with")
_BAD_NAME = Text(
    "{n} 不能作文档的名称，请写字母、数字和连字符，例如 site-survey",
    "{n} cannot be the name of a document; write letters, digits and hyphens, such as site-survey",
)
_BOTH = Text(
    "--from 沿用原来的标题，不能同时写 --title", "--from keeps the title as it is; leave out --title"
)
_NEXT = Text(
    """
接下来：
  kadocs build {n}             生成文档{shelf}
  用 Word 打开模板修改，再次生成；标题和文件名写在 deliverable.yaml
  kadocs template check {n}    检查模板{shelf}
""",
    """
Next:
  kadocs build {n}             make the document{shelf}
  change the templates in Word and build again; titles and file names are in deliverable.yaml
  kadocs template check {n}    check the templates{shelf}
""",
)


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    folder, title = Text("文件夹", "DIR").in_(language), Text("标题", "TITLE").in_(language)
    params = [
        click.Argument(["name"], metavar="NAME"),
        click.Option(["--title"], metavar=title, help=_TITLE.in_(language)),
        click.Option(["--from", "source"], metavar="DELIVERABLE", help=_FROM.in_(language)),
        click.Option(["--into"], metavar=folder, help=_INTO.in_(language)),
    ]
    return command("new", language, _WORDS, _new, params)


@click.pass_obj
def _new(language: str, /, name: str, title: str | None, source: str | None, into: str | None) -> int:
    from kadocs import deliverables, pack  # heavy, as below: help must not wait for it
    from kadocs.pipeline import beginning

    if name != pack.named(name, Path()).replace("/", "") or name[0] in "._~":
        raise Mistake(_BAD_NAME.fill(n=name))
    if source and title:
        raise Mistake(_BOTH)
    around = asking.workspace(())
    shelf = Path(into) if into else around.own
    if source:
        known = deliverables.load(source, deliverables.shelf((*around.templates,)))
        written = beginning.copy(known, shelf / name)
    else:
        written = beginning.begin(shelf / name, title or name)
    for path in written:
        output.written(path.as_posix(), [], language)
    found = around.folder is not None and shelf.resolve() == around.own.resolve()
    option = "" if found else f" --templates {shelf.as_posix()}"
    click.echo(_NEXT.fill(n=name, shelf=option).in_(language), nl=False)
    return 0
