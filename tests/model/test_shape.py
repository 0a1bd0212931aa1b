"""The schema that templates are checked against says of each field what a view of a deal holds."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from kadocs import sources
from kadocs.figures.missing import Missing
from kadocs.figures.money import Money
from kadocs.findings import Fault
from kadocs.model import Audience, Record, shape

SAMPLES = Path(__file__).parents[2] / "samples"
TYPES = {
    "text": str,
    "number": (int, Decimal),
    "money": Money,
    "date": date,
    "datetime": datetime,
    "flag": bool,
}


def agree(value, schema, path):
    """Fail where a value of a view is not what the schema says it is."""
    if isinstance(value, Record):
        assert schema.kind == "record", path
        for name, part in value.items():
            agree(part, schema.field(name), f"{path}.{name}")
    elif isinstance(value, tuple):
        assert schema.kind == "list", path
        for item in value:
            agree(item, schema.item, f"{path}[]")
    elif not isinstance(value, Missing):
        assert isinstance(value, TYPES[schema.kind]), path


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("sample", ["rail-iscs", "chem-dcs"])
def test_a_view_holds_what_the_schema_says(sample, audience):
    deal = sources.load(SAMPLES / sample / "deal.yaml").deal
    agree(deal.view(audience, "zh"), shape(audience), "deal")


@pytest.mark.parametrize("name", ["competitors", "acount"])
def test_a_refusal_reads_as_it_does_when_a_document_is_made(name):
    view = sources.load(SAMPLES / "rail-iscs" / "deal.yaml").deal.view(Audience.CUSTOMER, "zh")
    with pytest.raises(Fault) as made:
        view[name]
    with pytest.raises(Fault) as checked:
        shape(Audience.CUSTOMER).field(name)
    assert (checked.value.message, checked.value.hint) == (made.value.message, made.value.hint)


def test_a_field_is_hidden_or_it_is_unknown():
    schema = shape(Audience.CUSTOMER)
    assert schema.hides("competitors")
    assert not schema.hides("acount")
    assert not shape(Audience.INTERNAL).hides("competitors")


def test_a_single_value_has_the_names_of_its_type():
    total = shape(Audience.CUSTOMER).field("quote").field("total")
    assert total.field("amount").kind == "any"
    for name in ("amont", "__class__"):
        with pytest.raises(Fault):
            total.field(name)
