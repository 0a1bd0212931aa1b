"""What was talked about: red lines, issues settled before the signature, results in writing."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.negotiate.signature import signed
from kadocs.gates.rule import Breach, Case, rule
from kadocs.model.negotiation import IssueStatus, Negotiation
from kadocs.tree.node import Path

_ISSUES: Path = ("negotiation", "issues")


@rule(
    "NEG070",
    Severity.WARNING,
    gap=True,
    zh="""
    没有了结的风险条款有红线。

    检查什么：合同签订之前，“合同风险条款”的每一条都填了红线。
    为什么：没有红线，谈判桌上就不知道什么不能答应。
    依据：风险条款表的通行要求：客户稿、我方立场、可接受替代、红线、法务意见。
    示例：“14.1 赔偿责任”写了立场和替代，红线空白。
    怎么办：与法务商定后填写。
    """,
)
def red_lines_drawn(case: Case) -> Iterator[Breach]:
    """Each risk clause that is not settled has its red line.

    What: until the contract is signed, every risk clause says what we do not sign.
    Why: without it nobody at the table knows what to refuse.
    Basis: common form: the customer's draft, our position, the alternative, the red line, the legal opinion.

    Example: “14.1 Liability” has position and alternative, and no red line.

    What to do: agree on it with legal, and write it.
    """
    if signed(case):
        return
    for index, clause in enumerate(_negotiation(case).risk_clauses):
        if not clause.red_line:
            yield Breach(
                ("negotiation", "risk_clauses", index, "red_line"),
                Text("风险条款“{c}”没有红线", "the risk clause “{c}” has no red line").fill(c=clause.clause),
                Text("请与法务商定什么不能签", "Agree with legal on what is not to be signed"),
            )


@rule(
    "NEG071",
    Severity.ERROR,
    zh="""
    签订合同之前，议题都已谈成。

    检查什么：已到签订日期（按今天或 --as-of）或已经用印的合同，谈判议题的状态都是“已达成”。
    为什么：带着分歧签字，分歧就变成争议。
    依据：关键节点“合同审批和合同签订”；议题三档表的状态：未谈、分歧、有条件、已达成。
    示例：合同已签，“责任上限”还是“分歧”。
    怎么办：谈成后更新状态和结果；不再谈的议题删去。
    """,
)
def settled_before(case: Case) -> Iterator[Breach]:
    """All issues are settled before the contract is signed.

    What: once the day of signature has come, by today or --as-of, or the contract was sealed, each issue is
    Agreed.
    Why: a disagreement that is signed over becomes a dispute.
    Basis: the key node “contract approved and signed”; an issue is open, disputed, conditional or agreed.

    Example: the contract is signed, and “Cap on liability” is disputed.

    What to do: settle it, and write status and result; delete what is no longer an issue.
    """
    if not signed(case):
        return
    for index, issue in enumerate(_negotiation(case).issues):
        if issue.status is not IssueStatus.AGREED:
            yield Breach(
                (*_ISSUES, index, "status"),
                Text("合同已签订，议题“{t}”还是“{s}”", "the contract is signed, and “{t}” is “{s}”").fill(
                    t=issue.topic, s=issue.status.label if issue.status else Text("未注明", "not given")
                ),
                Text("请谈成后更新状态和结果", "Settle it, and write status and result"),
            )


@rule(
    "NEG072",
    Severity.ERROR,
    gap=True,
    zh="""
    谈成的议题写明结果。

    检查什么：状态为“已达成”的议题填了谈判结果。
    为什么：条款确认单和合同只印结果，没有写就等于没有谈成。
    依据：条款确认单的通行要求：只列双方同意的条款。
    示例：“付款比例”已达成，结果空白。
    怎么办：写成可以直接放进合同的句子。
    """,
)
def results_written(case: Case) -> Iterator[Breach]:
    """An agreed issue has its result in writing.

    What: each issue that is Agreed says what was agreed.
    Why: term sheet and contract print the result; what is not written is not agreed.
    Basis: common form of a term sheet: it lists what both sides agreed.

    Example: “Payment” is agreed, and its result is blank.

    What to do: write a sentence that can stand in the contract.
    """
    for index, issue in enumerate(_negotiation(case).issues):
        if issue.status is IssueStatus.AGREED and not issue.result:
            yield Breach(
                (*_ISSUES, index, "result"),
                Text("议题“{t}”已达成，却没有结果", "“{t}” is agreed, but not what").fill(t=issue.topic),
                Text("请写明谈成的条款", "Write the term that was agreed"),
            )


def _negotiation(case: Case) -> Negotiation:
    return case.deal.negotiation or Negotiation()
