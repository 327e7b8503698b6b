"""What coordinators decide of claims: see them, approve, send back with a question, refuse with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

from db.claims import looks, rules
from db.claims.looks import MeetingLook
from db.claims.payees import name_of
from db.claims.questions import lines_of
from db.claims.rules import ClaimState
from db.claims.tables import Claim, ClaimLine
from db.meetings.questions import roundtable_of
from db.meetings.tables import Meeting
from db.people import Person
from db.session import AsyncSession
from handlers import sending
from handlers.act import Field, Writes, act, act_on, act_on_several
from handlers.acting import Acting, ActResult, refuse
from handlers.claims import draft
from handlers.claims.payments import state_shown
from handlers.claims.receipts import receipts_of
from handlers.claims.written_down import entered_by
from handlers.own_words import as_written
from handlers.things import CLAIM
from handlers.turn import Ask, QuestionKind
from messages import Money, Outgoing, Text, text
from messages.reading import Step

LONGEST_WORDS = 300
MOST_SHOWN = 20
OPEN = (ClaimState.SUBMITTED, ClaimState.RETURNED, ClaimState.APPROVED)  # to decide, to hear about, to pay
PAID_SHOWN = 15
ANSWER_WITHIN = dt.timedelta(days=30)
RETURNED = QuestionKind("claims.question", Step.MENU, free_text=True)


@act("claims.list", twin="claims list")
async def list_waiting(acting: Acting) -> ActResult:
    """Every claim to decide or to pay, the oldest first, with what deserves a second look."""
    waiting = CLAIM.visible(acting).where(Claim.state.in_(OPEN)).order_by(Claim.submitted_at, Claim.number)
    claims = list(await acting.session.scalars(waiting))
    if not claims:
        return ActResult(text("claims-none-waiting"), {"claims": []})
    lines = [await _line(acting.session, claim) for claim in claims[:MOST_SHOWN]]
    to_pay = sum(c.total_cents for c in claims if c.state is ClaimState.APPROVED)
    first = next((c.number for c in claims if c.state is ClaimState.SUBMITTED), claims[0].number)
    words = text("claims-waiting", count=len(claims), lines=lines, to_pay=Money(to_pay), first=first)
    data = {"claims": [await _data(acting.session, claim) for claim in claims]}
    return ActResult(words, data, shows=tuple(claim.person_id for claim in claims))


@act("claims.list_paid", twin="claims paid")
async def list_paid(
    acting: Acting,
    offset: Annotated[int, Field("How many of the latest to pass over.", "--after")] = 0,
    state: Annotated[ClaimState, Field("Or those refused, or cancelled.", "--state")] = ClaimState.PAID,
) -> ActResult:
    """The claims that were paid (`state`: refused, cancelled), the latest first, some at a time."""
    states = (ClaimState.PAID, ClaimState.RECEIVED) if state is ClaimState.PAID else (state,)
    past = CLAIM.visible(acting).where(Claim.state.in_(states))
    found = list(await acting.session.scalars(past.order_by(Claim.number.desc()).offset(offset).limit(PAID_SHOWN + 1)))
    claims, more = found[:PAID_SHOWN], len(found) > PAID_SHOWN
    data = {"claims": [claim.number for claim in claims], "more": more}
    if not claims:
        return ActResult(text("claims-past-none", state=state.value), data)
    lines = []
    for claim in claims:
        lines.append(
            text(
                "claims-paid-line",
                number=claim.number,
                name=await name_of(acting.session, claim) or "-",
                total=Money(claim.total_cents),
                state=await state_shown(acting.session, claim, acting.today),
                date=claim.activity_date,
            )
        )
    shows = tuple(claim.person_id for claim in claims)
    said = text("claims-past", state=state.value, lines=lines, more=int(more), next=offset + PAID_SHOWN)
    return ActResult(said, data, shows=shows)


async def _line(session: AsyncSession, claim: Claim) -> Text:
    return text(
        "claims-waiting-line",
        number=claim.number,
        name=await name_of(session, claim) or "-",
        total=Money(claim.total_cents),
        state=text(f"claims-state-{claim.state.value}"),
        look="yes" if await warnings_of(session, claim) else "no",
    )


async def _data(session: AsyncSession, claim: Claim) -> dict[str, object]:
    return {
        "number": claim.number,
        "name": await name_of(session, claim) or None,
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


@act_on(CLAIM, "claims.show", for_oneself=True, twin="claims show")
async def show(acting: Acting, claim: Claim) -> ActResult:
    """One claim: its lines, what is pay and what is paid back, what deserves a second look, what was asked and said."""
    person = await acting.session.get_one(Person, claim.person_id)
    rows = await lines_of(acting.session, claim.id)
    compensation, expenses = rules.split((row.kind, row.cents) for row in rows)
    parts = [
        text(
            "claims-shown",
            number=claim.number,
            name=await name_of(acting.session, claim),
            activity=await _activity(acting.session, claim),
            state=await state_shown(acting.session, claim, acting.today),
            lines=[shown_row(row) for row in rows],
            total=Money(claim.total_cents),
            compensation=Money(compensation),
            expenses=Money(expenses),
        )
    ]
    if (written := await entered_by(acting, claim)) is not None:
        parts.append(written)
    parts += await warnings_of(acting.session, claim)
    if claim.question:
        parts.append(text("claims-shown-question", question=claim.question, answer=claim.answer or "-"))
    if claim.reason:
        parts.append(text("claims-shown-reason", reason=claim.reason))
    pictures, missing = await receipts_of(
        acting.session, claim, person, [(row, draft.shown_line(draft.line_of(row))) for row in rows]
    )
    data = await _data(acting.session, claim) | {"receipts": [picture.name for picture in pictures]}
    return ActResult(text("claims-shown-whole", parts=[*parts, *missing]), data, tuple(pictures))


def shown_row(row: ClaimLine) -> Text:
    line = draft.line_of(row)
    shown = draft.shown_line(line)
    if line.note.startswith("taxi") and (why := line.note.partition(":")[2].strip()):
        shown = text("claims-line-because", line=shown, why=why)
    return text(f"claims-line-receipt-{row.receipt}", line=shown) if row.receipt in ("photo", "none") else shown


async def _activity(session: AsyncSession, claim: Claim) -> Text:
    meeting = await session.get(Meeting, claim.meeting_id) if claim.meeting_id else None
    name = (await roundtable_of(session, meeting)).name if meeting else claim.note
    return text("claims-occasion", name=name, date=claim.activity_date)


async def warnings_of(session: AsyncSession, claim: Claim) -> list[Text]:
    """What deserves a second look. Nothing of it blocks: a human decides."""
    return (await warnings_of_claims(session, [claim]))[claim.id]


async def warnings_of_claims(session: AsyncSession, claims: Sequence[Claim]) -> dict[int, list[Text]]:
    """The same of many claims, in as many questions as of one."""
    ids = [claim.id for claim in claims]
    lines = await looks.lines_of_claims(session, ids)
    days = {c.id: (c.person_id, {c.activity_date, *(r.day for r in lines[c.id] if r.day)}) for c in claims}
    same_days = await looks.claims_of_the_same_days(session, days)
    receipts = await looks.claims_of_the_same_receipts(session, ids)
    disagree = await looks.against_meetings(session, claims, lines)
    found: dict[int, list[Text]] = {}
    for claim in claims:
        mine = found.setdefault(claim.id, [])
        if any(row.asked_cents is not None and row.asked_cents == row.cents for row in lines[claim.id]):
            mine.append(text("claims-warning-beyond"))
        if others := same_days[claim.id]:
            mine.append(text("claims-warning-second", others=[str(number) for number in others]))
        if others := receipts.get(claim.id, []):
            mine.append(text("claims-warning-same-receipt", others=[str(number) for number in others]))
        mine += [_disagrees(look, claim) for look in disagree.get(claim.id, ())]
    return found


def _disagrees(look: MeetingLook, claim: Claim) -> Text:
    if look is MeetingLook.NOT_NOTED:
        return text("claims-warning-not-noted", meeting=claim.meeting_id)
    return text(f"claims-warning-{look}")


@act_on_several(
    CLAIM,
    "claims.approve",
    entry="claims.approved",
    writes=Writes.CONCERNED,
    undone_by="claims.reopen",
    twin="claims approve",
)
async def approve(
    acting: Acting,
    claims: list[Claim],
    at_most: Annotated[bool, Field("Pay no further than the table of rates.", "--max")] = False,
) -> ActResult:
    """Claims approved as asked, or (`at_most`) no further than the table. Each person is told; nobody their own."""
    for claim in claims:  # all are looked at before any is touched: a batch is approved whole, or not at all
        _refuse_unless(claim, ClaimState.APPROVED)
    for claim in claims:
        await _approve_one(acting, claim, at_most)
    sum_of = sum(claim.total_cents for claim in claims)
    names = [str(claim.number) for claim in claims]
    return ActResult(
        text("claims-approved-done", count=len(names), numbers=names, total=Money(sum_of), first=claims[0].number),
        {"approved": [claim.number for claim in claims], "total_cents": sum_of},
        checked=text("claims-approve-about", numbers=names, total=Money(sum_of)),
    )


async def _approve_one(acting: Acting, claim: Claim, at_most: bool) -> None:
    if at_most:
        await _cut_to_the_table(acting.session, claim)
    claim.state, claim.decided_by, claim.decided_at = ClaimState.APPROVED, acting.actor.person_id, acting.now
    told = text("claims-approved", number=claim.number, total=Money(claim.total_cents))
    await sending.tell(acting, await acting.session.get_one(Person, claim.person_id), told)


async def _cut_to_the_table(session: AsyncSession, claim: Claim) -> None:
    """What was asked stays written beside what is paid."""
    rows = await lines_of(session, claim.id)
    for row in rows:
        if row.asked_cents is not None and row.limit_cents is not None:
            row.cents = min(row.cents, row.limit_cents)
    claim.total_cents = sum(row.cents for row in rows)


@act_on(
    CLAIM,
    "claims.send_back",
    entry="claims.returned",
    writes=Writes.CONCERNED,
    undone_by="claims.reopen",
    twin="claims return",
)
async def send_back(
    acting: Acting,
    claim: Claim,
    question: Annotated[str, Field("The one question to put to the person.", "--question", longest=LONGEST_WORDS)],
) -> ActResult:
    """Back to the person with one question; their answer sends it again."""
    question = _words(question, "example-retourner")
    _refuse_unless(claim, ClaimState.RETURNED)
    person = await acting.session.get_one(Person, claim.person_id)
    claim.state, claim.question, claim.answer = ClaimState.RETURNED, question, ""
    claim.decided_by, claim.decided_at = acting.actor.person_id, acting.now
    await sending.ask_person(acting, person, question_of(claim), options=sending.NOTICE)
    said = text("claims-returned-done", number=claim.number, name=person.name)
    return ActResult(await as_written(acting, person, said), {"returned": claim.number})


def question_of(claim: Claim) -> Ask:
    prompt = text("claims-question", number=claim.number, question=claim.question)
    return Ask(Outgoing(prompt), RETURNED, claim.id, lasts=ANSWER_WITHIN)


@act_on(
    CLAIM,
    "claims.refuse",
    entry="claims.refused",
    writes=Writes.CONCERNED,
    undone_by="claims.reopen",
    twin="claims refuse",
)
async def refuse_claim(
    acting: Acting,
    claim: Claim,
    reason: Annotated[str, Field("Why, in words the person will read.", "--reason", longest=LONGEST_WORDS)],
) -> ActResult:
    """Refused, always with a reason, and who to talk to."""
    reason = _words(reason, "example-refuser")
    _refuse_unless(claim, ClaimState.REFUSED)
    person = await acting.session.get_one(Person, claim.person_id)
    claim.state, claim.reason = ClaimState.REFUSED, reason
    claim.decided_by, claim.decided_at = acting.actor.person_id, acting.now
    told = text(
        "claims-refused",
        number=claim.number,
        reason=reason,
        name=acting.installation.contact_name,
        phone=acting.installation.contact_phone,
    )
    await sending.tell(acting, person, told)
    said = text("claims-refused-done", number=claim.number, name=person.name)
    said = await as_written(acting, person, said)
    return ActResult(said, {"refused": claim.number}, checked=_checked(claim, person))


def _checked(claim: Claim, person: Person) -> Text:
    """Whose claim it is, for whoever mistook a number."""
    return text("claims-check-about", number=claim.number, name=person.name, total=Money(claim.total_cents))


@act_on(
    CLAIM,
    "claims.reopen",
    entry="claims.reopened",
    writes=Writes.CONCERNED,
    undone_by="claims.approve",
    twin="claims reopen",
)
async def reopen(acting: Acting, claim: Claim) -> ActResult:
    """A decision taken back while no money has left: the claim waits again, and the person is told."""
    _refuse_unless(claim, ClaimState.SUBMITTED)
    before = claim.state.value
    claim.state, claim.reason = ClaimState.SUBMITTED, ""
    rows = await lines_of(acting.session, claim.id)
    for row in rows:
        row.cents = row.asked_cents or row.cents
    claim.total_cents = sum(row.cents for row in rows)
    claim.decided_by, claim.decided_at = None, None
    person = await acting.session.get_one(Person, claim.person_id)
    await sending.tell(acting, person, text("claims-reopened", number=claim.number))
    said = text("claims-reopened-done", number=claim.number, name=person.name)
    return ActResult(said, {"reopened": claim.number}, noted={"before": before}, checked=_checked(claim, person))


def _words(words: str, example: str) -> str:
    words = " ".join(words.split())
    if not words:
        raise refuse(example)
    if len(words) > LONGEST_WORDS:
        raise refuse("claims-words-too-long", length=len(words), longest=LONGEST_WORDS)
    return words


def _refuse_unless(claim: Claim, wanted: ClaimState) -> None:
    if not rules.may_become(claim.state, wanted):
        undone = rules.may_become(claim.state, ClaimState.SUBMITTED)  # what stands in the way can be taken back first
        id = "claims-cannot-before-reopened" if undone else "claims-cannot"
        raise refuse(id, number=claim.number, state=text(f"claims-state-{claim.state.value}"))
