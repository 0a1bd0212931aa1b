"""What several commands ask for alike: deals, days, languages, folders, and the workspace around them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kadocs.cli.speech import LANGUAGES, Mistake
from kadocs.findings import Fault, Text

if TYPE_CHECKING:  # heavy at run time
    from datetime import date

    from kadocs.pipeline.strangers import Strangers
    from kadocs.sources import Loaded
    from kadocs.templates import Look
    from kadocs.tree.node import Node
    from kadocs.workspace import Workspace

_NO_DEAL = Text(
    "请指明商机（文件或文件夹），或在工作区（有 kadocs.yaml 的文件夹）内运行；用 kadocs init 新建工作区",
    "Name a deal (a file or a folder), or run this in a workspace (a folder with kadocs.yaml); "
    "kadocs init makes one",
)

_SEVERAL = Text("{f} 里有 {n} 个商机，请指明其中一个", "there are {n} deals in {f}; name one of them")
_REGISTER = Text(
    "{f} 是商机台账，有 {n} 个商机，请指明其中一个，例如 {f}#{first}",
    "{f} is a register of {n} deals; name one of them, such as {f}#{first}",
)
_FILES = (".yaml", ".yml", ".json", ".xlsx", ".xlsm", ".csv", ".tsv")
_ALL = "all"
_NO_DELIVERABLE = Text(
    "没有写文档的名称，例如 proposal", "no deliverable is named; write one, such as proposal"
)


def deals(language: str) -> click.Argument:
    """The argument [DEAL]…, none or more."""
    return click.Argument(["deals"], nargs=-1, metavar=Text("[商机]…", "[DEAL]…").in_(language))


def names(given: str) -> tuple[str, ...]:
    """The deliverables that a list with commas names. Raises `Mistake` where it names none."""
    found = _listed(given)
    if not found:
        raise Mistake(_NO_DELIVERABLE)
    return found


def documents(
    words: tuple[str, ...], shelf: tuple[Path, ...], around: Workspace
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The deliverables that the first of the words name, and the deals that the others do.

    The first word is always of deliverables; a further one where there is no file and no deal of that name.
    """
    from kadocs import deliverables  # heavy: help must not wait for it

    known = {*deliverables.names(deliverables.shelf(shelf)), _ALL}
    count = 1
    while (
        count < len(words)
        and known.issuperset(_listed(words[count]))
        and not _path(words[count], around).exists()
    ):
        count += 1
    return tuple(name for word in words[:count] for name in names(word)), words[count:]


def _listed(given: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in given.replace("，", ",").split(",") if name.strip())


def as_of(language: str) -> click.Option:
    """The option --as-of."""
    words = Text("检查有效期等规则时当作今天的日期", "The day that rules such as validity take for today")
    return click.Option(["--as-of"], metavar=Text("日期", "DATE").in_(language), help=words.in_(language))


def templates(language: str) -> click.Option:
    """The option --templates, which may be repeated."""
    words = Text(
        "自己的模板文件夹，优先于自带的（可多次使用）",
        "A folder of your own templates, before the shipped ones; may be repeated",
    )
    return click.Option(
        ["--templates"], multiple=True, metavar=Text("文件夹", "DIR").in_(language), help=words.in_(language)
    )


def style(language: str) -> click.Option:
    """The option --style."""
    words = Text(
        "样式：gongwen、bid、modern、english，或自己的 .docx；不写则用 kadocs.yaml 的 style",
        "The look: gongwen, bid, modern, english, or a .docx of your own; else what kadocs.yaml says",
    )
    metavar = Text("样式", "STYLE").in_(language)
    return click.Option(["--style"], metavar=metavar, help=words.in_(language))


def look(style: str | None, around: Workspace) -> Look:
    """The look of documents in the house style: the workspace's, with the base that --style names."""
    if style is None:
        return around.look
    from kadocs.findings import Place

    return around.look._replace(zh=style, en=style, place=Place("--style"), folder=Path())


def json(language: str) -> click.Option:
    """The option --json."""
    return click.Option(["--json"], is_flag=True, help=Text("以 JSON 输出", "Print JSON").in_(language))


def lang(language: str) -> click.Option:
    """The option --lang."""
    words = Text("文档语言；不写则用商机里的 language", "The documents' language, if not that of the deal")
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), help=words.in_(language))


def day(text: str | None) -> date:
    """The day that --as-of names, or today. Raises `Mistake` for what is no date."""
    from datetime import date

    from kadocs.figures import dates

    if text is None:
        return date.today()
    try:
        return dates.parse(text)
    except Fault as fault:
        raise Mistake(
            Text("--as-of：{m}。{h}", "--as-of: {m}. {h}").fill(m=fault.message, h=fault.hint)
        ) from None


def workspace(given: tuple[str, ...]) -> Workspace:
    """The workspace of the current folder, else that of the first deal; an empty one where there is none.

    Raises `Refused` where its `kadocs.yaml` is wrong.
    """
    from kadocs import workspace as workspaces

    here = Path()
    there = next((Path(name) for name in given if Path(name).exists()), Path(given[0]) if given else None)
    found = workspaces.find(here) or (workspaces.find(there) if there else None)
    return found or workspaces.Workspace(deals=here, out=Path("out"))


def paths(given: tuple[str, ...], around: Workspace) -> tuple[Path, ...]:
    """The deals' paths: those given, by path or by name within the workspace, or all of the workspace.

    Raises `Mistake` where none is given and there is no workspace.
    """
    if given:
        return tuple(_path(name, around) for name in given)
    if around.folder is None:
        raise Mistake(_NO_DEAL)
    return (around.deals,)


def deal(given: str, defaults: Node | None = None) -> Loaded:
    """The one deal at a path, or of that name in the workspace, as read; `defaults` are beneath it if given.

    Raises `Mistake` where there are several, `Refused` where a file cannot be used.
    """
    from kadocs import sources  # heavy: help must not wait for it

    found = sources.find(_path(given, workspace((given,))))
    if len(found) > 1:
        raise Mistake(_SEVERAL.fill(f=given, n=len(found)))
    entries = sources.open_(found[0]).entries
    if len(entries) > 1:
        raise Mistake(_REGISTER.fill(f=given, n=len(entries), first=entries[0].name))
    return sources.load(entries[0], defaults)


def strangers(around: Workspace) -> Strangers:
    """The customers of the workspace's deals, and those that its `kadocs.yaml` lists."""
    from kadocs.pipeline.strangers import Strangers

    folder = around.deals if around.folder is not None and around.deals.is_dir() else None
    return Strangers(folder, around.other_customers)


def _path(name: str, around: Workspace) -> Path:
    """The path that is given, or that of a deal by its name in the workspace, if it has one of that name."""
    near = Path(name)
    if near.exists():
        return near
    inside = around.deals / name
    if around.deals.is_file() and "#" not in name and near.suffix.lower() not in _FILES:
        return around.deals.with_name(f"{around.deals.name}#{name}")  # of the register
    return inside if inside.exists() else near
