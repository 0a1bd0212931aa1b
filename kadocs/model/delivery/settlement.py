"""结算: what the project comes to, what was paid, and what remains."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.marks import Mark, computed
from kadocs.model.noun import Noun
from kadocs.model.types import Amount


class Settlement(Noun):
    """The contract and its changes, against what was paid and is kept back; all with tax."""

    contract_amount: Annotated[
        Amount | None,
        Mark(
            "结算合同额",
            "Contract amount settled",
            help=Text("不填则取合同金额", "Left blank, the contract's"),
        ),
    ] = None
    changes_amount: Annotated[
        Amount | None,
        Mark(
            "结算变更额",
            "Changes settled",
            names=("变更金额合计",),
            help=Text("不填则取变更汇总之和", "Left blank, the sum of the changes"),
        ),
    ] = None
    paid: Annotated[
        Amount | None,
        Mark(
            "已付金额",
            "Paid so far",
            names=("已付款",),
            help=Text("客户到今天付了多少", "What the customer has paid"),
        ),
    ] = None
    due_now: Annotated[
        Amount | None,
        Mark(
            "本次应付",
            "Due now",
            names=("本次应付金额",),
            help=Text("这次验收后应付多少", "What this acceptance makes due"),
        ),
    ] = None
    retention: Annotated[
        Amount | None,
        Mark(
            "结算质保金",
            "Retention kept",
            names=("质保金金额",),
            help=Text("留到质保期满的金额", "What is kept back to the end of the warranty"),
        ),
    ] = None

    @computed(
        Mark("结算金额", "Settlement", help=Text("合同额加减变更", "Contract and changes")),
        "contract_amount",
        "changes_amount",
    )
    def total(self) -> Money | None:
        """The contract's amount and what the changes add to it, or take off."""
        return (
            None if self.contract_amount is None else sums.total((self.contract_amount, self.changes_amount))
        )

    @computed(
        Mark(
            "结算余额",
            "Balance",
            help=Text("结算金额减已付、本次应付和质保金", "The settlement less paid, due now and kept"),
        ),
        "contract_amount",
        "changes_amount",
        "paid",
        "due_now",
        "retention",
    )
    def balance(self) -> Money | None:
        """What is then still to be paid, by other terms than these."""
        return sums.less(self.total, self.paid, self.due_now, self.retention)

    @computed(
        Mark("结算变更占比", "Changes' share", help=Text("变更额÷合同额", "Changes / contract amount")),
        "contract_amount",
        "changes_amount",
    )
    def change_share(self) -> Decimal | None:
        """What the changes come to as a fraction of the contract's amount."""
        return sums.share(self.changes_amount, self.contract_amount)
