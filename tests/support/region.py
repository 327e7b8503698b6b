"""A region with a little of everything that the web console shows, in two territories, written as rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.claims.rules import ClaimState, LineKind
from db.claims.tables import Claim, ClaimLine
from db.comments.tables import Comment, CommentState, Decision
from db.conversations import InboxState, IncomingMessage, Task
from db.deliveries import Broadcast, BroadcastState, BroadcastText, Delivery, Priority, Status
from db.digests import Digest, DigestItem, ItemState
from db.meetings.tables import AgendaPoint, Answer, Attendance, Meeting, MeetingState, Presence, Reminder
from db.organisations import Counter, Roundtable, roundtable_made
from db.people import Person, Role, grant, seat
from db.session import AsyncSession
from tests.support.claims import set_rates
from tests.support.people import settle_in
from tests.support.phones import Town

HERE, THERE = "Grande-Anse", "Les Rives"
WORDS_NAMED = "huit heures cest trop tot avec lautobus"
WORDS_NAMELESS = "la salle est froide et personne nose le dire"
WORDS_READ = "le frigo devrait etre au CLSC"
WORDS_THERE = "chez nous lautobus ne passe plus"


@dataclass
class Region:
    """Who and what there is, by name. Meetings: `coming`, `held` and `draft` here; `there` in the other territory."""

    maude: Person
    denis: Person  # answers for HERE alone
    lise: Person
    omar: Person
    rose: Person  # of the other territory
    coming: int
    held: int
    draft: int
    there: int
    broadcast: int
    task: int
    cry: int


async def fill_region(town: Town) -> Region:
    """Everything, at the town's hour."""
    await set_rates(town)
    maude = await settle_in(town, town.telegram("9001"), "Maude", Role.COORDINATOR)
    denis = await settle_in(town, town.telegram("9002"), "Denis", Role.COORDINATOR)
    lise = await settle_in(town, town.sms("+18195550143"), "Lise", Role.EXPERT)
    omar = await settle_in(town, town.sms("+18195550144"), "Omar", Role.EXPERT)
    rose = await settle_in(town, town.sms("+18195550145"), "Rose", Role.EXPERT)
    async with town.database.write() as session:
        await grant(session, denis.id, Role.COORDINATOR, HERE)
        for person, territory in ((denis, HERE), (lise, HERE), (omar, HERE), (rose, THERE)):
            (await session.get_one(Person, person.id)).territory = territory
        here = await _table(session, "COCO", HERE, lise, omar, denis)
        there = await _table(session, "Table des Rives", THERE, rose)
        coming = await _meeting(session, town, here, MeetingState.ANNOUNCED, 8)
        held = await _meeting(session, town, here, MeetingState.HELD, -6)
        draft = await _meeting(session, town, here, MeetingState.DRAFT, 30)
        away = await _meeting(session, town, there, MeetingState.HELD, -5)
        await _answers(session, town, coming, held, lise, omar)
        await _comments(session, town, coming, held, away, lise, rose)
        await _claims(session, town, held, lise, omar, rose, maude)
        broadcast = await _broadcast(session, town, maude, lise, omar)
        task, cry = await _tasks(session, town, lise, omar)
        await _digest(session, town, lise)
    return Region(maude, denis, lise, omar, rose, coming.id, held.id, draft.id, away.id, broadcast, task, cry)


async def _table(session: AsyncSession, name: str, territory: str, *people: Person) -> Roundtable:
    table = await roundtable_made(session, 1, name)
    table.territory = territory
    for person in people:
        await seat(session, person.id, table.id)
    return table


async def _meeting(session: AsyncSession, town: Town, table: Roundtable, state: MeetingState, days: int) -> Meeting:
    day = town.installation.today(town.now) + dt.timedelta(days=days)
    start, end = dt.time(13, 30), dt.time(15, 30)
    starts, ends = (dt.datetime.combine(day, t, town.installation.zone).astimezone(dt.UTC) for t in (start, end))
    meeting = Meeting(
        organisation_id=1,
        roundtable_id=table.id,
        state=state,
        local_date=day,
        local_start=start,
        local_end=end,
        zone="America/Toronto",
        starts_at=starts,
        ends_at=ends,
        place="salle du CLSC",
        carrier="Denis",
        answer_by=day + dt.timedelta(days=4),
        created_at=town.now,
    )
    session.add(meeting)
    await session.flush()
    session.add(AgendaPoint(meeting_id=meeting.id, number=1, title="Le camp", plain="On choisit.", changes="L'heure."))
    session.add(AgendaPoint(meeting_id=meeting.id, number=2, title="Le frigo", plain="On choisit.", changes="Le lieu."))
    due = starts - dt.timedelta(days=7)
    session.add(Reminder(meeting_id=meeting.id, version=1, days_before=7, due_at=due, state="sent", done_at=due))
    await session.flush()
    return meeting


async def _answers(session: AsyncSession, town: Town, coming: Meeting, held: Meeting, *people: Person) -> None:
    lise, omar = people
    needs = ",transport,"
    session.add(
        Attendance(meeting_id=coming.id, person_id=lise.id, answer=Answer.COMING, answered_at=town.now, needs=needs)
    )
    session.add(Attendance(meeting_id=coming.id, person_id=omar.id, answer=Answer.ABSENT, answered_at=town.now))
    session.add(Attendance(meeting_id=held.id, person_id=lise.id, answer=Answer.COMING, presence=Presence.UNKNOWN))
    await session.flush()


async def _comments(
    session: AsyncSession, town: Town, coming: Meeting, held: Meeting, away: Meeting, lise: Person, rose: Person
) -> None:
    yesterday = town.installation.today(town.now) - dt.timedelta(days=1)
    kept = {"organisation_id": 1, "confirmed_on": yesterday, "noted": True}
    points = await _first_points(session)
    session.add(
        Comment(
            number=1,
            meeting_id=coming.id,
            agenda_point_id=points[coming.id],
            person_id=lise.id,
            words=WORDS_NAMED,
            state=CommentState.CONFIRMED,
            confirmed_at=town.now,
            **kept,
        )
    )
    session.add(
        Comment(
            number=5001,
            meeting_id=coming.id,
            with_name=False,
            words=WORDS_NAMELESS,
            flags=",third_person,",
            state=CommentState.CONFIRMED,
            **kept,
        )
    )
    session.add(
        Comment(
            number=2,
            meeting_id=held.id,
            agenda_point_id=points[held.id],
            person_id=lise.id,
            words=WORDS_READ,
            state=CommentState.READ,
            read_on=yesterday,
            confirmed_at=town.now,
            **kept,
        )
    )
    session.add(
        Comment(
            number=3,
            meeting_id=away.id,
            person_id=rose.id,
            words=WORDS_THERE,
            state=CommentState.ANSWERED,
            decision=Decision.KEPT,
            reason="On en parle au transporteur.",
            confirmed_at=town.now,
            **kept,
        )
    )
    session.add(Counter(organisation_id=1, kind="comment", last=3))
    await session.flush()


async def _first_points(session: AsyncSession) -> dict[int, int]:
    from sqlalchemy import select

    rows = await session.execute(select(AgendaPoint.meeting_id, AgendaPoint.id).where(AgendaPoint.number == 1))
    return {meeting: point for meeting, point in rows}  # noqa: C416


async def _claims(
    session: AsyncSession, town: Town, held: Meeting, lise: Person, omar: Person, rose: Person, maude: Person
) -> None:
    states = (
        (11, lise, ClaimState.SUBMITTED),
        (12, omar, ClaimState.SUBMITTED),
        (13, lise, ClaimState.APPROVED),
        (14, omar, ClaimState.APPROVED),
        (15, rose, ClaimState.SUBMITTED),
        (16, maude, ClaimState.SUBMITTED),
    )
    for number, person, state in states:
        day = held.local_date - dt.timedelta(days=number)
        claim = Claim(
            organisation_id=1,
            number=number,
            person_id=person.id,
            meeting_id=held.id if number == 11 else None,
            activity_date=day,
            state=state,
            total_cents=6250,
            note="Formation",
            submitted_at=town.now - dt.timedelta(days=3),
        )
        session.add(claim)
        await session.flush()
        kind = LineKind.REMOTE if number == 13 else LineKind.PARTICIPATION
        session.add(ClaimLine(claim_id=claim.id, kind=kind, quantity=1, cents=5500))
        beyond = {"asked_cents": 750, "limit_cents": 500} if number == 11 else {}
        session.add(ClaimLine(claim_id=claim.id, kind=LineKind.TRANSPORT_FARE, quantity=1, cents=750, **beyond))
    session.add(Counter(organisation_id=1, kind="claim", last=16))
    await session.flush()


async def _broadcast(session: AsyncSession, town: Town, maude: Person, lise: Person, omar: Person) -> int:
    row = Broadcast(
        organisation_id=1,
        kind="announcement",
        purpose="announcement",
        title="Le local est fermé demain",
        territory=HERE,
        state=BroadcastState.SENT,
        audience={"territory": HERE},
        created_by=maude.id,
        approved_count=2,
        created_at=town.now,
        started_at=town.now - dt.timedelta(hours=2),
        finished_at=town.now,
    )
    session.add(row)
    await session.flush()
    words = "Le local est ferme demain."
    session.add(BroadcastText(broadcast_id=row.id, language="fr", channel="sms", body=words, segments=1))
    for person, status, reason in ((lise, Status.DELIVERED, ""), (omar, Status.FAILED, "landline")):
        session.add(
            Delivery(
                kind="announcement",
                channel="sms",
                person_id=person.id,
                broadcast_id=row.id,
                status=status,
                reason=reason,
                priority=Priority.BROADCAST,
                queued_at=town.now,
                segments=1,
            )
        )
    await session.flush()
    return row.id


async def _tasks(session: AsyncSession, town: Town, lise: Person, omar: Person) -> tuple[int, int]:
    message = IncomingMessage(
        channel="sms",
        provider_id="seeded",
        sender="sms:+18195550144",
        text="jaimerais parler a quelquun",
        person_id=omar.id,
        state=InboxState.HANDLED,
        received_at=town.now,
    )
    session.add(message)
    await session.flush()
    call = Task(organisation_id=1, kind="call", person_id=omar.id, incoming_id=message.id, created_at=town.now)
    cry = Task(organisation_id=1, kind="distress", person_id=lise.id, created_at=town.now, told_at=town.now)
    cry.acknowledged_by, cry.alert_at = None, town.now + dt.timedelta(days=300)
    session.add_all([call, cry])
    await session.flush()
    return call.id, cry.id


async def _digest(session: AsyncSession, town: Town, lise: Person) -> None:
    month = town.installation.today(town.now).isoformat()[:7]
    digest = Digest(organisation_id=1, month=month, created_at=town.now)
    session.add(digest)
    await session.flush()
    for position, title in enumerate(("Vélo gratuit", "Le comptoir"), 1):
        session.add(
            DigestItem(
                digest_id=digest.id,
                position=position,
                state=ItemState.PROPOSED,
                title=title,
                body="Le samedi, au local.",
                proposed_by=lise.id,
                proposed_at=town.now,
            )
        )
    await session.flush()
