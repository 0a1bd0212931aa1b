"""Working days, and periods as procurement law counts them."""

from datetime import date

import pytest

from kadocs.figures.workdays import CHINA, HOLIDAYS


def on(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-23", True),  # a Monday
        ("2026-11-22", False),  # a Sunday
        ("2026-10-01", False),  # National Day
        ("2026-10-10", True),  # a Saturday that makes up for it
        ("2026-02-23", False),  # the last day of the Spring Festival
        ("2026-02-24", True),
        ("2027-02-05", False),
        ("2031-10-01", True),  # a year of which nothing is known
    ],
)
def test_weekdays_are_worked_but_for_holidays_and_some_weekends_too(day, works):
    assert CHINA.works_on(on(day)) is works


@pytest.mark.parametrize(
    ("start", "count", "found"),
    [
        ("2026-11-23", 0, "2026-11-23"),
        ("2026-11-23", 1, "2026-11-24"),  # the first day is not counted
        ("2026-11-20", 7, "2026-12-01"),
        ("2026-09-30", 2, "2026-10-09"),  # over the National Day
        ("2026-10-08", 3, "2026-10-12"),  # the Saturday is worked
        ("2026-11-23", -1, "2026-11-20"),
    ],
)
def test_working_days_are_counted_from_the_day_after(start, count, found):
    assert CHINA.working_day(on(start), count) == on(found)


@pytest.mark.parametrize(
    ("start", "days", "found"),
    [
        ("2026-11-23", 5, "2026-11-28"),  # a Saturday is no holiday
        ("2026-09-21", 10, "2026-10-08"),  # ends on the National Day
        ("2026-09-20", 10, "2026-09-30"),
    ],
)
def test_a_period_that_ends_on_a_holiday_ends_after_it(start, days, found):
    assert CHINA.last_day(on(start), days) == on(found)


def test_a_user_adds_a_year_and_it_holds():
    told = CHINA.with_days([on("2027-02-09"), on("2028-01-03")], [on("2027-02-20"), on("2027-01-01")])
    assert not told.works_on(on("2027-02-09"))
    assert told.works_on(on("2027-02-20"))
    assert told.works_on(on("2027-01-01"))
    assert not CHINA.knows(2028)
    assert told.knows(2028)


@pytest.mark.parametrize("number", sorted(HOLIDAYS))
def test_each_year_has_its_source_and_its_own_days(number):
    year = HOLIDAYS[number]
    assert year.source.zh and year.source.en
    assert {day.year for day in year.off | year.worked} == {number}
    assert all(day.weekday() >= 5 for day in year.worked)
    assert not year.off & year.worked


@pytest.mark.parametrize(("year", "off", "worked"), [(2024, 28, 8), (2025, 28, 5), (2026, 33, 6)])
def test_each_announced_year_has_the_days_of_its_notice(year, off, worked):
    found = HOLIDAYS[year]
    assert (len(found.off), len(found.worked)) == (off, worked)
    assert "国办发明电" in found.source.zh
    assert CHINA.knows(year)
    assert all(day.weekday() > 4 for day in found.worked)


def test_a_year_without_a_notice_is_not_known():
    assert not CHINA.knows(2027)
    assert not CHINA.knows(2023)
