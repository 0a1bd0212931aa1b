"""What it costs the customer: items, tax, totals, validity, payment, commercial terms."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from kadocs.figures.capitals import capitals
from kadocs.figures.money import Money, Tax
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.amounts import part
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.quote.item import PriceItem, TaxMode
from kadocs.model.quote.offer import Offer, QuoteStatus
from kadocs.model.quote.payment import CategoryTotal, Instalment, PaymentNode, instalments
from kadocs.model.quote.rates import RateTotal, by_rate
from kadocs.model.quote.waterfall import pocket
from kadocs.model.types import Day

__all__ = ["PaymentNode", "PriceItem", "Quote", "QuoteStatus", "TaxMode"]


class Quote(Offer):
    """A priced offer; every total is computed, and a total in the input is only checked."""

    @computed(
        Mark("不含税总价", "Net total", help=Text("各行不含税之和", "The sum of the lines without tax")),
        "items",
    )
    def subtotal(self) -> Money:
        """The sum of the lines without tax."""
        return self._sum("net", "exclusive")

    @computed(
        Mark("税额合计", "Total tax", help=Text("含税总价减不含税总价", "Total with tax less total without")),
        "items",
    )
    def tax(self) -> Money:
        """The sum of the lines' tax."""
        return Money(self.total.amount - self.subtotal.amount, self.currency)

    @computed(
        Mark("含税总价", "Total price", help=Text("各行含税之和", "The sum of the lines with tax")), "items"
    )
    def total(self) -> Money:
        """The sum of the lines with tax."""
        return self._sum("total", "inclusive")

    @computed(
        Mark(
            "大写金额",
            "Total in words",
            help=Text("含税总价的人民币大写", "The total in 人民币大写, in CNY only"),
        ),
        "items",
    )
    def total_cn(self) -> str | None:
        """The total in 人民币大写, for a quotation in CNY."""
        return capitals(self.total.amount) if self.currency == "CNY" else None

    @computed(
        Mark("分类汇总", "Totals by category", help=Text("每个分类的小计", "What each category comes to")),
        "items",
    )
    def categories(self) -> tuple[CategoryTotal, ...]:
        """What each category comes to, in the order in which the items name them."""
        groups: dict[str, list[PriceItem]] = {}
        for item in self.items:
            groups.setdefault(item.category or "", []).append(item)
        return tuple(self._category(name, items) for name, items in groups.items())

    @computed(
        Mark(
            "分税率汇总",
            "Totals by tax rate",
            help=Text("每个税率的小计和尾差", "What each rate comes to, and rounding"),
        ),
        "items",
    )
    def rates(self) -> tuple[RateTotal, ...]:
        """What the lines of each tax rate come to, highest rate first, with the difference of rounding."""
        return by_rate(self.items, self.currency)

    @computed(
        Mark("报价有效期至", "Valid until", help=Text("报价日期加有效期", "Date plus validity")),
        "date",
        "validity_days",
    )
    def valid_until(self) -> Day | None:
        """The last day on which the offer holds."""
        if self.date is None or self.validity_days is None:
            return None
        return self.date + timedelta(days=self.validity_days)

    @computed(
        Mark(
            "付款安排",
            "Instalments",
            help=Text("付款计划加金额，尾差在末笔", "The payments with amounts; the last takes the rounding"),
        ),
        "payment",
        "items",
    )
    def instalments(self) -> tuple[Instalment, ...]:
        """The payments with their amounts; the last one takes the rounding, so that they add up.

        Without items there is nothing to share, and so no amount.
        """
        return instalments(self.payment, self.total if self.items else None)

    @computed(
        Mark(
            "报价总成本",
            "Quoted cost",
            audience=Audience.SECRET,
            help=Text("各行成本之和，不含税", "What all lines cost, without tax"),
        ),
        "items",
    )
    def cost(self) -> Money | None:
        """What all lines cost us, without tax; None where the cost of one is unknown."""
        costs = [item.cost for item in self.items]
        return None if None in costs else sums.total(costs)

    @computed(
        Mark(
            "报价毛利率",
            "Quoted margin",
            audience=Audience.SECRET,
            help=Text("（不含税总价-成本）÷不含税总价", "(Net total - cost) / net total"),
        ),
        "items",
    )
    def margin_share(self) -> Decimal | None:
        """What is left of the net total after cost, as a fraction of it."""
        return None if self.cost is None else sums.share(sums.less(self.subtotal, self.cost), self.subtotal)

    @computed(
        Mark(
            "口袋价",
            "Pocket price",
            audience=Audience.SECRET,
            help=Text("价格瀑布各步之和，小计行不算", "The sum of the waterfall's steps"),
        ),
        "waterfall",
    )
    def pocket_price(self) -> Money | None:
        """What is left of the list price after every step of the waterfall, taxed as the quotation."""
        return pocket(self.waterfall)

    @computed(
        Mark(
            "口袋毛利率",
            "Pocket margin",
            audience=Audience.SECRET,
            help=Text("口袋价折成不含税后的毛利率", "The margin on the pocket price without tax"),
        ),
        "waterfall",
        "items",
    )
    def pocket_margin(self) -> Decimal | None:
        """The margin on the pocket price without tax, in which tax has the part that it has in the total."""
        price = self.pocket_price
        if price is not None and self.tax_mode is TaxMode.INCLUSIVE:
            price = part(price, self.subtotal.amount, self.total.amount)
        if price is None or self.cost is None:
            return None
        left = Money(price.amount - self.cost.amount, self.currency)
        return sums.share(left, price)

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
