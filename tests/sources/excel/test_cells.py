"""Values of cells as text."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.findings import Fault
from kadocs.model import Deal, inputs
from kadocs.model.marks import Mark
from kadocs.model.opportunity import Opportunity
from kadocs.model.quote import Quote
from kadocs.model.quote.item import PriceItem
from kadocs.model.schema import Field
from kadocs.model.types import Kind
from kadocs.sources.excel import cells
from kadocs.sources.excel.headings import NO_UNIT, Unit
from kadocs.sources.excel.scan import Format

PERCENT = Format(percent=True)
DEADLINE = Field("deadline", "deadline", Mark("截止时间", "Deadline"), Kind.MOMENT)


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (13.0, None, "13"),
        (1.1, None, "1.1"),
        (0.1 + 0.2, None, "0.3"),
        (1e-7, None, "0.0000001"),
        (-1234567.89, None, "-1234567.89"),
        (0.13, PERCENT, "13%"),
        (1.0, PERCENT, "100%"),
        (0.125, PERCENT, "12.5%"),
        (1.0, Format(whole=6), "000001"),
        (1.0, Format(places=1), "1.0"),
        (1.25, Format(places=1), "1.25"),
        (True, None, "是"),
        (False, None, "否"),
        (date(2026, 11, 20), None, "2026-11-20"),
        (datetime(2026, 11, 20), None, "2026-11-20"),
        (datetime(2026, 11, 20, 14, 30), None, "2026-11-20 14:30"),
        (datetime(2026, 11, 20, 14, 29, 59, 999_990), None, "2026-11-20 14:30"),
        (datetime(2026, 11, 20, 23, 59, 59), None, "2026-11-20 23:59:59"),
        (time(9, 30), None, "09:30"),
        (timedelta(hours=30), None, "1 day, 6:00:00"),
        ("\u3000 青岚\r\n轨道 \u00a0", None, "青岚\n轨道"),
        ("1,234.50", None, "1,234.50"),
    ],
)
def test_what_a_cell_shows(value, form, text):
    assert cells.shown(value, form) == text


@pytest.mark.parametrize("value", [1e15, 110101199001011234.0, -1e22])
def test_numbers_that_have_lost_their_end_are_refused(value):
    with pytest.raises(Fault, match="15 digits"):
        cells.shown(value)


@pytest.mark.parametrize(
    ("noun", "key", "value", "form", "unit", "text"),
    [
        (Quote, "date", 46346.0, None, NO_UNIT, "2026-11-20"),
        (Quote, "date", 20261120.0, None, NO_UNIT, "20261120"),
        (Quote, "validity_days", "90 天", None, NO_UNIT, "90 天"),
        (PriceItem, "tax_rate", 13.0, None, Unit(percent=True), "13%"),
        (PriceItem, "tax_rate", 13.0, None, NO_UNIT, "13"),
        (PriceItem, "tax_rate", 0.13, PERCENT, Unit(percent=True), "13%"),
        (PriceItem, "tax_rate", "13％", None, NO_UNIT, "13％"),
        (PriceItem, "unit_price", 12.8, None, Unit("万", "元"), "12.8万元"),
        (PriceItem, "unit_price", 12.8, None, Unit(currency="EUR"), "EUR 12.8"),
        (PriceItem, "unit_price", "待定", None, Unit("万", "元"), "待定"),
        (Opportunity, "probability", 0.6, PERCENT, NO_UNIT, "60%"),
    ],
)
def test_what_a_field_makes_of_it(noun, key, value, form, unit, text):
    assert cells.read(value, form, inputs(noun)[key], unit) == text


@pytest.mark.parametrize(
    ("noun", "key", "one", "other", "equal"),
    [
        (Opportunity, "budget", "2300万元", "23000000", True),
        (Opportunity, "budget", "2300万元", "CNY 23,000,000.00", True),
        (Opportunity, "budget", "2300万元", "USD 23000000", False),
        (Opportunity, "budget", "2300万元", "2,400万元", False),
        (Opportunity, "budget", "待定", "2300万元", False),
        (Quote, "tax_rate", "13%", "0.13", True),
        (Quote, "tax_rate", "13%", "9%", False),
        (Quote, "date", "2026-11-20", "2026年11月20日", True),
        (Quote, "validity_days", "90", "90天", True),
        (Quote, "validity_days", "3个月", "3天", False),
        (Quote, "tax_mode", "含税", "inclusive", True),
        (Quote, "tax_mode", "含税", "不含税", False),
        (Opportunity, "name", "青岚 升级", "青岚\n升级", True),
        (Opportunity, "name", "青岚升级", "青岚改造", False),
    ],
)
def test_what_is_written_differently_may_mean_the_same(noun, key, one, other, equal):
    field = inputs(noun)[key]
    assert cells.same(one, other, field) is equal
    assert cells.same(other, one, field) is equal


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2026, 11, 20, 9, 30), "2026-11-20 09:30"),
        (datetime(2026, 11, 20), "2026-11-20"),
        (46346.395833333336, "2026-11-20 09:30"),
        (46346.0, "2026-11-20"),
        (930.0, "930"),
        ("2026年11月20日9时30分", "2026年11月20日9时30分"),
    ],
)
def test_a_moment_keeps_its_time(value, text):
    assert cells.read(value, None, DEADLINE, NO_UNIT) == text


def test_one_moment_in_two_forms_is_one():
    assert cells.same("2026-11-20 09:30", "2026年11月20日9时30分", DEADLINE)
    assert not cells.same("2026-11-20 09:30", "2026-11-20 21:30", DEADLINE)


def test_days_of_old_mac_workbooks_count_from_1904():
    assert cells.read(44884.0, None, inputs(Quote)["date"], NO_UNIT, from_1904=True) == "2026-11-20"


@given(st.integers(min_value=-(10**14), max_value=10**14), st.integers(min_value=0, max_value=4))
def test_numbers_of_up_to_fifteen_digits_arrive_exactly(digits, places):
    exact = Decimal(digits).scaleb(-places)
    assert Decimal(cells.shown(float(exact))) == exact


ALL = [DEADLINE, *inputs(Deal).values(), *inputs(Quote).values(), *inputs(PriceItem).values()]
VALUES = st.one_of(st.text(), st.floats(-1e14, 1e14), st.booleans(), st.dates())


@given(VALUES, st.sampled_from([f for f in ALL if f.kind]), st.sampled_from([NO_UNIT, Unit("万", "元")]))
def test_the_fast_way_agrees_with_the_thorough_one(value, field, unit):
    text = cells.quick(field, unit)(value)
    assert text is None or text == cells.read(value, None, field, unit)
