"""An offer as it is written: items, terms, and the totals that a file may state."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model.amounts import Row, priced
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import DAYS, MONTHS, Noun
from kadocs.model.quote.item import PriceItem, TaxMode, in_quote
from kadocs.model.quote.payment import Payment, PriceOption
from kadocs.model.quote.waterfall import WaterfallStep
from kadocs.model.types import Amount, Currency, Day, DayCount, Lines, MonthCount, String, TaxRate

_CHECKED = Text(
    "可不填；填了就和算出的核对", "May stay blank: it is worked out, and what is written is checked"
)


class QuoteStatus(Choice):
    """Whether this version of the price may leave the house."""

    DRAFT = "draft", "草稿", "Draft"
    REVIEW = "review", "待批", "In review"
    APPROVED = "approved", "已批准", "Approved"


class Offer(Noun):
    """What a file says of a priced offer; a total in it is only checked."""

    number: Annotated[
        String | None,
        Mark(
            "报价编号",
            "Quotation number",
            names=("报价单号",),
            help=Text("公司报价单的编号", "The number under which we file it"),
        ),
    ] = None
    status: Annotated[
        QuoteStatus | None,
        Mark(
            "报价状态",
            "Quotation status",
            audience=Audience.INTERNAL,
            help=Text(
                "批准后改为“已批准”，才能对外", "Set it to Approved once it is; not before may it go out"
            ),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Mark(
            "报价日期", "Quotation date", help=Text("有效期从这天算起", "The validity counts from this day")
        ),
    ] = None
    currency: Annotated[
        Currency,
        Mark("币种", "Currency", help=Text("CNY、USD 等代码，或“人民币”", "A code such as CNY or EUR")),
    ] = "CNY"
    tax_mode: Annotated[
        TaxMode,
        Mark(
            "计税方式",
            "Tax mode",
            names=("含税方式", "是否含税"),
            help=Text("清单里的单价含不含税", "Whether the unit prices below hold the tax"),
        ),
    ] = TaxMode.INCLUSIVE
    tax_rate: Annotated[
        TaxRate | None,
        Mark(
            "默认税率",
            "Default tax rate",
            help=Text("行里没写税率的都用它，如 13%", "For the lines that name no rate of their own"),
        ),
    ] = None
    items: Annotated[
        tuple[PriceItem, ...],
        Mark(
            "报价清单",
            "Price items",
            names=("配置清单", "分项报价", "报价"),
            help=Text("每项一行；合计不用写，会算出", "A line for each; totals are worked out"),
        ),
    ] = ()
    options: Annotated[
        tuple[PriceOption, ...],
        Mark(
            "可选方案",
            "Options",
            help=Text("给客户的其他买法，每个一行", "Other ways to buy, a line for each"),
        ),
    ] = ()
    payment: Annotated[
        tuple[Payment, ...],
        Mark(
            "付款计划",
            "Payment plan",
            names=("付款方式", "付款条款"),
            help=Text("每笔付款一行，比例合计 100%", "A line for each payment; the shares add up to 100%"),
        ),
    ] = ()
    waterfall: Annotated[
        tuple[WaterfallStep, ...],
        Mark(
            "价格瀑布",
            "Price waterfall",
            audience=Audience.SECRET,
            help=Text("目录价怎样一步步变成到手的钱", "How the list price becomes what we keep"),
        ),
    ] = ()
    validity_days: Annotated[
        DayCount | None,
        Mark(
            "报价有效期",
            "Validity",
            unit=DAYS,
            help=Text("报价日期起多少天内有效", "How many days after its date the offer holds"),
        ),
    ] = None
    price_terms: Annotated[
        String | None,
        Mark(
            "价格条款",
            "Price terms",
            names=("价格条件",),
            help=Text("价格包含什么、交到哪里", "What the price covers, and delivered where"),
        ),
    ] = None
    delivery_days: Annotated[
        DayCount | None,
        Mark(
            "交货期",
            "Delivery period",
            unit=DAYS,
            names=("交付周期",),
            help=Text("合同生效到货物交付的天数", "From the contract's effect to delivery"),
        ),
    ] = None
    delivery_terms: Annotated[
        String | None,
        Mark(
            "交付条款",
            "Delivery terms",
            names=("交货条件",),
            help=Text("在哪里交、由谁卸货、分不分批", "Where, by whom, in how many lots"),
        ),
    ] = None
    warranty_months: Annotated[
        MonthCount | None,
        Mark(
            "质保期",
            "Warranty period",
            unit=MONTHS,
            names=("质保",),
            help=Text("整体质保多少个月", "How long we warrant the whole"),
        ),
    ] = None
    warranty_terms: Annotated[
        String | None,
        Mark(
            "质保条款",
            "Warranty terms",
            help=Text("从何时起算、保什么、不保什么", "When it begins, what it covers and what not"),
        ),
    ] = None
    ip_terms: Annotated[
        String | None,
        Mark(
            "知识产权条款",
            "Intellectual property",
            names=("知识产权",),
            help=Text("软件和定制成果归谁、客户怎么用", "Who owns software and custom work, who may use it"),
        ),
    ] = None
    confidentiality: Annotated[
        String | None,
        Mark(
            "保密条款",
            "Confidentiality",
            names=("保密",),
            help=Text("双方对什么保密、保多久", "What both sides keep secret, and how long"),
        ),
    ] = None
    assumptions: Annotated[
        Lines,
        Mark(
            "报价假设",
            "Assumptions",
            names=("假设",),
            help=Text("报价成立的前提，每条一行", "What the price takes for granted, a line each"),
        ),
    ] = ()
    exclusions: Annotated[
        Lines,
        Mark(
            "除外事项",
            "Exclusions",
            names=("除外",),
            help=Text("价格不含的东西，每条一行", "What the price does not cover, a line each"),
        ),
    ] = ()
    stated_subtotal: Annotated[Amount | None, Mark("不含税总价", "Net total", help=_CHECKED)] = Field(
        None, alias="subtotal"
    )
    stated_tax: Annotated[Amount | None, Mark("税额合计", "Total tax", help=_CHECKED)] = Field(
        None, alias="tax"
    )
    stated_total: Annotated[
        Amount | None,
        Mark("含税总价", "Total price", names=("报价总价", "合计", "总价", "总计"), help=_CHECKED),
    ] = Field(None, alias="total")
    stated_capitals: Annotated[
        String | None,
        Mark("大写金额", "Total in words", names=("大写", "人民币大写"), help=_CHECKED),
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
