"""The tax of a quotation by rate, as an invoice shows it, each with its difference of rounding."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated

from kadocs.figures import vat
from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.quote.item import PriceItem
from kadocs.model.types import Amount, Percent


class RateTotal(Noun):
    """What the lines of one tax rate come to (增值税法 article 12: other rates are accounted for apart)."""

    rate: Annotated[Percent, Mark("税率", "Tax rate", help=Text("这些行的税率", "The rate of these lines"))]
    net: Annotated[Amount, Mark("不含税金额", "Net", help=Text("各行不含税之和", "The lines without tax"))]
    tax: Annotated[Amount, Mark("税额", "Tax", help=Text("各行税额之和", "The sum of the lines' tax"))]
    total: Annotated[Amount, Mark("含税金额", "Gross", help=Text("各行含税之和", "The lines with tax"))]
    difference: Annotated[
        Amount,
        Mark(
            "税额尾差",
            "Rounding difference",
            help=Text("各行税额之和 −（不含税金额 × 税率）", "The lines' tax less net × rate: rounding only"),
        ),
    ]


def by_rate(items: Iterable[PriceItem], currency: str) -> tuple[RateTotal, ...]:
    """The lines' totals for each rate, highest first; a line without a rate has none: 0%."""
    groups: dict[Decimal, list[PriceItem]] = {}
    for item in items:
        groups.setdefault(item.tax_rate or Decimal(0), []).append(item)
    return tuple(_rate(rate, groups[rate], currency) for rate in sorted(groups, reverse=True))


def _rate(rate: Decimal, items: list[PriceItem], currency: str) -> RateTotal:
    net = sum((item.net for item in items), Money(Decimal("0.00"), currency, "exclusive"))
    total = sum((item.total for item in items), Money(Decimal("0.00"), currency, "inclusive"))
    tax = vat.tax(net, total)
    return RateTotal.model_construct(
        rate=rate, net=net, tax=tax, total=total, difference=vat.difference(net, tax, rate)
    )
