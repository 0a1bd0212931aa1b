"""Deliverables: folders that say which documents there are, what each needs, and from which templates.

A deliverable is a folder with a `deliverable.yaml` and its templates; adding one needs no Python.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from kadocs import templates
from kadocs.deliverables import countdown, regimes, styles
from kadocs.deliverables.description import Description, Each, Output, Scope, Title
from kadocs.deliverables.regimes import Regime
from kadocs.findings import Fault, Finding, Place, Refused, Text, refuse
from kadocs.templates import Look
from kadocs.tree import yaml
from kadocs.tree.check import check
from kadocs.tree.node import Node, place_of

__all__ = [
    "DESCRIPTION",
    "Deliverable",
    "Description",
    "Each",
    "Output",
    "Regime",
    "Scope",
    "Title",
    "load",
    "names",
    "shelf",
    "shipped",
    "template",
]

DESCRIPTION = "deliverable.yaml"
_WORD = (".docx", ".dotx")


class Deliverable(NamedTuple):
    """A deliverable with the folder that it was read from; `tree` has the places of what it says.

    `look` is that of documents in the house style, and `shelf` are the folders in which base files lie.
    `regimes`, and the usual plan of its `countdown`, are there where some of its files are volumes.
    """

    name: str
    folder: Path
    says: Description
    tree: Node
    look: Look = templates.USUAL
    shelf: tuple[Path, ...] = ()
    regimes: tuple[Regime, ...] = ()
    countdown: countdown.Usual | None = None


def shipped() -> Path:
    """The folder of the deliverables that come with kadocs, installed or in a checkout."""
    package = Path(str(files("kadocs")))
    inside = package / "_templates"
    return inside if inside.is_dir() else package.parent / "templates"


def shelf(own: Iterable[Path]) -> tuple[Path, ...]:
    """The folders in which deliverables are looked for: the user's own first, then the shipped ones.

    Raises `Refused` for a folder that is not there.
    """
    mine = tuple(own)
    for folder in mine:
        if not folder.is_dir():
            raise refuse(
                "CFG001",
                Place(str(folder)),
                Text("没有这个模板文件夹", "there is no such folder of templates"),
                Text(
                    "请检查 --templates 或 kadocs.yaml 中的 templates",
                    "Check --templates, or templates in kadocs.yaml",
                ),
            )
    return (*mine, shipped())


def names(folders: Iterable[Path]) -> dict[str, Path]:
    """The deliverables on the shelf, by name; in the first folder that has one, it is found."""
    found: dict[str, Path] = {}
    for folder in folders:
        for child in sorted(folder.iterdir()) if folder.is_dir() else ():
            if child.name[0] not in "._~" and (child / DESCRIPTION).is_file():
                found.setdefault(child.name, child)
    return found


def load(name: str, folders: Sequence[Path], look: Look = templates.USUAL) -> Deliverable:
    """The deliverable of that name, whose documents have this look if they are in the house style.

    Raises `Refused` if there is none, offering the nearest name, or if its description is wrong.
    """
    found = names(folders)
    if name not in found:
        raise _unknown(name, list(found), folders)
    path = found[name] / DESCRIPTION
    tree = yaml.parse(templates.content(path), str(path))
    says, findings = check(Description, tree)
    if says is None:
        raise Refused(map(_coded, findings))
    if wider := list(_wider(says, tree, path)):
        raise Refused(wider)
    volumes = any(output.volumes for output in says.outputs)
    known = regimes.load(name, folders) if volumes else ()
    usual = countdown.load(name, folders) if volumes else None
    return Deliverable(name, found[name], says, tree, look, tuple(folders), known, usual)


def _wider(says: Description, tree: Node, path: Path) -> Iterator[Finding]:
    """The files that more people would read than the deliverable, whose rules hold for its readers."""
    for index, output in enumerate(says.outputs):
        if output.audience is not None and output.audience < says.audience:
            said = _WIDER.fill(o=output.audience.title, d=says.audience.title)
            key = ("outputs", index, "audience")
            yield Fault(said, _NARROWER).at(place_of(tree, key), "CFG017", f"outputs[{index}].audience")


_WIDER = Text(
    "这个文件的读者范围（{o}）比文档（{d}）还宽",
    "this file is for {o}, while the deliverable is for {d} only",
)
_NARROWER = Text(
    "请改成更窄的范围，或删去 audience；要给更多人看的文件，另建一个文档",
    "Name fewer readers, or remove audience; a file for more people belongs into a deliverable of its own",
)


def _coded(finding: Finding) -> Finding:
    """What is wrong with `personal` and with `each` has a manual page of its own."""
    if finding.path.startswith("personal"):
        return replace(finding, code="CFG006")
    return replace(finding, code="CFG009") if finding.path.endswith(".each") else finding


def template(
    deliverable: Deliverable, output: Output, language: str, *, blind: bool = False
) -> templates.Source:
    """The template of an output in `language`, read; a `blind` one is in nobody's house style.

    Raises `Refused` where there is none in that language, or its file or its base file cannot be read.
    """
    said = (output.blind if blind else None) or output.template
    name: str | None = getattr(said, language)
    if name is None:
        raise refuse(
            "CFG004",
            Place(str(deliverable.folder / DESCRIPTION)),
            _NO_TEMPLATE[language],
            Text(
                "请用 --lang 选另一种语言，或补上模板",
                "Choose the other language with --lang, or add a template",
            ),
        )
    folder, path = deliverable.folder.resolve(), (deliverable.folder / name).resolve()
    if not path.is_relative_to(folder.parent):
        raise refuse(
            "CFG003",
            Place(str(deliverable.folder / DESCRIPTION)),
            Text("模板 {n} 不在模板文件夹内", "the template {n} is outside the folder of templates").fill(
                n=name
            ),
            Text("请把文件放进该文件夹", "Put the file into the folder"),
        )
    source = templates.shelved(deliverable.folder, name, deliverable.shelf)
    if blind or deliverable.says.style is None or path.suffix.lower() not in _WORD:
        return source
    return source._replace(base=styles.base(deliverable.look, language, deliverable.shelf))


_NO_TEMPLATE = {
    "zh": Text("没有中文模板", "there is no Chinese template"),
    "en": Text("没有英文模板", "there is no English template"),
}


def _unknown(name: str, known: list[str], folders: Sequence[Path]) -> Refused:
    near = difflib.get_close_matches(name, known, n=1)
    return refuse(
        "CFG000",
        Place(name),
        Text("没有名为“{n}”的文档", "there is no deliverable “{n}”").fill(n=name),
        Text("是否想写 {n}？", "Did you mean {n}?").fill(n=near[0])
        if near
        else Text("可用的有：{k}", "There are: {k}").fill(k=", ".join(known) or "–"),
    )
