"""Figures that a deal states, beside those that follow from its others; names that must be one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from kadocs.figures.capitals import capitals, parse_capitals
from kadocs.figures.money import Money
from kadocs.figures.numbers import percent
from kadocs.figures.text import folded
from kadocs.figures.words import words
from kadocs.findings import Fault, Text
from kadocs.gates.rule import Breach
from kadocs.gates.wording import amount, day
from kadocs.tree.node import Path


def compare(path: Path, stated: Money | None, worked_out: Money | None, what: Text) -> Iterator[Breach]:
    """A breach where the stated amount, to the cent, is not the one worked out."""
    if stated is None or worked_out is None or stated.rounded().amount == worked_out.amount:
        return
    difference = stated.rounded().amount - worked_out.amount
    yield Breach(
        path,
        Text("{w}填的是 {a}，算出来是 {b}", "{w} says {a}, but comes to {b}").fill(
            w=what, a=amount(stated.rounded()), b=amount(worked_out)
        ),
        Text(
            "相差 {d}；请改正其中一个，或删去填写的数，由 kadocs 计算",
            "They differ by {d}; correct one, or delete the stated figure and let kadocs work it out",
        ).fill(d=amount(Money(abs(difference), worked_out.currency))),
    )


def spelled(path: Path, said: str | None, total: Money | None) -> Iterator[Breach]:
    """A breach where a total in words is not `total`: in 人民币大写 for yuan, in English words otherwise."""
    if said is None or total is None:
        return
    try:
        worth = _worth(said, total)
    except Fault as fault:
        yield Breach(path, fault.message, fault.hint)
        return
    if worth != total.amount:
        right = _in_words(total)
        yield Breach(
            path,
            Text("大写金额与总价 {t} 不一致", "the words do not say the total, {t}").fill(t=amount(total)),
            Text("应为：{w}", "They should be: {w}").fill(w=right),
        )


def whole(path: Path, shares: Sequence[Decimal | None], what: Text) -> Iterator[Breach]:
    """A breach where the shares do not add up to 100 %; none where there are no shares."""
    known = [share for share in shares if share is not None]
    if known and (total := sum(known, Decimal(0))) != 1:
        yield Breach(
            path,
            Text("{w}合计为 {p}，应为 100%", "{w} add up to {p}, not 100%").fill(w=what, p=percent(total)),
            Text("请补上漏掉的付款节点，或改正比例", "Add the payment that is missing, or correct a share"),
        )


def comparable(one: Money | None, other: Money | None) -> bool:
    """Whether both amounts are known, in one currency, and not one with tax and the other without."""
    if one is None or other is None:
        return False
    return _agree(one.currency, other.currency) and _agree(one.tax, other.tax)


def above(one: Money | None, other: Money | None) -> bool:
    """Whether `one` is more than `other`, to the cent; amounts that cannot be compared are not."""
    if one is None or other is None or not comparable(one, other):
        return False
    return one.rounded().amount > other.rounded().amount


def unequal(one: Money | None, other: Money | None) -> bool:
    """Whether the amounts differ, to the cent; amounts that cannot be compared do not."""
    return above(one, other) or above(other, one)


class Dated(NamedTuple):
    """A day, or a moment, in the course of a deal: its field, what it is, and when."""

    path: Path
    what: Text
    when: date | None


def in_order(days: Iterable[Dated]) -> Iterator[Breach]:
    """A breach for each of `days` that is before an earlier one; those not known are passed over.

    They are all days, or all moments.
    """
    last: Dated | None = None
    for each in days:
        if each.when is None:
            continue
        if last is not None and last.when is not None and each.when < last.when:
            yield Breach(
                each.path,
                Text("{b}（{y}）早于{a}（{x}）", "{b}, {y}, is before {a}, {x}").fill(
                    b=each.what, y=_told(each.when), a=last.what, x=_told(last.when)
                ),
                Text("请改正写错的日期", "Correct the date that is wrong"),
            )
        else:
            last = each


def late(each: Dated, limit: Dated) -> Iterator[Breach]:
    """A breach where the day is after the `limit`."""
    if each.when is not None and limit.when is not None and each.when > limit.when:
        yield Breach(
            each.path,
            Text("{a}（{x}）晚于{b}（{y}）", "{a}, {x}, is after {b}, {y}").fill(
                a=each.what, x=_told(each.when), b=limit.what, y=_told(limit.when)
            ),
            Text("请改正写错的日期", "Correct the date that is wrong"),
        )


def same(one: str | None, other: str | None) -> bool:
    """Whether both are given and are one name."""
    return bool(one) and bool(other) and folded(one or "") == folded(other or "")


def _told(when: date) -> Text:
    if not isinstance(when, datetime):
        return day(when)
    hour = when.strftime("%H:%M")
    return Text("{d} {h}", "{d}, {h}").fill(d=day(when.date()), h=hour)


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _worth(text: str, total: Money) -> Decimal:
    """The amount that the words say; for words other than 大写, the total if they spell it, else -1."""
    if total.currency == "CNY":
        return parse_capitals(text)
    return total.amount if text.split() == _in_words(total).split() else Decimal(-1)


def _in_words(total: Money) -> str:
    return capitals(total.amount) if total.currency == "CNY" else words(total.amount, total.currency)
