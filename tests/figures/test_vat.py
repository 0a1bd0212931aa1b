"""Value-added tax: each amount to the cent, half up, and what rounding makes of sums."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures import vat
from kadocs.figures.money import Money

RATES = st.sampled_from([Decimal(rate) for rate in ("0", "0.03", "0.06", "0.09", "0.13")])
CENTS = st.integers(0, 10**14).map(lambda cents: Decimal(cents).scaleb(-2))


def incl(amount: str) -> Money:
    return Money(Decimal(amount), "CNY", "inclusive")


def excl(amount: str) -> Money:
    return Money(Decimal(amount), "CNY", "exclusive")


@pytest.mark.parametrize(
    ("gross", "rate", "net"),
    [
        ("113", "0.13", "100.00"),
        ("100", "0.13", "88.50"),
        ("0.01", "0.13", "0.01"),
        ("106.53", "0.06", "100.50"),
    ],
)
def test_the_net_of_an_amount_with_tax(gross: str, rate: str, net: str) -> None:
    assert vat.net(incl(gross), Decimal(rate)) == excl(net)


@pytest.mark.parametrize(
    ("net", "rate", "gross"), [("100", "0.13", "113.00"), ("0.50", "0.09", "0.55"), ("0.05", "0.13", "0.06")]
)
def test_an_amount_with_the_tax_on_it(net: str, rate: str, gross: str) -> None:
    assert vat.gross(excl(net), Decimal(rate)) == incl(gross)


def test_lines_rounded_one_by_one_may_differ_from_the_tax_on_their_sum() -> None:
    lines = [excl("0.05")] * 3
    tax = sum((vat.tax(line, vat.gross(line, Decimal("0.13"))) for line in lines), Money(Decimal(0)))
    net = sum(lines, Money(Decimal(0)))
    assert vat.difference(net, tax, Decimal("0.13")).amount == Decimal("0.01")


@given(CENTS, RATES)
def test_net_and_tax_add_up(amount: Decimal, rate: Decimal) -> None:
    gross = Money(amount, "CNY", "inclusive")
    net = vat.net(gross, rate)
    assert net.amount + vat.tax(net, gross).amount == amount
    assert abs(vat.gross(net, rate).amount - amount) <= Decimal("0.01")
