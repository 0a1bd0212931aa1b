"""ZOPA: our range and theirs on each issue, beside each other on a scale from their advantage to ours."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kadocs.figures.money import Money
from kadocs.figures.numbers import EXACT, grouped
from kadocs.findings import Text
from kadocs.model.charts.plot import NAMELESS, Plot, Series, plot, series
from kadocs.model.charts.wording import joined, left_out, short
from kadocs.model.negotiation import Negotiation
from kadocs.model.negotiation.issue import Issue, IssueType, figure

MOST_ISSUES = 6

_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)


class _Range(NamedTuple):
    """An issue in figures: our walk-away, target and ideal, their opening, if known, and their limit."""

    topic: Text
    floor: Decimal
    target: Decimal
    ideal: Decimal
    opening: Decimal | None
    limit: Decimal
    ours: Text
    theirs: Text

    def at(self, value: Decimal) -> Decimal:
        """Where a figure stands between what is worst for us, 0, and what is best, 100."""
        known = [self.floor, self.target, self.ideal, self.limit]
        known += [] if self.opening is None else [self.opening]
        low, high = min(known), max(known)
        share = EXACT.divide(value - low, high - low) * _HUNDRED
        return (share if self.rising else _HUNDRED - share).quantize(_TENTH, context=EXACT)

    @property
    def rising(self) -> bool:
        """Whether more is better for us; where our own figures do not say, theirs do."""
        if self.ideal != self.floor:
            return self.ideal > self.floor
        return self.limit > (self.floor if self.opening is None else self.opening)


def zopa(negotiation: Negotiation | None) -> Plot | None:
    """Our range and theirs for the price and for each issue in figures, the six of most weight."""
    if negotiation is None:
        return None
    found = list(_ranges(negotiation))
    if not found:
        return None
    shown = found[:MOST_ISSUES]
    prices = sum(issue.type is IssueType.PRICE for issue in negotiation.issues)
    known = len(negotiation.issues) + (1 - prices if found[0].topic == _PRICE else 0)
    thing = Text("个议题（不是可比的数字，或议题过多）", "issues (not in figures that compare, or too many)")
    return plot(
        Text("各议题我方与对方的区间", "Our range and theirs on each issue"),
        (side.fill(t=each.topic) for each in shown for side in _SIDES),
        _rows(shown),
        note=joined(left_out(known - len(shown), thing)),
    )


_PRICE = Text("总价", "Price")
_SIDES = (Text("{t} · 我方", "{t} · we"), Text("{t} · 对方", "{t} · they"))
_OURS = Text("底线 {f}，目标 {t}，理想 {i}", "walk-away {f}, target {t}, ideal {i}")
_THEIRS = Text("底线（估）{l}", "limit (estimate) {l}")
_THEIRS_FROM = Text("开价 {o}，底线（估）{l}", "opening {o}, limit (estimate) {l}")


def _rows(shown: list[_Range]) -> list[Series]:
    """Five series, stacked: where each bar begins, our two parts, theirs, and the figures behind."""
    bars = [bar for each in shown for bar in (_ours(each), _theirs(each))]
    names = (
        NAMELESS,
        Text("我方：底线到目标", "We: walk-away to target"),
        Text("我方：目标到理想", "We: target to ideal"),
        Text("对方：开价到底线（估）", "They: opening to limit (estimate)"),
    )
    rows = [series(name, (bar[at] for bar in bars), at + 1) for at, name in enumerate(names)]
    texts = [text for each in shown for text in (each.ours, each.theirs)]
    return [*rows, series(NAMELESS, (Decimal(1) for _ in texts), 5, texts)]


_Bars = tuple[Decimal | None, ...]


def _ours(each: _Range) -> _Bars:
    floor, target, ideal = sorted(map(each.at, (each.floor, each.target, each.ideal)))
    return floor, target - floor, ideal - target, None


def _theirs(each: _Range) -> _Bars:
    opening = Decimal(0) if each.opening is None else each.at(each.opening)
    low, high = sorted((opening, each.at(each.limit)))
    return low, None, None, high - low


def _ranges(negotiation: Negotiation) -> Iterator[_Range]:
    whole = _price(negotiation)
    if whole is not None:
        yield whole
    others = [issue for issue in negotiation.issues if whole is None or issue.type is not IssueType.PRICE]
    heaviest = sorted(others, key=lambda issue: -(issue.weight or 0))
    yield from (found for issue in heaviest if (found := _issue(issue)) is not None)


def _price(negotiation: Negotiation) -> _Range | None:
    balance = negotiation.balance
    if balance is None or balance.walk_away is None or balance.their_limit is None:
        return None
    target = balance.target or negotiation.opening_price or balance.walk_away
    ideal = negotiation.opening_price or target
    texts = [_shown(amount) for amount in (balance.walk_away, target, ideal, balance.their_limit)]
    figures = (balance.walk_away.amount, target.amount, ideal.amount, None, balance.their_limit.amount)
    return _range(_PRICE, figures, (*texts[:3], "", texts[3]))


def _issue(issue: Issue) -> _Range | None:
    texts = (issue.walk_away, issue.target, issue.ideal, issue.their_open, issue.their_limit_est)
    floor, target, ideal, opening, limit = map(figure, texts)
    if floor is None or limit is None or floor[1] != limit[1]:
        return None
    others = (target, ideal, opening)
    known = [each[0] if each is not None and each[1] == floor[1] else None for each in others]
    middle = known[0] if known[0] is not None else floor[0]
    figures = (floor[0], middle, middle if known[1] is None else known[1], known[2], limit[0])
    return _range(short(issue.topic, 18), figures, texts)


def _range(
    topic: Text,
    figures: tuple[Decimal, Decimal, Decimal, Decimal | None, Decimal],
    texts: tuple[str | None, ...],
) -> _Range | None:
    if len({each for each in figures if each is not None}) < 2:
        return None
    floor, target, ideal, opening, limit = (short(text, 16) if text else Text("—", "—") for text in texts)
    ours = _OURS.fill(f=floor, t=target, i=ideal)
    theirs = _THEIRS_FROM.fill(o=opening, l=limit) if texts[3] else _THEIRS.fill(l=limit)
    return _Range(topic, *figures, ours, theirs)


def _shown(amount: Money) -> str:
    return f"{amount.currency} {grouped(amount.amount, 0)}".strip()
