"""The price in negotiation: how it comes down, and what stays in our pocket."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kadocs.findings import Text
from kadocs.model.charts.beginning import axis
from kadocs.model.charts.plot import NAMELESS, Plot, plot, series
from kadocs.model.charts.wording import in_unit, joined, left_out, short, unit
from kadocs.model.negotiation import Negotiation
from kadocs.model.quote import Quote
from kadocs.model.quote.waterfall import WaterfallStep

MOST_STEPS = 14

_POCKET = Text("口袋价", "Pocket price")


class _Bar(NamedTuple):
    """A bar of the waterfall: a price that stands on the ground, or a step between two of them."""

    name: Text
    before: Decimal
    after: Decimal
    whole: bool


def waterfall(quote: Quote | None) -> Plot | None:
    """From the list price step by step to the pocket price; None where a step leads below zero."""
    bars = list(_bars(quote.waterfall)) if quote and quote.waterfall else []
    if not bars or any(bar.after < 0 for bar in bars):
        return None
    if not bars[-1].whole:
        bars.append(_Bar(_POCKET, bars[-1].after, bars[-1].after, True))
    cut = bars if len(bars) <= MOST_STEPS else [*bars[: MOST_STEPS - 1], bars[-1]]
    ends, note = axis([bar.after for bar in cut])
    assert quote is not None
    return plot(
        Text("价格瀑布：从目录价到口袋价", "Price waterfall: from list price to pocket price"),
        (bar.name for bar in cut),
        [
            series(NAMELESS, (_base(bar) for bar in cut), 1, [_label(bar) for bar in cut]),
            series(Text("价格", "Price"), (bar.after if bar.whole else None for bar in cut), 2),
            series(Text("扣减", "Less"), (_step(bar, -1) for bar in cut), 3),
            series(Text("增加", "More"), (_step(bar, 1) for bar in cut), 4),
        ],
        unit=unit(step.amount for step in quote.waterfall),
        axis=ends,
        note=joined(note, left_out(len(bars) - len(cut), Text("步", "steps"))),
    )


def concession_steps(negotiation: Negotiation | None) -> Plot | None:
    """The price of the first offer and of each round, above our walk-away."""
    if negotiation is None or not negotiation.concession_steps:
        return None
    steps = negotiation.concession_steps[:MOST_STEPS]
    rows = [(Text("第{n}轮", "Round {n}").fill(n=step.round), step.price) for step in steps]
    if negotiation.opening_price is not None:
        rows.insert(0, (Text("首次报价", "First offer"), negotiation.opening_price))
    floor = negotiation.balance.walk_away if negotiation.balance else None
    prices = [price.amount for _, price in rows]
    ends, note = axis([*prices, *([floor.amount] if floor else [])])
    return plot(
        Text("让步阶梯：各轮含税报价", "Concessions: the price with tax, round by round"),
        (name for name, _ in rows),
        [
            series(Text("含税报价", "Price with tax"), prices, 1),
            series(Text("我方底线价", "Our walk-away"), (floor.amount if floor else None for _ in rows), 2),
        ],
        unit=unit(price for _, price in rows),
        axis=ends,
        note=joined(note, left_out(len(negotiation.concession_steps) - len(steps), Text("轮", "rounds"))),
    )


def _bars(steps: tuple[WaterfallStep, ...]) -> Iterator[_Bar]:
    total = Decimal(0)
    for number, step in enumerate(steps):
        before = total
        if not step.subtotal:
            total += step.amount.amount
        yield _Bar(short(step.step), before, total, step.subtotal or number == 0)


def _base(bar: _Bar) -> Decimal | None:
    return None if bar.whole else min(bar.before, bar.after)


def _label(bar: _Bar) -> Text | None:
    return None if bar.whole else in_unit(bar.after - bar.before)


def _step(bar: _Bar, direction: int) -> Decimal | None:
    change = bar.after - bar.before
    return None if bar.whole or change * direction <= 0 else abs(change)
