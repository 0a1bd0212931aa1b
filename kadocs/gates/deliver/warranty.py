"""质保: it begins when the contract says, the final acceptance if it says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.deliver.record import delivery
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import day
from kadocs.model.contract import WarrantyStart


@rule(
    "DELV060",
    Severity.ERROR,
    zh="""
    验收的质保约定与合同一致。

    检查什么：验收的质保起算与合同的质保起算相同（合同没有约定的从终验起算），质保期（月）与合同相同。
    为什么：早起算一天是白送，晚起算一天是违约。
    依据：验收报告的规则：质保自终验日起，合同另有约定的除外。
    示例：合同没有约定起算，验收写“自到货验收起”。
    怎么办：按合同改正，或留空由 kadocs 取数。
    """,
)
def warranty_as_contracted(case: Case) -> Iterator[Breach]:
    """The warranty of the acceptance is that of the contract.

    What: it counts from when the contract says, or from the final acceptance where that says nothing, and is
    as many months long.
    Why: a day early is a gift, a day late a breach.
    Basis: rule of acceptance reports: the warranty begins with the final acceptance unless the contract says
    else.

    Example: the contract says nothing, and the acceptance “from delivery”.

    What to do: correct it after the contract, or leave it blank.
    """
    found, contract = delivery(case), case.deal.contract
    if contract is None:
        return
    agreed = contract.warranty_start or WarrantyStart.FINAL
    if found.warranty_start is not None and found.warranty_start is not agreed:
        yield Breach(
            ("delivery", "warranty_start"),
            Text("质保{a}，合同约定{b}", "the warranty counts {a}, by the contract {b}").fill(
                a=found.warranty_start.label, b=agreed.label
            ),
            Text("请按合同改正，或留空", "Correct it after the contract, or leave it blank"),
        )
    months = contract.warranty_months
    if months is not None and found.warranty_months is not None and found.warranty_months != months:
        yield Breach(
            ("delivery", "warranty_months"),
            Text(
                "质保期 {a} 个月，合同约定 {b} 个月", "the warranty is {a} months, by the contract {b}"
            ).fill(a=found.warranty_months, b=months),
            Text("请按合同改正，或留空", "Correct it after the contract, or leave it blank"),
        )


@rule(
    "DELV061",
    Severity.ERROR,
    needs_whole=(("delivery", "acceptances"),),
    zh="""
    质保起止日期算得对。

    检查什么：填写的质保开始日期是起算的那次验收的日期，质保结束日期是开始日期加质保期。
    为什么：质保卡、备件、维保报价都按这两个日期算。
    依据：验收报告的规则：质保自终验日起，合同另有约定的除外；期间按月计算（民法典第二百零二条）。
    示例：终验 2027-12-29、质保 36 个月，结束写成 2029-12-29。
    怎么办：改正，或留空由 kadocs 计算。
    """,
)
def warranty_dates(case: Case) -> Iterator[Breach]:
    """The first and last day of the warranty are worked out rightly.

    What: a stated first day is that of the acceptance from which it counts, a stated last day so many months
    later.
    Why: warranty card, spares and the service contract go by them.
    Basis: rule of acceptance reports: the warranty begins with the final acceptance unless the contract says
    else; months are counted by 民法典, art. 202.

    Example: accepted on 2027-12-29 with 36 months, and the end says 2029-12-29.

    What to do: correct it, or leave it blank.
    """
    found = delivery(case)
    first = found.model_copy(update={"stated_from": None}).warranty_from
    last = found.model_copy(update={"stated_to": None}).warranty_to
    for field, stated, right, what in (
        ("warranty_from", found.stated_from, first, Text("质保开始日期", "the first day of the warranty")),
        ("warranty_to", found.stated_to, last, Text("质保结束日期", "the last day of the warranty")),
    ):
        if stated is not None and right is not None and stated != right:
            yield Breach(
                ("delivery", field),
                Text("{w}填的是 {a}，算出来是 {b}", "{w} says {a}, but comes to {b}").fill(
                    w=what, a=day(stated), b=day(right)
                ),
                Text("请改正，或留空由 kadocs 计算", "Correct it, or leave it blank"),
            )
