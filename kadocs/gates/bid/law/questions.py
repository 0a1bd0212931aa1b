"""Questions about a tender: when objections end, and when answers come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kadocs.figures import dates
from kadocs.findings import Fault, Severity, Text
from kadocs.gates.bid.law.calendar import calendar, objection_by, question_by
from kadocs.gates.bid.law.ground import BY_LAW, GOVERNMENT_ALL, TENDER_LAW, by_law, by_tender_law, parts
from kadocs.gates.procurement import government
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import day


@rule(
    "BID040",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=BY_LAW,
    zh="""
    影响编制的澄清在截止前十五日发出。

    检查什么：标为影响投标文件编制的澄清，答复日期距投标截止不少于 15 日。
    为什么：不足十五日的应当顺延截止时间；没有顺延就要抓紧改，并可提出异议。
    依据：招标投标法第二十三条；招标投标法实施条例第二十一条；87 号令第二十七条。
    示例：截止前 8 日发出补遗，要求增加一台设备。
    怎么办：确认截止时间是否顺延；逐项落实到投标文件。
    """,
)
def clarified_in_time(case: Case) -> Iterator[Breach]:
    """Clarifications that change the bid come fifteen days ahead.

    What: those that affect the bid are answered 15 days or more before the deadline.
    Why: if later, the deadline moves; if it does not, time is short, and an objection possible.
    Basis: 招标投标法, art. 23; 招标投标法实施条例, art. 21; 财政部令第87号, art. 27.

    Example: eight days before the deadline one more machine is asked for.

    What to do: ask whether the deadline moves; work the answer into the bid.
    """
    tender = parts(case)[0]
    for index, each in enumerate(tender.clarifications if tender.deadline and by_law(case.deal) else ()):
        late = each.answered_on and tender.deadline and (tender.deadline.date() - each.answered_on).days < 15
        if late and each.affects_bid:
            yield Breach(
                ("tender", "clarifications", index, "answered_on"),
                Text("澄清距投标截止不足 15 日", "the clarification came less than 15 days ahead"),
                Text("请确认截止时间是否顺延", "Ask whether the deadline moves"),
            )


@rule(
    "BID041",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=TENDER_LAW,
    zh="""
    对招标文件的异议在截止前十日提出。

    检查什么：我方提问的日期不晚于投标截止前 10 日（异议的最后一天）。
    为什么：过了十日只是询问，不再是异议，招标人可以不答复，也不能据此投诉。
    依据：招标投标法实施条例第二十二条；对结果的异议在公示期内（第五十四条），投诉在十日内（第六十条）。
    示例：12 月 25 日截止，12 月 18 日才提出限制性条款的问题。
    怎么办：带争议的问题提前提出，并写明是异议。
    """,
)
def objected_in_time(case: Case) -> Iterator[Breach]:
    """Objections to the tender are made ten days before the deadline.

    What: our questions are asked by the tenth day before it, the last one for an objection.
    Why: later it is a question that need not be answered, and no ground for a complaint.
    Basis: 招标投标法实施条例, art. 22; to the outcome while it is published (art. 54); complaints in 10 days
    (art. 60).

    Example: bids close on 25 December, and a restrictive clause is raised on the 18th.

    What to do: raise what is in dispute early, and call it an objection.
    """
    if by_tender_law(case.deal):
        yield from _asked_late(case, objection_by(parts(case)[0]))


@rule(
    "BID042",
    Severity.INFO,
    effects=(Effect.INFO,),
    certainty=Certainty.LAW,
    regimes=GOVERNMENT_ALL,
    zh="""
    政府采购的质疑在七个工作日内提出。

    检查什么：我方提问的日期不晚于采购文件发出后第 7 个工作日（按国务院公布的节假日）。
    为什么：过期的质疑不予受理，也就不能投诉。
    依据：政府采购法第五十二条。
    示例：9 月 28 日发出，10 月 20 日才质疑评分标准。
    怎么办：拿到采购文件就读评分和资格条款，争议在七个工作日内书面提出。
    """,
)
def questioned_in_time(case: Case) -> Iterator[Breach]:
    """Government purchases are questioned within seven working days.

    What: our questions are asked by the seventh working day after the documents were issued, by China's
    public holidays.
    Why: later ones are not accepted, and no ground for a complaint.
    Basis: 政府采购法, art. 52.

    Example: issued on 28 September; the scoring rules are questioned on 20 October.

    What to do: read scoring and qualification first, and question them in writing within seven working days.
    """
    yield from _asked_late(case, question_by(case.deal))


@rule(
    "BID051",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LAW,
    zh="""
    按工作日计算的期限，用的是已公布的节假日。

    检查什么：我方信息里补充的放假日、调休上班日都是日期；政府采购按工作日算出的质疑最后一天，所在年份的节假日已公布。
    为什么：期间开始当天不算，末日遇节假日顺延；日历缺了一年，期限就可能差好几天。
    依据：87 号令第八十五条、第八十六条；国务院办公厅当年的节假日安排。
    示例：2027 年的调休尚未录入，2027-02-09 的期限按普通工作日计算。
    怎么办：在我方信息（工作区 kadocs.yaml）的“放假日”“调休上班日”里补上当年的日期。
    """,
)
def holidays_known(case: Case) -> Iterator[Breach]:
    """Working days are counted by holidays as announced.

    What: the days that the vendor adds are dates; the year in which the last working day to question a
    government purchase falls has its holidays announced.
    Why: the first day is not counted, and a last day on a holiday moves on: without a year's holidays periods
    come out days wrong.
    Basis: 财政部令第87号, art. 85 and 86; the State Council's notice for the year.

    Example: the days moved in 2027 are not known, and a period in February is counted as if none were.

    What to do: add the year's days to the vendor (in the workspace's kadocs.yaml): holidays, weekends worked.
    """
    vendor = case.deal.vendor
    for field in ("holidays", "workdays"):
        for index, each in enumerate(getattr(vendor, field) if vendor else ()):
            try:
                dates.parse(each)
            except Fault as fault:
                yield Breach(("vendor", field, index), fault.message, fault.hint)
    last = question_by(case.deal) if government(case.deal) else None
    if last is not None and not calendar(case.deal).knows(last.year):
        yield Breach(
            ("tender", "issued_on"),
            Text("{y} 年的节假日安排还不知道", "the holidays of {y} are not known").fill(y=last.year),
            Text("请在我方信息里补上放假日和调休上班日", "Add them to the vendor: holidays, weekends worked"),
        )


def _asked_late(case: Case, last: date | None) -> Iterator[Breach]:
    for index, each in enumerate(parts(case)[0].clarifications):
        if last is not None and each.asked_on is not None and each.asked_on > last:
            yield Breach(
                ("tender", "clarifications", index, "asked_on"),
                Text("提问晚于异议（质疑）的最后一天 {d}", "asked after {d}, the last day to object").fill(
                    d=day(last)
                ),
                Text("此后只能作为询问", "From then on it is only a question"),
            )
