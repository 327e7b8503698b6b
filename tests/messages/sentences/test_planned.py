"""A day of a command is read strictly: each figure counts, and what does not agree is a doubt."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages.sentences.planned import Doubt, Tense, planned

TODAY = dt.date(2026, 11, 28)  # a Saturday
EMPTY = ("", "")


def days(*words: str) -> tuple[dt.date, ...]:
    return tuple(dt.date.fromisoformat(word) for word in words)


@pytest.mark.parametrize(
    ("words", "day", "hours"),
    [
        ("mardi 8 décembre 13h30 à 15h30", "2026-12-08", ("13:30", "15:30")),
        ("mardi, le 8 déc., 13 h 30 à 15 h 30", "2026-12-08", ("13:30", "15:30")),
        ("mar. 8 à 13h30", "2026-12-08", ("13:30", "")),
        ("mer 9 dec 9h à midi", "2026-12-09", ("09:00", "12:00")),
        ("Tuesday December 8 1:30 pm to 3:30 pm", "2026-12-08", ("13:30", "15:30")),
        ("2026-12-08 13:30-15:30", "2026-12-08", ("13:30", "15:30")),
        ("le mardi 8 décembre 9h30-11", "2026-12-08", ("09:30", "11:00")),
        ("demain 9h30-11", "2026-11-29", ("09:30", "11:00")),
        ("mardi 8 décembre 9h30 à 11", "2026-12-08", ("09:30", "11:00")),
        ("mardi 8 décembre 13h-15", "2026-12-08", ("13:00", "15:00")),
        ("de 9h à 11 décembre", "2026-12-11", ("09:00", "")),
        ("demain 13h à 15h", "2026-11-29", ("13:00", "15:00")),
        ("mardi", "2026-12-01", EMPTY),
        ("samedi 13h", "2026-12-05", ("13:00", "")),
        ("samedi 28 novembre 13h", "2026-11-28", ("13:00", "")),
        ("le 12", "2026-12-12", EMPTY),
        ("12 janvier", "2027-01-12", EMPTY),
        ("1er décembre", "2026-12-01", EMPTY),
        ("10/02", "2027-02-10", EMPTY),
        ("mercredi 9 décembre à 3h du matin", "2026-12-09", ("03:00", "")),
    ],
)
def test_a_day_to_come_is_read(words: str, day: str, hours: tuple[str, str]) -> None:
    found = planned(words, TODAY)
    said = tuple(f"{hour:%H:%M}" if hour else "" for hour in (found.start, found.end))
    assert (found.doubt, found.day, said) == (None, dt.date.fromisoformat(day), hours)


@pytest.mark.parametrize(
    ("words", "doubt", "meant"),
    [
        ("mardi 12 13h30 à 15h30", Doubt.WEEKDAY, days("2026-12-12", "2026-12-15", "2027-01-12")),
        ("vendredi 8 décembre", Doubt.WEEKDAY, days("2026-12-08", "2026-12-11")),
        ("lundi 12 janvier", Doubt.WEEKDAY, days("2027-01-12", "2027-01-11")),
        ("Friday December 8 2026", Doubt.WEEKDAY, days("2026-12-08", "2026-12-11")),
        ("15 novembre", Doubt.PASSED, days("2026-12-15", "2027-11-15")),
        ("8 décembre 2025", Doubt.PASSED, days("2026-12-08")),
        ("15 janvier 2025", Doubt.PASSED, days("2027-01-15", "2026-12-15")),
        ("hier", Doubt.PASSED, ()),
        ("mardi passé", Doubt.PASSED, days("2026-12-01")),
        ("8 décembre 2062", Doubt.YEAR, days("2026-12-08")),
        ("8/12", Doubt.WHICH, days("2026-12-08", "2027-08-12")),
        ("31 novembre 13h à 14h", Doubt.UNREAD, ()),
        ("mardi 31 novembre", Doubt.UNREAD, ()),
        ("8 décembre 12", Doubt.UNREAD, ()),
        ("mardi 8 ou mercredi", Doubt.UNREAD, ()),
        ("mardi 8 décembre 13h à 14h à 15h", Doubt.UNREAD, ()),
        ("bientôt", Doubt.UNREAD, ()),
    ],
)
def test_what_does_not_agree_is_a_doubt(words: str, doubt: Doubt, meant: tuple[dt.date, ...]) -> None:
    found = planned(words, TODAY)
    assert (found.day, found.doubt, found.days) == (None, doubt, meant)


@pytest.mark.parametrize(
    ("words", "doubt", "start", "end"),
    [
        ("mercredi 9 dec. 3h à 5h", Doubt.NIGHT, "15:00", "17:00"),
        ("6h30 à 8h30", Doubt.NIGHT, "18:30", "20:30"),
        ("1:30 - 3:30", Doubt.NIGHT, "13:30", "15:30"),
        ("23h à 23h30", Doubt.NIGHT, "11:00", "23:30"),
        ("13h30 à 3h30", Doubt.BACKWARDS, "13:30", "15:30"),
    ],
)
def test_an_hour_of_the_night_is_a_doubt(words: str, doubt: Doubt, start: str, end: str) -> None:
    found = planned(words, TODAY, need_day=False)
    assert found.doubt is doubt
    assert found.hours[0] == (dt.time.fromisoformat(start), dt.time.fromisoformat(end))


@pytest.mark.parametrize(
    ("words", "tense", "day"),
    [
        ("1er octobre", Tense.PAST, "2026-10-01"),
        ("hier", Tense.PAST, "2026-11-27"),
        ("mardi", Tense.PAST, "2026-11-24"),
        ("aujourd'hui", Tense.PAST, "2026-11-28"),
        ("1er avril", Tense.FROM, "2027-04-01"),
        ("2020-01-01", Tense.FROM, "2020-01-01"),
        ("12 décembre", Tense.AROUND, "2026-12-12"),
        ("20 novembre", Tense.AROUND, "2026-11-20"),
    ],
)
def test_a_command_speaks_of_one_side_of_today(words: str, tense: Tense, day: str) -> None:
    assert planned(words, TODAY, tense).day == dt.date.fromisoformat(day)


@pytest.mark.parametrize("words", ["8 décembre", "demain", "2026-12-08"])
def test_what_has_not_come_is_no_past_day(words: str) -> None:
    assert planned(words, TODAY, Tense.PAST).doubt is Doubt.YET_TO_COME


@given(words=st.text(alphabet="0123456789 /-hàlemrdi.décbu:", max_size=30), tense=st.sampled_from(Tense))
def test_whatever_is_written_is_a_day_or_a_doubt_and_each_day_meant_may_be_written(words: str, tense: Tense) -> None:
    found = planned(words, TODAY, tense)
    assert (found.day is None) == (found.doubt not in (None, Doubt.NIGHT, Doubt.BACKWARDS))
    for day in found.days:
        assert planned(day.isoformat(), TODAY, tense).day == day or tense is Tense.PAST
