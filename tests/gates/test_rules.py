"""What holds for every rule."""

import re
from datetime import date

import pytest

from kadocs import gates
from kadocs.findings import Severity, Text
from kadocs.gates.rule import Case, Certainty, Rule, rule
from kadocs.model import Deal
from kadocs.model.opportunity import Opportunity, Regime
from kadocs.tree.check import check
from kadocs.tree.yaml import parse


@pytest.mark.parametrize("each", gates.rules(), ids=lambda each: each.code)
def test_the_manual_page_says_what_why_on_what_basis_with_an_example_and_the_way_out(each):
    for heading in ("What:", "Why:", "Basis:", "Example:", "What to do:"):
        assert re.search(f"^{heading} ", each.manual.en, re.MULTILINE), heading
    for heading in ("检查什么：", "为什么：", "依据：", "示例：", "怎么办："):
        assert re.search(f"^{heading}", each.manual.zh, re.MULTILINE), heading
    assert each.title.zh.endswith("。") and each.title.en.endswith(".")


@pytest.mark.parametrize("each", gates.rules(), ids=lambda each: each.code)
def test_a_rule_says_what_it_rests_on_in_both_languages(each):
    assert each.basis.zh and each.basis.en
    if each.certainty is Certainty.LAW:
        assert re.search("法|令|条例|办法", each.basis.zh), each.basis.zh


def _dated(**when):
    """A rule of no family, not registered, that always finds something."""
    return Rule("TEST001", Severity.ERROR, Text("", ""), lambda case: iter(()), **when)


@pytest.mark.parametrize(
    ("day", "applies"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_a_rule_is_in_force_from_its_first_day_to_its_last(day, applies):
    law = _dated(since=date(2026, 1, 1), until=date(2026, 6, 30))
    assert law.applies(Case(Deal(), day)) is applies


def test_a_rule_of_a_regime_holds_only_for_deals_under_it():
    law = _dated(regimes=(Regime.GOV_GOODS, Regime.GOV_SERVICES))
    day = date(2026, 1, 1)
    assert law.applies(Case(Deal(opportunity=Opportunity(regime=Regime.GOV_GOODS)), day))
    assert not law.applies(Case(Deal(opportunity=Opportunity(regime=Regime.ENTERPRISE)), day))
    assert not law.applies(Case(Deal(opportunity=Opportunity()), day))
    assert not law.applies(Case(Deal(), day))


def test_the_day_of_judgement_selects_the_rules_in_force():
    tree = parse(
        "quote: {status: approved, items: [{name: a, quantity: 1, unit_price: 5, tax_rate: 16%}]}",
        "deal.yaml",
    )
    deal, _ = check(Deal, tree)
    assert "PROP021" in codes(gates.check(deal, tree, ["PROP"], date(2026, 1, 1)))
    assert "PROP021" not in codes(gates.check(deal, tree, ["PROP"], date(2025, 12, 31)))


def codes(findings):
    return [finding.code for finding in findings]


def test_families_are_the_letters_of_the_codes():
    assert set(gates.families()) >= {"DEAL", "DISC", "NODE", "PROP"}


def test_a_code_belongs_to_one_rule():
    with pytest.raises(TypeError, match="DEAL001"):
        rule("DEAL001", Severity.ERROR, zh="")(lambda case: iter(()))


def test_rules_of_other_families_are_not_judged(judge):
    tree = parse("requirements: [{id: R, text: a}, {id: R, text: b}]", "deal.yaml")
    deal, _ = check(Deal, tree)
    assert [finding.code for finding in gates.check(deal, tree, [], date(2026, 1, 1))] == ["DEAL001"]


def test_a_rule_is_not_judged_on_what_could_not_be_read():
    tree = parse("quote: {status: approved, total: 5}", "deal.yaml")
    deal, _ = check(Deal, tree)
    day = date(2026, 1, 1)
    assert [finding.code for finding in gates.check(deal, tree, ["PROP"], day)] == ["PROP011"]
    assert gates.check(deal, tree, ["PROP"], day, damaged=[("quote", "items", 3)]) == []
    assert gates.check(deal, tree, ["PROP"], day, damaged=[("quote",)]) == []
