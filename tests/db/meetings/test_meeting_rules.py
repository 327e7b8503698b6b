"""The rules of meetings: hours on the nights when the clock changes, reminders, moves, what an announcement lacks."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.meetings import rules
from db.meetings.rules import Point
from db.meetings.tables import MeetingState

TORONTO = "America/Toronto"
FALL, SPRING = dt.date(2026, 11, 1), dt.date(2027, 3, 14)  # the clock goes back, the clock goes forward
LONG_AGO = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def utc(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute), dt.UTC)


@pytest.mark.parametrize(
    ("day", "local", "expected"),
    [
        (FALL, dt.time(0, 30), utc(FALL, 4, 30)),
        (FALL, dt.time(1, 30), utc(FALL, 5, 30)),  # it comes twice: the first of the two
        (FALL, dt.time(2, 0), utc(FALL, 7, 0)),
        (FALL, dt.time(13, 30), utc(FALL, 18, 30)),
        (FALL - dt.timedelta(days=1), dt.time(13, 30), utc(FALL - dt.timedelta(days=1), 17, 30)),
        (SPRING, dt.time(1, 59), utc(SPRING, 6, 59)),
        (SPRING, dt.time(2, 30), utc(SPRING, 7, 30)),  # it does not exist: half past three
        (SPRING, dt.time(3, 0), utc(SPRING, 7, 0)),
        (SPRING, dt.time(13, 30), utc(SPRING, 17, 30)),
        (SPRING - dt.timedelta(days=1), dt.time(13, 30), utc(SPRING - dt.timedelta(days=1), 18, 30)),
    ],
)
def test_utc_is_derived_from_the_local_hour_on_the_two_nights(
    day: dt.date, local: dt.time, expected: dt.datetime
) -> None:
    assert rules.in_utc(day, local, TORONTO) == expected
    assert rules.in_utc(day, local, TORONTO).tzinfo is dt.UTC


@pytest.mark.parametrize(
    ("day", "start", "end", "minutes"),
    [
        (FALL, dt.time(0, 30), dt.time(2, 30), 180),  # the night is an hour longer
        (SPRING, dt.time(1, 30), dt.time(3, 30), 60),  # and an hour shorter
        (SPRING, dt.time(2, 30), dt.time(3, 0), 30),  # an hour that does not exist still ends after it began
        (FALL, dt.time(13, 30), dt.time(15, 30), 120),
        (SPRING, dt.time(13, 30), dt.time(15, 30), 120),
    ],
)
def test_a_meeting_ends_after_it_began_even_on_those_nights(
    day: dt.date, start: dt.time, end: dt.time, minutes: int
) -> None:
    began, ended = rules.in_utc(day, start, TORONTO), rules.end_in_utc(day, start, end, TORONTO)
    assert ended - began == dt.timedelta(minutes=minutes)


@given(
    day=st.one_of(st.dates(dt.date(2024, 1, 1), dt.date(2032, 1, 1)), st.sampled_from([FALL, SPRING])),
    times=st.tuples(st.times(), st.times()).filter(lambda pair: pair[0] < pair[1]),
    zone=st.sampled_from([TORONTO, "America/Halifax", "America/St_Johns", "UTC"]),
)
def test_the_local_hour_comes_back_from_utc_and_the_end_is_later(
    day: dt.date, times: tuple[dt.time, dt.time], zone: str
) -> None:
    start, end = times
    began = rules.in_utc(day, start, zone)
    back = began.astimezone(ZoneInfo(zone))
    assert back.replace(tzinfo=None) - dt.datetime.combine(day, start) in (dt.timedelta(), dt.timedelta(hours=1))
    assert rules.end_in_utc(day, start, end, zone) > began


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        # Across the autumn night: ten in the morning here, whatever it is elsewhere.
        (dt.date(2026, 11, 2), [(7, "2026-10-26T14:00"), (3, "2026-10-30T14:00"), (1, "2026-11-01T15:00")]),
        (FALL, [(7, "2026-10-25T14:00"), (3, "2026-10-29T14:00"), (1, "2026-10-31T14:00")]),
        (dt.date(2027, 3, 15), [(7, "2027-03-08T15:00"), (3, "2027-03-12T15:00"), (1, "2027-03-14T14:00")]),
    ],
)
def test_reminders_keep_their_local_hour_across_the_change(meeting: dt.date, expected: list[tuple[int, str]]) -> None:
    starts_at = rules.in_utc(meeting, dt.time(13, 30), TORONTO)
    planned = rules.reminders(meeting, TORONTO, (1, 3, 7), LONG_AGO, starts_at)
    assert [(p.days_before, p.due_at.isoformat("T", "minutes")[:16]) for p in planned] == expected


def test_reminders_whose_hour_is_past_are_not_planned_and_the_days_are_a_setting() -> None:
    starts_at = rules.in_utc(dt.date(2026, 2, 10), dt.time(13, 30), TORONTO)
    now = rules.in_utc(dt.date(2026, 2, 7), dt.time(10), TORONTO)

    def days(*wanted: int, now: dt.datetime = now) -> list[int]:
        return [p.days_before for p in rules.reminders(dt.date(2026, 2, 10), TORONTO, wanted, now, starts_at)]

    assert days(7, 3, 1) == [1], "the third day's is due this very instant: it is no longer to come"
    assert days(7, 3, 1, now=now - dt.timedelta(seconds=1)) == [3, 1]
    assert days(2, 2) == [2]
    assert days(7, 3, 1, now=starts_at) == []


@pytest.mark.parametrize(
    ("points", "lacking"),
    [
        ([], [(0, "points")]),
        ([Point(1, "On choisit l'heure.", "L'autobus passera.")], []),
        ([Point(1, "On choisit l'heure.", " ")], [(1, "changes")]),
        ([Point(1, "On choisit.", "Oui."), Point(2, " ", "")], [(2, "plain"), (2, "changes")]),
    ],
)
def test_each_point_needs_a_plain_sentence_and_what_it_changes(
    points: list[Point], lacking: list[tuple[int, str]]
) -> None:
    assert rules.missing_before_announcing(points) == lacking


@pytest.mark.parametrize(
    ("carrier", "answer_by", "opens"),
    [("Denis", FALL, True), ("Denis", None, False), (" ", FALL, False), ("", None, False)],
)
def test_no_window_for_comments_without_a_person_and_a_date(
    carrier: str, answer_by: dt.date | None, opens: bool
) -> None:
    assert rules.comments_open(carrier, answer_by) is opens


def test_the_rules_and_the_table_know_the_same_states_and_nothing_leaves_the_last_ones() -> None:
    assert {state.value for state in MeetingState} == set(rules.MOVES)
    assert rules.may_become("draft", "announced")
    assert rules.may_become("announced", "held")
    for over in ("closed", "cancelled"):
        assert not any(rules.may_become(over, state) for state in rules.MOVES)
    assert not rules.may_become("held", "cancelled")
