"""Paying claims in a batch: shown with its total first, then paid once, and each person asked whether it came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select

from db.claims.questions import claim_numbered
from db.claims.rules import ClaimState, Mode, split
from db.claims.tables import Claim, ClaimLine, Payment
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.access import Act, Actor, Done, refuse, require
from handlers.claims.acts import note
from handlers.turn import Ask, House
from messages import Money, Option, Outgoing, Text, text

FARTHEST = dt.timedelta(days=60)  # a payment date further than this, either way, is a slip of the pen
TO_CONFIRM = (Option("yes", text("claims-option-came")), Option("no", text("claims-option-not-yet")))


async def preview(
    session: AsyncSession,
    house: House,
    actor: Actor,
    numbers: Sequence[int],
    mode: Mode,
    paid_on: dt.date,
    *,
    now: dt.datetime,
) -> Done:
    """What the batch would pay, to whom: nothing is changed."""
    claims = await _batch(session, house, actor, numbers, paid_on, now)
    lines = [
        text("claims-pay-line", number=c.number, name=(await _person(session, c)).name, total=Money(c.total_cents))
        for c in claims
    ]
    sum_of = _total(claims)
    words = text("claims-pay-preview", mode=_mode(mode), date=paid_on, lines=lines, total=Money(sum_of))
    return Done(words, {"claims": [c.number for c in claims], "total_cents": sum_of})


async def pay(
    session: AsyncSession,
    house: House,
    actor: Actor,
    numbers: Sequence[int],
    mode: Mode,
    paid_on: dt.date,
    *,
    total_cents: int,
    now: dt.datetime,
) -> Done:
    """Mark the batch as paid. `total_cents` is what the coordinator confirmed: anything else is refused."""
    claims = await _batch(session, house, actor, numbers, paid_on, now)
    if _total(claims) != total_cents:
        raise refuse("claims-pay-other-total", total=Money(_total(claims)), said=Money(total_cents))
    payment = Payment(
        organisation_id=house.organisation_id, mode=mode, paid_on=paid_on, made_by=actor.person_id, made_at=now
    )
    session.add(payment)
    await session.flush()
    for claim in claims:
        claim.state, claim.payment_id = ClaimState.PAID, payment.id
        person = await _person(session, claim)
        details = {"mode": mode.value, "date": paid_on.isoformat()}
        await note(session, "claims.paid", claim, person, now, actor=actor.signature, channel=actor.via, **details)
    await session.flush()
    if paid_on <= house.today(now):
        await ask_received(session, house, payment, now)
    else:
        await _tell_coming(session, house, payment, now)
    data = {"payment": payment.id, "paid": [c.number for c in claims], "total_cents": total_cents}
    data |= await _apart(session, claims)
    return Done(
        text("claims-paid-done", count=len(claims), total=Money(total_cents), mode=_mode(mode), date=paid_on), data
    )


async def ask_received(session: AsyncSession, house: House, payment: Payment, now: dt.datetime) -> int:
    """Each person of a payment: what was paid, how, and did it come? Asked once."""
    payment.asked_at = now
    mine = await _by_person(session, payment)
    for person, claims in mine:
        words = _words("claims-paid-came", payment, claims)
        ask = Ask(Outgoing(words, TO_CONFIRM), "claims.received", subject_id=payment.id, lasts=dt.timedelta(days=30))
        await sending.ask_person(session, house, person, ask, now=now)
    return len(mine)


async def _tell_coming(session: AsyncSession, house: House, payment: Payment, now: dt.datetime) -> None:
    for person, claims in await _by_person(session, payment):
        await sending.tell(session, house, person, _words("claims-paid-coming", payment, claims), now=now)


def _words(id: str, payment: Payment, claims: Sequence[Claim]) -> Text:
    numbers = [str(c.number) for c in claims]
    return text(id, numbers=numbers, total=Money(_total(claims)), mode=_mode(payment.mode), date=payment.paid_on)


async def _by_person(session: AsyncSession, payment: Payment) -> list[tuple[Person, list[Claim]]]:
    rows = await session.scalars(
        select(Claim)
        .where(Claim.payment_id == payment.id, Claim.state == ClaimState.PAID)
        .order_by(Claim.person_id, Claim.number)
    )
    grouped: dict[int, list[Claim]] = {}
    for claim in rows:
        grouped.setdefault(claim.person_id, []).append(claim)
    return [(await session.get_one(Person, person_id), claims) for person_id, claims in grouped.items()]


async def _batch(
    session: AsyncSession, house: House, actor: Actor, numbers: Sequence[int], paid_on: dt.date, now: dt.datetime
) -> list[Claim]:
    require(actor, Act.PAY_CLAIMS)
    if not numbers:
        raise refuse("example-payer")
    if abs(paid_on - house.today(now)) > FARTHEST:
        raise refuse("claims-pay-strange-date", date=paid_on)
    found = []
    for number in sorted(dict.fromkeys(numbers)):
        claim = await claim_numbered(session, house.organisation_id, number)
        if claim is None:
            raise refuse("claims-no-such", number=number)
        require(actor, Act.PAY_CLAIMS, territory=(await _person(session, claim)).territory)
        if claim.state is not ClaimState.APPROVED:
            raise refuse("claims-not-approved", number=number, state=text(f"claims-state-{claim.state.value}"))
        found.append(claim)
    return found


async def _apart(session: AsyncSession, claims: Sequence[Claim]) -> dict[str, int]:
    """Pay and expenses paid back, apart: they are not declared in the same way."""
    rows = await session.execute(
        select(ClaimLine.kind, ClaimLine.cents).where(ClaimLine.claim_id.in_([c.id for c in claims]))
    )
    compensation, expenses = split((kind, cents) for kind, cents in rows)
    return {"compensation_cents": compensation, "expenses_cents": expenses}


async def _person(session: AsyncSession, claim: Claim) -> Person:
    return await session.get_one(Person, claim.person_id)


def _total(claims: Sequence[Claim]) -> int:
    return sum(claim.total_cents for claim in claims)


def _mode(mode: Mode) -> Text:
    return text(f"claims-mode-{mode.value.replace('_', '-')}")
