"""有效的客户关系推进: whether we reach those who decide. The proposal may be built all the same."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kadocs.figures.numbers import percent
from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import listed
from kadocs.model.contacts import BuyingRole
from kadocs.model.opportunity import Stage
from kadocs.model.relations import KEY, REACHED, covered, decision_makers
from kadocs.tree.node import Path

_CONTACTS: Path = ("contacts",)
_FLOOR = Decimal("0.6")
"""So much of all influence we want to reach."""


@rule(
    "REL001",
    Severity.WARNING,
    needs_whole=(_CONTACTS,),
    zh="""
    知道谁是决策者。

    检查什么：立项阶段起，联系人里有人标为最高决策者，或角色为经济决策。
    为什么：不知道谁拍板，方案和报价就不知道写给谁看。
    依据：提案阶段的关键节点是有效的客户关系推进；决策链须有经济决策人。
    示例：登记了六位联系人，没有一位是决策者。
    怎么办：请教练指认，登记决策者并标明角色。
    """,
)
def decider_known(case: Case) -> Iterator[Breach]:
    """We know who decides.

    What: from the stage Qualify on, some contact is marked as decision maker, or is the economic buyer.
    Why: without knowing who has the last word, nobody knows for whom to write solution and price.
    Basis: the key node of the stage Propose is effective relationships; a decision has an economic buyer.

    Example: six contacts, and none of them decides.

    What to do: ask the coach, and mark who it is.
    """
    if case.deal.contacts and not decision_makers(case.deal.contacts) and _since(case, Stage.QUALIFY):
        yield Breach(
            _CONTACTS,
            Text("{n} 位联系人里没有决策者", "none of the {n} contacts is the decision maker").fill(
                n=len(case.deal.contacts)
            ),
            Text(
                "请在联系人中标出最高决策者或经济决策人",
                "Mark the decision maker or the economic buyer among them",
            ),
        )


@rule(
    "REL002",
    Severity.WARNING,
    zh="""
    决策者已经覆盖。

    检查什么：提案阶段起，每位决策者的关系温度不低于 3。
    为什么：够不着决策者的商机，输赢由别人替你说话。
    依据：提案阶段的关键节点是有效的客户关系推进。
    示例：副总经理是最高决策者，关系温度 1。
    怎么办：请高层对口拜访，或由教练引见。
    """,
)
def decider_reached(case: Case) -> Iterator[Breach]:
    """The decision maker is reached.

    What: from the stage Propose on, every decision maker has access 3 or more.
    Why: where we do not reach who decides, others speak for us.
    Basis: the key node of the stage Propose is effective relationships.

    Example: the vice president decides, and our access is 1.

    What to do: send an executive of the same rank, or have the coach introduce us.
    """
    deciders = decision_makers(case.deal.contacts)
    for index, contact in enumerate(case.deal.contacts):
        if contact in deciders and not covered(contact) and _since(case, Stage.PROPOSE):
            yield Breach(
                (*_CONTACTS, index, "access"),
                Text(
                    "决策者“{n}”的关系温度为 {a}，不到 {r}",
                    "the access to the decision maker “{n}” is {a}, below {r}",
                ).fill(n=contact.name, a=contact.access or 0, r=REACHED),
                Text("请安排高层拜访或由教练引见", "Send an executive, or ask the coach to introduce us"),
            )


@rule(
    "REL003",
    Severity.WARNING,
    needs_whole=(_CONTACTS,),
    zh="""
    有一位够得着、向着我方的教练或支持者。

    检查什么：提案阶段起，联系人里至少有一位教练或支持者，关系温度不低于 3，立场大于 0。
    为什么：没有内部的人指路，需求、对手、流程都只能靠猜。
    依据：提案阶段的关键节点是有效的客户关系推进；教练须在客户内部、可信、希望我方赢。
    示例：登记的教练立场为 0，关系温度 2。
    怎么办：发展一位教练，或加深与现有支持者的关系。
    """,
)
def coached(case: Case) -> Iterator[Breach]:
    """A coach or champion is reached and for us.

    What: from the stage Propose on, some coach or champion has access 3 or more and a stance above 0.
    Why: without someone inside who shows the way, needs, rivals and process are guesswork.
    Basis: the key node of the stage Propose is effective relationships; a coach is inside, credible, for us.

    Example: the coach has stance 0 and access 2.

    What to do: win a coach, or come closer to the champion that there is.
    """
    helpers = [c for c in case.deal.contacts if c.role in (BuyingRole.COACH, BuyingRole.CHAMPION)]
    effective = any(covered(contact) and (contact.stance or 0) > 0 for contact in helpers)
    if case.deal.contacts and not effective and _since(case, Stage.PROPOSE):
        names = listed(contact.name for contact in helpers)
        message = (
            Text(
                "“{n}”还称不上教练：关系温度要到 3、立场大于 0", "“{n}”: no coach below access 3 and stance 1"
            )
            if helpers
            else Text("联系人里没有教练或支持者", "no contact is a coach or a champion")
        )
        yield Breach(
            _CONTACTS,
            message.fill(n=names),
            Text("请发展一位教练", "Win a coach"),
        )


@rule(
    "REL004",
    Severity.WARNING,
    needs_whole=(_CONTACTS,),
    zh="""
    影响力覆盖率不低于 60%。

    检查什么：提案阶段起，关系温度 3 以上的联系人，其影响力之和占全部影响力的 60% 以上。
    为什么：覆盖不到的人里只要有一两个反对，就可能翻盘。
    依据：提案阶段的关键节点是有效的客户关系推进；关键人（影响力 4 以上）应覆盖。
    示例：覆盖率 45%，两位处长都没有接触过。
    怎么办：从影响力大的人开始补。
    """,
)
def influence_covered(case: Case) -> Iterator[Breach]:
    """At least 60 % of the influence is covered.

    What: from the stage Propose on, contacts with access 3 or more hold 60 % of all influence, or more.
    Why: one or two opponents among those we do not reach may turn it all.
    Basis: the key node of the stage Propose is effective relationships; key people, of influence 4 and
    more, are to be reached.

    Example: 45 % are covered, and two department heads were never met.

    What to do: begin with those who have the most influence.
    """
    relations = case.deal.relations
    if relations is None or relations.coverage is None or relations.coverage >= _FLOOR:
        return
    if _since(case, Stage.PROPOSE):
        yield Breach(
            _CONTACTS,
            Text("影响力覆盖率为 {c}，低于 {f}", "{c} of the influence is covered, less than {f}").fill(
                c=percent(relations.coverage), f=percent(_FLOOR)
            ),
            Text("未覆盖的关键人：{n}", "Key people not reached: {n}").fill(n=listed(relations.uncovered))
            if relations.uncovered
            else Text("请先接触影响力大的人", "Begin with those who have the most influence"),
        )


@rule(
    "REL005",
    Severity.WARNING,
    zh="""
    对有影响力的反对者有办法。

    检查什么：提案阶段起，影响力 4 以上、立场为负的联系人，都写了下一步。
    为什么：关键的反对者不处理，会在评审会上一票翻盘。
    依据：提案阶段的关键节点是有效的客户关系推进。
    示例：安全运营部部长影响力 4、立场 -1，下一步空白。
    怎么办：找到他担心什么，写明谁去谈、谈什么。
    """,
)
def opponents_addressed(case: Case) -> Iterator[Breach]:
    """Something is done about opponents with influence.

    What: from the stage Propose on, contacts of influence 4 and more with a negative stance have a next step.
    Why: a key opponent whom nobody talks to turns the evaluation.
    Basis: the key node of the stage Propose is effective relationships.

    Example: the head of operations safety has influence 4, stance −1, and no next step.

    What to do: find out what they fear, and write who talks to them about it.
    """
    for index, contact in enumerate(case.deal.contacts):
        against = (contact.influence or 0) >= KEY and (contact.stance or 0) < 0
        if against and not contact.next_step and _since(case, Stage.PROPOSE):
            yield Breach(
                (*_CONTACTS, index, "next_step"),
                Text(
                    "“{n}”反对我方（影响力 {i}，立场 {s}），还没有下一步",
                    "“{n}” is against us (influence {i}, stance {s}), and there is no next step",
                ).fill(n=contact.name, i=contact.influence, s=contact.stance),
                Text("请写明谁去谈、谈什么", "Write who talks to them, and about what"),
            )


def _since(case: Case, stage: Stage) -> bool:
    """Whether the sale has come to `stage`, and the contract is not signed yet."""
    return stages.from_on(case, stage) and stages.at_most(case, Stage.NEGOTIATE)
