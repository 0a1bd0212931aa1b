"""The countdown of a bid: what is due when, back from its deadline in working days."""

from datetime import date

import pytest

from kadocs.deliverables import load, shelf
from kadocs.model import Audience, Deal
from kadocs.plan.countdown import countdown

STEPS = load("bid", shelf([])).countdown.steps
TENDER = {"issued_on": "2026-09-21", "deadline": "2026-10-12 09:30", "questions_until": "2026-09-24 17:00"}


def seen(language: str = "zh", regime: str = "ndrc_equipment_2017", **parts: object):
    deal = Deal.model_validate({"opportunity": {"regime": regime}, "tender": TENDER, **parts})
    return countdown(deal, STEPS, deal.view(Audience.INTERNAL, language), language)


def rows(found, kind: str):
    return [row for row in found["steps"] if row["kind"] == kind]


def test_the_usual_steps_are_due_on_working_days_and_skip_public_holidays():
    steps = {row["title"]: row for row in rows(seen("en"), "step")}
    final = steps["Volumes final, price locked, whole pack built"]
    assert final["date"] == date(2026, 10, 8)  # 9th, 10th (a Saturday that is worked) and 12th are left
    assert all(row["works"] for row in steps.values())
    assert not any(date(2026, 10, 1) <= row["date"] <= date(2026, 10, 7) for row in steps.values())


def test_the_holidays_on_the_way_are_told():
    found = seen()
    assert [day["date"].day for day in found["off"] if day["date"].month == 10] == list(range(1, 8))
    assert [(day["date"], day["weekday"]) for day in found["worked"]] == [(date(2026, 10, 10), "周六")]
    assert found["announced"]


def test_working_days_left_count_the_day_of_the_deadline_and_not_today():
    deadline = rows(seen(), "deadline")[0]
    assert (deadline["days"], deadline["working_days"]) == (0, 0)
    eve = next(row for row in seen()["steps"] if row["date"] == date(2026, 10, 10))
    assert (eve["days"], eve["working_days"]) == (2, 1)


def test_what_would_be_due_before_the_tender_was_there_is_due_as_soon_as_it_is():
    found = seen(tender={**TENDER, "issued_on": "2026-09-30"})
    tight = [row for row in rows(found, "step") if row["tight"]]
    assert tight
    assert {row["date"] for row in tight} == {date(2026, 9, 30)}


def test_the_plan_of_the_deal_goes_before_the_usual_one():
    task = {"task": "初稿", "owner": "顾闻笛", "due": "2026-10-09 18:00", "done": True, "note": "差两章"}
    found = seen(bid={"preparation": [task, {"task": "未定"}]})
    assert found["given"]
    [row] = rows(found, "step")
    assert {key: row[key] for key in ("title", "owner", "time", "done", "note")} == {
        "title": "初稿",
        "owner": "顾闻笛",
        "time": "18:00",
        "done": True,
        "note": "差两章",
    }


def test_steps_that_do_not_concern_the_tender_are_left_out():
    titles = {row["title"] for row in seen("en")["steps"]}
    assert not any("bond" in title.lower() or "upload" in title.lower() for title in titles)
    asked = {**TENDER, "bond": {"required": True}, "submission": {"electronic": True}}
    titles = {row["title"] for row in seen("en", tender=asked)["steps"]}
    assert {"Upload done; receipts kept", "Order the guarantee, or the transfer of the bond"} <= titles


@pytest.mark.parametrize(
    ("regime", "issued", "last"),
    [
        ("ndrc_equipment_2017", "2026-09-21", date(2026, 10, 2)),
        ("gov_goods", "2026-09-23", date(2026, 10, 10)),
    ],
)
def test_days_that_the_law_sets_are_milestones(regime: str, issued: str, last: date):
    """实施条例 art. 22: ten days before the deadline; 政府采购法 art. 52: the 7th working day."""
    found = seen(regime=regime, tender={**TENDER, "issued_on": issued})
    assert [row["date"] for row in rows(found, "law")] == [last]


def test_moments_that_are_one_are_one_line():
    found = seen("en", tender={**TENDER, "opening": TENDER["deadline"], "bond": {"due": TENDER["deadline"]}})
    [line] = rows(found, "deadline")
    assert line["title"] == "Bond due; Bid deadline; Bid opening"


def test_a_request_for_proposals_keeps_no_holidays_of_china_but_those_of_the_vendor():
    found = seen(regime="rfp", vendor={"holidays": "2026-10-09"})
    assert [day["date"] for day in found["off"]] == [date(2026, 10, 9)]
    assert found["worked"] == ()


def test_a_year_whose_holidays_are_not_announced_is_told():
    assert not seen(tender={"deadline": "2028-03-06 09:30", "issued_on": "2028-02-07"})["announced"]


def test_without_a_deadline_there_is_nothing_to_count_back_from():
    assert seen(tender={"issued_on": "2026-09-21"}) == {}
