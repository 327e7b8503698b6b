"""What a line pays, which state follows which: tables of cases, and what must hold whatever the amounts."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.claims import rules
from db.claims.rules import FIRST_RATES, GONE, MOVES, ClaimState, LineKind, RateOf, priced, rate_on

JANUARY, APRIL = dt.date(2026, 1, 1), dt.date(2026, 4, 1)
RATES = [RateOf(kind, JANUARY, cents, most, receipt) for kind, cents, most, receipt in FIRST_RATES]


def of(kind: LineKind) -> RateOf | None:
    return rate_on(RATES, kind, JANUARY)


@pytest.mark.parametrize(
    ("kind", "quantity", "paid", "meetings", "cents", "limit"),
    [
        (LineKind.PARTICIPATION, 1, None, 1, 5500, None),
        (LineKind.PARTICIPATION, 2, None, 1, 11000, None),
        (LineKind.REMOTE, 1, None, 1, 2000, None),
        (LineKind.TRANSPORT_KM, 34, None, 1, 1700, None),
        (LineKind.TRANSPORT_FARE, 1, 750, 1, 750, None),
        (LineKind.MEAL, 1, None, 1, 2000, None),
        (LineKind.MEAL, 3, 3600, 1, 3600, None),
        (LineKind.MEAL, 1, 2600, 1, 2600, 2000),
        (LineKind.CHILDCARE, 1, 6000, 1, 6000, None),
        (LineKind.CHILDCARE, 1, 6001, 1, 6001, 6000),
        (LineKind.CHILDCARE, 1, 8000, 2, 8000, None),
        (LineKind.OTHER, 1, 600, 1, 600, None),
    ],
)
def test_a_line_at_the_rates_of_the_table(
    kind: LineKind, quantity: int, paid: int | None, meetings: int, cents: int, limit: int | None
) -> None:
    line = priced(kind, of(kind), quantity=quantity, paid=paid, meetings=meetings)
    assert line is not None
    assert (line.cents, line.limit_cents) == (cents, limit)
    assert line.exception is (limit is not None)


@pytest.mark.parametrize(
    ("kind", "quantity", "paid"),
    [
        (LineKind.PARTICIPATION, 0, None),
        (LineKind.TRANSPORT_FARE, 1, 0),
        (LineKind.CHILDCARE, 1, None),  # at the price paid, and no price
    ],
)
def test_nothing_due_is_no_line(kind: LineKind, quantity: int, paid: int | None) -> None:
    assert priced(kind, of(kind), quantity=quantity, paid=paid) is None


def test_without_any_rate_only_a_price_paid_makes_a_line() -> None:
    assert priced(LineKind.PARTICIPATION, None, quantity=1) is None
    line = priced(LineKind.OTHER, None, paid=600)
    assert line is not None
    assert (line.cents, line.exception) == (600, False)


def test_what_the_table_does_not_foresee_is_an_exception_without_a_limit() -> None:
    line = priced(LineKind.TRANSPORT_FARE, of(LineKind.TRANSPORT_FARE), paid=2200, beyond=True)
    assert line is not None
    assert (line.cents, line.asked_cents, line.limit_cents) == (2200, 2200, None)


@pytest.mark.parametrize(("quantity", "paid"), [(-1, None), (1, -750)])
def test_a_claim_is_never_negative(quantity: int, paid: int | None) -> None:
    with pytest.raises(ValueError, match="negative"):
        priced(LineKind.TRANSPORT_KM, of(LineKind.TRANSPORT_KM), quantity=quantity, paid=paid)


@pytest.mark.parametrize(
    ("day", "cents"),
    [
        (dt.date(2025, 12, 31), None),
        (JANUARY, 5500),
        (dt.date(2026, 3, 31), 5500),
        (APRIL, 6000),
        (dt.date(2030, 1, 1), 6000),
    ],
)
def test_the_rate_is_that_of_the_day_of_the_activity(day: dt.date, cents: int | None) -> None:
    rates = [
        RateOf(LineKind.PARTICIPATION, APRIL, 6000),
        RateOf(LineKind.PARTICIPATION, JANUARY, 5500),
        RateOf(LineKind.MEAL, APRIL, 2000),
    ]
    found = rate_on(rates, LineKind.PARTICIPATION, day)
    assert (found.cents if found else None) == cents


@pytest.mark.parametrize(
    ("start", "end", "halves"),
    [
        ("13:30", "15:30", 1),
        ("09:00", "12:00", 1),
        ("17:00", "20:00", 1),
        ("09:00", "13:00", 1),
        ("09:00", "13:01", 2),
        ("09:00", "16:00", 2),
        ("22:00", "01:00", 1),
    ],
)
def test_how_many_half_days_the_hours_make(start: str, end: str, halves: int) -> None:
    assert rules.half_days(dt.time.fromisoformat(start), dt.time.fromisoformat(end)) == halves


@pytest.mark.parametrize(
    ("cents", "halves"), [(5500, 1), (11000, 2), (16500, None), (6000, None), (0, None), (-5500, None)]
)
def test_an_amount_alone_is_a_whole_number_of_half_days_or_nothing(cents: int, halves: int | None) -> None:
    assert rules.halves_paid(cents, 5500) == halves


@pytest.mark.parametrize(("value", "whole"), [(12, 12), (12.4, 12), (12.5, 13), ("0.5", 1), (33.49, 33)])
def test_half_a_kilometre_counts_for_one(value: float | str, whole: int) -> None:
    assert rules.whole_kilometres(value) == whole


def test_money_leaves_once_and_nothing_follows_but_its_receipt() -> None:
    assert MOVES[ClaimState.PAID] == {ClaimState.RECEIVED}
    assert all(ClaimState.PAID not in moves for state, moves in MOVES.items() if state is not ClaimState.APPROVED)
    assert set(MOVES) == set(ClaimState)
    assert not GONE & {ClaimState.PAID, ClaimState.RECEIVED}


amounts = st.integers(min_value=0, max_value=rules.MOST_CENTS)
lines = st.lists(
    st.builds(
        lambda kind, quantity, paid, meetings: priced(kind, of(kind), quantity=quantity, paid=paid, meetings=meetings),
        st.sampled_from(LineKind),
        st.integers(min_value=0, max_value=1500),
        st.one_of(st.none(), amounts),
        st.integers(min_value=1, max_value=3),
    ),
    max_size=8,
).map(lambda found: [line for line in found if line is not None])


@given(lines)
def test_the_total_is_the_sum_of_lines_that_are_all_above_nothing(found: list[rules.LineOf]) -> None:
    assert rules.total(found) == sum(line.cents for line in found)
    assert all(line.cents > 0 for line in found)
    assert all(isinstance(line.cents, int) for line in found)


@given(lines)
def test_pay_and_expenses_are_told_apart_and_lose_nothing(found: list[rules.LineOf]) -> None:
    compensation, expenses = rules.split((line.kind, line.cents) for line in found)
    assert compensation + expenses == rules.total(found)
    assert min(compensation, expenses) >= 0


@given(lines)
def test_an_exception_is_exactly_what_goes_beyond_the_table(found: list[rules.LineOf]) -> None:
    for line in found:
        assert line.exception == (line.limit_cents is not None)
        if line.limit_cents is not None:
            assert line.cents > line.limit_cents


@given(lines, st.randoms())
def test_the_same_lines_in_another_order_are_the_same_claim(found: list[rules.LineOf], random: object) -> None:
    written = [(line.kind, line.cents) for line in found]
    shuffled = list(written)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rules.same_lines(written, shuffled)
    assert not rules.same_lines(written, [*written, (LineKind.OTHER, 1)])


@given(st.lists(st.dates(dt.date(2024, 1, 1), dt.date(2027, 1, 1)), unique=True, min_size=1), st.dates())
def test_the_rate_in_force_began_by_the_day_and_none_began_since(starts: list[dt.date], day: dt.date) -> None:
    rates = [RateOf(LineKind.MEAL, start, 100) for start in starts]
    found = rate_on(rates, LineKind.MEAL, day)
    begun = [start for start in starts if start <= day]
    assert (found.from_date if found else None) == (max(begun) if begun else None)
