"""What an old bid leaves behind in a new one: another customer's name, another tender's number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, Effect, rule
from kadocs.gates.texts import Names, texts
from kadocs.model import Audience, Deal


@rule(
    "BID057",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    zh="""
    投标内容里没有别的客户和别的项目编号。

    检查什么：对客户可见的字段里，没有其他客户（工作区里其他商机的、other_customers 所列的）的名称，
    也没有与本项目编号同一格式的别的编号；整格填写的案例客户等不算。成品文件由 AUD003、AUD010 再查一遍。
    为什么：旧标书改来的段落最容易留下别人的名字，评委一眼就看出是抄的，还可能被当作串通投标的线索。
    依据：投标文件编制的通行检查；招标投标法实施条例第四十条（异常一致的视为串通）。
    示例：服务承诺里还写着上一个项目的地铁公司；编号 QL-2026-118 的投标里出现 QL-2025-042。
    怎么办：改成本项目的名称和编号；确属业绩的，填到业绩表里。
    """,
)
def nothing_left_over(case: Case) -> Iterator[Breach]:
    """No other customer, and no other tender's number, stands in the bid.

    What: no field that the customer may see has the name of another customer (of the other deals of the
    workspace, or listed as other_customers in kadocs.yaml), or another number of the form of this tender's; a
    field that holds nothing else, such as a reference's customer, may. Finished files: AUD003, AUD010.
    Why: a paragraph of an old bid most easily keeps the old name; evaluators see that it was copied, and may
    take it for a sign of collusion.
    Basis: the usual checks before a bid goes out; 招标投标法实施条例, art. 40, on likeness.

    Example: the service plan names the metro operator of the last project; QL-2025-042 in the bid for
    QL-2026-118.

    What to do: put in this customer and number; what is a reference belongs into the references.
    """
    said = list(texts(case.deal, Audience.CUSTOMER))
    whole = {folded(text) for _, text in said}
    names = Names([each for each in case.others if folded(each) not in whole], _own(case.deal))
    number = _like(case.deal.tender.number if case.deal.tender else None)
    known = {folded(text) for text in _numbers(case.deal)}
    for path, text in said:
        for name in names.within(text):
            yield Breach(
                path,
                Text("出现了别的客户“{n}”的名字", "names another customer, “{n}”").fill(n=name),
                Text("请改成本项目的客户；业绩请填到业绩表", "Put in this customer; or make it a reference"),
            )
        for found in number.finditer(text) if number and folded(text) not in known else ():
            if folded(found.group()) not in known and found.group() != text.strip():
                yield Breach(
                    path,
                    Text("出现了别的项目编号“{n}”", "has another tender's number, “{n}”").fill(
                        n=found.group()
                    ),
                    Text("请改成本项目的编号", "Put in the number of this tender"),
                )


def _own(deal: Deal) -> list[str]:
    account, vendor, tender = deal.account, deal.vendor, deal.tender
    names = [account.name, account.short_name, *account.aliases] if account else []
    names += [vendor.legal_name, vendor.short_name] if vendor else []
    names += [tender.buyer, tender.agency, tender.title] if tender else []
    return [name for name in names if name]


def _numbers(deal: Deal) -> Iterator[str]:
    """The numbers that belong to this deal."""
    for said in (
        deal.tender.number if deal.tender else None,
        deal.opportunity.id if deal.opportunity else None,
        deal.contract.number if deal.contract else None,
        deal.quote.number if deal.quote else None,
    ):
        if said:
            yield said


def _like(number: str | None) -> re.Pattern[str] | None:
    """What finds numbers that differ from `number` in their digits alone; None for one that is too plain."""
    if not number or sum(sign.isdigit() for sign in number) < 4 or number.isdigit():
        return None
    shape = "".join("[0-9]" if sign.isdigit() else re.escape(sign) for sign in number)
    return re.compile(rf"(?<![A-Za-z0-9]){shape}(?![A-Za-z0-9])", re.IGNORECASE)
