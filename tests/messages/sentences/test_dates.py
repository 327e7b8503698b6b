"""Dates and hours, as people here write them. Today is Friday, the 6th of February 2026."""

from __future__ import annotations

import datetime as dt

import pytest

from messages.sentences.dates import dates, weekday_after, weekday_before, when

TODAY = dt.date(2026, 2, 6)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def day(month: int, day_of_month: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, day_of_month)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10/02", day(2, 10)),
        ("10-02-2026", day(2, 10)),
        ("10/2/26", day(2, 10)),
        ("25/12", day(12, 25, 2025)),
        ("12/25", day(12, 25, 2025)),
        ("10 fev", day(2, 10)),
        ("10fev", day(2, 10)),
        ("10 FÉV.", day(2, 10)),
        ("10 fevier", day(2, 10)),
        ("le 10 de février", day(2, 10)),
        ("mardi 10 fev", day(2, 10)),
        ("mardi le 10", day(2, 10)),
        ("10 février 2027", day(2, 10, 2027)),
        ("1er mars", day(3, 1)),
        ("le premier mars", day(3, 1)),
        ("feb 10", day(2, 10)),
        ("February 10th, 2026", day(2, 10)),
        ("10 of february", day(2, 10)),
        ("10 de febrero", day(2, 10)),
        ("2026-12-08", day(12, 8)),
        ("2026-12-08T13:30", day(12, 8)),
        ("19 nov", day(11, 19, 2025)),
        ("oct 22", day(10, 22, 2025)),
        ("le 9", day(2, 9)),
        ("le 31", day(1, 31)),
        ("hier", day(2, 5)),
        ("avant-hier", day(2, 4)),
        ("demain", day(2, 7)),
        ("apres demain", day(2, 8)),
        ("aujourd'hui", TODAY),
        ("aujourdui", TODAY),
        ("tomorow", day(2, 7)),
        ("yesterday", day(2, 5)),
        ("le 10 garde 40", day(2, 10)),
        ("5 mars 7.50", day(3, 5)),
        ("29 fev 2028", day(2, 29, 2028)),
    ],
)
def test_a_date_is_the_nearest_one(text: str, expected: dt.date) -> None:
    assert [f.date for f in dates(text, TODAY)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12-13 mai", [day(5, 12), day(5, 13)]),
        ("12 et 13 mai", [day(5, 12), day(5, 13)]),
        ("12, 13 et 14 mai", [day(5, 12), day(5, 13), day(5, 14)]),
        ("du 12 au 14 mai", [day(5, 12), day(5, 13), day(5, 14)]),
        ("10 fev et 3 mars", [day(2, 10), day(3, 3)]),
        ("hier et demain", [day(2, 5), day(2, 7)]),
    ],
)
def test_several_dates_come_in_order(text: str, expected: list[dt.date]) -> None:
    assert [f.date for f in dates(text, TODAY)] == expected


@pytest.mark.parametrize(
    ("text", "weekday", "past"),
    [
        ("mardi", TUE, False),
        ("MARDI", TUE, False),
        ("mardi passé", TUE, True),
        ("mardi passer", TUE, True),
        ("mardi dernier", TUE, True),
        ("last tuesday", TUE, True),
        ("mardi prochain", TUE, False),
        ("mardu", TUE, False),
        ("mercredie", WED, False),
        ("vendrdi", FRI, False),
        ("samdi", SAT, False),
        ("wensday", WED, False),
        ("thurday", THU, False),
        ("dimanche matin", SUN, False),
        ("la rencontre de lundi", MON, False),
        ("mon meeting monday", MON, False),
    ],
)
def test_a_weekday_stays_a_weekday(text: str, weekday: int, past: bool) -> None:
    assert [(f.date, f.weekday, f.past) for f in dates(text, TODAY)] == [(None, weekday, past)]


@pytest.mark.parametrize(
    "text",
    ["", "le 9 logement", "le 3 oui le 5 non", "le 8h20", "le 40$", "31/02", "29 fev", "le 29 fev", "3 fois", "mai",
     "mars", "may", "mon bus", "marde", "merci", "le monde", "1/2 journee", "24/7", "819 555-0142", "9999-99-99",
     "fevrier 7.50"],
)  # fmt: skip
def test_what_is_no_date_or_does_not_exist_is_none(text: str) -> None:
    assert [f.date for f in dates(text, TODAY) if f.date or f.weekday is not None] == []


@pytest.mark.parametrize(("text", "ambiguous"), [("10/02", True), ("25/12", False), ("5/5", False), ("10 fev", False)])
def test_two_figures_that_could_be_another_day_are_said_ambiguous(text: str, ambiguous: bool) -> None:
    assert [f.ambiguous for f in dates(text, TODAY)] == [ambiguous]


def test_someone_who_plans_means_a_day_to_come() -> None:
    assert [f.date for f in dates("19 nov", TODAY, ahead=True)] == [day(11, 19)]
    assert [f.date for f in dates("5/02", TODAY, ahead=True)] == [day(2, 5, 2027)]
    assert [f.date for f in dates("mardi 10", TODAY, ahead=True)] == [day(2, 10)]
    # The 11th is no Tuesday: only the weekday is sure.
    assert [(f.date, f.weekday) for f in dates("mardi 11", TODAY, ahead=True)] == [(None, TUE)]


def test_the_place_is_the_one_of_the_words() -> None:
    text = "bus 7,50 mardi passé et 12-13 mai"
    assert [text[f.start : f.end] for f in dates(text, TODAY)] == ["mardi", "12-13 mai", "12-13 mai"]


def test_a_weekday_before_and_after_may_be_today() -> None:
    assert weekday_before(TODAY, FRI) == weekday_after(TODAY, FRI) == TODAY
    assert weekday_before(TODAY, TUE) == day(2, 3)
    assert weekday_after(TODAY, TUE) == day(2, 10)


WHEN: list[tuple[str, dt.date | None, str, str]] = [
    ("mardi 10 fév. 13h30 à 15h30", day(2, 10), "13:30", "15:30"),
    ("2026-12-08 13:30-15:30", day(12, 8), "13:30", "15:30"),
    ("8 déc 13 h 30", day(12, 8), "13:30", ""),
    ("demain 18h30 à 20h", day(2, 7), "18:30", "20:00"),
    ("jeudi 9h à midi", day(2, 12), "09:00", "12:00"),
    ("9 à 12h jeudi", day(2, 12), "09:00", "12:00"),
    ("10/02 9-12h", day(2, 10), "09:00", "12:00"),
    ("le 10 à 13h30", day(2, 10), "13:30", ""),
    ("mardi 10 à 13h30", day(2, 10), "13:30", ""),
    ("vendredi 9h", day(2, 13), "09:00", ""),
    ("17h-20h 18 mars", day(3, 18), "17:00", "20:00"),
    ("12 et 13 mai, 9h à midi", day(5, 12), "09:00", "12:00"),
    ("10 février 2026, de 13 h 30 à 15 h 30", day(2, 10), "13:30", "15:30"),
    ("2026-02-10T13:30", day(2, 10), "13:30", ""),
    ("feb 10 1:30-3:30 pm", day(2, 10), "13:30", "15:30"),
    ("feb 10 10 am to 3 pm", day(2, 10), "10:00", "15:00"),
    ("feb 10, 10 to 3 pm", day(2, 10), "10:00", "15:00"),
    ("tuesday from 1 to 3 pm", day(2, 10), "13:00", "15:00"),
    ("tuesday 9:30am", day(2, 10), "09:30", ""),
    ("tomorrow noon", day(2, 7), "12:00", ""),
    ("demain apres-midi", day(2, 7), "", ""),
    ("mardi 13 heures", day(2, 10), "13:00", ""),
    ("13h30", None, "13:30", ""),
    ("12:30 am", None, "00:30", ""),
    ("minuit", None, "00:00", ""),
    ("25h", None, "", ""),
    ("13h75", None, "", ""),
    ("on verra", None, "", ""),
    ("", None, "", ""),
]


@pytest.mark.parametrize(("text", "expected", "start", "end"), WHEN)
def test_a_coordinator_plans_a_day_a_start_and_an_end(
    text: str, expected: dt.date | None, start: str, end: str
) -> None:
    found = when(text, TODAY)
    said = [f"{time:%H:%M}" if time else "" for time in (found.start, found.end)]
    assert (found.day, *said) == (expected, start, end)
