"""How well we reach the people of an account, department by department and level by level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from kadocs.figures.text import folded
from kadocs.findings import Text
from kadocs.model.contacts import Contact
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import PEOPLE, Noun
from kadocs.model.relations import covered, relations
from kadocs.model.types import Count, Day, Names, Percent, String

_INTERNAL = Audience.INTERNAL
_DEEPEST = 20


class Coverage(Noun):
    """How well a part of the account is covered; a contact is covered from access 3 on."""

    people: Annotated[
        Count,
        Mark(
            "覆盖人数",
            "People known",
            audience=_INTERNAL,
            unit=PEOPLE,
            help=Text("认识多少人", "How many we know"),
        ),
    ]
    covered: Annotated[
        Count,
        Mark(
            "已覆盖人数",
            "People covered",
            audience=_INTERNAL,
            unit=PEOPLE,
            help=Text("关系温度 3 以上的人数", "Those with access 3 or more"),
        ),
    ] = 0
    coverage: Annotated[
        Percent | None,
        Mark(
            "影响力覆盖",
            "Influence reached",
            audience=_INTERNAL,
            help=Text("已覆盖者的影响力 ÷ 全部影响力", "Influence of those covered ÷ all influence"),
        ),
    ] = None
    supporters: Annotated[
        Count,
        Mark(
            "支持者人数",
            "In favour",
            audience=_INTERNAL,
            unit=PEOPLE,
            help=Text("立场大于 0 的人数", "Those with a stance above 0"),
        ),
    ] = 0
    opponents: Annotated[
        Count,
        Mark(
            "反对者人数",
            "Against",
            audience=_INTERNAL,
            unit=PEOPLE,
            help=Text("立场小于 0 的人数", "Those with a stance below 0"),
        ),
    ] = 0
    gaps: Annotated[
        Names,
        Mark(
            "覆盖缺口",
            "Gaps",
            audience=_INTERNAL,
            help=Text(
                "影响力 4 以上而关系温度不到 3 的人", "Those with influence 4 or more and access below 3"
            ),
        ),
    ] = ()
    last_contact: Annotated[
        Day | None,
        Mark(
            "最近一次接触",
            "Last met",
            audience=_INTERNAL,
            help=Text("这些人中最近一次接触", "The latest contact with any of them"),
        ),
    ] = None


class DepartmentCoverage(Coverage):
    """How well a department is covered."""

    dept: Annotated[
        String | None,
        Mark(
            "覆盖部门",
            "Department covered",
            audience=_INTERNAL,
            help=Text("没写部门的归在一起", "Those without a department stand together"),
        ),
    ] = None


class LevelCoverage(Coverage):
    """How well a level of the line of reporting is covered."""

    level: Annotated[
        Count,
        Mark(
            "层级",
            "Level",
            audience=_INTERNAL,
            help=Text("1 为无上级者，依次往下", "1 reports to nobody else here, and so on down"),
        ),
    ]


def by_department(contacts: Sequence[Contact]) -> tuple[DepartmentCoverage, ...]:
    """The departments in the order in which they are first met."""
    groups: dict[str | None, list[Contact]] = {}
    for contact in contacts:
        groups.setdefault(contact.dept, []).append(contact)
    return tuple(
        DepartmentCoverage.model_construct(dept=dept, **_measured(people)) for dept, people in groups.items()
    )


def by_level(contacts: Sequence[Contact]) -> tuple[LevelCoverage, ...]:
    """The levels from the top, by whom each contact reports to; none where nobody reports to anyone."""
    people = {folded(contact.name): contact for contact in contacts}
    groups: dict[int, list[Contact]] = {}
    for contact in contacts:
        groups.setdefault(_level(contact, people), []).append(contact)
    if len(groups) < 2:
        return ()
    return tuple(
        LevelCoverage.model_construct(level=level, **_measured(groups[level])) for level in sorted(groups)
    )


def _level(contact: Contact, people: Mapping[str, Contact]) -> int:
    """How far below the top the contact stands, from 1; a circle of superiors comes to an end."""
    level, above = 1, people.get(folded(contact.reports_to or ""))
    while above is not None and level < _DEEPEST:
        level, above = level + 1, people.get(folded(above.reports_to or ""))
    return level


def _measured(contacts: list[Contact]) -> dict[str, Any]:
    found = relations(tuple(contacts))
    days = [contact.last_contact for contact in contacts if contact.last_contact]
    return {
        "people": len(contacts),
        "covered": sum(map(covered, contacts)),
        "coverage": found.coverage if found else None,
        "supporters": found.supporters if found else 0,
        "opponents": found.opponents if found else 0,
        "gaps": found.uncovered if found else (),
        "last_contact": max(days, default=None),
    }
