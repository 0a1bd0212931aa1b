"""Hard stops beside what the deal says elsewhere."""

import pytest

COST = "estimate: {price: 1130, tax_rate: 13%, costs: [{group: 采购, name: a, amount: 900}]}"


def approval(kind, hit="否", more="", decision="立项"):
    return f"approval: {{{more}decision: {decision}, hard_stops: [{{kind: {kind}, hit: {hit}}}]}}\n"


@pytest.mark.parametrize(
    ("ceiling", "told"),
    [
        ("1017", 0),
        ("1016.99", 1),
        ("{amount: 900, tax: 不含税}", 0),
        ("{amount: 899, tax: 不含税}", 1),
        ("USD 100", 0),
    ],
)
def test_a_ceiling_below_cost_is_a_hard_stop(paths, ceiling, told):
    text = approval("限价低于成本", more=COST + ", ") + f"tender: {{ceiling: {ceiling}}}"
    assert paths("QUAL017", text) == ["approval.hard_stops[0].hit"] * told
    text = approval("限价低于成本", more=COST + ", ") + f"opportunity: {{id: P, name: a, ceiling: {ceiling}}}"
    assert paths("QUAL017", text) == ["approval.hard_stops[0].hit"] * told


def test_a_stop_that_is_hit_or_a_deal_that_is_no_go_says_enough(paths):
    tender = "tender: {ceiling: 500}"
    assert paths("QUAL017", approval("限价低于成本", hit="是", more=COST + ", ") + tender) == []
    assert paths("QUAL017", approval("限价低于成本", decision="不立项", more=COST + ", ") + tender) == []
    assert paths("QUAL017", approval("无限责任", more=COST + ", ") + tender) == ["approval.hard_stops"]


@pytest.mark.parametrize(("asked", "told"), [(120, 0), (119, 1)])
def test_time_to_deliver_is_a_hard_stop(paths, asked, told):
    text = f"tender: {{delivery_days: {asked}}}\nquote: {{delivery_days: 120}}\n"
    assert paths("QUAL018", text + approval("交期短于生产周期")) == ["approval.hard_stops[0].hit"] * told
    assert paths("QUAL018", text) == []


@pytest.mark.parametrize(("last", "told"), [("2027-12-24", 0), ("2027-12-25", 1)])
def test_the_plan_ends_with_the_project(paths, last, told):
    text = f"""
opportunity: {{id: P, name: a, planned_end: 2027-12-24}}
solution: {{milestones: [{{id: M1, name: 终验, date: {last}}}]}}
"""
    assert paths("QUAL018", text + approval("交期短于生产周期")) == ["approval.hard_stops[0].hit"] * told


@pytest.mark.parametrize(
    ("facts", "kind", "told"),
    [
        ("account: {checks: [{kind: 失信名单, result: 有问题, note: a}]}", "制裁或失信", 1),
        ("account: {checks: [{kind: 失信名单, result: 无异常}]}", "制裁或失信", 0),
        ("account: {export_control: 疑似}", "制裁或失信", 1),
        ("account: {checks: [{kind: 关联关系, result: 有问题, note: a}]}", "利益冲突", 1),
        ("tender: {demands: [{id: Q1, demand: 二级资质, starred: 是, met: 否}]}", "资质不满足", 1),
        ("tender: {demands: [{id: Q1, demand: 二级资质, starred: 否, met: 否}]}", "资质不满足", 0),
        ("tender: {demands: [{id: Q1, demand: 二级资质, starred: 是}]}", "资质不满足", 0),
    ],
)
def test_what_the_checks_found_is_a_hard_stop(paths, facts, kind, told):
    assert paths("QUAL019", f"{facts}\n{approval(kind)}") == ["approval.hard_stops[0].hit"] * told
    assert paths("QUAL019", f"{facts}\n{approval(kind, hit='是')}") == []
    assert paths("QUAL019", facts) == []
