"""What a bid's lists come to, and who may see them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kadocs.findings import Fault
from kadocs.model import Audience, Deal
from kadocs.model.bid import Bid, BondForm


def members(*said: tuple[str, str, str | None]) -> Bid:
    rows = [{"name": name, "role": role, "share": share} for name, role, share in said]
    return Bid.model_validate({"consortium": rows})


def test_a_consortium_has_one_leader_and_shares_that_add_up() -> None:
    bid = members(("云岭控制", "牵头人", "60%"), ("磐序信息", "成员", "40%"))
    assert bid.leader == "云岭控制"
    assert bid.consortium_share == Decimal(1)


@pytest.mark.parametrize(
    "bid",
    [
        Bid(),
        members(("云岭控制", "成员", None)),
        members(("云岭控制", "牵头人", "60%"), ("磐序信息", "牵头人", None)),
    ],
)
def test_without_one_leader_and_every_share_there_is_neither(bid: Bid) -> None:
    assert (bid.leader, bid.consortium_share) == (None, None)


def test_negative_deviations_of_both_tables_are_counted() -> None:
    row = {"demand": "切换不大于 2 秒", "kind": "负偏离"}
    bid = Bid.model_validate(
        {"commercial_deviations": [row], "technical_deviations": [row, {**row, "kind": "正偏离"}]}
    )
    assert bid.negative_deviations == 2


@pytest.mark.parametrize(
    ("form", "paid"), [("电汇", True), ("支票", True), ("银行保函", False), ("电子保函", False)]
)
def test_money_leaves_an_account_where_the_bond_is_paid(form: str, paid: bool) -> None:
    assert BondForm.read(form).is_paid is paid


@pytest.mark.parametrize(
    "name", ["rival_prices", "opened", "envelopes", "uploads", "preparation", "decision"]
)
def test_a_customer_never_reads_how_we_went_about_it(name: str) -> None:
    with pytest.raises(Fault, match=rf"Bid\.{name}"):
        Deal().view(Audience.CUSTOMER, "zh")["bid"][name]
