"""Earlier work for other customers, as proof."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Flag, String

_INTERNAL = Audience.INTERNAL


class Reference(Noun):
    """Earlier work for another customer, who is named only with consent."""

    project: Annotated[
        String,
        Mark("案例项目", "Project", names=("项目",), help=Text("案例项目的名称", "The name of the project")),
    ]
    customer: Annotated[
        String | None,
        Mark(
            "案例客户",
            "Reference customer",
            audience=_INTERNAL,
            names=("客户",),
            help=Text("给谁做的；未授权就不会印出", "Whose it was; not printed without consent"),
        ),
    ] = None
    disclose: Annotated[
        Flag,
        Mark(
            "授权公开",
            "Consent to name",
            audience=_INTERNAL,
            names=("授权", "授权?"),
            help=Text("对方同意公开名称才填“是”", "Yes only where they agreed to be named"),
        ),
    ] = False
    public_name: Annotated[
        String | None,
        Mark(
            "对外称谓",
            "Public description",
            audience=_INTERNAL,
            names=("匿名称谓",),
            help=Text(
                "不能写名字时怎么称呼，如“某省会城市地铁”",
                "What to call them instead, such as “a provincial metro”",
            ),
        ),
    ] = None
    date: Annotated[
        String | None,
        Mark(
            "时间", "Completed", names=("实施时间", "Date"), help=Text("哪年做完的", "When it was finished")
        ),
    ] = None
    scale: Annotated[String | None, Mark("规模", "Scale", help=Text("多大规模", "How large it was"))] = None
    amount: Annotated[
        Amount | None,
        Mark(
            "合同金额",
            "Contract amount",
            audience=_INTERNAL,
            help=Text("合同金额，仅内部看", "The contract's amount, for us only"),
        ),
    ] = None
    result: Annotated[
        String | None,
        Mark(
            "成效",
            "Result",
            names=("效果",),
            help=Text("取得了什么效果，用数字", "What came of it, in figures"),
        ),
    ] = None
    contact: Annotated[
        String | None,
        Mark(
            "联系人",
            "Contact",
            audience=_INTERNAL,
            personal=True,
            help=Text("可以核实的联系人，仅内部看", "Who can confirm it, for us only"),
        ),
    ] = None

    @computed(
        Mark(
            "案例客户（可公开）",
            "Reference customer (as published)",
            help=Text("授权则为客户名称，否则为对外称谓", "The name with consent, else the description"),
        ),
        "customer",
        "public_name",
        "disclose",
    )
    def shown_customer(self) -> str | None:
        """The customer's name where it agreed to be named, else the description used in its place."""
        return self.customer if self.disclose and self.customer else self.public_name
