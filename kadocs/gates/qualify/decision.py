"""The decision: what the score allows, what a stage asks for, and under which conditions."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.numbers import grouped
from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.rule import Breach, Case, rule
from kadocs.model.approval import Approval, Decision, Opinion
from kadocs.model.approval.scorecard import CONDITIONAL, GO, verdict
from kadocs.model.opportunity import Stage
from kadocs.tree.node import Path

_STRICTNESS = (Decision.GO, Decision.CONDITIONAL, Decision.NO_GO)
_STAGE: Path = ("opportunity", "stage")


@rule(
    "QUAL010",
    Severity.ERROR,
    needs_whole=(("approval", "criteria"),),
    zh="""
    立项决定不超过评分允许的范围。

    检查什么：70 分及以上可以立项，50 到 70 分只能有条件立项，50 分以下不立项；决定可以比评分更严。
    为什么：评分不够硬上，多半丢单或亏损，占用的是别的项目的人。
    依据：立项评分卡：得分 ≥70 立项，50–70 有条件，<50 不立项（Shipley、APMP 通行方法）。
    示例：得分 63.5，决定却是“立项”。
    怎么办：改为有条件立项并写明条件，或重新评分。
    """,
)
def decided_by_score(case: Case) -> Iterator[Breach]:
    """The decision goes no further than the score allows.

    What: from 70 on it is go, from 50 on a conditional go, below that no-go; one may decide more strictly.
    Why: deals that are forced through are mostly lost, or lose money, and keep people from better ones.
    Basis: the scorecard: go from 70, conditional from 50, else no-go (Shipley, APMP).

    Example: a score of 63.5, and the decision is Go.

    What to do: decide under conditions and write them down, or score again.
    """
    approval = _approval(case)
    allowed = verdict(approval.score, stopped=False)
    if approval.decision is None or allowed is None:
        return
    if _STRICTNESS.index(approval.decision) < _STRICTNESS.index(allowed):
        yield Breach(
            ("approval", "decision"),
            Text("得分 {s}，评分结论是“{v}”，决定却是“{d}”", "{s} points make “{v}”, and it is “{d}”").fill(
                s=grouped(approval.score), v=allowed.label, d=approval.decision.label
            ),
            Text("{g} 分起立项，{c} 分起有条件立项", "Go from {g}, conditional from {c}").fill(
                g=GO, c=CONDITIONAL
            ),
        )


@rule(
    "QUAL011",
    Severity.ERROR,
    gap=True,
    zh="""
    有条件立项，写明条件。

    检查什么：立项决定为“有条件立项”时，立项条件至少有一条。
    为什么：没有写下来的条件没有人去满足，等于无条件立项。
    依据：有条件立项的含义：条件满足之前不投入下一步。
    示例：决定是“有条件立项”，立项条件空白。
    怎么办：把要先做到的事一条条写进立项条件。
    """,
)
def conditions_named(case: Case) -> Iterator[Breach]:
    """A go under conditions names them.

    What: where the decision is Conditional go, there is one condition at least.
    Why: conditions that are not written down nobody meets, and the go is a plain one.
    Basis: what it means: nothing more is spent until the conditions are met.

    Example: the decision is Conditional go, and the conditions are empty.

    What to do: write down what must be done first, one a line.
    """
    approval = _approval(case)
    if approval.decision is Decision.CONDITIONAL and not approval.conditions:
        yield Breach(
            ("approval", "conditions"),
            Text("有条件立项，却没有写条件", "it is a conditional go, and no condition is named"),
            Text("请写明先要做到什么，每行一条", "Write what must be done first, one a line"),
        )


@rule(
    "QUAL012",
    Severity.WARNING,
    gap=True,
    zh="""
    审批人提的条件都记下来了。

    检查什么：有审批人“有条件同意”时，立项条件不为空。
    为什么：审批人的条件散在说明里，执行的人看不到。
    依据：审批意见为“有条件同意”的，条件须落实。
    示例：事业部总经理有条件同意，立项条件空白，决定写“立项”。
    怎么办：把条件写进立项条件，决定改为“有条件立项”。
    """,
)
def approvers_conditions(case: Case) -> Iterator[Breach]:
    """What approvers ask for is written down.

    What: where an approver agrees with conditions, there are conditions.
    Why: left in a note, those who carry it out never see them.
    Basis: an agreement with conditions holds when they are met.

    Example: the head of division agrees with conditions, and the decision is Go without any.

    What to do: write them among the conditions, and make it a conditional go.
    """
    approval = _approval(case)
    if approval.decision is not Decision.GO or approval.conditions:
        return
    for index, row in enumerate(approval.approvals):
        if row.opinion is Opinion.CONDITIONAL:
            yield Breach(
                ("approval", "approvals", index, "opinion"),
                Text(
                    "“{p}”有条件同意，却没有记下条件", "“{p}” agrees with conditions, and none is named"
                ).fill(p=row.name or row.post),
                Text("请写进立项条件，决定改为“有条件立项”", "Name them, and make it a conditional go"),
            )


_NOT_YET = Text("销售阶段为“{s}”，但{w}", "the stage is “{s}”, but {w}")
_DECIDE = Text(
    "请先完成立项；不做就把阶段改为“放弃”",
    "Get the approval first; where it is no-go, set the stage to Dropped",
)


@rule(
    "QUAL040",
    Severity.WARNING,
    needs_whole=(("approval",),),
    zh="""
    提案之前已经立项。

    检查什么：提案阶段的商机，立项决定是“立项”或“有条件立项”。
    为什么：没有立项就写方案，投入的人力没有人批准，也没有人判断过值不值得。
    依据：立项阶段的关键节点是售前立项，达成之后才进入提案。
    示例：销售阶段为“3提案”，没有立项决定。
    怎么办：补办立项；决定不立项的，把阶段改为“放弃”。
    """,
)
def go_before_proposal(case: Case) -> Iterator[Breach]:
    """A deal is approved before it is proposed.

    What: in the stage Propose, the decision is Go or Conditional go.
    Why: without it nobody has approved the work, nor asked whether it is worth it.
    Basis: the key node of the stage Qualify is the presales approval; the proposal comes after.

    Example: the stage is Propose, and there is no decision.

    What to do: get the approval; where it is no-go, set the stage to Dropped.
    """
    if stages.current(case.deal) is Stage.PROPOSE and (why := _no_go(case)):
        yield Breach(_STAGE, _NOT_YET.fill(s=Stage.PROPOSE.label, w=why), _DECIDE)


@rule(
    "QUAL041",
    Severity.ERROR,
    needs_whole=(("approval",),),
    zh="""
    投标之前必须立项。

    检查什么：招投标及以后各阶段的商机，立项决定是“立项”或“有条件立项”。
    为什么：投标有法律约束，未经批准的投标可能带来无法履行的合同。
    依据：立项阶段的关键节点是售前立项；投标文件须有批准的立项。
    示例：销售阶段为“4招投标”，立项决定是“不立项”。
    怎么办：补办立项；决定不立项的，不投标，把阶段改为“放弃”。
    """,
)
def go_before_bid(case: Case) -> Iterator[Breach]:
    """No bid without approval.

    What: from the stage Bid on, the decision is Go or Conditional go.
    Why: a bid binds; one that nobody approved may end in a contract that cannot be kept.
    Basis: the key node of the stage Qualify is the presales approval; a bid takes an approved one.

    Example: the stage is Bid, and the decision No-go.

    What to do: get the approval; where it is no-go, do not bid, and set the stage to Dropped.
    """
    stage = stages.current(case.deal)
    if stage is not None and stages.from_on(case, Stage.BID) and (why := _no_go(case)):
        yield Breach(_STAGE, _NOT_YET.fill(s=stage.label, w=why), _DECIDE)


def _no_go(case: Case) -> Text | None:
    """Why there is no go for the deal; None where there is one."""
    decision = _approval(case).decision
    if decision is None:
        return Text("还没有立项决定", "nobody has decided to go for it")
    return Text("立项决定是“不立项”", "the decision is No-go") if decision is Decision.NO_GO else None


def _approval(case: Case) -> Approval:
    return case.deal.approval or Approval()
