"""When the customer pays, and what else of a price there is to say."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model.choice import Choice
from kadocs.model.marks import Mark
from kadocs.model.noun import DAYS, Noun
from kadocs.model.types import Amount, Count, DayCount, Percent, String


class PaymentNode(Choice):
    """The event that a payment hangs on."""

    ADVANCE = "advance", "预付款", "Advance", "预付", "首付款"
    SHIPMENT = "shipment", "发货款", "Shipment", "发货"
    ARRIVAL = "arrival", "到货款", "Arrival", "到货", "Delivery"
    PRELIMINARY = "preliminary", "初验款", "Preliminary acceptance", "初验"
    FINAL = "final", "终验款", "Final acceptance", "终验", "验收款"
    RETENTION = "retention", "质保金", "Retention", "质保", "质保款"


class Payment(Noun):
    """One instalment."""

    node: Annotated[
        PaymentNode,
        Mark(
            "付款节点",
            "Payment",
            names=("节点", "Milestone"),
            help=Text("按什么事件付款，从列表中选", "The event that it hangs on; choose from the list"),
        ),
    ]
    share: Annotated[
        Percent,
        Mark(
            "付款比例",
            "Share",
            names=("比例", "Percent", "%"),
            help=Text("占总价的比例，如 30%；各笔合计 100%", "Of the total, such as 30%; all come to 100%"),
        ),
    ]
    stated_amount: Annotated[
        Amount | None,
        Mark(
            "付款金额",
            "Amount",
            names=("金额",),
            help=Text("可不填，按比例算出；填了就核对", "May stay blank: it is worked out, or checked"),
        ),
    ] = Field(None, alias="amount")
    trigger: Annotated[
        String | None,
        Mark(
            "付款条件",
            "Condition",
            names=("触发条件", "条件"),
            help=Text("满足什么条件才付，如“到货验收合格”", "What must have happened, such as delivery"),
        ),
    ] = None
    days: Annotated[
        DayCount | None,
        Mark(
            "付款期限",
            "Due within",
            unit=DAYS,
            names=("天数", "Days"),
            help=Text("条件满足后多少天内付", "How many days after that the money is due"),
        ),
    ] = None
    document: Annotated[
        String | None,
        Mark(
            "付款单据",
            "Documents",
            names=("单据",),
            help=Text("请款要交哪些单据", "What must be handed in to be paid"),
        ),
    ] = None


class Instalment(Noun):
    """A payment with the amount that it comes to."""

    node: Annotated[PaymentNode, Mark("付款节点", "Payment", help=Text("按什么事件付", "What it hangs on"))]
    share: Annotated[Percent, Mark("付款比例", "Share", help=Text("占总价的比例", "Of the total"))]
    amount: Annotated[
        Amount | None, Mark("付款金额", "Amount", help=Text("按比例算出", "Worked out from the share"))
    ] = None
    trigger: Annotated[
        String | None, Mark("付款条件", "Condition", help=Text("满足什么才付", "What must have happened"))
    ] = None
    days: Annotated[
        DayCount | None, Mark("付款期限", "Due within", help=Text("多少天内付", "Within how many days"))
    ] = None
    document: Annotated[
        String | None, Mark("付款单据", "Documents", help=Text("请款单据", "What must be handed in"))
    ] = None


class PriceOption(Noun):
    """Another way to buy: plan A, B or C."""

    name: Annotated[
        String,
        Mark(
            "可选方案",
            "Option",
            names=("方案",),
            help=Text("方案的名字，如“方案A 标准”", "What it is called, such as A Base offer"),
        ),
    ]
    description: Annotated[
        String | None,
        Mark(
            "方案说明",
            "Description",
            names=("说明",),
            help=Text("和主方案差在哪里", "How it differs from the main offer"),
        ),
    ] = None
    price: Annotated[
        Amount | None,
        Mark(
            "方案价格",
            "Price",
            names=("价格",),
            help=Text("口径与报价相同（含税或不含税）", "With or without tax, as the quotation"),
        ),
    ] = None


class CategoryTotal(Noun):
    """What one category of items comes to."""

    category: Annotated[String, Mark("分类", "Category", help=Text("分类名", "Its name"))]
    count: Annotated[Count, Mark("项数", "Items", help=Text("有几行", "How many lines"))]
    net: Annotated[Amount, Mark("不含税金额", "Net", help=Text("各行不含税之和", "Without tax"))]
    tax: Annotated[Amount, Mark("税额", "Tax", help=Text("各行税额之和", "The tax on it"))]
    total: Annotated[Amount, Mark("含税金额", "Gross", help=Text("各行含税之和", "With tax"))]


def instalments(payments: tuple[Payment, ...], total: Money | None) -> tuple[Instalment, ...]:
    """The payments with their amounts; the last one takes the rounding, so that they add up to `total`.

    Without a total there is nothing to share, and so no amount.
    """
    shares = [payment.share for payment in payments]
    parts = [] if total is None else [(total * share).rounded() for share in shares]
    if total is not None and parts and sum(shares) == 1:
        parts[-1] = total - sum(parts[:-1], Money(Decimal("0.00"), total.currency, total.tax))
    return tuple(
        Instalment.model_construct(
            node=payment.node,
            share=payment.share,
            amount=parts[index] if parts else None,
            trigger=payment.trigger,
            days=payment.days,
            document=payment.document,
        )
        for index, payment in enumerate(payments)
    )
