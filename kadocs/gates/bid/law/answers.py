"""What the bid answers: starred clauses, delivery, inspection, and conditions of our own."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.bid.law.ground import breach, fatal
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.model.requirement import Deviation, Response


@rule(
    "BID020",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    实质性条款逐条响应，没有负偏离。

    检查什么：商务、技术偏离表中标★的条款都有响应内容和偏离情况，且不是负偏离；
    招标项目的需求清单里标★的需求，响应不是“不满足”、偏离不是“负偏离”。
    为什么：一条实质性条款负偏离，整份投标就被否决。
    依据：招标投标法第二十七条；招标投标法实施条例第五十一条第（六）项；
    评标委员会和评标方法暂行规定第二十三条、第二十五条。
    示例：★条款要求双机热备，偏离表写“负偏离”。
    怎么办：改进方案使其满足；做不到就不投，或在提问期请招标人修改要求。
    """,
)
def starred_met(case: Case) -> Iterator[Breach]:
    """Each starred clause is answered, and none with a negative deviation.

    What: starred rows of both deviation tables have a response and a kind that is not Negative; in a tender,
    starred requirements are not answered None, nor with a negative deviation.
    Why: for one negative deviation of substance the whole bid is rejected.
    Basis: 招标投标法, art. 27; 招标投标法实施条例, art. 51 (6); 12号令, art. 23 and 25.

    Example: a starred clause asks for redundancy, and the table says Negative.

    What to do: improve the solution; or do not bid, or ask for the demand to be changed while questions are
    open.
    """
    bid = case.deal.bid
    for table in ("commercial_deviations", "technical_deviations"):
        for index, row in enumerate(getattr(bid, table) if bid else ()):
            if row.starred and row.kind is Deviation.NEGATIVE:
                yield breach(
                    ("bid", table, index, "kind"),
                    _NEGATIVE.fill(d=_short(row.demand), c=row.clause or "★"),
                    _WAY_OUT,
                    fatal(case.deal),
                )
            elif row.starred and (row.kind is None or not row.response):
                yield breach(
                    ("bid", table, index, "response" if not row.response else "kind"),
                    Text("实质性条款 {c} 没有响应：{d}", "the starred clause {c} is not answered: {d}").fill(
                        c=row.clause or "★", d=_short(row.demand)
                    ),
                    Text("请填写投标响应和偏离情况", "Fill in the response and the deviation"),
                    fatal(case.deal),
                )
    if not stages.tendered(case.deal):
        return
    for index, each in enumerate(case.deal.requirements):
        worse = each.deviation is Deviation.NEGATIVE
        if each.mandatory and (worse or each.response is Response.NONE):
            yield breach(
                ("requirements", index, "deviation" if worse else "response"),
                _NEGATIVE.fill(d=_short(each.text), c=each.id),
                _WAY_OUT,
                fatal(case.deal),
            )


_NEGATIVE = Text("实质性要求 {c} 是负偏离：{d}", "the starred clause {c} is not met: {d}")
_WAY_OUT = Text("请改进方案，或不投", "Improve the solution, or do not bid")


def _short(text: str) -> str:
    """The beginning of a long clause."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
