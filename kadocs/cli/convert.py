"""`kadocs convert`: a deal in another format."""

from __future__ import annotations

import click

from kadocs.cli import asking, output, writing
from kadocs.cli.speech import LANGUAGES, command
from kadocs.findings import Text

_WORDS = Text(
    """把商机转成另一种格式：YAML、Excel 和 JSON 之间任意转换，内容不变。

    OUT 的扩展名决定格式：.yaml、.xlsx 或 .json。注释、include 和版式不保留；有错误的商机不转换。
    """,
    """Write a deal in another format: between YAML, Excel and JSON, with the same content.

    The name of OUT says which: .yaml, .xlsx or .json. Comments, includes and layout are not kept; a deal
    with errors is not converted.
    """,
)
_LANG = Text("标题和选项的语言；不写则随商机", "The language of titles and choices, if not that of the deal")


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    params = [
        click.Argument(["deal"], metavar=Text("商机", "DEAL").in_(language)),
        click.Argument(["out"], metavar="OUT"),
        click.Option(["--lang"], type=click.Choice(LANGUAGES), help=_LANG.in_(language)),
    ]
    return command("convert", language, _WORDS, _convert, params)


@click.pass_obj
def _convert(language: str, /, deal: str, out: str, lang: str | None) -> int:
    from kadocs import pack  # heavy, as below: help must not wait for it
    from kadocs.findings import blocks
    from kadocs.sources.conversion import FORMATS, converted

    writing.target(out, FORMATS)
    loaded = asking.deal(deal)
    path = writing.target(out, FORMATS, loaded.files)
    if loaded.deal is None or blocks(loaded.findings):
        output.findings(loaded.findings, language, json=False)
        return 1
    data = converted(loaded.node, path.suffix.lower(), lang or loaded.deal.language.code)
    pack.write(path, data)
    output.written(path.as_posix(), loaded.findings, language)
    return 0
