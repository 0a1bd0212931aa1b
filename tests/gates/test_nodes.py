"""Key nodes: what each stage still lacks before the sale can go on."""

from datetime import date

import pytest

from kadocs.gates import nodes
from kadocs.gates.needs import along
from kadocs.model import Deal
from kadocs.model.opportunity import Opportunity, ProcurementMethod, Stage
from kadocs.tree.check import check
from kadocs.tree.yaml import parse

TODAY = date(2026, 11, 20)


def states(text, today=TODAY):
    """The state of each key node, by stage."""
    tree = parse(text, "deal.yaml")
    deal, findings = check(Deal, tree)
    assert deal is not None, findings
    return {state.node.stage: state for state in nodes.reached(deal, tree, today)}


def missing(text, stage, today=TODAY):
    """The fields that the node of the stage lacks."""
    return [finding.path for finding in states(text, today)[stage].missing]


def test_each_stage_has_its_key_node():
    assert [(each.stage.code, each.title.zh) for each in nodes.NODES] == [
        ("develop", "准确的项目信息"),
        ("qualify", "售前立项"),
        ("propose", "有效的客户关系推进"),
        ("bid", "投标或议标"),
        ("negotiate", "合同审批和合同签订"),
        ("deliver", "工程验收和项目结项"),
    ]


@pytest.mark.parametrize("each", nodes.NODES, ids=lambda each: each.stage.code)
def test_what_a_node_needs_are_fields_of_the_model(each):
    for name in (*each.needs, *each.tendered, *each.negotiated, *([each.day] if each.day else ())):
        assert along(name), name


def test_a_node_is_reached_when_all_it_needs_is_there(informed):
    assert states(informed)[Stage.DEVELOP].reached


def test_what_is_missing_is_told_with_its_place_and_the_way_out(informed):
    [finding] = states(informed.replace("  source: 设备处处长\n", ""))[Stage.DEVELOP].missing
    assert (finding.code, finding.place.line, finding.path) == ("NEED001", 3, "opportunity.source")
    assert finding.message.zh == "缺少“信息来源”，关键节点“准确的项目信息”需要它"
    assert finding.hint.en


def test_an_empty_deal_has_reached_nothing():
    assert not any(state.reached for state in states("{}").values())


def test_where_the_customer_tenders_the_bid_counts_and_else_the_offer():
    quote = "quote: {status: approved, tax_rate: 13%, items: [{name: a, quantity: 1, unit_price: 1}]"
    tender = "\nopportunity: {id: P, name: a, procurement_method: METHOD}\n"
    assert missing(quote + "}" + tender.replace("METHOD", "公开招标"), Stage.BID) == [
        "tender.deadline",
        "bid.decision",
        "bid.submitted_at",
    ]
    assert missing(quote + "}" + tender.replace("METHOD", "单一来源"), Stage.BID) == [
        "quote.date",
        "quote.validity_days",
    ]


@pytest.mark.parametrize(
    ("opportunity", "deal", "tendered"),
    [
        ({"needs_tender": True, "procurement_method": ProcurementMethod.SINGLE_SOURCE}, {}, True),
        ({"needs_tender": False, "procurement_method": ProcurementMethod.OPEN}, {}, False),
        ({"procurement_method": ProcurementMethod.INVITED}, {}, True),
        ({"procurement_method": ProcurementMethod.INQUIRY}, {}, False),
        ({}, {}, False),
    ],
)
def test_whether_there_is_a_tender_is_said_or_follows_from_the_method(opportunity, deal, tendered):
    told = Deal(opportunity=Opportunity(**opportunity), **deal)
    assert ("bid.submitted_at" in nodes.of(Stage.BID).needed(told)) is tendered


SIGNED = """
contract:
  number: HT-1
  amount: 100
  payment: [{node: 预付, share: 100%}]
  review: {reviewers: [{post: 法务, name: 甲, opinion: 同意, date: 2026-11-18}]}
  signed_on: DAY
"""


@pytest.mark.parametrize(("day", "left"), [("2026-11-20", []), ("2026-11-21", ["contract.signed_on"])])
def test_a_day_still_to_come_is_a_plan(day, left):
    assert missing(SIGNED.replace("DAY", day), Stage.NEGOTIATE) == left


def test_a_price_that_is_not_approved_is_no_offer():
    item = "items: [{name: a, quantity: 1, unit_price: 1}]"
    text = f"quote: {{date: 2026-11-01, validity_days: 90, tax_rate: 13%, {item}}}"
    assert [f.code for f in states(text)[Stage.BID].missing] == ["PROP025"]


def test_a_deal_that_is_won_is_carried_out_and_a_lost_one_has_no_node():
    assert nodes.of(Stage.WON).stage is Stage.DELIVER
    with pytest.raises(KeyError):
        nodes.of(Stage.LOST)


APPROVED = """
opportunity: {id: P, name: a, stage: STAGE}
approval:
  author: 顾闻笛
  criteria: [{anchor: real, criterion: a, weight: 100, score: 5}]
  hard_stops: [{kind: 无限责任}]
  estimate: {price: 100}
  decision: DECISION
  decided_on: 2026-10-16
  approvals: [{post: 销售, name: 甲, opinion: 同意, date: 2026-10-16}]
"""


@pytest.mark.parametrize("stage", ["立项", "提案", "招投标"])
@pytest.mark.parametrize(("decision", "found"), [("不立项", True), ("有条件立项", False)])
def test_guards_are_asked_as_if_the_deal_went_on(stage, decision, found):
    text = APPROVED.replace("STAGE", stage).replace("DECISION", decision)
    told = [f.code for f in states(text)[Stage.QUALIFY].missing if f.path == "opportunity.stage"]
    assert bool(told) is found


def test_a_warning_of_a_family_does_not_hold_a_node_up_but_a_named_rule_does(informed):
    late = informed + "  visits: [{date: 2026-11-12, purpose: 汇报}]\n"
    assert states(late)[Stage.DEVELOP].reached
    stale = informed.replace("2026-11-16", "2026-10-01")
    assert [f.code for f in states(stale)[Stage.DEVELOP].missing] == ["DEV003"]
    passed = stale.replace("stage: 开发", "stage: 谈判")
    assert states(passed)[Stage.DEVELOP].reached
