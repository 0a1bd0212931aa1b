"""准确的项目信息: who says so, how sure it is, how fresh, and whether its dates fit together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.needs import along
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import amount, day
from kadocs.model.opportunity import Opportunity, Reliability, Stage
from kadocs.tree.node import Path

FRESH = 30
"""For so many days a verified piece of information counts as fresh."""


@rule(
    "DEV001",
    Severity.WARNING,
    gap=True,
    zh="""
    项目信息写明来源、可信度和核实日期。

    检查什么：信息来源、可信度、核实日期三项中填了任何一项，其余两项也已填写。
    为什么：不知道谁说的、有多可靠、哪天核实的，信息就不能作为立项的依据。
    依据：客户开发阶段的关键节点是准确的项目信息；可信度分 A 书面、B 关键人口述、C 传闻。
    示例：写了信息来源“设计院朋友”，没有可信度和核实日期。
    怎么办：补上缺的一项；还没有核实就先去核实。
    """,
)
def sourced(case: Case) -> Iterator[Breach]:
    """The project's information has a source, a grade and a day.

    What: where one of source, reliability and verification day is given, the other two are too.
    Why: without knowing who said it, how sure it is and when it was verified, it is no ground for approval.
    Basis: the key node of the first stage is accurate information: A written, B told by a key person, C
    hearsay.

    Example: the source is “a friend at the design institute”, without reliability or day.

    What to do: add what is missing; verify first where nobody has.
    """
    names = ("source", "reliability", "verified_on")
    opportunity = case.deal.opportunity
    given = [name for name in names if getattr(opportunity, name, None)]
    for name in names if given and stages.at_most(case, Stage.DEVELOP) else ():
        if name not in given:
            yield Breach(
                ("opportunity", name),
                Text("项目信息没有“{t}”", "the project's information has no “{t}”").fill(
                    t=along(f"opportunity.{name}")[-1].mark.title
                ),
                Text(
                    "请写明谁说的、可信度几级、哪天核实", "Say who told it, how sure it is, and when verified"
                ),
            )


@rule(
    "DEV002",
    Severity.ERROR,
    zh="""
    已经发生的事，日期不在今天之后。

    检查什么：核实日期、进入阶段日期、客户立项时间、最近接触日、核查日期、MEDDPICC 证据日期
    都不晚于今天（或 --as-of 的日期）。
    为什么：记录的是发生过的事；日期在将来，不是年份写错，就是还没有做。
    依据：记录的常理。
    示例：今天是 2026-11-20，核实日期却是 2027-11-16。
    怎么办：改正日期；还没有做的事写进行动计划。
    """,
)
def not_in_the_future(case: Case) -> Iterator[Breach]:
    """What has happened is not dated in the future.

    What: the days of verification, stage, customer's approval, last contact, checks and evidence are not
    after today (or the day of --as-of).
    Why: they record what was done; a day still to come is a slip in the year, or nobody has done it yet.
    Basis: what a record is.

    Example: today is 2026-11-20, and the information was verified on 2027-11-16.

    What to do: correct the day; what is still to do belongs among the actions.
    """
    for path, when in _past_days(case):
        if when is not None and when > case.today:
            yield Breach(
                path,
                Text("{d} 在今天（{n}）之后", "{d} is after today, {n}").fill(d=day(when), n=day(case.today)),
                Text(
                    "请改正日期；还没有做的写进行动计划", "Correct the day; what is to be done is an action"
                ),
            )


@rule(
    "DEV003",
    Severity.WARNING,
    zh="""
    项目信息在 30 天内核实过。

    检查什么：投标结束之前，核实日期距今天（或 --as-of 的日期）不超过 30 天。
    为什么：预算、时间、决策人都会变，按过时的信息准备方案和报价，常常白做。
    依据：客户开发阶段的关键节点是准确的项目信息；超过 30 天应重新核实。
    示例：今天是 2026-11-20，上次核实是 2026-10-20，已经 31 天。
    怎么办：与信息来源再确认一次，更新核实日期。
    """,
)
def fresh(case: Case) -> Iterator[Breach]:
    """The project's information was verified within 30 days.

    What: until the bid is over, the verification is not more than 30 days before today (or --as-of).
    Why: budgets, dates and people change; work on stale information is often for nothing.
    Basis: the key node of the first stage is accurate information, to be verified again after 30 days.

    Example: today is 2026-11-20 and it was last verified on 2026-10-20, 31 days ago.

    What to do: ask your source again, and set the new day.
    """
    verified = _opportunity(case).verified_on
    age = (case.today - verified).days if verified else 0
    if age > FRESH and stages.at_most(case, Stage.BID):
        yield Breach(
            ("opportunity", "verified_on"),
            Text("项目信息已经 {n} 天没有核实", "the project's information was verified {n} days ago").fill(
                n=age
            ),
            Text("请重新核实并更新核实日期", "Verify it again, and set the new day"),
        )


@rule(
    "DEV004",
    Severity.ERROR,
    zh="""
    预计日期前后相接。

    检查什么：预计签约日不早于预计招标日，项目计划结束不早于计划开始。
    为什么：先招标后签约、先开始后结束；颠倒的日期会让倒排计划和现金流全部算错。
    依据：采购流程的先后：招标、定标、签约、实施。
    示例：预计招标日 2026-12-04，预计签约日却是 2026-11-30。
    怎么办：改正其中一个日期。
    """,
)
def dates_in_order(case: Case) -> Iterator[Breach]:
    """The expected dates follow each other.

    What: signing is not expected before the tender, and the project does not end before it starts.
    Why: plans and cash flow are counted from these days, and come out wrong where they are reversed.
    Basis: the course of a purchase: tender, award, contract, delivery.

    Example: the tender is expected on 2026-12-04, and the contract on 2026-11-30.

    What to do: correct one of the two.
    """
    opportunity = _opportunity(case)
    for first, then in (("expected_tender", "expected_sign"), ("planned_start", "planned_end")):
        before, after = getattr(opportunity, first), getattr(opportunity, then)
        if before and after and after < before:
            yield Breach(
                ("opportunity", then),
                Text("“{b}”{e} 早于“{a}”{d}", "“{b}”, {e}, is before “{a}”, {d}").fill(
                    a=along(f"opportunity.{first}")[-1].mark.title,
                    b=along(f"opportunity.{then}")[-1].mark.title,
                    d=day(before),
                    e=day(after),
                ),
                Text("请改正其中一个日期", "Correct one of the two"),
            )


@rule(
    "DEV005",
    Severity.WARNING,
    zh="""
    立项不凭传闻。

    检查什么：立项阶段起，可信度不是 C（传闻）。
    为什么：立项要投入人力和费用，凭传闻投入，多半落空。
    依据：客户开发阶段的关键节点是准确的项目信息。
    示例：阶段已是立项，信息来源是“听展会上的人说”，可信度 C。
    怎么办：找关键人口头确认（B），最好拿到书面依据（A）。
    """,
)
def more_than_hearsay(case: Case) -> Iterator[Breach]:
    """A deal is not taken on by hearsay.

    What: from the stage Qualify on, the reliability is not C.
    Why: from there on it costs people and money, and hearsay mostly comes to nothing.
    Basis: the key node of the first stage is accurate information.

    Example: the stage is Qualify, and the project is known from talk at a fair, graded C.

    What to do: have a key person confirm it (B), best in writing (A).
    """
    if _opportunity(case).reliability is Reliability.C and stages.from_on(case, Stage.QUALIFY):
        yield Breach(
            ("opportunity", "reliability"),
            Text("项目信息还只是传闻", "the project is known by hearsay only"),
            Text("请找关键人确认，最好取得书面依据", "Have a key person confirm it, best in writing"),
        )


@rule(
    "DEV006",
    Severity.WARNING,
    zh="""
    预计日期还没有过去。

    检查什么：还没到招投标阶段时预计招标日、还没签约时预计签约日，不早于今天（或 --as-of 的日期）。
    为什么：过了期的预计日期使销售预测失真，也说明信息没有更新。
    依据：客户开发阶段的关键节点是准确的项目信息。
    示例：今天是 2026-11-20，提案阶段的商机预计 2026-11-01 签约。
    怎么办：向客户确认新的日期；已经招标或签约的，更新销售阶段。
    """,
)
def dates_still_ahead(case: Case) -> Iterator[Breach]:
    """Expected dates are still ahead.

    What: before the stage Bid the tender, and before the contract its signing, are not expected in the past.
    Why: dates that have passed falsify the forecast, and show that nobody has asked.
    Basis: the key node of the first stage is accurate information.

    Example: today is 2026-11-20, and a deal in the stage Propose expects to be signed on 2026-11-01.

    What to do: ask the customer for the new date; if it has happened, set the stage.
    """
    opportunity = _opportunity(case)
    for name, last in (("expected_tender", Stage.PROPOSE), ("expected_sign", Stage.NEGOTIATE)):
        when: date | None = getattr(opportunity, name)
        if opportunity.stage and when and when < case.today and stages.at_most(case, last):
            yield Breach(
                ("opportunity", name),
                Text("“{t}”{d} 已经过去", "“{t}”, {d}, has passed").fill(
                    t=along(f"opportunity.{name}")[-1].mark.title, d=day(when)
                ),
                Text("请确认新的日期，或更新销售阶段", "Ask for the new date, or set the stage"),
            )


@rule(
    "DEV007",
    Severity.WARNING,
    zh="""
    预计签约金额不超过项目预算。

    检查什么：同一币种下，预计签约金额不高于项目预算。
    为什么：超出预算的部分客户要另外立项，预测里的这部分钱多半拿不到。
    依据：项目信息核实的常规：预算与预计金额相互印证。
    示例：项目预算 2,300 万元，预计签约 2,600 万元。
    怎么办：核实预算口径，或把预计金额改到预算之内。
    """,
)
def expected_within_budget(case: Case) -> Iterator[Breach]:
    """We do not expect more than the customer's budget.

    What: in the same currency, the expected amount is at most the budget.
    Why: what is beyond the budget must be approved again, and mostly never comes.
    Basis: how project information is verified: budget and expectation bear each other out.

    Example: the budget is 23 million, and 26 million are expected.

    What to do: ask what the budget covers, or expect less.
    """
    opportunity = _opportunity(case)
    expected, budget = opportunity.expected_amount, opportunity.budget
    if not expected or not budget or expected.currency != budget.currency:
        return
    if expected.amount > budget.amount:
        yield Breach(
            ("opportunity", "expected_amount"),
            Text("预计签约金额 {a} 高于项目预算 {b}", "{a} are expected, and the budget is {b}").fill(
                a=amount(expected), b=amount(budget)
            ),
            Text("请核实预算，或修改预计金额", "Check the budget, or expect less"),
        )


def _opportunity(case: Case) -> Opportunity:
    return case.deal.opportunity or Opportunity()


def _past_days(case: Case) -> Iterator[tuple[Path, date | None]]:
    opportunity, account = _opportunity(case), case.deal.account
    for name in ("verified_on", "stage_since", "initiated_on"):
        yield ("opportunity", name), getattr(opportunity, name)
    for index, evidence in enumerate(opportunity.meddpicc):
        yield ("opportunity", "meddpicc", index, "date"), evidence.date
    for index, contact in enumerate(case.deal.contacts):
        yield ("contacts", index, "last_contact"), contact.last_contact
    if account:
        yield ("account", "export_checked_on"), account.export_checked_on
        for index, check in enumerate(account.checks):
            yield ("account", "checks", index, "date"), check.date
