"""A database with a little of everything in it: for exports, backups, moves and the doctor."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from db import copies
from db.claims.tables import Claim, ClaimLine, ClaimState, LineKind, Mode, Payment
from db.comments.tables import Comment, CommentState, Decision
from db.consent import record_consent
from db.contacts import ContactPerson, add_contact
from db.conversations import InboxState, IncomingMessage, StoredFile
from db.deliveries import Broadcast, BroadcastState, Delivery, Priority, ReturnPath, Status
from db.journal import write_entry
from db.journal.chain import seal_entries
from db.meetings.tables import AgendaPoint, Answer, Attendance, Meeting, MeetingState, Presence
from db.organisations import Counter, Organisation, Roundtable, Territory
from db.path_key import ReturnAddress
from db.people import Person, Role, grant, seat
from db.session import AsyncSession, Database, path_key

NOW = dt.datetime(2026, 12, 8, 19, 32, 5, tzinfo=dt.UTC)  # 14:32:05 in Quebec
DAY = dt.date(2026, 12, 8)
PHOTO = b"not really a photo"


async def fill(database: Database) -> None:
    """Maude coordinates; Lise said words with her name and was paid; someone said words without a name."""
    async with database.write() as session:
        session.add(Organisation(id=1, name="Alliance de la Vallée-des-Rives", preferences={"days": [7, 3]}))
        await session.flush()
        session.add(Counter(organisation_id=1, kind="comment", last=3))
        await session.flush()
        session.add(Roundtable(id=1, organisation_id=1, name="COCO", territory="Grande-Anse"))
        session.add(Territory(id=1, organisation_id=1, name="Grande-Anse", other_names=[]))
        await session.flush()
        maude = await _person(session, 1, "Maude", "1001", "telegram", Role.COORDINATOR)
        lise = await _person(session, 2, "Lise", "+18195550101", "sms", Role.EXPERT)
        await _person(session, 3, '=HYPERLINK("http://x")', "+18195550177", "sms", Role.MEMBER)
        await _meeting(session, maude, lise)
        await _comments(session)
        await _claim(session)
        await _deliveries(session)
        await _others(session, maude, lise)
    async with database.write() as session:
        await seal_entries(session)
        await copies.follow_numbers(await session.connection())


def put_photo(media: Path) -> None:
    """The file that the filled database knows of."""
    media.mkdir(mode=0o700, parents=True, exist_ok=True)
    (media / f"{hashlib.sha256(PHOTO).hexdigest()}.jpg").write_bytes(PHOTO)


async def _person(session: AsyncSession, id: int, name: str, address: str, channel: str, role: Role) -> Person:
    person = Person(id=id, organisation_id=1, name=name, territory="Grande-Anse", created_at=NOW)
    session.add(person)
    await session.flush()
    await grant(session, id, role)
    await seat(session, id, 1)
    contact = await add_contact(session, 1, channel, address, NOW)
    contact.person_id = id
    session.add(ContactPerson(contact_id=contact.id, person_id=id, proved_at=NOW))
    await record_consent(session, contact, given=True, words="oui je veux", source="text", now=NOW, person_id=id)
    return person


async def _meeting(session: AsyncSession, maude: Person, lise: Person) -> None:
    meeting = Meeting(
        id=1,
        organisation_id=1,
        roundtable_id=1,
        state=MeetingState.HELD,
        local_date=DAY,
        local_start=dt.time(13, 30),
        local_end=dt.time(15, 30),
        zone="America/Toronto",
        starts_at=NOW,
        ends_at=NOW + dt.timedelta(hours=2),
        place="salle du CLSC",
        carrier="Maude",
        answer_by=DAY + dt.timedelta(days=7),
        created_by=maude.id,
        created_at=NOW,
    )
    session.add(meeting)
    await session.flush()
    session.add(AgendaPoint(id=1, meeting_id=1, number=1, title="Le camp", plain="On choisit.", changes="L'heure."))
    session.add(
        Attendance(meeting_id=1, person_id=lise.id, answer=Answer.COMING, presence=Presence.IN_PERSON, answered_at=NOW)
    )
    await session.flush()


async def _comments(session: AsyncSession) -> None:
    kept = {"organisation_id": 1, "meeting_id": 1, "agenda_point_id": 1, "confirmed_on": DAY, "noted": True}
    session.add(
        Comment(
            id=1,
            number=1,
            person_id=2,
            with_name=True,
            words="-2+3 autobus",
            state=CommentState.ANSWERED,
            decision=Decision.KEPT,
            reason="Le camp ouvrira à 8h30.",
            confirmed_at=NOW,
            incoming_ids=[1],
            answered_on=DAY,
            **kept,
        )
    )
    session.add(
        Comment(id=2, number=2, with_name=False, words="La salle est froide.", state=CommentState.CARRIED, **kept)
    )
    session.add(
        Comment(
            id=3,
            number=3,
            person_id=2,
            with_name=True,
            words="",
            state=CommentState.WITHDRAWN,
            confirmed_at=NOW,
            withdrawn_on=DAY,
            **kept,
        )
    )
    await session.flush()
    session.add(ReturnPath(id=1, comment_id=2, sealed=path_key(session).seal(2, ReturnAddress(3, "", "fr"))))
    await session.flush()


async def _claim(session: AsyncSession) -> None:
    session.add(Payment(id=1, organisation_id=1, mode=Mode.CHEQUE, paid_on=DAY, made_by=1, made_at=NOW))
    await session.flush()
    session.add(
        Claim(
            id=1,
            organisation_id=1,
            number=12,
            person_id=2,
            meeting_id=1,
            activity_date=DAY,
            state=ClaimState.PAID,
            total_cents=13750,
            submitted_at=NOW,
            decided_by=1,
            decided_at=NOW,
            payment_id=1,
        )
    )
    await session.flush()
    session.add(ClaimLine(claim_id=1, kind=LineKind.PARTICIPATION, quantity=1, cents=11000))
    session.add(ClaimLine(claim_id=1, kind=LineKind.TRANSPORT_KM, quantity=50, cents=2750))
    await session.flush()


async def _deliveries(session: AsyncSession) -> None:
    session.add(
        Broadcast(id=1, organisation_id=1, kind="reminder", state=BroadcastState.SENT, created_by=1, created_at=NOW)
    )
    await session.flush()
    minutes = iter(range(1, 9))

    def sent(**more: object) -> Delivery:
        at = NOW + dt.timedelta(minutes=next(minutes))
        row = {"kind": "reply", "channel": "sms", "body": "mots", "priority": Priority.NORMAL, "status": Status.SENT}
        timed = {"queued_at": at, "sent_at": at, "segments": 2, "cost": 29400, "attempts": 1}
        return Delivery(**(row | timed | more))

    session.add(sent(id=1, person_id=2, contact_id=2, status=Status.DELIVERED, delivered_at=NOW))
    session.add(sent(id=2, return_path_id=1, kind="notice"))
    session.add(sent(id=3, person_id=1, contact_id=1, channel="telegram", segments=0, cost=0, buttons=[["oui", "q1"]]))
    session.add(sent(id=4, person_id=2, contact_id=2, kind="reminder", broadcast_id=1, status=Status.FAILED))
    session.add(
        sent(id=5, person_id=2, contact_id=2, queued_at=NOW + dt.timedelta(days=1), sent_at=None, status=Status.QUEUED)
    )
    await session.flush()


async def _others(session: AsyncSession, maude: Person, lise: Person) -> None:
    signature = f"person:{maude.pseudonym}"
    await write_entry(
        session, "meetings.moved", now=NOW, actor=signature, thing="meeting", thing_id=1, people=3, before="2026-12-07"
    )
    await write_entry(
        session,
        "comments.confirmed",
        now=NOW,
        actor=f"person:{lise.pseudonym}",
        subject=lise.pseudonym,
        thing="comment",
        thing_id=1,
        channel="sms",
    )
    await write_entry(session, "comments.confirmed", now=NOW, thing="comment", thing_id=2)
    await write_entry(session, "broadcast.finished", now=NOW, thing="broadcast", thing_id=1)
    old = NOW - dt.timedelta(days=100)
    for id, state, at in ((1, InboxState.HANDLED, old), (2, InboxState.HANDLED, NOW), (3, InboxState.SET_ASIDE, NOW)):
        session.add(
            IncomingMessage(
                id=id,
                channel="sms",
                provider_id=f"SM{id}",
                sender="sms:+18195550101",
                payload={"Body": "bonjour", "From": "+18195550101"},
                text="bonjour",
                contact_id=2,
                person_id=2,
                state=state,
                error="KeyError at bot/x.py:1 f" if state is InboxState.SET_ASIDE else "",
                received_at=at,
                handled_at=at,
            )
        )
    digest = hashlib.sha256(PHOTO).hexdigest()
    session.add(
        StoredFile(
            id=1,
            incoming_id=2,
            channel="sms",
            reference="https://media.invalid/1",
            state="stored",
            mime="image/jpeg",
            bytes=len(PHOTO),
            sha256=digest,
            path=f"{digest}.jpg",
            created_at=NOW,
        )
    )
    await session.flush()
