"""A whole deal in Excel, spoilt in many cells at once: every fault is told in one run, each at its cell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kadocs import sources
from kadocs.cli import main
from kadocs.tree.node import steps

SAMPLE = Path(__file__).parents[1] / "samples" / "rail-iscs" / "deal.xlsx"


class Fault(NamedTuple):
    """What is typed over the value at `path`, and the finding that follows, there or `at` another value."""

    path: str
    typed: str | int | float
    code: str
    at: str = ""


# What no type of value can be.
MISTYPED = [
    Fault("account.uscc", "91000000MA0QLGD01X", "DATA013"),
    Fault("account.tier", "特级", "DATA013"),
    Fault("account.founded", "2008年13月26日", "DATA013"),
    Fault("account.employees", "九千多人", "DATA013"),
    Fault("account.payment_days", "75公里", "DATA013"),
    Fault("account.registered_capital", "约80亿", "DATA013"),
    Fault("account.strategic_account", "大概是", "DATA013"),
    Fault("account.next_on", "12月10日", "DATA013"),
    Fault("opportunity.stage_since", "26/3/5", "DATA013"),
    Fault("opportunity.controllability", "较高", "DATA013"),
    Fault("opportunity.coach_score", 70, "DATA013"),
    Fault("opportunity.initiated_on", "待定", "DATA013"),
    Fault("vendor.founded", "很久以前", "DATA013"),
    Fault("vendor.uscc", 910000000000000018, "DATA038"),
    Fault("solution.start", "2027-02-30", "DATA013"),
    Fault("solution.training[0].people", "若干", "DATA013"),
    Fault("tender.performance_bond", "5分", "DATA013"),
    Fault("tender.site_visit", "下周二", "DATA013"),
    Fault("bid.agent.id_number", "999999197904050037", "DATA013"),
    Fault("bid.bond.call_days", "7年", "DATA013"),
    Fault("qualifications.people[0].age", "四十四", "DATA013"),
    Fault("qualifications.finance[0].year", "去年", "DATA013"),
    Fault("qualifications.litigation[0].date", "2024-4-31", "DATA013"),
    Fault("negotiation.capital_rate", "4.35‰", "DATA013"),
    Fault("contract.copies", "八份半", "DATA013"),
    Fault("contract.ld_cap", "百分之五左右", "DATA013"),
]

# What can be read, and cannot be true or may not be.
MISTAKEN = [
    Fault("opportunity.account", "青岚地铁公司", "DEAL002"),
    Fault("requirements[1].id", "R-01", "DEAL001"),
    Fault("requirements[0].response", "部分满足", "PROP002", "requirements[0].mitigation"),
    Fault("solution.tasks[2].depends_on", "T-99", "PROP032"),
    Fault("quote.items[0].amount", 1, "PROP010"),
    Fault("quote.total", 20968901, "PROP011"),
    Fault("quote.subtotal", 18744716.68, "PROP011"),
    Fault("quote.total_cn", "贰仟零玖拾陆万捌仟玖佰零壹元整", "PROP012"),
    Fault("quote.payment[1].amount", 8387561, "PROP013"),
    Fault("quote.date", "2026-03-01", "PROP022", "quote.validity_days"),
    Fault("quote.status", "草稿", "PROP025"),
    Fault("opportunity.ceiling", "2000万元", "PROP023"),
    Fault("account.tier_scores[0].weight", 22, "DEV020", "account.tier_scores"),
    Fault("account.checks[0].date", "2026-01-05", "DEV031"),
    Fault("account.export_control", "确认", "DEV034"),
    Fault("contacts[1].reports_to", "周亦恒", "DEV040"),
    Fault("contacts[0].last_contact", "2026-08-12", "DEV042"),
    Fault("opportunity.verified_on", "2026-09-16", "DEV003"),
    Fault("opportunity.expected_tender", "2027-02-04", "DEV004", "opportunity.expected_sign"),
    Fault("opportunity.lead.responded_at", "2026-03-11 16:40", "DEV010"),
    Fault("opportunity.visits[0].next_on", "2026-10-03", "DEV062"),
    Fault("opportunity.actions[0].due", "2026-10-27", "DEV060"),
    Fault("opportunity.meddpicc[1].element", "量化指标", "DEV053"),
    Fault("competitors[0].name", "云岭控制技术股份有限公司", "DEV070"),
    Fault("approval.criteria[0].weight", 20, "QUAL001", "approval.criteria"),
    Fault("approval.approvals[0].name", "顾闻笛", "QUAL030"),
    Fault("approval.approvals[2].date", "2026-10-11", "QUAL032"),
    Fault("approval.estimate.costs[0].amount", 230001, "QUAL022"),
    Fault("approval.estimate.net_price", 21000000, "QUAL023"),
    Fault("tender.buyer", "青岚地铁公司", "BID056"),
    Fault("bid.validity_days", 60, "BID008"),
    Fault("bid.bond.amount", "30万元", "BID006"),
    Fault("bid.submitted_at", "2026-12-26 10:00", "BID009"),
    Fault("bid.technical_deviations[0].kind", "负偏离", "BID020"),
    Fault("tender.evaluation.factors[0].our_score", 31, "BID152"),
    Fault("negotiation.issues[0].weight", 35, "NEG024", "negotiation.issues"),
    Fault("negotiation.concessions[1].price", "2072.89万元", "NEG021"),
    Fault("negotiation.payment_terms[0].our_share", "25%", "NEG025", "negotiation.payment_terms"),
    Fault("contract.buyer", "青岚轨道公司", "NEG014"),
    Fault("contract.payment[1].amount", 8387561, "NEG045"),
    Fault("contract.bond_rate", "12%", "NEG012"),
    Fault("contract.review.seals[0].applied_by", "程砚白", "NEG063", "contract.review.seals[0].approved_by"),
    Fault("delivery.deliverables[0].quantity", 51, "DELV010"),
    Fault("delivery.items[0].conclusion", "不合格", "DELV020", "delivery.conclusion"),
    Fault("delivery.tests[0].failed", 8, "DELV050", "delivery.tests[0].cases"),
    Fault("delivery.trial.end", "2027-10-20", "DELV051"),
    Fault("delivery.changes[0].approved_by", "", "DELV045", "delivery.changes[0].no"),
]

PLANTED = [*MISTYPED, *MISTAKEN]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[Fault, str]]:
    """The sample's workbook with every fault planted, and the cell at which each must be told."""
    loaded = sources.load(SAMPLE)
    workbook = openpyxl.load_workbook(SAMPLE)
    cells = {}
    for fault in PLANTED:
        sheet, _, cell = loaded.place(steps(fault.path)).cell.partition("!")
        page: Worksheet = workbook[sheet]
        page[cell] = fault.typed
        cells[fault] = loaded.place(steps(fault.at or fault.path)).cell
    path = tmp_path_factory.mktemp("spoilt") / "deal.xlsx"
    workbook.save(path)
    return path, cells


def test_sixty_faults_in_one_workbook_are_told_in_one_run_each_at_its_cell(
    spoilt: tuple[Path, dict[Fault, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    path, cells = spoilt
    assert len(cells) >= 60
    assert main(["check", str(path), "--as-of", "2026-11-23", "--json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    found = {(finding["code"], finding["cell"]) for finding in findings}
    missed = [(fault, cell) for fault, cell in cells.items() if (fault.code, cell) not in found]
    assert not missed, missed
    assert all(finding["message"] and finding["hint"] for finding in findings)


def test_the_annotated_copy_shows_every_fault_at_its_cell(
    spoilt: tuple[Path, dict[Fault, str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, cells = spoilt
    copy = tmp_path / "told.xlsx"
    main(["check", str(path), "--as-of", "2026-11-23", "--annotate", str(copy)])
    workbook = openpyxl.load_workbook(copy)
    for fault, place in cells.items():
        sheet, _, cell = place.partition("!")
        note = workbook[sheet][cell].comment
        assert note is not None, fault
        assert fault.code in note.text, fault
