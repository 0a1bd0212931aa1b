"""客户评估报告: what the client is worth to us, as the head of sales reads it."""

from __future__ import annotations

from typing import Any

import pytest

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
    "account": {
        "name": "青岚轨道",
        "tier": "A级",
        "recommendation": "持续培育",
        "reasons": ["改造需求明确", "付款守约", "关系良好"],
        "tier_scores": [
            {"criterion": "规模", "weight": "60", "score": "8"},
            {"criterion": "关系", "weight": "40", "score": "7"},
        ],
    },
    "opportunity": {"name": "综合监控改造"},
}
"""A deal that holds what the assessment needs and nothing else."""

HEADS = {
    "zh": "姓名 部门 职务 采购角色 影响力 立场 关系温度 反应模式 倾向及原因 我方对接人 最近接触 "
    "业务诉求 个人赢 决策点 下一步",
    "en": "Name,Department,Position,Role,Influence,Stance,Access,Mode,Prefers-and why,Our owner,Last contact,"
    "Business need,Personal win,Decision points,Next step",
}
"""The fifteen columns of the stakeholders, which stand in two tables."""


def columns(language: str) -> set[str]:
    heads = HEADS[language].split(" " if language == "zh" else ",")
    return {head.replace("Prefers-and", "Prefers, and") for head in heads}


def assessed(of: Deal, language: str = "zh") -> Document:
    return document("assessment", of, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_the_verdict_names_tier_score_and_recommendation(name: str, language: str) -> None:
    account = sample(name).view(Audience.INTERNAL, language)["account"]
    [verdict] = assessed(sample(name), language).styled("Verdict")
    for said in (account["tier"], f"{account['value_score']:.1f}", account["recommendation"]):
        assert said in verdict


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_the_fifteen_columns_of_the_stakeholders_is_there(language: str) -> None:
    found = assessed(sample("rail-iscs"), language)
    tables = [table for table in found.tables if table[0][0] in ("姓名", "Name")]
    assert {head for table in tables for head in table[0]} >= columns(language)
    for table in tables:
        assert [row[0].rstrip(" ★") for row in table[1:]] == [p.name for p in sample("rail-iscs").contacts]


def test_a_neutral_stance_is_nought_and_no_gap() -> None:
    of = deal(**BARE, contacts=[{"name": "邵知行", "stance": "0", "influence": "3"}, {"name": "唐予宁"}])
    assert [row[5] for row in assessed(of).table("立场")] == ["0", "—"]


@pytest.mark.parametrize("name", DEALS)
def test_the_scoring_matrix_adds_up_to_the_score(name: str) -> None:
    of = sample(name)
    assert of.account is not None
    *lines, total = assessed(of).table("加权得分")
    assert [line[4] for line in lines] == [f"{score.weighted:.1f}" for score in of.account.tier_scores]
    assert total[1:4:2] == ["100", f"{of.account.value_score:.1f}"]


@pytest.mark.parametrize("name", DEALS)
def test_c139_comes_with_its_thirteen_points(name: str) -> None:
    of = sample(name)
    assert of.opportunity is not None
    found = assessed(of)
    points = found.table("控制点")
    assert len(points) == 13
    assert [point[2] for point in points].count("✔") == sum(bool(p.reached) for p in of.opportunity.c139)
    assert f"C139 当前值为{of.opportunity.c139_value}" in found.text


@pytest.mark.parametrize("name", DEALS)
def test_rivals_are_compared_on_every_axis(name: str) -> None:
    of = sample(name)
    assert of.opportunity is not None
    assert of.opportunity.rivalry is not None
    rows = assessed(of).table("合计")
    firms = of.opportunity.rivalry.firms
    assert [(row[0], row[-1]) for row in rows] == [(firm.name, str(firm.total)) for firm in firms]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_what_is_secret_does_not_stand_in_it(name: str, language: str) -> None:
    found = assessed(sample(name), language).text
    assert [secret for secret in secrets(sample(name)) if secret in found] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_deal_makes_a_whole_assessment(language: str) -> None:
    found = assessed(deal(**BARE), language)
    assert (
        found.headings
        == {
            "zh": ["评估结论", "客户概况", "价值评分", "客户价值评分"],
            "en": ["Conclusion", "Client profile", "Value score", "Value of the client"],
        }[language]
    )
    assert found.silent <= {"SectionEnd", "CoverDate"}
    assert found.hollow == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_needs_are_what_is_printed_whatever_the_deal_holds(language: str) -> None:
    drawn_from = {"account.value_score": "account.tier_scores"}
    found = {drawn_from.get(name, name) for name in always(template("assessment", language).fields())}
    assert found == set(deliverable("assessment").says.needs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_used_that_the_model_lacks_or_our_people_may_not_see(language: str) -> None:
    assert template("assessment", language).check(shape(Audience.INTERNAL)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_of_nothing_counts_nothing_and_leaves_no_table_empty(language: str) -> None:
    found = draft("assessment", deal(), language)
    assert found.hollow == []
    assert "0.0" not in found.text
