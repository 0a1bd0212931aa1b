"""The charts of a deal: what each shows, for whom, and that none is drawn without figures."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from kadocs.model import Audience, Deal, fields
from kadocs.model.charts import Charts
from kadocs.model.view import Record
from tests.model import specimen
from tests.model.test_absurd import cases

PEOPLE = [
    {"name": "周亦衡", "dept": "集团领导", "role": "EB", "stance": "1", "influence": "5", "access": "3"},
    {"name": "贺明澈", "role": "UB", "stance": "2", "influence": "4", "reports_to": "周亦衡"},
    {"name": "秦朗", "stance": "2", "influence": "4", "access": "0", "reports_to": "无此人"},
    {"name": "邵知行", "dept": "招标合约部"},
]
QUOTE = {
    "currency": "CNY",
    "tax_mode": "inclusive",
    "items": [
        {"name": "a", "category": "硬件", "quantity": "1", "unit_price": "600000", "tax_rate": "13%"},
        {"name": "b", "category": "软件", "quantity": "1", "unit_price": "400000", "tax_rate": "13%"},
    ],
    "payment": [{"node": "预付款", "share": "30%"}, {"node": "终验款", "share": "70%"}],
    "waterfall": [
        {"step": "目录价", "amount": "1200000"},
        {"step": "折扣", "amount": "-200000"},
        {"step": "返点", "amount": "50000"},
    ],
}


def charts(audience: Audience = Audience.SECRET, language: str = "zh", **sections: Any) -> Record:
    return Deal.model_validate(sections).view(audience, language)["charts"]


def series(chart: Record) -> dict[str, tuple[Any, ...]]:
    """The values of each series by its name, gaps as None."""
    return {
        row["name"]: tuple(value if isinstance(value, Decimal) else None for value in row["values"])
        for row in chart["series"]
    }


def test_a_deal_without_figures_has_no_chart() -> None:
    assert not any(charts().values())


@pytest.mark.parametrize(
    ("audience", "names"),
    [
        (Audience.PUBLIC, set()),
        (
            Audience.CUSTOMER,
            {"price_breakdown", "gantt", "payment_timeline", "s_curve", "project_risk_matrix", "team_chart"},
        ),
        (
            Audience.INTERNAL,
            {field.name for field in fields(Charts)}
            - {"margin_floor", "zopa", "waterfall", "concession_steps"},
        ),
        (Audience.SECRET, {field.name for field in fields(Charts)}),
    ],
)
def test_each_audience_has_the_charts_whose_figures_it_may_see(audience: Audience, names: set[str]) -> None:
    view = specimen.deal().view(audience, "zh")
    assert set(view.get("charts", {})) == names


def test_the_power_map_places_people_by_stance_and_influence_and_tells_who_is_missing() -> None:
    chart = charts(contacts=PEOPLE)["power_map"]
    shown = {row["name"]: row for row in chart["series"]}
    assert (shown["经济决策"]["x"], shown["经济决策"]["y"], shown["经济决策"]["size"]) == ((1,), (5,), (3,))
    assert shown["经济决策"]["labels"] == ("周亦衡",)
    assert shown["使用"]["x"] != shown["角色未定"]["x"], "two of one place stand apart"
    assert shown["角色未定"]["size"][0] > 0, "who is not reached is still seen"
    assert chart["note"].startswith("另有 1 人")


def test_the_power_map_shows_the_most_influential_of_many() -> None:
    crowd = [{"name": f"n{n}", "stance": "0", "influence": "1"} for n in range(30)]
    chart = charts(contacts=[*crowd, PEOPLE[0]])["power_map"]
    labels = [label for row in chart["series"] for label in row["labels"] if label]
    assert len(labels) == 20 and "周亦衡" in labels
    assert "11" in chart["note"]


def test_long_latin_names_are_called_by_surname() -> None:
    chart = charts(contacts=[{"name": "Gareth Llewelyn-Moss", "stance": "0", "influence": "3"}])["power_map"]
    assert chart["series"][0]["labels"] == ("G. Llewelyn-Moss",)


def test_the_organisation_chart_tells_whose_superior_is_not_known() -> None:
    chart = charts(account={"name": "青岚集团", "parent": "国资委"}, contacts=PEOPLE)["org_chart"]
    above = {box["name"]: box["parent"] for box in chart["nodes"]}
    assert above["贺明澈"] == "person 周亦衡"
    assert above["周亦衡"] == "dept 集团领导" and above["集团领导"] == "account"
    assert above["青岚集团"] == "group"
    assert "秦朗 → 无此人" in chart["note"]


def test_people_who_report_to_each_other_are_drawn_all_the_same() -> None:
    pair = [{"name": "甲", "reports_to": "乙"}, {"name": "乙", "reports_to": "甲"}]
    nodes = charts(contacts=pair)["org_chart"]["nodes"]
    order = [box["id"] for box in nodes]
    assert len(nodes) == 2
    for box in nodes:
        if isinstance(box["parent"], str):
            assert order.index(box["parent"]) < order.index(box["id"])


def test_the_price_breakdown_says_what_share_each_category_has() -> None:
    chart = charts(Audience.CUSTOMER, quote=QUOTE)["price_breakdown"]
    assert chart["categories"] == ("硬件（60.0%）", "软件（40.0%）")
    assert series(chart) == {"含税金额": (600000, 400000)}
    assert chart["unit"] == "万元"


def test_the_smallest_of_many_categories_are_one() -> None:
    items = [
        {"name": "x", "category": f"c{n}", "quantity": "1", "unit_price": str(100 + n)} for n in range(12)
    ]
    chart = charts(quote={**QUOTE, "items": items})["price_breakdown"]
    assert len(chart["categories"]) == 8 and chart["categories"][-1].startswith("其他")
    assert sum(series(chart)["含税金额"]) == sum(100 + n for n in range(12))


def test_payments_are_those_of_the_contract_or_else_of_the_quotation() -> None:
    quoted = series(charts(quote=QUOTE)["payment_timeline"])
    assert quoted == {"付款金额": (300000, 700000), "累计比例": (Decimal("0.3"), 1)}
    contract = {"payment": [{"node": "预付款", "share": "100%"}]}
    assert series(charts(quote=QUOTE, contract=contract)["payment_timeline"])["累计比例"] == (1,)


def test_the_waterfall_ends_at_the_pocket_price_with_steps_labelled_in_the_unit() -> None:
    chart = charts(quote=QUOTE)["waterfall"]
    assert chart["categories"] == ("目录价", "折扣", "返点", "口袋价")
    shown = series(chart)
    assert shown["价格"] == (1200000, None, None, 1050000)
    assert shown["扣减"] == (None, 200000, None, None)
    assert shown["增加"] == (None, None, 50000, None)
    assert chart["series"][0]["labels"][1:3] == ("−20.0", "+5.0")
    assert chart["axis"]["low"] < 1000000 and "不从零起" in chart["note"]


def test_a_waterfall_that_leads_below_zero_is_not_drawn() -> None:
    steps = [{"step": "a", "amount": "1"}, {"step": "b", "amount": "-2"}]
    assert not charts(quote={**QUOTE, "waterfall": steps})["waterfall"]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(-100, 100), min_size=1, max_size=30))
def test_every_bar_of_a_waterfall_stands_where_the_last_one_ended(steps: list[int]) -> None:
    rows = [{"step": "目录价", "amount": "4000"}, *({"step": "s", "amount": str(step)} for step in steps)]
    shown = series(charts(quote={**QUOTE, "waterfall": rows})["waterfall"])
    base = shown.get("\u00a0", ())
    level = Decimal(4000)
    for at, low in enumerate(base):
        up, down = (shown.get(name, (None,) * len(base))[at] for name in ("增加", "扣减"))
        if low is not None:
            assert level in (low, low + (down or 0))
            level += (up or 0) - (down or 0)


ISSUES = [
    {
        "topic": "预付款", "weight": "60", "ideal": "30%", "target": "20%", "walk_away": "10%",
        "their_open": "0%", "their_limit_est": "20%",
    },
    {"topic": "违约金", "weight": "40", "ideal": "3%", "walk_away": "10%", "their_limit_est": "5%"},
    {"topic": "管辖", "walk_away": "本地法院", "their_limit_est": "仲裁"},
]  # fmt: skip


def test_zopa_lays_ranges_from_their_advantage_to_ours() -> None:
    chart = charts(negotiation={"issues": ISSUES})["zopa"]
    assert chart["categories"] == ("预付款 · 我方", "预付款 · 对方", "违约金 · 我方", "违约金 · 对方")
    starts = chart["series"][0]["values"]
    assert starts[0] == Decimal("33.3"), "10 % of a scale from 0 to 30 %"
    assert starts[2] == 0, "with damages, less is better for us"
    assert "底线 10%，目标 20%，理想 30%" in chart["series"][-1]["labels"][0]
    assert "另有 1 个议题" in chart["note"]


def test_concessions_begin_with_the_first_offer_above_our_walk_away() -> None:
    negotiation = {
        "opening_price": "1000000",
        "balance": {"walk_away": "900000"},
        "concessions": [{"round": "1", "price": "970000"}],
    }
    shown = series(charts(negotiation=negotiation)["concession_steps"])
    assert shown == {"含税报价": (1000000, 970000), "我方底线价": (900000, 900000)}


PLAN = {
    "tasks": [
        {"id": "1", "name": "设计", "start": "2027-01-18", "duration": "10"},
        {"id": "2", "name": "安装", "start": "2027-02-01", "duration": "20"},
    ],
    "milestones": [{"id": "M1", "name": "上线", "date": "2027-02-20"}],
}


@pytest.mark.parametrize(("language", "code"), [("zh", "yyyy/m/d"), ("en", "d mmm yyyy")])
def test_the_gantt_chart_stands_on_the_calendar(language: str, code: str) -> None:
    chart = charts(Audience.CUSTOMER, language, solution=PLAN)["gantt"]
    starts, lengths, _ = chart["series"]
    assert starts["values"] == (46405, 46419, 46438) and starts["format"] == code
    assert lengths["values"][:2] == (10, 20)
    assert chart["categories"][-1] == "◆ 上线"
    assert chart["axis"]["low"] == 46405 and chart["axis"]["format"] == code


def test_a_plan_without_dates_stands_on_days_after_the_start() -> None:
    task = {"id": "1", "name": "设计", "start_offset": "5", "duration": "10"}
    chart = charts(solution={"tasks": [task]})["gantt"]
    assert chart["series"][0]["values"] == (5,) and chart["axis"]["format"] == '"T+"0'


def test_a_long_plan_keeps_its_milestones_and_its_longest_tasks() -> None:
    tasks = [
        {"id": str(n), "name": f"t{n}", "start": "2027-01-01", "duration": str(n + 1)} for n in range(40)
    ]
    chart = charts(solution={**PLAN, "tasks": tasks})["gantt"]
    assert len(chart["categories"]) == 25 and chart["categories"][-2:] == ("t39", "◆ 上线")
    assert "16" in chart["note"]


def test_the_s_curve_ends_where_the_actual_dates_end() -> None:
    stages = [
        {"stage": "a", "planned": "2027-03-01", "actual": "2027-04-01"},
        {"stage": "b", "planned": "2027-05-01"},
    ]
    chart = charts(Audience.CUSTOMER, delivery={"stages": stages})["s_curve"]
    assert chart["categories"] == ("2027-02", "2027-03", "2027-04", "2027-05")
    half = Decimal("0.5")
    assert series(chart) == {"计划累计": (0, half, half, 1), "实际累计": (0, 0, half, None)}


def test_money_in_and_out_and_what_it_adds_up_to() -> None:
    flow = [
        {"month": "2027-01", "outflow": "100"},
        {"month": "2027-02", "inflow": "300"},
    ]
    chart = charts(approval={"estimate": {"currency": "EUR", "cash_flow": flow}}, language="en")["cash_flow"]
    assert series(chart) == {"In": (0, 300), "Out": (-100, 0), "Cumulated": (-100, 200)}
    assert chart["unit"] == "EUR thousand"


def test_a_cash_flow_of_years_is_shown_by_quarter() -> None:
    flow = [{"month": f"{2027 + n // 12}-{n % 12 + 1:02d}", "inflow": "1"} for n in range(30)]
    chart = charts(approval={"estimate": {"cash_flow": flow}})["cash_flow"]
    assert chart["categories"][:2] == ("2027Q1", "2027Q2") and series(chart)["收款"][0] == 3


def test_receipts_stop_at_the_last_month_that_is_known() -> None:
    billing = [
        {"kind": "开票", "date": "2027-02-10", "amount": "100"},
        {"kind": "回款", "date": "2027-03-10", "amount": "60"},
    ]
    estimate = {"cash_flow": [{"month": "2027-05", "inflow": "100"}]}
    chart = charts(approval={"estimate": estimate}, closing={"billing": billing})["receipts"]
    assert chart["categories"] == ("2027-01", "2027-02", "2027-03", "2027-04", "2027-05")
    assert series(chart)["回款累计"] == (0, 0, 60, None, None)
    assert series(chart)["计划回款累计"] == (0, 0, 0, 0, 100)


def test_points_lost_are_what_is_left_of_the_points() -> None:
    factors = [
        {"factor": "报价", "points": "30", "our_score": "27.5"},
        {"factor": "业绩", "points": "10", "our_score": "10"},
        {"factor": "方案", "points": "10"},
    ]
    chart = charts(tender={"evaluation": {"factors": factors}})["score_gap"]
    assert series(chart) == {"我方得分（估）": (Decimal("27.5"), 10), "失分": (Decimal("2.5"), None)}
    assert "另有 1 个因素" in chart["note"]


def test_the_risk_matrix_has_the_numbers_of_the_risks_and_how_hot_they_are() -> None:
    risks = [
        {"risk": "a", "probability": "5", "impact": "3"},
        {"risk": "b", "probability": "5", "impact": "3"},
        {"risk": "c", "probability": "2", "impact": "4"},
        {"risk": "d"},
    ]
    matrix = charts(approval={"risks": risks})["risk_matrix"]
    top = matrix["rows"][0]
    assert top["probability"] == 5 and top["cells"][2]["ids"] == "1、2"
    assert [cell["heat"].code for cell in top["cells"]] == ["low", "medium", "high", "high", "high"]
    assert matrix["rows"][3]["cells"][3]["heat"] == "medium"
    assert "另有 1 项" in matrix["note"]


def test_the_margin_is_followed_from_the_estimate_to_the_close() -> None:
    estimate = {
        "net_price": "100", "margin_floor": "20%",
        "costs": [{"group": "人工服务", "name": "x", "quantity": "1", "unit_cost": "70"}],
    }  # fmt: skip
    chart = charts(approval={"estimate": estimate})["margin_floor"]
    assert series(chart) == {"毛利率": (Decimal("0.3"),), "毛利率底线": (Decimal("0.2"),)}
    stack = charts(approval={"estimate": estimate})["cost_stack"]
    assert series(stack) == {"人工服务": (70, None), "毛利": (30, None), "不含税报价": (None, 100)}


def test_plan_and_actual_stand_beside_each_other_to_the_gross_profit() -> None:
    closing = {
        "planned_revenue": "100", "revenue": "110",
        "costs": [{"group": "人工服务", "budget": "60", "actual": "70"}],
    }  # fmt: skip
    shown = series(charts(closing=closing)["plan_vs_actual"])
    assert shown == {"计划": (100, 60, 40), "实际": (110, 70, 40)}


SCORES = [
    {"competitor": firm, "axis": axis, "score": str((n + m) % 6)}
    for n, firm in enumerate(("我方", "甲", "乙", "丙", "丁"))
    for m, axis in enumerate("一二三四五六七")
]


def test_the_radar_shows_us_and_the_three_strongest_on_six_axes() -> None:
    chart = charts(opportunity={"comparison": SCORES})["radar"]
    assert len(chart["categories"]) == 6 and len(chart["series"]) == 4
    assert chart["series"][0]["name"] == "我方"
    assert chart["note"] == "另有 1 家公司未画出。另有 1 个对比项未画出。"
    assert not charts(opportunity={"comparison": SCORES[:2]})["radar"]


@pytest.mark.parametrize("section", ["approval", "solution", "quote", "tender", "account", "opportunity"])
def test_a_value_beyond_reason_is_refused_or_leaves_charts_that_can_be_read(section: str) -> None:
    noun = next(field.noun for field in fields(Deal) if field.name == section)
    assert noun is not None
    for path, value in cases(noun):
        if path[-1] == "tax_rate" and value == "-100%":
            continue  # there is no price without such a tax
        whole: Any = {section: specimen.raw(noun)}
        part = whole[section]
        for step in path[:-1]:
            part[step] = list(part[step]) if isinstance(part[step], list) else dict(part[step])
            part = part[step]
            if isinstance(part, list):
                part[0] = dict(part[0])
                part = part[0]
        part[path[-1]] = value
        try:
            deal = Deal.model_validate(whole)
        except ValidationError:
            continue
        assert isinstance(deal.charts, Charts)
