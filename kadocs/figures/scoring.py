"""How a price is judged in a tender: its score, its deductions, and whether it is abnormally low."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kadocs.figures.numbers import EXACT, half_up

HALF = Decimal("0.5")
CEILING_SHARE = Decimal("0.45")


def score(lowest: Decimal, price: Decimal, points: Decimal) -> Decimal:
    """The points of `price` beside the `lowest` valid one, to 2 places: lowest / price × points.

    财政部令第87号, art. 55. Prices are those of the evaluation, after deductions, and above zero.
    """
    return half_up(EXACT.divide(EXACT.multiply(lowest, points), price), 2)


def deducted(price: Decimal, *rates: Decimal) -> Decimal:
    """The price of the evaluation, to 2 places: less each rate of the price as bid, side by side."""
    return half_up(EXACT.multiply(price, 1 - sum(rates, Decimal(0))), 2)


class LowPrice(NamedTuple):
    """The reasons for which a price is reviewed as abnormally low; none is a verdict."""

    of_mean: bool
    of_second: bool
    of_limit: bool

    @property
    def any(self) -> bool:
        """Whether one of them is there."""
        return self.of_mean or self.of_second or self.of_limit


def low(
    price: Decimal,
    others: Sequence[Decimal],
    limit: Decimal | None,
    share: Decimal = HALF,
    limit_share: Decimal = CEILING_SHARE,
) -> LowPrice:
    """Why `price`, as bid, is reviewed beside the valid prices of the `others` and the `limit`.

    Below `share` of the mean of all valid prices; the lowest, and below `share` of the second lowest; below
    `limit_share` of the limit, all of them strictly (财库〔2026〕2号, from 2026-02-01; the buyer may raise
    the shares to 65 %). The first two take other prices.
    """
    everyone = [price, *others]
    mean = EXACT.divide(sum(everyone, Decimal(0)), Decimal(len(everyone)))
    return LowPrice(
        of_mean=bool(others) and price < EXACT.multiply(mean, share),
        of_second=bool(others) and price < EXACT.multiply(min(others), share),
        of_limit=limit is not None and price < EXACT.multiply(limit, limit_share),
    )
