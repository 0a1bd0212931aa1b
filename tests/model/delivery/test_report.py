"""What the report of each acceptance holds: its own rows of the record, as they stood on its day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kadocs.model.delivery import Delivery
from kadocs.model.delivery.report import AcceptanceReport

ARRIVAL = {"type": "到货验收", "date": "2027-05-13", "conclusion": "通过"}
FIRST = {"type": "初步验收", "date": "2027-09-21", "conclusion": "有条件通过"}
SERVICE = {"type": "服务验收", "date": "2027-11-26", "conclusion": "通过"}
FINAL = {"type": "最终验收", "date": "2027-12-29", "conclusion": "通过"}


def reports(*acceptances: dict[str, Any], **said: Any) -> list[AcceptanceReport]:
    return list(Delivery.model_validate({"acceptances": acceptances, **said}).reports)


def test_there_is_one_for_each_acceptance_with_what_the_record_says_of_it() -> None:
    found = reports(ARRIVAL, {**FINAL, "certificate": "Z-9"})
    assert [(each.type.zh, each.certificate) for each in found] == [("到货验收", None), ("最终验收", "Z-9")]


def test_a_row_belongs_to_the_acceptance_that_it_names_and_to_all_where_it_names_none() -> None:
    rows = [{"requirement": "甲", "variant": "初步验收"}, {"requirement": "乙"}]
    first, service = reports(FIRST, SERVICE, items=rows)
    assert [item.requirement for item in first.items] == ["甲", "乙"]
    assert [item.requirement for item in service.items] == ["乙"]


def test_the_final_report_answers_for_every_requirement_that_was_checked_before_it() -> None:
    rows = [{"requirement": name, "variant": name} for name in ("初步验收", "最终验收", "服务验收")]
    _, final = reports(FIRST, FINAL, items=rows)
    assert [item.requirement for item in final.items] == ["初步验收", "最终验收"]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("stages", {"stage": "试运行", "actual": "2027-12-20"}),
        ("tests", {"test": "回归", "date": "2027-12-18"}),
        ("changes", {"no": "BG-9", "date": "2027-11-30"}),
        ("trainings", {"course": "运维", "date": "2027-11-24"}),
        ("documents", {"document": "竣工图", "date": "2027-12-27"}),
    ],
)
def test_what_came_after_the_day_of_an_acceptance_is_not_in_its_report(
    table: str, row: dict[str, str]
) -> None:
    first, final = reports(FIRST, FINAL, **{table: [row]})
    assert (len(getattr(first, table)), len(getattr(final, table))) == (0, 1)


def test_a_stage_that_is_not_done_is_not_reported_as_passed_through() -> None:
    [report] = reports(FINAL, stages=[{"stage": "终验", "planned": "2027-12-24"}])
    assert report.stages == ()


def test_an_issue_that_was_closed_later_is_open_in_the_report_and_told_as_closed_in_the_next() -> None:
    issue = {"text": "倍率有误", "variant": "初步验收", "closed_on": "2027-10-29"}
    first, final = reports(FIRST, FINAL, open_issues=[issue])
    assert [each.closed_on for each in first.issues] == [None]
    assert (first.earlier, final.issues) == ((), ())
    assert [each.closed_on for each in final.earlier] == [dt.date(2027, 10, 29)]


def test_each_delivery_accepts_the_goods_that_came_since_the_one_before() -> None:
    second = {**ARRIVAL, "date": "2027-06-20"}
    goods = [{"item": "服务器", "date": "2027-05-06"}, {"item": "防火墙", "date": "2027-06-18"}]
    found = reports(ARRIVAL, second, FIRST, arrivals=goods)
    assert [[each.item for each in report.arrivals] for report in found] == [["服务器"], ["防火墙"], []]


def test_each_acceptance_of_services_looks_at_the_periods_since_the_one_before() -> None:
    second = {**SERVICE, "date": "2028-02-26"}
    periods = [{"period": "一", "date": "2027-10-31"}, {"period": "二", "date": "2028-01-31"}]
    found = reports(FIRST, SERVICE, second, services=periods)
    assert [[each.period for each in report.services] for report in found] == [[], ["一"], ["二"]]


def test_the_trial_run_stands_in_the_final_report_alone() -> None:
    trial = {"start": "2027-09-22", "end": "2027-12-20"}
    assert [report.trial is not None for report in reports(FIRST, SERVICE, FINAL, trial=trial)] == [
        False,
        False,
        True,
    ]


def test_the_warranty_is_stated_from_the_acceptance_that_starts_it() -> None:
    agreed = {"warranty_start": "自初验起", "warranty_months": "36"}
    arrival, first, final = reports(ARRIVAL, FIRST, FINAL, **agreed)
    assert arrival.warranty_from is None
    assert first.warranty_from == final.warranty_from == dt.date(2027, 9, 21)
    assert final.warranty_to == dt.date(2030, 9, 21)


def test_tests_and_findings_are_counted() -> None:
    joint = {"test": "联调", "cases": "900", "passed": "899", "failed": "1"}
    security = {"test": "等保", "cases": "100", "passed": "100"}
    items = [{"requirement": "甲", "conclusion": "合格"}, {"requirement": "乙", "conclusion": "让步接收"}]
    changes = [{"no": "1", "amount": "CNY 248000"}, {"no": "2", "amount": "CNY -62000"}]
    [report] = reports(FINAL, tests=[joint, security], items=items, changes=changes)
    assert (report.cases, report.passed, report.failed, str(report.pass_rate)) == (1000, 999, 1, "0.9990")
    assert (report.items_passed, report.items_waived, report.items_failed) == (1, 1, 0)
    assert report.changes_total is not None
    assert report.changes_total.amount == 186000
