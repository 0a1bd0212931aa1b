"""`kadocs explain`: the manual page of a code."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

import click

from kadocs.cli.speech import Mistake, command
from kadocs.findings import Severity, Text

if TYPE_CHECKING:  # heavy at run time
    from kadocs.model.choice import Choice

_WORDS = Text(
    """解释一个编号：检查什么、为什么、示例、怎么办。

    CODE 是检查结果里的编号，例如 PROP014；不写则列出全部编号。
    """,
    """Explain a code: what is checked, why, with an example and the way out.

    CODE is the code of a finding, such as PROP014; without it, all codes are listed.
    """,
)
_LEVELS = {
    Severity.ERROR: Text("错误，改正之前不生成文件", "error: nothing is made until it is corrected"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.INFO: Text("提示", "note"),
}
# The rooms that keep the manual pages of their findings; those of rules stand with the rules.
_MANUALS = (
    "kadocs.tree.manual",
    "kadocs.sources.manual",
    "kadocs.sources.excel.manual",
    "kadocs.sources.register.manual",
    "kadocs.gates.needs",
    "kadocs.gates.workable",
    "kadocs.render.word.manual",
    "kadocs.render.excel.manual",
    "kadocs.audit.manual",
    "kadocs.audit.blind.manual",
    "kadocs.pipeline.manual",
)


def make(language: str) -> click.Command:
    """The command, speaking `language`."""
    params = [click.Argument(["code"], required=False, metavar="[CODE]")]
    return command("explain", language, _WORDS, _explain, params)


@click.pass_obj
def _explain(language: str, /, code: str | None) -> int:
    known = pages()
    if code is None:
        for each, page in known.items():
            click.echo(f"{each}  {page.in_(language).splitlines()[0]}")
        return 0
    wanted = code.strip().upper()
    if wanted not in known:
        raise Mistake(_unknown(code, list(known)))
    click.echo(f"{wanted}  {known[wanted].in_(language)}")
    if standing := _standing(wanted):
        click.echo("\n" + standing.in_(language))
    return 0


def pages() -> dict[str, Text]:
    """The manual page of every code: of rules first, then of all other findings."""
    from kadocs import gates  # heavy: help must not wait for it

    found = {code: page for room in _MANUALS for code, page in import_module(room).PAGES.items()}
    return {**{rule.code: rule.manual for rule in gates.rules()}, **dict(sorted(found.items()))}


def _standing(code: str) -> Text | None:
    """Of a rule: how sure its ground is, and for what and when it is in force; of other codes nothing."""
    from kadocs import gates

    rule = next((each for each in gates.rules() if each.code == code), None)
    if rule is None:
        return None
    lines = [
        *([Text("后果：{e}。", "Consequence: {e}.").fill(e=_listed(rule.effects))] if rule.effects else []),
        Text("级别：{s}。", "Level: {s}.").fill(s=_LEVELS[rule.severity]),
        Text("把握：{c}。", "Certainty: {c}.").fill(c=rule.certainty.label),
    ]
    if rule.regimes:
        lines.append(Text("适用：{r}。", "Applies to: {r}.").fill(r=_listed(rule.regimes)))
    if rule.since:
        lines.append(Text("自 {d} 起施行。", "In force from {d}.").fill(d=rule.since))
    if rule.until:
        lines.append(Text("施行至 {d}。", "In force until {d}.").fill(d=rule.until))
    return Text("\n".join(line.zh for line in lines), "\n".join(line.en for line in lines))


def _listed(choices: Iterable[Choice]) -> Text:
    chosen = tuple(choices)
    return Text("；".join(each.zh for each in chosen), "; ".join(each.en for each in chosen))


def _unknown(code: str, known: list[str]) -> Text:
    near = _nearest(code.strip().upper(), known)
    hint = (
        Text("是否想写 {n}？", "did you mean {n}?").fill(n=near)
        if near
        else Text("kadocs explain 列出全部编号", "kadocs explain lists all codes")
    )
    return Text("没有编号 {c}；{h}", "there is no code {c}; {h}").fill(c=code, h=hint)


def _nearest(code: str, known: list[str]) -> str:
    """The code that was most likely meant: of the same letters with the nearest number, else one like it."""
    family = code.rstrip("0123456789")
    number = int(code[len(family) :] or 0)
    kin = [each for each in known if each.rstrip("0123456789") == family]
    if kin:
        return min(kin, key=lambda each: abs(int(each[len(family) :]) - number))
    return next(iter(difflib.get_close_matches(code, known, n=1)), "")
