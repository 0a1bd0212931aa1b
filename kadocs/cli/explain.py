"""`kadocs explain`: a rule's manual page."""

from __future__ import annotations

import difflib

import click

from kadocs.cli.speech import Mistake, command
from kadocs.findings import Text

_WORDS = Text(
    """解释一条规则：检查什么、为什么、依据、示例、怎么办。

    CODE 是检查结果里的编号，例如 PROP014；不写则列出全部规则。
    """,
    """Explain a rule: what it checks, why, on what basis, with an example and the way out.

    CODE is the code of a finding, such as PROP014; without it, all rules are listed.
    """,
)
_FAMILIES = {
    "NEED": Text(
        """文档需要而商机里没有的内容。

每个文档在 deliverable.yaml 的 needs 里列出缺不得的字段。
请在提示的位置填写，或用 --draft 先出草稿。""",
        """What a document needs and the deal does not hold.

Each document lists under needs, in its deliverable.yaml, the fields that it cannot do without.
Fill them in where the hint says, or make a draft with --draft.""",
    ),
    "DATA": Text(
        """商机文件读不了，或其中的值不合类型。

位置和改法见检查结果；改好文件再运行。""",
        """The file of a deal cannot be read, or a value in it is not of its type.

The finding has the place and the way out; correct the file and run again.""",
    ),
    "TPL": Text(
        """Word 模板有误，或模板用了没有的内容。

位置写明部件、标题、段落或单元格和标签；请在 Word 中修改模板。""",
        """A Word template is wrong, or prints what is not there.

The place names the part, the heading, the paragraph or cell, and the tag; correct the template in Word.""",
    ),
    "OUT": Text(
        """文档没有写成。

多为文件夹不能写、文件正被打开、重名，或缺少 LibreOffice；原有文件不受影响。""",
        """A document could not be written.

Mostly the folder cannot be written, the file is open, two documents have one name, or LibreOffice
is missing; files that were there are unchanged.""",
    ),
    "CFG": Text(
        """工作区或模板文件夹的设置有误。

请检查 kadocs.yaml、deliverable.yaml 和 --templates。""",
        """The settings of a workspace or of a folder of templates are wrong.

Check kadocs.yaml, deliverable.yaml and --templates.""",
    ),
}


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    params = [click.Argument(["code"], required=False, metavar="[CODE]")]
    return command("explain", language, _WORDS, _explain, params)


@click.pass_obj
def _explain(language: str, /, code: str | None) -> int:
    from kadocs import gates  # heavy: help must not wait for it

    rules = {rule.code: rule for rule in gates.rules()}
    if code is None:
        for rule in rules.values():
            click.echo(f"{rule.code}  {rule.title.in_(language)}")
        return 0
    wanted = code.strip().upper()
    page = rules[wanted].manual if wanted in rules else _FAMILIES.get(wanted.rstrip("0123456789"))
    if page is None:
        raise Mistake(_unknown(code, list(rules)))
    click.echo(f"{wanted}  {page.in_(language)}")
    return 0


def _unknown(code: str, known: list[str]) -> Text:
    near = difflib.get_close_matches(code.upper(), known, n=1)
    hint = (
        Text("是否想写 {n}？", "did you mean {n}?").fill(n=near[0])
        if near
        else Text("kadocs explain 列出全部规则", "kadocs explain lists all rules")
    )
    return Text("没有规则 {c}；{h}", "there is no rule {c}; {h}").fill(c=code, h=hint)
