"""Every item judged, and in government procurement every clause."""

import pytest

GOVERNMENT = "opportunity: {id: P, name: a, procurement_method: 公开招标, regime: 政府采购货物}\n"
FREE = "opportunity: {id: P, name: a, procurement_method: 公开招标, regime: 企业招标}\n"


@pytest.mark.parametrize(
    ("item", "acceptance", "told"),
    [
        ("conclusion: 合格", "conclusion: 通过", 0),
        ("measured: x", "conclusion: 通过", 1),
        ("measured: x", "place: x", 0),
        ("measured: x, variant: 初步验收", "conclusion: 通过", 0),
    ],
)
def test_each_item_of_a_concluded_acceptance_has_its_result(paths, item, acceptance, told):
    text = (
        f"delivery: {{acceptances: [{{type: 最终验收, {acceptance}}}], items: [{{requirement: a, {item}}}]}}"
    )
    assert paths("DELV024", text) == ["delivery.items[0].conclusion"] * told


ASKED = "requirements: [{id: R-1, text: a, response: 完全满足, source_clause: 3.1.1}]\n"
DEVIATION = "bid: {technical_deviations: [{demand: a, clause: 3.2.5}]}\n"


@pytest.mark.parametrize(
    ("clauses", "told"),
    [("[3.1.1, 3.2.5]", 0), ("[3.1.1]", 1), ("[3.2.5]", 1), ("['3.1.1 ', '３.2.5']", 0)],
)
def test_every_clause_of_a_government_contract_is_accepted(paths, clauses, told):
    items = ", ".join(f"{{requirement: a, conclusion: 合格, clause: {c}}}" for c in clauses[1:-1].split(", "))
    text = ASKED + DEVIATION + f"delivery: {{conclusion: 通过, items: [{items}]}}"
    assert paths("DELV025", GOVERNMENT + text) == ["delivery.items"] * told
    assert paths("DELV025", FREE + text) == []
    assert paths("DELV025", GOVERNMENT + text.replace("conclusion: 通过, ", "")) == []
