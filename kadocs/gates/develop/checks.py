"""What was looked up about the customer before we deal with it: credit, lists, related parties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import day, listed
from kadocs.model.account import Account
from kadocs.model.account.checks import CheckKind, CheckResult
from kadocs.model.account.standing import ExportControl
from kadocs.model.opportunity import Stage
from kadocs.tree.node import Path

HOLDS = 90
"""For so many days the answer of a register is relied on."""

_ASKED = (CheckKind.CREDIT, CheckKind.DISHONEST)
_BAD = (CheckResult.ADVERSE, CheckResult.DOUBT)
_CHECKS: Path = ("account", "checks")


@rule(
    "DEV030",
    Severity.WARNING,
    gap=True,
    needs_whole=(_CHECKS,),
    zh="""
    立项前查过信用报告和失信名单。

    检查什么：立项阶段起，信用与合规核查里有信用报告、失信名单两项，且已有结果（不是“待查”）。
    为什么：与失信企业签约，货款可能收不回；投标前才发现，前期投入白费。
    依据：客户评估的风险与合规一节：信用中国、失信被执行人名单、被执行人信息及查询日期。
    示例：商机已到提案阶段，客户的失信名单还没有人查过。
    怎么办：到信用中国、执行信息公开网查询，每查一项记一行。
    """,
)
def looked_up(case: Case) -> Iterator[Breach]:
    """Credit and blacklist were looked up before the approval.

    What: from the stage Qualify on, the checks hold the credit report and the blacklist, with a result.
    Why: money owed by a defaulter may never come; found out at the bid, all the work before is lost.
    Basis: an account assessment's part on risk: credit register, blacklist, enforcement, with their days.

    Example: the deal is in the stage Propose, and nobody has looked at the blacklist.

    What to do: look them up in the public registers, and write a row for each.
    """
    if not stages.from_on(case, Stage.QUALIFY) or not stages.at_most(case, Stage.NEGOTIATE):
        return
    done = {check.kind for check in _account(case).checks if check.result is not CheckResult.PENDING}
    if missing := [kind.label for kind in _ASKED if kind not in done]:
        yield Breach(
            _CHECKS if _account(case).checks else ("opportunity", "stage"),
            Text("还没有查过客户的{k}", "nobody has looked up the customer's {k}").fill(k=listed(missing)),
            Text("请查询并在“信用与合规核查”中各记一行", "Look it up, and write a row among the checks"),
        )


@rule(
    "DEV031",
    Severity.WARNING,
    zh="""
    核查结果在 90 天以内。

    检查什么：签约之前，信用与合规核查、出口管制核查的日期距今天（或 --as-of 的日期）不超过 90 天；
    同一事项查过多次的看最近一次。
    为什么：名单天天在变，查询结果只对当天有效。
    依据：风险与合规核查须注明查询日期；通行做法三个月内有效。
    示例：失信名单 2026-08-10 查过，今天是 2026-11-20，已经 102 天。
    怎么办：重新查询，新记一行。
    """,
)
def still_holds(case: Case) -> Iterator[Breach]:
    """The answers of registers are not older than 90 days.

    What: until the contract, each check and that of export control was made at most 90 days before today (or
    --as-of); of several of a kind the last one counts.
    Why: lists change daily, and an answer holds for its day.
    Basis: checks carry their day; by custom they hold for three months.

    Example: the blacklist was looked up on 2026-08-10, 102 days before today, 2026-11-20.

    What to do: look it up again, and write a new row.
    """
    if not stages.at_most(case, Stage.NEGOTIATE):
        return
    for path, what, when in _latest(_account(case)):
        if (age := (case.today - when).days) > HOLDS:
            yield Breach(
                path,
                Text("“{k}”是 {n} 天前（{d}）查的", "“{k}” was looked up {n} days ago, on {d}").fill(
                    k=what, n=age, d=day(when)
                ),
                Text("请重新查询，新记一行", "Look it up again, and write a new row"),
            )


@rule(
    "DEV032",
    Severity.WARNING,
    zh="""
    核查有问题的，写明为什么可以继续。

    检查什么：结果为“有问题”或“存疑”的核查都写了说明。
    为什么：审批人看到异常，第一个问题就是严重不严重、为什么还做。
    依据：风险与合规核查的通行要求：异常须有说明和处理意见。
    示例：被执行人查询结果“存疑”，说明空白。
    怎么办：写清发现了什么、金额多大、怎样处理。
    """,
)
def explained(case: Case) -> Iterator[Breach]:
    """A check that found something says why we may go on.

    What: every check whose result is adverse or in doubt has a note.
    Why: the first thing that approvers ask is how bad it is, and why we go on.
    Basis: the common rule that exceptions are explained, with what is done about them.

    Example: enforcement is in doubt, and the note is empty.

    What to do: say what was found, how much it is, and what is done about it.
    """
    for index, check in enumerate(_account(case).checks):
        if check.result in _BAD and not check.note:
            yield Breach(
                (*_CHECKS, index, "note"),
                Text("“{k}”的结果是“{r}”，却没有说明", "“{k}” is “{r}”, and nothing is said about it").fill(
                    k=check.kind.label, r=check.result.label
                ),
                Text("请写明发现了什么、为什么可以继续", "Say what was found, and why we may go on"),
            )


@rule(
    "DEV033",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    与招标人有利害关系的，不参加投标。

    检查什么：客户以招标方式采购时，“关联关系”核查的结果不是“有问题”。
    为什么：与招标人有利害关系、可能影响公正性的单位投标无效，查出来前期投入全部作废。
    依据：招标投标法实施条例第三十四条。
    示例：我方董事同时是招标人的董事，关联关系核查为“有问题”，商机仍按公开招标推进。
    怎么办：请法务判断；确有利害关系就不投，核查结论有误则更正。
    """,
)
def unrelated(case: Case) -> Iterator[Breach]:
    """Who is related to the tenderer does not bid.

    What: where the customer buys by tender, the check of related parties is not adverse.
    Why: the bid of a party whose interest may spoil fairness is void, and all the work with it.
    Basis: 招标投标法实施条例, art. 34.

    Example: one of our directors sits on the customer's board, and we still go for its open tender.

    What to do: ask legal; where it is so, do not bid; where the check is wrong, correct it.
    """
    if not stages.tendered(case.deal):
        return
    for index, check in enumerate(_account(case).checks):
        if check.kind is CheckKind.RELATED and check.result is CheckResult.ADVERSE:
            yield Breach(
                (*_CHECKS, index, "result"),
                Text(
                    "我方与招标人有关联关系，投标无效", "we are related to the tenderer; a bid would be void"
                ),
                Text("请法务判断是否退出", "Ask legal whether to withdraw"),
            )


@rule(
    "DEV034",
    Severity.ERROR,
    zh="""
    出口管制疑似或确认的客户，不往下推进。

    检查什么：立项阶段起，出口管制核查的结果不是“疑似”或“确认”。
    为什么：向受限对象供货，公司会受处罚，原厂也会断供；这不是商务上能权衡的风险。
    依据：公司出口管制合规的通行规定：疑似未排除之前暂停，确认受限则终止。
    示例：阶段为提案，出口管制核查为“疑似”。
    怎么办：交合规部门核实；排除后改为“已查无异常”，确认的放弃商机。
    """,
)
def export_cleared(case: Case) -> Iterator[Breach]:
    """A customer suspected or confirmed under export control is not pursued.

    What: from the stage Qualify on, the export control check is neither suspected nor confirmed.
    Why: supplying a listed party brings penalties, and makers cut us off: no risk to be traded.
    Basis: the common rule of export compliance: stop while in doubt, end where confirmed.

    Example: the stage is Propose, and the export control check says Suspected.

    What to do: hand it to compliance; cleared, set it to Clear; confirmed, drop the deal.
    """
    result = _account(case).export_control
    stopped = (ExportControl.SUSPECTED, ExportControl.CONFIRMED)
    if result in stopped and result is not None and stages.from_on(case, Stage.QUALIFY):
        message = Text("出口管制核查为“{r}”，商机不能往下推进", "export control is “{r}”: the deal stops")
        yield Breach(
            ("account", "export_control"),
            message.fill(r=result.label),
            Text("请交合规部门核实", "Hand it to compliance"),
        )


def _account(case: Case) -> Account:
    return case.deal.account or Account()


def _latest(account: Account) -> Iterator[tuple[Path, Text, date]]:
    """The last check of each kind that has a day, and that of export control."""
    last: dict[CheckKind, tuple[date, int]] = {}
    for index, check in enumerate(account.checks):
        if check.date and check.date >= last.get(check.kind, (date.min, 0))[0]:
            last[check.kind] = check.date, index
    for kind, (when, index) in last.items():
        yield (*_CHECKS, index, "date"), kind.label, when
    if account.export_control not in (None, ExportControl.UNCHECKED) and account.export_checked_on:
        yield (
            ("account", "export_checked_on"),
            Text("出口管制核查", "export control"),
            account.export_checked_on,
        )
