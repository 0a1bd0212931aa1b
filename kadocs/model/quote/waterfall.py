"""From the list price down to the price that stays in our pocket."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Flag, String

_secret = partial(Mark, audience=Audience.SECRET)


class WaterfallStep(Noun):
    """The list price, what comes off it, or what is left so far."""

    step: Annotated[
        String,
        _secret(
            "价格环节",
            "Step",
            names=("环节",),
            help=Text(
                "由目录价起，依次写折扣、账期、运费、返利、赠送",
                "From the list price on: discounts, financing, freight",
            ),
        ),
    ]
    amount: Annotated[
        Amount,
        _secret(
            "环节金额",
            "Amount",
            names=("金额",),
            help=Text("减项写负数，口径与报价相同", "What comes off is negative; taxed as the quotation"),
        ),
    ]
    subtotal: Annotated[
        Flag,
        _secret(
            "小计行",
            "Subtotal",
            names=("小计",),
            help=Text("发票价、口袋价等合计行填“是”", "Yes where the row sums up, as the pocket price does"),
        ),
    ] = False


def pocket(steps: tuple[WaterfallStep, ...]) -> Money | None:
    """What is left after all steps; rows that sum up do not count. None where there is no step."""
    return sums.total(step.amount for step in steps if not step.subtotal)
