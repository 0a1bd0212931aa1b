"""One line of a quotation."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field, ValidationError, field_validator

from kadocs.figures import vat
from kadocs.figures.money import Money, Tax
from kadocs.findings import Fault, Text
from kadocs.model.amounts import LARGEST, priced, told
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Number, Percent, String, TaxRate

_SECRET = Audience.SECRET


class TaxMode(Choice):
    """Whether prices hold the value-added tax."""

    INCLUSIVE = "inclusive", "含税", "Tax inclusive", "incl."
    EXCLUSIVE = "exclusive", "不含税", "Tax exclusive", "excl.", "未税"

    @property
    def tax(self) -> Tax:
        """The mode as a money's tax flag."""
        return "inclusive" if self is TaxMode.INCLUSIVE else "exclusive"


class PriceItem(Noun):
    """A line of the bill of materials and of the quotation."""

    no: Annotated[
        String | None,
        Mark("序号", "No.", names=("编号", "项号"), help=Text("行号，可写 1 或 1.1", "Its number, 1 or 1.1")),
    ] = None
    category: Annotated[
        String | None,
        Mark(
            "分类",
            "Category",
            names=("类别", "大类"),
            help=Text("属于哪一类，如“硬件设备”，按类小计", "The class it is summed up in, such as Hardware"),
        ),
    ] = None
    name: Annotated[
        String,
        Mark(
            "名称",
            "Item",
            names=("产品名称", "设备名称", "货物名称", "Name"),
            help=Text("货物或服务的名称", "What is sold, goods or service"),
        ),
    ]
    brand: Annotated[
        String | None,
        Mark("品牌", "Brand", help=Text("牌子；服务可空", "The brand; services have none")),
    ] = None
    model: Annotated[
        String | None,
        Mark(
            "规格型号",
            "Model",
            names=("型号", "规格", "Specification"),
            help=Text("型号和主要规格", "Type and main figures"),
        ),
    ] = None
    maker: Annotated[
        String | None,
        Mark("制造商", "Manufacturer", names=("生产厂家",), help=Text("制造商全称", "The maker's full name")),
    ] = None
    origin: Annotated[
        String | None,
        Mark("产地", "Origin", help=Text("哪国或哪地生产", "Where it is made")),
    ] = None
    unit: Annotated[
        String | None,
        Mark("单位", "Unit", help=Text("台、套、项等", "Such as pcs, set, lump sum")),
    ] = None
    quantity: Annotated[
        Number,
        Mark("数量", "Quantity", names=("Qty", "数目"), help=Text("不小于零的数", "Zero or more")),
    ]
    unit_price: Annotated[
        Amount,
        Mark(
            "单价",
            "Unit price",
            names=("含税单价", "不含税单价"),
            help=Text("含不含税按“计税方式”", "With or without tax, as the tax mode says"),
        ),
    ]
    tax_rate: Annotated[
        TaxRate | None,
        Mark(
            "税率",
            "Tax rate",
            names=("增值税率", "VAT"),
            help=Text("与默认税率不同才填，如 6%", "Only where it differs from the default, such as 6%"),
        ),
    ] = None
    discount: Annotated[
        Percent | None,
        Mark(
            "优惠比例",
            "Discount",
            names=("折扣率", "优惠率"),
            help=Text("便宜多少，如 10% 即打九折", "How much comes off, such as 10%"),
        ),
    ] = None
    stated_amount: Annotated[
        Amount | None,
        Mark(
            "合价",
            "Amount",
            names=("金额", "小计", "总价", "含税合价"),
            help=Text(
                "可不填；填了就和单价×数量核对",
                "May stay blank; what is written is checked against price × quantity",
            ),
        ),
    ] = Field(None, alias="amount")
    warranty: Annotated[
        String | None,
        Mark(
            "原厂质保",
            "Warranty",
            names=("质保", "质保期"),
            help=Text("厂家对这一项的质保", "The maker's warranty for it"),
        ),
    ] = None
    remark: Annotated[
        String | None,
        Mark(
            "备注",
            "Remarks",
            names=("说明",),
            help=Text("客户要知道的补充说明", "What the customer should know of it"),
        ),
    ] = None
    unit_cost: Annotated[
        Amount | None,
        Mark(
            "成本单价",
            "Unit cost",
            audience=_SECRET,
            names=("成本", "成本价"),
            help=Text("不含税，一件的成本", "Without tax, for one"),
        ),
    ] = None
    supplier: Annotated[
        String | None,
        Mark("供货商", "Supplier", audience=_SECRET, help=Text("从谁那里买", "From whom we buy it")),
    ] = None
    floor_price: Annotated[
        Amount | None,
        Mark(
            "底价",
            "Floor price",
            audience=_SECRET,
            help=Text("不含税，低于它不卖", "Without tax; below it we do not sell"),
        ),
    ] = None

    @field_validator("quantity")
    @classmethod
    def _some(cls, quantity: Decimal) -> Decimal:
        if quantity < 0:
            raise _negative("数量", "quantity", quantity)
        return quantity

    @field_validator("unit_price")
    @classmethod
    def _a_price(cls, price: Money) -> Money:
        if price.amount < 0:
            raise _negative("单价", "unit price", price.amount)
        return price

    @computed(
        Mark("合价", "Amount", help=Text("单价×数量，再减优惠", "Price × quantity less discount")),
        "quantity",
        "unit_price",
        "discount",
    )
    def amount(self) -> Money:
        """Quantity × unit price less discount, rounded half-up to the cent."""
        share = 1 - (self.discount or Decimal(0))
        return (self.unit_price * (self.quantity * share)).rounded()

    @computed(
        Mark("税额", "Tax", help=Text("含税合价减不含税合价", "Gross less net")),
        "quantity",
        "unit_price",
        "tax_rate",
    )
    def tax(self) -> Money:
        """The value-added tax of the line (增值税法 articles 3 and 10), rounded half-up to the cent."""
        return vat.tax(self.net, self.total)

    @computed(
        Mark("不含税合价", "Net amount", help=Text("合价去掉税", "The amount without tax")),
        "quantity",
        "unit_price",
        "tax_rate",
    )
    def net(self) -> Money:
        """The amount without tax: the amount itself, or amount / (1 + rate), rounded half-up."""
        amount: Money = self.amount
        return amount if self._exclusive else vat.net(amount, self._rate)

    @computed(
        Mark("含税合价", "Gross amount", help=Text("合价加上税", "The amount with tax")),
        "quantity",
        "unit_price",
        "tax_rate",
    )
    def total(self) -> Money:
        """The amount with tax: the amount itself, or amount × (1 + rate), rounded half-up."""
        amount: Money = self.amount
        return vat.gross(amount, self._rate) if self._exclusive else amount

    @computed(
        Mark("成本合价", "Cost", audience=_SECRET, help=Text("成本单价×数量", "Unit cost × quantity")),
        "quantity",
        "unit_cost",
    )
    def cost(self) -> Money | None:
        """Quantity × unit cost, rounded half-up to the cent, where the cost is known."""
        return None if self.unit_cost is None else (self.unit_cost * self.quantity).rounded()

    @computed(
        Mark("毛利", "Margin", audience=_SECRET, help=Text("不含税合价减成本", "Net amount less cost")),
        "unit_cost",
    )
    def margin(self) -> Money | None:
        """What is left of the net amount after cost, where the cost is known."""
        return None if self.cost is None else self.net - self.cost

    @property
    def _exclusive(self) -> bool:
        return self.unit_price.tax == "exclusive"

    @property
    def _rate(self) -> Decimal:
        return self.tax_rate or Decimal(0)


def in_quote(
    items: tuple[PriceItem, ...], currency: str, mode: TaxMode, rate: Decimal | None
) -> tuple[PriceItem, ...]:
    """The lines with the quotation's currency, tax mode and rate wherever they name none of their own.

    Costs and floor prices are without tax. Raises `ValidationError` with each price that names
    another currency or tax mode, and each line whose amount is beyond reason, at its row.
    """
    ours, without_tax = Money(Decimal(0), currency, mode.tax), Money(Decimal(0), currency, "exclusive")
    lines = priced(items, lambda name: without_tax if name in ("unit_cost", "floor_price") else ours)
    rated = tuple(
        line if line.tax_rate is not None else line.model_copy(update={"tax_rate": rate}) for line in lines
    )
    wrong = [
        told(_too_much(line), (index, "quantity"), line.quantity)
        for index, line in enumerate(rated)
        if line.amount.amount >= LARGEST
    ]
    if wrong:
        raise ValidationError.from_exception_data("amounts", wrong)
    return rated


def _too_much(line: PriceItem) -> Fault:
    return Fault(
        Text("合价 {n} 大得不合理", "the amount {n} is unreasonably large").fill(
            n=f"{line.amount.amount:,f}"
        ),
        Text("请检查数量和单价的位数", "Check the digits of quantity and unit price"),
    )


def _negative(zh: str, en: str, value: Decimal) -> Fault:
    return Fault(
        Text(f"{zh}是负数：{value}", f"the {en} is negative: {value}"),
        Text("请填不小于零的数；优惠请填在“优惠比例”里", "Write zero or more; put a rebate under “Discount”"),
    )
