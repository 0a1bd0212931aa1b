"""Whatever a file says, what the later stages work out from it has a value or none: nothing fails."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from pydantic import ValidationError

from kadocs.model import Audience, Deal, inputs
from kadocs.model.noun import Noun
from kadocs.model.types import Kind
from kadocs.model.view import view
from tests.model import specimen

ABSURD: dict[Kind, tuple[str, ...]] = {
    Kind.AMOUNT: ("0", "-5", "0.001", "999999999999.99"),
    Kind.NUMBER: ("0", "-1", "99999999999999999999", "0.00000000000000000001"),
    Kind.PERCENT: ("0%", "-100%", "100%", "0.0001%"),
    Kind.COUNT: ("0", "36500", "1200", "99999999"),
    Kind.DAY: ("1900-01-01", "2199-12-31"),
    Kind.TEXT: ("", "0", "-99999999999999999999 万元", "%", "100%"),
}
QUOTE = {"items": [{"name": "x", "quantity": "1", "unit_price": "1130", "unit_cost": "500"}]}
SECTIONS = ("negotiation", "contract", "delivery", "closing")


def with_value(section: str, path: tuple[str, ...], value: str) -> dict[str, Any]:
    """A section as the specimen has it, with one value changed, and a quotation to take from."""
    whole = {section: copy.deepcopy(specimen.fitting(Deal, section)[0]), "quote": QUOTE}
    part: Any = whole[section]
    for step in path[:-1]:
        part = part[step]
        part = part[0] if isinstance(part, list) else part
    part[path[-1]] = value
    return whole


def cases(noun: type[Noun]) -> list[tuple[tuple[str, ...], str]]:
    """Each value that may be given, stated totals too, with each of the absurd ones for its kind."""
    found = []
    for key, field in inputs(noun).items():
        if field.noun is None and not field.many:
            found += [((key,), value) for value in ABSURD.get(field.kind, ()) if field.kind]
        elif field.noun is not None:
            found += [((key, *path), value) for path, value in cases(field.noun)]
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_a_value_beyond_reason_is_refused_or_leaves_a_deal_that_can_be_read(section: str) -> None:
    noun = inputs(Deal)[section].noun
    assert noun is not None
    read = 0
    for path, value in cases(noun):
        try:
            deal = Deal.model_validate(with_value(section, path, value))
        except ValidationError:
            continue
        assert view(getattr(deal, section), Audience.SECRET, "zh")
        read += 1
    assert read > 50
