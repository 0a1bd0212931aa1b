"""What can reject a bid, rule by rule: where each is looked for, or why no tool can tell."""

import re
from pathlib import Path

import pytest

from kadocs import gates
from kadocs.cli import main
from kadocs.cli.explain import pages

TESTS = "".join(
    path.read_text("utf-8")
    for path in sorted(Path(__file__).parents[2].rglob("test_*.py"))
    if path.name != Path(__file__).name
)

# The rules of bidding in the order of their grounds, B01 to B60, then what agencies check in price lists: the
# codes that look for each. What is left out of a code's reach is said behind it.
COVERED = {
    1: "BID001",
    2: "BID001 BID002",
    3: "BID003",
    4: "BID004",
    5: "BID005",
    6: "BID006 BID132",  # whether the scan of the evidence is there and legible: OUT020 and its like
    7: "BID007",
    8: "BID008",
    9: "BID009",
    10: "BID010",
    11: "BID011",
    12: "BID012",
    13: "BID013",
    14: "BID014",
    15: "BID015",
    16: "BID016",
    17: "BID017",
    18: "BID018",
    19: "BID019",
    20: "BID020",
    21: "BID021",  # by its words; what a buyer cannot accept otherwise is for people to judge
    22: "BID022",
    23: "BID023",
    24: "BID024 AUD011",
    25: "BID025 PROP010",
    26: "BID026",
    27: "BID027",
    28: "BID028",
    29: "BID029 AUD013 AUD014",
    30: "BID030",
    31: "BID031",
    32: "BID032",
    33: "BID033 BID061",
    34: "BID034",  # whether a subcontractor passes the work on, nothing of ours tells
    35: "BID035",  # as far as affiliates and representatives are known
    36: "BID036 AUD002 AUD007",  # from whose account others paid their bonds, nobody but the agency sees
    37: "BID037",
    38: "BID038",
    39: "BID039",
    40: "BID040",
    41: "BID041",  # objections to the outcome and complaints: no field has the day of the publication
    42: "BID042",
    43: "BID043",
    44: "BID044 NEG011",
    45: "BID045 NEG012",
    46: "BID046",
    47: "BID047",  # and kadocs bid score
    48: "BID048",
    49: "BID049",
    50: "BID050",
    51: "BID051",
    52: "BID052",
    53: "BID053 NEG001 NEG002",
    54: "BID054",
    55: "BID055",
    56: "BID056 AUD010",
    57: "BID057 AUD003",
    58: "BID058",
    59: "BID059",
    60: "BID060",
    "missing item": "BID164",
    "extra item": "BID165",
    "quantity or unit changed": "BID166",
    "another item": "BID167",
    "amount is quantity × price": "PROP010",
    "price of zero": "BID162",  # negative ones are never read: DATA013
    "one thing at two prices": "BID161",
    "fixed amounts changed": "BID168",
    "total against summary": "BID026 BID027 BID029",
    "over the ceiling": "BID016 PROP023",
    "unbalanced": "BID163",
}

RULES = {rule.code: rule for rule in gates.rules()}
KNOWN = pages()


def test_every_rule_from_1_to_60_is_looked_for():
    assert [number for number in COVERED if isinstance(number, int)] == list(range(1, 61))


@pytest.mark.parametrize("ground", COVERED, ids=str)
def test_each_has_a_manual_page_and_a_test(ground):
    for code in COVERED[ground].split():
        assert code in KNOWN
        assert re.search(rf"\b{code}\b", TESTS), code


@pytest.mark.parametrize("code", [code for code in RULES if re.fullmatch("BID0[0-9]{2}", code)])
def test_a_rule_of_the_law_says_what_it_leads_to(code, capsys):
    rule = RULES[code]
    assert rule.effects
    assert main(["--ui-lang", "zh", "explain", code]) == 0
    page = capsys.readouterr().out
    assert f"后果：{rule.effects[0].zh}" in page
    assert f"把握：{rule.certainty.zh}" in page
    assert "依据：" in page and "级别：" in page
    for regime in rule.regimes:
        assert regime.zh in page
    if rule.since:
        assert f"自 {rule.since}" in page


def test_what_rejects_a_bid_stops_it():
    for code, rule in RULES.items():
        if (
            rule.family == "BID"
            and rule.effects
            and rule.effects[0].code in ("rejected", "invalid", "refused")
        ):
            assert rule.severity.name == "ERROR" or code == "BID036", code
