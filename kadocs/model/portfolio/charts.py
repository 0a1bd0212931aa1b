"""The charts of an account, each absent where there are no data for it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from kadocs.figures.money import Money
from kadocs.figures.numbers import percent
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.charts.people import power_map
from kadocs.model.charts.plot import Plot, Scatter, plot, series
from kadocs.model.charts.standing import account_grid
from kadocs.model.charts.wording import joined, left_out, same, short, unit
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.portfolio.orders import OrderYear, ShareYear
from kadocs.model.portfolio.people import DepartmentCoverage

if TYPE_CHECKING:
    from kadocs.model.portfolio import Portfolio

MOST_DEPARTMENTS = 12

_INTERNAL = Audience.INTERNAL
_ORDERS = Text("订单额（含税）", "Orders with tax")


class AccountCharts(Noun):
    """The charts of a document about an account."""

    orders_by_year: Annotated[
        Plot | None,
        Mark(
            "年度订单图",
            "Orders by year",
            audience=_INTERNAL,
            help=Text("最常用的币种", "In its main currency"),
        ),
    ] = None
    share_of_spend: Annotated[
        Plot | None,
        Mark(
            "支出份额图",
            "Share of spend",
            audience=_INTERNAL,
            help=Text("各年份额", "Our share, year by year"),
        ),
    ] = None
    coverage: Annotated[
        Plot | None,
        Mark("部门覆盖图", "Coverage", audience=_INTERNAL, help=Text("各部门人数", "People by department")),
    ] = None
    power_map: Annotated[
        Scatter | None,
        Mark("客户权力地图", "Power map", audience=_INTERNAL, help=Text("全部联系人", "Over all contacts")),
    ] = None
    account_grid: Annotated[
        Scatter | None,
        Mark("客户方格", "Account grid", audience=_INTERNAL, help=Text("吸引力 × 竞争力", "Where it stands")),
    ] = None


def charts(whole: Portfolio) -> AccountCharts:
    """The charts of an account over all its deals."""
    return AccountCharts.model_construct(
        orders_by_year=orders_by_year(whole.order_years),
        share_of_spend=share_of_spend(whole.shares),
        coverage=coverage(whole.departments),
        power_map=power_map(whole.contacts),
        account_grid=account_grid(whole.account),
    )


def orders_by_year(years: Sequence[OrderYear]) -> Plot | None:
    """What was ordered in each of several years, in the currency of most orders; the others are told."""
    dated = [(row.year, row.amount) for row in years if row.year is not None and row.amount]
    counts: dict[str, int] = {}
    for row in years:
        if row.amount:
            counts[row.amount.currency] = counts.get(row.amount.currency, 0) + row.orders
    if not dated:
        return None
    main = max(counts, key=lambda currency: counts[currency])
    shown = {year: amount for year, amount in dated if amount.currency == main}
    if len(shown) < 2:
        return None
    axis = range(min(shown), max(shown) + 1)
    amounts = [shown.get(year) for year in axis]
    others = sum(row.orders for row in years if row.amount and row.amount.currency != main)
    return plot(
        Text("历年订单额", "Orders by year"),
        (same(str(year)) for year in axis),
        [series(_ORDERS, (_number(amount) for amount in amounts), 1)],
        unit=unit(amounts),
        note=joined(left_out(others, Text("份其他币种的订单", "order(s) in other currencies"))),
    )


def share_of_spend(shares: Sequence[ShareYear]) -> Plot | None:
    """What the account spends in each of several years, with us and with others, and our share of it."""
    known = [row for row in shares if row.spend and row.sales and row.spend.currency == row.sales.currency]
    last = known[-1].spend.currency if known and known[-1].spend else ""
    known = [row for row in known if row.spend and row.spend.currency == last]
    if len(known) < 2:
        return None
    return plot(
        Text("客户同类支出中我方的份额", "Our share of what the account spends"),
        (_with_share(row) for row in known),
        [
            series(Text("我方", "With us"), (_number(row.sales) for row in known), 1),
            series(Text("其他供应商", "With others"), (_rest(row) for row in known), 2),
        ],
        unit=unit(row.spend for row in known),
    )


def coverage(departments: Sequence[DepartmentCoverage]) -> Plot | None:
    """How many people we reach in each department, and how many we do not; the largest departments first."""
    known = sorted((row for row in departments if row.dept), key=lambda row: -row.people)
    shown = known[:MOST_DEPARTMENTS]
    if len(shown) < 2:
        return None
    return plot(
        Text("各部门关系覆盖人数", "People reached, by department"),
        (short(row.dept or "") for row in shown),
        [
            series(Text("已覆盖", "Reached"), (Decimal(row.covered) for row in shown), 1),
            series(Text("未覆盖", "Not reached"), (_none_for_zero(row) for row in shown), 2),
        ],
        note=joined(left_out(len(known) - len(shown), Text("个部门", "departments"))),
    )


def _with_share(row: ShareYear) -> Text:
    if row.share is None:
        return same(str(row.year))
    return Text("{y}（{s}）", "{y} ({s})").fill(y=row.year, s=percent(row.share, 1))


def _rest(row: ShareYear) -> Decimal | None:
    rest = sums.less(row.spend, row.sales)
    return max(rest.amount, Decimal(0)) if rest else Decimal(0)


def _none_for_zero(row: DepartmentCoverage) -> Decimal | None:
    return Decimal(row.people - row.covered) or None


def _number(amount: Money | None) -> Decimal | None:
    return None if amount is None else amount.amount
