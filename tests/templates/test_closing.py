"""项目结项报告: how the project ended, in goals, money and lessons."""

from __future__ import annotations

from typing import Any

import pytest

from kadocs.figures.money import Money
from kadocs.model import Deal
from tests.templates.printed import DEALS, LANGUAGES, Document, deal, document, sample, secrets

BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"id": "QL-1", "name": "综合监控改造"},
    "contract": {"number": "HT-1"},
    "closing": {"closed_on": "2028-03-10"},
}
CHAPTERS = {
    "zh": [
        "项目概况",
        "目标达成情况",
        "财务结果",
        "变更、风险与遗留问题",
        "交付物归档清单",
        "客户满意度",
        "经验教训",
        "赢单复盘",
        "后续商机",
        "移交运维",
        "结项审批",
    ],
    "en": [
        "The project",
        "Goals reached",
        "Financial result",
        "Changes, risks and open points",
        "Archive",
        "Customer satisfaction",
        "Lessons",
        "Why we won, or lost",
        "Follow-up business",
        "Hand-over to operations",
        "Approval",
    ],
}


def report(of: Deal, language: str = "zh") -> Document:
    return document("closing", of, language)


def plain(amount: Money | None) -> str:
    assert amount is not None
    return f"{amount.amount:,.2f}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_the_eleven_chapters_stand_in_their_order(name: str, language: str) -> None:
    assert report(sample(name), language).styled("Heading1") == CHAPTERS[language]


@pytest.mark.parametrize("name", DEALS)
def test_planned_and_actual_are_those_of_the_model(name: str) -> None:
    closing = sample(name).closing
    assert closing is not None
    rows = {row[0]: row[1:] for row in report(sample(name)).table("计划") if len(row) == 3}
    found = {
        row[0]: row[1:] for table in report(sample(name)).tables for row in table if len(row) == 3
    } | rows
    assert found["收入（不含税）"] == [plain(closing.planned_revenue), plain(closing.revenue)]
    assert found["成本（不含税；计划为预算基线）"] == [plain(closing.budget), plain(closing.actual)]
    assert closing.margin is not None
    assert found["毛利率"][1] == f"{closing.margin * 100:.2f}%"


@pytest.mark.parametrize("name", DEALS)
def test_the_four_classes_of_cost_add_up(name: str) -> None:
    closing = sample(name).closing
    assert closing is not None
    *classes, total = report(sample(name)).table("预算基线")
    assert [row[4] for row in classes] == [plain(cost.actual) for cost in closing.costs]
    assert (total[1], total[3], total[4]) == tuple(
        map(plain, (closing.budget, closing.approved, closing.actual))
    )


@pytest.mark.parametrize(
    ("revenue", "said"), [("1000", "比计划低10.00个百分点"), ("2000", "比计划高35.00个百分点")]
)
def test_the_margin_is_compared_with_the_plan(revenue: str, said: str) -> None:
    money = {"planned_revenue": "CNY 1000", "revenue": f"CNY {revenue}"}
    costs = [{"group": "人工服务", "budget": "CNY 800", "actual": "CNY 900"}]
    found = report(deal(**BARE | {"closing": BARE["closing"] | money | {"costs": costs}}))
    assert said in found.text


def test_a_saving_and_a_risk_that_is_still_watched_are_told() -> None:
    risks = [{"risk": "备件停产", "occurred": "否"}]
    found = report(deal(**BARE | {"closing": BARE["closing"] | {"risks": risks}}))
    assert found.table("是否发生") == [["1", "备件停产", "否", "—", "跟踪中"]]


def test_an_exception_names_who_answers_for_it() -> None:
    exception = {
        "exception": "终验款未开票",
        "reason": "待客户",
        "approved_by": "傅云舒",
        "due": "2028-04-30",
    }
    found = report(deal(**BARE | {"closing": BARE["closing"] | {"exceptions": [exception]}}))
    assert found.table("例外") == [["1", "终验款未开票", "待客户", "傅云舒", "2028-04-30"]]
    assert "例外" not in report(deal(**BARE)).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_close_leaves_no_hole(language: str) -> None:
    found = report(deal(**BARE), language)
    assert found.hollow == []
    assert found.silent <= {"SectionEnd"}
    kept = [CHAPTERS[language][at] for at in (0, 2, 10)]
    assert found.styled("Heading1") == kept


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_nothing_secret_stands_in_it(name: str, language: str) -> None:
    said = report(sample(name), language).text
    assert [secret for secret in secrets(sample(name)) if secret in said] == []
