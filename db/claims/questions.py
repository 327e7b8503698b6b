"""The questions asked of claims: one function, one question. None of them knows a comment's words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from sqlalchemy import Integer, Select, and_, bindparam, exists, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from db.claims.rules import GONE, ClaimState, LineOf, Mode, Payee, RateOf, rate_on, same_lines
from db.claims.tables import Claim, ClaimLine, Payment, Rate
from db.comments.tables import RemoteParticipation
from db.conversations import StoredFile
from db.meetings.tables import Attendance, Meeting, MeetingState
from db.merges import lately_merged
from db.people import Person, PersonRole, PersonRoundtable, Role, roles_of

WAITING = (ClaimState.SUBMITTED, ClaimState.RETURNED)


async def payee_of(session: AsyncSession, person_id: int) -> Payee:
    """For whom someone claims: for themself, unless all they do is speak for a member organisation."""
    roles = await roles_of(session, person_id)
    own = Role.ORGANISATION in roles and Role.EXPERT not in roles
    return Payee.ORGANISATION if own else Payee.PERSON


async def rates_of(session: AsyncSession, organisation_id: int, payee: Payee = Payee.PERSON) -> list[RateOf]:
    """Every rate, of every date."""
    mine = (Rate.organisation_id == organisation_id, Rate.payee == payee)
    rows = await session.scalars(select(Rate).where(*mine).order_by(Rate.kind, Rate.from_date))
    return [RateOf(r.kind, r.from_date, r.cents, r.max_cents, r.receipt, r.id) for r in rows]


async def rates_on(
    session: AsyncSession, organisation_id: int, day: dt.date, payee: Payee = Payee.PERSON
) -> list[RateOf]:
    """The table that everyone sees: the rate of each kind in force that day."""
    rates = await rates_of(session, organisation_id, payee)
    kinds = dict.fromkeys(rate.kind for rate in rates)
    return [found for kind in kinds if (found := rate_on(rates, kind, day)) is not None]


async def rate_used(session: AsyncSession, rate_id: int) -> bool:
    """Whether a claim was counted with it."""
    return await session.scalar(select(ClaimLine.id).where(ClaimLine.rate_id == rate_id).limit(1)) is not None


async def rate_from(
    session: AsyncSession, organisation_id: int, kind: str, day: dt.date, payee: Payee = Payee.PERSON
) -> Rate | None:
    """The rate that begins on this very day."""
    of_them = (Rate.organisation_id == organisation_id, Rate.payee == payee)
    return await session.scalar(select(Rate).where(*of_them, Rate.kind == kind, Rate.from_date == day))


async def lines_of(session: AsyncSession, claim_id: int) -> list[ClaimLine]:
    rows = await session.scalars(select(ClaimLine).where(ClaimLine.claim_id == claim_id).order_by(ClaimLine.id))
    return list(rows)


async def own_claims(session: AsyncSession, person_id: int, *, limit: int = 5) -> list[Claim]:
    """A person's claims, the latest first."""
    return list(await session.scalars(_own_claims(), {"person": person_id, "most": limit}))


@cache  # asked of many messages: building the question costs as much as its answer
def _own_claims() -> Select[Claim]:
    mine = Claim.person_id == bindparam("person"), Claim.state != ClaimState.CANCELLED
    return select(Claim).where(*mine).order_by(Claim.number.desc()).limit(bindparam("most", type_=Integer))


async def claims_of_days(
    session: AsyncSession, person_id: int, days: Sequence[dt.date], *, besides: int | None = None
) -> list[Claim]:
    """A person's claims that still count for these days."""
    of_a_line = exists().where(ClaimLine.claim_id == Claim.id, ClaimLine.day.in_(days))
    query = (
        select(Claim)
        .where(Claim.person_id == person_id, Claim.state.not_in(list(GONE)))
        .where(or_(Claim.activity_date.in_(days), of_a_line))
        .order_by(Claim.number)
    )
    if besides is not None:
        query = query.where(Claim.id != besides)
    return list(await session.scalars(query))


async def same_claim(
    session: AsyncSession, person_id: int, days: Sequence[dt.date], lines: Sequence[LineOf]
) -> Claim | None:
    """A claim of the same person, the same days and the same lines: it was already noted."""
    wanted = [(line.kind, line.asked_cents or line.cents) for line in lines]
    for claim in await claims_of_days(session, person_id, days):
        kept = [(line.kind, line.asked_cents or line.cents) for line in await lines_of(session, claim.id)]
        if same_lines(kept, wanted):
            return claim
    return None


async def picture_of(session: AsyncSession, incoming_id: int) -> int | None:
    """The file that came with a message."""
    return await session.scalar(select(StoredFile.id).where(StoredFile.incoming_id == incoming_id).limit(1))


async def pictures_beside(session: AsyncSession, media_id: int) -> list[StoredFile]:
    """A receipt, and the other pictures of the same message."""
    same_message = select(StoredFile.incoming_id).where(StoredFile.id == media_id)
    rows = await session.scalars(
        select(StoredFile)
        .where(or_(StoredFile.id == media_id, StoredFile.incoming_id.in_(same_message)))
        .order_by(StoredFile.id)
    )
    return list(rows)


class UsualMode(NamedTuple):
    """`wished`: they said so; else it is how they were paid the last time."""

    mode: Mode
    wished: bool


async def usual_modes(session: AsyncSession, people: Collection[int]) -> dict[int, UsualMode]:
    """How each would rather be paid, else was the last time: nobody has to write it down."""
    rows = await session.execute(
        select(Claim.person_id, Payment.mode)
        .join(Payment, Payment.id == Claim.payment_id)
        .where(Claim.person_id.in_(people), Payment.cancelled_at.is_(None))
        .order_by(Payment.paid_on, Payment.id)
    )
    wished = await wished_modes(session, people)
    before = {row.person_id: UsualMode(row.mode, wished=False) for row in rows}
    return before | {person: UsualMode(mode, wished=True) for person, mode in wished.items()}


async def wished_modes(session: AsyncSession, people: Collection[int]) -> dict[int, Mode]:
    """How each would rather be paid, of those who said."""
    rows = await session.execute(select(Person.id, Person.paid_by).where(Person.id.in_(people), Person.paid_by != ""))
    return {number: Mode(mode) for number, mode in rows if mode in list(Mode)}


async def claims_of_payment(session: AsyncSession, payment_id: int, person_id: int | None = None) -> list[Claim]:
    query = select(Claim).where(Claim.payment_id == payment_id).order_by(Claim.number)
    if person_id is not None:
        query = query.where(Claim.person_id == person_id)
    return list(await session.scalars(query))


async def payments_to_ask_about(session: AsyncSession, organisation_id: int, today: dt.date) -> list[Payment]:
    """Payments whose day has come and whose people were not asked yet whether it arrived."""
    rows = await session.scalars(
        select(Payment)
        .where(
            Payment.organisation_id == organisation_id,
            Payment.asked_at.is_(None),
            Payment.paid_on <= today,
        )
        .order_by(Payment.id)
    )
    return list(rows)


async def meetings_to_offer(
    session: AsyncSession, organisation_id: int, since: dt.date, until: dt.date
) -> list[Meeting]:
    """Meetings held between two days, both included."""
    rows = await session.scalars(
        select(Meeting)
        .where(
            Meeting.organisation_id == organisation_id,
            Meeting.state.in_([MeetingState.HELD, MeetingState.CLOSED]),
            Meeting.local_date >= since,
            Meeting.local_date <= until,
        )
        .order_by(Meeting.starts_at)
    )
    return list(rows)


async def remote_to_offer(
    session: AsyncSession,
    organisation_id: int,
    since: dt.date,
    until: dt.date,
    *,
    settled_by: dt.datetime | None = None,
) -> list[tuple[Person, Meeting]]:
    """Who took part from afar, once it was released, and was not offered their allowance yet.

    `settled_by`: whose card was merged after that moment is left for later.
    """
    settled = Person.id.not_in(lately_merged(settled_by)) if settled_by is not None else true()
    rows = await session.execute(
        select(Person, Meeting)
        .join(RemoteParticipation, RemoteParticipation.person_id == Person.id)
        .join(Meeting, Meeting.id == RemoteParticipation.meeting_id)
        .join(PersonRole, and_(PersonRole.person_id == Person.id, PersonRole.role == Role.EXPERT))
        .outerjoin(Attendance, and_(Attendance.meeting_id == Meeting.id, Attendance.person_id == Person.id))
        .where(
            Meeting.organisation_id == organisation_id,
            RemoteParticipation.released_on >= since,
            RemoteParticipation.released_on <= until,
            Attendance.offered_claim_at.is_(None),
            Person.erased_at.is_(None),
            settled,
        )
        .order_by(Person.id)
    )
    return [(person, meeting) for person, meeting in rows]


async def took_part_from_afar(session: AsyncSession, person_id: int, meeting_id: int, today: dt.date) -> bool:
    """An unlinked yes, known to claims only from the day after the reading."""
    found = await session.scalar(
        select(RemoteParticipation.id).where(
            RemoteParticipation.person_id == person_id,
            RemoteParticipation.meeting_id == meeting_id,
            RemoteParticipation.released_on < today,
        )
    )
    return found is not None


async def own_meetings_between(session: AsyncSession, person_id: int, since: dt.date, until: dt.date) -> list[Meeting]:
    """The meetings of this person's roundtables between two days, cancelled ones left out."""
    rows = await session.scalars(
        select(Meeting)
        .join(PersonRoundtable, PersonRoundtable.roundtable_id == Meeting.roundtable_id)
        .where(
            PersonRoundtable.person_id == person_id,
            Meeting.state.in_([MeetingState.ANNOUNCED, MeetingState.HELD, MeetingState.CLOSED]),
            Meeting.local_date >= since,
            Meeting.local_date <= until,
        )
        .order_by(Meeting.starts_at)
    )
    return list(rows)


async def has_rates(session: AsyncSession, organisation_id: int) -> bool:
    found = await session.scalar(select(func.count()).select_from(Rate).where(Rate.organisation_id == organisation_id))
    return bool(found)
