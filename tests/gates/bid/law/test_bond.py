"""The bid bond beside what the tender asks for."""

import pytest


@pytest.mark.parametrize(
    ("wanted", "bid", "found"),
    [
        ("required: 是, amount: 40万元", "bond: {amount: 40万元}", []),
        ("required: 是, amount: 40万元", "bond: {amount: 399999.99}", ["bid.bond.amount"]),
        ("amount: 40万元", "bond: {amount: 35万元}", ["bid.bond.amount"]),
        ("required: 否, amount: 40万元", "bond: {amount: 35万元}", []),
        ("required: 是, amount: 40万元", "", []),
        ("required: 是", "submitted_at: 2026-11-01 10:00", ["bid.submitted_at"]),
        ("required: 否", "submitted_at: 2026-11-01 10:00", []),
    ],
)
def test_the_bond_is_as_demanded(paths, wanted, bid, found):
    assert paths("BID006", f"tender: {{bond: {{{wanted}}}}}\nbid: {{validity_days: 90, {bid}}}") == found


@pytest.mark.parametrize(
    ("bond", "told"), [("amount: 1, evidence: a.pdf", 0), ("amount: 1", 1), ("form: 转账", 0)]
)
def test_the_bond_has_its_evidence(paths, judge, bond, told):
    text = f"bid: {{bond: {{{bond}}}}}"
    assert paths("BID132", text) == ["bid.bond.evidence"] * told
