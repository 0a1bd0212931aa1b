"""`kadocs template`: what is wrong with a template, what it uses, and a new one."""

from __future__ import annotations

import json as json_
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kadocs.cli import asking, new, output
from kadocs.cli.speech import Mistake, command, group
from kadocs.findings import Text

if TYPE_CHECKING:  # heavy at run time
    from kadocs.findings import Finding
    from kadocs.model.shape import Shape
    from kadocs.render.usage import Field
    from kadocs.templates import Source

_WORDS = Text(
    "检查 Word 和 Excel 模板，列出它用到的字段。",
    "Check Word and Excel templates, and list the fields that they use.",
)
_CHECK = Text(
    """检查模板的标签，一次说出全部问题，每个都带位置和改法。

    TEMPLATE 是一个 .docx 或 .xlsx 文件，或文档的名称，例如 proposal；是文档时，还按数据模型和读者范围检查
    每个字段。
    """,
    """Check a template's tags: every problem in one run, each with its place and the way out.

    TEMPLATE is a .docx or .xlsx file, or the name of a deliverable such as proposal, whose templates are also
    compared, field by field, with the model of deals and with what their audience may see.
    """,
)
_FIELDS = Text(
    """列出模板用到的字段和推断的类型。

    TEMPLATE 是一个 .docx 或 .xlsx 文件，或文档的名称。* 号表示必须有值。--json 输出 JSON Schema。
    """,
    """List the fields that a template uses, with their kinds as inferred.

    TEMPLATE is a .docx or .xlsx file, or the name of a deliverable. A * marks what must have a value. --json
    prints a JSON Schema.
    """,
)
_ANNOTATE = Text(
    "把问题写成批注，另存为这个 Word 文件；有几个模板时，文件名后加模板名",
    "Write the problems as comments into this copy; with several templates, their names are added",
)
_FILES = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".xlsx", ".xltx", ".xlsm", ".xltm", ".xls")


def make(language: str) -> click.Command:
    """The group of commands, speaking `language`."""
    name = click.Argument(["name"], metavar="TEMPLATE")
    copy = click.Option(["--annotate"], metavar="OUT.docx", help=_ANNOTATE.in_(language))
    common = [asking.templates(language), asking.json(language)]
    return group(
        "template",
        language,
        _WORDS,
        [],
        [
            command("check", language, _CHECK, _check, [name, copy, *common]),
            command("fields", language, _FIELDS, _fields, [name, *common]),
            new.make(language),
            new.section(language),
            new.style(language),
        ],
    )


@click.pass_obj
def _check(language: str, /, name: str, annotate: str | None, templates: tuple[str, ...], json: bool) -> int:
    from kadocs.findings import blocks  # heavy, as below: help must not wait for it
    from kadocs.pipeline.templates import wrong

    found = [(source, wrong(source, schema)) for source, schema in _chosen(name, templates)]
    findings = [finding for _, each in found for finding in each]
    written = list(_annotated(annotate, found, language)) if annotate else []
    output.findings(findings, language, json=json)
    for path in written if not json else []:
        output.written(path.as_posix(), [], language)
    return 1 if blocks(findings) else 0


@click.pass_obj
def _fields(language: str, /, name: str, templates: tuple[str, ...], json: bool) -> int:
    from kadocs.pipeline.templates import opened  # heavy, as below: help must not wait for it
    from kadocs.render.usage import json_schema

    fields = {source.name: opened(source).fields() for source, _ in _chosen(name, templates)}
    if json:
        schemas = {source: json_schema(each) for source, each in fields.items()}
        told = schemas if len(schemas) > 1 else next(iter(schemas.values()))
        click.echo(json_.dumps(told, ensure_ascii=False, indent=2))
        return 0
    for source, each in fields.items():
        if len(fields) > 1:
            click.echo(source)
        click.echo("\n".join(_lines(each, language)))
    return 0


def _chosen(name: str, own: tuple[str, ...]) -> list[tuple[Source, Shape | None]]:
    """The templates that a name stands for, each with what it may use if they are a deliverable's."""
    from kadocs import deliverables  # heavy, as below: help must not wait for it
    from kadocs import templates as files
    from kadocs.pipeline import templates

    if Path(name).is_file() or name.lower().endswith(_FILES):
        return [(files.alone(Path(name)), None)]
    around = asking.workspace(())
    shelf = deliverables.shelf((*map(Path, own), *around.templates))
    found = deliverables.load(name, shelf, around.look)
    return [*templates.of(found), *templates.forms(found)]


def _annotated(out: str, found: Sequence[tuple[Source, list[Finding]]], language: str) -> Iterator[Path]:
    """Writes a copy of each template that has findings, and gives its path."""
    from kadocs import pack  # heavy, as below: help must not wait for it
    from kadocs.render.templates import is_workbook
    from kadocs.render.word.annotate import annotated

    path = Path(out)
    if path.suffix.lower() != ".docx":
        raise Mistake(Text("--annotate 要写 .docx 文件", "--annotate wants the name of a .docx file"))
    if any(is_workbook(source.name) for source, findings in found if findings):
        raise Mistake(Text("--annotate 只用于 Word 模板", "--annotate is for Word templates only"))
    for source, findings in found:
        if findings:
            stem = path.stem if len(found) == 1 else f"{path.stem}-{Path(source.name).stem}"
            copy = path.with_name(f"{stem}.docx")
            pack.write(copy, annotated(source.data, findings, language, source.name))
            yield copy


def _lines(fields: Sequence[Field], language: str, indent: str = "") -> Iterator[str]:
    from kadocs.render.usage import TITLES

    for each in fields:
        kind = TITLES[each.kind].zh if language == "zh" else each.kind.value
        yield f"{indent}{each.name or '-'}  {kind}{' *' if each.always else ''}"
        yield from _lines(each.fields or ((each.item,) if each.item else ()), language, indent + "  ")
