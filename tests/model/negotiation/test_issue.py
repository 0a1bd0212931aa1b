"""Issues: where an agreement is possible, and what of them the customer may read."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kadocs.findings import Fault
from kadocs.model import Audience, Deal
from kadocs.model.negotiation import Issue, Negotiation

ISSUES = [
    {"topic": "付款", "weight": "40", "status": "已达成", "result": "30 日内支付", "walk_away": "45 天"},
    {"topic": "价格", "weight": "60", "status": "分歧", "result": "各让一步", "walk_away": "1980万元"},
]


@pytest.mark.parametrize(
    ("ideal", "ours", "theirs", "possible"),
    [
        ("2100万元", "1980万元", "2000万元", True),
        ("2100万元", "1980万元", "1,950 万元", False),
        ("30%", "20%", "15％", False),
        ("3%", "10%", "5%", True),
        ("30 天", "45 天", "60 天", False),
        ("30 天", "45 天", "2 个月", None),
        ("不设上限", "合同总价", "合同总价", None),
        ("30%", "20%", None, None),
    ],
)
def test_whether_an_agreement_is_possible(
    ideal: str, ours: str, theirs: str | None, possible: bool | None
) -> None:
    issue = Issue.model_validate(
        {"topic": "x", "ideal": ideal, "walk_away": ours, **({"their_limit_est": theirs} if theirs else {})}
    )
    assert issue.zopa is possible


def test_a_customer_reads_what_was_agreed_and_no_more() -> None:
    deal = Deal.model_validate({"negotiation": {"issues": ISSUES}})
    seen = deal.view(Audience.CUSTOMER, "zh")["negotiation"]
    [term] = seen["agreed_terms"]
    assert (term["topic"], term["result"], str(term["status"])) == ("付款", "30 日内支付", "已达成")
    assert "1980" not in repr(seen) and "各让一步" not in repr(seen) and "45" not in repr(seen)
    with pytest.raises(Fault, match=r"secret.*customer"):
        seen["issues"]


@pytest.mark.parametrize(("no", "day"), [("2", "2027-01-13"), ("3", None), (None, None)])
def test_an_agreed_term_says_in_which_round_and_on_which_day(no: str | None, day: str | None) -> None:
    rounds = [{"no": "2", "date": "2027-01-13"}]
    issue = {**ISSUES[0], **({"agreed_in": no} if no else {})}
    [term] = Negotiation.model_validate({"issues": [issue], "rounds": rounds}).agreed_terms
    assert (term.round, term.date and term.date.isoformat()) == (no and int(no), day)


def test_how_much_of_the_weight_is_agreed() -> None:
    found = Negotiation.model_validate({"issues": ISSUES})
    assert (found.weight_total, found.agreed_share) == (100, Decimal("0.4000"))
    assert (Negotiation().weight_total, Negotiation().agreed_share) == (None, None)
