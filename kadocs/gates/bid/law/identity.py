"""One project and one buyer in all that we hand in."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, Effect, rule


@rule(
    "BID056",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    zh="""
    项目名称、招标单位在全套资料里一致。

    检查什么：“招标项目名称”与商机的项目名称或别名相同（标段名称可以附在后面）；“招标单位”是客户的全称、
    简称、别名或上级单位。成品文件里的名称、编号、标段另由成品检查逐份核对。
    为什么：同一份投标文件出现两个项目名称，像是从别处抄来的；名称不符可能被否决。
    依据：全套文件的项目名称、招标编号、标段、招标人、投标人保持一致。
    示例：招标项目名称为“2号线综合监控改造”，商机写“3号线综合监控改造”。
    怎么办：以招标文件为准，改正商机的项目名称，原来的叫法填入别名；代建单位招标的，加入客户别名。
    """,
)
def one_project(case: Case) -> Iterator[Breach]:
    """Project and buyer are called by one name in all that we hand in.

    What: the tender is called as the opportunity or its alias is (the name of a lot may follow), and its
    buyer is the account, by name, short name, alias or parent. The finished files are audited for it too.
    Why: a bid that calls its project by two names looks copied, and may be rejected.
    Basis: project, number, lot, buyer and bidder are the same in every file.

    Example: the tender says “Unit 3 upgrade”, the opportunity “Unit 2 upgrade”.

    What to do: the tender holds; correct the name of the opportunity, and put the former one under its alias;
    make another entity that buys for the customer an alias of it.
    """
    yield from _project(case)
    yield from _buyer(case)


def _project(case: Case) -> Iterator[Breach]:
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


def _buyer(case: Case) -> Iterator[Breach]:
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
