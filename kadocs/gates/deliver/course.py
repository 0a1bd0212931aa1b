"""The course of a delivery: its dates one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import Dated, in_order
from kadocs.gates.deliver.record import day_of, delivery, held
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import day
from kadocs.model.delivery.acceptance import AcceptanceType
from kadocs.model.delivery.testing import TrialRun
from kadocs.tree.node import Path


@rule(
    "DELV001",
    Severity.ERROR,
    zh="""
    实施的日期前后相接。

    检查什么：合同签订 ≤ 启动 ≤ 到货验收 ≤ 初步验收 ≤ 试运行开始 ≤ 试运行结束 ≤ 最终验收；
    启动 ≤ 开工 ≤ 完工 ≤ 最终验收。没有填的日期跳过。
    为什么：验收资料的日期互相矛盾，审计时整份资料都不可信，质保期也会算错。
    依据：到货、安装、初验、试运行、终验的先后次序。
    示例：初验 2027-09-21，试运行却从 2027-09-02 开始。
    怎么办：对照签字的原件改正。
    """,
)
def dates_in_order(case: Case) -> Iterator[Breach]:
    """The dates of the delivery follow each other.

    What: signature, kick-off, delivery and preliminary acceptance, beginning and end of the trial run, final
    acceptance, in this order; kick-off, start, completion, final acceptance likewise. What is blank is passed
    over.
    Why: papers whose dates contradict each other no auditor believes, and the warranty comes out wrong.
    Basis: the course of a delivery: arrival, installation, preliminary acceptance, trial run, final
    acceptance.

    Example: preliminary acceptance on 2027-09-21, and the trial run began on 2027-09-02.

    What to do: correct it after the signed papers.
    """
    found, trial = delivery(case), delivery(case).trial or TrialRun()
    signed = case.deal.contract.signed_on if case.deal.contract else None
    begin = (
        Dated(("contract", "signed_on"), Text("合同签订", "the signature"), signed),
        Dated(("delivery", "kickoff_on"), Text("启动会", "the kick-off"), found.kickoff_on),
    )
    final = _accepted(case, AcceptanceType.FINAL)
    yield from in_order(
        (
            *begin,
            _accepted(case, AcceptanceType.ARRIVAL),
            _accepted(case, AcceptanceType.PRELIMINARY),
            Dated(
                ("delivery", "trial", "start"), Text("试运行开始", "the start of the trial run"), trial.start
            ),
            Dated(("delivery", "trial", "end"), Text("试运行结束", "the end of the trial run"), trial.end),
            final,
        )
    )
    on_site = (
        Dated(("delivery", "started_on"), Text("开工", "the start on site"), found.started_on),
        Dated(("delivery", "completed_on"), Text("完工", "the completion"), found.completed_on),
    )
    yield from in_order((begin[1], *on_site))
    yield from in_order((on_site[1], final))


@rule(
    "DELV002",
    Severity.ERROR,
    zh="""
    到货在到货验收之前。

    检查什么：到货清单每一行的到货日期不晚于最后一次到货验收。
    为什么：货还没到就验收，验收单站不住。
    依据：到货验收单的常理。
    示例：到货验收 2027-05-13，交换机到货日期 2027-05-20。
    怎么办：改正日期；分批到货的，补一次到货验收。
    """,
)
def arrived_before(case: Case) -> Iterator[Breach]:
    """Goods arrive before they are accepted.

    What: no line of the arrivals is later than the last delivery acceptance.
    Why: an acceptance of goods that were not there does not stand.
    Basis: what a delivery note is.

    Example: accepted on 2027-05-13, and the switches arrived on 2027-05-20.

    What to do: correct the date; where goods came in parts, add an acceptance.
    """
    last = day_of(case, AcceptanceType.ARRIVAL)
    for index, each in enumerate(delivery(case).arrivals):
        if last is not None and each.date is not None and each.date > last:
            yield Breach(
                ("delivery", "arrivals", index, "date"),
                Text(
                    "“{i}”{a} 到货，到货验收是 {b}", "“{i}” arrived on {a}, after the acceptance of {b}"
                ).fill(i=each.item, a=day(each.date), b=day(last)),
                Text("请改正日期，或补一次到货验收", "Correct the date, or add an acceptance"),
            )


@rule(
    "DELV003",
    Severity.ERROR,
    zh="""
    签字在验收之后。

    检查什么：签署代表的签署日期不早于所签验收的日期（没有注明哪次验收的按最终验收）。
    为什么：先签字后验收，验收就成了走过场。
    依据：验收报告的常理。
    示例：最终验收 2027-12-29，甲方代表 12 月 20 日已签。
    怎么办：对照原件改正日期。
    """,
)
def signed_after(case: Case) -> Iterator[Breach]:
    """An acceptance is signed when it was held.

    What: no signature is older than the acceptance that it stands under; without a name, the final one.
    Why: signed first and held later, it was no acceptance.
    Basis: what an acceptance report is.

    Example: the final acceptance is of 2027-12-29, and the customer signed on the 20th.

    What to do: correct the date after the paper.
    """
    for index, each in enumerate(delivery(case).signatories):
        when = day_of(case, each.variant or AcceptanceType.FINAL)
        if when is not None and each.date is not None and each.date < when:
            yield Breach(
                ("delivery", "signatories", index, "date"),
                Text("{n}{a} 签字，早于验收的 {b}", "{n} signed on {a}, before the acceptance of {b}").fill(
                    n=each.name or each.party, a=day(each.date), b=day(when)
                ),
                Text("请对照原件改正", "Correct it after the paper"),
            )


def _accepted(case: Case, kind: AcceptanceType) -> Dated:
    acceptance = held(case, kind)
    rows = delivery(case).acceptances
    path: Path = ("delivery", "acceptances")
    if acceptance is not None:
        path = (*path, max(index for index, each in enumerate(rows) if each is acceptance), "date")
    return Dated(path, kind.label, acceptance.date if acceptance else None)
