"""What a deal costs us, month by month and before it is won."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import PERSON_DAYS, Noun
from kadocs.model.types import Amount, Month, Number, String

_INTERNAL = Audience.INTERNAL


class CostClass(Choice):
    """The four classes of cost."""

    LABOUR = "labour", "人工服务", "Labour", "人工", "自有人工"
    SERVICE = "service", "第三方服务", "Third-party services", "外包服务", "分包"
    PURCHASE = "purchase", "第三方软硬件采购", "Third-party hardware and software", "采购", "软硬件采购"
    EXPENSE = "expense", "项目费用", "Project expenses", "费用", "差旅及其他"


class Cost(Noun):
    """One line of the cost estimate, without tax."""

    group: Annotated[
        CostClass,
        Mark(
            "成本类别",
            "Cost class",
            audience=_INTERNAL,
            names=("类别",),
            help=Text("四类之一", "One of the four classes"),
        ),
    ]
    name: Annotated[
        String,
        Mark(
            "成本项",
            "Cost item",
            audience=_INTERNAL,
            names=("项目", "费用项"),
            help=Text("花在什么上", "What the money is spent on"),
        ),
    ]
    quantity: Annotated[
        Number | None,
        Mark(
            "成本数量",
            "Quantity",
            audience=_INTERNAL,
            names=("数量",),
            help=Text(
                "多少人天、台套；只有总数时留空", "How many days or pieces; empty where only the sum is known"
            ),
        ),
    ] = None
    unit: Annotated[
        String | None,
        Mark(
            "成本单位",
            "Unit",
            audience=_INTERNAL,
            names=("单位",),
            help=Text("人天、台、套、项", "Days, pieces, sets"),
        ),
    ] = None
    unit_cost: Annotated[
        Amount | None,
        Mark(
            "单位成本",
            "Unit cost",
            audience=_INTERNAL,
            names=("单价",),
            help=Text("一个单位的不含税成本", "What one of them costs without tax"),
        ),
    ] = None
    stated_amount: Annotated[
        Amount | None,
        Mark(
            "成本金额",
            "Cost",
            audience=_INTERNAL,
            names=("金额", "小计"),
            help=Text(
                "不含税；填了数量和单位成本就可以留空",
                "Without tax; leave empty where quantity and unit cost are there",
            ),
        ),
    ] = Field(None, alias="amount")
    note: Annotated[
        String | None,
        Mark(
            "成本说明",
            "Cost notes",
            audience=_INTERNAL,
            names=("说明", "备注"),
            help=Text("测算依据、供应商、有效期", "Where the figure comes from, and until when it holds"),
        ),
    ] = None

    @computed(
        Mark(
            "成本金额",
            "Cost",
            audience=_INTERNAL,
            help=Text(
                "数量 × 单位成本，四舍五入到分；否则取填写的金额",
                "Quantity × unit cost to the cent, or else as stated",
            ),
        ),
        "quantity",
        "unit_cost",
        "amount",
    )
    def amount(self) -> Money | None:
        """Quantity × unit cost, or the amount as stated."""
        if self.quantity is None or self.unit_cost is None:
            return self.stated_amount
        return (self.unit_cost * self.quantity).rounded()


class CashMonth(Noun):
    """What comes in and goes out in a month."""

    month: Annotated[
        Month,
        Mark(
            "月份", "Month", audience=_INTERNAL, names=("年月",), help=Text("写成 2027-03", "Such as 2027-03")
        ),
    ]
    inflow: Annotated[
        Amount | None,
        Mark(
            "收款",
            "Cash in",
            audience=_INTERNAL,
            names=("流入", "回款"),
            help=Text("这个月预计收到的钱，含税", "What is expected to come in, with tax"),
        ),
    ] = None
    outflow: Annotated[
        Amount | None,
        Mark(
            "付款",
            "Cash out",
            audience=_INTERNAL,
            names=("流出", "支出"),
            help=Text("这个月预计付出的钱，含税", "What is expected to be paid, with tax"),
        ),
    ] = None
    note: Annotated[
        String | None,
        Mark(
            "现金流说明",
            "Cash flow notes",
            audience=_INTERNAL,
            names=("说明", "备注"),
            help=Text("对应哪个付款节点或采购", "The instalment or purchase behind it"),
        ),
    ] = None


class CashBalance(Noun):
    """A month of the cash flow with what it adds up to."""

    month: Annotated[Month, Mark("月份", "Month", audience=_INTERNAL, help=Text("哪个月", "Which month"))]
    inflow: Annotated[
        Amount | None, Mark("收款", "Cash in", audience=_INTERNAL, help=Text("当月收款", "What comes in"))
    ] = None
    outflow: Annotated[
        Amount | None, Mark("付款", "Cash out", audience=_INTERNAL, help=Text("当月付款", "What goes out"))
    ] = None
    net: Annotated[
        Amount | None, Mark("净流量", "Net cash", audience=_INTERNAL, help=Text("收款减付款", "In less out"))
    ] = None
    balance: Annotated[
        Amount | None,
        Mark(
            "累计净流量",
            "Cumulative cash",
            audience=_INTERNAL,
            help=Text("到当月为止的净流量之和", "The sum up to this month"),
        ),
    ] = None
    note: Annotated[
        String | None,
        Mark(
            "现金流说明",
            "Cash flow notes",
            audience=_INTERNAL,
            help=Text("对应的节点或采购", "What is behind it"),
        ),
    ] = None


class Effort(Noun):
    """What winning the deal costs before it is won."""

    work: Annotated[
        String,
        Mark(
            "售前工作",
            "Presales work",
            audience=_INTERNAL,
            names=("工作内容",),
            help=Text("方案、演示、测试、标书、差旅等", "Solution, demonstration, tests, bid, travel"),
        ),
    ]
    owner: Annotated[
        String | None,
        Mark(
            "售前人员",
            "Presales person",
            audience=_INTERNAL,
            names=("负责人", "人员"),
            help=Text("谁来做", "Who does it"),
        ),
    ] = None
    days: Annotated[
        Number | None,
        Mark(
            "售前人天",
            "Presales days",
            audience=_INTERNAL,
            unit=PERSON_DAYS,
            names=("人天",),
            help=Text("估计多少人天", "How many person-days it takes"),
        ),
    ] = None
    rate: Annotated[
        Amount | None,
        Mark(
            "人天成本",
            "Cost of a day",
            audience=_INTERNAL,
            names=("人天单价",),
            help=Text("一个人天的成本", "What a person-day costs us"),
        ),
    ] = None
    expense: Annotated[
        Amount | None,
        Mark(
            "售前费用",
            "Presales expenses",
            audience=_INTERNAL,
            names=("费用",),
            help=Text("差旅、样机、标书费等，不含人工", "Travel, samples, fees; not the work itself"),
        ),
    ] = None

    @computed(
        Mark(
            "售前投入",
            "Presales cost",
            audience=_INTERNAL,
            help=Text("人天 × 人天成本 + 费用", "Days × cost of a day, and the expenses"),
        ),
        "days",
        "rate",
        "expense",
    )
    def amount(self) -> Money | None:
        """Days × rate and the expenses, as far as they are known."""
        work = None if self.days is None or self.rate is None else (self.rate * self.days).rounded()
        return sums.total((work, self.expense))


def balances(months: tuple[CashMonth, ...]) -> tuple[CashBalance, ...]:
    """The months in their order, each with what has come in less what has gone out so far."""
    done: list[CashBalance] = []
    so_far: Money | None = None
    for month in sorted(months, key=lambda each: each.month):
        net = sums.total((month.inflow, sums.negative(month.outflow)))
        so_far = sums.total((so_far, net))
        done.append(
            CashBalance.model_construct(
                month=month.month,
                inflow=month.inflow,
                outflow=month.outflow,
                net=net,
                balance=so_far,
                note=month.note,
            )
        )
    return tuple(done)
