"""The contract's price: its parts at their tax rates, and what it adds up to."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.figures import vat
from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, String, TaxRate


class PricePart(Noun):
    """What the contract charges at one tax rate: rates that are not kept apart are taxed at the highest."""

    part: Annotated[
        String,
        Mark(
            "价款组成",
            "Part of the price",
            names=("组成",),
            help=Text("如“设备”“安装”“技术服务”", "Such as equipment, installation, services"),
        ),
    ]
    rate: Annotated[
        TaxRate,
        Mark(
            "适用税率",
            "Tax rate",
            names=("税率",),
            help=Text("这一部分的增值税税率，如 13%", "The rate of this part, such as 13%"),
        ),
    ]
    amount: Annotated[
        Amount,
        Mark(
            "含税价款",
            "Amount incl. tax",
            names=("金额", "含税金额"),
            help=Text("这一部分的含税金额", "What this part comes to, with tax"),
        ),
    ]

    @computed(
        Mark("不含税价款", "Amount excl. tax", help=Text("含税价款÷（1+税率）", "Amount / (1 + rate)")),
        "amount",
        "rate",
    )
    def net(self) -> Money:
        """The amount without tax, rounded half up to the cent."""
        return vat.net(self.amount, self.rate)

    @computed(
        Mark("价款税额", "Tax", help=Text("含税价款减不含税价款", "The amount with tax less without")),
        "amount",
        "rate",
    )
    def tax(self) -> Money:
        """The tax in the amount."""
        return vat.tax(self.net, self.amount)


def net(amount: Money | None, parts: tuple[PricePart, ...], rate: Decimal | None) -> Money | None:
    """What of `amount` is not tax: by the parts, or else at the one rate."""
    if parts:
        without = sum((part.net.amount for part in parts), Decimal(0))
        return Money(without, parts[0].amount.currency, "exclusive")
    return None if amount is None or rate is None else vat.net(amount, rate)
