"""One ceiling and one budget in the tender and in the rest of the deal."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import unequal
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import amount


@rule(
    "BID122",
    Severity.ERROR,
    zh="""
    最高限价只有一个。

    检查什么：招标信息和商机都填了最高限价时，两者相等；采购预算与项目预算同样。
    为什么：限价抄错，报价是否超限就判断错了，超限的投标会被否决。
    依据：以招标文件公布的最高投标限价为准。
    示例：招标最高限价 2,150 万元，商机最高限价 2,200 万元。
    怎么办：按招标文件和澄清改正商机的限价。
    """,
)
def one_ceiling(case: Case) -> Iterator[Breach]:
    """There is one ceiling, and one budget.

    What: where tender and opportunity both give a ceiling it is the same; likewise the budget.
    Why: with a wrong ceiling nobody sees that the price is above it, for which a bid is rejected.
    Basis: the ceiling is the one that the tender publishes.

    Example: the tender's ceiling is 21.5 million, the opportunity's 22 million.

    What to do: correct the opportunity after the tender and its clarifications.
    """
    tender, opportunity = case.deal.tender, case.deal.opportunity
    if tender is None or opportunity is None:
        return
    for field, what in (("ceiling", Text("最高限价", "the ceiling")), ("budget", Text("预算", "the budget"))):
        theirs, ours = getattr(tender, field), getattr(opportunity, field)
        if unequal(theirs, ours):
            yield Breach(
                ("opportunity", field),
                Text("{w}在商机里是 {a}，在招标信息里是 {b}", "{w} is {a} here, and {b} in the tender").fill(
                    w=what, a=amount(ours), b=amount(theirs)
                ),
                Text("请以招标文件为准", "The tender holds"),
            )
