"""Days as procurement law counts them: working days, and periods that begin on the day after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kadocs.findings import Text

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Year:
    """A year's public holidays: days off (with the weekends among them), and weekend days that are worked.

    `announced` is false for a year of which only the days of the regulation are known, and not yet which
    weekends are moved.
    """

    off: frozenset[date]
    worked: frozenset[date]
    source: Text
    announced: bool = True


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked: weekdays that are no holiday, and weekend days that make up for one."""

    off: frozenset[date]
    worked: frozenset[date]
    years: frozenset[int]

    def works_on(self, day: date) -> bool:
        """Whether `day` is a working day."""
        return day not in self.off and (day.weekday() < 5 or day in self.worked)

    def working_day(self, start: date, count: int) -> date:
        """The `count`-th working day after `start`, which is not counted; before it, if negative."""
        step, day = (_ONE if count >= 0 else -_ONE), start
        for _ in range(abs(count)):
            day += step
            while not self.works_on(day):
                day += step
        return day

    def last_day(self, start: date, days: int) -> date:
        """The last of `days` days from `start`, which is not counted; a holiday at the end moves it on.

        A weekend that is no holiday does not (财政部令第87号, art. 85).
        """
        day = start + days * _ONE
        while day in self.off:
            day += _ONE
        return day

    def knows(self, year: int) -> bool:
        """Whether the holidays of the year are known as they were announced."""
        return year in self.years

    def with_days(self, off: Iterable[date], worked: Iterable[date]) -> Calendar:
        """This calendar with further days off and days worked; what is said later holds."""
        more_off, more_worked = frozenset(off), frozenset(worked)
        said = {day.year for day in more_off}
        return Calendar(
            (self.off - more_worked) | more_off, (self.worked - more_off) | more_worked, self.years | said
        )


def _days(*spans: str) -> frozenset[date]:
    """The days of spans such as 2026-02-15/2026-02-23."""
    found: set[date] = set()
    for span in spans:
        first, _, last = span.partition("/")
        day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        while day <= end:
            found.add(day)
            day += _ONE
    return frozenset(found)


def _notice(year: int, number: str) -> Text:
    return Text(
        "国务院办公厅关于{y}年部分节假日安排的通知（{n}）", "State Council notice on the holidays of {y}, {n}"
    ).fill(y=year, n=number)


HOLIDAYS = {
    2024: Year(
        _days(
            "2024-01-01",
            "2024-02-10/2024-02-17",
            "2024-04-04/2024-04-06",
            "2024-05-01/2024-05-05",
            "2024-06-10",
            "2024-09-15/2024-09-17",
            "2024-10-01/2024-10-07",
        ),
        _days(
            "2024-02-04",
            "2024-02-18",
            "2024-04-07",
            "2024-04-28",
            "2024-05-11",
            "2024-09-14",
            "2024-09-29",
            "2024-10-12",
        ),
        _notice(2024, "国办发明电〔2023〕7号"),
    ),
    2025: Year(
        _days(
            "2025-01-01",
            "2025-01-28/2025-02-04",
            "2025-04-04/2025-04-06",
            "2025-05-01/2025-05-05",
            "2025-05-31/2025-06-02",
            "2025-10-01/2025-10-08",
        ),
        _days("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"),
        _notice(2025, "国办发明电〔2024〕12号"),
    ),
    2026: Year(
        _days(
            "2026-01-01/2026-01-03",
            "2026-02-15/2026-02-23",
            "2026-04-04/2026-04-06",
            "2026-05-01/2026-05-05",
            "2026-06-19/2026-06-21",
            "2026-09-25/2026-09-27",
            "2026-10-01/2026-10-07",
        ),
        _days("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
        _notice(2026, "国办发明电〔2025〕7号"),
    ),
    2027: Year(
        _days(
            "2027-01-01",
            "2027-02-05/2027-02-08",
            "2027-04-05",
            "2027-05-01/2027-05-02",
            "2027-06-09",
            "2027-09-15",
            "2027-10-01/2027-10-03",
        ),
        frozenset(),
        Text(
            "全国年节及纪念日放假办法（2024 年修订）的法定日；调休以当年通知为准，请核对",
            "Days of the holiday regulation as revised in 2024; check the notice for the days moved",
        ),
        announced=False,
    ),
}
"""China's public holidays by year, each with its source; further years are added with `with_days`."""

CHINA = Calendar(
    frozenset().union(*(year.off for year in HOLIDAYS.values())),
    frozenset().union(*(year.worked for year in HOLIDAYS.values())),
    frozenset(number for number, year in HOLIDAYS.items() if year.announced),
)
"""The calendar of China, as far as its holidays are known."""
