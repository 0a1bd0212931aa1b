"""What may go wrong at an account, out of all its deals, and who on our side works for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from kadocs.findings import Text
from kadocs.model.deal import Deal
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.portfolio.amounts import called
from kadocs.model.types import Count, Names, String, Words

_INTERNAL = Audience.INTERNAL
_POSTS = ("account_manager", "solution_manager", "delivery_manager", "director")


class AccountRisk(Noun):
    """A risk or a red flag of one of the account's deals."""

    risk: Annotated[
        String,
        Mark("客户风险", "Account risk", audience=_INTERNAL, help=Text("可能出什么事", "What may happen")),
    ]
    of: Annotated[
        String | None,
        Mark("风险所在项目", "Risk of", audience=_INTERNAL, help=Text("哪个项目", "Which deal it is of")),
    ] = None
    level: Annotated[
        Words | None,
        Mark(
            "客户风险等级",
            "Account risk level",
            audience=_INTERNAL,
            help=Text("红旗没有等级", "Red flags have none"),
        ),
    ] = None
    score: Annotated[
        Count | None,
        Mark("客户风险值", "Account risk score", audience=_INTERNAL, help=Text("概率 × 影响", "1 to 25")),
    ] = None
    response: Annotated[
        String | None,
        Mark("客户风险应对", "Account risk response", audience=_INTERNAL, help=Text("怎么办", "What to do")),
    ] = None
    owner: Annotated[
        String | None,
        Mark(
            "客户风险负责人",
            "Account risk owner",
            audience=_INTERNAL,
            help=Text("由谁盯着", "Who watches it"),
        ),
    ] = None


class Member(Noun):
    """One of us who works for the account."""

    name: Annotated[
        String,
        Mark("团队成员", "Team member", audience=_INTERNAL, help=Text("我方人员", "One of our people")),
    ]
    posts: Annotated[
        tuple[Words, ...],
        Mark("团队职责", "Posts", audience=_INTERNAL, help=Text("在这个客户上的职责", "What they do here")),
    ] = ()
    deals: Annotated[
        Names,
        Mark(
            "负责项目", "Deals of the member", audience=_INTERNAL, help=Text("在哪些项目里", "In which deals")
        ),
    ] = ()


def risks(deals: Iterable[Deal]) -> tuple[AccountRisk, ...]:
    """The risks of the deals, the gravest first, then their red flags."""
    found: list[AccountRisk] = []
    for deal in deals:
        for risk in deal.approval.risks if deal.approval else ():
            found.append(
                AccountRisk.model_construct(
                    risk=risk.risk,
                    of=called(deal),
                    level=risk.level,
                    score=risk.score,
                    response=risk.response,
                    owner=risk.owner,
                )
            )
        for flag in deal.opportunity.red_flags if deal.opportunity else ():
            found.append(AccountRisk.model_construct(risk=flag, of=called(deal)))
    return tuple(sorted(found, key=lambda each: -(each.score or 0)))


def team(deals: Iterable[Deal]) -> tuple[Member, ...]:
    """Those who hold a post in one of the deals, each once."""
    posts: dict[str, list[Text]] = {}
    held: dict[str, list[str]] = {}
    for deal in deals:
        triangle = deal.opportunity.triangle if deal.opportunity else None
        for post in _POSTS:
            name = getattr(triangle, post, None)
            if triangle and name:
                posts.setdefault(name, []).append(type(triangle).marks()[post].title)
                held.setdefault(name, []).append(called(deal))
    return tuple(
        Member.model_construct(
            name=name, posts=tuple(dict.fromkeys(posts[name])), deals=tuple(dict.fromkeys(held[name]))
        )
        for name in posts
    )
