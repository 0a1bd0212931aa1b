"""What each audience may see, proved for every field of every noun of the model."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from kadocs.figures.masks import masked
from kadocs.findings import Fault
from kadocs.model import Audience, Deal, Record, fields, inputs
from kadocs.model.noun import Noun
from tests.model import specimen
from tests.model.specimen import PHONE

ON_PURPOSE = {
    "solution.references.shown_customer": {
        "solution.references.customer": "with consent the customer is named: that is what consent is for",
        "solution.references.disclose": "it decides which name is shown, and is not shown itself",
        "solution.references.public_name": "it is the name for others",
    },
    "qualifications.projects.shown_buyer": {
        "qualifications.projects.buyer": "with consent the buyer is named",
        "qualifications.projects.disclose": "it decides which name is shown",
        "qualifications.projects.public_name": "it is the name for others",
    },
    "qualifications.projects.shown_contact": {
        "qualifications.projects.contact": "with the buyer's consent its contact is named",
        "qualifications.projects.disclose": "it decides whether the contact is shown",
    },
    "qualifications.projects.shown_phone": {
        "qualifications.projects.contact_phone": "with the buyer's consent its contact may be called",
        "qualifications.projects.disclose": "it decides whether the phone is shown",
    },
    "qualifications.ongoing.shown_buyer": {
        "qualifications.ongoing.buyer": "with consent the buyer is named",
        "qualifications.ongoing.disclose": "it decides which name is shown",
        "qualifications.ongoing.public_name": "it is the name for others",
    },
    "negotiation.agreed_terms": {
        "negotiation.issues": "both sides agreed on these: the customer reads what was agreed, and no more",
        "negotiation.issues.id": "it names the term that was agreed",
        "negotiation.issues.topic": "it says what the agreed term is about",
        "negotiation.issues.result": "it is the agreed term",
        "negotiation.issues.agreed_in": "the customer sat in the round in which it was agreed",
        "negotiation.issues.status": "it decides whether the term is shown",
    },
}
"""Computed values that show more than the fields they come from, each with the reason."""

DEAL = specimen.deal()
FIELDS = list(specimen.walk(Deal))
PERSONAL = [(path, field) for path, _, field in FIELDS if field.mark.personal]
OUTSIDE = [audience for audience in Audience if audience <= Audience.PARTNER]


def dotted(path: tuple[str, ...]) -> str:
    return ".".join(path)


def needed(path: tuple[str, ...]) -> Audience:
    """The lowest audience that sees a path, all fields on the way to it included."""
    noun: type[Noun] = Deal
    least = Audience.PUBLIC
    for step in path:
        field = next(field for field in fields(noun) if step in (field.name, field.key))
        least, noun = max(least, field.mark.audience), field.noun or noun
    return least


def records(value: Any, noun: type[Noun]) -> Iterator[tuple[Record, type[Noun]]]:
    """Each record of a view with its noun, those in lists and in computed values included."""
    if isinstance(value, tuple):
        for item in value:
            yield from records(item, noun)
    if isinstance(value, Record):
        yield value, noun
        for field in fields(noun):
            if field.noun is not None and field.name in value:
                yield from records(value[field.name], field.noun)


def at(record: Any, path: tuple[str, ...]) -> Any:
    """What stands at a path of a view, in the first row of each list."""
    for step in path:
        record = record[step]
        record = record[0] if isinstance(record, tuple) else record
    return record


@pytest.mark.parametrize("audience", Audience)
def test_a_record_holds_the_fields_of_its_audience_and_refuses_the_others_by_name(audience: Audience) -> None:
    for record, noun in records(DEAL.view(audience, "en"), Deal):
        known = [field for field in fields(noun) if not field.stated]
        assert list(record) == [field.name for field in known if field.mark.audience <= audience]
        for hidden in (field for field in known if field.mark.audience > audience):
            with pytest.raises(Fault) as refusal:
                record[hidden.name]
            said = refusal.value.message.en
            assert hidden.mark.en in said and f"{noun.__name__}.{hidden.name}" in said
            assert hidden.mark.audience.title.en in said and audience.title.en in said


def test_every_noun_is_met_with_every_field_filled() -> None:
    met = {noun for _, noun in records(DEAL.view(Audience.SECRET, "en"), Deal)}
    assert met == {Deal, *(field.noun for _, _, field in FIELDS if field.noun is not None)}


@pytest.mark.parametrize("audience", Audience)
def test_personal_data_is_masked_for_those_outside(audience: Audience) -> None:
    shown = repr(DEAL.view(audience, "zh"))
    assert (PHONE in shown) == (audience not in OUTSIDE)
    assert (masked(PHONE) in shown) == (Audience.PUBLIC < audience <= Audience.PARTNER)


@pytest.mark.parametrize("path", [path for path, _ in PERSONAL], ids=dotted)
def test_a_form_may_demand_a_personal_field_and_gets_no_other(path: tuple[str, ...]) -> None:
    value = at(DEAL.view(Audience.SECRET, "zh"), path)
    for audience in OUTSIDE:
        shown = repr(DEAL.view(audience, "zh", personal=[dotted(path)]))
        assert shown.count(value) == (needed(path) <= audience)


def test_personal_data_is_text_and_no_name() -> None:
    assert len(PERSONAL) > 9
    for path, field in PERSONAL:
        assert field.noun is None and field.choice is None
        assert path[-1] not in ("name", "legal_rep", "agent"), "documents address people by their names"


def test_what_is_worked_out_is_as_secret_as_what_it_comes_from() -> None:
    lower = {
        f"{dotted(path)} of {name}": ""
        for path, noun, field in FIELDS
        if field.computed
        for name in field.of
        for source in [next(each for each in fields(noun) if each.name == name)]
        if source.mark.audience > field.mark.audience or (source.mark.personal and not field.mark.personal)
        if dotted((*path[:-1], name)) not in ON_PURPOSE.get(dotted(path), {})
    }
    assert not lower


def test_what_is_shown_on_purpose_is_still_there() -> None:
    known = {dotted(path) for path, _, _ in FIELDS}
    assert known >= ON_PURPOSE.keys()
    assert all(known >= sources.keys() for sources in ON_PURPOSE.values())


SECTIONS = sorted(field.name for field in inputs(Deal).values() if field.noun is not None)


def changed(path: tuple[str, ...], value: object) -> dict[str, Any]:
    """The section that a path leads into, as a file gives it, with another value at the path's end."""
    whole = {path[0]: copy.deepcopy(specimen.fitting(Deal, path[0])[0])}
    part: Any = whole
    for step in path[:-1]:
        part = part[step]
        part = part[0] if isinstance(part, list) else part
    part[path[-1]] = value
    return whole


def alternatives(path: tuple[str, ...], noun: type[Noun]) -> Iterator[Deal]:
    """The deals that differ from the specimen in the value at a path, as far as they can be read."""
    for value in (*specimen.fitting(noun, path[-1])[1:], None):
        try:
            yield Deal.model_validate(changed(path, value))
        except ValidationError:
            continue


@pytest.mark.parametrize("section", SECTIONS)
def test_no_view_changes_with_a_value_that_its_audience_may_not_see(section: str) -> None:
    """Whatever is worked out from it, and whatever `of` says: a hidden value leaves no trace."""
    allowed = {source for sources in ON_PURPOSE.values() for source in sources}
    whole = Deal.model_validate({section: specimen.fitting(Deal, section)[0]})
    views = {audience: repr(whole.view(audience, "zh")) for audience in Audience}
    for path, noun in specimen.singles(Deal):
        least = needed(path)
        if path[0] != section or least is Audience.PUBLIC or dotted(path) in allowed:
            continue
        audience = Audience(least - 1)
        for other in alternatives(path, noun):
            assert repr(other.view(audience, "zh")) == views[audience], dotted(path)
