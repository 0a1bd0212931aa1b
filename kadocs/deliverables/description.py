"""What a `deliverable.yaml` says."""

from __future__ import annotations

import difflib
import re
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, ValidationInfo, model_validator

from kadocs.findings import Fault, Text
from kadocs.model import Audience, Deal, Field, fields
from kadocs.model.noun import Noun
from kadocs.model.opportunity import Stage
from kadocs.model.portfolio import Portfolio

_EACH = re.compile(r"\s*(?P<name>[A-Za-z]\w*)\s+in\s+(?P<path>[A-Za-z]\w*(?:\.[A-Za-z]\w*)*)\s*", re.ASCII)


class Scope(StrEnum):
    """What one document is about: a deal, or all deals of an account."""

    DEAL = "deal"
    ACCOUNT = "account"

    @property
    def noun(self) -> type[Deal] | type[Portfolio]:
        """The noun that the templates see."""
        return Portfolio if self is Scope.ACCOUNT else Deal


class Each(NamedTuple):
    """One file an item: the name under which the file's name and template know it, and the list's path."""

    name: str
    path: str


def _audience(value: object) -> Audience:
    try:
        return Audience[str(value).strip().upper()]
    except KeyError:
        names = ", ".join(audience.name.lower() for audience in Audience)
        raise Fault(
            Text("没有名为“{v}”的读者范围", "there is no audience “{v}”").fill(v=value),
            Text("请用：{n}", "Use one of: {n}").fill(n=names),
        ) from None


def _known_field(name: str, info: ValidationInfo) -> str:
    chain(name, _noun(info), into_rows=False)
    return name


def _personal_field(name: str, info: ValidationInfo) -> str:
    """The dotted name of a field with personal data that the deliverable's audience may see."""
    along = chain(name, _noun(info), into_rows=True)
    if not along[-1].mark.personal:
        raise Fault(
            Text("字段 {n} 不是个人信息，不会遮盖", "{n} is not personal data and never masked").fill(n=name),
            Text("请从 personal 中删去", "Remove it from personal"),
        )
    audience = info.data.get("audience", Audience.SECRET)
    if any(field.mark.audience > audience for field in along):
        raise Fault(
            Text("这份文档的读者看不到字段 {n}", "the readers of this document may not see {n}").fill(n=name),
            Text("请删去它，或改 audience", "Remove it, or change audience"),
        )
    return name


def _noun(info: ValidationInfo) -> type[Noun]:
    scope: Scope = info.data.get("scope", Scope.DEAL)
    return scope.noun


def chain(name: str, root: type[Noun], *, into_rows: bool) -> list[Field]:
    """The fields on the way to a dotted name; those of a list's rows only where `into_rows`.

    Raises `Fault` where there is no such field, with the nearest name.
    """
    noun: type[Noun] | None = root
    found: list[Field] = []
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
        found.append(field)
        noun = None if field.many and not into_rows else field.noun
    return found


def _each(value: object) -> Each:
    found = _EACH.fullmatch(str(value))
    if found is None:
        raise Fault(
            Text("each 应写成“名称 in 列表”", "each is written “name in list”"),
            Text(
                "例如 acceptance in delivery.acceptances；要筛选请另写 when",
                "Such as acceptance in delivery.acceptances; to choose among them, add when",
            ),
        )
    name = found["name"]
    if any(field.name == name for noun in (Deal, Portfolio) for field in fields(noun)):
        raise Fault(
            Text("each 的名称 {n} 与数据里的字段同名", "the name {n} is that of a field").fill(n=name),
            Text("请换一个名称，例如 item", "Choose another name, such as item"),
        )
    return Each(name, found["path"])


class SaidPart(BaseModel):
    """A part of what a file of settings says; it takes no further keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Title(SaidPart):
    """What people call the document."""

    zh: str
    en: str

    @property
    def text(self) -> Text:
        """The title in both languages."""
        return Text(self.zh, self.en)


class TemplateFiles(SaidPart):
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


class Output(SaidPart):
    """One file of the deliverable, or one for `each` item of a list: its template, and its name.

    `file` and `when` are expressions over what the template sees: without a value that counts as true,
    `when` makes no file. `title` is what the name calls the file, where it is not the deliverable's title.
    With `volumes` there is one file for each volume of the tender's regime, and the regime says their names;
    `blind` is the template of one that does not show whose it is.
    `audience` is that of this file, where it has fewer readers than the deliverable; `folder` is that in
    which it lies, within the deliverable's.
    """

    template: TemplateFiles
    file: str
    title: Title | None = None
    when: str = ""
    each: Annotated[Each | None, PlainValidator(_each)] = None
    volumes: bool = False
    blind: TemplateFiles | None = None
    audience: Annotated[Audience | None, PlainValidator(_audience)] = None
    folder: Title | None = None


class Description(SaidPart):
    """What a `deliverable.yaml` says.

    `style: house` has the templates take over the styles of the workspace; without it they keep their own.
    """

    title: Title
    stage: Stage
    audience: Annotated[Audience, PlainValidator(_audience)]
    scope: Scope = Scope.DEAL
    style: Literal["house"] | None = None
    needs: tuple[Annotated[str, AfterValidator(_known_field)], ...] = ()
    personal: tuple[Annotated[str, AfterValidator(_personal_field)], ...] = ()
    gates: tuple[str, ...] = ()
    outputs: tuple[Output, ...]

    def called(self, output: Output) -> Text:
        """What people call the file of an output."""
        return (output.title or self.title).text

    def readers(self, output: Output) -> Audience:
        """Who may read the file of an output: never more people than may read the deliverable."""
        return max(self.audience, output.audience or self.audience)

    def is_paper(self, output: Output) -> bool:
        """Whether a file is made after the volumes of a bid, of which it tells."""
        return not output.volumes and any(each.volumes for each in self.outputs)
