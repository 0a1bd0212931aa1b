"""When the customer pays, and what else of a price there is to say."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
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

    node: Annotated[PaymentNode, Mark("付款节点", "Payment", names=("节点", "Milestone"))]
    share: Annotated[Percent, Mark("付款比例", "Share", names=("比例", "Percent", "%"))]
    stated_amount: Annotated[Amount | None, Mark("付款金额", "Amount", names=("金额",))] = Field(
        None, alias="amount"
    )
    trigger: Annotated[String | None, Mark("付款条件", "Condition", names=("触发条件", "条件"))] = None
    days: Annotated[DayCount | None, Mark("付款期限", "Due within", unit=DAYS, names=("天数", "Days"))] = None
    document: Annotated[String | None, Mark("付款单据", "Documents", names=("单据",))] = None


class Instalment(Noun):
    """A payment with the amount that it comes to."""

    node: Annotated[PaymentNode, Mark("付款节点", "Payment")]
    share: Annotated[Percent, Mark("付款比例", "Share")]
    amount: Annotated[Amount | None, Mark("付款金额", "Amount")] = None
    trigger: Annotated[String | None, Mark("付款条件", "Condition")] = None
    days: Annotated[DayCount | None, Mark("付款期限", "Due within")] = None
    document: Annotated[String | None, Mark("付款单据", "Documents")] = None


class PriceOption(Noun):
    """Another way to buy: plan A, B or C."""

    name: Annotated[String, Mark("可选方案", "Option", names=("方案",))]
    description: Annotated[String | None, Mark("方案说明", "Description", names=("说明",))] = None
    price: Annotated[Amount | None, Mark("方案价格", "Price", names=("价格",))] = None


class WaterfallStep(Noun):
    """One step from the list price to the price that stays in our pocket."""

    step: Annotated[String, Mark("价格环节", "Step", audience=Audience.SECRET)]
    amount: Annotated[Amount, Mark("环节金额", "Amount", audience=Audience.SECRET)]


class CategoryTotal(Noun):
    """What one category of items comes to."""

    category: Annotated[String, Mark("分类", "Category")]
    count: Annotated[Count, Mark("项数", "Items")]
    net: Annotated[Amount, Mark("不含税金额", "Net")]
    tax: Annotated[Amount, Mark("税额", "Tax")]
    total: Annotated[Amount, Mark("含税金额", "Gross")]
