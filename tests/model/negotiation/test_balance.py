"""Whether the two price limits meet."""

from __future__ import annotations

import pytest

from kadocs.model.negotiation import Balance


@pytest.mark.parametrize(
    ("ours", "theirs", "possible", "width"),
    [("2030万", "2150万", True, 1_200_000), ("100", "100", True, 0), ("100", "99.5", False, -0.5)],
)
def test_they_meet_where_theirs_reaches_ours(ours: str, theirs: str, possible: bool, width: float) -> None:
    found = Balance.model_validate({"walk_away": ours, "their_limit": theirs})
    assert found.zopa is possible
    assert found.zopa_width is not None
    assert found.zopa_width.amount == width


def test_with_one_limit_unknown_nothing_can_be_said() -> None:
    found = Balance.model_validate({"walk_away": "100"})
    assert (found.zopa, found.zopa_width) == (None, None)
