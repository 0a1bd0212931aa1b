"""The first answer to a customer."""

from datetime import date

import pytest

LEAD = "opportunity: {id: P, name: a, lead: {received_at: 2026-11-16 09:20%s}}"


@pytest.mark.parametrize(
    ("answered", "told"),
    [("2026-11-16 16:40", 0), ("2026-11-17 09:20", 0), ("2026-11-17 09:21", 1), ("2026-11-19 10:00", 1)],
)
def test_the_first_answer_comes_within_24_hours(paths, answered, told):
    assert paths("DEV010", LEAD % f", responded_at: {answered}") == ["opportunity.lead.responded_at"] * told


def test_the_message_tells_how_long_it_took(judge):
    [finding] = judge(LEAD % ", responded_at: 2026-11-18 10:00")
    assert finding.message.zh == "首次响应用了 48.7 小时，超过 24 小时"


@pytest.mark.parametrize(("today", "told"), [((2026, 11, 17), 0), ((2026, 11, 18), 1)])
def test_a_lead_that_is_not_answered_is_told_of_once_the_24_hours_are_over(paths, today, told):
    assert paths("DEV010", LEAD % "", date(*today)) == ["opportunity.lead.responded_at"] * told


@pytest.mark.parametrize(
    ("moments", "found"),
    [
        (", responded_at: 2026-11-16 09:20, next_contact: 2026-11-18 14:00", []),
        (", responded_at: 2026-11-16 09:19", ["opportunity.lead.responded_at"]),
        (", next_contact: 2026-11-15 14:00", ["opportunity.lead.next_contact"]),
        (
            ", responded_at: 2026-11-17 08:00, next_contact: 2026-11-16 14:00",
            ["opportunity.lead.next_contact"],
        ),
        (", responded_at: 2026-11-16 02:30 +01:00", []),
    ],
)
def test_the_moments_follow_each_other_in_whatever_zone(paths, moments, found):
    assert paths("DEV011", LEAD % moments) == found
