"""A person erased: what was theirs goes, what must stay becomes nobody's.

The row of the person itself is deleted, so that every table that refers to it follows by its foreign key; what is said
here is what a foreign key cannot do. Of the person remain: an unnamed row that counts (who came to a meeting), the
paid claims with a payee for the accounts, and the stop of each of their addresses. These three do not know each other.
`columns.tsv` says it column by column, and a test compares the two.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import case, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from db.comments.questions import forget_paths
from db.comments.tables import Comment, CommentState, RemoteParticipation
from db.consent import ALL, ConsentEntry
from db.contacts import Consent, Contact, ContactPerson, contacts_of, people_at
from db.contributions import Accompaniment, Contribution
from db.conversations import Dialogue, Question, Task
from db.meetings.needs import count_needs
from db.meetings.tables import Attendance, Meeting, PresenceNote
from db.merges import forget_merges, pseudonyms_absorbed
from db.people import Person, PersonRole, Role, RolePeriod, SeatPeriod
from db.privacy import accounts, messages
from db.privacy.overwriting import overwrite
from db.privacy.tables import STANDING, DataRequest, Erasure, RequestKind, RequestState

UNREAD = (CommentState.RECEIVED, CommentState.CONFIRMED, CommentState.CARRIED)
ERASED = "erased"  # the ledger's source for the stop that an erasure leaves
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # of a row that counts: it tells no day


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did, in numbers: for the journal, and for whoever asked."""

    messages: int
    files: int
    comments: int
    claims_kept: int
    claims_gone: int
    copies: int  # at providers, to be erased there


def hash_of_pseudonym(pseudonym: str) -> str:
    """By what the list of erasures knows someone: nothing can be read from it without the backup it is for."""
    return hashlib.sha256(pseudonym.encode()).hexdigest()


async def erase_person(session: AsyncSession, person: Person, now: dt.datetime, today: dt.date) -> Erased:
    """Erase everything of this person in this transaction. Their files, and what providers hold, follow it."""
    await overwrite(session)
    contacts = await contacts_of(session, person.id)
    own = [contact for contact in contacts if len(await people_at(session, contact.id)) == 1]
    theirs = messages.Theirs.of(person, own)
    copies = await messages.list_provider_copies(session, theirs, now)
    kept, gone = await accounts.let_go(session, person)
    files = await messages.forget_files(session, theirs)
    comments = await _forget_comments(session, person, own, today)
    number = await messages.forget_messages(session, theirs)
    await _forget_dealings(session, person, own, now)
    await _count_on(session, person, now)
    await _forget_ledger(session, person, own, now)
    await _leave_addresses(session, person, contacts, own)
    await forget_merges(session, person.id)
    for pseudonym in (person.pseudonym, *await pseudonyms_absorbed(session, person.id)):
        session.add(Erasure(digest=hash_of_pseudonym(pseudonym), erased_on=today))
    await session.flush()
    await session.execute(delete(Person).where(Person.id == person.id), execution_options=messages.QUIET)
    session.expunge(person)
    return Erased(number, files, comments, kept, gone, copies)


async def erasures(session: AsyncSession) -> dict[str, dt.date]:
    """Digest -> the day, of everybody who was erased here."""
    found = await session.execute(select(Erasure.digest, Erasure.erased_on))
    return {digest: day for digest, day in found}  # noqa: C416 (rows are no pairs to mypy)


async def replay(session: AsyncSession, listed: Mapping[str, dt.date], now: dt.datetime, today: dt.date) -> int:
    """Erase again, from an older copy, whoever is on the list; how many were there. The list itself is kept."""
    again = 0
    for person in list(await session.scalars(select(Person).where(Person.erased_at.is_(None)))):
        if hash_of_pseudonym(person.pseudonym) in listed:
            await erase_person(session, person, now, today)
            again += 1
    kept = await erasures(session)
    session.add_all([Erasure(digest=digest, erased_on=day) for digest, day in listed.items() if digest not in kept])
    await session.flush()
    return again


def ids_of(contacts: Sequence[Contact]) -> list[int]:
    return [contact.id for contact in contacts]


async def _forget_comments(session: AsyncSession, person: Person, own: Sequence[Contact], today: dt.date) -> int:
    """Their words go; that somebody spoke stays. What led to a nameless comment of theirs goes."""
    named = Comment.person_id == person.id
    await session.execute(
        update(Comment).where(named, Comment.state.in_(UNREAD)).values(state=CommentState.WITHDRAWN, withdrawn_on=today)
    )
    done = await session.execute(
        update(Comment)
        .where(named)
        .values(
            words="", reason="", flags="", incoming_ids=[], person_id=None, with_name=False, confirmed_at=None,
            noted=True,
        )
    )  # fmt: skip
    await forget_paths(session, person, ids_of(own))
    return int(done.rowcount)  # type: ignore[attr-defined]


async def _forget_dealings(session: AsyncSession, person: Person, own: Sequence[Contact], now: dt.datetime) -> None:
    """What was asked of them and what waited for a human about them; a closed card is counted still."""
    for table in (Question, Dialogue):
        await session.execute(
            delete(table).where(or_(table.person_id == person.id, messages.among(table.contact_id, ids_of(own))))
        )
    about = or_(Task.person_id == person.id, messages.among(Task.contact_id, ids_of(own)))
    await session.execute(delete(Task).where(about, Task.closed_at.is_(None)))
    await session.execute(
        update(Task).where(about).values(person_id=None, contact_id=None, incoming_id=None, delivery_id=None, note="")
    )
    await _close_requests(session, person, now)
    past = Meeting.carrier == person.name, Meeting.organisation_id == person.organisation_id
    await session.execute(update(Meeting).where(*past, Meeting.read_on.is_not(None)).values(carrier=""))


async def _close_requests(session: AsyncSession, person: Person, now: dt.datetime) -> None:
    """What they asked stays counted, without a word; the erasure is done, and nothing else is owed to them."""
    theirs = DataRequest.person_id == person.id
    erasing = case((DataRequest.kind == RequestKind.ERASURE, RequestState.DONE), else_=RequestState.WITHDRAWN)
    await session.execute(update(DataRequest).where(theirs).values(note=""), execution_options=messages.QUIET)
    await session.execute(
        update(DataRequest).where(theirs, DataRequest.state.in_(STANDING)).values(state=erasing, done_at=now),
        execution_options=messages.QUIET,
    )


async def _count_on(session: AsyncSession, person: Person, now: dt.datetime) -> None:
    """Who came to a meeting stays a number: on an unnamed row, that knows neither who nor what they needed. What they
    needed for a meeting that is over stays one of that meeting."""
    counted = (Attendance, RemoteParticipation, Contribution, Accompaniment)
    if not await session.scalar(select(or_(*(exists().where(one.person_id == person.id) for one in counted)))):
        return
    over = select(Attendance.id).join(Meeting).where(Attendance.person_id == person.id, Meeting.ends_at < now)
    await count_needs(session, list(await session.scalars(over)))
    somebody = Person(organisation_id=person.organisation_id, language="", created_at=LONG_AGO, erased_at=LONG_AGO)
    session.add(somebody)
    await session.flush()
    for counts in (RolePeriod, SeatPeriod, Contribution, Accompaniment):
        await session.execute(update(counts).where(counts.person_id == person.id).values(person_id=somebody.id))
    await session.execute(update(Accompaniment).where(Accompaniment.person_id == somebody.id).values(by=""))
    came = select(Attendance.id).where(Attendance.person_id == person.id)
    await session.execute(
        update(PresenceNote).where(PresenceNote.attendance_id.in_(came)).values(noted_by=None, noted_at=LONG_AGO)
    )
    roles = await session.scalars(select(PersonRole.role).where(PersonRole.person_id == person.id))
    session.add_all([PersonRole(person_id=somebody.id, role=r) for r in roles if r is not Role.COORDINATOR])
    nothing = {
        "taken_back_at": None,
        "answered_at": None,
        "answer_version": None,
        "offered_claim_at": None,
        "offered_comment_at": None,
    }
    await session.execute(
        update(Attendance)
        .where(Attendance.person_id == person.id)
        .values(
            person_id=somebody.id, needs="", settled="", noted_at=None, noted_by=None, minutes_sent_at=None, **nothing
        )
    )
    await session.execute(
        update(RemoteParticipation).where(RemoteParticipation.person_id == person.id).values(person_id=somebody.id)
    )


async def _forget_ledger(session: AsyncSession, person: Person, own: Sequence[Contact], now: dt.datetime) -> None:
    """Of what they agreed to, the stop alone remains, without their words."""
    await session.execute(delete(ConsentEntry).where(messages.among(ConsentEntry.contact_id, ids_of(own))))
    await session.execute(
        update(ConsentEntry).where(ConsentEntry.person_id == person.id).values(words="", person_id=None)
    )
    for contact in own:
        session.add(
            ConsentEntry(
                contact_id=contact.id, kind=ALL, given=False, words="", source=ERASED, at=now, entered_at=now
            )
        )  # fmt: skip


async def _leave_addresses(
    session: AsyncSession, person: Person, contacts: Sequence[Contact], own: Sequence[Contact]
) -> None:
    """Their own addresses keep their stop and nothing else; a shared phone goes on with the others."""
    mine = {contact.id for contact in own}
    for contact in contacts:
        await session.execute(
            delete(ContactPerson).where(ContactPerson.contact_id == contact.id, ContactPerson.person_id == person.id)
        )
        if contact.id in mine:
            contact.consent, contact.stopped_kinds, contact.hold = Consent.WITHDRAWN, "", False
            contact.person_id, contact.person_until, contact.language = None, None, ""
            contact.first_heard_at, contact.last_heard_at, contact.silent_until = None, None, None
            contact.sorry_in_a_row = 0
            continue
        left = await people_at(session, contact.id)
        contact.shared = len(left) > 1
        contact.person_id, contact.person_until = (left[0].id if len(left) == 1 else None), None
    await session.flush()
