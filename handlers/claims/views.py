"""What coordinators see of claims: what waits to be decided, paid or confirmed; one claim; the payments made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from db.claims import looks, rules
from db.claims.payees import name_column, name_of
from db.claims.questions import UsualMode, lines_of, rates_on, usual_modes, wished_modes
from db.claims.rules import COMPENSATION, ClaimState, RateOf
from db.claims.tables import Claim, ClaimLine, Payment
from db.labels import by_name
from db.meetings.tables import Meeting
from db.organisations import Roundtable
from db.people import Person
from handlers.acting import Acting, Picture
from handlers.claims import draft
from handlers.claims.decisions import shown_row, warnings_of, warnings_of_claims
from handlers.claims.rates import shown_rates
from handlers.claims.receipts import receipts_of
from handlers.claims.written_down import entered_by
from handlers.things import CLAIM, PAYMENT
from handlers.view import PAGE, Harm, Rows, Waiting, view, view_on
from messages import Money, Text, text

MOST_SHOWN = 500
OPEN = (ClaimState.SUBMITTED, ClaimState.RETURNED, ClaimState.APPROVED)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list. `look`: what deserves a second look; `own`: whoever looks does not decide it."""

    number: int
    name: str
    day: dt.date
    total: Money
    state: ClaimState
    look: Sequence[Text]
    waited: int  # days
    own: bool
    person: int
    usual: Text | None = None  # how they would rather be paid, else were the last time, and which of the two


@dataclass(frozen=True, slots=True)
class ClaimsBoard:
    """The three lists, and what the second would pay: pay and expenses paid back, apart."""

    to_decide: Sequence[ClaimRow]
    returned: Sequence[ClaimRow]
    to_pay: Sequence[ClaimRow]
    to_confirm: Sequence[ClaimRow]
    compensation: Money
    expenses: Money

    @property
    def people(self) -> set[int]:
        rows = (*self.to_decide, *self.returned, *self.to_pay, *self.to_confirm)
        return {row.person for row in rows}

    @staticmethod
    def total(rows: Sequence[ClaimRow]) -> Money:
        return Money(sum(row.total.cents for row in rows))


@dataclass(frozen=True, slots=True)
class ClaimLineShown:
    """One line: what is paid, what the table pays when it was more."""

    words: Text
    amount: Money
    table: Money | None


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """One claim whole. `moves`: the states that it may take now."""

    claim: Claim
    name: str
    activity: Text
    lines: Sequence[ClaimLineShown]
    compensation: Money
    expenses: Money
    look: Sequence[Text]
    pictures: Sequence[Picture]
    missing: Sequence[Text]
    own: bool
    payment: Payment | None
    decided_by: str
    entered_by: Text | None  # by whom it was written down for the person, when it was

    def may_become(self, state: str) -> bool:
        return rules.may_become(self.claim.state, ClaimState(state))


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A batch paid together."""

    payment: Payment
    claims: int
    total: Money


@view("claims.board", shows=lambda board: board.people)
async def claims_board(acting: Acting) -> ClaimsBoard:
    """What is to decide, to hear about, to pay, and to be confirmed by the person; the oldest first."""
    waiting = await _claims(acting, Claim.state.in_(OPEN), Claim.submitted_at, Claim.number)
    paid = await _claims(acting, Claim.state == ClaimState.PAID, Claim.number.desc(), most=PAGE)
    look = await warnings_of_claims(acting.session, [claim for claim, _ in waiting])
    claims = [*waiting, *paid]
    modes = await usual_modes(acting.session, {claim.person_id for claim, _ in waiting})
    said = {person: _mode_said(usual) for person, usual in modes.items()}
    rows = [_row(acting, claim, name, look.get(claim.id, []), said.get(claim.person_id)) for claim, name in claims]

    def of(state: ClaimState) -> list[ClaimRow]:
        return [row for row in rows if row.state is state]

    compensation, expenses = await _split(acting)
    return ClaimsBoard(
        of(ClaimState.SUBMITTED),
        of(ClaimState.RETURNED),
        of(ClaimState.APPROVED),
        of(ClaimState.PAID),
        compensation,
        expenses,
    )


async def _claims(
    acting: Acting, state: ColumnElement[bool], *order: Any, most: int = MOST_SHOWN
) -> list[tuple[Claim, str]]:
    """Claims in a state, each with its person's name."""
    found = await acting.session.execute(
        select(Claim, name_column())
        .join(Person, Person.id == Claim.person_id)
        .where(CLAIM.seen_by(acting), state)
        .order_by(*order)
        .limit(most)
    )
    return [(claim, name) for claim, name in found]


def _mode_said(usual: UsualMode) -> Text:
    named = text(f"claims-mode-{usual.mode.value.replace('_', '-')}")
    return text("console-wishes" if usual.wished else "console-paid-last-time", mode=named)


def _row(acting: Acting, claim: Claim, name: str, look: Sequence[Text], usual: Text | None) -> ClaimRow:
    waited = (acting.today - acting.installation.today(claim.submitted_at)).days
    own = claim.person_id == acting.actor.person_id
    total = Money(claim.total_cents)
    person = claim.person_id
    return ClaimRow(claim.number, name, claim.activity_date, total, claim.state, look, waited, own, person, usual)


async def _split(acting: Acting) -> tuple[Money, Money]:
    pay = func.sum(case((ClaimLine.kind.in_(list(COMPENSATION)), ClaimLine.cents), else_=0))
    row = (
        await acting.session.execute(
            select(pay, func.sum(ClaimLine.cents))
            .join(Claim, Claim.id == ClaimLine.claim_id)
            .where(CLAIM.seen_by(acting), Claim.state == ClaimState.APPROVED)
        )
    ).one()
    compensation, whole = int(row[0] or 0), int(row[1] or 0)
    return Money(compensation), Money(whole - compensation)


@view_on(CLAIM, "claims.whole")
async def claim_shown(acting: Acting, claim: Claim) -> ClaimShown:
    """Its lines beside the table's prices, its receipts, what was asked and answered. Nothing else of the person."""
    person = await acting.session.get_one(Person, claim.person_id)
    rows = await lines_of(acting.session, claim.id)
    compensation, expenses = rules.split((row.kind, row.cents) for row in rows)
    pictures, missing = await receipts_of(
        acting.session, claim, person, [(row, draft.shown_line(draft.line_of(row))) for row in rows]
    )
    decider = await acting.session.get(Person, claim.decided_by) if claim.decided_by else None
    return ClaimShown(
        claim,
        await name_of(acting.session, claim),
        await _activity(acting, claim),
        [_line(row) for row in rows],
        Money(compensation),
        Money(expenses),
        await warnings_of(acting.session, claim),
        pictures,
        missing,
        claim.person_id == acting.actor.person_id,
        await acting.session.get(Payment, claim.payment_id) if claim.payment_id else None,
        decider.name if decider else "",
        await entered_by(acting, claim),
    )


def _line(row: ClaimLine) -> ClaimLineShown:
    """Pay is pay: whether someone sat at the table or took part from afar is not said here."""
    words = text("claims-desk-allowance") if row.kind in COMPENSATION else shown_row(row)
    limit = Money(row.limit_cents) if row.limit_cents is not None else None
    return ClaimLineShown(words, Money(row.cents), limit)


async def _activity(acting: Acting, claim: Claim) -> Text:
    name = claim.note
    if claim.meeting_id is not None:
        meeting = await acting.session.get_one(Meeting, claim.meeting_id)
        name = (await acting.session.get_one(Roundtable, meeting.roundtable_id)).name
    return text("claims-occasion", name=name, date=claim.activity_date)


@view("claims.payments")
async def payment_rows(acting: Acting, *, offset: int = 0) -> Rows[PaymentRow]:
    """The payments made, the latest first."""
    found = await acting.session.execute(
        select(Payment, func.count(Claim.id), func.coalesce(func.sum(Claim.total_cents), 0))
        .outerjoin(Claim, Claim.payment_id == Payment.id)
        .where(PAYMENT.seen_by(acting))
        .group_by(Payment.id)
        .order_by(Payment.id.desc())
        .offset(offset)
        .limit(PAGE + 1)
    )
    return Rows.of([PaymentRow(payment, number, Money(cents)) for payment, number, cents in found], offset)


@dataclass(frozen=True, slots=True)
class PaidRow:
    """One claim of a payment, for the list that the treasurer signs."""

    number: int
    name: str
    compensation: Money
    expenses: Money
    total: Money
    received: bool
    wish: Text | None  # another mode than this payment's, when they would rather have it


def paid_in_all(rows: Sequence[PaidRow]) -> dict[str, Money]:
    """What a payment comes to: pay, expenses, both."""
    return {
        name: Money(sum(getattr(row, name).cents for row in rows)) for name in ("compensation", "expenses", "total")
    }


@view_on(PAYMENT, "claims.payment")
async def payment_shown(acting: Acting, payment: Payment) -> tuple[Payment, list[PaidRow]]:
    """Who was paid what in one batch: names and amounts, no reason."""
    rows = await acting.session.execute(
        select(Claim, name_column())
        .join(Person, Person.id == Claim.person_id)
        .where(Claim.payment_id == payment.id)
        .order_by(by_name(name_column()), Claim.number)
    )
    claims = [(claim, name) for claim, name in rows]
    lines = await looks.lines_of_claims(acting.session, [claim.id for claim, _ in claims])
    wished = await wished_modes(acting.session, [claim.person_id for claim, _ in claims])
    others = {
        person: text("console-wishes", mode=text(f"claims-mode-{mode.value.replace('_', '-')}"))
        for person, mode in wished.items()
        if mode is not payment.mode
    }
    return payment, [_paid(claim, name, lines[claim.id], others.get(claim.person_id)) for claim, name in claims]


def _paid(claim: Claim, name: str, lines: Sequence[ClaimLine], wish: Text | None) -> PaidRow:
    compensation, expenses = rules.split((line.kind, line.cents) for line in lines)
    total, received = Money(claim.total_cents), claim.state is ClaimState.RECEIVED
    return PaidRow(claim.number, name, Money(compensation), Money(expenses), total, received, wish)


@view("claims.table")
async def rates_shown(acting: Acting) -> tuple[list[RateOf], list[Text]]:
    """The table of rates of today, as people read it."""
    rates = await rates_on(acting.session, acting.organisation_id, acting.today)
    return rates, shown_rates(rates)


@view("claims.waiting")
async def claims_waiting(acting: Acting) -> list[Waiting]:
    """How many claims are to decide and to pay, and since when."""
    found = await acting.session.execute(
        select(Claim.state, func.count(), func.min(Claim.submitted_at))
        .where(CLAIM.seen_by(acting), Claim.state.in_((ClaimState.SUBMITTED, ClaimState.APPROVED)))
        .group_by(Claim.state)
    )
    waits = []
    for state, number, oldest in found:
        name = "decide" if state is ClaimState.SUBMITTED else "pay"
        since = text("claims-wait-since", date=acting.installation.today(oldest))
        waits.append(Waiting(text(f"claims-wait-{name}", count=number), Harm.TO_DO, ("claims", None), since))
    return sorted(waits, key=lambda one: one.what.id)
