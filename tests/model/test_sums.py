"""Sums of values that may be missing: an answer where there is one, None where there is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures.money import Money
from kadocs.model import sums


def cny(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


def test_a_total_counts_what_is_known() -> None:
    assert sums.total([cny("1.5"), None, cny("2")]) == cny("3.5")


def test_nothing_known_and_two_currencies_have_no_total() -> None:
    assert sums.total([None]) is None
    assert sums.total([cny("1"), Money(Decimal(1), "USD")]) is None


def test_less_takes_an_unknown_other_for_nothing() -> None:
    assert sums.less(cny("10"), cny("3"), None) == cny("7")
    assert sums.less(None, cny("3")) is None


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [("1", "3", "0.3333"), ("2", "3", "0.6667"), ("-1", "8", "-0.125"), ("0", "5", "0")],
)
def test_a_share_has_four_places(part: str, whole: str, share: str) -> None:
    assert sums.share(cny(part), cny(whole)) == Decimal(share)
    assert sums.share(Decimal(part), Decimal(whole)) == Decimal(share)


def test_there_is_no_share_of_nothing_nor_of_another_currency() -> None:
    assert sums.share(cny("1"), cny("0")) is None
    assert sums.share(None, cny("1")) is None
    assert sums.share(cny("1"), Money(Decimal(1), "USD")) is None


def test_a_score_is_weighted_whatever_the_weights_add_up_to() -> None:
    assert sums.score([(25, 8), (75, 4)]) == Decimal("50.0")
    assert sums.score([(1, 8), (3, 4), (None, 9)]) == Decimal("50.0")
    assert sums.score([(0, 8)]) is sums.score([]) is None


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 10))))
def test_a_score_stays_on_its_scale(rows: list[tuple[int, int]]) -> None:
    score = sums.score(rows)
    assert score is None or 0 <= score <= 100
