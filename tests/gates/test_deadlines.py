"""What falls due next."""

from datetime import date

import pytest

from kadocs.gates.deadlines import upcoming
from kadocs.model import Deal

TODAY = date(2026, 11, 20)
SOON, LATER = "2026-12-01", "2027-06-01"


def due(**deal):
    """The deadlines of a deal: day and field of each."""
    found = upcoming(Deal.model_validate(deal), TODAY)
    return [(each.day.isoformat(), ".".join(map(str, each.path))) for each in found]


@pytest.mark.parametrize(
    ("deal", "path"),
    [
        ({"opportunity": {"expected_tender": SOON}}, "opportunity.expected_tender"),
        ({"opportunity": {"expected_sign": SOON}}, "opportunity.expected_sign"),
        ({"tender": {"sold_until": SOON}}, "tender.sold_until"),
        ({"tender": {"questions_until": f"{SOON} 17:00"}}, "tender.questions_until"),
        ({"tender": {"deadline": f"{SOON} 09:30"}}, "tender.deadline"),
        ({"tender": {"bond": {"due": f"{SOON} 17:00"}}}, "tender.bond.due"),
        ({"quote": {"date": "2026-11-01", "validity_days": 30}}, "quote.valid_until"),
        ({"contract": {"award_date": "2026-11-01"}}, "contract.sign_by"),
        ({"closing": {"retention_due": SOON}}, "closing.retention_due"),
        (
            {"qualifications": {"certificates": [{"name": "ISO 9001", "valid_until": SOON}]}},
            "qualifications.certificates.0.valid_until",
        ),
        (
            {"solution": {"milestones": [{"id": "M1", "name": "启动", "date": SOON}]}},
            "solution.milestones.0.date",
        ),
        ({"delivery": {"acceptances": [{"type": "终验", "date": SOON}]}}, "delivery.acceptances.0.date"),
        (
            {"delivery": {"stages": [{"stage": "安装", "planned": SOON}]}},
            "delivery.stages.0.planned",
        ),
    ],
)
def test_each_deadline_is_named_by_its_field(deal, path):
    assert due(**deal) == [(SOON, path)]


def test_the_nearest_comes_first_and_what_is_past_does_not():
    deal = {
        "opportunity": {"expected_tender": "2026-11-19", "expected_sign": LATER},
        "tender": {"deadline": f"{SOON} 09:30"},
    }
    assert [day for day, _ in due(**deal)] == [SOON, LATER]


def test_today_is_still_a_deadline():
    assert due(opportunity={"expected_sign": TODAY.isoformat()}) == [
        ("2026-11-20", "opportunity.expected_sign")
    ]


def test_a_row_of_a_list_is_named():
    certificate = {"name": "ISO 9001", "valid_until": SOON}
    [found] = upcoming(Deal.model_validate({"qualifications": {"certificates": [certificate]}}), TODAY)
    assert found.title == ("证书有效期至：ISO 9001", "Valid until: ISO 9001")
    acceptance = Deal.model_validate({"delivery": {"acceptances": [{"type": "终验", "date": SOON}]}})
    assert upcoming(acceptance, TODAY)[0].title.en.endswith(": Final acceptance")


def test_once_it_is_signed_the_days_of_the_sale_count_no_more():
    deal = {
        "opportunity": {"expected_sign": SOON},
        "quote": {"date": "2026-11-01", "validity_days": 90},
        "contract": {"signed_on": "2026-11-10"},
        "closing": {"retention_due": LATER},
    }
    assert due(**deal) == [(LATER, "closing.retention_due")]
    won = {"opportunity": {"stage": "赢单", "expected_sign": SOON}, "closing": {"retention_due": LATER}}
    assert due(**won) == [(LATER, "closing.retention_due")]


def test_what_is_done_is_no_deadline():
    stages = [{"stage": "安装", "planned": SOON, "actual": "2026-11-01"}, {"stage": "调试", "planned": LATER}]
    assert due(delivery={"stages": stages}) == [(LATER, "delivery.stages.1.planned")]


@pytest.mark.parametrize("stage", ["丢单", "放弃"])
def test_a_deal_that_is_over_has_none(stage):
    assert due(opportunity={"stage": stage, "expected_sign": SOON}) == []
