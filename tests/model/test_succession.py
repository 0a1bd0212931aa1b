"""A later stage takes from the earlier ones what it does not say itself."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from kadocs.figures.money import Money
from kadocs.model import Deal

QUOTE = {
    "currency": "EUR",
    "tax_rate": "20%",
    "items": [{"name": "x", "quantity": "1", "unit_price": "120", "unit_cost": "60"}],
}
CONTRACT = {"amount": "110", "tax_rate": "10%", "warranty_months": "12"}


def deal(**sections: Any) -> Any:
    return Deal.model_validate(sections)


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


def test_a_negotiation_opens_with_the_quotation_and_the_cost_of_its_lines() -> None:
    found = deal(quote=QUOTE, negotiation={}).negotiation
    assert (found.opening_price.amount, found.opening_net.amount, found.cost.amount) == (120, 100, 60)


def test_the_estimate_s_cost_comes_before_that_of_the_lines() -> None:
    approval = {"estimate": {"currency": "EUR", "costs": [{"group": "labour", "name": "x", "amount": "70"}]}}
    assert deal(approval=approval, quote=QUOTE, negotiation={}).negotiation.cost == eur("70")


def test_an_estimate_in_another_currency_says_nothing_of_the_cost() -> None:
    approval = {"estimate": {"currency": "CNY", "costs": [{"group": "labour", "name": "x", "amount": "70"}]}}
    assert deal(approval=approval, quote=QUOTE, negotiation={}).negotiation.cost.amount == 60


def test_what_a_section_says_itself_stays() -> None:
    said = deal(quote=QUOTE, negotiation={"opening_price": "130", "cost": "65"}).negotiation
    assert (said.opening_price, said.cost) == (eur("130"), eur("65"))


def test_without_items_the_quotation_says_nothing_of_the_price() -> None:
    assert deal(quote={"currency": "EUR"}, negotiation={}).negotiation.opening_price is None


def test_a_contract_has_the_quotation_s_currency_or_its_own() -> None:
    assert deal(quote=QUOTE, contract=CONTRACT).contract.amount == eur("110")
    own = deal(quote=QUOTE, contract={**CONTRACT, "currency": "USD"}, delivery={"settlement": {"paid": "5"}})
    assert own.contract.amount.currency == own.delivery.settlement.paid.currency == "USD"


def test_a_settlement_starts_from_the_contract_and_the_changes() -> None:
    found = deal(
        quote=QUOTE,
        contract=CONTRACT,
        delivery={"changes": [{"no": "1", "amount": "15"}, {"no": "2", "amount": "-5"}], "settlement": {}},
    ).delivery.settlement
    assert (found.contract_amount, found.changes_amount, found.total) == (eur("110"), eur("10"), eur("120"))


def test_a_closing_takes_over_what_was_settled_and_until_when_money_is_kept() -> None:
    final = {"type": "终验", "date": "2027-12-29", "conclusion": "通过"}
    found = deal(
        contract=CONTRACT, delivery={"acceptances": [final], "settlement": {"retention": "6"}}, closing={}
    ).closing
    assert (found.settled.amount, found.retention.amount) == (110, 6)
    assert found.planned_revenue.amount == 100
    assert found.retention_due == dt.date(2028, 12, 29)
    assert deal(contract=CONTRACT, closing={}).closing.settled.amount == 110
    assert deal(closing={}).closing.settled is None


def test_an_amount_in_another_currency_is_told_at_its_place() -> None:
    with pytest.raises(ValidationError, match="different currencies") as caught:
        deal(quote=QUOTE, negotiation={"concessions": [{"round": "1", "price": "CNY 5"}]})
    assert caught.value.errors()[0]["loc"] == ("negotiation", "concessions", 0, "price")
