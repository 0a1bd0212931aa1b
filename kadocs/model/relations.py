"""How well we reach the people who decide."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from kadocs.findings import Text
from kadocs.model import sums
from kadocs.model.contacts import BuyingRole, Contact
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PEOPLE, Noun
from kadocs.model.types import Count, Flag, Names, Percent

_INTERNAL = Audience.INTERNAL

REACHED = 3
"""From this access on a contact counts as covered."""

KEY = 4
"""From this influence on a contact is a key person."""


class Relations(Noun):
    """How well the people who decide are covered; a contact is covered from access 3 on."""

    people: Annotated[
        Count,
        Mark(
            "决策链人数",
            "People",
            audience=_INTERNAL,
            unit=PEOPLE,
            help=Text("联系人的个数", "How many contacts there are"),
        ),
    ]
    coverage: Annotated[
        Percent | None,
        Mark(
            "影响力覆盖率",
            "Influence covered",
            audience=_INTERNAL,
            help=Text(
                "关系温度 3 以上者的影响力 ÷ 全部影响力",
                "Influence of those with access 3 or more ÷ all influence",
            ),
        ),
    ] = None
    decision_makers: Annotated[
        Names,
        Mark(
            "决策者",
            "Decision makers",
            audience=_INTERNAL,
            help=Text(
                "标为最高决策者的人，没有则为经济决策者", "Those marked so, or else the economic buyers"
            ),
        ),
    ] = ()
    decision_maker_covered: Annotated[
        Flag,
        Mark(
            "决策者已覆盖",
            "Decision maker covered",
            audience=_INTERNAL,
            help=Text("每位决策者的关系温度都在 3 以上", "Every decision maker has access 3 or more"),
        ),
    ] = False
    uncovered: Annotated[
        Names,
        Mark(
            "未覆盖的关键人",
            "Key people not covered",
            audience=_INTERNAL,
            help=Text(
                "影响力 4 以上而关系温度不到 3 的人", "Those with influence 4 or more and access below 3"
            ),
        ),
    ] = ()
    supporters: Annotated[
        Count,
        Mark(
            "支持人数",
            "Supporters",
            audience=_INTERNAL,
            unit=PEOPLE,
            help=Text("立场大于 0 的人数", "How many have a stance above 0"),
        ),
    ] = 0
    opponents: Annotated[
        Count,
        Mark(
            "反对人数",
            "Opponents",
            audience=_INTERNAL,
            unit=PEOPLE,
            help=Text("立场小于 0 的人数", "How many have a stance below 0"),
        ),
    ] = 0


def relations(contacts: tuple[Contact, ...]) -> Relations | None:
    """How well the contacts are covered, or None where there are none."""
    if not contacts:
        return None
    deciders = decision_makers(contacts)
    return Relations.model_construct(
        people=len(contacts),
        coverage=_coverage(contacts),
        decision_makers=tuple(contact.name for contact in deciders),
        decision_maker_covered=bool(deciders) and all(map(covered, deciders)),
        uncovered=tuple(c.name for c in contacts if (c.influence or 0) >= KEY and not covered(c)),
        supporters=sum((contact.stance or 0) > 0 for contact in contacts),
        opponents=sum((contact.stance or 0) < 0 for contact in contacts),
    )


def covered(contact: Contact) -> bool:
    """Whether we reach the contact."""
    return (contact.access or 0) >= REACHED


def decision_makers(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Those with the last word: the ones marked so, or else the economic buyers."""
    marked = tuple(contact for contact in contacts if contact.decision_maker)
    return marked or tuple(contact for contact in contacts if contact.role is BuyingRole.ECONOMIC)


def _coverage(contacts: tuple[Contact, ...]) -> Decimal | None:
    reached = sum(contact.influence or 0 for contact in contacts if covered(contact))
    return sums.share(reached, sum(contact.influence or 0 for contact in contacts))
