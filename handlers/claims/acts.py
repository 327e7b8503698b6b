"""What people do with their own claims: send one, answer a question about it, decline, say that the money came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from db.claims import rules
from db.claims.questions import claims_of_payment, lines_of, payee_of, picture_of
from db.claims.rules import ClaimState, LineKind, LineOf
from db.claims.tables import Claim, ClaimLine
from db.contacts import Contact
from db.conversations import TaskKind
from db.journal import write_entry
from db.organisations import next_number
from db.people import Person
from db.session import AsyncSession
from db.tasks import add_task
from handlers import sending
from handlers.acting import Acting, unattended
from handlers.claims import draft
from handlers.claims.draft import ClaimStatement
from handlers.dialogue import Talk
from handlers.things import CLAIM
from messages import Money, Text, text


async def submit(
    talk: Talk, facts: ClaimStatement, lines: Sequence[LineOf], pictures: Mapping[str, int | None]
) -> Text:
    """Write the claim down and say its number at once. `pictures`: what a line pays for -> its receipt's message."""
    assert talk.person is not None
    session, installation = talk.session, talk.installation
    claim = await write_claim(
        unattended(session, installation, talk.now), talk.person, facts, lines, channel=talk.contact.channel
    )
    for row, line in zip(await write_lines(session, claim, lines), lines, strict=True):
        await _put_picture(session, row, line, pictures)
    await session.flush()
    return text("claims-received", number=claim.number, total=Money(claim.total_cents))


async def _put_picture(session: AsyncSession, row: ClaimLine, line: LineOf, pictures: Mapping[str, int | None]) -> None:
    if draft.thing(line) not in pictures:
        return
    incoming_id = pictures[draft.thing(line)]
    row.media_id = await picture_of(session, incoming_id) if incoming_id is not None else None
    row.receipt = "photo" if incoming_id is not None else "none"


async def add_to(talk: Talk, claim: Claim, lines: Sequence[LineOf], pictures: Mapping[str, int | None]) -> Text:
    """What was asked for the same day goes with the claim that waits, which says its new total."""
    assert talk.person is not None
    acting = unattended(talk.session, talk.installation, talk.now)
    await amend(acting, claim, talk.person, lines, pictures, channel=talk.contact.channel)
    return text("claims-added", number=claim.number, total=Money(claim.total_cents))


async def amend(
    acting: Acting,
    claim: Claim,
    person: Person,
    lines: Sequence[LineOf],
    pictures: Mapping[str, int | None],
    *,
    channel: str,
) -> None:
    """The claim holds these lines from now on; what stays of it keeps its receipt."""
    session = acting.session
    rows = {draft.thing(draft.line_of(row)): row for row in await lines_of(session, claim.id)}
    for line in lines:
        row = rows.pop(draft.thing(line), None)
        if row is None:
            [row] = await write_lines(session, claim, [line])
        else:
            row.quantity, row.cents, row.asked_cents = line.quantity, line.cents, line.asked_cents
            row.limit_cents, row.rate_id, row.note = line.limit_cents, line.rate_id, line.note
        await _put_picture(session, row, line, pictures)
    for gone in rows.values():
        await session.delete(gone)
    claim.total_cents = rules.total(lines)
    await session.flush()
    await note(acting, "claims.amended", claim, person, channel=channel)


async def restore(
    acting: Acting, claim: Claim, person: Person, written: Sequence[Mapping[str, Any]], *, channel: str
) -> None:
    """The lines that the claim held before it was amended."""
    for row in await lines_of(acting.session, claim.id):
        await acting.session.delete(row)
    for one in written:
        day = dt.date.fromisoformat(one["day"]) if one["day"] else None
        acting.session.add(ClaimLine(claim_id=claim.id, **{**one, "kind": LineKind(one["kind"]), "day": day}))
    claim.total_cents = sum(int(one["cents"]) for one in written)
    await acting.session.flush()
    await note(acting, "claims.amended", claim, person, channel=channel)


async def withdraw(acting: Acting, claim: Claim, person: Person, *, channel: str) -> None:
    """Nothing was decided of it: its author takes it back."""
    claim.state = ClaimState.CANCELLED
    await note(acting, "claims.withdrawn", claim, person, channel=channel)


async def put_back(acting: Acting, claim: Claim, person: Person, *, channel: str) -> None:
    """What its author had taken back waits again."""
    claim.state, claim.submitted_at = ClaimState.SUBMITTED, acting.now
    await note(acting, "claims.put_back", claim, person, channel=channel)


async def write_claim(
    acting: Acting,
    person: Person,
    facts: ClaimStatement,
    lines: Sequence[LineOf],
    *,
    channel: str,
    entry: str = "claims.submitted",
    entered: bool = False,
) -> Claim:
    """The claim, its lines apart. `entered`: by whoever acts, for somebody else; `entry`: its line in the journal."""
    first = facts.occasions[0]
    claim = Claim(
        organisation_id=acting.installation.organisation_id,
        number=await next_number(acting.session, acting.installation.organisation_id, "claim"),
        person_id=person.id,
        payee_kind=await payee_of(acting.session, person.id),
        meeting_id=first.meeting_id,
        activity_date=first.day,
        state=ClaimState.SUBMITTED,
        total_cents=rules.total(lines),
        note="" if first.meeting_id is not None else first.name,
        submitted_at=acting.now,
        first_submitted_at=acting.now,
        entered=entered,
        entered_by=acting.actor.person_id if entered else None,
    )
    acting.session.add(claim)
    await acting.session.flush()
    await note(acting, entry, claim, person, channel=channel)
    return claim


async def write_lines(session: AsyncSession, claim: Claim, lines: Sequence[LineOf]) -> list[ClaimLine]:
    rows = [
        ClaimLine(
            claim_id=claim.id,
            kind=line.kind,
            day=line.day,
            quantity=line.quantity,
            cents=line.cents,
            asked_cents=line.asked_cents,
            limit_cents=line.limit_cents,
            rate_id=line.rate_id,
            note=line.note,
        )
        for line in lines
    ]
    session.add_all(rows)
    await session.flush()
    return rows


async def decline(acting: Acting, person: Person | None, *, meeting_id: int | None) -> None:
    """No, thank you: noted, and nothing is lost by it. The money goes nowhere else by our hand."""
    if person is None:
        return
    await write_entry(
        acting.session,
        "claims.declined",
        now=acting.now,
        actor=_self(person),
        subject=person.pseudonym,
        thing="meeting" if meeting_id else "",
        thing_id=meeting_id,
    )


async def answer_question(acting: Acting, claim: Claim, person: Person, words: str, *, channel: str) -> Text:
    """The claim was sent back with a question; its answer sends it again, and coordinators learn of it."""
    if not rules.may_become(claim.state, ClaimState.SUBMITTED) or claim.state is ClaimState.REFUSED:
        return text("claims-question-settled", number=claim.number)
    claim.state, claim.answer, claim.submitted_at = ClaimState.SUBMITTED, words, acting.now
    await note(acting, "claims.answered", claim, person, channel=channel)
    told = text("claims-answered-to-coordinator", number=claim.number, name=person.name, answer=words[:200])
    await sending.tell_concerned(acting, CLAIM, claim, told)
    return text("claims-resubmitted", number=claim.number)


async def say_received(acting: Acting, payment_id: int, person: Person, contact: Contact, *, came: bool) -> Text:
    """The person says whether the money came. If not, a human looks for it."""
    paid = [c for c in await claims_of_payment(acting.session, payment_id, person.id) if c.state is ClaimState.PAID]
    if not paid:
        return text("claims-nothing-to-confirm")
    numbers = [str(claim.number) for claim in paid]
    if came:
        for claim in paid:
            claim.state, claim.received_at = ClaimState.RECEIVED, acting.now
            await note(acting, "claims.received", claim, person, channel=contact.channel)
        return text("claims-money-came")
    for claim in paid:
        await note(acting, "claims.not_received", claim, person, channel=contact.channel)
    await add_task(
        acting.session,
        acting.installation.organisation_id,
        TaskKind.CLAIM_NOT_RECEIVED,
        now=acting.now,
        contact_id=contact.id,
        person_id=person.id,
        note=", ".join(numbers),
    )
    return text("claims-money-missing", name=acting.installation.contact_name, phone=acting.installation.contact_phone)


async def note(
    acting: Acting,
    act: str,
    claim: Claim,
    person: Person | None,
    *,
    channel: str = "",
    **details: object,
) -> None:
    """One line of the journal: the number and the amount, never the lines nor the words."""
    await write_entry(
        acting.session,
        act,
        now=acting.now,
        actor=acting.actor.signature,
        subject=person.pseudonym if person else None,
        thing="claim",
        thing_id=claim.number,
        channel=channel,
        cents=claim.total_cents,
        **details,
    )


def _self(person: Person) -> str:
    return f"person:{person.pseudonym}"
