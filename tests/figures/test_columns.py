"""Columns by letters and by position."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures import columns


@pytest.mark.parametrize(
    ("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16383, "XFD")]
)
def test_letters_follow_each_other_as_in_a_sheet(position: int, letters: str) -> None:
    assert columns.letters(position) == letters
    assert columns.position(letters) == position


@given(st.integers(0, 16383))
def test_letters_and_position_are_each_others_reverse(position: int) -> None:
    assert columns.position(columns.letters(position)) == position
