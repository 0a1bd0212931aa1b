"""Every field of every noun says what it is called and who may see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kadocs.model import Deal, fields, inputs
from kadocs.model.noun import Noun


def nouns(root: type[Noun] = Deal, seen: set[type[Noun]] | None = None) -> Iterator[type[Noun]]:
    seen = set() if seen is None else seen
    if root in seen:
        return
    seen.add(root)
    yield root
    for field in fields(root):
        if field.noun:
            yield from nouns(field.noun, seen)


ALL = list(nouns())


@pytest.mark.parametrize("noun", ALL, ids=lambda noun: noun.__name__)
def test_each_field_has_a_title_in_both_languages_and_a_kind(noun: type[Noun]) -> None:
    for field in fields(noun):
        assert field.mark.zh and field.mark.en, field.name
        assert field.computed or field.kind or field.noun, f"{field.name} reads as nothing"


@pytest.mark.parametrize("noun", ALL, ids=lambda noun: noun.__name__)
def test_no_heading_means_two_fields_of_one_noun(noun: type[Noun]) -> None:
    headings = [
        heading
        for field in inputs(noun).values()
        for heading in {field.key, field.mark.zh, field.mark.en, *field.mark.names}
    ]
    assert sorted(headings) == sorted(set(headings))


@pytest.mark.parametrize("noun", ALL, ids=lambda noun: noun.__name__)
def test_a_noun_says_what_it_is(noun: type[Noun]) -> None:
    assert noun.__doc__
    for name in noun.computed():
        assert getattr(noun, name).__doc__, f"{noun.__name__}.{name} is undocumented"


def test_a_computed_value_that_a_file_may_state_is_stated_under_its_own_key() -> None:
    quote = inputs(Deal)["quote"].noun
    assert quote is not None
    assert inputs(quote)["total"].stated
    assert "stated_total" not in inputs(quote)
