"""What the account has bought from us, and what part of its spending that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.account import Account
from kadocs.model.deal import Deal
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.opportunity import Stage
from kadocs.model.portfolio.amounts import NEVER, named, priced
from kadocs.model.types import Amount, Count, Day, Percent, String

_INTERNAL = Audience.INTERNAL
_WON = (Stage.WON, Stage.DELIVER)
_GONE = (Stage.LOST, Stage.DROPPED)


class Order(Noun):
    """A deal of the account that was won."""

    name: Annotated[
        String,
        Mark("订单项目", "Order", audience=_INTERNAL, help=Text("项目名称", "The project's name")),
    ]
    id: Annotated[
        String | None,
        Mark("订单商机编号", "Order's deal ID", audience=_INTERNAL, help=Text("商机编号", "The deal's ID")),
    ] = None
    number: Annotated[
        String | None,
        Mark(
            "订单合同编号",
            "Order's contract number",
            audience=_INTERNAL,
            help=Text("合同编号", "The contract's number"),
        ),
    ] = None
    signed_on: Annotated[
        Day | None,
        Mark("订单签订日期", "Order signed on", audience=_INTERNAL, help=Text("合同签订日期", "When signed")),
    ] = None
    year: Annotated[
        Count | None,
        Mark("订单年度", "Order year", audience=_INTERNAL, help=Text("签订的年度", "The year of signing")),
    ] = None
    amount: Annotated[
        Amount | None,
        Mark(
            "订单金额",
            "Order amount",
            audience=_INTERNAL,
            help=Text("合同金额（含税）", "The contract's amount, tax included"),
        ),
    ] = None
    stage: Annotated[
        Stage | None,
        Mark("订单阶段", "Order stage", audience=_INTERNAL, help=Text("现在的阶段", "Where it stands")),
    ] = None
    owner: Annotated[
        String | None,
        Mark(
            "订单客户经理",
            "Order's account manager",
            audience=_INTERNAL,
            help=Text("由谁签下", "Who brought it in"),
        ),
    ] = None


class OrderYear(Noun):
    """The orders of one year in one currency."""

    year: Annotated[
        Count | None,
        Mark(
            "年度",
            "Year",
            audience=_INTERNAL,
            help=Text("没有签订日期的为空", "Empty where no day of signing is known"),
        ),
    ] = None
    orders: Annotated[
        Count,
        Mark("订单数", "Orders", audience=_INTERNAL, help=Text("当年签了几单", "How many were signed")),
    ]
    amount: Annotated[
        Amount | None,
        Mark(
            "年度订单额",
            "Orders of the year",
            audience=_INTERNAL,
            help=Text("同一币种合计", "Their sum, in one currency"),
        ),
    ] = None


class ShareYear(Noun):
    """Our part of what the account spends in a year."""

    year: Annotated[
        Count, Mark("份额年度", "Share year", audience=_INTERNAL, help=Text("哪一年", "Which year"))
    ]
    spend: Annotated[
        Amount | None,
        Mark(
            "当年同类支出",
            "Spend of the year",
            audience=_INTERNAL,
            help=Text("客户当年在我们这类产品上的支出", "What it spends that year on what we sell"),
        ),
    ] = None
    sales: Annotated[
        Amount | None,
        Mark(
            "当年我方销售额",
            "Our sales of the year",
            audience=_INTERNAL,
            help=Text("客户计划里写的，没写则为当年订单", "As the plan says, else the orders of that year"),
        ),
    ] = None
    share: Annotated[
        Percent | None,
        Mark(
            "当年份额",
            "Share of the year",
            audience=_INTERNAL,
            help=Text("我方销售额 ÷ 同类支出", "Our sales ÷ its spend"),
        ),
    ] = None
    target: Annotated[
        Percent | None,
        Mark(
            "当年目标份额",
            "Target of the year",
            audience=_INTERNAL,
            help=Text("年底想达到的份额", "The share to reach by the end of the year"),
        ),
    ] = None


def is_won(deal: Deal) -> bool:
    """Whether the deal is an order: won or carried out by its stage, or signed."""
    stage = deal.opportunity.stage if deal.opportunity else None
    return stage not in _GONE and (stage in _WON or bool(deal.contract and deal.contract.signed_on))


def is_open(deal: Deal) -> bool:
    """Whether the deal may still be won."""
    stage = deal.opportunity.stage if deal.opportunity else None
    return deal.opportunity is not None and stage not in _GONE and not is_won(deal)


def orders(deals: Iterable[Deal]) -> tuple[Order, ...]:
    """The deals that were won, the latest first."""
    found = [_order(deal) for deal in deals if is_won(deal)]
    found.sort(key=lambda order: (order.signed_on is None, -(order.signed_on or NEVER).toordinal()))
    return tuple(found)


def _order(deal: Deal) -> Order:
    contract, opportunity = deal.contract, deal.opportunity
    signed = contract.signed_on if contract else None
    amount = (contract.amount if contract else None) or (opportunity and opportunity.expected_amount)
    team = opportunity.triangle if opportunity else None
    return Order.model_construct(
        name=named(deal),
        id=opportunity.id if opportunity else None,
        number=contract.number if contract else None,
        signed_on=signed,
        year=signed.year if signed else None,
        amount=priced(amount or None, deal),
        stage=opportunity.stage if opportunity else None,
        owner=team.account_manager if team else None,
    )


def by_year(found: Iterable[Order]) -> tuple[OrderYear, ...]:
    """The orders summed by year and currency, the earliest first; those without a day come last."""
    years: dict[tuple[bool, int, str], list[Order]] = {}
    for order in found:
        currency = order.amount.currency if order.amount else ""
        years.setdefault((order.year is None, order.year or 0, currency), []).append(order)
    return tuple(
        OrderYear.model_construct(
            year=rows[0].year, orders=len(rows), amount=sums.total(row.amount for row in rows)
        )
        for _, rows in sorted(years.items(), key=lambda each: each[0])
    )


def shares(deals: Sequence[Deal], years: Iterable[OrderYear]) -> tuple[ShareYear, ...]:
    """Our share in each year for which an account plan says what the account spends; newest deals first."""
    ordered = {(row.year, row.amount.currency): row.amount for row in years if row.amount}
    found: dict[int, ShareYear] = {}
    for deal in deals:
        share = _share(deal.account, deal, ordered) if deal.account else None
        if share is not None:
            found.setdefault(share.year, share)
    return tuple(found[year] for year in sorted(found))


def _share(account: Account, deal: Deal, ordered: dict[tuple[int | None, str], Money]) -> ShareYear | None:
    plan = account.plan
    if plan is None or plan.year is None or not (plan.spend or plan.wallet_share):
        return None
    spend = priced(plan.spend, deal)
    sales = priced(plan.our_sales, deal) or (ordered.get((plan.year, spend.currency)) if spend else None)
    share: Decimal | None = sums.share(sales, spend)
    return ShareYear.model_construct(
        year=plan.year,
        spend=spend,
        sales=sales,
        share=plan.stated_wallet_share if share is None else share,
        target=plan.target_share,
    )
