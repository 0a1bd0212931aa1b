"""One project, one buyer, one ceiling: the tender and the rest of the deal speak of the same."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import unequal
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import amount


@rule(
    "BID120",
    Severity.WARNING,
    zh="""
    招标项目名称与商机的项目名称一致。

    检查什么：“招标项目名称”与商机的项目名称或别名相同（标段名称可以附在后面）。
    为什么：同一份投标文件出现两个项目名称，像是从别处抄来的；名称不符可能被否决。
    依据：全套文件的项目名称、招标编号、标段、招标人、投标人保持一致。
    示例：招标项目名称为“2号线综合监控改造”，商机写“3号线综合监控改造”。
    怎么办：以招标文件为准，改正商机的项目名称，原来的叫法填入别名。
    """,
)
def one_project(case: Case) -> Iterator[Breach]:
    """The tender's title is the project's name.

    What: the title is the name of the opportunity or its alias; the name of a lot may follow.
    Why: a bid that calls its project by two names looks copied, and may be rejected.
    Basis: project, number, lot, buyer and bidder are the same in every file.

    Example: the tender says “Unit 3 upgrade”, the opportunity “Unit 2 upgrade”.

    What to do: the tender holds; correct the name of the opportunity, and put the former one under its alias.
    """
    tender, opportunity = case.deal.tender, case.deal.opportunity
    if tender is None or opportunity is None or not tender.title or not opportunity.name:
        return
    title = folded(tender.title)
    known = [folded(name) for name in (opportunity.name, opportunity.alias) if name]
    if not any(name in title or title in name for name in known):
        yield Breach(
            ("tender", "title"),
            Text(
                "招标项目名称“{t}”与商机的“{n}”不一致", "the tender is for “{t}”, the opportunity is “{n}”"
            ).fill(t=tender.title, n=opportunity.name),
            Text("请以招标文件为准，统一项目名称", "Let the tender's title stand throughout"),
        )


@rule(
    "BID121",
    Severity.WARNING,
    zh="""
    招标单位就是客户。

    检查什么：“招标单位”是客户的全称、简称、别名或上级单位。
    为什么：投标函抬头写错单位，往往是套用了上一个项目的文件。
    依据：招标人名称以招标文件为准，全套文件一致。
    示例：客户为青岚轨道，招标单位却写“临澜地铁”。
    怎么办：核对招标文件；由建设管理单位代为招标的，把它加入客户别名。
    """,
)
def one_buyer(case: Case) -> Iterator[Breach]:
    """The tender's buyer is the customer.

    What: the buyer is the account's name, short name, an alias, or its parent.
    Why: a letter to the wrong buyer mostly comes from the last project's file.
    Basis: the buyer is called as the tender calls it, in every file.

    Example: the account is Northmoor, and the tender's buyer “Eastmoor Works”.

    What to do: look at the tender; where another entity buys on behalf of the customer, make it an alias.
    """
    tender, account = case.deal.tender, case.deal.account
    if tender is None or account is None or not tender.buyer or not account.name:
        return
    known = {
        folded(name) for name in (account.name, account.short_name, account.parent, *account.aliases) if name
    }
    if folded(tender.buyer) not in known:
        yield Breach(
            ("tender", "buyer"),
            Text("招标单位“{b}”不是客户“{a}”", "the buyer “{b}” is not the customer “{a}”").fill(
                b=tender.buyer, a=account.name
            ),
            Text(
                "请核对招标文件，或把它加入客户别名",
                "Look at the tender, or make it an alias of the customer",
            ),
        )


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
