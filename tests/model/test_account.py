"""The customer: what it is worth to us, what was looked up, and what the year is to bring."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from kadocs.model import Audience, Deal
from kadocs.model.account import Account

SCORES = [
    {"criterion": "规模", "group": "吸引力", "weight": "40", "score": "9"},
    {"criterion": "付款", "group": "吸引力", "weight": "20%", "score": "6"},
    {"criterion": "关系", "group": "竞争力", "weight": "40", "score": "5"},
]


def account(**fields: Any) -> Account:
    return Account.model_validate(fields)


def test_the_value_score_and_both_axes_of_the_grid_are_out_of_100() -> None:
    found = account(tier_scores=SCORES)
    assert found.value_score == Decimal("68.0")
    assert found.attractiveness == Decimal("80.0")
    assert found.position == Decimal("50.0")
    assert found.tier_scores[0].weighted == Decimal("36")


def test_without_criteria_there_is_no_score() -> None:
    assert (account().value_score, account().position) == (None, None)


def test_checks_that_found_something_stand_out() -> None:
    checks = [
        {"kind": "失信", "result": "无异常", "date": "2026-11-09"},
        {"kind": "关联关系", "result": "存疑"},
        {"kind": "出口管制", "result": "有问题"},
        {"kind": "廉洁", "result": "待查"},
    ]
    assert [check.kind.zh for check in account(checks=checks).adverse] == ["关联关系", "出口管制"]


@pytest.mark.parametrize(
    ("plan", "share"),
    [
        ({"spend": "6800万元", "our_sales": "1240万元"}, Decimal("0.1824")),
        ({"spend": "6800万元", "our_sales": "1240万元", "wallet_share": "30%"}, Decimal("0.1824")),
        ({"wallet_share": "30%"}, Decimal("0.3")),
        ({"spend": "0", "our_sales": "5"}, None),
        ({}, None),
    ],
)
def test_the_wallet_share_is_worked_out_or_else_as_stated(
    plan: dict[str, str], share: Decimal | None
) -> None:
    found = account(plan=plan).plan
    assert found is not None
    assert found.wallet_share == share


def test_a_wrong_registration_number_is_refused_with_the_way_out() -> None:
    with pytest.raises(ValidationError) as caught:
        account(uscc="91000000MA0QLGD011")
    fault = caught.value.errors()[0]["ctx"]["error"]
    assert "校验位不对" in fault.message.zh
    assert "营业执照" in fault.hint.zh


def test_a_foreign_register_has_numbers_of_its_own() -> None:
    assert account(uscc="KPC-0000-2207").uscc == "KPC-0000-2207"


def test_the_customer_sees_its_name_and_nothing_of_our_assessment() -> None:
    deal = Deal.model_validate(
        {"account": {"name": "甲公司", "tier_scores": SCORES, "plan": {"year": "2027"}}}
    )
    seen = deal.view(Audience.CUSTOMER, "zh")["account"]
    assert seen["name"] == "甲公司"
    for hidden in ("tier", "value_score", "checks", "plan", "payment_days", "systems", "it_budget"):
        assert hidden not in seen


def test_the_current_assessment_is_the_last_of_its_versions() -> None:
    versions = [{"version": "V0.1", "date": "2026-07-20"}, {"version": "V1.0", "date": "2026-11-16"}]
    current = account(revisions=versions).revision
    assert current is not None
    assert current.version == "V1.0"
    assert account().revision is None
