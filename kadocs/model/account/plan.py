"""客户计划: what we and the customer want to reach together in a year, beyond this one deal."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.account.year import ExecutiveVisit, JointGoal, PlannedAction, Upsell
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Count, Percent, String

_INTERNAL = Audience.INTERNAL


class AccountPlan(Noun):
    """The year's plan for the account."""

    year: Annotated[
        Count | None,
        Mark(
            "计划年度",
            "Plan year",
            audience=_INTERNAL,
            help=Text("计划针对哪一年，如 2027", "The year it is for, such as 2027"),
        ),
    ] = None
    spend: Annotated[
        Amount | None,
        Mark(
            "客户同类支出",
            "Customer's spend",
            audience=_INTERNAL,
            help=Text(
                "客户一年在我们这类产品和服务上花多少钱", "What the customer spends in a year on what we sell"
            ),
        ),
    ] = None
    our_sales: Annotated[
        Amount | None,
        Mark(
            "我方销售额",
            "Our sales",
            audience=_INTERNAL,
            help=Text("其中我们一年卖给它多少", "How much of that is with us"),
        ),
    ] = None
    stated_wallet_share: Annotated[
        Percent | None,
        Mark(
            "钱包份额",
            "Wallet share",
            audience=_INTERNAL,
            help=Text(
                "知道两个金额就留空；只知道份额时填，如 18%",
                "Leave empty where both amounts are known; else such as 18%",
            ),
        ),
    ] = Field(None, alias="wallet_share")
    target_share: Annotated[
        Percent | None,
        Mark(
            "目标份额",
            "Target share",
            audience=_INTERNAL,
            help=Text("到年底想达到的份额", "The share to reach by the end of the year"),
        ),
    ] = None
    sponsor: Annotated[
        String | None,
        Mark(
            "高层负责人",
            "Executive sponsor",
            audience=_INTERNAL,
            help=Text("我方为这个客户负责的领导", "Which of our executives stands for the account"),
        ),
    ] = None
    goals: Annotated[
        tuple[JointGoal, ...],
        Mark(
            "共同目标表",
            "Joint goals",
            audience=_INTERNAL,
            help=Text("双方今年一起要达到的目标", "What both sides want to reach this year"),
        ),
    ] = ()
    actions: Annotated[
        tuple[PlannedAction, ...],
        Mark(
            "客户行动表",
            "Account actions",
            audience=_INTERNAL,
            help=Text("按季度列出要做的事", "What to do, by quarter"),
        ),
    ] = ()
    visits: Annotated[
        tuple[ExecutiveVisit, ...],
        Mark(
            "高层互访",
            "Executive visits",
            audience=_INTERNAL,
            help=Text("双方高层的见面计划和结果", "Meetings of both sides' executives, planned and held"),
        ),
    ] = ()
    upsells: Annotated[
        tuple[Upsell, ...],
        Mark(
            "增购机会表",
            "Further business of the account",
            audience=_INTERNAL,
            help=Text("本商机以外还可能的销售", "Sales that may follow beside this deal"),
        ),
    ] = ()

    @computed(
        Mark(
            "钱包份额",
            "Wallet share",
            audience=_INTERNAL,
            help=Text("我方销售额 ÷ 客户同类支出", "Our sales ÷ the customer's spend"),
        ),
        "our_sales",
        "spend",
        "wallet_share",
    )
    def wallet_share(self) -> Decimal | None:
        """Our sales as a part of what the customer spends, or the share as stated."""
        worked_out = sums.share(self.our_sales, self.spend)
        return self.stated_wallet_share if worked_out is None else worked_out
