"""How the price may come down: the plan, step by step, and who may give how much."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Annotated

from kadocs.figures.money import Money
from kadocs.findings import Text
from kadocs.model import amounts, sums
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Count, Percent, String

_secret = partial(Mark, audience=Audience.SECRET)


class Authority(Noun):
    """How far someone on our side may go alone."""

    role: Annotated[
        String,
        _secret(
            "授权岗位",
            "Role",
            names=("岗位",),
            help=Text("谁有这个权限，写岗位不写人名", "Whose limit it is; the post, not the person"),
        ),
    ]
    max_discount: Annotated[
        Percent | None,
        _secret(
            "最大折扣",
            "Largest discount",
            names=("折扣权限",),
            help=Text("相对首次报价的累计折扣上限，如 3%", "Off the opening price, in all; such as 3%"),
        ),
    ] = None
    min_margin: Annotated[
        Percent | None,
        _secret(
            "最低毛利率",
            "Lowest margin",
            names=("毛利率下限",),
            help=Text("让价后毛利率不得低于多少", "The margin that must remain after the discount"),
        ),
    ] = None


class Concession(Noun):
    """One round of the price plan."""

    round: Annotated[
        Count,
        _secret("让步轮次", "Round", names=("轮", "轮次"), help=Text("第几轮：1、2、3", "Round 1, 2, 3 ...")),
    ]
    price: Annotated[
        Amount,
        _secret(
            "含税报价",
            "Price incl. tax",
            names=("报价", "含税价"),
            help=Text("这一轮报到多少，含税", "What we offer in this round, with tax"),
        ),
    ]
    asks: Annotated[
        String | None,
        _secret(
            "换取",
            "In exchange for",
            names=("换取条件",),
            help=Text(
                "这一步换回什么，不写就是白让", "What we get for it; a step for nothing invites the next"
            ),
        ),
    ] = None
    authorised_by: Annotated[
        String | None,
        _secret(
            "授权人",
            "Authorised by",
            names=("批准人",),
            help=Text("谁授权这一步，写授权表里的岗位", "Who may give it; a role of the authority table"),
        ),
    ] = None


class ConcessionStep(Noun):
    """A round of the price plan with what it gives away, and what is left."""

    round: Annotated[Count, _secret("让步轮次", "Round", help=Text("第几轮", "Which round"))]
    price: Annotated[
        Amount, _secret("含税报价", "Price incl. tax", help=Text("这一轮的报价", "What is offered in it"))
    ]
    step: Annotated[
        Amount, _secret("让步额", "Step", help=Text("上一轮报价减这一轮", "The price before less this one"))
    ]
    step_share: Annotated[
        Percent | None, _secret("让步比例", "Step %", help=Text("让步额÷首次报价", "Of the opening price"))
    ] = None
    discount: Annotated[
        Percent | None,
        _secret(
            "累计折扣", "Cumulative discount", help=Text("到这一轮共让了多少", "Off the opening price so far")
        ),
    ] = None
    margin: Annotated[
        Percent | None,
        _secret(
            "毛利率",
            "Margin",
            help=Text("让到这一步还剩多少毛利", "What is left after cost, of the price without tax"),
        ),
    ] = None
    asks: Annotated[
        String | None, _secret("换取", "In exchange for", help=Text("换回什么", "What we get for it"))
    ] = None
    authorised_by: Annotated[
        String | None, _secret("授权人", "Authorised by", help=Text("谁授权", "Who may give it"))
    ] = None


def steps(
    plan: tuple[Concession, ...], opening: Money | None, net: Money | None, cost: Money | None
) -> tuple[ConcessionStep, ...]:
    """The plan worked out from the opening price: its first round's, where nothing else is said.

    Steps and discounts are shares of the opening price. The margin is that of the price without tax,
    which keeps to the price with tax the proportion that `net` has to `opening`; without them, or
    without `cost`, there is none.
    """
    if not plan:
        return ()
    first = opening or plan[0].price
    found, before = [], first
    for row in plan:
        step = Money(before.amount - row.price.amount, row.price.currency or first.currency)
        found.append(
            ConcessionStep.model_construct(
                round=row.round,
                price=row.price,
                step=step,
                step_share=sums.share(step, first),
                discount=sums.share(first.amount - row.price.amount, first),
                margin=margin(amounts.part(net, row.price.amount, first.amount), cost),
                asks=row.asks,
                authorised_by=row.authorised_by,
            )
        )
        before = row.price
    return tuple(found)


def margin(net: Money | None, cost: Money | None) -> Decimal | None:
    """What is left of a price without tax after cost, as a fraction of it; None where either is unknown."""
    return None if cost is None else sums.share(sums.less(net, cost), net)
