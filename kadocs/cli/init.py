"""`kadocs init`: a workspace to begin with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kadocs.cli.speech import command
from kadocs.findings import Text

_WORDS = Text(
    """新建工作区：kadocs.yaml 和一个可以直接生成文档的示例商机。

    文件夹可以已经存在，但已有的文件不会被改动。
    """,
    """Make a workspace: kadocs.yaml, and an example deal that documents can be made of at once.

    The folder may exist already; files in it are never changed.
    """,
)
# An offer of some fixed day would have expired when the example is first built.
_TODAY = b"__TODAY__"
_MADE = Text("已新建 {f}", "made {f}")
_KEPT = Text("已有 {f}，未改动", "{f} is there already and was not changed")
_NEXT = Text(
    """
接下来：
  cd {d}
  kadocs build proposal        由示例商机生成建议书
  编辑 kadocs.yaml             填写自己的公司
  编辑 deals/example/deal.yaml 改成自己的商机，或放入 deal.xlsx
  kadocs template new 名称     在 templates/ 里新建自己的文档
""",
    """
Next:
  cd {d}
  kadocs build proposal        a proposal of the example deal
  edit kadocs.yaml             your own company
  edit deals/example/deal.yaml your own deal; a deal.xlsx will do as well
  kadocs template new NAME     a document of your own, in templates/
""",
)


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    params = [click.Argument(["folder"], metavar="DIR")]
    return command("init", language, _WORDS, _init, params)


@click.pass_obj
def _init(language: str, /, folder: str) -> int:
    from importlib.resources import files  # heavy, as below: help must not wait for it

    from kadocs import pack

    target = Path(folder)
    pack.ready(target)
    starter = Path(str(files("kadocs"))) / "cli" / "starter" / language
    for source in sorted(path for path in starter.rglob("*") if path.is_file()):
        path = target / source.relative_to(starter)
        if path.exists():
            click.echo(_KEPT.fill(f=path.as_posix()).in_(language))
            continue
        pack.write(path, source.read_bytes().replace(_TODAY, date.today().isoformat().encode()))
        click.echo(_MADE.fill(f=path.as_posix()).in_(language))
    pack.ready(target / "templates")
    click.echo(_NEXT.fill(d=folder).in_(language), nl=False)
    return 0
