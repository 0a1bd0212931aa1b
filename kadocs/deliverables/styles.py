"""The base files of house styles, as they lie on the shelf."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from kadocs import templates
from kadocs.findings import Refused, Text, refuse
from kadocs.templates import Base, Look

_CHOICE = Text("可用的有：{k}；也可以写 .docx 文件的路径", "There are: {k}; the path of a .docx will do too")
_EXTENSIONS = (".docx", ".dotx")


def base(look: Look, language: str, folders: Sequence[Path]) -> Base:
    """The base file for documents in `language`, by its path, or by its name in the first folder that has it.

    Raises `Refused` where there is none (CFG012), or it cannot be read (CFG002).
    """
    said: str = getattr(look, language)
    usual = templates.content(_named(getattr(templates.USUAL, language), look, folders))
    if Path(said).suffix.lower() in _EXTENSIONS:
        path = look.folder / said
        if not path.is_file():
            raise _no_file(path, look)
    else:
        path = _named(said, look, folders)
    name = f"{path.parent.name}/{path.name}" if path.parent.name == templates.STYLES else path.name
    return Base(name, templates.content(path), usual, language, look)


def names(folders: Sequence[Path]) -> dict[str, Path]:
    """The base files on the shelf, by name; the user's own come before the shipped ones."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted((folder / templates.STYLES).glob("*.do[ct]x")):
            if path.name[0] not in "._~":
                found.setdefault(path.stem, path)
    return found


def _named(name: str, look: Look, folders: Sequence[Path]) -> Path:
    known = names(folders)
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1)
    raise refuse(
        "CFG012",
        look.place,
        Text("没有名为“{n}”的样式", "there is no style “{n}”").fill(n=name),
        Text("是否想写 {n}？", "Did you mean {n}?").fill(n=near[0])
        if near
        else _CHOICE.fill(k=", ".join(known)),
    )


def _no_file(path: Path, look: Look) -> Refused:
    return refuse(
        "CFG012",
        look.place,
        Text("没有这个样式文件：{p}", "there is no such base file: {p}").fill(p=path.as_posix()),
        Text(
            "路径从 kadocs.yaml 所在的文件夹算起（--style 从当前文件夹算起）",
            "Its path begins at the folder of the kadocs.yaml (with --style, at the current one)",
        ),
    )
