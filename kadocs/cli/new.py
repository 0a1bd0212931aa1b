"""`kadocs template new`, `style` and `section`: something of one's own to begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
_NAME = re.compile(r"[^\W_][\w.-]*")
_USE = Text(
    """
用 Word 改好样式后，在 kadocs.yaml 写一行：
  style: {n}
""",
    """
Change the styles in Word, then write in the kadocs.yaml:
  style: {n}
""",
)
_NEXT = Text(
    """
接下来：
  kadocs build {n}{shelf}
  用 Word 打开模板修改，再次生成；标题和文件名写在 deliverable.yaml
  kadocs template check {n}{shelf}
""",
    """
Next:
  kadocs build {n}{shelf}
  change the templates in Word and build again; titles and file names are in deliverable.yaml
  kadocs template check {n}{shelf}
""",
)


_STYLE = Text(
    """复制一份样式，用 Word 改成自己的：写到工作区的 templates/_styles/NAME.docx。

    改好后在 kadocs.yaml 写 style: NAME，所有文档都用它的字体、编号、页边距和标志。
    """,
    """Copy a style to make it your own in Word: templates/_styles/NAME.docx, in the workspace.

    With style: NAME in the kadocs.yaml, all documents have its fonts, numbers, margins and logo.
    """,
)
_STYLE_FROM = Text("复制哪个样式；不写则用 bid", "The style to copy; bid if it is left out")
_SECTION = Text(
    """复制一个公用章节，用 Word 改成自己的：写到工作区的 templates/_sections/。

    NAME 例如 company（公司介绍）、terms（商务条款）。改过的章节在所有用到它的文档里生效。
    """,
    """Copy a shared section to make it your own in Word: into templates/_sections/, in the workspace.

    NAME is such as company or terms. Every document that takes the section in has yours.
    """,
)


def style(language: str) -> click.Command:
    """The command `style`, speaking `language`."""
    name = click.Argument(["name"], metavar="NAME")
    source = click.Option(
        ["--from", "source"], default="bid", metavar="STYLE", help=_STYLE_FROM.in_(language)
    )
    return command("style", language, _STYLE, _style, [name, source, _into(language)])


def section(language: str) -> click.Command:
    """The command `section`, speaking `language`."""
    name = click.Argument(["name"], metavar="NAME")
    return command("section", language, _SECTION, _section, [name, _into(language)])


def _into(language: str) -> click.Option:
    return click.Option(["--into"], metavar=Text("文件夹", "DIR").in_(language), help=_INTO.in_(language))


def make(language: str) -> click.Command:
    """The command `new`, speaking `language`."""
    title = Text("标题", "TITLE").in_(language)
    params = [
        click.Argument(["name"], metavar="NAME"),
        click.Option(["--title"], metavar=title, help=_TITLE.in_(language)),
        click.Option(["--from", "source"], metavar="DELIVERABLE", help=_FROM.in_(language)),
        _into(language),
    ]
    return command("new", language, _WORDS, _new, params)


@click.pass_obj
def _new(language: str, /, name: str, title: str | None, source: str | None, into: str | None) -> int:
    from kadocs import deliverables  # heavy, as below: help must not wait for it
    from kadocs.pipeline import beginning

    _judge(name)
    if source and title:
        raise Mistake(_BOTH)
    around = asking.workspace(())
    shelf = Path(into) if into else around.own
    if source:
        known = deliverables.load(source, deliverables.shelf((*around.templates,)))
        written = beginning.copy(known, shelf / name)
    else:
        written = beginning.begin(shelf / name, title or name)
    _tell(written, language)
    found = around.folder is not None and shelf.resolve() == around.own.resolve()
    option = "" if found else f" --templates {shelf.as_posix()}"
    click.echo(_NEXT.fill(n=name, shelf=option).in_(language), nl=False)
    return 0


@click.pass_obj
def _style(language: str, /, name: str, source: str, into: str | None) -> int:
    from kadocs.pipeline import beginning  # heavy: help must not wait for it

    _judge(name)
    own, shelf = _folders(into)
    _tell(beginning.style(name, source, own, shelf), language)
    click.echo(_USE.fill(n=name).in_(language), nl=False)
    return 0


@click.pass_obj
def _section(language: str, /, name: str, into: str | None) -> int:
    from kadocs.pipeline import beginning  # heavy: help must not wait for it

    own, shelf = _folders(into)
    _tell(beginning.section(name, own, shelf), language)
    return 0


def _folders(into: str | None) -> tuple[Path, tuple[Path, ...]]:
    """The folder to write to, and those in which there is something to copy."""
    from kadocs import deliverables  # heavy: help must not wait for it

    around = asking.workspace(())
    return Path(into) if into else around.own, deliverables.shelf(around.templates)


def _judge(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise Mistake(_BAD_NAME.fill(n=name))


def _tell(written: Iterable[Path], language: str) -> None:
    for path in written:
        output.written(path.as_posix(), [], language)
