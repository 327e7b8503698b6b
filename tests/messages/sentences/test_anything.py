"""Whatever is sent, reading amounts, dates, hours and short answers never fails, and stays within the text."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from messages.reading.answered import amount, written_out
from messages.sentences import letters
from messages.sentences.dates import dates, when
from messages.sentences.plain import plain, plain_places

FIRST_DAY, LAST_DAY = dt.date(2020, 1, 1), dt.date(2040, 12, 31)
DAYS = st.dates(FIRST_DAY, LAST_DAY)
BITS = """7,50 7.50 $ 40$ 7$50 -5 x 3 × 12 1 200 soixante piasses et cinq cennes 10/02 31/02 29 fev le 9 12-13 mai mardi
passé demain hier 13h30 13 h 30 25h 8:20 pm à midi 2026-12-08 0000-00-00 99/99 A oui B 2 (a) 1. ½ ² œ É ﬁ \u0663
\u200b \u202e 😀 e\u0301 819 555-0142 1000000 % km"""
HEAPS = st.lists(st.sampled_from(BITS.split()), max_size=20).flatmap(
    lambda bits: st.sampled_from([" ", "", ", ", "\n"]).map(lambda between: between.join(bits))
)
ANYTHING = st.one_of(st.text(max_size=300), HEAPS)


@given(ANYTHING)
def test_a_short_answer_is_a_sum_or_none(text: str) -> None:
    cents = amount(text)
    assert cents is None or cents >= 0
    assert isinstance(written_out(text), str)


@given(st.integers(0, 99_999), st.integers(0, 99), st.sampled_from(["{},{:02}", "{}.{:02}$", "${}.{:02}", "{}${:02}"]))
def test_an_amount_written_any_way_is_the_same(dollars: int, cents: int, shape: str) -> None:
    assert amount(shape.format(dollars, cents)) == dollars * 100 + cents


@given(ANYTHING, DAYS, st.booleans())
def test_every_date_stands_in_the_text_and_is_a_day_or_a_weekday(text: str, today: dt.date, ahead: bool) -> None:
    for found in dates(text, today, ahead=ahead):
        assert 0 <= found.start < found.end <= len(plain(text))
        assert (found.date is None) != (found.weekday is None)


@given(DAYS, DAYS, st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "le %d/%m/%y", "%d-%m-%Y"]))
def test_a_whole_date_is_that_day_whatever_today_is(day: dt.date, today: dt.date, shape: str) -> None:
    assert [f.date for f in dates(day.strftime(shape), today)] == [day]


@given(DAYS, DAYS)
def test_someone_who_plans_never_means_the_past(today: dt.date, day: dt.date) -> None:
    found = dates(f"{day.day}/{day.month:02}", today, ahead=True)
    assert all(f.date is None or f.date >= today for f in found)


@given(ANYTHING, DAYS)
def test_a_plan_has_a_start_when_it_has_an_end(text: str, today: dt.date) -> None:
    found = when(text, today)
    assert found.end is None or found.start is not None


@given(DAYS, st.times().map(lambda t: t.replace(second=0, microsecond=0)), DAYS)
def test_a_full_plan_is_read_exactly(day: dt.date, start: dt.time, today: dt.date) -> None:
    found = when(f"{day.isoformat()} {start:%H}h{start:%M}", today)
    assert (found.day, found.start, found.end) == (day, start, None)


@given(ANYTHING, st.lists(st.sampled_from("ABCDEFGH"), max_size=8, unique=True))
def test_answers_go_only_to_open_letters_each_once(text: str, open_letters: list[str]) -> None:
    pairs = letters.answers(text, open_letters)
    assert [letter for letter, _ in pairs] == [*dict.fromkeys(letter for letter, _ in pairs)]
    assert all(letter in open_letters and words.strip() for letter, words in pairs)


@given(ANYTHING)
def test_a_digit_or_the_end_is_read_without_failing(text: str) -> None:
    found = letters.digit(text)
    assert found is None or 0 <= found <= 99
    assert letters.ends(text) in (True, False)


@given(st.text(max_size=200))
def test_plain_text_knows_where_each_letter_came_from(text: str) -> None:
    folded, places = plain_places(text)
    assert folded == plain(text)
    assert len(places) == len(folded) + 1
    assert places == sorted(places)
    assert places[-1] == len(text)
