"""What coordinators decide of claims: see them, approve, send back with a question, refuse with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from db.claims import rules
from db.claims.questions import claim_numbered, claims_of_days, claims_waiting, lines_of, same_receipts
from db.claims.rules import ClaimState, LineOf
from db.claims.tables import Claim, ClaimLine
from db.meetings.questions import attendance_of, roundtable_of
from db.meetings.tables import Meeting, Presence
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.access import Act, Actor, Done, refuse, require
from handlers.claims import draft
from handlers.claims.acts import note
from handlers.claims.receipts import receipts_of
from handlers.turn import Ask, House
from messages import Money, Outgoing, Text, text

LONGEST_WORDS = 300
MOST_SHOWN = 20
ANSWER_WITHIN = dt.timedelta(days=30)


async def list_waiting(session: AsyncSession, house: House, actor: Actor, *, now: dt.datetime) -> Done:
    """Every claim to decide or to pay, the oldest first, with what deserves a second look."""
    require(actor, Act.DECIDE_CLAIM)
    claims = [c for c in await claims_waiting(session, house.organisation_id) if await _in_scope(session, actor, c)]
    if not claims:
        return Done(text("claims-none-waiting"), {"claims": []})
    lines = [await _line(session, claim) for claim in claims[:MOST_SHOWN]]
    to_pay = sum(c.total_cents for c in claims if c.state is ClaimState.APPROVED)
    first = next((c.number for c in claims if c.state is ClaimState.SUBMITTED), claims[0].number)
    words = text("claims-waiting", count=len(claims), lines=lines, to_pay=Money(to_pay), first=first)
    return Done(words, {"claims": [await _data(session, claim) for claim in claims]})


async def _line(session: AsyncSession, claim: Claim) -> Text:
    person = await session.get(Person, claim.person_id)
    return text(
        "claims-waiting-line",
        number=claim.number,
        name=person.name if person else "-",
        total=Money(claim.total_cents),
        state=text(f"claims-state-{claim.state.value}"),
        look="yes" if await warnings_of(session, claim) else "no",
    )


async def _data(session: AsyncSession, claim: Claim) -> dict[str, object]:
    person = await session.get(Person, claim.person_id)
    return {
        "number": claim.number,
        "name": person.name if person else None,
        "state": claim.state.value,
        "total_cents": claim.total_cents,
        "activity_date": claim.activity_date.isoformat(),
        "lines": [
            {
                "kind": line.kind.value,
                "quantity": line.quantity,
                "cents": line.cents,
                "asked_cents": line.asked_cents,
                "receipt": line.receipt,
            }
            for line in await lines_of(session, claim.id)
        ],
        "warnings": [warning.id.removeprefix("claims-warning-") for warning in await warnings_of(session, claim)],
    }


async def show(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    """One claim: its lines, what is pay and what is paid back, what deserves a second look, what was asked and said."""
    require(actor, Act.DECIDE_CLAIM)
    claim, person = await _claim(session, house, actor, number)
    rows = await lines_of(session, claim.id)
    compensation, expenses = rules.split((row.kind, row.cents) for row in rows)
    parts = [
        text(
            "claims-shown",
            number=number,
            name=person.name,
            activity=await _activity(session, claim),
            state=text(f"claims-state-{claim.state.value}"),
            lines=[shown_row(row) for row in rows],
            total=Money(claim.total_cents),
            compensation=Money(compensation),
            expenses=Money(expenses),
        )
    ]
    parts += await warnings_of(session, claim)
    if claim.question:
        parts.append(text("claims-shown-question", question=claim.question, answer=claim.answer or "-"))
    if claim.reason:
        parts.append(text("claims-shown-reason", reason=claim.reason))
    pictures, missing = await receipts_of(
        session, claim, person, [(row, draft.shown_line(line_of(row))) for row in rows]
    )
    data = await _data(session, claim) | {"receipts": [picture.name for picture in pictures]}
    return Done(text("claims-shown-whole", parts=[*parts, *missing]), data, tuple(pictures))


def shown_row(row: ClaimLine) -> Text:
    line = line_of(row)
    shown = draft.shown_line(line)
    if line.note.startswith("taxi"):
        shown = text("claims-line-because", line=shown, why=line.note.partition(":")[2].strip() or "-")
    return text(f"claims-line-receipt-{row.receipt}", line=shown) if row.receipt in ("photo", "none") else shown


def line_of(row: ClaimLine) -> LineOf:
    return LineOf(
        row.kind,
        row.quantity,
        row.cents,
        row.asked_cents if row.asked_cents == row.cents else None,
        row.limit_cents,
        row.rate_id,
        row.day,
        row.note,
    )


async def _activity(session: AsyncSession, claim: Claim) -> Text:
    meeting = await session.get(Meeting, claim.meeting_id) if claim.meeting_id else None
    name = (await roundtable_of(session, meeting)).name if meeting else claim.note
    return text("claims-occasion", name=name, date=claim.activity_date)


async def warnings_of(session: AsyncSession, claim: Claim) -> list[Text]:
    """What deserves a second look. Nothing of it blocks: a human decides."""
    found: list[Text] = []
    rows = await lines_of(session, claim.id)
    if any(row.asked_cents is not None and row.asked_cents == row.cents for row in rows):
        found.append(text("claims-warning-beyond"))
    days = sorted({claim.activity_date, *(row.day for row in rows if row.day)})
    others = await claims_of_days(session, claim.person_id, days, besides=claim.id)
    if others:
        found.append(text("claims-warning-second", others=[str(c.number) for c in others]))
    if receipts := await same_receipts(session, claim):
        found.append(text("claims-warning-same-receipt", others=[str(n) for n in receipts]))
    if claim.meeting_id is not None and any(row.kind is rules.LineKind.PARTICIPATION for row in rows):
        row = await attendance_of(session, claim.meeting_id, claim.person_id)
        if row is not None and row.presence is Presence.NONE:
            found.append(text("claims-warning-absent"))
    return found


async def approve(
    session: AsyncSession,
    house: House,
    actor: Actor,
    numbers: Sequence[int],
    *,
    at_most: bool = False,
    now: dt.datetime,
) -> Done:
    """Approve claims as asked, or (`at_most`) no further than the table. Each person is told; nobody their own."""
    require(actor, Act.DECIDE_CLAIM)
    if not numbers:
        raise refuse("example-approuver-demande")
    # All are looked at before any is touched: a batch is approved whole, or not at all.
    found = [await _to_decide(session, house, actor, number, ClaimState.APPROVED) for number in dict.fromkeys(numbers)]
    for claim, person in found:
        await _approve_one(session, house, actor, claim, person, at_most, now)
    approved = [claim for claim, _ in found]
    sum_of = sum(claim.total_cents for claim in approved)
    names = [str(claim.number) for claim in approved]
    return Done(
        text("claims-approved-done", count=len(names), numbers=names, total=Money(sum_of), first=approved[0].number),
        {"approved": [claim.number for claim in approved], "total_cents": sum_of},
    )


async def _approve_one(
    session: AsyncSession, house: House, actor: Actor, claim: Claim, person: Person, at_most: bool, now: dt.datetime
) -> None:
    if at_most:
        await _cut_to_the_table(session, claim)
    claim.state, claim.decided_by, claim.decided_at = ClaimState.APPROVED, actor.person_id, now
    await note(session, "claims.approved", claim, person, now, actor=actor.signature, channel=actor.via)
    told = text("claims-approved", number=claim.number, total=Money(claim.total_cents))
    await sending.tell(session, house, person, told, now=now)


async def _cut_to_the_table(session: AsyncSession, claim: Claim) -> None:
    """What was asked stays written beside what is paid."""
    rows = await lines_of(session, claim.id)
    for row in rows:
        if row.asked_cents is not None and row.limit_cents is not None:
            row.cents = min(row.cents, row.limit_cents)
    claim.total_cents = sum(row.cents for row in rows)


async def send_back(
    session: AsyncSession, house: House, actor: Actor, number: int, question: str, *, now: dt.datetime
) -> Done:
    """Back to the person with one question; their answer sends it again."""
    require(actor, Act.DECIDE_CLAIM)
    question = _words(question, "example-retourner")
    claim, person = await _to_decide(session, house, actor, number, ClaimState.RETURNED)
    claim.state, claim.question, claim.answer = ClaimState.RETURNED, question, ""
    claim.decided_by, claim.decided_at = actor.person_id, now
    await note(session, "claims.returned", claim, person, now, actor=actor.signature, channel=actor.via)
    await sending.ask_person(session, house, person, question_of(claim), now=now)
    return Done(text("claims-returned-done", number=number, name=person.name), {"returned": number})


def question_of(claim: Claim) -> Ask:
    prompt = text("claims-question", number=claim.number, question=claim.question)
    return Ask(Outgoing(prompt), "claims.question", subject_id=claim.id, free_text=True, lasts=ANSWER_WITHIN)


async def refuse_claim(
    session: AsyncSession, house: House, actor: Actor, number: int, reason: str, *, now: dt.datetime
) -> Done:
    """Refused, always with a reason, and who to talk to."""
    require(actor, Act.DECIDE_CLAIM)
    reason = _words(reason, "example-refuser")
    claim, person = await _to_decide(session, house, actor, number, ClaimState.REFUSED)
    claim.state, claim.reason, claim.decided_by, claim.decided_at = ClaimState.REFUSED, reason, actor.person_id, now
    await note(session, "claims.refused", claim, person, now, actor=actor.signature, channel=actor.via)
    told = text("claims-refused", number=number, reason=reason, name=house.contact_name, phone=house.contact_phone)
    await sending.tell(session, house, person, told, now=now)
    return Done(text("claims-refused-done", number=number, name=person.name), {"refused": number})


async def reopen(session: AsyncSession, house: House, actor: Actor, number: int, *, now: dt.datetime) -> Done:
    """Take a decision back while no money has left: the claim waits again, and the person is told."""
    require(actor, Act.DECIDE_CLAIM)
    claim, person = await _to_decide(session, house, actor, number, ClaimState.SUBMITTED)
    claim.state, claim.reason = ClaimState.SUBMITTED, ""
    for row in await lines_of(session, claim.id):
        row.cents = row.asked_cents or row.cents
    claim.total_cents = sum(row.cents for row in await lines_of(session, claim.id))
    claim.decided_by, claim.decided_at = None, None
    await note(session, "claims.reopened", claim, person, now, actor=actor.signature, channel=actor.via)
    await sending.tell(session, house, person, text("claims-reopened", number=number), now=now)
    return Done(text("claims-reopened-done", number=number), {"reopened": number})


def _words(words: str, example: str) -> str:
    words = " ".join(words.split())
    if not words:
        raise refuse(example)
    if len(words) > LONGEST_WORDS:
        raise refuse("claims-words-too-long", length=len(words), longest=LONGEST_WORDS)
    return words


async def _to_decide(
    session: AsyncSession, house: House, actor: Actor, number: int, wanted: ClaimState
) -> tuple[Claim, Person]:
    """The claim, when this actor may make it become that. Nobody decides their own."""
    claim, person = await _claim(session, house, actor, number)
    if actor.person_id is not None and actor.person_id == claim.person_id:
        raise refuse("claims-not-your-own", number=number)
    if not rules.may_become(claim.state, wanted):
        raise refuse("claims-cannot", number=number, state=text(f"claims-state-{claim.state.value}"))
    return claim, person


async def _claim(session: AsyncSession, house: House, actor: Actor, number: int) -> tuple[Claim, Person]:
    claim = await claim_numbered(session, house.organisation_id, number)
    if claim is None:
        raise refuse("claims-no-such", number=number)
    person = await session.get_one(Person, claim.person_id)
    require(actor, Act.DECIDE_CLAIM, territory=person.territory)
    return claim, person


async def _in_scope(session: AsyncSession, actor: Actor, claim: Claim) -> bool:
    if not actor.scope:
        return True
    person = await session.get(Person, claim.person_id)
    return person is None or not person.territory or person.territory.casefold() == actor.scope.casefold()
