"""成本测算 (Bizcase): price against cost, and when the money moves."""

from __future__ import annotations

from decimal import Decimal

from kadocs.figures import vat
from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.approval.costs import CashBalance, CostClass, balances
from kadocs.model.approval.inputs import Inputs
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.types import Month, Percent

_INTERNAL = Audience.INTERNAL


class Estimate(Inputs):
    """What the deal brings, costs and leaves; costs and margins are worked out without tax."""

    @computed(
        Mark(
            "测算报价（不含税）",
            "Price without tax",
            audience=_INTERNAL,
            help=Text("含税报价 ÷（1 + 综合税率）；否则取填写的数", "Price ÷ (1 + rate), or else as stated"),
        ),
        "price",
        "tax_rate",
        "net_price",
    )
    def net_price(self) -> Money | None:
        """The price without tax, at the overall rate or as stated."""
        if self.price is None or self.tax_rate is None:
            return self.stated_net
        return vat.net(self.price, self.tax_rate)

    @computed(
        Mark(
            "销项税额",
            "Output tax",
            audience=_INTERNAL,
            help=Text("含税报价减不含税报价", "The price with tax less the one without"),
        ),
        "price",
        "net_price",
    )
    def tax(self) -> Money | None:
        """The value-added tax in the price."""
        return None if self.price is None or self.net_price is None else vat.tax(self.net_price, self.price)

    @computed(
        Mark(
            "人工服务成本",
            "Labour cost",
            audience=_INTERNAL,
            help=Text("该类成本之和", "The sum of its class"),
        ),
        "costs",
    )
    def labour(self) -> Money | None:
        """What our own people cost."""
        return self._class(CostClass.LABOUR)

    @computed(
        Mark(
            "第三方服务成本",
            "Service cost",
            audience=_INTERNAL,
            help=Text("该类成本之和", "The sum of its class"),
        ),
        "costs",
    )
    def services(self) -> Money | None:
        """What others' services cost."""
        return self._class(CostClass.SERVICE)

    @computed(
        Mark(
            "采购成本", "Purchase cost", audience=_INTERNAL, help=Text("该类成本之和", "The sum of its class")
        ),
        "costs",
    )
    def purchases(self) -> Money | None:
        """What others' hardware and software cost."""
        return self._class(CostClass.PURCHASE)

    @computed(
        Mark(
            "项目费用合计",
            "Expenses in total",
            audience=_INTERNAL,
            help=Text("该类成本之和", "The sum of its class"),
        ),
        "costs",
    )
    def expenses(self) -> Money | None:
        """What the project spends beside."""
        return self._class(CostClass.EXPENSE)

    @computed(
        Mark(
            "总成本",
            "Total cost",
            audience=_INTERNAL,
            help=Text("四类成本之和，不含税", "The sum of the four classes, without tax"),
        ),
        "costs",
    )
    def total_cost(self) -> Money | None:
        """The sum of all costs, without tax."""
        return sums.total(row.amount for row in self.costs)

    @computed(
        Mark(
            "毛利额",
            "Gross profit",
            audience=_INTERNAL,
            help=Text("不含税报价减总成本", "Price without tax less total cost"),
        ),
        "net_price",
        "costs",
    )
    def gross_profit(self) -> Money | None:
        """What is left of the price without tax after all costs."""
        return sums.less(self.net_price, self.total_cost) if self.total_cost is not None else None

    @computed(
        Mark(
            "毛利率",
            "Gross margin",
            audience=_INTERNAL,
            help=Text("毛利额 ÷ 不含税报价", "Gross profit ÷ price without tax"),
        ),
        "net_price",
        "costs",
    )
    def gross_margin(self) -> Percent | None:
        """The gross profit as a part of the price without tax."""
        return sums.share(self.gross_profit, self.net_price)

    @computed(
        Mark(
            "净利额",
            "Net profit",
            audience=_INTERNAL,
            help=Text(
                "毛利额减税金及附加、期间费用、资金成本",
                "Gross profit less surcharges, overhead and financing",
            ),
        ),
        "net_price",
        "costs",
        "surcharges",
        "overhead",
        "financing",
    )
    def net_profit(self) -> Money | None:
        """What is left after surcharges, overhead and financing too."""
        return sums.less(self.gross_profit, self.surcharges, self.overhead, self.financing)

    @computed(
        Mark(
            "净利率",
            "Net margin",
            audience=_INTERNAL,
            help=Text("净利额 ÷ 不含税报价", "Net profit ÷ price without tax"),
        ),
        "net_price",
        "costs",
        "surcharges",
        "overhead",
        "financing",
    )
    def net_margin(self) -> Percent | None:
        """The net profit as a part of the price without tax."""
        return sums.share(self.net_profit, self.net_price)

    @computed(
        Mark(
            "低于毛利底线",
            "Below the floor",
            audience=Audience.SECRET,
            help=Text("毛利率小于底线", "The gross margin is below the floor"),
        ),
        "margin_floor",
        "net_price",
        "costs",
    )
    def below_floor(self) -> bool | None:
        """Whether the gross margin is below the floor; None where one of them is not known."""
        if self.margin_floor is None or self.gross_margin is None:
            return None
        return bool(self.gross_margin < self.margin_floor)

    @computed(
        Mark(
            "现金流累计",
            "Cash flow so far",
            audience=_INTERNAL,
            help=Text("每月净流量和累计", "Each month's net cash and the sum so far"),
        ),
        "cash_flow",
    )
    def cash(self) -> tuple[CashBalance, ...]:
        """The months in order, with net and cumulative cash."""
        return balances(self.cash_flow)

    @computed(
        Mark(
            "最大垫资",
            "Peak funding",
            audience=_INTERNAL,
            help=Text("累计净流量最低时我们垫了多少", "What we have laid out at the lowest point"),
        ),
        "cash_flow",
    )
    def peak_funding(self) -> Money | None:
        """The most that we lay out at any time; zero where the balance never falls below it."""
        low = self._lowest()
        if low is None or low.balance is None:
            return None
        return -low.balance if low.balance.amount < 0 else low.balance * 0

    @computed(
        Mark(
            "最大垫资月份",
            "Peak funding month",
            audience=_INTERNAL,
            help=Text("垫资最多的月份", "The month in which it is most"),
        ),
        "cash_flow",
    )
    def peak_month(self) -> Month | None:
        """The month in which we lay out the most."""
        low = self._lowest()
        return low.month if low and low.balance is not None and low.balance.amount < 0 else None

    @computed(
        Mark(
            "售前总人天",
            "Presales days in total",
            audience=_INTERNAL,
            help=Text("售前人天之和", "The sum of the days"),
        ),
        "presales",
    )
    def presales_days(self) -> Decimal | None:
        """The person-days before the deal is won."""
        days = [row.days for row in self.presales if row.days is not None]
        return sum(days, Decimal(0)) if days else None

    @computed(
        Mark(
            "售前总投入",
            "Presales cost in total",
            audience=_INTERNAL,
            help=Text("售前投入之和", "The sum of presales work and expenses"),
        ),
        "presales",
    )
    def presales_cost(self) -> Money | None:
        """What is spent before the deal is won."""
        return sums.total(row.amount for row in self.presales)

    def _class(self, group: CostClass) -> Money | None:
        return sums.total(row.amount for row in self.costs if row.group is group)

    def _lowest(self) -> CashBalance | None:
        known = [month for month in self.cash if month.balance is not None]
        return min(known, key=lambda month: month.balance.amount, default=None)
