"""The tender and the rest of the deal speak of the same."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("ceiling: 2150万元", "ceiling: 21500000", []),
        ("ceiling: 2150万元", "ceiling: 2200万元", ["opportunity.ceiling"]),
        ("budget: 2300万元", "budget: 2200万元", ["opportunity.budget"]),
        ("ceiling: 2150万元（含税）", "ceiling: 2000万元（不含税）", []),
        ("ceiling: USD 5", "ceiling: CNY 6", []),
        ("", "ceiling: 2200万元", []),
    ],
)
def test_one_ceiling(paths, ours, theirs, found):
    assert paths("BID122", f"opportunity: {{id: P, name: a, {ours}}}\ntender: {{{theirs}}}") == found
