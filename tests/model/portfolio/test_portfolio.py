"""An account over all its deals: what is merged, summed, counted and put in order."""

from decimal import Decimal
from typing import Any

import pytest

from kadocs.figures.money import Money
from kadocs.model import Audience, Deal, fields, shape
from kadocs.model.portfolio import SOURCES, Portfolio


def deal(name: str = "升级", **sections: Any) -> Deal:
    opportunity = {"id": name, "name": name, **sections.pop("opportunity", {})}
    return Deal.model_validate({"opportunity": opportunity, **sections})


def won(name: str, signed: str, amount: str, **contract: Any) -> Deal:
    return deal(name, contract={"signed_on": signed, "amount": amount, **contract})


def of(*deals: Deal) -> Portfolio:
    return Portfolio.of(deals)


def cny(amount: int | str) -> Money:
    return Money(Decimal(amount), "CNY")


NEW, OLD = {"stage_since": "2026-10-01"}, {"stage_since": "2024-01-01"}


def test_the_newest_deal_comes_first_whatever_the_order_in_which_they_come():
    deals = [deal("b", opportunity=OLD), deal("a", opportunity=NEW)]
    assert [each.opportunity.name for each in of(*deals).deals] == ["a", "b"]


def test_the_account_is_that_of_the_newest_deal_and_takes_what_it_leaves_blank_from_the_older():
    new = deal(opportunity=NEW, account={"name": "青岚轨道集团", "tier": "A级"})
    old = deal(opportunity=OLD, account={"name": "青岚地铁", "industry": "城轨", "aliases": ["青岚"]})
    account = of(old, new).account
    assert (account.name, account.tier.value, account.industry, account.aliases) == (
        "青岚轨道集团", "A", "城轨", ("青岚",),
    )  # fmt: skip


def test_of_plans_for_one_year_the_lists_are_joined_and_nothing_stands_twice():
    goals = [{"goal": "甲", "quarter": "Q1"}, {"goal": "乙"}]
    new = deal(opportunity=NEW, account={"plan": {"year": "2027", "goals": goals[:1]}})
    old = deal(opportunity=OLD, account={"plan": {"year": "2027", "goals": goals, "target_share": "30%"}})
    other = deal(account={"plan": {"year": "2025", "goals": [{"goal": "丙"}]}})
    plan = of(new, old, other).account.plan
    assert [goal.goal for goal in plan.goals] == ["甲", "乙"]
    assert plan.target_share == Decimal("0.3")


def test_each_person_stands_once_as_the_newest_deal_knows_them():
    new = deal(opportunity=NEW, contacts=[{"name": "贺 明澈", "access": "4"}])
    old = deal(
        opportunity=OLD, contacts=[{"name": "贺明澈", "access": "1", "dept": "设备处"}, {"name": "秦朗"}]
    )
    found = of(old, new).contacts
    assert [(person.access, person.dept) for person in found] == [(4, "设备处"), (None, None)]


def test_orders_are_what_was_won_or_signed_the_latest_first():
    deals = [
        won("b", "2024-03-18", "3120000"),
        won("a", "2025-05-26", "2650000"),
        deal("c", opportunity={"stage": "赢单", "expected_amount": "50万元"}),
        deal("d", opportunity={"stage": "丢单"}, contract={"signed_on": "2025-01-01"}),
        deal("e", opportunity={"stage": "提案"}),
    ]
    found = of(*deals).orders
    assert [(order.id, order.year, order.amount.amount) for order in found] == [
        ("a", 2025, 2650000), ("b", 2024, 3120000), ("c", None, 500000),
    ]  # fmt: skip


def test_orders_are_summed_by_year_and_never_across_currencies():
    deals = [
        won("a", "2025-03-01", "100"),
        won("b", "2025-09-01", "250"),
        won("c", "2025-10-01", "USD 80", currency="USD"),
        won("d", "2024-01-01", "70"),
    ]
    rows = [(row.year, row.orders, row.amount) for row in of(*deals).order_years]
    assert rows == [(2024, 1, cny(70)), (2025, 2, cny(350)), (2025, 1, Money(Decimal(80), "USD"))]


@pytest.mark.parametrize(
    ("plan", "share"),
    [
        ({"year": "2025", "spend": "1000", "our_sales": "150"}, "0.15"),
        ({"year": "2025", "spend": "1000"}, "0.35"),  # the orders of that year
        ({"year": "2025", "wallet_share": "18%"}, "0.18"),
        ({"year": "2024", "spend": "1000"}, None),
        ({"year": "2025", "spend": "USD 1000"}, None),
    ],
)
def test_our_share_of_a_year_is_our_sales_or_else_its_orders_over_the_spend(plan, share):
    found = of(won("a", "2025-03-01", "350"), deal(account={"plan": plan})).shares
    assert [row.share for row in found] == [None if share is None else Decimal(share)]


def test_without_a_year_or_a_spend_there_is_no_share():
    assert (
        of(deal(account={"plan": {"spend": "1000"}}), deal(account={"plan": {"year": "2025"}})).shares == ()
    )


def test_open_opportunities_stand_by_signature_with_their_weight_and_what_comes_next():
    actions = [
        {"action": "后", "due": "2027-05-01"},
        {"action": "先", "due": "2027-03-01"},
        {"action": "完", "due": "2027-01-01", "status": "已完成"},
    ]
    later = deal(
        "b", opportunity={"expected_amount": "200", "probability": "50", "expected_sign": "2027-09-01"}
    )
    sooner = deal(
        "a", opportunity={"expected_amount": "100", "expected_sign": "2027-06-01", "actions": actions}
    )
    first, second = of(
        later, sooner, won("c", "2025-01-01", "1"), deal(opportunity={"stage": "放弃"})
    ).openings
    assert (first.id, first.weighted, first.next_step) == ("a", None, "先")
    assert (second.id, second.weighted) == ("b", cny(100))


def test_what_they_come_to_is_told_for_each_currency():
    deals = [
        deal("a", opportunity={"expected_amount": "100", "probability": "50"}),
        deal("b", opportunity={"expected_amount": "300", "probability": "10"}),
        deal("c", opportunity={"expected_amount": "EUR 70"}),
        deal("d"),
    ]
    found = [(row.currency, row.count, row.amount.amount, row.weighted) for row in of(*deals).prospects]
    assert found == [("CNY", 2, 400, cny(80)), ("EUR", 1, 70, None)]


PEOPLE = [
    {"name": "周", "dept": "领导", "influence": "5", "access": "3", "stance": "1"},
    {"name": "贺", "dept": "设备处", "reports_to": "周", "influence": "4", "access": "2", "stance": "-1"},
    {"name": "林", "dept": "设备处", "reports_to": "贺", "influence": "1", "access": "4"},
]


def test_coverage_is_told_by_department_with_its_gaps():
    management, engineering = of(deal(contacts=PEOPLE)).departments
    assert (management.dept, management.covered, management.coverage, management.gaps) == ("领导", 1, 1, ())
    assert (engineering.people, engineering.covered, engineering.coverage) == (2, 1, Decimal("0.2"))
    assert (engineering.gaps, engineering.opponents) == (("贺",), 1)


def test_and_by_level_of_the_line_of_reporting():
    assert [(row.level, row.people) for row in of(deal(contacts=PEOPLE)).levels] == [(1, 1), (2, 1), (3, 1)]
    assert of(deal(contacts=[{"name": "周"}, {"name": "贺"}])).levels == ()


def test_a_circle_of_superiors_comes_to_an_end():
    circle = [{"name": "甲", "reports_to": "乙"}, {"name": "乙", "reports_to": "甲"}, {"name": "丙"}]
    assert sum(row.people for row in of(deal(contacts=circle)).levels) == 3


def test_the_plan_stands_by_quarter_an_action_with_the_measure_of_its_goal():
    plan = {
        "year": "2027",
        "goals": [{"goal": "投运", "measure": "证书", "quarter": "Q3"}],
        "actions": [
            {"action": "后", "quarter": "Q3", "due": "2027-09-01", "goal": "投运"},
            {"action": "先", "due": "2027-07-10"},
            {"action": "何时"},
        ],
        "upsells": [{"topic": "运维", "quarter": "Q1"}],
    }
    found = of(deal(account={"plan": plan})).quarters
    assert [each.quarter and each.quarter.value for each in found] == ["Q1", "Q3", None]
    assert [(step.action, step.measure) for step in found[1].steps] == [("先", None), ("后", "证书")]


def test_what_ends_from_the_plans_year_on_is_a_chance_by_day():
    plan = {"plan": {"year": "2027"}, "systems": [{"name": "旧", "contract_end": "2027-06-30"}]}
    deals = [
        won("维保", "2024-01-01", "1", period_to="2027-03-31"),
        won("过期", "2022-01-01", "1", period_to="2024-12-31"),
        deal("供货", contract={"warranty_months": "24"}, delivery={"warranty_from": "2025-09-12"}),
        deal(account=plan),
    ]
    found = [(each.what, each.kind.value, each.ends.isoformat()) for each in of(*deals).endings]
    assert found == [
        ("维保", "contract", "2027-03-31"),
        ("旧", "system", "2027-06-30"),
        ("供货", "warranty", "2027-09-12"),
    ]


def test_risks_come_gravest_first_then_red_flags_under_the_deals_short_name():
    risks = [
        {"risk": "小", "probability": "1", "impact": "2"},
        {"risk": "大", "probability": "5", "impact": "4"},
    ]
    one = deal("a", opportunity={"alias": "简称", "red_flags": ["红旗"]}, approval={"risks": risks})
    gone = deal("b", opportunity={"stage": "丢单", "red_flags": ["不算"]})
    assert [(risk.risk, risk.of) for risk in of(one, gone).risks] == [
        ("大", "简称"), ("小", "简称"), ("红旗", "简称"),
    ]  # fmt: skip


def test_each_of_us_stands_once_with_posts_and_deals():
    triangle = {"triangle": {"account_manager": "陆", "delivery_manager": "陆"}}
    [member] = of(deal("a", opportunity=triangle)).team
    assert ([post.zh for post in member.posts], member.deals) == (["客户经理", "交付经理"], ("a",))


def test_charts_are_there_where_there_are_data():
    empty = of(deal()).charts
    assert (empty.orders_by_year, empty.share_of_spend, empty.coverage, empty.power_map) == (None,) * 4
    plans = [deal(account={"plan": {"year": year, "spend": "1000"}}) for year in ("2023", "2025")]
    found = of(won("a", "2023-03-01", "10"), won("b", "2025-03-01", "20"), *plans).charts
    assert [name.zh for name in found.orders_by_year.categories] == ["2023", "2024", "2025"]
    assert found.orders_by_year.series[0].values == (10, None, 20)
    assert [name.zh for name in found.share_of_spend.categories] == ["2023（1.0%）", "2025（2.0%）"]


def test_one_year_makes_no_chart_of_years():
    found = of(won("a", "2025-03-01", "1"), deal(account={"plan": {"year": "2025", "spend": "9"}})).charts
    assert (found.orders_by_year, found.share_of_spend) == (None, None)


def test_orders_in_other_currencies_are_told_below_the_chart():
    ours = [won("a", "2024-03-01", "1"), won("b", "2025-03-01", "1")]
    chart = of(*ours, won("c", "2025-03-01", "USD 1", currency="USD")).charts.orders_by_year
    assert chart.note.en == "1 more order(s) in other currencies not drawn."


def test_of_no_deals_there_is_nothing_and_nothing_fails():
    whole = of()
    assert (whole.account, whole.orders, whole.relations, whole.openings, whole.quarters) == (
        None,
        (),
        None,
        (),
        (),
    )
    assert whole.view(Audience.INTERNAL, "zh")["deals"] == ()


def test_a_view_shows_the_deals_as_the_audience_may_see_them():
    whole = of(deal(opportunity={"probability": "60"}, account={"name": "青岚", "tier": "A级"}))
    assert whole.view(Audience.INTERNAL, "zh")["deals"][0]["opportunity"]["probability"] == 60
    seen = whole.view(Audience.CUSTOMER, "zh")
    assert "probability" not in seen["deals"][0]["opportunity"]
    assert {"orders", "openings", "shares", "risks"} & set(seen) == set()


def test_every_figure_names_the_fields_of_a_deal_that_it_comes_from():
    figures = {field.name for field in fields(Portfolio) if field.computed} - {"charts"}
    assert set(SOURCES) == figures
    for path in {path for paths in SOURCES.values() for path in paths}:
        assert shape(Audience.INTERNAL).along(path)
