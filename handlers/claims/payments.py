"""Paying claims in a batch: shown with its total first, then paid once, and each person asked whether it came."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Annotated

from sqlalchemy import select

from db.claims.payees import name_of
from db.claims.questions import UsualMode, usual_modes
from db.claims.rules import ClaimState, Mode, split
from db.claims.tables import Claim, ClaimLine, Payment
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.act import Field, Writes, act_on, act_on_several
from handlers.acting import Acting, ActResult, refuse
from handlers.things import CLAIM, PAYMENT
from handlers.turn import Ask, QuestionKind
from messages import Money, Option, Outgoing, Text, text
from messages.reading import Meaning, Step
from messages.reading.naming import says_first_name

NUMBERS_FIRST = re.compile(r"^(?:demandes? |claims? )?(?:no )?\d+(?:(?:,| et| and| no)* \d+)*(?=\s|,|:|$)[,: ]*")
FARTHEST = dt.timedelta(days=60)  # a payment date further than this, either way, is a slip of the pen
RECEIVED = QuestionKind("claims.received", Step.CLAIM_OFFERED, {"yes": Meaning.YES, "no": Meaning.NO})
TO_CONFIRM = (Option("yes", text("claims-option-came")), Option("no", text("claims-option-not-yet")))


@act_on_several(CLAIM, "claims.see_payment", for_oneself=True)
async def preview(acting: Acting, claims: list[Claim], mode: Mode, paid_on: dt.date) -> ActResult:
    """What the batch would pay, to whom: nothing is changed."""
    await _check_batch(acting, claims, paid_on)
    usual = await usual_modes(acting.session, [c.person_id for c in claims])
    lines = [await _pay_line(acting, c, mode, usual.get(c.person_id)) for c in claims]
    sum_of = _total(claims)
    later = "claims-pay-preview" if paid_on <= acting.today else "claims-pay-preview-later"
    words = text(later, mode=_mode(mode), date=paid_on, lines=lines, total=Money(sum_of))
    told = _told(claims, mode, paid_on, now=paid_on <= acting.today)
    said = text("claims-pay-preview-told", preview=words, told=told)
    return ActResult(said, {"claims": [c.number for c in claims], "total_cents": sum_of, "told": told})


def _told(claims: Sequence[Claim], mode: Mode, paid_on: dt.date, *, now: bool) -> Text:
    """What each person will read, by the words of the first."""
    first = [claim for claim in claims if claim.person_id == claims[0].person_id]
    words = _words("claims-paid-came" if now else "claims-paid-coming", mode, paid_on, first)
    return text("claims-pay-told", people=len({claim.person_id for claim in claims}), words=words)


async def _pay_line(acting: Acting, claim: Claim, mode: Mode, usual: UsualMode | None) -> Text:
    """A person who would rather be paid in another way, or was the last time, is said so before the money leaves."""
    name = (await _person(acting.session, claim)).name
    line = text("claims-pay-line", number=claim.number, name=name, total=Money(claim.total_cents))
    if usual is None or usual.mode is mode:
        return line
    return text(f"claims-pay-line-{'wished' if usual.wished else 'otherwise'}", line=line, mode=_mode(usual.mode))


async def to_pay_by(acting: Acting, mode: Mode) -> tuple[list[int], list[str]]:
    """The numbers of the claims approved of those who are paid so; the names of those of whom nobody knows how they are
    paid. Not one's own."""
    approved = (CLAIM.seen_by(acting), Claim.state == ClaimState.APPROVED, Claim.person_id != acting.actor.person_id)
    found = list(await acting.session.scalars(select(Claim).where(*approved).order_by(Claim.number)))
    usual = await usual_modes(acting.session, [claim.person_id for claim in found])
    so = [one.number for one in found if one.person_id in usual and usual[one.person_id].mode is mode]
    unsaid = [f"{await name_of(acting.session, one)} ({one.number})" for one in found if one.person_id not in usual]
    return so, unsaid


@act_on_several(
    CLAIM,
    "claims.pay",
    entry="claims.paid",
    writes=Writes.CONCERNED,
    undone_by="claims.unpay",
    twin="claims pay",
    shown_by="claims.see_payment",
)
async def pay(acting: Acting, claims: list[Claim], mode: Mode, paid_on: dt.date, *, total_cents: int) -> ActResult:
    """The batch marked as paid. `total_cents` is what the coordinator confirmed: anything else is refused."""
    await _check_batch(acting, claims, paid_on)
    if _total(claims) != total_cents:
        raise refuse("claims-pay-other-total", total=Money(_total(claims)), said=Money(total_cents))
    payment = Payment(
        organisation_id=acting.organisation_id,
        mode=mode,
        paid_on=paid_on,
        made_by=acting.actor.person_id,
        made_at=acting.now,
    )
    acting.session.add(payment)
    await acting.session.flush()
    for claim in claims:
        claim.state, claim.payment_id = ClaimState.PAID, payment.id
    await acting.session.flush()
    if paid_on <= acting.today:
        await ask_received(acting, payment)
    else:
        await _tell_coming(acting, payment)
    data = {"payment": payment.id, "paid": [c.number for c in claims], "total_cents": total_cents}
    data |= await _apart(acting.session, claims)
    said = text(
        "claims-paid-done" if paid_on <= acting.today else "claims-paid-later",
        count=len(claims),
        total=Money(total_cents),
        mode=_mode(mode),
        date=paid_on,
        payment=payment.id,
    )
    return ActResult(said, data, noted={"mode": mode.value, "date": paid_on.isoformat()})


@act_on(
    PAYMENT,
    "claims.unpay",
    entry="claims.payment_cancelled",
    writes=Writes.SEVERAL,
    undone_by="claims.pay",
    twin="claims unpay",
)
async def unpay(
    acting: Acting, payment: Payment, reason: Annotated[str, Field("Why: the people concerned read it.", "--reason")]
) -> ActResult:
    """A batch marked paid by mistake: its claims wait to be paid again, and each person learns it, with the reason.

    Numbers of claims before the reason ("101 un virement, pas un chèque"): these alone are taken out of it.
    """
    everyone = await _by_person(acting.session, payment)
    mine, reason = _only(everyone, " ".join(reason.split()))
    if not reason:
        raise refuse("claims-unpay-no-reason", number=payment.id)
    if named := _names_another(mine, everyone, reason):
        raise refuse("claims-unpay-names", name=named, number=payment.id).about("reason")
    if any(person.id == acting.actor.person_id for person, _ in mine):
        raise refuse("access-not-for-oneself", number=payment.id)
    if payment.cancelled_at is not None or not mine:
        raise refuse("claims-no-longer-paid", number=payment.id)
    if mine == everyone:
        payment.cancelled_at = acting.now
    numbers = []
    for person, claims in mine:
        for claim in claims:
            claim.state, claim.payment_id = ClaimState.APPROVED, None
            numbers.append(claim.number)
        told = text("claims-payment-cancelled", numbers=[str(c.number) for c in claims], reason=reason)
        await sending.tell(acting, person, told)
    whole = payment.cancelled_at is not None
    id = "claims-unpaid-done" if whole else "claims-unpaid-part"
    said = text(id, number=payment.id, numbers=[str(n) for n in numbers])
    return ActResult(said, {"payment": payment.id, "claims": numbers}, noted={"claims": len(numbers)})


def _only(everyone: Sequence[tuple[Person, list[Claim]]], words: str) -> tuple[list[tuple[Person, list[Claim]]], str]:
    """The claims of this payment that stand before the reason, all of them when none does, and the reason."""
    begins = NUMBERS_FIRST.match(words)
    wanted = {int(number) for number in re.findall(r"\d+", begins[0])} if begins else set()
    if not wanted or not wanted <= {claim.number for _, claims in everyone for claim in claims}:
        return list(everyone), words
    chosen = [(person, [claim for claim in claims if claim.number in wanted]) for person, claims in everyone]
    return [(person, claims) for person, claims in chosen if claims], words[begins.end() :].strip() if begins else words


def _names_another(
    mine: Sequence[tuple[Person, list[Claim]]], everyone: Sequence[tuple[Person, list[Claim]]], reason: str
) -> str:
    """Somebody of the payment whom another would read of; "" when nobody would."""
    read_by = {person.id for person, _ in mine}
    named = (person for person, _ in everyone if says_first_name(reason, person.name) and read_by - {person.id})
    return next((person.name for person in named), "")


async def _check_batch(acting: Acting, claims: Sequence[Claim], paid_on: dt.date) -> None:
    if not claims:
        raise refuse("example-payer")
    if abs(paid_on - acting.today) > FARTHEST:
        raise refuse("claims-pay-strange-date", date=paid_on)
    for claim in claims:
        if claim.state is not ClaimState.APPROVED:
            state = await state_shown(acting.session, claim, acting.today)
            if claim.payment_id is not None:
                raise refuse("claims-paid-already", number=claim.number, state=state, payment=claim.payment_id)
            raise refuse("claims-not-approved", number=claim.number, state=state)


async def ask_received(acting: Acting, payment: Payment) -> int:
    """Each person of a payment: what was paid, how, and did it come? Asked once."""
    payment.asked_at = acting.now
    mine = await _by_person(acting.session, payment)
    for person, claims in mine:
        words = _words("claims-paid-came", payment.mode, payment.paid_on, claims)
        ask = Ask(Outgoing(words, TO_CONFIRM), RECEIVED, payment.id, lasts=dt.timedelta(days=30))
        await sending.ask_person(acting, person, ask, options=sending.NOTICE)
    return len(mine)


async def _tell_coming(acting: Acting, payment: Payment) -> None:
    for person, claims in await _by_person(acting.session, payment):
        await sending.tell(acting, person, _words("claims-paid-coming", payment.mode, payment.paid_on, claims))


def _words(id: str, mode: Mode, paid_on: dt.date, claims: Sequence[Claim]) -> Text:
    numbers = [str(c.number) for c in claims]
    return text(id, numbers=numbers, total=Money(_total(claims)), mode=_mode(mode), date=paid_on)


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


async def state_shown(session: AsyncSession, claim: Claim, today: dt.date) -> Text:
    """Where a claim stands, as a coordinator reads it: a payment dated ahead is not made yet."""
    payment = await session.get(Payment, claim.payment_id) if claim.payment_id else None
    if claim.state is ClaimState.PAID and payment is not None and payment.paid_on > today:
        return text("claims-state-to-be-paid", date=payment.paid_on)
    if claim.state in (ClaimState.PAID, ClaimState.RECEIVED) and payment is not None:
        return text(f"claims-state-{claim.state.value}-on", date=payment.paid_on)
    return text(f"claims-state-{claim.state.value}")


def _mode(mode: Mode) -> Text:
    return text(f"claims-mode-{mode.value.replace('_', '-')}")
