"""What the database knows of a year, read as the facts of its report."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.claims import tables as claims
from db.claims.rules import ClaimState, Payee
from db.comments.tables import SEEN, Comment, RemoteParticipation
from db.contributions import Accompaniment, Contribution, Part
from db.deliveries import Broadcast, Delivery, Status
from db.labels import comparable
from db.meetings.tables import AgendaPoint, Attendance, Meeting, NeedCounted, Presence, PresenceNote, Reminder
from db.organisations import Envelope, Roundtable, territory_names
from db.people import Person, PersonRole, Role, RolePeriod
from db.report import facts
from db.report.period import Cut, FiscalYear
from db.report.survey import survey_of

LETTER = "letter"  # the digest on paper
MAILINGS = {
    "reminder": facts.Mailing.SUMMARY,
    "digest": facts.Mailing.DIGEST,
    "minutes": facts.Mailing.MINUTES,
    LETTER: facts.Mailing.DIGEST,
}
PREPARED = dt.timedelta(days=92)  # a broadcast may be prepared so long before it leaves
ARRIVED = (Status.SENT, Status.DELIVERED)
OPEN = (ClaimState.SUBMITTED, ClaimState.RETURNED, ClaimState.APPROVED)
NEEDS = {str(slot) for slot in facts.Slot}
COLLABORATION = frozenset(Part) - {Part.LEARNED}


async def facts_of(session: AsyncSession, organisation_id: int, year: FiscalYear, cut: Cut) -> facts.Facts:
    """The facts of a year as they stood at the cut; what has no place in the database is None."""
    dated = and_(Meeting.organisation_id == organisation_id, Meeting.local_date.between(year.first_day, year.last_day))
    names = await territory_names(session, organisation_id)
    return facts.Facts(
        zone=cut.zone,
        territories=tuple(sorted(set(names.values()))),
        meetings=await _meetings(session, dated, names),
        attendances=await _attendances(session, dated, cut),
        needs=await _needs(session, dated),
        experts=await _experts(session, organisation_id),
        remotes=await _remotes(session, dated),
        reminders=await _reminders(session, dated),
        comments=await _comments(session, dated),
        claims=await _claims(session, organisation_id, year, cut),
        received=await _received(session, organisation_id, year, cut),
        contributions=await _contributions(session, dated, COLLABORATION),
        trained=await _contributions(session, dated, frozenset({Part.LEARNED})),
        accompanied=await _accompanied(session, organisation_id),
        envelope=await _envelope(session, organisation_id, year),
        rates=await _rates(session, organisation_id, year),
        survey=await survey_of(session, organisation_id, year, cut) or None,
    )


async def happened(session: AsyncSession, organisation_id: int, year: FiscalYear) -> bool:
    """Whether anything of the year is known: a meeting that was held, or a claim."""
    held = select(Meeting.id).where(
        Meeting.organisation_id == organisation_id, Meeting.local_date.between(year.first_day, year.last_day)
    )
    claimed = select(claims.Claim.id).where(
        claims.Claim.organisation_id == organisation_id,
        claims.Claim.activity_date.between(year.first_day, year.last_day),
    )
    return any([await session.scalar(query.limit(1)) is not None for query in (held, claimed)])


async def _meetings(
    session: AsyncSession, dated: ColumnElement[bool], names: dict[str, str]
) -> tuple[facts.MeetingFact, ...]:
    points: dict[int, list[facts.PointFact]] = defaultdict(list)
    agenda = select(AgendaPoint.meeting_id, AgendaPoint.step, AgendaPoint.outcome).order_by(AgendaPoint.number)
    for meeting, step, outcome in await session.execute(agenda.join(Meeting).where(dated)):
        points[meeting].append(facts.PointFact(step, outcome))
    table = Roundtable
    query = select(
        Meeting.id,
        table.name,
        Meeting.local_date,
        Meeting.state,
        Meeting.ends_at,
        table.place_kind,
        table.level,
        table.territory,
        Meeting.version,
        Meeting.announced_at,
        Meeting.advice_left,
        Meeting.minutes_sent_at,
        Meeting.answer_by,
    )
    rows = await session.execute(query.join(table, table.id == Meeting.roundtable_id).where(dated))
    return tuple(
        facts.MeetingFact(
            id=str(row.id),
            roundtable=row.name,
            day=row.local_date,
            state=row.state,
            ends_at=row.ends_at,
            place_kind=row.place_kind,
            level=row.level,
            territory=names.get(comparable(row.territory), ""),
            version=row.version,
            points=tuple(points[row.id]),
            announced=row.announced_at is not None,
            advice_left=row.advice_left,
            minutes_sent_at=row.minutes_sent_at,
            answer_by=row.answer_by,
        )
        for row in rows
    )


async def _attendances(session: AsyncSession, dated: ColumnElement[bool], cut: Cut) -> tuple[facts.AttendanceFact, ...]:
    """With the presence that was noted last by the cut: what was noted or corrected later is of another version."""
    noted_by_then = await _noted_by(session, dated, cut.at)
    query = select(
        Attendance.id,
        Attendance.meeting_id,
        Attendance.person_id,
        Attendance.presence,
        Attendance.noted_at,
        Attendance.as_expert,
        Attendance.needs,
        Attendance.offered_claim_at,
        Attendance.settled,
    )
    found = []
    for row in await session.execute(query.join(Meeting, Meeting.id == Attendance.meeting_id).where(dated)):
        presence, noted_at = row.presence, row.noted_at
        if noted_at is not None and noted_at > cut.at:
            presence, noted_at = noted_by_then.get(row.id, (Presence.UNKNOWN, None))
        about = str(row.meeting_id), str(row.person_id), presence, noted_at, row.as_expert
        found.append(facts.AttendanceFact(*about, _slots(row.needs), row.offered_claim_at, _slots(row.settled)))
    return tuple(found)


def _slots(written: str) -> frozenset[facts.Slot]:
    """ ",childcare,transport," """
    return frozenset(facts.Slot(need) for need in written.split(",") if need in NEEDS)


async def _needs(session: AsyncSession, dated: ColumnElement[bool]) -> tuple[facts.NeedsFact, ...]:
    """Those that were erased with their time, as the numbers of their meetings."""
    query = select(NeedCounted.meeting_id, NeedCounted.need, NeedCounted.times, NeedCounted.met)
    rows = await session.execute(query.join(Meeting, Meeting.id == NeedCounted.meeting_id).where(dated))
    return tuple(facts.NeedsFact(str(meeting), facts.Slot(need), times, met) for meeting, need, times, met in rows)


async def _noted_by(
    session: AsyncSession, dated: ColumnElement[bool], then: dt.datetime
) -> dict[int, tuple[Presence, dt.datetime]]:
    """Attendance -> the last presence noted by then, of those that were noted again since."""
    query = (
        select(PresenceNote.attendance_id, PresenceNote.presence, PresenceNote.noted_at)
        .join(Attendance, Attendance.id == PresenceNote.attendance_id)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(dated, Attendance.noted_at > then, PresenceNote.noted_at <= then)
        .order_by(PresenceNote.noted_at, PresenceNote.id)
    )
    return {attendance: (presence, at) for attendance, presence, at in await session.execute(query)}


async def _experts(session: AsyncSession, organisation_id: int) -> tuple[facts.ExpertRole, ...]:
    """The days between which each had the role; one whose days nobody wrote down had it always."""
    mine = Person.organisation_id == organisation_id
    periods = select(RolePeriod.person_id, RolePeriod.since, RolePeriod.until).where(RolePeriod.role == Role.EXPERT)
    dated = [
        facts.ExpertRole(str(person), since, until)
        for person, since, until in await session.execute(
            periods.join(Person, Person.id == RolePeriod.person_id).where(mine)
        )
    ]
    known = {role.person for role in dated}
    roles = select(PersonRole.person_id).join(Person).where(mine, PersonRole.role == Role.EXPERT)
    undated = [facts.ExpertRole(str(person)) for person in await session.scalars(roles) if str(person) not in known]
    return (*dated, *undated)


async def _remotes(session: AsyncSession, dated: ColumnElement[bool]) -> tuple[facts.Remote, ...]:
    yes = RemoteParticipation
    query = select(yes.meeting_id, yes.person_id, yes.released_on).join(Meeting).where(dated)
    return tuple(facts.Remote(str(meeting), str(person), on) for meeting, person, on in await session.execute(query))


async def _reminders(session: AsyncSession, dated: ColumnElement[bool]) -> tuple[facts.ReminderFact, ...]:
    query = select(Reminder.meeting_id, Reminder.version, Reminder.done_at)
    left = await session.execute(
        query.join(Meeting, Meeting.id == Reminder.meeting_id).where(dated, Reminder.state == "sent")
    )
    return tuple(facts.ReminderFact(str(meeting), version, at) for meeting, version, at in left if at is not None)


async def _comments(session: AsyncSession, dated: ColumnElement[bool]) -> tuple[facts.CommentFact, ...]:
    query = select(
        Comment.meeting_id,
        Comment.confirmed_on,
        Comment.with_name,
        Comment.read_on,
        Comment.decision,
        Comment.answered_on,
        Comment.withdrawn_on,
        Comment.number,
    )
    rows = await session.execute(query.join(Meeting, Meeting.id == Comment.meeting_id).where(dated, SEEN))
    return tuple(facts.CommentFact(str(row.meeting_id), *row[1:]) for row in rows)


async def _claims(
    session: AsyncSession, organisation_id: int, year: FiscalYear, cut: Cut
) -> tuple[facts.ClaimFact, ...]:
    """Those of a day of the year, those paid in it, and those that may have waited at the cut."""
    claim, payment, line = claims.Claim, claims.Payment, claims.ClaimLine
    of_the_year = (year.first_day, year.last_day)
    other_days = aliased(line)
    concerned = or_(
        claim.activity_date.between(*of_the_year),
        claim.id.in_(select(other_days.claim_id).where(other_days.day.between(*of_the_year))),
        payment.paid_on.between(*of_the_year),
        payment.paid_on > cut.day,
        claim.state.in_(OPEN),
        claim.decided_at > cut.at,
    )
    mine = and_(claim.organisation_id == organisation_id, concerned)
    lines: dict[int, list[facts.ClaimLineFact]] = defaultdict(list)
    kept = select(line.claim_id, line.kind, line.cents, line.day, line.asked_cents).order_by(line.id)
    kept = kept.join(claim, claim.id == line.claim_id).outerjoin(payment, payment.id == claim.payment_id).where(mine)
    for claim_id, kind, cents, day, asked in await session.execute(kept):
        lines[claim_id].append(facts.ClaimLineFact(kind, cents, day, asked is not None))
    query = select(
        claim.id,
        claim.person_id,
        claim.activity_date,
        claim.state,
        claim.first_submitted_at,
        claim.submitted_at,
        claim.decided_at,
        payment.paid_on,
        claim.payee_kind,
        claim.payee,
        claim.number,
        Person.erased_at,
    )
    query = query.join(Person, Person.id == claim.person_id).outerjoin(payment, payment.id == claim.payment_id)
    rows = await session.execute(query.where(mine))
    return tuple(
        facts.ClaimFact(
            _claimant(row.person_id, row.payee, row.erased_at),
            row.activity_date,
            row.state,
            row.first_submitted_at or row.submitted_at,
            tuple(lines[row.id]),
            row.decided_at,
            row.paid_on,
            row.payee_kind is Payee.ORGANISATION,
            row.number,
        )
        for row in rows
    )


def _claimant(person_id: int, payee: str, erased_at: dt.datetime | None) -> str:
    """One key for each: the paid claims of all who were erased are on one card, with their payees for the accounts."""
    return f"{person_id} {payee}" if erased_at is not None and payee else str(person_id)


async def _received(
    session: AsyncSession, organisation_id: int, year: FiscalYear, cut: Cut
) -> tuple[facts.Received, ...]:
    """Each person to whom a mailing arrived in the year, once for each kind of mailing, on the first day of it.

    Those of broadcasts, found by their broadcast, and letters, found by who chose the post: a million deliveries are
    not walked over.
    """
    first, after = cut.midnight(year.first_day), cut.midnight(year.last_day + dt.timedelta(days=1))
    mailing = select(Broadcast.id).where(
        Broadcast.organisation_id == organisation_id,
        Broadcast.kind.in_(MAILINGS),
        Broadcast.created_at.between(first - PREPARED, after),
    )
    posted = select(Person.id).where(Person.organisation_id == organisation_id, Person.channel == "post")
    by_letter = and_(Delivery.kind == LETTER, Delivery.person_id.in_(posted))
    found = []
    for which in (Delivery.broadcast_id.in_(mailing), by_letter):
        rows = await session.execute(
            select(Delivery.person_id, Delivery.kind, func.min(Delivery.sent_at))
            .where(which, Delivery.person_id.is_not(None), Delivery.status.in_(ARRIVED))
            .where(Delivery.sent_at >= first, Delivery.sent_at < after)
            .group_by(Delivery.person_id, Delivery.kind)
        )
        found += [facts.Received(str(person), MAILINGS[kind], cut.local_day(at)) for person, kind, at in rows if at]
    return tuple(found)


async def _contributions(
    session: AsyncSession, dated: ColumnElement[bool], parts: frozenset[Part]
) -> tuple[facts.ContributionFact, ...] | None:
    """None when nobody wrote any down in the year: it is not that nobody did."""
    query = (
        select(Contribution.person_id, Meeting.local_date, Roundtable.place_kind)
        .join(Meeting, Meeting.id == Contribution.meeting_id)
        .join(Roundtable, Roundtable.id == Meeting.roundtable_id)
        .where(dated, Contribution.part.in_(parts))
    )
    found = [facts.ContributionFact(str(person), day, kind) for person, day, kind in await session.execute(query)]
    return tuple(found) or None


async def _accompanied(session: AsyncSession, organisation_id: int) -> tuple[facts.Accompanied, ...] | None:
    """None when nobody's accompaniment was ever written down."""
    query = select(Accompaniment.person_id, Accompaniment.since, Accompaniment.until)
    query = query.join(Person, Person.id == Accompaniment.person_id).where(Person.organisation_id == organisation_id)
    found = [facts.Accompanied(str(person), since, until) for person, since, until in await session.execute(query)]
    return tuple(found) or None


async def _envelope(session: AsyncSession, organisation_id: int, year: FiscalYear) -> int | None:
    """Of every territory together; None when none was said."""
    mine = (Envelope.organisation_id == organisation_id, Envelope.year == year.begins)
    return await session.scalar(select(func.sum(Envelope.cents)).where(*mine))


async def _rates(session: AsyncSession, organisation_id: int, year: FiscalYear) -> tuple[facts.RateFact, ...]:
    rate = claims.Rate
    begun = (rate.organisation_id == organisation_id, rate.from_date <= year.last_day)
    rows = await session.scalars(select(rate).where(*begun).order_by(rate.kind, rate.from_date))
    return tuple(facts.RateFact(row.kind, row.from_date, row.cents, row.max_cents) for row in rows)
