"""Next steps: every visit leads to one, each has an owner and a day, and none is left lying."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.needs import along
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import day, listed
from kadocs.model.account import Account
from kadocs.model.account.year import Progress
from kadocs.model.opportunity import Opportunity, Stage
from kadocs.tree.node import Path

_OVER = (Progress.DONE, Progress.DROPPED)


@rule(
    "DEV060",
    Severity.WARNING,
    zh="""
    行动没有逾期。

    检查什么：未完成、未取消的行动（行动计划、客户行动表）的截止日，以及联系人下次接触日、客户下一步日期，
    都不早于今天（或 --as-of 的日期）。
    为什么：逾期没有人管的行动，等于对客户失约。
    依据：行动计划的通行格式：行动、负责人、截止、状态、结果。
    示例：今天是 2026-11-20，“提交接口清单”截止 2026-11-15，状态还是“进行中”。
    怎么办：做完的改为“已完成”，没做完的重新约定日期并告诉客户。
    """,
)
def nothing_overdue(case: Case) -> Iterator[Breach]:
    """No action is overdue.

    What: actions of the deal and of the account plan that are neither done nor dropped, the next contact with
    each person and the account's next step are not due before today (or --as-of).
    Why: what is overdue and lies about is a broken promise.
    Basis: the usual plan: action, owner, due, status, result.

    Example: today is 2026-11-20, and the interface list, due on 2026-11-15, is still in progress.

    What to do: set what is done to Done; for the rest agree a new day, and tell the customer.
    """
    for path, what, due in _open(case):
        if due is not None and due < case.today:
            yield Breach(
                path,
                Text("“{w}”应在 {d} 前完成，已逾期 {n} 天", "“{w}” was due on {d}, {n} days ago").fill(
                    w=what, d=day(due), n=(case.today - due).days
                ),
                Text("完成了请更新状态，否则重新约定日期", "Set its status if it is done, or a new day"),
            )


@rule(
    "DEV061",
    Severity.WARNING,
    gap=True,
    zh="""
    每次拜访都有下一步。

    检查什么：拜访记录都写了下一步、责任人和日期。
    为什么：没有下一步的拜访只是聊天，客户的热度会凉下去。
    依据：拜访记录的通行格式：目的、参与人、客户原话、承诺、下一步。
    示例：11 月 12 日向分管领导汇报，下一步空白。
    怎么办：写明下一步做什么、谁做、哪天。
    """,
)
def visits_lead_on(case: Case) -> Iterator[Breach]:
    """Every visit leads to a next step.

    What: each visit has a next step, someone to do it, and a day.
    Why: a visit without one was a chat, and the customer cools down.
    Basis: the usual record of a visit: purpose, people, the customer's words, promises, next step.

    Example: the vice president was briefed on 12 November, and there is no next step.

    What to do: write what is done next, by whom and when.
    """
    for index, visit in enumerate(_opportunity(case).visits):
        for name in ("next_step", "next_owner", "next_on"):
            if getattr(visit, name) is None:
                title = along(f"opportunity.visits.{name}")[-1].mark.title
                when = day(visit.date) if visit.date else Text(f"第 {index + 1} 次", f"no. {index + 1}")
                yield Breach(
                    ("opportunity", "visits", index, name),
                    Text("拜访（{d}）没有“{t}”", "the visit ({d}) has no “{t}”").fill(d=when, t=title),
                    Text("请写明下一步、责任人和日期", "Write the next step, who does it, and when"),
                )
                break


@rule(
    "DEV062",
    Severity.ERROR,
    zh="""
    拜访的下一步在拜访之后。

    检查什么：拜访记录的下一步日期不早于拜访日期。
    为什么：下一步早于拜访本身，多半是年份或月份写错了。
    依据：记录的常理。
    示例：2026-11-12 拜访，下一步日期 2026-01-08。
    怎么办：改正日期。
    """,
)
def step_after_visit(case: Case) -> Iterator[Breach]:
    """A visit's next step comes after it.

    What: the day of the next step is not before the visit.
    Why: the other way round it is a slip in the year or the month.
    Basis: what a record is.

    Example: visited on 2026-11-12, the next step on 2026-01-08.

    What to do: correct the day.
    """
    for index, visit in enumerate(_opportunity(case).visits):
        if visit.date and visit.next_on and visit.next_on < visit.date:
            yield Breach(
                ("opportunity", "visits", index, "next_on"),
                Text("下一步 {n} 早于拜访 {d}", "the next step, {n}, is before the visit, {d}").fill(
                    n=day(visit.next_on), d=day(visit.date)
                ),
                Text("请改正日期", "Correct the day"),
            )


@rule(
    "DEV063",
    Severity.WARNING,
    gap=True,
    zh="""
    每项行动都有负责人和截止日期。

    检查什么：行动计划里未完成、未取消的行动都填了负责人和截止日期。
    为什么：没有负责人和日期的行动不会发生。
    依据：行动计划的通行格式：行动、负责人、截止、状态、结果。
    示例：“邀请考察样板站”没有负责人。
    怎么办：补上负责人和截止日期。
    """,
)
def actions_owned(case: Case) -> Iterator[Breach]:
    """Every action has an owner and a day.

    What: actions that are neither done nor dropped have an owner and are due some day.
    Why: what nobody does by no day does not happen.
    Basis: the usual plan: action, owner, due, status, result.

    Example: “Invite them to the reference site” has no owner.

    What to do: write who does it, and by when.
    """
    for index, action in enumerate(_opportunity(case).actions):
        lacking = [name for name in ("owner", "due") if getattr(action, name) is None]
        if lacking and action.status not in _OVER:
            titles = listed(along(f"opportunity.actions.{name}")[-1].mark.title for name in lacking)
            yield Breach(
                ("opportunity", "actions", index, lacking[0]),
                Text("“{a}”没有{t}", "“{a}” has no {t}").fill(a=action.action, t=titles),
                Text("请补上", "Fill it in"),
            )


def _opportunity(case: Case) -> Opportunity:
    return case.deal.opportunity or Opportunity()


def _open(case: Case) -> Iterator[tuple[Path, str, date | None]]:
    """What is still to be done, with the day that it is due; nothing once the deal is lost or dropped."""
    if stages.current(case.deal) in (Stage.LOST, Stage.DROPPED):
        return
    if case.deal.account:
        yield from _of_account(case.deal.account)
    for index, action in enumerate(_opportunity(case).actions):
        if action.status not in _OVER:
            yield ("opportunity", "actions", index, "due"), action.action, action.due
    for index, contact in enumerate(case.deal.contacts):
        if not contact.last_contact or not contact.next_on or contact.last_contact < contact.next_on:
            what = f"{contact.name} {contact.next_step}" if contact.next_step else contact.name
            yield ("contacts", index, "next_on"), what, contact.next_on


def _of_account(account: Account) -> Iterator[tuple[Path, str, date | None]]:
    yield ("account", "next_on"), account.next_step or account.name or "", account.next_on
    for index, planned in enumerate(account.plan.actions if account.plan else ()):
        if planned.status not in _OVER:
            yield ("account", "plan", "actions", index, "due"), planned.action, planned.due
