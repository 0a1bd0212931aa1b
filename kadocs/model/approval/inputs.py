"""What an estimate is worked out from."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kadocs.findings import Text
from kadocs.model.approval.costs import CashMonth, Cost, Effort
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Currency, Percent, TaxRate

_INTERNAL = Audience.INTERNAL


class Inputs(Noun):
    """Price, costs and cash of a deal, as people estimate them."""

    currency: Annotated[
        Currency,
        Mark(
            "测算币种",
            "Estimate currency",
            audience=_INTERNAL,
            help=Text(
                "测算用的币种，没写币种的金额都按它算", "The currency of every amount here that names none"
            ),
        ),
    ] = "CNY"
    price: Annotated[
        Amount | None,
        Mark(
            "测算报价（含税）",
            "Price with tax",
            audience=_INTERNAL,
            names=("测算含税报价",),
            help=Text("准备报给客户的含税总价", "What we mean to quote, with tax"),
        ),
    ] = None
    tax_rate: Annotated[
        TaxRate | None,
        Mark(
            "综合税率",
            "Overall tax rate",
            audience=_INTERNAL,
            help=Text(
                "只有一种税率时填；多种税率请直接填不含税报价",
                "Where there is one rate; with several give the price without tax",
            ),
        ),
    ] = None
    stated_net: Annotated[
        Amount | None,
        Mark(
            "测算报价（不含税）",
            "Price without tax",
            audience=_INTERNAL,
            names=("测算不含税报价",),
            help=Text("填了综合税率就可以留空", "Leave empty where the overall rate is given"),
        ),
    ] = Field(None, alias="net_price")
    surcharges: Annotated[
        Amount | None,
        Mark(
            "税金及附加",
            "Surcharges",
            audience=_INTERNAL,
            help=Text("城建税、教育费附加、印花税等", "Local surcharges on the tax, stamp duty"),
        ),
    ] = None
    overhead: Annotated[
        Amount | None,
        Mark(
            "期间费用分摊",
            "Overhead",
            audience=_INTERNAL,
            help=Text("分摊的销售、管理费用", "The share of selling and general expenses"),
        ),
    ] = None
    financing: Annotated[
        Amount | None,
        Mark(
            "资金成本",
            "Financing cost",
            audience=_INTERNAL,
            help=Text("垫资和保函的利息、手续费", "Interest on what we lay out, and fees of guarantees"),
        ),
    ] = None
    margin_floor: Annotated[
        Percent | None,
        Mark(
            "毛利率底线",
            "Margin floor",
            audience=Audience.SECRET,
            help=Text("低于它要报上一级审批", "Below it the next level must approve"),
        ),
    ] = None
    costs: Annotated[
        tuple[Cost, ...],
        Mark(
            "成本明细",
            "Costs",
            audience=_INTERNAL,
            names=("成本测算表",),
            help=Text("不含税成本，四类分开", "Costs without tax, by class"),
        ),
    ] = ()
    cash_flow: Annotated[
        tuple[CashMonth, ...],
        Mark(
            "现金流",
            "Cash flow",
            audience=_INTERNAL,
            names=("现金流表",),
            help=Text("每月收款和付款，一月一行", "A row a month: what comes in and goes out"),
        ),
    ] = ()
    presales: Annotated[
        tuple[Effort, ...],
        Mark(
            "售前投入表",
            "Presales effort",
            audience=_INTERNAL,
            help=Text("赢单之前要花的人天和费用", "Days and expenses before the deal is won"),
        ),
    ] = ()
