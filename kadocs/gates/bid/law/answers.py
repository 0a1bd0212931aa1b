"""What the bid answers: starred clauses, delivery, inspection, and conditions of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.bid.law.ground import REJECTED, TENDERS, breach, fatal, parts
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.model.requirement import Deviation, Response


@rule(
    "BID020",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
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


@rule(
    "BID021",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    certainty=Certainty.LAW,
    zh="""
    投标文件没有招标人不能接受的条件。

    检查什么：质保期不短于要求；投标函补充说明、开标一览表备注、折扣声明里没有附加条件的说法（“前提是”“除非”
    “以……为条件”“另行协商”“subject to”等）。
    为什么：附加了招标人不能接受的条件，投标就被否决或无效。
    依据：评标委员会和评标方法暂行规定第二十五条第（六）项；87 号令第六十三条第（五）项。
    示例：补充说明写“预付款到账后方可排产，除非另有约定”。
    怎么办：删去条件；有疑问在提问期书面澄清，不写进投标文件。
    """,
)
def no_conditions(case: Case) -> Iterator[Breach]:
    """The bid holds no conditions that the buyer cannot accept.

    What: the warranty is not shorter than asked; supplement, opening note and discount statement do not speak
    of conditions (provided that, unless, subject to, to be agreed).
    Why: for a condition that the buyer cannot accept the bid is rejected, or invalid.
    Basis: 评标委员会和评标方法暂行规定 (12号令), art. 25 (6); 财政部令第87号, art. 63 (5).

    Example: the supplement says “subject to receipt of the advance payment”.

    What to do: delete it; what is unclear is asked while questions are open, and not written into the bid.
    """
    tender, bid = parts(case)
    offered = case.deal.quote.warranty_months if case.deal.quote else None
    if offered is not None and tender.warranty_months is not None and offered < tender.warranty_months:
        yield breach(
            ("quote", "warranty_months"),
            Text("质保期 {a} 个月，要求 {b} 个月", "the warranty is {a} months, {b} are required").fill(
                a=offered, b=tender.warranty_months
            ),
            Text("请改为不短于要求", "Offer at least as long"),
            fatal(case.deal),
        )
    for field in ("supplement", "opening_note", "discount_statement"):
        said = _CONDITION.search(getattr(bid, field) or "")
        if said:
            yield breach(
                ("bid", field),
                Text("“{w}”像是附加了条件", "“{w}” sounds like a condition").fill(w=said.group()),
                Text("请删去条件，或在提问期澄清", "Delete it, or ask while questions are open"),
                fatal(case.deal),
            )


@rule(
    "BID022",
    Severity.ERROR,
    effects=(Effect.REJECTED,),
    certainty=Certainty.LAW,
    zh="""
    交货期不超过要求。

    检查什么：报价的交货期天数不多于招标文件要求的天数。
    为什么：超过规定期限的投标会被否决。
    依据：评标委员会和评标方法暂行规定第二十五条第（三）项：投标文件载明的招
    标项目完成期限超过招标文件规定的期限。
    示例：要求 120 天，报价交货期 150 天。
    怎么办：与工厂、项目部核实后缩短，做不到的不投。
    """,
)
def delivered_in_time(case: Case) -> Iterator[Breach]:
    """Delivery takes no longer than the tender allows.

    What: the days of the quotation are not more than those required.
    Why: a bid that takes longer is rejected.
    Basis: 评标委员会和评标方法暂行规定 (12号令), art. 25 (3).

    Example: 120 days are required, 150 are quoted.

    What to do: shorten it with works and delivery; if that cannot be, do not bid.
    """
    tender = parts(case)[0]
    offered = case.deal.quote.delivery_days if case.deal.quote else None
    if offered is not None and tender.delivery_days is not None and offered > tender.delivery_days:
        yield breach(
            ("quote", "delivery_days"),
            Text("交货期 {a} 天，要求 {b} 天", "delivery takes {a} days, {b} are allowed").fill(
                a=offered, b=tender.delivery_days
            ),
            Text("请改为不多于要求的天数", "Offer no more days than are allowed"),
            fatal(case.deal),
        )


@rule(
    "BID023",
    Severity.ERROR,
    effects=(Effect.REJECTED,),
    certainty=Certainty.LAW,
    regimes=TENDERS,
    zh="""
    包装、检验标准和方法符合要求。

    检查什么：偏离表里说到包装、检验、检测、验收的条款，没有负偏离（标★的由 BID020 检查）。
    为什么：货物包装方式、检验标准和方法不符合招标文件要求的，投标被否决，不管有没有标★。
    依据：评标委员会和评标方法暂行规定第二十五条第（五）项。
    示例：要求出厂检验按国标全检，偏离表写“抽检，负偏离”。
    怎么办：按要求响应，或在提问期请招标人修改。
    """,
)
def packed_and_inspected(case: Case) -> Iterator[Breach]:
    """Packing, and the standards and methods of inspection, are as the tender asks.

    What: no clause about packing, inspection, testing or acceptance has a negative deviation (starred ones
    are BID020).
    Why: for these the bid is rejected, starred or not.
    Basis: 评标委员会和评标方法暂行规定 (12号令), art. 25 (5).

    Example: each piece is to be inspected, and the table offers samples.

    What to do: answer as asked, or ask for the demand to be changed while questions are open.
    """
    for table in ("commercial_deviations", "technical_deviations"):
        for index, row in enumerate(getattr(parts(case)[1], table)):
            worse = row.kind is Deviation.NEGATIVE and not row.starred
            if worse and _INSPECTION.search(row.demand):
                yield breach(
                    ("bid", table, index, "kind"),
                    Text(
                        "包装、检验要求是负偏离：{d}", "a demand on packing or inspection is not met: {d}"
                    ).fill(d=_short(row.demand)),
                    Text("请按要求响应", "Answer as asked"),
                    REJECTED,
                )


_NEGATIVE = Text("实质性要求 {c} 是负偏离：{d}", "the starred clause {c} is not met: {d}")
_WAY_OUT = Text("请改进方案，或不投", "Improve the solution, or do not bid")
_CONDITION = re.compile(
    r"前提是|为前提|除非|为条件|另行协商|另行商定|否则(?:不|无)|保留.{0,6}权利|"
    r"\bsubject to\b|\bprovided that\b|\bunless\b|\bto be agreed\b|\bconditional (?:up)?on\b",
    re.IGNORECASE,
)
_INSPECTION = re.compile(
    r"包装|检验|检测|验收|\bpack(?:ing|aging)\b|\binspect|\bacceptance test", re.IGNORECASE
)


def _short(text: str) -> str:
    """The beginning of a long clause."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"
