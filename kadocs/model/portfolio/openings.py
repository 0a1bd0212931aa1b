"""What the account may still buy: its open opportunities, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.account.year import Progress
from kadocs.model.amounts import part
from kadocs.model.deal import Deal
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PERCENT, Noun
from kadocs.model.opportunity import Opportunity, Stage
from kadocs.model.opportunity.choices import BuyerStep
from kadocs.model.portfolio.amounts import named, priced
from kadocs.model.portfolio.orders import is_open
from kadocs.model.types import Amount, Chance, Count, Day, String

_INTERNAL = Audience.INTERNAL
_HUNDRED = Decimal(100)
_OVER = (Progress.DONE, Progress.DROPPED)


class Opening(Noun):
    """An opportunity of the account that is still open."""

    name: Annotated[
        String,
        Mark("在谈商机", "Open opportunity", audience=_INTERNAL, help=Text("项目名称", "The project's name")),
    ]
    id: Annotated[
        String | None,
        Mark("在谈商机编号", "Opportunity ID", audience=_INTERNAL, help=Text("商机编号", "The deal's ID")),
    ] = None
    stage: Annotated[
        Stage | None,
        Mark("在谈阶段", "Our stage", audience=_INTERNAL, help=Text("我方阶段", "Our stage in the sale")),
    ] = None
    buyer_step: Annotated[
        BuyerStep | None,
        Mark(
            "在谈客户步骤", "Buyer's step", audience=_INTERNAL, help=Text("客户步骤", "The customer's step")
        ),
    ] = None
    amount: Annotated[
        Amount | None,
        Mark(
            "在谈金额",
            "Amount in view",
            audience=_INTERNAL,
            help=Text("预计金额，没有则为报价总价", "As expected, else the total of the quotation"),
        ),
    ] = None
    probability: Annotated[
        Chance | None,
        Mark(
            "在谈赢率", "Win chance", audience=_INTERNAL, unit=PERCENT, help=Text("0 到 100", "From 0 to 100")
        ),
    ] = None
    weighted: Annotated[
        Amount | None,
        Mark(
            "加权金额",
            "Weighted amount",
            audience=_INTERNAL,
            help=Text("金额 × 赢率", "The amount × the chance"),
        ),
    ] = None
    expected_sign: Annotated[
        Day | None,
        Mark("在谈预计签约", "Signature expected", audience=_INTERNAL, help=Text("预计哪天签", "By when")),
    ] = None
    owner: Annotated[
        String | None,
        Mark(
            "在谈客户经理",
            "Opportunity owner",
            audience=_INTERNAL,
            help=Text("客户经理", "The account manager"),
        ),
    ] = None
    next_step: Annotated[
        String | None,
        Mark(
            "在谈下一步",
            "Next action",
            audience=_INTERNAL,
            help=Text("最早到期的未完成行动", "The action still open that is due first"),
        ),
    ] = None
    next_on: Annotated[
        Day | None,
        Mark("在谈下一步日期", "Next action due", audience=_INTERNAL, help=Text("哪天之前", "By when")),
    ] = None


class Prospect(Noun):
    """What the open opportunities in one currency come to."""

    currency: Annotated[
        String, Mark("商机币种", "Opportunities in", audience=_INTERNAL, help=Text("币种", "The currency"))
    ]
    count: Annotated[
        Count, Mark("在谈个数", "How many", audience=_INTERNAL, help=Text("几个商机", "How many there are"))
    ]
    amount: Annotated[
        Amount | None,
        Mark("在谈合计", "In all", audience=_INTERNAL, help=Text("金额之和", "The sum of their amounts")),
    ] = None
    weighted: Annotated[
        Amount | None,
        Mark("加权合计", "Weighted in all", audience=_INTERNAL, help=Text("加权之和", "The weighted sum")),
    ] = None


def openings(deals: Iterable[Deal]) -> tuple[Opening, ...]:
    """The opportunities that are still open, by the day on which they may be signed."""
    found = [_opening(deal, deal.opportunity) for deal in deals if deal.opportunity and is_open(deal)]
    return tuple(sorted(found, key=lambda each: each.expected_sign or date.max))


def _opening(deal: Deal, opportunity: Opportunity) -> Opening:
    quoted = deal.quote.total if deal.quote and deal.quote.items else None
    amount = priced(opportunity.expected_amount or quoted, deal)
    chance = opportunity.probability
    due = sorted(
        (each for each in opportunity.actions if each.status not in _OVER), key=lambda a: a.due or date.max
    )
    return Opening.model_construct(
        name=named(deal),
        id=opportunity.id,
        stage=opportunity.stage,
        buyer_step=opportunity.buyer_step,
        amount=amount,
        probability=chance,
        weighted=part(amount, None if chance is None else Decimal(chance), _HUNDRED),
        expected_sign=opportunity.expected_sign,
        owner=opportunity.triangle.account_manager if opportunity.triangle else None,
        next_step=due[0].action if due else None,
        next_on=due[0].due if due else None,
    )


def prospects(found: Iterable[Opening]) -> tuple[Prospect, ...]:
    """What they come to, for each currency apart; those without an amount are left out."""
    groups: dict[str, list[tuple[Money, Money | None]]] = {}
    for each in found:
        if each.amount:
            groups.setdefault(each.amount.currency, []).append((each.amount, each.weighted))
    return tuple(
        Prospect.model_construct(
            currency=currency,
            count=len(rows),
            amount=sums.total(amount for amount, _ in rows),
            weighted=sums.total(weighted for _, weighted in rows),
        )
        for currency, rows in groups.items()
    )
