"""Deliverables: folders that say which documents there are, what each needs, and from which templates.

A deliverable is a folder with a `deliverable.yaml` and its templates; adding one needs no Python.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, ValidationInfo, model_validator

from kadocs import templates
from kadocs.findings import Fault, Finding, Place, Refused, Text, refuse
from kadocs.model import Audience, Deal, Field, fields
from kadocs.model.noun import Noun
from kadocs.model.opportunity import Stage
from kadocs.tree import yaml
from kadocs.tree.check import check
from kadocs.tree.node import Node

DESCRIPTION = "deliverable.yaml"


def _audience(value: object) -> Audience:
    try:
        return Audience[str(value).strip().upper()]
    except KeyError:
        names = ", ".join(audience.name.lower() for audience in Audience)
        raise Fault(
            Text("没有名为“{v}”的读者范围", "there is no audience “{v}”").fill(v=value),
            Text("请用：{n}", "Use one of: {n}").fill(n=names),
        ) from None


def _known_field(name: str) -> str:
    _fields(name, into_rows=False)
    return name


def _personal_field(name: str, info: ValidationInfo) -> str:
    """The dotted name of a field with personal data that the deliverable's audience may see."""
    chain = _fields(name, into_rows=True)
    if not chain[-1].mark.personal:
        raise Fault(
            Text("字段 {n} 不是个人信息，不会遮盖", "{n} is not personal data and never masked").fill(n=name),
            Text("请从 personal 中删去", "Remove it from personal"),
        )
    audience = info.data.get("audience", Audience.SECRET)
    if any(field.mark.audience > audience for field in chain):
        raise Fault(
            Text("这份文档的读者看不到字段 {n}", "the readers of this document may not see {n}").fill(n=name),
            Text("请删去它，或改 audience", "Remove it, or change audience"),
        )
    return name


def _fields(name: str, *, into_rows: bool) -> list[Field]:
    """The fields on the way to a dotted name; those of a list's rows only where `into_rows`."""
    noun: type[Noun] | None = Deal
    chain: list[Field] = []
    for step in name.split("."):
        known = [field for field in fields(noun) if not field.stated] if noun else []
        field = next((field for field in known if field.name == step), None)
        if field is None:
            near = difflib.get_close_matches(step, [field.name for field in known], n=1)
            raise Fault(
                Text("数据模型里没有字段 {n}", "there is no field {n}").fill(n=name),
                Text("是否想写 {n}？", "Did you mean {n}?").fill(n=near[0])
                if near
                else Text("请写“部分.字段”，例如 account.name", "Write section.field, such as account.name"),
            )
        chain.append(field)
        noun = None if field.many and not into_rows else field.noun
    return chain


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Title(_Part):
    """What people call the document."""

    zh: str
    en: str

    @property
    def text(self) -> Text:
        """The title in both languages."""
        return Text(self.zh, self.en)


class TemplateFiles(_Part):
    """A template's file in each language in which there is one."""

    zh: str | None = None
    en: str | None = None

    @model_validator(mode="after")
    def _some(self) -> TemplateFiles:
        if self.zh is None and self.en is None:
            raise Fault(
                Text("没有写模板文件", "no template file is named"),
                Text("请写 zh: 文件名 或 en: 文件名", "Write zh: FILE or en: FILE"),
            )
        return self


class Output(_Part):
    """One file of the deliverable: its template, and its name, an expression over the deal."""

    template: TemplateFiles
    file: str


class Description(_Part):
    """What a `deliverable.yaml` says."""

    title: Title
    stage: Stage
    audience: Annotated[Audience, PlainValidator(_audience)]
    needs: tuple[Annotated[str, AfterValidator(_known_field)], ...] = ()
    personal: tuple[Annotated[str, AfterValidator(_personal_field)], ...] = ()
    gates: tuple[str, ...] = ()
    outputs: tuple[Output, ...]


class Deliverable(NamedTuple):
    """A deliverable with the folder that it was read from; `tree` has the places of what it says."""

    name: str
    folder: Path
    says: Description
    tree: Node


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


def load(name: str, folders: Sequence[Path]) -> Deliverable:
    """The deliverable of that name.

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
    return Deliverable(name, found[name], says, tree)


def _coded(finding: Finding) -> Finding:
    """What is wrong with `personal` has a manual page of its own."""
    return replace(finding, code="CFG006") if finding.path.startswith("personal") else finding


def template(deliverable: Deliverable, output: Output, language: str) -> templates.Source:
    """The template of an output in `language`, read.

    Raises `Refused` where there is none in that language, or its file cannot be read.
    """
    name: str | None = getattr(output.template, language)
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
    return templates.shelved(deliverable.folder, name)


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
