"""Scores of prices, deductions, and prices that are abnormally low, beside values worked out by hand."""

from decimal import Decimal

import pytest

from kadocs.figures.scoring import deducted, low, score


@pytest.mark.parametrize(
    ("lowest", "price", "points", "found"),
    [
        (100, 100, 30, "30.00"),
        (900, 1000, 30, "27.00"),
        (950, 980, 30, "29.08"),  # 29.0816
        (100, 300, 30, "10.00"),
        (200, 300, 10, "6.67"),
    ],
)
def test_the_lowest_price_has_all_points_and_others_in_proportion(lowest, price, points, found):
    assert score(Decimal(lowest), Decimal(price), Decimal(points)) == Decimal(found)


@pytest.mark.parametrize(
    ("rates", "found"),
    [
        ([], "1000.00"),
        (["0.1"], "900.00"),
        (["0.1", "0.2"], "700.00"),  # both of the price as bid, and not one of the other's rest
    ],
)
def test_deductions_are_taken_from_the_price_as_bid(rates, found):
    assert deducted(Decimal(1000), *map(Decimal, rates)) == Decimal(found)


@pytest.mark.parametrize(
    ("price", "others", "limit", "found"),
    [
        (600, [1000, 1000], 1200, (False, False, False)),
        (399, [1000, 1000], None, (True, True, False)),  # the mean is 799.67, half of it 399.83
        (400, [1000, 1000], None, (False, True, False)),  # the mean is 800, half of it 400: not below
        (499, [998, 500], None, (False, False, False)),
        (449, [900, 1000], None, (False, True, False)),  # below 450, half of the second lowest
        (450, [900, 1000], None, (False, False, False)),
        (449, [], 1000, (False, False, True)),
        (450, [], 1000, (False, False, False)),
    ],
)
def test_a_price_is_reviewed_strictly_below_each_share(price, others, limit, found):
    limit = None if limit is None else Decimal(limit)
    assert low(Decimal(price), [Decimal(each) for each in others], limit) == found


def test_the_buyer_may_raise_the_shares():
    share = Decimal("0.65")
    assert low(Decimal(600), [Decimal(1000)], Decimal(1000), share, share) == (False, True, True)
