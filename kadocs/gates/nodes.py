"""Key nodes (关键节点): what must be true before a sale goes on from each of its six stages to the next.

A stage is not done when time has passed but when its key node is reached: what the node needs is filled in,
its day has come, and the rules that guard it find nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from kadocs.findings import Finding, Severity, Text
from kadocs.gates import stages, wording
from kadocs.gates.needs import CODE, absent, along, value
from kadocs.gates.rule import RULES, Breach, Case, Rule
from kadocs.gates.workable import ERRORS
from kadocs.model import Deal
from kadocs.model.opportunity import Stage
from kadocs.tree import node
from kadocs.tree.node import Node


@dataclass(frozen=True, slots=True)
class KeyNode:
    """The key node of a stage.

    `needs` are the fields, by dotted name, that it cannot do without; `tendered` further ones where the
    customer buys by tender, `negotiated` those where it does not. `day` is the field that says when the
    node was reached; a day still to come is a plan. No rule of the `families` may find an error, and none of
    the `codes` anything at all.
    """

    stage: Stage
    title: Text
    needs: tuple[str, ...]
    tendered: tuple[str, ...] = ()
    negotiated: tuple[str, ...] = ()
    day: str = ""
    families: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    def needed(self, deal: Deal) -> tuple[str, ...]:
        """The fields that the node needs, for a deal that buys as this one does."""
        return self.needs + (self.tendered if stages.tendered(deal) else self.negotiated)


NODES = (
    KeyNode(
        Stage.DEVELOP,
        Text("准确的项目信息", "Accurate project information"),
        needs=(
            "account.name",
            "opportunity.name",
            "opportunity.budget",
            "opportunity.fund_status",
            "opportunity.procurement_method",
            "opportunity.expected_sign",
            "opportunity.source",
            "opportunity.reliability",
            "opportunity.verified_on",
        ),
        families=("DEV",),
        codes=("DEV003", "DEV005"),
    ),
    KeyNode(
        Stage.QUALIFY,
        Text("售前立项", "Presales approval"),
        needs=(
            "approval.author",
            "approval.criteria",
            "approval.hard_stops",
            "approval.estimate",
            "approval.decided_on",
            "approval.approvals",
        ),
        day="approval.decided_on",
        families=("QUAL",),
        codes=("QUAL040",),
    ),
    KeyNode(
        Stage.PROPOSE,
        Text("有效的客户关系推进", "Effective relationships"),
        needs=("contacts",),
        families=("REL",),
        codes=("REL001", "REL002", "REL003", "REL004"),
    ),
    KeyNode(
        Stage.BID,
        Text("投标或议标", "Bid or negotiated offer"),
        needs=("quote.items",),
        tendered=("tender.deadline", "bid.decision", "bid.submitted_at"),
        negotiated=("quote.date", "quote.validity_days"),
        day="bid.submitted_at",
        families=("BID",),
        codes=("PROP025",),
    ),
    KeyNode(
        Stage.NEGOTIATE,
        Text("合同审批和合同签订", "Contract approved and signed"),
        needs=(
            "contract.number",
            "contract.amount",
            "contract.payment",
            "contract.review.reviewers",
            "contract.signed_on",
        ),
        day="contract.signed_on",
        families=("NEG",),
    ),
    KeyNode(
        Stage.DELIVER,
        Text("工程验收和项目结项", "Acceptance and close"),
        needs=(
            "delivery.acceptances",
            "delivery.items",
            "delivery.conclusion",
            "delivery.settlement",
            "delivery.signatories",
            "closing.approvals",
            "closing.closed_on",
        ),
        day="closing.closed_on",
        families=("DELV",),
    ),
)
"""The key nodes, in the order of the stages."""


class State(NamedTuple):
    """How a deal stands to a key node: `missing` is what it still takes, with places and the way out."""

    node: KeyNode
    missing: tuple[Finding, ...]

    @property
    def reached(self) -> bool:
        """Whether the node is reached."""
        return not self.missing


def of(stage: Stage) -> KeyNode:
    """The key node of the stage; of a deal that is won, that of its delivery.

    Raises KeyError for a stage that has none, because the deal is lost or dropped.
    """
    position = stages.position(stage)
    if position is None:
        raise KeyError(stage)
    return NODES[position]


def reached(deal: Deal, tree: Node, as_of: date) -> tuple[State, ...]:
    """How the deal stands to each of the six key nodes on the day `as_of`, in their order.

    `tree` is what the deal was read from and gives the places. What is missing comes as findings: fields
    that are not filled in (NEED001), a day that is still to come, and what the guarding rules find. Rules are
    asked as if the deal went on to the next stage, so a deal that is ahead of its record is told what it
    takes. A rule that cannot be judged, since a value cannot be worked out, says nothing here:
    `gates.check` tells of it.
    """
    return tuple(state(each, deal, tree, as_of) for each in NODES)


def state(each: KeyNode, deal: Deal, tree: Node, as_of: date) -> State:
    """How the deal stands to one key node, as `reached` says."""
    return State(each, tuple(_missing(each, deal, tree, as_of)))


def _missing(each: KeyNode, deal: Deal, tree: Node, as_of: date) -> Iterator[Finding]:
    title = Text("关键节点“{t}”", "key node “{t}”").fill(t=each.title)
    open_ = absent(deal, tree, each.needed(deal), title)
    yield from open_
    if each.day and (later := _still_to_come(each.day, deal, as_of)):
        yield _found(CODE, Severity.ERROR, later, tree)
    told = {finding.path for finding in open_}
    case = Case(_moved_on(deal, each), as_of)
    for rule in _guards(each, case):
        for breach in _breaches(rule, case):
            if node.dotted(breach.path) not in told:
                yield _found(rule.code, rule.severity, breach, tree)


def _guards(each: KeyNode, case: Case) -> Iterator[Rule]:
    for code in sorted(RULES):
        rule = RULES[code]
        named = code in each.codes or (rule.family in each.families and rule.severity is Severity.ERROR)
        if named and rule.applies(case):
            yield rule


def _breaches(rule: Rule, case: Case) -> list[Breach]:
    try:
        return list(rule.find(case))
    except ERRORS:
        return []


def _moved_on(deal: Deal, each: KeyNode) -> Deal:
    """The deal as if it had gone on to the stage after the node, unless it is there or further."""
    after = min(stages.ORDER.index(each.stage) + 1, len(stages.ORDER) - 1)
    here = stages.position(stages.current(deal))
    if deal.opportunity is None or (here is not None and here >= after):
        return deal
    moved = deal.opportunity.model_copy(update={"stage": stages.ORDER[after]})
    return deal.model_copy(update={"opportunity": moved})


def _still_to_come(name: str, deal: Deal, as_of: date) -> Breach | None:
    when = value(deal, name)
    day = when.date() if isinstance(when, datetime) else when
    if not isinstance(day, date) or day <= as_of:
        return None
    return Breach(
        tuple(name.split(".")),
        Text("“{t}”是 {d}，还没有到", "“{t}” is {d}, which is still to come").fill(
            t=along(name)[-1].mark.title, d=wording.day(day)
        ),
        Text("到了那天节点才算达成；日期写错了请改正", "The node is reached on that day; correct a slip"),
    )


def _found(code: str, severity: Severity, breach: Breach, tree: Node) -> Finding:
    place = node.place_of(tree, breach.path)
    return Finding(code, severity, place, breach.message, breach.hint, node.dotted(breach.path))
