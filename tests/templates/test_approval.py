"""售前立项报告: whether we go for the deal, as the approval board reads it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kadocs.figures.money import Money
from kadocs.model import Audience, Deal, shape
from tests.templates.printed import (
    DEALS,
    LANGUAGES,
    Document,
    always,
    deal,
    deliverable,
    document,
    draft,
    sample,
    secrets,
    template,
)

BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"id": "QL-1", "name": "综合监控改造"},
    "approval": {
        "criteria": [{"criterion": "预算已落实", "weight": "100", "score": "8"}],
        "approvals": [{"post": "销售负责人"}],
        "estimate": {"costs": [{"group": "人工服务", "name": "设计", "amount": "230000"}]},
    },
}
"""A deal that holds what the approval report needs and nothing else."""

CLASSES = {
    "zh": ("人工服务", "第三方服务", "第三方软硬件采购", "项目费用"),
    "en": ("Labour", "Third-party services", "Third-party hardware and software", "Project expenses"),
}


def report(of: Deal, language: str = "zh") -> Document:
    return document("approval", of, language)


def with_approval(**fields: Any) -> Deal:
    return deal(**BARE | {"approval": BARE["approval"] | fields})


def plain(amount: Money | None) -> str:
    assert amount is not None
    return f"{amount.amount:,.2f}"


@pytest.mark.parametrize("name", DEALS)
def test_the_decision_page_says_verdict_score_and_decision(name: str) -> None:
    approval = sample(name).view(Audience.INTERNAL, "zh")["approval"]
    [verdict] = report(sample(name)).styled("Verdict")
    for said in (approval["verdict"], f"{approval['score']:.1f} / 100", approval["decision"]):
        assert said in verdict


@pytest.mark.parametrize("name", DEALS)
def test_the_business_case_is_the_estimate(name: str) -> None:
    of, found = sample(name), report(sample(name))
    assert of.approval is not None
    estimate = of.approval.estimate
    assert estimate is not None
    said = {
        "报价（含税）": estimate.price,
        "报价（不含税）": estimate.net_price,
        "总成本（不含税）": estimate.total_cost,
        "毛利额": estimate.gross_profit,
        "净利额": estimate.net_profit,
        "第三方服务": estimate.services,
    }
    summary = {row[0]: row[1] for row in found.table("金额")}
    assert {label: summary[label] for label in said} == {
        label: plain(amount) for label, amount in said.items()
    }
    for label, margin in (("毛利率", estimate.gross_margin), ("净利率", estimate.net_margin)):
        assert margin is not None
        assert summary[label] == found.value(label) == f"{margin * 100:.2f}%"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_the_costs_stand_in_four_classes_and_add_up(name: str, language: str) -> None:
    of = sample(name)
    assert of.approval is not None
    estimate = of.approval.estimate
    assert estimate is not None
    rows = report(of, language).table("单位成本" if language == "zh" else "Unit cost")
    totals = {row[0]: row[1] for row in rows if len(row) == 3}
    sums = (estimate.labour, estimate.services, estimate.purchases, estimate.expenses)
    assert [totals[label] for label in CLASSES[language]] == [plain(amount) for amount in sums]
    assert rows[-1][1] == plain(estimate.total_cost)
    lines = [Decimal(row[4].replace(",", "")) for row in rows if len(row) == 6]
    assert sum(lines) == estimate.total_cost.amount
    assert len(lines) == len(estimate.costs)


@pytest.mark.parametrize("name", DEALS)
def test_the_cash_flow_has_a_row_a_month_with_the_balance(name: str) -> None:
    of = sample(name)
    assert of.approval is not None
    assert of.approval.estimate is not None
    rows = report(of).table("累计净流量")
    assert [(row[0], row[4]) for row in rows] == [
        (m.month, plain(m.balance)) for m in of.approval.estimate.cash
    ]


@pytest.mark.parametrize("name", DEALS)
def test_the_scorecard_adds_up_by_question(name: str) -> None:
    of = sample(name)
    assert of.approval is not None
    rows = report(of).table("评审项")
    assert [row[0] for row in rows if len(row) == 1] == [
        f"项目真实吗（{of.approval.real_score:.1f} / 100）",
        f"能赢吗（{of.approval.win_score:.1f} / 100）",
        f"值得做吗（{of.approval.worth_score:.1f} / 100）",
    ]
    assert rows[-1][1:4:2] == ["100", f"{of.approval.score:.1f}"]


def test_criteria_without_a_question_are_not_lost() -> None:
    rows = report(with_approval()).table("评审项")
    assert [row[0] for row in rows] == ["预算已落实", "合计"]


def test_a_hard_stop_says_who_waived_it_and_why() -> None:
    waiver = {"waived_by": "程砚白", "waived_on": "2026-10-15", "reason": "已回避"}
    stops = [
        {"kind": "利益冲突", "hit": "是", "evidence": "持股 3%", **waiver},
        {"kind": "无限责任", "hit": "是"},
        {"kind": "制裁或失信", "hit": "否"},
    ]
    found = report(with_approval(hard_stops=stops))
    waived, hit, clear = found.table("否决项")
    assert waived[1:] == ["已豁免", "持股 3%豁免：程砚白，2026年10月15日。已回避"]
    assert (hit[1], clear[1]) == ("触发", "未触发")
    assert "不立项" in found.styled("Verdict")[0]
    assert "未豁免的否决项" in found.text


def test_the_sign_off_leaves_room_for_every_signature() -> None:
    posts = [
        {"post": "销售负责人", "name": "江听澜", "opinion": "同意", "date": "2026-10-13"},
        {"post": "本部总裁"},
    ]
    rows = report(with_approval(approvals=posts)).table("签字")
    assert rows == [["销售负责人", "江听澜", "同意", "", "2026-10-13", ""], ["本部总裁", "", "", "", "", ""]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_margin_floor_and_what_is_said_of_people_do_not_stand_in_it(name: str, language: str) -> None:
    of, found = sample(name), report(sample(name), language).text
    assert [secret for secret in secrets(of) if secret in found] == []
    assert of.approval is not None
    assert of.approval.estimate is not None
    floor = of.approval.estimate.margin_floor
    assert floor is not None
    assert f"{floor * 100:.0f}%" not in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_deal_makes_a_whole_report(language: str) -> None:
    found = report(deal(**BARE), language)
    assert found.silent <= {"SectionEnd", "CoverDate"}
    assert found.hollow == []
    for vanished in ("风险清单", "现金流", "售前投入", "Risks", "Cash flow", "Presales effort"):
        assert vanished not in found.headings


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_needs_are_what_is_printed_whatever_the_deal_holds(language: str) -> None:
    drawn_from = {
        "approval.score": "approval.criteria",
        "approval.verdict": "approval.criteria",
        "approval.estimate.total_cost": "approval.estimate.costs",
        "approval.estimate.currency": "approval.estimate.costs",  # every estimate has one
    }
    found = {drawn_from.get(name, name) for name in always(template("approval", language).fields())}
    assert found == set(deliverable("approval").says.needs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_used_that_the_model_lacks_or_our_people_may_not_see(language: str) -> None:
    assert template("approval", language).check(shape(Audience.INTERNAL)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_of_nothing_counts_nothing_and_leaves_no_table_empty(language: str) -> None:
    found = draft("approval", deal(), language)
    assert found.hollow == []
    assert "0.0" not in found.text
