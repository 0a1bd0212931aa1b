"""`kadocs bid`: what a bid comes to before it is handed in."""

from __future__ import annotations

import json as json_
import shutil
import sys

import click

from kadocs.cli import asking
from kadocs.cli.speech import Mistake, command, group
from kadocs.findings import Fault, Text, refuse

_WORDS = Text("投标测算。", "Work out what a bid comes to.")
_SCORE = Text(
    """测算价格分：我方报价与“对手报价预估”相比得多少分，是否触发异常低价审查。

    政府采购按 87 号令的公式，计小微企业和本国产品扣除；其他招标按同一公式假设测算，以招标文件为准。
    结果含机密的对手预估，只给投标组看。
    """,
    """Work out the price score beside the rivals' prices that we assume, and whether it is abnormally low.

    In government procurement by the formula and deductions of the law; elsewhere by the same formula, as an
    assumption: the tender holds. The result tells secret assumptions, and is for the bid team only.
    """,
)
_PRICE = Text("换一个我方报价试算，例如 2050万元", "Try another price of ours, such as 20500000")
_SMALL = Text("小微企业对手（可多次使用）", "A rival that is a small company; may be repeated")
_FOREIGN = Text("投非本国产品的对手（可多次使用）", "A rival with foreign products; may be repeated")
_LIKELY = Text("按最可能的报价（价格分 {p} 分）", "At the likely prices ({p} points)")
_LOWEST = Text("对手都报到预估下限（价格分 {p} 分）", "With all rivals at their lower bound ({p} points)")
_MISTAKEN = Text("--price：{m}。{h}", "--price: {m}. {h}")


def make(language: str) -> click.Command:
    """The group of commands, speaking `language`."""
    name = Text("名称", "NAME").in_(language)
    params = [
        click.Argument(["deal"], metavar=Text("商机", "DEAL").in_(language)),
        click.Option(["--price"], metavar=Text("金额", "AMOUNT").in_(language), help=_PRICE.in_(language)),
        click.Option(["--small"], multiple=True, metavar=name, help=_SMALL.in_(language)),
        click.Option(["--foreign"], multiple=True, metavar=name, help=_FOREIGN.in_(language)),
        asking.as_of(language),
        asking.json(language),
    ]
    return group("bid", language, _WORDS, [], [command("score", language, _SCORE, _score, params)])


@click.pass_obj
def _score(
    language: str,
    /,
    deal: str,
    price: str | None,
    small: tuple[str, ...],
    foreign: tuple[str, ...],
    as_of: str | None,
    json: bool,
) -> int:
    from kadocs.figures.money import Money  # these are heavy, and help must not wait for them
    from kadocs.findings import Place, Refused
    from kadocs.gates.bid.simulation import Assumed, simulate
    from kadocs.report import score

    loaded = asking.deal(deal, asking.workspace((deal,)).defaults)
    if loaded.deal is None:
        raise Refused(loaded.findings)
    try:
        ours = Money.parse(price) if price is not None else None
    except Fault as fault:
        raise Mistake(_MISTAKEN.fill(m=fault.message, h=fault.hint)) from None
    day = asking.day(as_of)
    try:
        likely, lowest = (
            simulate(loaded.deal, day, Assumed(ours, bound, small, foreign)) for bound in (False, True)
        )
    except Fault as fault:
        raise refuse("BID047", Place(deal), fault.message, fault.hint) from None
    if json:
        told = {"likely": score.fields(likely, language), "lowest": score.fields(lowest, language)}
        click.echo(json_.dumps(told, ensure_ascii=False, indent=2))
        return 0
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 200
    click.echo(score.text(likely, _LIKELY, language, width) + "\n")
    click.echo(score.text(lowest, _LOWEST, language, width) + "\n")
    for note in likely.notes:
        click.echo(note.in_(language))
    return 0
