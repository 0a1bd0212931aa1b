"""Value-added tax: between amounts with and without it, each rounded half up to the cent.

Source: 增值税法 (2024), articles 3 (the price holds no tax), 7 (tax is shown apart), 10 (rates).
"""

from __future__ import annotations

from decimal import Decimal

from kadocs.figures.money import Money
from kadocs.figures.numbers import EXACT, half_up


def net(gross: Money, rate: Decimal) -> Money:
    """What of `gross` is not tax: gross / (1 + rate)."""
    return Money(_cents(EXACT.divide(gross.amount, 1 + rate)), gross.currency, "exclusive")


def gross(net: Money, rate: Decimal) -> Money:
    """`net` with the tax on it: net × (1 + rate)."""
    return Money(half_up(EXACT.multiply(net.amount, 1 + rate)), net.currency, "inclusive")


def tax(net: Money, gross: Money) -> Money:
    """The tax between the two, so that net and tax always add up to gross."""
    return Money(EXACT.subtract(gross.amount, net.amount), gross.currency or net.currency)


def difference(net: Money, tax: Money, rate: Decimal) -> Money:
    """尾差: by how much the tax of lines, each rounded, exceeds the tax on their sum `net`."""
    return Money(EXACT.subtract(tax.amount, half_up(EXACT.multiply(net.amount, rate))), tax.currency)


def _cents(quotient: Decimal) -> Decimal:
    # A quotient has more digits than `half_up` takes from people.
    rounded = quotient.quantize(Decimal("0.01"), context=EXACT)
    return rounded if rounded else abs(rounded)
