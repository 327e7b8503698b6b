"""The fiscal year, the cut, and the one writing of a report."""

from __future__ import annotations

import datetime as dt

import pytest

from db.report.canonical import canonical, fingerprint
from db.report.period import Cut, FiscalYear

UTC = dt.UTC


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (dt.date(2026, 3, 31), 2025),
        (dt.date(2026, 4, 1), 2026),
        (dt.date(2026, 12, 31), 2026),
        (dt.date(2027, 1, 1), 2026),
        (dt.date(2027, 3, 31), 2026),
        (dt.date(2027, 4, 1), 2027),
        (dt.date(2028, 2, 29), 2027),
    ],
)
def test_the_year_of_a_day(day: dt.date, year: int) -> None:
    assert FiscalYear.of(day) == FiscalYear(year)
    assert day in FiscalYear(year)
    assert day not in FiscalYear(year + 1)


def test_a_year_ends_the_day_before_the_next_begins() -> None:
    year = FiscalYear(2027)
    assert (year.first_day, year.last_day, str(year)) == (dt.date(2027, 4, 1), dt.date(2028, 3, 31), "2027-2028")


def test_the_usual_cut_is_the_15_may_that_follows_at_nine() -> None:
    assert Cut.usual(FiscalYear(2026), "America/Toronto").at == dt.datetime(2027, 5, 15, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "known"),
    [
        (None, False),
        (dt.date(2027, 5, 15), True),
        (dt.date(2027, 5, 16), False),
        (dt.datetime(2027, 5, 15, 12, 59, tzinfo=UTC), True),
        (dt.datetime(2027, 5, 15, 13, 0, tzinfo=UTC), True),
        (dt.datetime(2027, 5, 15, 13, 1, tzinfo=UTC), False),
    ],
)
def test_what_the_cut_knows(when: dt.date | dt.datetime | None, known: bool) -> None:
    assert Cut.usual(FiscalYear(2026), "America/Toronto").knows(when) is known


def test_a_cut_just_after_midnight_in_utc_is_still_the_day_before_in_the_region() -> None:
    assert Cut(dt.datetime(2027, 5, 16, 3, tzinfo=UTC), "America/Toronto").day == dt.date(2027, 5, 15)


def test_the_writing_is_sorted_compact_and_keeps_its_letters() -> None:
    assert canonical({"b": [1, {"d": None, "c": "é"}], "a": True}) == '{"a":true,"b":[1,{"c":"é","d":null}]}'


@pytest.mark.parametrize("value", [1.5, dt.date(2027, 5, 15), {1: "a"}, (1, 2), b"a"])
def test_what_has_two_writings_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical({"a": [value]})


def test_the_fingerprint_does_not_depend_on_the_order_of_names() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({"a": 1}) == "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"
