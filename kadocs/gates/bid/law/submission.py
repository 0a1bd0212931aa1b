"""Handing in: on time, sealed, encrypted, in as many copies as asked for."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import REFUSED, breach
from kadocs.gates.bid.timing import closing, waiting
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import day, moment


@rule(
    "BID009",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    投标截止之前已经递交。

    检查什么：投标截止日已过（按今天或 --as-of 的日期）的招标，还在做的商机有实际递交时间；决定不投、
    已撤回的不查。填了递交时间的，不晚于投标截止。
    为什么：逾期送达的投标文件不予接收，项目到此为止。
    依据：招标投标法第二十八条；招标投标法实施条例第三十六条；87 号令第三十三条：逾期送达的，拒收。
    示例：12 月 25 日截止，12 月 26 日仍没有递交时间。
    怎么办：已递交的补填时间；没有投的改为“不投标”并更新销售阶段；截止时间延期的改正截止时间。
    """,
)
def handed_in(case: Case) -> Iterator[Breach]:
    """The bid was handed in before the deadline.

    What: once the day of the deadline is past, by today or --as-of, a deal under way says when the bid was
    handed in; not where we decided not to bid, or withdrew. A submission is not after the deadline.
    Why: a late bid is not accepted, and the deal ends here.
    Basis: 招标投标法, art. 28; 招标投标法实施条例, art. 36; 财政部令第87号, art. 33: late is not accepted.

    Example: the deadline was 25 December, and on the 26th nothing says that the bid went in.

    What to do: write down when it was; or set the decision to No bid, and the stage; or correct the deadline.
    """
    deadline = closing(case)
    sent = case.deal.bid.submitted_at if case.deal.bid else None
    if deadline is not None and sent is not None and sent > deadline:
        yield breach(
            ("bid", "submitted_at"),
            Text("递交时间 {a} 晚于投标截止 {b}", "the bid of {a} is after the deadline, {b}").fill(
                a=moment(sent), b=moment(deadline)
            ),
            Text("请核对回执；确实逾期的只能放弃", "Look at the receipt; if it is late indeed, it is lost"),
            REFUSED,
        )
    if deadline is not None and deadline.date() < case.today and waiting(case):
        yield Breach(
            ("bid", "submitted_at") if case.deal.bid else ("tender", "deadline"),
            Text("投标已于 {d} 截止，却没有递交时间", "bids closed on {d}, and ours has no moment").fill(
                d=day(deadline.date())
            ),
            Text(
                "已递交的请补填；没有投的，请把投标决策改为“不投标”",
                "Write down when it was handed in; if it was not, set the decision to No bid",
            ),
        )
