"""Payment terms and risk clauses: theirs beside ours."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Annotated

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import amounts, sums
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import DAYS, Noun
from kadocs.model.quote.payment import PaymentNode
from kadocs.model.types import Amount, DayCount, Percent, String

_secret = partial(Mark, audience=Audience.SECRET)
_DAYS_A_YEAR = Decimal(365)


class PaymentTerm(Noun):
    """One payment as we and as they would have it."""

    node: Annotated[
        PaymentNode,
        _secret(
            "比较节点", "Payment node", names=("付款节点", "节点"), help=Text("选一个节点", "Choose one")
        ),
    ]
    our_share: Annotated[
        Percent | None,
        _secret("我方比例", "Our share", help=Text("我方主张付多少，如 20%", "What we ask for, such as 20%")),
    ] = None
    our_days: Annotated[
        DayCount | None,
        _secret(
            "我方天数",
            "Our days",
            unit=DAYS,
            help=Text("按我方条件，从垫资到收款多少天", "From our outlay to the money, if paid on our terms"),
        ),
    ] = None
    their_share: Annotated[
        Percent | None,
        _secret("对方比例", "Their share", help=Text("对方主张付多少", "What they offer")),
    ] = None
    their_days: Annotated[
        DayCount | None,
        _secret(
            "对方天数",
            "Their days",
            unit=DAYS,
            help=Text("按对方条件，从垫资到收款多少天", "From our outlay to the money, if paid on theirs"),
        ),
    ] = None


class FinancingCost(Noun):
    """What waiting for one payment costs us, on our terms and on theirs."""

    node: Annotated[
        PaymentNode, _secret("比较节点", "Payment node", help=Text("哪一笔付款", "Which payment"))
    ]
    ours: Annotated[
        Amount | None,
        _secret(
            "我方条件资金成本", "Cost on our terms", help=Text("按我方比例和天数", "With our share and days")
        ),
    ] = None
    theirs: Annotated[
        Amount | None,
        _secret(
            "对方条件资金成本",
            "Cost on their terms",
            help=Text("按对方比例和天数", "With their share and days"),
        ),
    ] = None
    difference: Annotated[
        Amount | None,
        _secret(
            "资金成本差额",
            "Difference",
            help=Text("对方减我方，正数是我方多花的", "Theirs less ours: what it costs us more"),
        ),
    ] = None


class RiskClause(Noun):
    """A clause of the customer's draft that we cannot take as it stands."""

    clause: Annotated[
        String,
        _secret(
            "风险条款",
            "Clause",
            names=("条款",),
            help=Text("条款号和名称，如 12.3 违约责任", "Its number and name, such as 12.3 Liability"),
        ),
    ]
    customer_draft: Annotated[
        String | None,
        _secret("客户稿", "Customer's draft", help=Text("客户原文要点", "What their draft says")),
    ] = None
    our_position: Annotated[
        String | None,
        _secret("我方立场", "Our position", help=Text("我方希望怎么写", "How we want it to read")),
    ] = None
    alternative: Annotated[
        String | None,
        _secret(
            "可接受替代",
            "Acceptable alternative",
            names=("可接受方案",),
            help=Text("退一步可以接受的写法", "What we could still accept"),
        ),
    ] = None
    red_line: Annotated[
        String | None,
        _secret("红线", "Red line", help=Text("出现什么就绝不能签", "What we must never sign")),
    ] = None
    legal_opinion: Annotated[
        String | None,
        _secret("法务意见", "Legal opinion", help=Text("法务的结论和日期", "What counsel says, and when")),
    ] = None


def financing(
    terms: tuple[PaymentTerm, ...], price: Money | None, rate: Decimal | None
) -> tuple[FinancingCost, ...]:
    """Price × share × days × yearly rate / 365 for each payment, rounded half up to the cent."""
    found = []
    for term in terms:
        ours = _cost(price, term.our_share, term.our_days, rate)
        theirs = _cost(price, term.their_share, term.their_days, rate)
        difference = None if ours is None else sums.less(theirs, ours)
        found.append(
            FinancingCost.model_construct(node=term.node, ours=ours, theirs=theirs, difference=difference)
        )
    return tuple(found)


def _cost(price: Money | None, share: Decimal | None, days: int | None, rate: Decimal | None) -> Money | None:
    if share is None or days is None or rate is None:
        return None
    return amounts.part(price, share * days * rate, _DAYS_A_YEAR)
