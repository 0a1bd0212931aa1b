"""Where the customer stands: its plans and systems, its money, and what was looked up about it."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.account.checks import Check, CheckResult, System
from kadocs.model.account.identity import Identity
from kadocs.model.choice import Choice
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import DAYS
from kadocs.model.types import Amount, Day, DayCount, Flag, Lines, Names, String

_INTERNAL = Audience.INTERNAL


class Grade(Choice):
    """A grade of credit or payment."""

    A = "A", "A级", "Grade A"
    B = "B", "B级", "Grade B"
    C = "C", "C级", "Grade C"


class ExportControl(Choice):
    """Whether the account was screened against export controls."""

    UNCHECKED = "unchecked", "未查", "Unchecked"
    CLEAR = "clear", "已查无异常", "Clear", "无异常"
    SUSPECTED = "suspected", "疑似", "Suspected"
    CONFIRMED = "confirmed", "确认", "Confirmed", "确认受限"


class Standing(Identity):
    """The customer with its budget, credit and compliance."""

    strategy: Annotated[
        Lines,
        Mark(
            "客户战略要点",
            "Customer's strategy",
            audience=_INTERNAL,
            names=("战略要点",),
            help=Text(
                "客户今后几年要做什么，与我们有什么关系",
                "What it means to do in the next years, and where we come in",
            ),
        ),
    ] = ()
    it_budget: Annotated[
        Amount | None,
        Mark(
            "本年预算",
            "Budget of the year",
            audience=_INTERNAL,
            help=Text("客户本年与我们业务有关的预算", "What it may spend this year on what we sell"),
        ),
    ] = None
    budget_basis: Annotated[
        String | None,
        Mark(
            "预算口径",
            "Basis of the budget",
            audience=_INTERNAL,
            help=Text("预算包括什么、从哪里知道的", "What the budget covers, and where it is known from"),
        ),
    ] = None
    systems: Annotated[
        tuple[System, ...],
        Mark(
            "在用系统",
            "Systems in use",
            audience=_INTERNAL,
            names=("信息化现状",),
            help=Text(
                "客户现在用着什么、谁在维护、何时到期", "What it runs, who maintains it, and until when"
            ),
        ),
    ] = ()
    incumbents: Annotated[
        Names,
        Mark(
            "当前服务商",
            "Incumbent suppliers",
            audience=_INTERNAL,
            names=("主要服务商",),
            help=Text("现在为它服务的公司", "Who serves it now"),
        ),
    ] = ()
    incumbent_until: Annotated[
        Day | None,
        Mark(
            "现有合同到期日",
            "Incumbent's contract ends",
            audience=_INTERNAL,
            help=Text("现有服务合同哪天到期", "When the present service contract ends"),
        ),
    ] = None
    credit_rating: Annotated[
        Grade | None,
        Mark(
            "信用等级",
            "Credit rating",
            audience=_INTERNAL,
            help=Text("按信用报告定级，A 最好", "After the credit report, A is best"),
        ),
    ] = None
    credit_limit: Annotated[
        Amount | None,
        Mark(
            "授信额度",
            "Credit limit",
            audience=_INTERNAL,
            help=Text("财务允许它最多欠我们多少", "How much finance lets it owe us"),
        ),
    ] = None
    payment_behaviour: Annotated[
        Grade | None,
        Mark(
            "付款信誉",
            "Payment behaviour",
            audience=_INTERNAL,
            help=Text("以往付款是否守约，A 最好", "Whether it has paid on time, A is best"),
        ),
    ] = None
    payment_days: Annotated[
        DayCount | None,
        Mark(
            "付款周期",
            "Payment period",
            audience=_INTERNAL,
            unit=DAYS,
            help=Text("从开票到收款平均多少天", "Days from invoice to money, on average"),
        ),
    ] = None
    checks: Annotated[
        tuple[Check, ...],
        Mark(
            "信用与合规核查",
            "Credit and compliance checks",
            audience=_INTERNAL,
            names=("合规核查", "信用核查"),
            help=Text(
                "立项前查过的名单和登记，每查一次一行",
                "Registers and lists that were looked up, one row a query",
            ),
        ),
    ] = ()
    export_control: Annotated[
        ExportControl | None,
        Mark(
            "出口管制核查",
            "Export control check",
            audience=_INTERNAL,
            help=Text(
                "是否在出口管制或制裁名单上", "Whether it stands on a list of export controls or sanctions"
            ),
        ),
    ] = None
    export_checked_on: Annotated[
        Day | None,
        Mark(
            "出口管制核查日期",
            "Export control checked on",
            audience=_INTERNAL,
            help=Text("在哪一天查的名单", "The day on which the lists were looked up"),
        ),
    ] = None
    strategic_account: Annotated[
        Flag | None,
        Mark(
            "战略客户",
            "Strategic account",
            audience=_INTERNAL,
            names=("战略合作标识",),
            help=Text("公司是否列为战略客户", "Whether the company has made it a strategic account"),
        ),
    ] = None
    strategic: Annotated[
        String | None,
        Mark(
            "战略合作",
            "Strategic partnership",
            audience=_INTERNAL,
            help=Text("签过的战略协议、框架协议及日期", "Partnership or framework agreements, with dates"),
        ),
    ] = None

    @computed(
        Mark(
            "核查异常",
            "Adverse checks",
            audience=_INTERNAL,
            help=Text("结果为“有问题”或“存疑”的核查", "Checks whose result is adverse or in doubt"),
        ),
        "checks",
    )
    def adverse(self) -> tuple[Check, ...]:
        """The checks that found something, or may have."""
        return tuple(
            check for check in self.checks if check.result in (CheckResult.ADVERSE, CheckResult.DOUBT)
        )
