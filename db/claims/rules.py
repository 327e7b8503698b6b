"""The rules of claims: what a line pays by the rates of a day, which state may follow which. Money is integer cents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum


class ClaimState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    REFUSED = "refused"
    PAID = "paid"
    RECEIVED = "received"
    CANCELLED = "cancelled"


class LineKind(StrEnum):
    PARTICIPATION = "participation"  # per half-day
    REMOTE = "remote"  # per remote participation
    TRANSPORT_KM = "transport_km"  # per kilometre
    TRANSPORT_FARE = "transport_fare"  # at the price paid
    MEAL = "meal"
    CHILDCARE = "childcare"
    OTHER = "other"


class Mode(StrEnum):
    """How a claim is paid."""

    TRANSFER = "transfer"
    CHEQUE = "cheque"
    CASH = "cash"
    GIFT_CARD = "gift_card"


class Payee(StrEnum):
    """For whom a claim is, and a table of rates. An organisation is never counted among people."""

    PERSON = "person"
    ORGANISATION = "organisation"


MOVES: dict[ClaimState, frozenset[ClaimState]] = {
    ClaimState.DRAFT: frozenset({ClaimState.SUBMITTED, ClaimState.CANCELLED}),
    ClaimState.SUBMITTED: frozenset(
        {ClaimState.APPROVED, ClaimState.RETURNED, ClaimState.REFUSED, ClaimState.CANCELLED}
    ),
    ClaimState.RETURNED: frozenset({ClaimState.SUBMITTED, ClaimState.REFUSED, ClaimState.CANCELLED}),
    # An approval may be taken back until the money has left.
    ClaimState.APPROVED: frozenset({ClaimState.PAID, ClaimState.RETURNED, ClaimState.SUBMITTED}),
    ClaimState.REFUSED: frozenset({ClaimState.SUBMITTED}),
    ClaimState.PAID: frozenset({ClaimState.RECEIVED}),
    ClaimState.RECEIVED: frozenset(),
    # Its author put it back; what was decided meanwhile is decided on what it says.
    ClaimState.CANCELLED: frozenset({ClaimState.SUBMITTED}),
}
# A claim in one of these no longer counts: the same may be asked again.
GONE = frozenset({ClaimState.REFUSED, ClaimState.CANCELLED})
# Nothing was decided of these: their author may still add to them, put them right, or withdraw them.
UNDECIDED = (ClaimState.SUBMITTED, ClaimState.RETURNED)
# What is pay for someone's time, apart from what they spent to be there: never added up together for a household.
COMPENSATION = frozenset({LineKind.PARTICIPATION, LineKind.REMOTE})

HALF_DAY = dt.timedelta(hours=4)  # a meeting longer than this is a day
MOST_HALF_DAYS = 2
MOST_KILOMETRES = 1500
MOST_CENTS = 100_000  # of one line


@dataclass(frozen=True, slots=True)
class RateOf:
    """What a kind pays from a date on. `cents` None: the price paid, up to `max_cents` a meeting when there is one."""

    kind: LineKind
    from_date: dt.date
    cents: int | None = None
    max_cents: int | None = None
    receipt: bool = False
    id: int | None = None


@dataclass(frozen=True, slots=True)
class LineOf:
    """A line of a claim. `asked_cents` is set when it goes beyond the table: an exception a human decides."""

    kind: LineKind
    quantity: int
    cents: int
    asked_cents: int | None = None
    limit_cents: int | None = None
    rate_id: int | None = None
    day: dt.date | None = None
    note: str = ""

    @property
    def exception(self) -> bool:
        return self.asked_cents is not None


def may_become(state: ClaimState, wanted: ClaimState) -> bool:
    return wanted in MOVES[state]


def rate_on(rates: Iterable[RateOf], kind: LineKind, day: dt.date) -> RateOf | None:
    """The rate in force on a day: the latest that began by then."""
    begun = [rate for rate in rates if rate.kind is kind and rate.from_date <= day]
    return max(begun, key=lambda rate: rate.from_date, default=None)


def half_days(start: dt.time, end: dt.time) -> int:
    """How many half-days a meeting of these hours is: 1 up to four hours, else 2. It may end past midnight."""
    began, ended = (dt.timedelta(hours=t.hour, minutes=t.minute) for t in (start, end))
    lasted = ended - began if ended > began else ended - began + dt.timedelta(days=1)
    return 1 if lasted <= HALF_DAY else MOST_HALF_DAYS


def kilometres(value: float | Decimal | str) -> float:
    """As they were said: 12.3 stays 12.3, and is paid as such. A number of them is whole when it was said so."""
    return float(Decimal(str(value)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


def whole_kilometres(value: float | Decimal | str) -> int:
    """The whole number that a line is counted for; half a kilometre counts for one."""
    return int(Decimal(str(value)).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def kilometres_of(quantity: int, note: str) -> float:
    """The kilometres of a line: its note has them when they are not whole."""
    exact = note.replace(".", "", 1)
    return float(note) if exact.isascii() and exact.isdigit() else float(quantity)


def priced(
    kind: LineKind,
    rate: RateOf | None,
    *,
    quantity: float = 1,
    paid: int | None = None,
    meetings: int = 1,
    day: dt.date | None = None,
    note: str = "",
    beyond: bool = False,
) -> LineOf | None:
    """A line at the rate of its day, or at the price `paid`. None when nothing is due.

    More than the table allows stays as it was asked, marked as an exception. `beyond` marks one that the table does not
    foresee at all (a taxi). Raises ValueError for a negative amount or quantity.
    """
    if quantity < 0 or (paid is not None and paid < 0):
        raise ValueError("a claim is never negative")
    if quantity == 0 or paid == 0:
        return None
    limit = _limit(rate, quantity, meetings)
    cents = paid if paid is not None else limit if rate is not None and rate.cents is not None else None
    if not cents:
        return None
    exceeds = beyond or (limit is not None and cents > limit)
    return LineOf(
        kind,
        whole_kilometres(quantity),
        cents,
        asked_cents=cents if exceeds else None,
        limit_cents=limit if exceeds else None,
        rate_id=rate.id if rate else None,
        day=day,
        note=note or (str(quantity) if quantity != int(quantity) else ""),
    )


def _limit(rate: RateOf | None, quantity: float, meetings: int) -> int | None:
    """The most the table pays, in cents; None when it says nothing (the price paid)."""
    if rate is None:
        return None
    if rate.cents is not None:
        return whole_cents(rate.cents, quantity)
    return rate.max_cents * meetings if rate.max_cents is not None else None


def whole_cents(cents: int, quantity: float) -> int:
    return int((cents * Decimal(str(quantity))).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def total(lines: Iterable[LineOf]) -> int:
    return sum(line.cents for line in lines)


def split(lines: Iterable[tuple[LineKind, int]]) -> tuple[int, int]:
    """(compensation, expenses paid back), in cents: two things that are declared apart."""
    kept = list(lines)
    compensation = sum(cents for kind, cents in kept if kind in COMPENSATION)
    return compensation, sum(cents for _, cents in kept) - compensation


def same_lines(some: Sequence[tuple[LineKind, int]], others: Sequence[tuple[LineKind, int]]) -> bool:
    """The same kinds and amounts, in any order: the same claim written twice."""
    return sorted(some) == sorted(others)


def halves_paid(cents: int, rate_cents: int) -> int | None:
    """ "110" said alone, when a half-day pays 55: two half-days. None when it is no whole number of them."""
    if rate_cents <= 0 or cents <= 0 or cents % rate_cents:
        return None
    count = cents // rate_cents
    return count if count <= MOST_HALF_DAYS else None


# Fictional amounts, to begin with: a region sets its own.
FIRST_RATES: tuple[tuple[LineKind, int | None, int | None, bool], ...] = (
    (LineKind.PARTICIPATION, 5500, None, False),
    (LineKind.REMOTE, 2000, None, False),
    (LineKind.TRANSPORT_KM, 50, None, False),
    (LineKind.TRANSPORT_FARE, None, None, False),
    (LineKind.MEAL, 2000, None, False),
    (LineKind.CHILDCARE, None, 6000, False),
    (LineKind.OTHER, None, None, True),
)
