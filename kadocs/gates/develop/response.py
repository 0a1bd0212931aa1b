"""首次响应: the first answer to a customer, within 24 hours of the first contact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from kadocs.figures.numbers import grouped
from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import day
from kadocs.model.opportunity.lead import Lead

WITHIN = timedelta(hours=24)
"""So soon the customer must have an answer."""


@rule(
    "DEV010",
    Severity.WARNING,
    zh="""
    收到线索后 24 小时内首次响应。

    检查什么：首响时刻距接收时刻不超过 24 小时；还没有响应的，24 小时尚未过去（按今天或 --as-of 的日期）。
    为什么：第一次接触往往就是最后一次机会，反应慢的供应商在客户心里先输一局。
    依据：大客户销售的要求：第一时间作出正确的反应；首次响应 24 小时。
    示例：3 月 9 日 9:20 收到询问，3 月 11 日 10:00 才回复，用时 48.7 小时。
    怎么办：立即回复；已经晚了的，向客户说明，并查清是哪一环耽误的。
    """,
)
def answered_in_time(case: Case) -> Iterator[Breach]:
    """The first answer is given within 24 hours.

    What: the first response comes at most 24 hours after the lead; where there is none yet, the 24 hours
    are not over (counted to today, or the day of --as-of).
    Why: the first contact is often the last chance, and who is slow has lost a point already.
    Basis: the rule of key-account sales that a big customer is answered at once; 24 hours.

    Example: asked on 9 March at 9:20, answered on 11 March at 10:00, after 48.7 hours.

    What to do: answer now; where it is late, tell the customer why, and find out where it was held up.
    """
    lead = _lead(case)
    if lead.received_at is None:
        return
    latest = lead.received_at + WITHIN
    if lead.responded_at is None:
        if latest.date() < case.today:
            message = Text("{d} 收到的线索至今没有响应", "the lead of {d} is not answered yet")
            hint = Text("请立即回复客户，并填写首响时刻", "Answer the customer now, and write down when")
            yield Breach(
                ("opportunity", "lead", "responded_at"), message.fill(d=day(lead.received_at.date())), hint
            )
    elif lead.responded_at > latest:
        yield Breach(
            ("opportunity", "lead", "responded_at"),
            Text(
                "首次响应用了 {h} 小时，超过 24 小时", "the first response took {h} hours, more than 24"
            ).fill(h=grouped(lead.response_hours)),
            Text(
                "请查清耽误的原因；时刻写错了请改正", "Find out what held it up; correct a slip in the time"
            ),
        )


@rule(
    "DEV011",
    Severity.ERROR,
    zh="""
    首次响应的各个时刻前后相接。

    检查什么：首响时刻不早于接收时刻，下次联系时刻不早于首响时刻。
    为什么：先有来电才有回复；颠倒的时刻算不出响应用时。
    依据：记录的常理。
    示例：3 月 9 日 16:40 收到，3 月 9 日 9:20 响应。
    怎么办：改正写错的时刻。
    """,
)
def moments_in_order(case: Case) -> Iterator[Breach]:
    """The moments of the first response follow each other.

    What: the response is not before the lead, and the next contact not before the response.
    Why: nobody answers before being asked, and no time to respond can be told.
    Basis: what a record is.

    Example: received on 9 March at 16:40, answered on 9 March at 9:20.

    What to do: correct the moment that is wrong.
    """
    lead = _lead(case)
    moments = [
        (name, getattr(lead, name))
        for name in ("received_at", "responded_at", "next_contact")
        if getattr(lead, name) is not None
    ]
    for (_, before), (name, after) in pairwise(moments):
        if after < before:
            yield Breach(
                ("opportunity", "lead", name),
                Text("{b} 早于前一步的 {a}", "{b} is before {a}, the step before it").fill(
                    a=before.strftime("%Y-%m-%d %H:%M"), b=after.strftime("%Y-%m-%d %H:%M")
                ),
                Text("请改正写错的时刻", "Correct the moment that is wrong"),
            )


def _lead(case: Case) -> Lead:
    opportunity = case.deal.opportunity
    return (opportunity.lead if opportunity else None) or Lead()
