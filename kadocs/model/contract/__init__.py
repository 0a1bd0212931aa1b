"""What both parties signed, and how we came to sign it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

from kadocs.figures.capitals import capitals
from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.amounts import LARGEST, part
from kadocs.model.contract import price
from kadocs.model.contract.parties import ContractType
from kadocs.model.contract.review import Review
from kadocs.model.contract.terms import Terms, WarrantyStart
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.quote.payment import Instalment, instalments
from kadocs.model.types import Day

__all__ = ["Contract", "ContractType", "WarrantyStart"]

_DAYS_TO_SIGN = timedelta(days=30)


class Contract(Terms):
    """A contract with its sums worked out; its review stays in the house."""

    review: Annotated[
        Review | None,
        Mark(
            "合同评审表",
            "Contract review",
            audience=Audience.INTERNAL,
            help=Text("签约前的会签、差异和用印", "Who agreed before signing, to what, and the seal"),
        ),
    ] = None

    @computed(
        Mark(
            "合同金额（含税）",
            "Contract amount incl. tax",
            help=Text("价款组成之和，或直接填的金额", "The sum of its parts, or as stated"),
        ),
        "amount",
        "prices",
    )
    def amount(self) -> Money | None:
        """The sum of the parts of the price, or else what the contract states."""
        return sums.total(each.amount for each in self.prices) if self.prices else self.stated_amount

    @computed(
        Mark(
            "合同金额（不含税）",
            "Contract amount excl. tax",
            help=Text("按各部分税率算出", "Worked out at the rate of each part"),
        ),
        "amount",
        "prices",
        "tax_rate",
    )
    def net_amount(self) -> Money | None:
        """The amount without tax: by parts, at the one rate, or else as stated."""
        found = price.net(self.amount, self.prices, self.tax_rate)
        return self.stated_net if found is None else found

    @computed(
        Mark(
            "合同税额", "Contract tax", help=Text("含税金额减不含税金额", "The amount with tax less without")
        ),
        "amount",
        "prices",
        "tax_rate",
    )
    def tax(self) -> Money | None:
        """The tax in the amount."""
        if self.amount is None or self.net_amount is None:
            return None
        return Money(self.amount.amount - self.net_amount.amount, self.amount.currency)

    @computed(
        Mark(
            "合同金额大写",
            "Contract amount in words",
            help=Text("人民币大写，限人民币合同", "In 人民币大写, for contracts in CNY"),
        ),
        "amount",
        "prices",
    )
    def amount_cn(self) -> str | None:
        """The amount in 人民币大写, for a contract in CNY; None for one below zero or beyond reason."""
        found = self.amount
        if found is None or found.currency != "CNY" or not 0 <= found.amount < LARGEST:
            return None
        return capitals(found.rounded().amount)

    @computed(
        Mark(
            "合同各期付款",
            "Contract instalments",
            help=Text("合同付款加金额，尾差在末笔", "The payments with amounts; the last takes the rounding"),
        ),
        "payment",
        "amount",
        "prices",
    )
    def instalments(self) -> tuple[Instalment, ...]:
        """The payments with their amounts, which add up to the contract's."""
        return instalments(self.payment, self.amount)

    @computed(
        Mark(
            "合同履约保证金",
            "Contract performance bond",
            help=Text("合同额×比例，或约定的金额", "Amount × rate, or the sum as agreed"),
        ),
        "bond_amount",
        "bond_rate",
    )
    def bond_amount(self) -> Money | None:
        """The bond: the amount × its rate, or else as stated."""
        found = part(self.amount, self.bond_rate, Decimal(1))
        return self.stated_bond if found is None else found

    @computed(
        Mark(
            "最迟签订日期",
            "To be signed by",
            help=Text("中标通知书发出后 30 天", "30 days after the award notice"),
        ),
        "award_date",
    )
    def sign_by(self) -> Day | None:
        """30 days after the award (招标投标法 article 46, 政府采购法 article 46)."""
        late = self.award_date is None or self.award_date > date.max - _DAYS_TO_SIGN
        return None if late or self.award_date is None else self.award_date + _DAYS_TO_SIGN

    @computed(
        Mark(
            "补充协议金额",
            "Supplements in all",
            help=Text("各补充协议金额之和", "What all supplements come to"),
        ),
        "supplements",
    )
    def supplemented(self) -> Money | None:
        """What the supplements add to the amount, or take off."""
        return sums.total(each.amount for each in self.supplements)

    @computed(
        Mark(
            "补充协议占比",
            "Supplements' share",
            audience=Audience.INTERNAL,
            help=Text(
                "占合同额的比例，政府采购不超过 10%", "Of the amount; 10% at most in government procurement"
            ),
        ),
        "supplements",
    )
    def supplement_share(self) -> Decimal | None:
        """What the supplements come to as a fraction of the amount (政府采购法 article 49)."""
        return sums.share(self.supplemented, self.amount)
