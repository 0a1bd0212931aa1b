"""The samples are the manual, the demonstration and a test at once: YAML and workbook say the same."""

from pathlib import Path

import pytest

from kadocs import sources
from kadocs.findings import Severity
from kadocs.model import Audience, Deal

SAMPLES = Path(__file__).parents[1] / "samples"
DEALS = ("rail-iscs", "chem-dcs")


def load(deal: str, form: str) -> Deal:
    loaded = sources.load(SAMPLES / deal / f"deal.{form}")
    assert [f for f in loaded.findings if f.severity is not Severity.INFO] == []
    assert loaded.deal is not None
    return loaded.deal


@pytest.mark.parametrize("deal", DEALS)
def test_yaml_and_workbook_give_the_same_deal_and_nothing_to_say(deal):
    assert load(deal, "xlsx") == load(deal, "yaml")


@pytest.mark.parametrize("deal", DEALS)
def test_every_row_of_the_workbook_is_understood(deal):
    assert sources.load(SAMPLES / deal / "deal.xlsx").findings == ()


@pytest.mark.parametrize("deal", DEALS)
def test_stated_totals_are_the_computed_ones(deal):
    quote = load(deal, "yaml").quote
    assert quote is not None
    assert quote.stated_total is not None
    assert quote.stated_subtotal is not None
    assert quote.stated_tax is not None
    assert quote.stated_total.amount == quote.total.amount
    assert quote.stated_subtotal.amount == quote.subtotal.amount
    assert quote.stated_tax.amount == quote.tax.amount
    assert all(item.stated_amount == item.amount for item in quote.items)
    stated = [payment.stated_amount for payment in quote.payment]
    assert [money.amount for money in stated if money] == [part.amount.amount for part in quote.instalments]


@pytest.mark.parametrize("deal", DEALS)
def test_samples_are_long_enough_for_tables_to_break_across_pages(deal):
    found = load(deal, "yaml")
    assert len(found.requirements) >= 25
    assert found.quote is not None
    assert len(found.quote.items) >= 20
    assert found.solution is not None
    assert len(found.solution.milestones) >= 8


@pytest.mark.parametrize("deal", DEALS)
def test_rivals_and_undisclosed_customers_are_named_in_nothing_that_a_customer_sees(deal):
    found = load(deal, "yaml")
    assert found.solution is not None
    names = [rival.name for rival in found.competitors]
    names += [case.customer for case in found.solution.references if case.customer and not case.disclose]
    assert names
    seen, all_of_it = (repr(found.view(audience, "zh")) for audience in (Audience.CUSTOMER, Audience.SECRET))
    assert [name for name in names if name in seen] == []
    assert [name for name in names if name not in all_of_it] == []
