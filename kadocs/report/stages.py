"""Where deals stand, as a table for the terminal and as plain values for JSON."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from kadocs.figures import money
from kadocs.figures.money import Money
from kadocs.findings import NOTHING, Text
from kadocs.report.standing import Standing, Total, open_totals, totals
from kadocs.tree import node

WIDEST = 10_000
"""As wide as a table may ever be, for those who read it in a file or through a pipe."""

_SHOWN = 3
"""How much of what is missing is named in a table."""

_DUE = Text("最近期限", "Next deadline")
_DATE = len("2026-11-23")
_HEADS = (
    Text("商机", "Deal"),
    Text("客户", "Account"),
    Text("阶段 / 采购步骤", "Stage / buyer step"),
    Text("关键节点", "Key node"),
    _DUE,
    Text("天数", "Days"),
    Text("金额", "Amount"),
    Text("概率", "Chance"),
)
_TOTALS = (
    Text("销售阶段", "Stage"),
    Text("币种", "Currency"),
    Text("个数", "Deals"),
    Text("金额", "Amount"),
    Text("按概率加权", "Weighted"),
)
_NUMBERS = (*_HEADS[5:], *_TOTALS[2:])
_NO_OWNER = Text("没有写客户经理", "no account manager")
_OWNER = Text("▌{owner}（{n}）", "▌{owner} ({n})")
NO_STAGE = Text("（未写阶段）", "(no stage)")
UNDER_WAY = Text("进行中合计", "Under way")
REACHED = Text("{node} ✓", "{node} ✓")
_LACKS = Text("{node} 缺 {n} 项：{what}", "{node}: {n} missing: {what}")
_MORE = Text("{what} 等", "{what}, …")
_ERRORS = Text("读取有误：{n} 个错误", "cannot be read: {n} errors")
_ERROR = Text("读取有误：1 个错误", "cannot be read: 1 error")
_NONE = Text("没有商机", "there are no deals")
_UNWEIGHTED = Text(
    "{n} 个有金额而没有概率，没有计入加权", "{n} have an amount and no chance; they are not weighted"
)
_BROKEN = Text(
    "有错误的 {n} 个商机没有计入合计，用 kadocs check 查看是哪些错误",
    "{n} with errors, which kadocs check tells, are not in the totals",
)


def text(standings: Sequence[Standing], language: str, width: int = WIDEST) -> str:
    """The deals as a table, grouped by owner, and their totals by stage; no wider than `width`."""
    if not standings:
        return _NONE.in_(language)
    found = totals(standings)
    parts = [_drawn(_HEADS, _groups(standings, language), language, width)]
    if found:
        rows = [_sums(stage_of(each), each, language) for each in found]
        rows += [_sums(UNDER_WAY, each, language) for each in open_totals(found)]
        parts.append(_drawn(_TOTALS, [rows], language, width))
    broken = sum(each.errors > 0 for each in standings)
    unweighted = sum(each.unweighted for each in found)
    parts += [_UNWEIGHTED.fill(n=unweighted).in_(language)] if unweighted else []
    parts += [_BROKEN.fill(n=broken).in_(language)] if broken else []
    return "\n\n".join(parts)


def fields(standing: Standing, language: str) -> Mapping[str, object]:
    """A deal's standing as plain values; what is not known is left out."""
    deadline, amount = standing.deadline, standing.amount
    told: dict[str, object] = {
        "deal": standing.deal,
        "file": standing.place.file,
        "cell": standing.place.cell,
        "errors": standing.errors,
        "project": standing.project,
        "account": standing.account,
        "owner": standing.owner,
        "stage": standing.stage and standing.stage.code,
        "buyer_step": standing.buyer_step and standing.buyer_step.code,
        "node": standing.node and standing.node.in_(language),
        "reached": None if standing.node is None else not standing.missing,
        "missing": [each.in_(language) for each in standing.missing],
        "deadline": deadline
        and {
            "what": deadline.title.in_(language),
            "date": deadline.day.isoformat(),
            "days": standing.days,
            "path": node.dotted(deadline.path),
        },
        "amount": amount and f"{amount.amount:f}",
        "currency": amount and amount.currency,
        "amount_of": standing.amount_of,
        "probability": standing.probability,
        "weighted": None if standing.weighted is None else f"{standing.weighted:f}",
    }
    return {key: value for key, value in told.items() if value not in (None, "", [])}


def sums(total: Total) -> Mapping[str, object]:
    """What a stage comes to, as plain values."""
    return {
        "stage": total.stage and total.stage.code,
        "currency": total.currency,
        "count": total.count,
        "amount": f"{total.amount:f}",
        "weighted": f"{total.weighted:f}",
        "unweighted": total.unweighted,
    }


def node_of(standing: Standing, shown: int | None = None) -> Text:
    """The key node of a deal, and what it still takes, of which `shown` are named."""
    if standing.node is None:
        return NOTHING
    if not standing.missing:
        return REACHED.fill(node=standing.node)
    named = standing.missing[:shown]
    what = Text("、".join(each.zh for each in named), ", ".join(each.en for each in named))
    if len(named) < len(standing.missing):
        what = _MORE.fill(what=what)
    return _LACKS.fill(node=standing.node, n=len(standing.missing), what=what)


def broken(standing: Standing) -> Text:
    """What to say of a deal that has errors."""
    return _ERROR if standing.errors == 1 else _ERRORS.fill(n=standing.errors)


def _groups(standings: Iterable[Standing], language: str) -> Iterator[list[tuple[str, ...]]]:
    """The lines of each owner, below a line with the owner's name."""
    for owner, same in groupby(standings, key=lambda each: each.owner):
        lines = [_line(each, language) for each in same]
        head = _OWNER.fill(owner=owner or _NO_OWNER, n=len(lines)).in_(language)
        yield [(head, *[""] * (len(_HEADS) - 1)), *lines]


def _line(each: Standing, language: str) -> tuple[str, ...]:
    deadline = each.deadline
    project = "" if each.project == each.deal else each.project
    steps = [step.label.in_(language) for step in (each.stage, each.buyer_step) if step]
    return (
        f"{each.deal} {project}".strip(),
        each.account,
        " / ".join(steps),
        (broken(each) if each.errors else node_of(each, _SHOWN)).in_(language),
        f"{deadline.day.isoformat()} {deadline.title.in_(language)}" if deadline else "",
        str(each.days) if deadline else "",
        money.shown(each.amount, language) if each.amount else "",
        "" if each.chance is None else f"{each.chance}%",
    )


def stage_of(total: Total) -> Text:
    """The stage of a total."""
    return total.stage.label if total.stage else NO_STAGE


def _sums(stage: Text, total: Total, language: str) -> tuple[str, ...]:
    def shown(amount: Decimal) -> str:
        return money.shown(Money(amount, total.currency), language) if total.currency else ""

    return (
        stage.in_(language),
        total.currency,
        str(total.count),
        shown(total.amount),
        shown(total.weighted),
    )


def _drawn(
    heads: Sequence[Text], groups: Iterable[Iterable[Sequence[str]]], language: str, width: int
) -> str:
    """A table with a line between groups. What is too wide goes on in the next line; no number is parted."""
    from rich import box, console, table  # heavy, and only these tables need it
    from rich.text import Text as Cell

    drawn = table.Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for head in heads:
        number = head in _NUMBERS
        drawn.add_column(
            head.in_(language),
            justify="right" if number else "left",
            no_wrap=number,
            overflow="fold",
            min_width=_DATE if head is _DUE else None,
        )
    for group in groups:
        drawn.add_section()
        for line in group:
            drawn.add_row(*(Cell(_visible(cell)) for cell in line))
    out = io.StringIO()
    console.Console(file=out, width=width, color_system=None, legacy_windows=False).print(drawn)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).strip("\n")


def _visible(text: str) -> str:
    """The text on one line, without what would move the cursor or change the terminal's colours."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
