"""权力地图: who is for us and who against, and whose word counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kadocs.findings import NOTHING, Text
from kadocs.model.charts.plot import NAMELESS, Points, Scatter
from kadocs.model.charts.wording import joined, left_out, short
from kadocs.model.contacts import BuyingRole, Contact

MOST_PEOPLE = 20

_ROLES = tuple(BuyingRole)
_UNKNOWN = Text("角色未定", "Role not known")
_LONG = 12
# Unseen: the largest bubble sets the size of the others, and so it is the same in every chart.
_MEASURE = Points.model_construct(
    name=NAMELESS,
    x=(Decimal(0),),
    y=(Decimal(3),),
    size=(Decimal(20),),
    labels=(NOTHING,),
    like=len(_ROLES) + 2,
)
_COLD = Decimal("0.5")  # a bubble of no size would not be seen
_ASIDE, _APART = Decimal("0.24"), Decimal("0.5")


def power_map(contacts: tuple[Contact, ...]) -> Scatter | None:
    """People by stance and influence, a series for each role, the bubble as large as our access.

    Those who share a place stand a little apart. Of more than 20 the most influential are shown.
    """
    placed = [person for person in contacts if person.stance is not None and person.influence is not None]
    shown = sorted(placed, key=lambda person: -(person.influence or 0))[:MOST_PEOPLE]
    if not shown:
        return None
    at = dict(_positions([person for person in placed if any(person is each for each in shown)]))
    groups = {role: [p for p in shown if p.role is role] for role in (*_ROLES, None)}
    rows = [_series(role, people, at) for role, people in groups.items() if people]
    thing = Text("人（人数过多，或未填立场、影响力）", "people (too many, or without stance or influence)")
    return Scatter.model_construct(
        title=Text("权力地图：{n} 人的立场和影响力", "Power map: stance and influence of {n} people").fill(
            n=len(shown)
        ),
        series=(*rows, _MEASURE),
        note=joined(left_out(len(contacts) - len(shown), thing)),
    )


def _series(
    role: BuyingRole | None, people: Sequence[Contact], at: dict[int, tuple[Decimal, Decimal]]
) -> Points:
    places = [at[id(person)] for person in people]
    return Points.model_construct(
        name=_UNKNOWN if role is None else role.label,
        x=tuple(x for x, _ in places),
        y=tuple(y for _, y in places),
        size=tuple(Decimal(person.access) if person.access else _COLD for person in people),
        labels=tuple(_called(person.name) for person in people),
        like=(len(_ROLES) if role is None else _ROLES.index(role)) + 1,
    )


def _called(name: str) -> Text:
    """A name as short as one says it: of a long Latin one the initial and the surname."""
    first, *others = name.split() or [name]
    if not others or not name.isascii() or len(name) <= _LONG:
        return short(name, _LONG + 8)
    return short(f"{first[0]}. {others[-1]}", _LONG + 8)


def _positions(people: Sequence[Contact]) -> Iterator[tuple[int, tuple[Decimal, Decimal]]]:
    """Where each person's bubble stands: those of one place in two columns, a little apart."""
    together: dict[tuple[int | None, int | None], list[Contact]] = {}
    for person in people:
        together.setdefault((person.stance, person.influence), []).append(person)
    for (stance, influence), group in together.items():
        for number, person in enumerate(group):
            aside = _ASIDE * (1 if number % 2 else -1) if len(group) > 1 else Decimal(0)
            apart = _APART / len(group) * (2 * number - len(group) + 1)
            yield id(person), (Decimal(stance or 0) + aside, Decimal(influence or 0) - apart / 2)
