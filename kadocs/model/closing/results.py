"""What was reached, what it cost, and what was paid: plan against actual."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Annotated

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.approval.costs import CostClass
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.quote.payment import PaymentNode
from kadocs.model.types import Amount, Day, Flag, Number, String

_internal = partial(Mark, audience=Audience.INTERNAL)


class GoalKind(Choice):
    """What kind of goal it is."""

    SCOPE = "scope", "范围", "Scope"
    TIME = "time", "进度", "Time", "工期"
    COST = "cost", "成本", "Cost"
    QUALITY = "quality", "质量", "Quality"
    SATISFACTION = "satisfaction", "满意度", "Satisfaction", "客户满意度"


class BillKind(Choice):
    """Whether we asked for money, or got it."""

    INVOICE = "invoice", "开票", "Invoice", "发票"
    RECEIPT = "receipt", "回款", "Receipt", "收款"


class Goal(Noun):
    """A goal of the project, and how far it was reached."""

    kind: Annotated[
        GoalKind | None,
        _internal(
            "目标维度",
            "Kind of goal",
            names=("维度",),
            help=Text("范围、进度、成本、质量或满意度", "Scope, time, cost, quality or satisfaction"),
        ),
    ] = None
    goal: Annotated[
        String,
        _internal(
            "结项目标",
            "Goal",
            names=("目标", "指标"),
            help=Text("用什么衡量，如“总工期”", "What is measured, such as days in all"),
        ),
    ]
    unit: Annotated[
        String | None,
        _internal("目标单位", "Unit", names=("单位",), help=Text("天、万元、%、分", "Days, EUR, %, points")),
    ] = None
    planned: Annotated[
        Number | None,
        _internal(
            "目标计划值", "Planned", names=("计划", "计划值"), help=Text("只写数字", "The figure alone")
        ),
    ] = None
    actual: Annotated[
        Number | None,
        _internal(
            "目标实际值", "Actual", names=("实际", "实际值"), help=Text("只写数字", "The figure alone")
        ),
    ] = None
    reason: Annotated[
        String | None,
        _internal(
            "偏差原因", "Reason", names=("原因",), help=Text("差在哪里、为什么", "What made the difference")
        ),
    ] = None

    @computed(
        _internal("目标偏差", "Deviation", help=Text("实际减计划", "Actual less planned")),
        "planned",
        "actual",
    )
    def deviation(self) -> Decimal | None:
        """The actual figure less the planned one."""
        return None if self.planned is None or self.actual is None else self.actual - self.planned

    @computed(
        _internal("目标偏差率", "Deviation %", help=Text("偏差÷计划", "Deviation / planned")),
        "planned",
        "actual",
    )
    def deviation_share(self) -> Decimal | None:
        """The deviation as a fraction of what was planned."""
        return sums.share(self.deviation, self.planned)


class ClassCost(Noun):
    """What one class of cost was to be, and was; without tax."""

    group: Annotated[
        CostClass,
        _internal(
            "决算成本类别",
            "Cost class",
            names=("成本类别", "类别"),
            help=Text("四类之一", "One of the four classes"),
        ),
    ]
    budget: Annotated[
        Amount | None,
        _internal(
            "预算基线",
            "Budget",
            names=("预算",),
            help=Text("立项批准的预算，不含税", "As approved at the start, without tax"),
        ),
    ] = None
    added: Annotated[
        Amount | None,
        _internal(
            "追加预算",
            "Added",
            names=("追加",),
            help=Text("后来批准追加的；减少写负数", "Approved later; a cut is negative"),
        ),
    ] = None
    actual: Annotated[
        Amount | None,
        _internal(
            "实际成本",
            "Actual cost",
            names=("实际",),
            help=Text("账上的实际成本，不含税", "From the books, without tax"),
        ),
    ] = None
    reason: Annotated[
        String | None,
        _internal(
            "超支原因", "Reason", names=("原因",), help=Text("超出或节约的原因", "Why it was more or less")
        ),
    ] = None

    @computed(
        _internal("批准预算", "Approved budget", help=Text("基线加追加", "Budget and what was added")),
        "budget",
        "added",
    )
    def approved(self) -> Money | None:
        """The budget with what was added to it."""
        return sums.total((self.budget, self.added))

    @computed(
        _internal(
            "成本偏差",
            "Overrun",
            help=Text("实际减批准预算，节约为负", "Actual less approved; a saving is negative"),
        ),
        "budget",
        "added",
        "actual",
    )
    def overrun(self) -> Money | None:
        """What was spent beyond the approved budget; negative where it was less."""
        return None if self.approved is None else sums.less(self.actual, self.approved)

    @computed(
        _internal("成本偏差率", "Overrun %", help=Text("成本偏差÷批准预算", "Overrun / approved budget")),
        "budget",
        "added",
        "actual",
    )
    def overrun_share(self) -> Decimal | None:
        """The overrun as a fraction of the approved budget."""
        return sums.share(self.overrun, self.approved)


class Bill(Noun):
    """An invoice of ours, or money that came in; with tax."""

    kind: Annotated[
        BillKind,
        _internal(
            "收支类型", "Kind", names=("类型", "开票/回款"), help=Text("开票或回款", "Invoice or receipt")
        ),
    ]
    date: Annotated[
        Day | None,
        _internal(
            "收支日期",
            "Date",
            names=("日期",),
            help=Text("开票日或到账日", "The day of the invoice, or of the money"),
        ),
    ] = None
    amount: Annotated[
        Amount,
        _internal(
            "收支金额",
            "Amount",
            names=("金额",),
            help=Text("含税；红字发票、退款写负数", "With tax; credit notes and refunds are negative"),
        ),
    ]
    node: Annotated[
        PaymentNode | None,
        _internal(
            "对应付款节点",
            "For payment",
            names=("付款节点", "节点"),
            help=Text("对应合同哪一笔付款", "Which payment of the contract it is for"),
        ),
    ] = None
    number: Annotated[
        String | None,
        _internal(
            "票据编号",
            "Number",
            names=("发票号", "凭证号"),
            help=Text("发票号或银行回单号", "The number of invoice or bank slip"),
        ),
    ] = None
    note: Annotated[
        String | None,
        _internal(
            "收支备注", "Note", names=("备注",), help=Text("抵扣、分批等说明", "Such as part payments")
        ),
    ] = None


class RiskOutcome(Noun):
    """A risk of the project, and what became of it."""

    risk: Annotated[
        String,
        _internal("结项风险", "Risk", names=("风险",), help=Text("立项或方案里的风险", "As it was foreseen")),
    ]
    occurred: Annotated[
        Flag | None,
        _internal(
            "风险发生", "It came about", names=("是否发生",), help=Text("发生过填“是”", "Yes if it did")
        ),
    ] = None
    outcome: Annotated[
        String | None,
        _internal(
            "风险处理结果", "Outcome", help=Text("怎么处理的、造成什么", "What was done, and what it cost")
        ),
    ] = None
    closed_on: Annotated[
        Day | None,
        _internal(
            "风险关闭日期",
            "Risk closed on",
            help=Text("不再需要盯着的日期", "When it was over; blank until then"),
        ),
    ] = None
