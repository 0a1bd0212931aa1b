"""The countdown of a bid: its steps and the days of its tender, back from the deadline, in working days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from kadocs.deliverables.countdown import Step
from kadocs.figures.workdays import Calendar
from kadocs.findings import NOTHING, Text
from kadocs.gates.bid.law.calendar import calendar, last_days
from kadocs.gates.needs import along, value
from kadocs.model import Deal, Record
from kadocs.model.opportunity import Regime
from kadocs.plan import expressions

_MOMENTS = (
    "tender.issued_on",
    "tender.sold_until",
    "tender.site_visit",
    "tender.questions_until",
    "tender.bond.due",
    "tender.deadline",
    "tender.opening",
)
"""The days that the tender sets."""

_DEADLINE = "tender.deadline"
_WEEKDAYS = (
    Text("周一", "Mon"),
    Text("周二", "Tue"),
    Text("周三", "Wed"),
    Text("周四", "Thu"),
    Text("周五", "Fri"),
    Text("周六", "Sat"),
    Text("周日", "Sun"),
)
_AND = Text("{a}、{b}", "{a}; {b}")
_ONE = timedelta(days=1)


class Due(NamedTuple):
    """One line of the plan: a `step` of ours, a `moment` of the tender or its `deadline`, a day set by `law`.

    `tight` is a usual step for which there was less time than usual.
    """

    kind: str
    title: Text
    day: date
    time: str = ""
    owner: Text = NOTHING
    note: str = ""
    done: bool = False
    tight: bool = False


def countdown(deal: Deal, usual: Iterable[Step], view: Record, language: str) -> dict[str, object]:
    """What papers see of it: the lines by day, and the public holidays between the first and the deadline.

    The deal's own plan goes before the `usual` one. An empty mapping where no deadline is known.
    """
    deadline = value(deal, _DEADLINE)
    if not isinstance(deadline, datetime):
        return {}
    days = _calendar(deal)
    own = list(_own(deal))
    steps = own or list(_usual(deal, usual, days, view, language))
    lines = [each for each in (*_merged(_moments(deal)), *steps) if each.day <= deadline.date()]
    lines.sort(key=lambda each: (each.day, each.time or "24", each.kind))
    first = lines[0].day
    span = [first + _ONE * n for n in range((deadline.date() - first).days + 1)]
    return {
        "days": (deadline.date() - first).days,
        "working_days": _left(days, first, deadline.date()),
        "given": bool(own),
        "announced": _outside(deal) or all(days.knows(year) for year in {day.year for day in span}),
        "steps": tuple(_row(each, days, deadline.date(), language) for each in lines),
        "off": tuple(_day(day, language) for day in span if day in days.off),
        "worked": tuple(_day(day, language) for day in span if day in days.worked),
    }


def _outside(deal: Deal) -> bool:
    """Whether it is a request for proposals, in which China's holidays are nobody's."""
    return deal.opportunity is not None and deal.opportunity.regime is Regime.RFP


def _calendar(deal: Deal) -> Calendar:
    found = calendar(deal)
    if not _outside(deal):
        return found
    bare = Calendar(frozenset(), frozenset(), frozenset())
    known = calendar(deal.model_copy(update={"vendor": None}))
    return bare.with_days(found.off - known.off, found.worked - known.worked)


def _own(deal: Deal) -> Iterator[Due]:
    for task in deal.bid.preparation if deal.bid else ():
        if task.due is not None:
            owner = Text(task.owner or "", task.owner or "")
            yield Due(
                "step",
                Text(task.task, task.task),
                task.due.date(),
                _clock(task.due),
                owner,
                task.note or "",
                bool(task.done),
            )


def _usual(deal: Deal, usual: Iterable[Step], days: Calendar, view: Record, language: str) -> Iterator[Due]:
    """The usual steps; one that would be due before the tender was there is due as soon as it is."""
    assert deal.tender is not None
    assert deal.tender.deadline is not None
    deadline, issued = deal.tender.deadline.date(), deal.tender.issued_on
    earliest = days.working_day(issued - _ONE, 1) if issued else None
    for step in usual:
        if not expressions.true(step.when, view, language):
            continue
        day = days.working_day(deadline, -step.days)
        due = max(day, earliest or day)
        owner = step.owner.text if step.owner else NOTHING
        yield Due("step", step.title.text, due, step.by, owner, tight=due > day)


def _moments(deal: Deal) -> Iterator[Due]:
    for name in _MOMENTS:
        found = value(deal, name)
        title = along(name)[-1].mark.title
        kind = "deadline" if name == _DEADLINE else "moment"
        if isinstance(found, datetime):
            yield Due(kind, title, found.date(), _clock(found))
        elif isinstance(found, date):
            yield Due(kind, title, found)
    for last in last_days(deal):
        yield Due("law", last.title, last.day)


def _merged(moments: Iterable[Due]) -> list[Due]:
    """Moments that are one are one line: a tender that closes when it is opened closes."""
    found: dict[tuple[date, str], Due] = {}
    for each in moments:
        at = (each.day, each.time)
        other = found.get(at) if each.time else None
        if other is None:
            found[at if each.time else (each.day, each.title.en)] = each
        else:
            kind = "deadline" if "deadline" in (each.kind, other.kind) else each.kind
            found[at] = other._replace(kind=kind, title=_AND.fill(a=other.title, b=each.title))
    return list(found.values())


def _clock(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def _row(due: Due, days: Calendar, deadline: date, language: str) -> dict[str, object]:
    return {
        **_day(due.day, language),
        "time": due.time,
        "kind": due.kind,
        "title": due.title.in_(language),
        "owner": due.owner.in_(language),
        "note": due.note,
        "done": due.done,
        "tight": due.tight,
        "works": days.works_on(due.day),
        "days": (deadline - due.day).days,
        "working_days": _left(days, due.day, deadline),
    }


def _day(day: date, language: str) -> dict[str, object]:
    return {"date": day, "weekday": _WEEKDAYS[day.weekday()].in_(language)}


def _left(days: Calendar, day: date, deadline: date) -> int:
    """The working days after `day`, the deadline's own among them."""
    return sum(days.works_on(day + _ONE * n) for n in range(1, (deadline - day).days + 1))
