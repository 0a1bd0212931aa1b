"""The later stages of each sample agree with the quotation, the estimate and each other, to the cent."""

from decimal import Decimal
from pathlib import Path

import pytest

from kadocs import sources
from kadocs.model.closing import BillKind
from kadocs.model.delivery import Conclusion, Severity

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(params=["rail-iscs", "chem-dcs"], scope="module")
def deal(request):
    found = sources.load(SAMPLES / request.param / "deal.yaml").deal
    assert found is not None
    return found


def test_the_price_comes_down_in_shrinking_steps_each_within_authority_and_for_something(deal):
    steps = deal.negotiation.concession_steps
    assert [step.step.amount for step in steps] == sorted((s.step.amount for s in steps), reverse=True)
    limits = {level.role: level for level in deal.negotiation.authority}
    for step in steps:
        limit = limits[step.authorised_by]
        assert step.asks
        assert 0 < step.discount <= limit.max_discount
        assert step.margin >= max(limit.min_margin, deal.approval.estimate.margin_floor)


def test_issues_weigh_a_hundred_and_the_two_limits_meet(deal):
    assert deal.negotiation.weight_total == 100
    assert deal.negotiation.balance.zopa
    assert all(term.result for term in deal.negotiation.agreed_terms)


def test_the_contract_is_worth_what_was_agreed_and_no_more_than_quoted(deal):
    contract = deal.contract
    assert contract.amount.amount == deal.negotiation.agreed_price.amount <= deal.quote.total.amount
    assert contract.stated_amount.amount == contract.amount.amount
    assert sum(payment.share for payment in contract.payment) == 1
    parts = [(part.amount.amount, payment.stated_amount.amount)
             for part, payment in zip(contract.instalments, contract.payment, strict=True)]  # fmt: skip
    assert all(worked_out == stated for worked_out, stated in parts)
    assert contract.award_date < contract.signed_on <= contract.sign_by


def test_the_settlement_is_contract_and_changes_and_leaves_nothing(deal):
    settlement = deal.delivery.settlement
    assert settlement.total.amount == deal.contract.amount.amount + deal.contract.supplemented.amount
    assert settlement.balance.amount == 0
    rows = (*deal.delivery.arrivals, *deal.delivery.deliverables)
    assert {row.difference for row in rows} == {0}


def test_the_project_passed_and_nothing_critical_is_open(deal):
    delivery = deal.delivery
    assert delivery.conclusion is Conclusion.PASSED
    dates = [acceptance.date for acceptance in delivery.acceptances if acceptance.type.code != "service"]
    assert dates == sorted(dates)
    open_issues = [issue for issue in delivery.open_issues if issue.closed_on is None]
    assert all(issue.severity is Severity.MINOR and not issue.affects_use for issue in open_issues)
    assert {signatory.name for signatory in delivery.signatories} <= {m.name for m in delivery.members}


def test_the_books_agree_with_settlement_and_estimate(deal):
    closing, estimate = deal.closing, deal.approval.estimate
    assert closing.budget.amount == estimate.total_cost.amount
    received = sum(bill.amount.amount for bill in closing.billing if bill.kind is BillKind.RECEIPT)
    assert received + closing.outstanding.amount == deal.delivery.settlement.total.amount
    assert closing.outstanding.amount == closing.retention.amount
    cost = next(goal for goal in closing.goals if goal.kind.code == "cost")
    unit = Decimal(10_000) if cost.unit == "万元" else Decimal(1)
    assert round(closing.actual.amount / unit, 2) == cost.actual
