"""What holds for every rule."""

import re

import pytest

from kadocs import gates
from kadocs.findings import Severity
from kadocs.gates.rule import rule


@pytest.mark.parametrize("each", gates.rules(), ids=lambda each: each.code)
def test_the_manual_page_says_what_why_on_what_basis_with_an_example_and_the_way_out(each):
    for heading in ("What:", "Why:", "Basis:", "Example:", "What to do:"):
        assert re.search(f"^{heading} ", each.manual.en, re.MULTILINE), heading
    for heading in ("检查什么：", "为什么：", "依据：", "示例：", "怎么办："):
        assert re.search(f"^{heading}", each.manual.zh, re.MULTILINE), heading
    assert each.title.zh.endswith("。") and each.title.en.endswith(".")


def test_families_are_the_letters_of_the_codes():
    assert gates.families() == ("DEAL", "DISC", "PROP")


def test_a_code_belongs_to_one_rule():
    with pytest.raises(TypeError, match="DEAL001"):
        rule("DEAL001", Severity.ERROR, zh="")(lambda case: iter(()))


def test_rules_of_other_families_are_not_judged(judge):
    from datetime import date

    from kadocs.model import Deal
    from kadocs.tree.check import check
    from kadocs.tree.yaml import parse

    tree = parse("requirements: [{id: R, text: a}, {id: R, text: b}]", "deal.yaml")
    deal, _ = check(Deal, tree)
    assert [finding.code for finding in gates.check(deal, tree, [], date(2026, 1, 1))] == ["DEAL001"]


def test_a_rule_is_not_judged_on_what_could_not_be_read():
    from datetime import date

    from kadocs.model import Deal
    from kadocs.tree.check import check
    from kadocs.tree.yaml import parse

    tree = parse("quote: {status: approved, total: 5}", "deal.yaml")
    deal, _ = check(Deal, tree)
    day = date(2026, 1, 1)
    assert [finding.code for finding in gates.check(deal, tree, ["PROP"], day)] == ["PROP011"]
    assert gates.check(deal, tree, ["PROP"], day, damaged=[("quote", "items", 3)]) == []
    assert gates.check(deal, tree, ["PROP"], day, damaged=[("quote",)]) == []
