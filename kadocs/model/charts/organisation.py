"""Organisation charts: the customer's people with their parts in the decision, and our project team."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, TypeVar

from kadocs.findings import Text
from kadocs.model.account import Account
from kadocs.model.charts.wording import joined, left_out, short
from kadocs.model.contacts import Contact
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.solution.people import Member
from kadocs.model.types import String, Words

MOST_PEOPLE = 40

Person = TypeVar("Person", Contact, Member)

_ROOT = "account"


class Box(Noun):
    """A person or department in the chart, and what it stands below."""

    id: Annotated[String, Mark("框的标识", "Box", help=Text("图内唯一", "Unique in the chart"))]
    parent: Annotated[
        String | None, Mark("上级标识", "Above", help=Text("在哪个框之下", "The box that it stands below"))
    ] = None
    name: Annotated[Words, Mark("框内名称", "Name", help=Text("姓名或部门", "A person or a department"))]
    text: Annotated[
        Words | None, Mark("框内说明", "Text", help=Text("职务或角色", "The position or the role"))
    ] = None
    badge: Annotated[
        Words | None, Mark("角色标记", "Badge", help=Text("采购角色和立场", "Buying role and stance"))
    ] = None
    group: Annotated[
        bool, Mark("是部门", "Department", help=Text("部门或公司，不是人", "A department or company"))
    ] = False


class Tree(Noun):
    """An organisation chart: what the filter `diagram` draws."""

    title: Annotated[
        Words, Mark("图的说明", "What it shows", help=Text("用作替代文字", "The alternative text"))
    ]
    nodes: Annotated[
        tuple[Box, ...], Mark("框", "Boxes", help=Text("上级在前", "Each after the one that it is below"))
    ]
    note: Annotated[
        Words | None,
        Mark("图注", "Note", help=Text("找不到上级的人", "People whose superior is not known")),
    ] = None


def org_chart(account: Account | None, contacts: tuple[Contact, ...]) -> Tree | None:
    """The customer's people below their superiors, or else below their departments; at most 40."""
    if not contacts:
        return None
    shown = contacts[:MOST_PEOPLE]
    above = _superiors((person.name, person.reports_to) for person in shown)
    boxes = _company(account)
    root = boxes[-1].id if boxes else None
    for dept in dict.fromkeys(p.dept for p in shown if p.dept and above.get(p.name) is None):
        boxes.append(Box.model_construct(id=f"dept {dept}", parent=root, name=short(dept, 24), group=True))
    for person in _ordered({p.name: p for p in reversed(shown)}, above):
        place = above.get(person.name)
        outside = f"dept {person.dept}" if person.dept else root
        boxes.append(_person(person, f"person {place}" if place else outside))
    return Tree.model_construct(
        title=Text("客户组织架构：{n} 人", "The customer's people: {n}").fill(n=len(shown)),
        nodes=tuple(boxes),
        note=joined(
            _orphans((p.name, p.reports_to) for p in shown if above.get(p.name) is None),
            left_out(len(contacts) - len(shown), Text("人", "people")),
        ),
    )


def team_chart(team: tuple[Member, ...]) -> Tree | None:
    """Our project team, each below whom they report to; at most 40."""
    if not team:
        return None
    shown = team[:MOST_PEOPLE]
    above = _superiors((member.name, member.reports_to) for member in shown)
    boxes = [
        Box.model_construct(
            id=f"person {member.name}",
            parent=f"person {above[member.name]}" if above.get(member.name) else None,
            name=short(member.name, 24),
            text=short(member.role, 40),
        )
        for member in _ordered({m.name: m for m in reversed(shown)}, above)
    ]
    return Tree.model_construct(
        title=Text("项目组织：{n} 人", "Project team: {n} people").fill(n=len(shown)),
        nodes=tuple(boxes),
        note=joined(left_out(len(team) - len(shown), Text("人", "people"))),
    )


def _company(account: Account | None) -> list[Box]:
    """The customer, below the group that it belongs to."""
    if account is None:
        return []
    own = Box.model_construct(id=_ROOT, name=short(account.short_name or account.name or "—", 40), group=True)
    if not account.parent:
        return [own]
    group = Box.model_construct(id="group", name=short(account.parent, 40), group=True)
    return [group, own.model_copy(update={"parent": "group"})]


def _person(person: Contact, parent: str | None) -> Box:
    stance = "" if person.stance is None else f"{person.stance:+d}".replace("-", "−").replace("+0", "0")
    role = None if person.role is None else person.role.label
    badge = Text(stance, stance) if role is None else Text("{r} {s}", "{r} {s}").fill(r=role, s=stance)
    return Box.model_construct(
        id=f"person {person.name}",
        parent=parent,
        name=short(person.name, 24),
        text=short(person.title, 40) if person.title else None,
        badge=Text(badge.zh.strip(), badge.en.strip()) if badge.zh.strip() else None,
    )


def _superiors(pairs: Iterable[tuple[str, str | None]]) -> dict[str, str | None]:
    """Whom each reports to, among those in the chart; of people who report to each other one is on top."""
    said = dict(pairs)
    above: dict[str, str | None] = {}
    for name, superior in said.items():
        above[name] = superior if superior in said and not _leads_to(superior, name, above) else None
    return above


def _leads_to(start: str | None, goal: str, above: Mapping[str, str | None]) -> bool:
    while start is not None and start != goal:
        start = above.get(start)
    return start == goal


def _ordered(people: Mapping[str, Person], above: Mapping[str, str | None]) -> list[Person]:
    """The people, each after the one above, else in the order in which they are given."""
    depth: dict[str, int] = {}
    for name in people:
        level, superior = 0, above.get(name)
        while superior is not None:
            level, superior = level + 1, above.get(superior)
        depth[name] = level
    return [people[name] for name in sorted(reversed(list(people)), key=depth.__getitem__)]


def _orphans(pairs: Iterable[tuple[str, str | None]]) -> Text:
    lost = [(name, superior) for name, superior in pairs if superior]
    said = [f"{name} → {superior}" for name, superior in lost]
    if not said:
        return Text("", "")
    return Text("联系人中找不到其上级：{n}。", "Superiors not among the contacts: {n}.").fill(
        n=Text("；".join(said), "; ".join(said))
    )
