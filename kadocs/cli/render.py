"""`kadocs render`: any Word or Excel template, any data."""

from __future__ import annotations

from pathlib import Path

import click

from kadocs.cli import output, writing
from kadocs.cli.speech import LANGUAGES, Mistake, command
from kadocs.findings import Text

_WORDS = Text(
    """用任意 YAML 或 JSON 数据填写任意 Word 或 Excel 模板。

    不需要商机，也不检查规则；模板语法与 docxtpl 相同。图片和要收入的 Word 文件，按数据或模板所在
    文件夹里的路径读取。
    """,
    """Fill any Word or Excel template from any YAML or JSON file.

    It takes no deal and checks no rules; the templates' syntax is that of docxtpl. Pictures, and Word files
    to include, are read by their paths in the folder of the data or of the template.
    """,
)
_OUT = Text("写到这个文件", "The file to write")
_WRONG_KIND = Text("-o 要写 {k} 文件，不是 {f}", "-o wants the name of a {k} file, not {f}")
_WORKBOOKS = (".xlsx", ".xltx")
_ITSELF = Text(
    "-o 是模板或数据文件本身（{f}），会被覆盖；请换一个文件名",
    "-o is the template or the data itself ({f}), and would replace it; choose another name",
)
_LANG = Text("数字、日期的写法所用的语言", "The language in which numbers and dates are written")


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    params = [
        click.Argument(["template"], metavar="TEMPLATE"),
        click.Argument(["data"], metavar="DATA"),
        click.Option(["-o", "--out"], required=True, metavar="OUT", help=_OUT.in_(language)),
        click.Option(["--lang"], type=click.Choice(LANGUAGES), default="zh", help=_LANG.in_(language)),
    ]
    return command("render", language, _WORDS, _render, params)


@click.pass_obj
def _render(language: str, /, template: str, data: str, out: str, lang: str) -> int:
    _refuse_target(Path(out), Path(template), Path(data))
    from kadocs import pack, sources, templates  # heavy, as below: help must not wait for it
    from kadocs.findings import Finding
    from kadocs.render.limits import USUAL
    from kadocs.render.templates import compiled, is_workbook

    warnings: list[Finding] = []
    source = templates.alone(Path(template))
    around = Path(data).parent
    included = sources.Beside((*source.folders, around), USUAL.file)
    named = sources.Beside((around, *source.folders), USUAL.file)
    document = compiled(source.data, source.name, included).render(
        sources.data(Path(data)), language=lang, warnings=warnings, files=named
    )
    if is_workbook(template):
        from kadocs import office

        document, told = office.calculated(document, source.name)
        warnings += told
    pack.write(Path(out), document)
    output.written(Path(out).as_posix(), warnings, language)
    return 0


def _refuse_target(out: Path, template: Path, data: Path) -> None:
    """Raises `Mistake` where what is to be written is of another kind, or would replace what is read."""
    kind = ".xlsx" if template.suffix.lower() in _WORKBOOKS else ".docx"
    if out.suffix.lower() != kind:
        raise Mistake(_WRONG_KIND.fill(f=out, k=kind))
    if any(writing.same(out, each) for each in (template, data)):
        raise Mistake(_ITSELF.fill(f=out))
