"""Sums, shares and weighted scores of values that may be missing or absurd: None where there is no answer."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.figures.numbers import EXACT
from kadocs.findings import Fault


def total(amounts: Iterable[Money | None]) -> Money | None:
    """The sum of the amounts that are known; None where none is, or where currencies or taxes differ."""
    known = [amount for amount in amounts if amount is not None]
    try:
        return sum(known[1:], known[0]) if known else None
    except Fault:
        return None


def less(amount: Money | None, *others: Money | None) -> Money | None:
    """`amount` without the others; an unknown other counts as nothing, an unknown amount has no answer."""
    return None if amount is None else total((amount, *map(negative, others)))


def negative(amount: Money | None) -> Money | None:
    """The amount with the other sign, if it is known."""
    return None if amount is None else -amount


def share(part: Money | Decimal | int | None, whole: Money | Decimal | int | None) -> Decimal | None:
    """`part` of `whole` as a fraction of four places, half up: 0.2346 is 23.46 %."""
    if part is None or whole is None or not whole:
        return None
    if isinstance(part, Money) and isinstance(whole, Money) and part.currency != whole.currency:
        return None
    quotient = EXACT.divide(_number(part), _number(whole))
    return quotient.quantize(Decimal("0.0001"), context=EXACT) if abs(quotient) < 10**9 else None


def score(
    rows: Iterable[tuple[Decimal | int | None, Decimal | int | None]], best: int = 10
) -> Decimal | None:
    """What (weight, points) come to on a scale of 100, one place; rows without either do not count."""
    known = [(Decimal(w), Decimal(points)) for w, points in rows if w is not None and points is not None]
    weights = sum((weight for weight, _ in known), Decimal(0))
    if not weights:
        return None
    mean = sum((weight * points for weight, points in known), Decimal(0)) / weights
    return (mean * 100 / best).quantize(Decimal("0.1"), context=EXACT)


def _number(value: Money | Decimal | int) -> Decimal:
    return value.amount if isinstance(value, Money) else Decimal(value)
