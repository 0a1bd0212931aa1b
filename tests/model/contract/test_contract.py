"""A contract's sums are worked out from its parts, and its payments add up."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kadocs.model import Audience, Deal
from kadocs.model.contract import Contract


def contract(**said: Any) -> Any:
    return Deal.model_validate({"contract": {"currency": "CNY", **said}}).contract


def test_the_parts_of_the_price_make_the_amount_each_at_its_rate() -> None:
    parts = [
        {"part": "设备", "rate": "13%", "amount": "113"},
        {"part": "服务", "rate": "6%", "amount": "106"},
    ]
    found = contract(prices=parts, amount="1")
    assert (found.amount.amount, found.net_amount.amount, found.tax.amount) == (219, 200, 19)
    assert found.amount_cn == "贰佰壹拾玖元整"


def test_one_rate_takes_the_tax_out_of_the_amount_as_stated() -> None:
    found = contract(amount="113", tax_rate="13%")
    assert (found.net_amount.amount, found.tax.amount) == (100, 13)
    assert contract(amount="113").net_amount is None
    assert contract(amount="113", net_amount="100").tax.amount == 13


@given(
    st.lists(st.decimals("0", "99999999", places=2), min_size=1, max_size=5), st.sampled_from(["6%", "13%"])
)
def test_net_and_tax_add_up_to_the_amount(amounts: list[Decimal], rate: str) -> None:
    found = contract(prices=[{"part": "x", "rate": rate, "amount": str(amount)} for amount in amounts])
    assert found.net_amount.amount + found.tax.amount == found.amount.amount == sum(amounts)


@pytest.mark.parametrize("rate", ["-100%", "-5%", "100%"])
def test_a_rate_that_leaves_nothing_or_more_is_none(rate: str) -> None:
    for said in ({"tax_rate": rate}, {"prices": [{"part": "x", "rate": rate, "amount": "1"}]}):
        with pytest.raises(ValidationError, match="is no tax rate"):
            contract(**said)


def test_the_last_payment_takes_the_rounding() -> None:
    thirds = [{"node": "预付款", "share": "33.33%"}, {"node": "终验款", "share": "66.67%"}]
    found = contract(amount="100.01", payment=thirds).instalments
    assert [str(part.amount.amount) for part in found] == ["33.33", "66.68"]
    assert contract(payment=thirds).instalments[0].amount is None


@pytest.mark.parametrize(("currency", "amount"), [("EUR", "100"), ("CNY", "-5")])
def test_only_an_amount_in_yuan_reads_in_capitals(currency: str, amount: str) -> None:
    assert contract(currency=currency, amount=amount).amount_cn is None


def test_the_bond_is_its_rate_of_the_amount_or_as_stated() -> None:
    assert contract(amount="1000.01", bond_rate="5%").bond_amount.amount == Decimal("50.00")
    assert contract(amount="1000", bond_amount="80").bond_amount.amount == 80


def test_a_contract_is_due_thirty_days_after_the_award() -> None:
    assert contract(award_date="2027-01-08").sign_by == dt.date(2027, 2, 7)
    assert contract(award_date=dt.date.max).sign_by is None
    assert Contract().sign_by is None


def test_supplements_add_up_and_are_measured_by_the_contract() -> None:
    found = contract(amount="1000", supplements=[{"no": "1", "amount": "150"}, {"no": "2", "amount": "-30"}])
    assert (found.supplemented.amount, found.supplement_share) == (120, Decimal("0.1200"))
    assert contract(amount="1000").supplement_share is None


def test_the_review_stays_in_the_house() -> None:
    review = {"differences": [{"clause": "付款", "approved_by": "傅云舒"}], "authority": "SQ-1"}
    deal = Deal.model_validate({"contract": {"number": "HT-1", "review": review}})
    assert "HT-1" in repr(deal.view(Audience.CUSTOMER, "zh")["contract"])
    assert "傅云舒" not in repr(deal.view(Audience.PARTNER, "zh"))
    assert "傅云舒" in repr(deal.view(Audience.INTERNAL, "zh"))
