"""An address leaves a person: what hangs on it goes with it, and whoever has it next finds nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.comments.questions import forget_paths_at
from db.contacts import Consent, Contact, ContactPerson, Reach, detach, leave_contact, people_at
from db.conversations import (
    Dialogue,
    DialogueState,
    HandledAs,
    IncomingMessage,
    Question,
    QuestionState,
    Task,
    TaskKind,
)
from db.deliveries import WAITING, Delivery, Status
from db.people import Code, Person
from db.privacy.tables import STANDING, DataRequest

UNDER_WAY = (DialogueState.ACTIVE, DialogueState.PARKED)
ASKED = (QuestionState.OPEN, QuestionState.PARKED)
NOT_LEFT = (*WAITING, Status.CLAIMED)
GONE = "address-left"  # why what waited for it did not leave


async def changes_hands(session: AsyncSession, contact: Contact, now: dt.datetime) -> list[Person]:
    """Somebody else has this address now, who agreed to nothing; those who had it are returned."""
    before = await people_at(session, contact.id)
    await _let_go(session, contact, None, now)
    await forget_paths_at(session, contact.id)  # news of a nameless comment would reach somebody else
    await detach(session, contact)
    contact.reach, contact.reach_reason = Reach.OK, ""
    contact.consent, contact.stopped_kinds, contact.hold = Consent.NONE, "", False
    contact.sorry_in_a_row, contact.silent_until = 0, None
    await session.flush()
    return before


async def leaves(session: AsyncSession, contact: Contact, person: Person, now: dt.datetime) -> None:
    """This person has this address no more; whoever shares it keeps theirs."""
    if await people_at(session, contact.id) == [person]:
        reach, why, consent, stopped = contact.reach, contact.reach_reason, contact.consent, contact.stopped_kinds
        await changes_hands(session, contact, now)
        contact.reach, contact.reach_reason = reach, why
        if consent is Consent.WITHDRAWN:  # a stop is the phone's own word: it outlives whoever had it
            contact.consent, contact.stopped_kinds = consent, stopped
        return
    await _let_go(session, contact, person, now)
    await leave_contact(session, contact, person)


async def _let_go(session: AsyncSession, contact: Contact, person: Person | None, now: dt.datetime) -> None:
    """Talks, questions, messages that wait, cards, codes: of one person, or of everybody behind it."""

    def theirs(table: Any) -> Sequence[Any]:
        mine = [table.contact_id == contact.id]
        return [*mine, table.person_id == person.id] if person is not None else mine

    for talk in await session.scalars(select(Dialogue).where(*theirs(Dialogue), Dialogue.state.in_(UNDER_WAY))):
        talk.state, talk.collecting, talk.collect_due_at = DialogueState.CANCELLED, "", None
        talk.answers, talk.memo, talk.prefill, talk.start = {}, {}, {}, {}
    await session.flush()
    ids = await session.scalars(select(ContactPerson.person_id).where(ContactPerson.contact_id == contact.id))
    of_codes = Code.person_id == person.id if person is not None else Code.person_id.in_(list(ids))
    cards = [*theirs(Task), Task.closed_at.is_(None), Task.person_id.is_not(None)]
    for statement in (
        update(Question).where(*theirs(Question), Question.state.in_(ASKED)).values(state=QuestionState.DROPPED),
        update(Delivery)
        .where(*theirs(Delivery), Delivery.status.in_(NOT_LEFT))
        .values(status=Status.CANCELLED, reason=GONE),
        # The person is still to be called, elsewhere; what the next holder writes is added to none of these.
        update(Task).where(*cards, Task.kind != TaskKind.REASSIGNED).values(contact_id=None),
        update(DataRequest).where(*theirs(DataRequest), DataRequest.state.in_(STANDING)).values(contact_id=None),
        delete(Code).where(or_(Code.contact_id == contact.id, of_codes), Code.used_at.is_(None)),
    ):
        await session.execute(statement)
    if person is None:
        await session.execute(
            update(IncomingMessage)
            .where(IncomingMessage.contact_id == contact.id, IncomingMessage.handled_as == HandledAs.WAITING)
            .values(handled_as=HandledAs.HELD)
        )
