"""The people who decide: whom we reach, and who is missing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kadocs.model import Audience, Deal
from kadocs.model.relations import Relations


def relations(*contacts: dict[str, Any]) -> Relations | None:
    return Deal.model_validate({"contacts": contacts}).relations


def person(name: str, influence: int, access: int, **more: Any) -> dict[str, Any]:
    return {"name": name, "influence": str(influence), "access": str(access), **more}


def test_coverage_is_the_influence_of_those_we_reach() -> None:
    found = relations(person("甲", 5, 3), person("乙", 3, 2), person("丙", 2, 5, stance="1"))
    assert found is not None
    assert found.coverage == Decimal("0.7")
    assert (found.people, found.supporters, found.opponents) == (3, 1, 0)


def test_key_people_whom_we_do_not_reach_are_named() -> None:
    found = relations(person("甲", 5, 2), person("乙", 4, 3), person("丙", 3, 0), {"name": "丁"})
    assert found is not None
    assert found.uncovered == ("甲",)


def test_the_decision_maker_is_the_one_marked_so_or_else_the_economic_buyer() -> None:
    buyer = person("甲", 5, 4, role="经济决策")
    found = relations(buyer, person("乙", 5, 1))
    assert found is not None
    assert (found.decision_makers, found.decision_maker_covered) == (("甲",), True)
    found = relations(buyer, person("乙", 5, 1, decision_maker="是"))
    assert found is not None
    assert (found.decision_makers, found.decision_maker_covered) == (("乙",), False)


def test_without_a_decision_maker_none_is_covered() -> None:
    found = relations(person("甲", 3, 5))
    assert found is not None
    assert (found.decision_makers, found.decision_maker_covered) == ((), False)


def test_without_contacts_there_is_nothing_to_say() -> None:
    assert relations() is None
    unknown = relations({"name": "甲"})
    assert unknown is not None
    assert unknown.coverage is None


def test_a_customer_sees_names_and_nothing_of_the_power_map() -> None:
    deal = Deal.model_validate({"contacts": [person("甲", 5, 3, stance="-2", notes="私下", reports_to="乙")]})
    seen = deal.view(Audience.CUSTOMER, "zh")
    assert "relations" not in seen
    assert set(seen["contacts"][0]) == {"name", "dept", "title", "phone", "email"}
    assert "notes" not in deal.view(Audience.INTERNAL, "zh")["contacts"][0]


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 5)), min_size=1))
def test_coverage_is_a_share(people: list[tuple[int, int]]) -> None:
    found = relations(*(person(str(n), *values) for n, values in enumerate(people)))
    assert found is not None
    assert found.coverage is not None
    assert 0 <= found.coverage <= 1
