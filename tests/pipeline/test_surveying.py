"""Where deals stand."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kadocs.figures.money import Money
from kadocs.pipeline import Request
from kadocs.pipeline.surveying import Survey, survey
from tests.sources.excel.workbooks import write
from tests.sources.register.registers import HEADS, line

TODAY = date(2026, 11, 20)
DEAL = """
account: {name: 青岚轨道}
opportunity:
  name: 二号线改造
  stage: 开发
  buyer_step: 内部立项
  budget: 100万元
  fund_status: 已批预算
  procurement_method: 企业自主
  expected_sign: 2027-01-15
  source: 设备处处长
  reliability: A
  verified_on: 2026-11-16
  expected_amount: 1200000
  probability: 60
  triangle: {account_manager: 沈书航}
"""


def surveyed(*paths: Path, owner: str = "") -> Survey:
    return survey(Request(paths, TODAY), owner)


def deal(folder: Path, text: str = DEAL) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "deal.yaml").write_text(text, "utf-8")
    return folder


def test_a_deal_has_its_owner_stage_node_deadline_and_amount(tmp_path: Path) -> None:
    [found] = surveyed(deal(tmp_path / "rail")).standings
    assert (found.deal, found.project, found.account, found.owner) == (
        "rail", "二号线改造", "青岚轨道", "沈书航",
    )  # fmt: skip
    assert found.stage and found.stage.code == "develop"
    assert found.buyer_step and found.buyer_step.label.zh == "内部立项"
    assert found.node and (found.node.zh, found.missing) == ("准确的项目信息", ())
    assert found.deadline and (found.deadline.title.zh, found.days) == ("预计签约日", 56)
    assert (found.amount, found.amount_of) == (Money(Decimal(1200000), "CNY"), "opportunity.expected_amount")
    assert found.weighted == Decimal(720000)


def test_what_the_key_node_still_takes_is_named(tmp_path: Path) -> None:
    text = DEAL.replace("  source: 设备处处长\n", "").replace("2026-11-16", "2026-01-01")
    [found] = surveyed(deal(tmp_path, text)).standings
    assert found.missing[0].zh == "信息来源"
    assert len(found.missing) == 2 and "核实" in found.missing[1].zh


def test_without_a_stage_it_is_the_first_node_that_is_not_reached(tmp_path: Path) -> None:
    [found] = surveyed(deal(tmp_path, DEAL.replace("  stage: 开发\n", ""))).standings
    assert found.stage is None and found.node and found.node.zh == "售前立项"


def test_a_deal_that_is_lost_has_no_node_and_no_deadline(tmp_path: Path) -> None:
    [found] = surveyed(deal(tmp_path, DEAL.replace("stage: 开发", "stage: 丢单"))).standings
    assert (found.node, found.deadline) == (None, None)


@pytest.mark.parametrize(
    ("more", "amount", "field"),
    [
        ("", "CNY 1200000", "opportunity.expected_amount"),
        ("quote: {total: 1100000}", "CNY 1100000", "quote.total"),
        (
            "quote: {currency: EUR, items: [{name: 屏, quantity: 2, unit_price: 10}]}",
            "EUR 20.00",
            "quote.total",
        ),
        ("quote: {currency: EUR}", "EUR 1200000", "opportunity.expected_amount"),
        ("contract: {amount: USD 5}", "USD 5", "contract.amount"),
    ],
)
def test_a_deal_is_worth_what_is_surest(tmp_path: Path, more: str, amount: str, field: str) -> None:
    [found] = surveyed(deal(tmp_path, f"{DEAL}{more}\n")).standings
    assert found.amount and f"{found.amount.currency} {found.amount.amount:f}" == amount
    assert found.amount_of == field


def test_a_deal_that_cannot_be_read_is_listed_and_stops_no_other(tmp_path: Path) -> None:
    deal(tmp_path / "good")
    deal(tmp_path / "half", DEAL.replace("2027-01-15", "2027-13-15").replace("A\n", "Z\n"))
    deal(tmp_path / "none", "[")
    found = surveyed(tmp_path, tmp_path / "missing.yaml")
    by_name = {each.deal: each for each in found.standings}
    assert {name: each.errors for name, each in by_name.items()} == {
        "good": 0, "half": 2, "none": 1, "missing.yaml": 1,
    }  # fmt: skip
    assert by_name["half"].owner == "沈书航" and not found.done
    assert surveyed(tmp_path / "good").done


def test_deals_are_sorted_by_owner_then_deadline(tmp_path: Path) -> None:
    rows = [
        line("P-1", 客户经理="沈书航", 预计签约日="2027-05-01"),
        line("P-2", 客户经理="陆知远"),
        line("P-3", 客户经理="沈书航", 预计签约日="2027-01-01"),
        line("P-4", 客户经理=None),
        line("P-5", 客户经理="沈书航", 预计签约日=None),
    ]
    path = write(tmp_path / "register.xlsx", 台账=[HEADS, *rows])
    found = [each.deal for each in surveyed(path).standings]
    assert found == ["P-3", "P-1", "P-5", "P-2", "P-4"]
    assert [each.deal for each in surveyed(path, owner=" 沈 书航").standings] == ["P-3", "P-1", "P-5"]


def test_a_deal_whose_owner_cannot_be_read_is_everybodys(tmp_path: Path) -> None:
    deal(tmp_path / "none", "[")
    deal(tmp_path / "other", DEAL.replace("沈书航", "陆知远"))
    assert [each.deal for each in surveyed(tmp_path, owner="沈书航").standings] == ["none"]


def test_what_is_wrong_with_a_register_as_such_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "register.xlsx", 台账=[HEADS, line("P-1"), line("P-2", 商机编号=None)])
    found = surveyed(path)
    assert [each.deal for each in found.standings] == ["P-1"]
    assert [finding.code for finding in found.findings] == ["DATA060"] and not found.done
