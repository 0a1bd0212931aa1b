"""A template receives only what its audience may see."""

from __future__ import annotations

from typing import Any

import pytest

from kadocs.figures.missing import Missing
from kadocs.findings import Fault
from kadocs.model import Audience, Deal, Record, fields
from kadocs.model.noun import Noun
from kadocs.model.schema import Field
from kadocs.model.types import Kind

SECRET_COST = "987654.32"

DEAL = Deal.model_validate(
    {
        "account": {"name": "甲公司", "tier": "A", "credit_rating": "B"},
        "contacts": [{"name": "张三", "stance": "-2", "notes": "私下支持"}],
        "competitors": [{"name": "竞品公司"}],
        "requirements": [{"id": "R1", "text": "冗余", "response": "部分满足", "weight": "5"}],
        "quote": {
            "items": [{"name": "服务器", "quantity": "2", "unit_price": "100", "unit_cost": SECRET_COST}]
        },
    }
)


def seen(audience: Audience, language: str = "zh") -> Record:
    return DEAL.view(audience, language)


def everything(value: Any) -> str:
    return repr(value)


def test_a_customer_sees_no_internal_or_secret_value_in_any_depth() -> None:
    shown = everything(seen(Audience.CUSTOMER))
    assert "甲公司" in shown and "张三" in shown
    for hidden in ("竞品公司", "私下支持", "987654", "-2"):
        assert hidden not in shown


def test_each_audience_sees_what_those_before_it_see_and_more() -> None:
    assert "竞品公司" in everything(seen(Audience.INTERNAL))
    assert "987654" not in everything(seen(Audience.INTERNAL))
    assert "987654" in everything(seen(Audience.SECRET))


def test_touching_a_hidden_field_names_the_field_and_its_audience() -> None:
    with pytest.raises(Fault, match=r"Unit cost.*PriceItem\.unit_cost.*secret.*customer"):
        seen(Audience.CUSTOMER)["quote"]["items"][0]["unit_cost"]
    with pytest.raises(Fault, match=r"Competitors.*internal"):
        seen(Audience.CUSTOMER)["competitors"]


def test_a_misspelt_field_is_answered_with_the_nearest_name_that_may_be_seen() -> None:
    with pytest.raises(Fault) as caught:
        seen(Audience.CUSTOMER)["quote"]["validity_day"]
    assert caught.value.hint.en == "Did you mean “validity_days”?"
    with pytest.raises(Fault) as caught:
        seen(Audience.CUSTOMER)["contacts"][0]["note"]
    assert "notes" not in caught.value.hint.en


def test_an_absent_section_is_false_and_its_fields_are_missing_by_name() -> None:
    solution = seen(Audience.CUSTOMER)["solution"]
    assert not solution
    assert solution["goals"] == ()
    challenge = solution["summary"]["challenge"]
    assert isinstance(challenge, Missing)
    assert (challenge.path, challenge.title.zh) == ("solution.summary.challenge", "客户挑战")


def test_a_choice_reads_in_the_document_s_language_and_equals_its_code() -> None:
    response = seen(Audience.CUSTOMER)["requirements"][0]["response"]
    assert str(response) == "部分满足"
    assert response == "partial" and response != "full"
    assert str(seen(Audience.CUSTOMER, "en")["requirements"][0]["response"]) == "Partial"


def walk(noun: type[Noun], path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Field]]:
    found = []
    for field in fields(noun):
        found.append(((*path, field.name), field))
        if field.noun and len(path) < 4:
            found += walk(field.noun, (*path, field.name))
    return found


@pytest.mark.parametrize("audience", list(Audience))
def test_every_marked_field_of_the_model_is_in_the_view_of_its_audiences_only(audience: Audience) -> None:
    empty = Deal().view(audience, "zh")
    for path, field in walk(Deal):
        record: Any = empty
        for step in path[:-1]:
            record = record.get(step) if isinstance(record, Record) else None
        if isinstance(record, Record):
            assert (path[-1] in record) == (field.mark.audience <= audience and not field.stated), path


def test_the_walk_above_meets_hidden_fields() -> None:
    hidden = [path for path, field in walk(Deal) if field.mark.audience > Audience.CUSTOMER]
    assert len(hidden) > 50
    assert any(field.kind is Kind.AMOUNT for _, field in walk(Deal))


def test_a_needed_list_that_is_empty_has_one_row_that_lacks_everything() -> None:
    [goal] = Deal().view(Audience.CUSTOMER, "zh", ["solution.goals"])["solution"]["goals"]
    assert isinstance(goal["metric"], Missing)
    assert (goal["metric"].path, goal["metric"].title.zh) == ("solution.goals", "指标")
    assert Deal().view(Audience.CUSTOMER, "zh")["solution"]["goals"] == ()


def test_a_row_that_only_shows_a_gap_has_no_lists_of_its_own() -> None:
    [module] = Deal().view(Audience.CUSTOMER, "zh", ["solution.modules"])["solution"]["modules"]
    assert module["functions"] == module["requirements"] == ()


def test_what_is_worked_out_from_a_needed_list_is_missing_with_it() -> None:
    deal = Deal.model_validate({"quote": {"payment": [{"node": "预付款", "share": "100%"}]}})
    quote = deal.view(Audience.CUSTOMER, "zh", ["quote.items"])["quote"]
    [part] = quote["instalments"]
    for value in (quote["total"], quote["total_cn"], quote["categories"][0]["net"], part["amount"]):
        assert isinstance(value, Missing)
        assert value.path == "quote.items"
    assert str(part["node"]) == "预付款"


def test_a_missing_value_says_in_which_row_it_is_missing() -> None:
    deal = Deal.model_validate({"requirements": [{"id": "R-1", "text": "a"}, {"id": "R-2", "text": "b"}]})
    assert (
        deal.view(Audience.CUSTOMER, "zh")["requirements"][1]["response"].path == "requirements[1].response"
    )


def test_an_absent_section_has_its_defaults() -> None:
    quote = Deal().view(Audience.CUSTOMER, "zh")["quote"]
    assert not quote
    assert (quote["currency"], str(quote["tax_mode"])) == ("CNY", "含税")


@pytest.mark.parametrize("section", ["account", "opportunity", "vendor"])
def test_a_young_deal_may_lack_its_names(section: str) -> None:
    assert Deal.model_validate({section: {}}).view(Audience.CUSTOMER, "zh")[section]
