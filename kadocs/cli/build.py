"""`kadocs build`: the documents of deals."""

from __future__ import annotations

from pathlib import Path

import click

from kadocs.cli import asking, output
from kadocs.cli.speech import command
from kadocs.findings import Text

_WORDS = Text(
    """检查商机并生成文档。

    DELIVERABLE 是文档的名称，例如 proposal（解决方案建议书），可以写多个，用空格或逗号分开；all 是商机
    已具备内容的全部文档，还缺内容的会说明缺什么。商机是一个文件，或含 deal.yaml、deal.xlsx 的文件夹；
    在工作区内可以省略，即全部商机。一份文档有错误时只有它不生成，其他照常。
    """,
    """Check deals and make their documents.

    DELIVERABLE is the document's name, such as proposal; several are separated by blanks or commas; all
    are those for which the deal holds what they need, and of the others it is told what is missing. A deal
    is a file, or a folder with a deal.yaml or deal.xlsx; in a workspace it may be left out, which means
    all of them. A document with errors is not made; the others are.
    """,
)
_OUT = Text("输出文件夹", "The folder to write to")
_DRAFT = Text("草稿：缺少的内容标为【待补充】，并列出清单", "A draft: what is missing is marked and listed")
_PDF = Text("同时生成 PDF（需要 LibreOffice）", "Make PDF files too (needs LibreOffice)")
_PDF_ONLY = Text("只生成 PDF，不留 Word 和 Excel 文件", "Make PDF files only, no Word or Excel files")
_PAGES = Text("目录是否带页码（需要 LibreOffice）", "Whether contents get page numbers (needs LibreOffice)")


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    folder = Text("文件夹", "DIR").in_(language)
    params = [
        click.Argument(["deliverable"], metavar="DELIVERABLE…"),
        asking.deals(language),
        click.Option(["--out"], metavar=folder, help=_OUT.in_(language)),
        asking.lang(language),
        click.Option(["--draft"], is_flag=True, help=_DRAFT.in_(language)),
        click.Option(["--pdf"], is_flag=True, help=_PDF.in_(language)),
        click.Option(["--pdf-only"], is_flag=True, help=_PDF_ONLY.in_(language)),
        click.Option(["--pages/--no-pages"], default=True, help=_PAGES.in_(language)),
        asking.as_of(language),
        asking.style(language),
        asking.templates(language),
        asking.json(language),
    ]
    return command("build", language, _WORDS, _build, params)


@click.pass_obj
def _build(
    language: str,
    /,
    deliverable: str,
    deals: tuple[str, ...],
    out: str | None,
    lang: str | None,
    as_of: str | None,
    style: str | None,
    templates: tuple[str, ...],
    json: bool,
    **switches: bool,
) -> int:
    from kadocs import pipeline  # heavy, as below: help must not wait for it

    around = asking.workspace(deals)
    shelf = (*map(Path, templates), *around.templates)
    names, rest = asking.documents((deliverable, *deals), shelf, around)
    request = pipeline.Request(
        deals=asking.paths(rest, around),
        as_of=asking.day(as_of),
        deliverables=names,
        out=Path(out) if out else around.out,
        templates=shelf,
        defaults=around.defaults,
        strangers=asking.strangers(around),
        look=asking.look(style, around),
        language=lang or "",
        **switches,
    )
    result = pipeline.build(request)
    output.outcome(result, language, json=json)
    return 0 if result.done else 1
