"""What sales promised, and delivery must keep."""

from datetime import date

import pytest

HEAD = "delivery: {promises: [{promise: 免费报表, %s}]}"


@pytest.mark.parametrize(
    ("promise", "found"),
    [
        ("in_contract: 是", None),
        ("to: 甲", "in_contract"),
        ("in_contract: 否", "owner"),
        ("in_contract: 否, owner: 乙", "due"),
        ("in_contract: 否, owner: 乙, due: 2027-09-17", None),
        ("in_contract: 否, kept: 是", None),
    ],
)
def test_a_promise_beside_the_contract_has_its_owner(paths, promise, found):
    assert paths("DELV070", HEAD % promise) == ([f"delivery.promises[0].{found}"] if found else [])


@pytest.mark.parametrize(
    ("promise", "day", "told"),
    [("", 17, 0), ("", 18, 1), (", kept: 是", 18, 0), (", kept: 否", 18, 1)],
)
def test_promises_are_kept_in_time(paths, promise, day, told):
    text = HEAD % f"in_contract: 是, due: 2027-09-17{promise}"
    assert paths("DELV071", text, date(2027, 9, day)) == ["delivery.promises[0].due"] * told
