"""立项审批: complete, in order, and by others than the author."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kadocs.findings import Severity, Text
from kadocs.gates.needs import along
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import day, listed
from kadocs.model.approval import Approval, Decision, Opinion
from kadocs.tree.node import Path

_APPROVALS: Path = ("approval", "approvals")
_GOING = (Decision.GO, Decision.CONDITIONAL)


@rule(
    "QUAL030",
    Severity.ERROR,
    zh="""
    审批人不是编制人。

    检查什么：立项审批各岗位的审批人与立项编制人不是同一个人。
    为什么：自己写、自己批，审批就没有意义。
    依据：立项审批规则：审批人 ≠ 编制人。
    示例：编制人顾闻笛又以“解决方案负责人”的岗位审批。
    怎么办：由其上级或授权的人审批。
    """,
)
def not_the_author(case: Case) -> Iterator[Breach]:
    """Approvers are not the author.

    What: none of the approvers is the author of the approval.
    Why: who approves what they wrote approves nothing.
    Basis: the rule of approvals: approver and author are two people.

    Example: the author signs again as head of presales.

    What to do: have their superior sign, or someone authorised.
    """
    approval = _approval(case)
    for index, row in enumerate(approval.approvals):
        if approval.author and row.name == approval.author:
            yield Breach(
                (*_APPROVALS, index, "name"),
                Text("“{n}”是编制人，不能审批“{p}”", "“{n}” is the author and cannot approve as “{p}”").fill(
                    n=row.name, p=row.post
                ),
                Text("请由上级或授权的人审批", "Have a superior sign, or someone authorised"),
            )


@rule(
    "QUAL031",
    Severity.ERROR,
    gap=True,
    needs_whole=(_APPROVALS,),
    zh="""
    决定之前，审批已经齐全。

    检查什么：立项决定为“立项”或“有条件立项”时，审批表不为空，每个岗位都有审批人、意见和日期。
    为什么：缺一个岗位的意见，决定就没有生效。
    依据：立项审批链：销售负责人、事业部、财务、本部，依次签署。
    示例：决定是“立项”，财务一行没有意见和日期。
    怎么办：请缺的岗位签署；还没有批完的，决定先留空。
    """,
)
def approvals_complete(case: Case) -> Iterator[Breach]:
    """The approvals are complete before the decision.

    What: where the decision is Go or Conditional go, there are approvals, each with name, opinion and day.
    Why: while the word of one post is missing the decision is not in force.
    Basis: the chain of approvals: sales, division, finance, headquarters, one after the other.

    Example: the decision is Go, and finance has neither opinion nor day.

    What to do: have the missing one sign; leave the decision empty until then.
    """
    approval = _approval(case)
    if approval.decision not in _GOING or approval.decision is None:
        return
    if not approval.approvals:
        yield Breach(
            _APPROVALS,
            Text("决定是“{d}”，却没有任何审批", "the decision is “{d}”, and nobody has approved it").fill(
                d=approval.decision.label
            ),
            _SIGN,
        )
    for index, row in enumerate(approval.approvals):
        lacking = [name for name in ("name", "opinion", "date") if getattr(row, name) is None]
        if lacking:
            titles = listed(along(f"approval.approvals.{name}")[-1].mark.title for name in lacking)
            yield Breach(
                (*_APPROVALS, index, lacking[0]),
                Text("“{p}”的审批没有{t}", "the approval of “{p}” has no {t}").fill(p=row.post, t=titles),
                _SIGN,
            )


@rule(
    "QUAL032",
    Severity.ERROR,
    zh="""
    审批日期依次在后。

    检查什么：立项日期、各岗位的审批日期（按表中顺序）、决定日期，依次不早于前一个。
    为什么：上级先批、下级后批，或决定早于审批，说明流程是补的。
    依据：立项审批链依次签署，决定在审批之后。
    示例：财务 10 月 15 日签署，排在它后面的本部却是 10 月 12 日。
    怎么办：改正日期，或按实际顺序排列岗位。
    """,
)
def approvals_in_order(case: Case) -> Iterator[Breach]:
    """The approvals follow each other.

    What: the day of the request, those of the approvals in their order, and that of the decision are each not
    before the one before.
    Why: where headquarters signs first, or the decision comes before, the papers were made afterwards.
    Basis: the chain is signed one after the other, and the decision comes last.

    Example: finance signs on 15 October, and headquarters, after it, on 12 October.

    What to do: correct the day, or put the posts in their order.
    """
    before: date | None = None
    for path, when in _days(_approval(case)):
        if before is not None and when < before:
            message = Text("{d} 早于前一步的 {b}", "{d} is before {b}, the step before it")
            yield Breach(
                path,
                message.fill(d=day(when), b=day(before)),
                Text("请改正日期，或调整岗位顺序", "Correct the day, or the order of the posts"),
            )
        before = max(before or when, when)


@rule(
    "QUAL033",
    Severity.ERROR,
    zh="""
    有人不同意，就不是“立项”。

    检查什么：审批意见中有“不同意”时，立项决定不是“立项”或“有条件立项”。
    为什么：一个岗位否决而仍然立项，等于审批形同虚设。
    依据：审批链上每个岗位都须同意。
    示例：财务“不同意”，决定却是“立项”。
    怎么办：解决分歧后请其重新签署，或改为不立项。
    """,
)
def nobody_refused(case: Case) -> Iterator[Breach]:
    """Where someone refuses it is no go.

    What: where one of the opinions is Refuse, the decision is neither Go nor Conditional go.
    Why: to go on against a refusal makes the approvals worth nothing.
    Basis: every post of the chain must agree.

    Example: finance refuses, and the decision is Go.

    What to do: settle it and have them sign again, or make it no-go.
    """
    approval = _approval(case)
    for index, row in enumerate(approval.approvals):
        if row.opinion is Opinion.REFUSE and approval.decision in _GOING and approval.decision is not None:
            yield Breach(
                (*_APPROVALS, index, "opinion"),
                Text("“{p}”不同意，决定却是“{d}”", "“{p}” refuses, and the decision is “{d}”").fill(
                    p=row.post, d=approval.decision.label
                ),
                Text("请解决分歧后重新签署，或改为不立项", "Settle it and sign again, or make it no-go"),
            )


_SIGN = Text("请补签；没有批完时决定先留空", "Have it signed; leave the decision empty until then")


def _approval(case: Case) -> Approval:
    return case.deal.approval or Approval()


def _days(approval: Approval) -> Iterator[tuple[Path, date]]:
    """The days of the approval that are known, in the order in which they should be."""
    if approval.date:
        yield ("approval", "date"), approval.date
    for index, row in enumerate(approval.approvals):
        if row.date:
            yield (*_APPROVALS, index, "date"), row.date
    if approval.decided_on:
        yield ("approval", "decided_on"), approval.decided_on
