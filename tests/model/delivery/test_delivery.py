"""What follows from the records of a project: warranty, rates, settlement."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.model import Audience, Deal
from kadocs.model.delivery import Delivery
from kadocs.model.delivery.settlement import Settlement

FIRST = {"type": "初验", "date": "2027-09-21", "conclusion": "有条件通过"}
FINAL = {"type": "终验", "date": "2027-12-29", "conclusion": "通过"}


def delivery(**said: Any) -> Delivery:
    return Delivery.model_validate(said)


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ({}, "2027-12-29"),
        ({"warranty_start": "自初验起"}, "2027-09-21"),
        ({"warranty_start": "另行约定"}, None),
        ({"warranty_from": "2028-01-15"}, "2028-01-15"),
    ],
)
def test_the_warranty_counts_from_the_final_acceptance_unless_it_is_agreed_otherwise(
    said: dict[str, str], start: str | None
) -> None:
    found = delivery(acceptances=[FIRST, FINAL], **said).warranty_from
    assert (found.isoformat() if found else None) == start


def test_an_acceptance_that_failed_starts_no_warranty() -> None:
    failed = {**FINAL, "date": "2027-12-01", "conclusion": "不通过"}
    assert delivery(acceptances=[failed, FINAL]).warranty_from == dt.date(2027, 12, 29)
    assert delivery(acceptances=[failed]).warranty_from is None


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2027-12-29", 36, "2030-12-29"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2027-12-31", 1, "2028-01-31"),
        (dt.date(9999, 6, 1), 12, None),
    ],
)
def test_it_ends_on_the_same_day_of_the_month(start: object, months: int, end: str | None) -> None:
    found = delivery(warranty_from=start, warranty_months=months).warranty_to
    assert (found.isoformat() if found else None) == end


@given(st.dates(), st.integers(0, 1200))
def test_a_warranty_never_ends_before_it_begins(day: dt.date, months: int) -> None:
    end = delivery(warranty_from=day, warranty_months=months).warranty_to
    assert end is None or end >= day


def test_an_end_that_is_stated_stays() -> None:
    assert delivery(warranty_to="2030-06-30").warranty_to == dt.date(2030, 6, 30)


def test_rates_and_differences_are_worked_out_row_by_row() -> None:
    found = delivery(
        tests=[
            {"test": "联调", "cases": "1286", "passed": "1279"},
            {"test": "空", "cases": "0", "passed": "0"},
        ],
        stages=[{"stage": "初验", "planned": "2027-09-17", "actual": "2027-09-21"}, {"stage": "终验"}],
        arrivals=[{"item": "服务器", "contract_quantity": "52", "quantity": "50"}],
        deliverables=[{"name": "手册", "contract_quantity": "4"}],
        trial={"start": "2027-09-22", "end": "2027-12-20"},
    )
    assert [test.pass_rate for test in found.tests] == [Decimal("0.9946"), None]
    assert [stage.late for stage in found.stages] == [4, None]
    assert (found.arrivals[0].difference, found.deliverables[0].difference) == (-2, None)
    assert found.trial is not None
    assert found.trial.days == 90


def test_items_and_open_issues_are_counted() -> None:
    items = [{"requirement": "a", "conclusion": "合格"}, {"requirement": "b", "conclusion": "让步接收"}]
    issues = [{"text": "a", "closed_on": "2027-10-12"}, {"text": "b"}]
    found = delivery(items=items, open_issues=issues)
    assert (found.items_total, found.items_passed, found.issues_open) == (2, 1, 1)


def settled(settlement: dict[str, str], *changes: str) -> Settlement:
    rows = [{"no": str(n), "amount": change} for n, change in enumerate(changes, 1)]
    found = Deal.model_validate({"delivery": {"changes": rows, "settlement": settlement}}).delivery
    assert found is not None and found.settlement is not None
    return found.settlement


def test_a_settlement_is_contract_and_changes_and_the_balance_what_is_left_of_it() -> None:
    said = {"contract_amount": "1000", "paid": "700", "due_now": "270", "retention": "30"}
    found = settled(said, "50", "-20")
    assert found.total is not None and found.balance is not None
    assert (found.total.amount, found.balance.amount) == (1030, 30)
    assert found.change_share == Decimal("0.0300")


def test_changes_that_are_stated_stay_as_they_are() -> None:
    found = settled({"changes_amount": "40"}, "50")
    assert found.changes_amount is not None
    assert found.changes_amount.amount == 40
    assert (found.total, found.balance) == (None, None)


def test_what_sales_promised_is_not_for_the_customer() -> None:
    deal = Deal.model_validate({"delivery": {"promises": [{"promise": "项目总监到场"}]}})
    assert "项目总监到场" not in repr(deal.view(Audience.PARTNER, "zh"))
    assert "项目总监到场" in repr(deal.view(Audience.INTERNAL, "zh"))
