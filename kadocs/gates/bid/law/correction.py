"""Figures of a bid that contradict each other: the steps in which they are corrected, and where each leads.

What the evaluators make of a contradiction is theirs to say; kadocs names the steps in the order of the law
and the total to which each would lead, and never one as the outcome.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kadocs.figures.capitals import parse_capitals
from kadocs.figures.money import Money
from kadocs.findings import Fault, Text
from kadocs.gates.bid.law.ground import in_full, quoted
from kadocs.gates.procurement import government
from kadocs.gates.wording import amount
from kadocs.model import Deal
from kadocs.model.bid import Bid
from kadocs.tree.node import Path

_FACTORS = (10, 100, 1000)


class Stated(NamedTuple):
    """The total of a bid as its parts say it."""

    opening: Money | None = None
    letter: Money | None = None
    words: Money | None = None
    lines: Money | None = None
    shifted: bool = False
    """Whether one line with its decimal point moved would explain the difference of total and lines."""


class Step(NamedTuple):
    """A step of the correction: what holds, and the total that would follow, if the parts say one."""

    no: int
    rule: Text
    total: Money | None


def stated(deal: Deal) -> Stated:
    """The totals that the deal gives in figures and in words, and the sum of its lines."""
    bid, lines = deal.bid or Bid(), quoted(deal)
    opening, letter = in_full(bid.opening_price, deal), in_full(bid.letter_price, deal)
    first = government(deal) or letter is None
    total = (opening if first else letter) or letter
    said = (bid.opening_capitals if first else bid.letter_capitals) or bid.letter_capitals
    each = [item.total for item in deal.quote.items] if deal.quote is not None else []
    return Stated(opening, letter, worth(said, total or lines), lines, _shifted(total, lines, each))


def worth(said: str | None, beside: Money | None) -> Money | None:
    """The amount that 大写 say, in the currency and tax of the figures `beside` them; None if unreadable."""
    if said is None or beside is None:
        return None
    try:
        return Money(parse_capitals(said), beside.currency, beside.tax)
    except Fault:
        return None


def tender_steps(found: Stated, *, equipment: bool = False) -> tuple[Step, ...]:
    """The steps of 评标委员会和评标方法暂行规定 (12号令), art. 19; of the 2017 form too for `equipment`."""
    total = found.letter or found.opening
    steps = [
        Step(
            1,
            Text("大写与小写不一致，以大写为准", "words before figures"),
            found.words if found.words is not None else total,
        ),
        Step(
            2,
            Text("总价与单价汇总不一致，以单价计算结果为准", "the lines before the total"),
            found.lines,
        ),
    ]
    if found.shifted:
        steps.append(
            Step(
                3,
                Text("单价小数点明显错误，以总价为准并改单价", "misplaced decimals: the total holds"),
                total,
            )
        )
    if equipment and found.letter is not None:
        steps.insert(
            0,
            Step(
                0,
                Text("各部分不一致，以投标函为准", "the letter of bid before other parts"),
                found.letter,
            ),
        )
    return _numbered(steps)


def government_steps(found: Stated) -> tuple[Step, ...]:
    """The steps of 财政部令第87号, art. 59, in its order; the bidder confirms the outcome, or is out."""
    total = found.opening or found.letter
    steps = [
        Step(
            1,
            Text("其他部分与开标一览表不一致，以开标一览表为准", "the opening summary first"),
            total,
        ),
        Step(2, Text("大写与小写不一致，以大写为准", "words before figures"), found.words or total),
        Step(
            3,
            Text(
                "小数点、百分比明显错位，以开标一览表总价为准并改单价", "misplaced decimals: the total holds"
            ),
            total if found.shifted else None,
        ),
        Step(4, Text("总价与单价汇总不一致，以单价计算结果为准", "the lines before the total"), found.lines),
    ]
    return _numbered(steps)


def candidates(steps: tuple[Step, ...]) -> tuple[Money, ...]:
    """The different totals to which the steps lead, in their order."""
    return tuple(dict.fromkeys(step.total.rounded() for step in steps if step.total is not None))


def told(steps: tuple[Step, ...]) -> Text:
    """The steps in one line, each with its total."""
    shown = [_SHOWN.fill(n=step.no, r=step.rule, t=amount(step.total)) for step in steps if step.total]
    return Text("；".join(each.zh for each in shown), "; ".join(each.en for each in shown))


def prices(deal: Deal) -> Iterator[tuple[Path, Money, str | None]]:
    """The totals in letter and opening summary, and the words beside them."""
    bid = deal.bid or Bid()
    for part in ("letter", "opening"):
        total = in_full(getattr(bid, f"{part}_price"), deal) or quoted(deal)
        if total is not None:
            yield ("bid", f"{part}_capitals"), total, getattr(bid, f"{part}_capitals")


_SHOWN = Text("（{n}）{r}：{t}", "({n}) {r}: {t}")


def _numbered(steps: list[Step]) -> tuple[Step, ...]:
    return tuple(step._replace(no=number) for number, step in enumerate(steps, start=1))


def _shifted(total: Money | None, lines: Money | None, each: list[Money]) -> bool:
    if total is None or lines is None or total.currency != lines.currency:
        return False
    gap = total.amount - lines.amount
    return bool(gap) and any(
        gap in (line.amount * (factor - 1), line.amount / factor - line.amount)
        for line in each
        for factor in _FACTORS
        if line.amount
    )
