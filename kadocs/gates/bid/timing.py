"""The clock of a tender: deadlines ahead and missed, moments in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.arithmetic import Dated, in_order, late
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import day
from kadocs.model.bid import Bid
from kadocs.model.bid.decision import BidDecision, BidStatus
from kadocs.model.opportunity import Stage
from kadocs.model.tender import Tender

NEAR = 3
"""A deadline is near when so many days, or fewer, are left."""


@rule(
    "BID111",
    Severity.WARNING,
    zh="""
    投标截止将近，尚未递交。

    检查什么：距投标截止不超过 3 天（按今天或 --as-of 的日期），还没有实际递交时间。
    为什么：封标、上传、解密测试都可能出意外，最后一天不留余量。
    依据：倒排计划的通行做法：至少提前一天递交。
    示例：12 月 25 日 9:30 截止，12 月 23 日还没有递交。
    怎么办：尽快封标递交，并填写实际递交时间。
    """,
)
def deadline_near(case: Case) -> Iterator[Breach]:
    """The deadline is near, and the bid is not handed in.

    What: 3 days or fewer are left to the deadline, from today or --as-of, and no moment of submission is
    there.
    Why: sealing, upload and decryption go wrong at times, and the last day leaves no room.
    Basis: common practice of planning backwards: hand in a day ahead.

    Example: bids close on 25 December at 9:30, and on the 23rd ours is not handed in.

    What to do: seal it, hand it in, and write down when.
    """
    deadline = closing(case)
    if deadline is not None and waiting(case) and 0 <= (left := (deadline.date() - case.today).days) <= NEAR:
        yield Breach(
            ("tender", "deadline"),
            Text("投标 {d} 截止，还剩 {n} 天，尚未递交", "bids close on {d}, in {n} days").fill(
                d=day(deadline.date()), n=left
            ),
            Text("请尽快递交，并填写递交时间", "Hand ours in, and write down when"),
        )


@rule(
    "BID112",
    Severity.WARNING,
    zh="""
    提问截止将近。

    检查什么：距提问截止不超过 3 天（按今天或 --as-of 的日期），且投标文件尚未递交。
    为什么：截止之后招标文件的歧义只能自己承担。
    依据：招标文件规定的提问时限。
    示例：12 月 14 日 17:00 提问截止，今天是 12 月 12 日。
    怎么办：汇总各专业的问题，截止前书面提出，登记在澄清记录里。
    """,
)
def questions_near(case: Case) -> Iterator[Breach]:
    """Questions can be asked only a little longer.

    What: 3 days or fewer are left for questions, from today or --as-of, and the bid is not handed in.
    Why: afterwards whatever is unclear in the tender is our risk.
    Basis: the time for questions that the tender sets.

    Example: questions close on 14 December at 17:00, and today is the 12th.

    What to do: gather everyone's questions, ask in writing, and list them as clarifications.
    """
    until = case.deal.tender.questions_until if case.deal.tender else None
    if until is not None and waiting(case) and 0 <= (left := (until.date() - case.today).days) <= NEAR:
        yield Breach(
            ("tender", "questions_until"),
            Text("提问 {d} 截止，还剩 {n} 天", "questions close on {d}, in {n} days").fill(
                d=day(until.date()), n=left
            ),
            Text("有疑问请在截止前书面提出", "Ask in writing before then"),
        )


@rule(
    "BID113",
    Severity.ERROR,
    zh="""
    招标的各个时间前后相接。

    检查什么：发出 ≤ 获取截止 ≤ 投标截止，发出 ≤ 提问截止 ≤ 投标截止 ≤ 开标。
    为什么：招标时间抄错一位，倒排计划就全错。
    依据：招标投标的先后次序；招标投标法第三十四条：开标在投标截止的同一时间进行。
    示例：提问截止 2026-12-28，投标截止 2026-12-25。
    怎么办：对照招标公告改正。
    """,
)
def moments_in_order(case: Case) -> Iterator[Breach]:
    """The moments of the tender follow each other.

    What: it is issued before its sale ends, and questions close, then bids, then they are opened.
    Why: one digit copied wrongly spoils the whole plan.
    Basis: the course of a tender; 招标投标法, art. 34: bids are opened when the deadline ends.

    Example: questions close on 2026-12-28, bids on 2026-12-25.

    What to do: correct it after the notice.
    """
    tender = case.deal.tender or Tender()
    asked = Dated(("tender", "questions_until"), Text("提问截止", "end of questions"), tender.questions_until)
    closed = Dated(("tender", "deadline"), Text("投标截止", "the deadline"), tender.deadline)
    opened = Dated(("tender", "opening"), Text("开标", "the opening"), tender.opening)
    issued = Dated(("tender", "issued_on"), Text("招标文件发出", "the issue"), tender.issued_on)
    sale = Dated(("tender", "sold_until"), Text("文件获取截止", "end of sale"), tender.sold_until)
    yield from in_order((asked, closed, opened))
    yield from in_order((issued, sale, day_of(closed)))
    yield from in_order((issued, day_of(asked)))


@rule(
    "BID114",
    Severity.ERROR,
    zh="""
    我方的投标动作赶在招标规定的时间之前。

    检查什么：投标决策日期、投标文件日期不晚于投标截止，保证金递交日不晚于保证金到账截止。
    为什么：晚一天的保证金等于没有交，日期写在截止之后的投标函会被质疑。
    依据：招标投标法实施条例第二十六条；招标文件规定的时间。
    示例：保证金 12 月 25 日到账截止，12 月 26 日才汇出。
    怎么办：核对日期；确实晚了的，立即与代理机构联系。
    """,
)
def ours_in_time(case: Case) -> Iterator[Breach]:
    """What we do for the bid is done by the day that the tender sets.

    What: our decision and the date on the bid are not after the deadline, the bond is not paid after its due
    day; the submission itself is BID009.
    Why: a bond a day late is no bond, and a letter dated after the deadline raises questions.
    Basis: 招标投标法实施条例, art. 26; the times that the tender sets.

    Example: the bond is due on 25 December, and was paid on the 26th.

    What to do: check the dates; where it is late indeed, call the agency at once.
    """
    tender, bid = case.deal.tender or Tender(), case.deal.bid or Bid()
    closed = day_of(Dated(("tender", "deadline"), Text("投标截止", "the deadline"), tender.deadline))
    ours = (
        Dated(("bid", "decided_on"), Text("投标决策", "the decision to bid"), bid.decided_on),
        Dated(("bid", "date"), Text("投标文件日期", "the date on the bid"), bid.date),
    )
    for each in ours:
        yield from late(each, closed)
    if tender.bond and bid.bond:
        due = Dated(
            ("tender", "bond", "due"), Text("保证金到账截止", "the day the bond is due"), tender.bond.due
        )
        paid = Dated(("bid", "bond", "paid_on"), Text("保证金递交", "the bond's payment"), bid.bond.paid_on)
        yield from late(paid, day_of(due))


@rule(
    "BID115",
    Severity.WARNING,
    zh="""
    编标任务没有逾期。

    检查什么：投标文件递交之前，编标计划里到期未完成的任务。
    为什么：倒排计划每拖一步，最后都压在封标那一天。
    依据：倒排计划的通行做法。
    示例：“废标项自查”应在 12 月 21 日完成，22 日仍未完成。
    怎么办：完成后标为已完成，或重新排期。
    """,
)
def preparation_on_time(case: Case) -> Iterator[Breach]:
    """No task of the bid is overdue.

    What: until the bid is handed in, tasks that are due and not done.
    Why: every step that slips ends up on the day of sealing.
    Basis: common practice of planning backwards.

    Example: the check of reasons to reject was due on 21 December, and on the 22nd it is not done.

    What to do: mark it as done once it is, or plan anew.
    """
    if case.deal.bid is None or not waiting(case):
        return
    for index, task in enumerate(case.deal.bid.preparation):
        if task.due is not None and not task.done and task.due.date() < case.today:
            yield Breach(
                ("bid", "preparation", index, "due"),
                Text("“{t}”应在 {d} 完成，已经逾期", "“{t}” was due on {d}").fill(
                    t=task.task, d=day(task.due.date())
                ),
                Text("完成后请标为已完成，或重新排期", "Mark it as done once it is, or plan anew"),
            )


def closing(case: Case) -> datetime | None:
    """The moment until which bids are accepted, if the tender says."""
    return case.deal.tender.deadline if case.deal.tender else None


def waiting(case: Case) -> bool:
    """Whether a bid may still be handed in, and is not yet."""
    bid = case.deal.bid
    if not stages.tendered(case.deal) or not stages.at_most(case, Stage.BID):
        return False
    return bid is None or (
        bid.submitted_at is None
        and bid.decision is not BidDecision.NO_BID
        and bid.status is not BidStatus.WITHDRAWN
    )


def day_of(each: Dated) -> Dated:
    """The day of a moment."""
    return each._replace(when=each.when.date()) if isinstance(each.when, datetime) else each
