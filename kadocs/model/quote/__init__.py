"""What it costs the customer: items, tax, totals, validity, payment, commercial terms."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from kadocs.figures.capitals import capitals
from kadocs.figures.money import Money, Tax
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import DAYS, MONTHS, Noun
from kadocs.model.quote.amounts import Row, priced
from kadocs.model.quote.item import PriceItem, TaxMode, in_quote
from kadocs.model.quote.payment import (
    CategoryTotal,
    Instalment,
    Payment,
    PaymentNode,
    PriceOption,
    WaterfallStep,
)
from kadocs.model.types import Amount, Currency, Day, DayCount, Lines, MonthCount, Percent, String

__all__ = ["PaymentNode", "PriceItem", "Quote", "QuoteStatus", "TaxMode"]


class QuoteStatus(Choice):
    """Whether this version of the price may leave the house."""

    DRAFT = "draft", "草稿", "Draft"
    REVIEW = "review", "待批", "In review"
    APPROVED = "approved", "已批准", "Approved"


class Quote(Noun):
    """A priced offer; every total is computed, and a total in the input is only checked."""

    number: Annotated[String | None, Mark("报价编号", "Quotation number", names=("报价单号",))] = None
    status: Annotated[
        QuoteStatus | None, Mark("报价状态", "Quotation status", audience=Audience.INTERNAL)
    ] = None
    date: Annotated[Day | None, Mark("报价日期", "Quotation date")] = None
    currency: Annotated[Currency, Mark("币种", "Currency")] = "CNY"
    tax_mode: Annotated[TaxMode, Mark("计税方式", "Tax mode", names=("含税方式", "是否含税"))] = (
        TaxMode.INCLUSIVE
    )
    tax_rate: Annotated[Percent | None, Mark("默认税率", "Default tax rate")] = None
    items: Annotated[
        tuple[PriceItem, ...], Mark("报价清单", "Price items", names=("配置清单", "分项报价", "报价"))
    ] = ()
    options: Annotated[tuple[PriceOption, ...], Mark("可选方案", "Options")] = ()
    payment: Annotated[
        tuple[Payment, ...], Mark("付款计划", "Payment plan", names=("付款方式", "付款条款"))
    ] = ()
    waterfall: Annotated[
        tuple[WaterfallStep, ...], Mark("价格瀑布", "Price waterfall", audience=Audience.SECRET)
    ] = ()
    validity_days: Annotated[DayCount | None, Mark("报价有效期", "Validity", unit=DAYS)] = None
    price_terms: Annotated[String | None, Mark("价格条款", "Price terms", names=("价格条件",))] = None
    delivery_days: Annotated[
        DayCount | None, Mark("交货期", "Delivery period", unit=DAYS, names=("交付周期",))
    ] = None
    delivery_terms: Annotated[String | None, Mark("交付条款", "Delivery terms", names=("交货条件",))] = None
    warranty_months: Annotated[
        MonthCount | None, Mark("质保期", "Warranty period", unit=MONTHS, names=("质保",))
    ] = None
    warranty_terms: Annotated[String | None, Mark("质保条款", "Warranty terms")] = None
    ip_terms: Annotated[String | None, Mark("知识产权条款", "Intellectual property", names=("知识产权",))] = (
        None
    )
    confidentiality: Annotated[String | None, Mark("保密条款", "Confidentiality", names=("保密",))] = None
    assumptions: Annotated[Lines, Mark("报价假设", "Assumptions", names=("假设",))] = ()
    exclusions: Annotated[Lines, Mark("除外事项", "Exclusions", names=("除外",))] = ()
    stated_subtotal: Annotated[Amount | None, Mark("不含税总价", "Net total")] = Field(None, alias="subtotal")
    stated_tax: Annotated[Amount | None, Mark("税额合计", "Total tax")] = Field(None, alias="tax")
    stated_total: Annotated[
        Amount | None, Mark("含税总价", "Total price", names=("报价总价", "合计", "总价", "总计"))
    ] = Field(None, alias="total")
    stated_capitals: Annotated[
        String | None, Mark("大写金额", "Total in words", names=("大写", "人民币大写"))
    ] = Field(None, alias="total_cn")

    @field_validator("items")
    @classmethod
    def _items_in_own_currency(
        cls, items: tuple[PriceItem, ...], info: ValidationInfo
    ) -> tuple[PriceItem, ...]:
        mode: TaxMode = info.data.get("tax_mode", TaxMode.INCLUSIVE)
        return in_quote(items, info.data.get("currency", ""), mode, info.data.get("tax_rate"))

    @field_validator("options", "payment", "waterfall")
    @classmethod
    def _amounts_in_own_currency(cls, rows: tuple[Row, ...], info: ValidationInfo) -> tuple[Row, ...]:
        ours = Money(Decimal(0), info.data.get("currency", ""))
        return priced(rows, lambda _: ours)

    @field_validator("stated_subtotal", "stated_tax", "stated_total")
    @classmethod
    def _total_in_own_currency(cls, total: Money | None, info: ValidationInfo) -> Money | None:
        return None if total is None else total + Money(Decimal(0), info.data.get("currency", ""))

    @computed(Mark("不含税总价", "Net total"), "items")
    def subtotal(self) -> Money:
        """The sum of the lines without tax."""
        return self._sum("net", "exclusive")

    @computed(Mark("税额合计", "Total tax"), "items")
    def tax(self) -> Money:
        """The sum of the lines' tax."""
        return Money(self.total.amount - self.subtotal.amount, self.currency)

    @computed(Mark("含税总价", "Total price"), "items")
    def total(self) -> Money:
        """The sum of the lines with tax."""
        return self._sum("total", "inclusive")

    @computed(Mark("大写金额", "Total in words"), "items")
    def total_cn(self) -> str | None:
        """The total in 人民币大写, for a quotation in CNY."""
        return capitals(self.total.amount) if self.currency == "CNY" else None

    @computed(Mark("分类汇总", "Totals by category"), "items")
    def categories(self) -> tuple[CategoryTotal, ...]:
        """What each category comes to, in the order in which the items name them."""
        groups: dict[str, list[PriceItem]] = {}
        for item in self.items:
            groups.setdefault(item.category or "", []).append(item)
        return tuple(self._category(name, items) for name, items in groups.items())

    @computed(Mark("报价有效期至", "Valid until"), "date", "validity_days")
    def valid_until(self) -> Day | None:
        """The last day on which the offer holds."""
        if self.date is None or self.validity_days is None:
            return None
        return self.date + timedelta(days=self.validity_days)

    @computed(Mark("付款安排", "Instalments"), "payment", "items")
    def instalments(self) -> tuple[Instalment, ...]:
        """The payments with their amounts; the last one takes the rounding, so that they add up.

        Without items there is nothing to share, and so no amount.
        """
        shares = [payment.share for payment in self.payment]
        amounts = [(self.total * share).rounded() for share in shares]
        if amounts and sum(shares) == 1:
            amounts[-1] = self.total - sum(amounts[:-1], self._zero("inclusive"))
        return tuple(
            Instalment.model_construct(
                node=payment.node,
                share=payment.share,
                amount=amount if self.items else None,
                trigger=payment.trigger,
                days=payment.days,
                document=payment.document,
            )
            for payment, amount in zip(self.payment, amounts, strict=True)
        )

    def _category(self, name: str, items: list[PriceItem]) -> CategoryTotal:
        net = sum((item.net for item in items), self._zero("exclusive"))
        total = sum((item.total for item in items), self._zero("inclusive"))
        return CategoryTotal.model_construct(
            category=name,
            count=len(items),
            net=net,
            tax=Money(total.amount - net.amount, self.currency),
            total=total,
        )

    def _sum(self, name: str, tax: Tax) -> Money:
        return sum((getattr(item, name) for item in self.items), self._zero(tax))

    def _zero(self, tax: Tax) -> Money:
        return Money(Decimal("0.00"), self.currency, tax)
